import type { Aggregate } from '#shared/contract/data.ts';
import type { DayGrid } from '../imports/day-grid.ts';
import type { ValueTypeUnit } from '../wfm/directory.ts';
import type { SlotValue } from '../wfm/packDay.ts';

/**
 * Only what is counted can be added up. Seconds may be a total or an average, which nobody can tell by the unit: the
 * mean of the intervals is right for both.
 */
export function aggregateOf(unit: ValueTypeUnit | undefined): Aggregate {
  return unit === 'count' ? 'sum' : 'mean';
}

/** Adds values up, in whole hundredths, so nothing drifts. */
export interface Tally {
  readonly sumHundredths: number;
  /** Values that went in. */
  readonly count: number;
}

export const noTally: Tally = { sumHundredths: 0, count: 0 };

export function addTally(one: Tally, other: Tally): Tally {
  return { sumHundredths: one.sumHundredths + other.sumHundredths, count: one.count + other.count };
}

/** Null without any value: nothing stored is not 0. */
export function figureOf({ sumHundredths, count }: Tally, aggregate: Aggregate): number | null {
  if (count === 0) return null;
  return aggregate === 'sum' ? sumHundredths / 100 : sumHundredths / count / 100;
}

export function tallyOf(slots: readonly SlotValue[]): Tally {
  let sumHundredths = 0;
  for (const { valueHundredths } of slots) sumHundredths += valueHundredths;
  return { sumHundredths, count: slots.length };
}

/** The values of a day by the steps of a grid; each value counts in the step it starts in. */
export function tallySteps(grid: DayGrid, slots: readonly SlotValue[]): Tally[] {
  const sums = new Array<number>(grid.starts.length).fill(0);
  const counts = new Array<number>(grid.starts.length).fill(0);
  for (const { startUtc, valueHundredths } of slots) {
    const step = grid.slotAt(startUtc);
    if (step < 0) continue;
    sums[step]! += valueHundredths;
    counts[step]! += 1;
  }
  return sums.map((sumHundredths, step) => ({ sumHundredths, count: counts[step]! }));
}
