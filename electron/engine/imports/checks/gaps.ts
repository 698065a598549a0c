import type { FormerDays } from './history.ts';
import { leastWeeks, medianAt } from './unusual.ts';

export interface Gap {
  /** The first interval without a figure where the former weeks had calls, and how many there are. */
  readonly slot: number;
  readonly intervals: number;
  /** Calls that the former weeks had in them. */
  readonly expected: number;
}

/** In a gap with fewer calls to expect there may just have been none. */
export const expectedInGap = 15;
/** Where the source says that there were none, more of them have to be missing. */
export const expectedInSilence = 30;

/**
 * Intervals in a row without a figure, or without a call, in which the same weekday of the former weeks had calls: so
 * many or more by the medians together. All gaps of the day in one.
 *
 * @param isThere by interval: 0 where nothing is
 * @param level how busy the day is beside the former ones, see `levelOfDay`
 */
export function gaps(
  isThere: ArrayLike<number>,
  places: ArrayLike<number>,
  days: FormerDays,
  leastExpected: number,
  level = 1,
): Gap | undefined {
  if (days.offsets.length < leastWeeks) return undefined;
  let found: Gap | undefined;
  let run: Gap | undefined;
  for (let slot = 0; slot <= isThere.length; slot += 1) {
    if (slot < isThere.length && isThere[slot] === 0) {
      const place = places[slot]!;
      const expected = place < 0 ? 0 : medianAt(days, place, 0);
      if (expected === 0) continue;
      run = {
        slot: run?.slot ?? slot,
        intervals: (run?.intervals ?? 0) + 1,
        expected: (run?.expected ?? 0) + expected,
      };
    } else {
      if (run && run.expected * level >= leastExpected) {
        found = {
          slot: found?.slot ?? run.slot,
          intervals: (found?.intervals ?? 0) + run.intervals,
          expected: (found?.expected ?? 0) + run.expected,
        };
      }
      run = undefined;
    }
  }
  return found;
}

/** With fewer calls to expect it cannot be told how busy a day is. */
const leastForLevel = 20;

/**
 * The calls of a day as a share of those of the former weeks in the intervals that have a figure, at most 1: on a quiet day
 * fewer are missing in a gap.
 */
export function levelOfDay(
  values: readonly (number | undefined)[],
  places: ArrayLike<number>,
  days: FormerDays,
): number {
  let calls = 0;
  let expected = 0;
  for (let slot = 0; slot < values.length; slot += 1) {
    const value = values[slot];
    const place = places[slot]!;
    if (value === undefined || place < 0) continue;
    calls += value / 100;
    expected += medianAt(days, place, 0);
  }
  return expected < leastForLevel ? 1 : Math.min(1, Math.max(0, calls / expected));
}
