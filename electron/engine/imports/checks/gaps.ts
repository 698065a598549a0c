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
export const leastExpectedCalls = 10;

/**
 * Intervals in a row without a figure in which the same weekday of the former weeks had calls: 10 or more by the
 * medians together. All gaps of the day in one.
 *
 * @param hasFigure by interval: whether the queue has any figure
 */
export function gaps(
  hasFigure: ArrayLike<number>,
  places: ArrayLike<number>,
  days: FormerDays,
): Gap | undefined {
  if (days.known < leastWeeks) return undefined;
  let found: Gap | undefined;
  let run: Gap | undefined;
  for (let slot = 0; slot <= hasFigure.length; slot += 1) {
    if (slot < hasFigure.length && hasFigure[slot] === 0) {
      const place = places[slot]!;
      if (place < 0 || days.to[place]! < 1) continue;
      const expected = medianAt(days, place, 0);
      if (expected === 0) continue;
      run = {
        slot: run?.slot ?? slot,
        intervals: (run?.intervals ?? 0) + 1,
        expected: (run?.expected ?? 0) + expected,
      };
    } else {
      if (run && run.expected >= leastExpectedCalls) {
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
