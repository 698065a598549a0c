import { modulo } from '#shared/domain/time/civil.ts';
import { intervalEnd, intervalStart, isIntervalLength } from '#shared/domain/time/interval.ts';
import type { Zone } from '#shared/domain/time/zone.ts';
import type { DayGrid } from './day-grid.ts';

/*
 * Sources cut their intervals at a clock change as our own are (see shared/domain/time/interval.ts): at
 * Australia/Lord_Howe an hour of 30 minutes. Of intervals over more than an hour nothing is known there.
 */
const longestCutMinutes = 60;

/** Whether an interval of so many minutes begins or ends there by this clock. */
export function isBorder(clock: Zone, utc: number, minutes: number): boolean {
  const span = clock.spanAt(utc);
  return utc === span.fromUtc || modulo(utc + span.offsetSeconds, minutes * 60) === 0;
}

/**
 * The end of an interval that a source means: many write its last minute (10:14, 23:59) or second (10:14:59). Undefined where no
 * interval of this clock ends there.
 */
export function meantEnd(clock: Zone, utc: number, minutes: number): number | undefined {
  const candidates = modulo(utc, 60) === 0 ? [utc, utc + 60] : [utc + 1];
  return candidates.find((end) => isBorder(clock, end, minutes));
}

/** The intervals of the day that lie, even in part, between two instants; undefined: none. */
export function slotsTouched(
  grid: DayGrid,
  startUtc: number,
  endUtc: number,
): { readonly first: number; readonly last: number } | undefined {
  if (startUtc >= grid.endUtc || endUtc <= grid.startUtc) return undefined;
  return {
    first: grid.slotAt(Math.max(startUtc, grid.startUtc)),
    last: grid.slotAt(Math.min(endUtc, grid.endUtc) - 1),
  };
}

/** When a row is over, in epoch seconds. */
export function rowEnd(clock: Zone, startUtc: number, minutes: number): number {
  return isCut(minutes) && isBorder(clock, startUtc, minutes)
    ? intervalEnd(clock, minutes, startUtc)
    : startUtc + minutes * 60;
}

/** When a row began that was over at an instant. */
export function rowStart(clock: Zone, endUtc: number, minutes: number): number {
  return isCut(minutes) && isBorder(clock, endUtc, minutes)
    ? intervalStart(clock, minutes, endUtc - 1)
    : endUtc - minutes * 60;
}

function isCut(minutes: number): boolean {
  return minutes <= longestCutMinutes && isIntervalLength(minutes);
}

/** How a row of so many minutes, over at `endUtc`, lies on the intervals of a queue. */
export type Spread =
  /** Within one, or only its begin is known. */
  | 'one'
  /** Over several that it fills. */
  | 'coarser'
  /** Over several, or over a clock change, and it cannot be divided. */
  | 'across'
  /** Over more than a row can be. */
  | 'too-long';

export function spreadOf(
  grid: DayGrid,
  startUtc: number,
  endUtc: number,
  minutes: number,
  clock: Zone,
): Spread {
  const first = grid.slotAt(startUtc);
  const last = grid.slotAt(endUtc - 1);
  const isOutside = startUtc >= grid.endUtc || endUtc <= grid.startUtc;
  if (first === last && (first >= 0 || isOutside)) return 'one';
  if (endUtc - startUtc > grid.intervalMinutes * 60) {
    const isDivisible =
      (endUtc - startUtc) % (grid.intervalMinutes * 60) === 0 &&
      !(minutes > longestCutMinutes && changesWithin(clock, startUtc, endUtc)) &&
      fillsIntervals(grid, startUtc, endUtc);
    return isDivisible ? 'coarser' : 'across';
  }
  // What a source does with longer intervals when its clock changes is not known: they belong where they begin.
  const isCut =
    minutes > longestCutMinutes && [first, last].some((slot) => slot >= 0 && !isWhole(grid, slot));
  return isCut ? 'one' : 'across';
}

function changesWithin(clock: Zone, startUtc: number, endUtc: number): boolean {
  return clock.offsetSecondsAt(startUtc) !== clock.offsetSecondsAt(endUtc - 1);
}

/** Whether the row's parts are intervals of this day. */
function fillsIntervals(grid: DayGrid, startUtc: number, endUtc: number): boolean {
  const step = grid.intervalMinutes * 60;
  // From the part that this day begins in: what the source says of a row's length is not bounded.
  const first = startUtc + Math.max(0, Math.floor((grid.startUtc - startUtc) / step)) * step;
  for (let at = first; at < Math.min(endUtc, grid.endUtc); at += step) {
    const slot = grid.slotAt(at);
    if (slot >= 0 && (grid.starts[slot] !== at || !isWhole(grid, slot))) return false;
  }
  return true;
}

function isWhole(grid: DayGrid, slot: number): boolean {
  return (grid.starts[slot + 1] ?? grid.endUtc) - grid.starts[slot]! === grid.intervalMinutes * 60;
}
