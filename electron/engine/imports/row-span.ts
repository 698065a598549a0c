import { modulo } from '#shared/domain/time/civil.ts';
import { isIntervalLength } from '#shared/domain/time/interval.ts';
import type { Zone } from '#shared/domain/time/zone.ts';
import type { DayGrid } from './day-grid.ts';

/*
 * Sources cut their intervals at a clock change as our own are (see shared/domain/time/interval.ts): at
 * Australia/Lord_Howe an hour of 30 minutes. Of intervals over more than an hour nothing is known there.
 */
const longestCutMinutes = 60;

/** When a row that began at an instant of this clock is over, in epoch seconds. */
export function rowEnd(zone: Zone, startUtc: number, minutes: number): number {
  const full = startUtc + minutes * 60;
  if (minutes > longestCutMinutes || !isIntervalLength(minutes)) return full;
  const span = zone.spanAt(startUtc);
  const behindStart = modulo(startUtc + span.offsetSeconds, minutes * 60);
  return Math.min(startUtc === span.fromUtc ? full - behindStart : full, span.toUtc);
}

/** When a row began that was over at an instant: so many minutes before, or at the clock change in between. */
export function rowStart(zone: Zone, endUtc: number, minutes: number): number {
  const full = endUtc - minutes * 60;
  return minutes > longestCutMinutes ? full : Math.max(full, zone.spanAt(endUtc - 1).fromUtc);
}

export function isOnClock(zone: Zone, utc: number, minutes: number): boolean {
  return modulo(utc + zone.offsetSecondsAt(utc), minutes * 60) === 0;
}

/** Whether a row that begins there may be one of the source's intervals: on the clock, or with a clock change. */
export function beginsInterval(zone: Zone, startUtc: number, minutes: number): boolean {
  const span = zone.spanAt(startUtc);
  return startUtc === span.fromUtc || modulo(startUtc + span.offsetSeconds, minutes * 60) === 0;
}

/** How a row of so many minutes, over at `endUtc`, lies on the intervals of a queue. */
export type Spread =
  /** Within one, or only its begin is known. */
  | 'one'
  /** Over several that it fills. */
  | 'coarser'
  /** Over several, or over a clock change, and it cannot be divided. */
  | 'across';

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
