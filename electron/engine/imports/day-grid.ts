import { type Day, dayBounds } from '#shared/domain/time/day.ts';
import { dayIntervals, minutesOfDay } from '#shared/domain/time/interval.ts';
import { utcToLocal, type Zone, zoneOf } from '#shared/domain/time/zone.ts';

/** The intervals of one day as the WFM queues of one zone and interval length see them. */
export interface DayGrid {
  readonly zone: Zone;
  readonly intervalMinutes: number;
  readonly day: Day;
  readonly startUtc: number;
  readonly endUtc: number;
  /** First instants of the intervals, ascending, in epoch seconds. */
  readonly starts: readonly number[];
  /** The same on the wall clock, in local seconds, and as minutes since midnight. */
  readonly startsLocal: readonly number[];
  readonly minutesOfDay: readonly number[];
  /** Index of the interval that holds the instant, -1 outside the day. */
  slotAt(utcSeconds: number): number;
}

/** Queues with the same key share a grid. */
export function gridKey(timeZone: string, intervalMinutes: number): string {
  return `${timeZone}|${intervalMinutes}`;
}

export function dayGrid(timeZone: string, intervalMinutes: number, day: Day): DayGrid {
  const zone = zoneOf(timeZone);
  const { startUtc, endUtc } = dayBounds(zone, day);
  const starts = dayIntervals(zone, intervalMinutes, day);
  const step = intervalMinutes * 60;
  const even = starts.every((start, index) => start === startUtc + index * step);
  return {
    zone,
    intervalMinutes,
    day,
    startUtc,
    endUtc,
    starts,
    startsLocal: starts.map((start) => utcToLocal(zone, start)),
    minutesOfDay: starts.map((start) => minutesOfDay(zone, start)),
    slotAt: even
      ? (utc) => (utc < startUtc || utc >= endUtc ? -1 : Math.floor((utc - startUtc) / step))
      : (utc) => (utc < startUtc || utc >= endUtc ? -1 : lastAtOrBefore(starts, utc)),
  };
}

function lastAtOrBefore(starts: readonly number[], utc: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= utc) low = middle;
    else high = middle - 1;
  }
  return low;
}
