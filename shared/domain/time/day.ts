import { XlinkError } from '../../rpc/errors.ts';
import { civilDateOf, dayNumberOf, daysInMonth, modulo, padded, SECONDS_PER_DAY } from './civil.ts';
import { localToUtc, utcToLocal, type Zone } from './zone.ts';

/** A calendar day as `YYYY-MM-DD`; days compare like text. */
export type Day = string & { readonly [dayBrand]: true };

declare const dayBrand: unique symbol;

/** The day a text names. Throws `DAY_INVALID` (details: `text`). */
export function parseDay(text: string): Day {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const dayOfMonth = Number(match?.[3]);
  if (match !== null && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(Number(match[1]), Number(match[2]))) {
    return text as Day;
  }
  throw new XlinkError(
    'DAY_INVALID',
    `"${text}" is no day. Write it as YYYY-MM-DD, for example 2026-03-29.`,
    {
      text,
    },
  );
}

export function isDay(text: string): text is Day {
  try {
    return parseDay(text) === text;
  } catch {
    return false;
  }
}

/** Days since 1970-01-01. */
export function dayNumber(day: Day): number {
  return dayNumberOf(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10)));
}

/** The day of a number of days since 1970-01-01. Throws `DAY_INVALID` outside the years 0000 to 9999. */
export function dayOfNumber(number: number): Day {
  const { year, month, dayOfMonth } = civilDateOf(number);
  return parseDay(`${padded(year, 4)}-${padded(month, 2)}-${padded(dayOfMonth, 2)}`);
}

export function addDays(day: Day, days: number): Day {
  return dayOfNumber(dayNumber(day) + days);
}

export function nextDay(day: Day): Day {
  return addDays(day, 1);
}

export function previousDay(day: Day): Day {
  return addDays(day, -1);
}

/** The days from one to another, both included; none when `to` is before `from`. */
export function daysOf(from: Day, to: Day): Day[] {
  const first = dayNumber(from);
  const count = Math.max(0, dayNumber(to) - first + 1);
  return Array.from({ length: count }, (_, index) => dayOfNumber(first + index));
}

/** Sunday = 1 … Saturday = 7, as scenarios count. */
export function weekdayOf(day: Day): number {
  return modulo(dayNumber(day) + 4, 7) + 1;
}

/**
 * The day an instant belongs to: the one whose {@link dayBounds} hold it. That is the day the wall clock shows, save
 * where a clock was set back over midnight (America/St_Johns until 2011): a day that has begun goes on.
 */
export function dayAt(zone: Zone, utcSeconds: number): Day {
  const shown = Math.floor(utcToLocal(zone, utcSeconds) / SECONDS_PER_DAY);
  return dayOfNumber(utcSeconds < firstInstant(zone, shown + 1) ? shown : shown + 1);
}

export function today(zone: Zone, nowUtc: number): Day {
  return dayAt(zone, nowUtc);
}

/** `[startUtc, endUtc)` in epoch seconds. */
export interface DayBounds {
  readonly startUtc: number;
  readonly endUtc: number;
}

/**
 * The instants of a local day, from its first to that of the next day, so that days follow each other without gap.
 * Where the clock jumps over midnight, the day begins with the jump; a day that was left out (Pacific/Apia,
 * 2011-12-30) is empty.
 */
export function dayBounds(zone: Zone, day: Day): DayBounds {
  const number = dayNumber(day);
  return { startUtc: firstInstant(zone, number), endUtc: firstInstant(zone, number + 1) };
}

function firstInstant(zone: Zone, number: number): number {
  const midnight = localToUtc(zone, number * SECONDS_PER_DAY);
  if (midnight.kind === 'unique') return midnight.utc;
  return midnight.kind === 'repeated' ? midnight.earlier : midnight.changeUtc;
}
