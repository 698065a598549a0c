import type { DataCurve, DataPoint, DataSeries } from '#shared/contract/data.ts';
import type { Formats } from '#shared/i18n/formats.ts';
import type { WfmData } from '../../state/index.ts';
import type { Tick } from '../curves/CurveChart.tsx';
import { hourTicks, intervalTimes } from '../day-data/day-model.ts';

/** A curve as it is shown: with a name that tells it from those beside it, a number and a colour. */
export interface ShownCurve extends DataCurve {
  readonly id: string;
  readonly name: string;
  /** From 1 on, within its chart. */
  readonly number: number;
  /** A colour of the theme. */
  readonly colour: string;
}

/** Curves of one unit: they share a scale, so they share a chart. */
export interface UnitChart {
  readonly unit: string;
  readonly aggregate: DataCurve['aggregate'];
  /** What all its curves have in common and no name says: the queue, or the value type. */
  readonly common: string | undefined;
  readonly curves: readonly ShownCurve[];
}

const COLOURS = 6;

export function unitCharts({ curves }: Pick<DataSeries, 'curves'>, wfm: WfmData): UnitChart[] {
  const units = new Map(wfm.valueTypes.map(({ id, unit }) => [id, unit]));
  const byUnit = Map.groupBy(curves, ({ valueTypeId }) => units.get(valueTypeId) ?? 'number');
  return [...byUnit].map(([unit, own]) => {
    const { names, common } = curveNames(own, wfm);
    return {
      unit,
      aggregate: own[0]!.aggregate,
      common,
      curves: own.map((curve, index) => ({
        ...curve,
        id: curveId(curve),
        name: names[index]!,
        number: index + 1,
        colour: `--curve-${(index % COLOURS) + 1}`,
      })),
    };
  });
}

export function curveId({ queueId, valueTypeId }: Pick<DataCurve, 'queueId' | 'valueTypeId'>): string {
  return `${queueId} ${valueTypeId}`;
}

/** As short as they can be: a queue that all curves share need not stand in each name. */
export function curveNames(
  curves: readonly Pick<DataCurve, 'queueId' | 'valueTypeId'>[],
  wfm: WfmData,
): { readonly names: readonly string[]; readonly common: string | undefined } {
  const queueNames = new Map(wfm.queues.map(({ id, name }) => [id, name]));
  const typeNames = new Map(wfm.valueTypes.map(({ id, name }) => [id, name]));
  const queue = (id: number) => queueNames.get(id) ?? String(id);
  const type = (id: number) => typeNames.get(id) ?? String(id);
  const isOneQueue = new Set(curves.map(({ queueId }) => queueId)).size === 1;
  const isOneType = new Set(curves.map(({ valueTypeId }) => valueTypeId)).size === 1;
  if (isOneQueue) {
    return {
      names: curves.map(({ valueTypeId }) => type(valueTypeId)),
      common: curves[0] && queue(curves[0].queueId),
    };
  }
  if (isOneType) {
    return {
      names: curves.map(({ queueId }) => queue(queueId)),
      common: curves[0] && type(curves[0].valueTypeId),
    };
  }
  return {
    names: curves.map(({ queueId, valueTypeId }) => `${queue(queueId)} › ${type(valueTypeId)}`),
    common: undefined,
  };
}

/** The name of each point in a table: `09:00–09:15`, `Mon 17 09:00`, `Mon 17 Nov`. */
export function pointNames(
  { span, points }: Pick<DataSeries, 'span' | 'points'>,
  formats: Formats,
): string[] {
  if (span === 'month') return points.map(({ day }) => formats.dayShort(day));
  if (span === 'day')
    return timesOf(points).map(({ start, end, offset }) => withOffset(`${start}–${end}`, offset));
  return [...Map.groupBy(points, ({ day }) => day)].flatMap(([day, own]) =>
    timesOf(own).map(({ start, offset }) => withOffset(`${formats.weekdayShort(day)} ${start}`, offset)),
  );
}

/** The labels under the curves: hours of a day, days of a week or a month, as many as fit. */
export function pointTicks(
  { span, points }: Pick<DataSeries, 'span' | 'points'>,
  formats: Formats,
  widthPx: number,
): Tick[] {
  if (span === 'day') {
    const rows = points.map(({ startLocal }, index) => ({ index, start: startLocal }));
    return hourTicks(rows, widthPx).map((index) => ({ index, text: points[index]!.startLocal }));
  }
  if (span === 'week') {
    return points.flatMap(({ day }, index) =>
      day === points[index - 1]?.day ? [] : [{ index, text: formats.weekdayShort(day) }],
    );
  }
  const step = widthPx / points.length < 26 ? 2 : 1;
  return points.flatMap(({ day }, index) =>
    index % step === 0 ? [{ index, text: String(Number(day.slice(8))) }] : [],
  );
}

/** The point that an instant (ISO in UTC) is in. */
export function pointAt(points: readonly DataPoint[], startUtc: string | undefined): number | undefined {
  if (startUtc === undefined) return undefined;
  const wanted = Date.parse(startUtc);
  const index = points.findLastIndex((point) => Date.parse(point.startUtc) <= wanted);
  return index < 0 ? undefined : index;
}

/** Decimals that show values as they are: those of sums up to hundredths, of means one. */
export function decimalsFor(
  values: readonly (number | null)[],
  aggregate: DataCurve['aggregate'],
): 0 | 1 | 2 {
  let decimals: 0 | 1 | 2 = 0;
  for (const value of values) {
    if (value === null || Number.isInteger(value)) continue;
    if (aggregate === 'mean') return 1;
    if (Math.round(value * 100) % 10 !== 0) return 2;
    decimals = 1;
  }
  return decimals;
}

/** `+4.6 %` of the week before; undefined where there is nothing to hold it against. */
export function changeText(compared: DataCurve['compared'], formats: Formats): string | undefined {
  if (compared === null || compared.figureBefore === 0) return undefined;
  const { figure, figureBefore } = compared;
  const percent = ((figure - figureBefore) / Math.abs(figureBefore)) * 100;
  const text = formats.number(Math.abs(percent), Math.abs(percent) < 100 ? 1 : 0);
  const isNothing = Number(Math.abs(percent).toFixed(1)) === 0;
  return `${isNothing ? '±' : percent < 0 ? '−' : '+'}${text} %`;
}

function timesOf(points: readonly DataPoint[]) {
  return intervalTimes(points);
}

function withOffset(time: string, offset: string | undefined): string {
  return offset === undefined ? time : `${time} ${offset}`;
}
