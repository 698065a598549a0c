import { XlinkError } from '../../rpc/errors.ts';
import { modulo, SECONDS_PER_DAY } from './civil.ts';
import { type Day, dayBounds } from './day.ts';
import { utcToLocal, type Zone } from './zone.ts';

/*
 * Intervals begin where the wall clock shows a whole multiple of their length since midnight, and at every clock
 * change. So they follow each other without gap or overlap, in the repeated hour too. A change by less than an
 * interval makes a short one: at Australia/Lord_Howe, whose clock moves by 30 minutes, two days a year have one
 * 60-minute interval that lasts 30 minutes (01:30 to 02:00 when the clock is set back from 02:00, 02:30 to 03:00
 * when it is set forward from 02:00).
 */

/** The first instant of the interval that holds `utcSeconds`. Throws `INTERVAL_INVALID`. */
export function intervalStart(zone: Zone, intervalMinutes: number, utcSeconds: number): number {
  const span = zone.spanAt(utcSeconds);
  const step = stepSeconds(intervalMinutes);
  const start = utcSeconds - modulo(utcSeconds + span.offsetSeconds, step);
  return Math.max(start, span.fromUtc);
}

/** The first instant behind the interval that holds `utcSeconds`. Throws `INTERVAL_INVALID`. */
export function intervalEnd(zone: Zone, intervalMinutes: number, utcSeconds: number): number {
  const span = zone.spanAt(utcSeconds);
  const step = stepSeconds(intervalMinutes);
  const end = utcSeconds - modulo(utcSeconds + span.offsetSeconds, step) + step;
  return Math.min(end, span.toUtc);
}

/**
 * The first instants of the intervals of a local day, in order: for quarter hours in Europe/Paris 92, 96 or 100.
 * Throws `INTERVAL_INVALID`.
 */
export function dayIntervals(zone: Zone, intervalMinutes: number, day: Day): number[] {
  const { startUtc, endUtc } = dayBounds(zone, day);
  const starts: number[] = [];
  for (let utc = startUtc; utc < endUtc; utc = intervalEnd(zone, intervalMinutes, utc)) starts.push(utc);
  return starts;
}

/** Whole minutes the wall clock shows since midnight: 0 to 1439. */
export function minutesOfDay(zone: Zone, utcSeconds: number): number {
  return Math.floor(modulo(utcToLocal(zone, utcSeconds), SECONDS_PER_DAY) / 60);
}

/** True for whole minutes that divide a day, so that each day begins with an interval of its own. */
export function isIntervalLength(intervalMinutes: number): boolean {
  return Number.isInteger(intervalMinutes) && intervalMinutes > 0 && 1440 % intervalMinutes === 0;
}

function stepSeconds(intervalMinutes: number): number {
  if (isIntervalLength(intervalMinutes)) return intervalMinutes * 60;
  throw new XlinkError(
    'INTERVAL_INVALID',
    `An interval of ${intervalMinutes} minutes does not divide a day. Use 5, 10, 15, 20, 30 or 60 minutes.`,
    { intervalMinutes },
  );
}
