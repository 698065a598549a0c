import type { DataCurve, DataSeries } from '#shared/contract/data.ts';
import { addDays, type Day, daysOf, parseDay, previousDay, today } from '#shared/domain/time/day.ts';
import { type DaySpan, spanDays } from '#shared/domain/time/day-span.ts';
import type { SlotValue } from '../wfm/packDay.ts';
import type { WfmStore } from '../wfm/store.ts';
import { addTally, figureOf, noTally, type Tally, tallyOf, tallySteps } from './aggregate.ts';
import { mergePoints } from './axis.ts';
import { addCompared, type ComparedDay, compareDays, nothingCompared } from './compare.ts';
import {
  type Curve,
  type CurveTarget,
  curveOf,
  daysOfCurves,
  gridsOfDays,
  pointsOfDays,
} from './curve-days.ts';
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
  const gridOf = gridsOfDays();
  const pointsOf = pointsOfDays(stepMinutes === null);
  const stepsOf = ({ zone, queue }: Curve, ofDay: Day) =>
    gridOf(zone, stepMinutes ?? queue.intervalMinutes, ofDay);
  const days = daysOf(fromDay, toDay);
  const daysBefore = days.map((ofDay) => addDays(ofDay, -WEEK_DAYS));
  const axis = days.map((ofDay) => mergePoints(curves.map((curve) => pointsOf(stepsOf(curve, ofDay)))));
  const read: DataCurve[] = [];
  for (const curve of curves) {
    const slots = await slotsOf(store, curve, new Set([...daysBefore, ...days]));
    const tally = (ofDay: Day): Tally[] => {
      const own = slots.get(ofDay) ?? [];
      return stepMinutes === null ? [tallyOf(own)] : tallySteps(stepsOf(curve, ofDay), own);
    };
    const valuesOf = (of: readonly Day[]) =>
      of.flatMap((ofDay, index) => {
        const own = tally(ofDay);
        const byKey = new Map(
          pointsOf(stepsOf(curve, ofDay)).map(({ key }, step) => [key, own[step] ?? noTally]),
        );
        return axis[index]!.map(({ key }) => figureOf(byKey.get(key) ?? noTally, curve.aggregate));
      });
    const all = days.map((ofDay) => tallyOf(slots.get(ofDay) ?? [])).reduce(addTally, noTally);
    const intervalsOf = (ofDay: Day): ComparedDay => ({
      grid: gridOf(curve.zone, curve.queue.intervalMinutes, ofDay),
      slots: slots.get(ofDay) ?? [],
    });
    const { now, before } = days
      .map((ofDay, index) => compareDays(intervalsOf(ofDay), intervalsOf(daysBefore[index]!)))
      .reduce(addCompared, nothingCompared);
    const figure = figureOf(now, curve.aggregate);
    const figureBefore = figureOf(before, curve.aggregate);
    read.push({
      queueId: curve.queueId,
      valueTypeId: curve.valueTypeId,
      timeZone: curve.queue.timeZone,
      intervalMinutes: curve.queue.intervalMinutes,
      aggregate: curve.aggregate,
      values: valuesOf(days),
      weekBefore: valuesOf(daysBefore),
      figure: figureOf(all, curve.aggregate),
      compared: figure === null || figureBefore === null ? null : { figure, figureBefore },
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

async function slotsOf(
  store: WfmStore,
  { queueId, valueTypeId }: Curve,
  days: ReadonlySet<Day>,
): Promise<Map<Day, readonly SlotValue[]>> {
  const found = new Map<Day, readonly SlotValue[]>();
  const keys = [...days].map((day) => ({ queueId, valueTypeId, day }));
  for await (const { day, slots } of storedDays(store, keys)) found.set(day as Day, slots);
  return found;
}
