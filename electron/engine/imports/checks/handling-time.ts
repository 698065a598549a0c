import type { Figures } from './balance.ts';

export interface IdleTime {
  /** The first interval, and how many there are. */
  readonly slot: number;
  readonly intervals: number;
  /** In the first interval, as stored: hundredths. */
  readonly value: number;
}

/**
 * Time spent on calls where none was answered: not in the interval, nor in the `edge` intervals before and after it,
 * as ACDs count a long call where it begins, where it ends, or in each interval it lasts through. An interval whose
 * answered calls are not known says nothing.
 */
export function timeWithoutCalls(time: Figures, answered: Figures, edge: number): IdleTime | undefined {
  let found: IdleTime | undefined;
  for (let slot = 0; slot < time.length; slot += 1) {
    const value = time[slot];
    if (value === undefined || value <= 0 || answered[slot] !== 0) continue;
    if (hasCalls(answered, slot - edge, slot + edge)) continue;
    found = found ? { ...found, intervals: found.intervals + 1 } : { slot, intervals: 1, value };
  }
  return found;
}

function hasCalls(answered: Figures, from: number, to: number): boolean {
  for (let slot = Math.max(0, from); slot <= Math.min(to, answered.length - 1); slot += 1) {
    if ((answered[slot] ?? 0) > 0) return true;
  }
  return false;
}
