import type { HeatMap } from '#shared/contract/data.ts';
import { addDays, type Day, daysOf, parseDay, weekdayOf } from '#shared/domain/time/day.ts';
import { minutesOfDay } from '#shared/domain/time/interval.ts';
import { dayGrid } from '../imports/day-grid.ts';
import type { WfmStore } from '../wfm/store.ts';
import { figureOf, tallySteps } from './aggregate.ts';
import { type CurveTarget, curveOf } from './curve-days.ts';
import { leastCommonMultiple } from './step.ts';
import { storedDays } from './stored-days.ts';

export interface HeatMapQuestion extends CurveTarget {
  readonly toDay: string;
  /** How many days up to and with `toDay`. */
  readonly days: number;
  readonly stepMinutes: number;
}

/** Monday to Sunday as scenarios number them. */
const weekdays = [2, 3, 4, 5, 6, 7, 1];

/**
 * The mean of what the steps at each weekday and wall clock time came to; steps without a value do not count. Both
 * times of a repeated hour are steps of their own in the same cell; a cell of an hour that is skipped gets none.
 */
export async function readHeatMap(store: WfmStore, question: HeatMapQuestion): Promise<HeatMap> {
  const curve = curveOf(await store.directory(), question);
  const { queueId, valueTypeId, aggregate } = curve;
  const toDay = parseDay(question.toDay);
  const fromDay = addDays(toDay, 1 - question.days);
  // Whole intervals of the queue: inside one nothing is known.
  const stepMinutes = leastCommonMultiple(question.stepMinutes, curve.queue.intervalMinutes);
  const cellsOf = () => Array.from({ length: 1440 / stepMinutes }, () => ({ sum: 0, count: 0 }));
  const rows = new Map(weekdays.map((weekday) => [weekday, cellsOf()]));

  const keys = daysOf(fromDay, toDay).map((day) => ({ queueId, valueTypeId, day }));
  for await (const { day, slots } of storedDays(store, keys)) {
    if (slots.length === 0) continue;
    const grid = dayGrid(curve.queue.timeZone, stepMinutes, day as Day);
    const cells = rows.get(weekdayOf(day as Day))!;
    for (const [step, tally] of tallySteps(grid, slots).entries()) {
      const figure = figureOf(tally, aggregate);
      if (figure === null) continue;
      const cell = cells[Math.floor(minutesOfDay(curve.zone, grid.starts[step]!) / stepMinutes)]!;
      cell.sum += figure;
      cell.count += 1;
    }
  }
  return {
    queueId,
    valueTypeId,
    timeZone: curve.queue.timeZone,
    fromDay,
    toDay,
    stepMinutes,
    aggregate,
    rows: weekdays.map((weekday) => ({
      weekday,
      cells: rows.get(weekday)!.map(({ sum, count }) => ({ mean: count === 0 ? null : sum / count, count })),
    })),
  };
}
