import type { DataCurve, DataSeries } from '#shared/contract/data.ts';
import { addDays, type Day, daysOf, parseDay, previousDay, today } from '#shared/domain/time/day.ts';
import { type DaySpan, spanDays } from '#shared/domain/time/day-span.ts';
import type { WfmStore } from '../wfm/store.ts';
import { addTally, figureOf, noTally, type Tally, tallyOf, tallySteps } from './aggregate.ts';
import { mergePoints } from './axis.ts';
import { type Curve, type CurveTarget, curveOf, dayStepsOf, daysOfCurves } from './curve-days.ts';
import { stepMinutesOf } from './step.ts';
import { storedDays } from './stored-days.ts';

export interface SeriesQuestion {
  readonly curves: readonly CurveTarget[];
  readonly span: DaySpan;
  readonly day?: string | undefined;
}

const WEEK_DAYS = 7;

/** What the curves come to at each point of a span, and a week before. `nowUtc` in epoch seconds. */
export async function readSeries(
  store: WfmStore,
  question: SeriesQuestion,
  nowUtc: number,
): Promise<DataSeries> {
  const { span } = question;
  const directory = await store.directory();
  const curves = question.curves.map((target) => curveOf(directory, target));
  const stored = await daysOfCurves(store, curves);
  const day = question.day ?? stored?.lastDay ?? previousDay(today(curves[0]!.zone, nowUtc));
  const { fromDay, toDay } = spanDays(span, parseDay(day));
  const stepMinutes = stepMinutesOf(
    span,
    curves.map(({ queue }) => queue.intervalMinutes),
  );
  const stepsOf = dayStepsOf(stepMinutes);
  const days = daysOf(fromDay, toDay);
  const daysBefore = days.map((ofDay) => addDays(ofDay, -WEEK_DAYS));
  const axis = days.map((ofDay) => mergePoints(curves.map((curve) => stepsOf(curve, ofDay).points)));
  const read: DataCurve[] = [];
  for (const curve of curves) {
    const tallies = await tallyDays(store, curve, new Set([...daysBefore, ...days]), (slots, ofDay) =>
      stepMinutes === null ? [tallyOf(slots)] : tallySteps(stepsOf(curve, ofDay).grid, slots),
    );
    const valuesOf = (of: readonly Day[]) =>
      of.flatMap((ofDay, index) => {
        const own = tallies.get(ofDay) ?? [];
        const byKey = new Map(
          stepsOf(curve, ofDay).points.map(({ key }, step) => [key, own[step] ?? noTally]),
        );
        return axis[index]!.map(({ key }) => figureOf(byKey.get(key) ?? noTally, curve.aggregate));
      });
    const all = totalOf(tallies, days);
    const before = totalOf(tallies, daysBefore);
    read.push({
      queueId: curve.queueId,
      valueTypeId: curve.valueTypeId,
      timeZone: curve.queue.timeZone,
      intervalMinutes: curve.queue.intervalMinutes,
      aggregate: curve.aggregate,
      values: valuesOf(days),
      weekBefore: valuesOf(daysBefore),
      figure: figureOf(all, curve.aggregate),
      figureBefore: figureOf(before, curve.aggregate),
      storedIntervals: all.count,
    });
  }
  return {
    span,
    fromDay,
    toDay,
    stepMinutes,
    points: axis.flat().map(({ key: _, ...point }) => point),
    curves: read,
    firstDay: stored?.firstDay ?? null,
    lastDay: stored?.lastDay ?? null,
  };
}

type Slots = Parameters<typeof tallyOf>[0];

async function tallyDays(
  store: WfmStore,
  { queueId, valueTypeId }: Curve,
  days: ReadonlySet<Day>,
  tally: (slots: Slots, day: Day) => Tally[],
): Promise<Map<Day, Tally[]>> {
  const tallies = new Map<Day, Tally[]>();
  const keys = [...days].map((day) => ({ queueId, valueTypeId, day }));
  for await (const { day, slots } of storedDays(store, keys)) {
    if (slots.length > 0) tallies.set(day as Day, tally(slots, day as Day));
  }
  return tallies;
}

function totalOf(tallies: ReadonlyMap<Day, readonly Tally[]>, days: readonly Day[]): Tally {
  return days.flatMap((day) => tallies.get(day) ?? []).reduce(addTally, noTally);
}
