/*
 * The Gregorian calendar in whole numbers. "Local seconds" are seconds since 1970-01-01T00:00 of a wall clock, as if
 * that clock ran on UTC; day numbers count from the same midnight.
 */

export const SECONDS_PER_DAY = 86_400;

/** Days since 1970-01-01; month 1 to 12, no check of ranges. */
export function dayNumberOf(year: number, month: number, dayOfMonth: number): number {
  // Years begin in March here, so that the leap day comes last.
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly dayOfMonth: number;
}

/** The date of a day number. */
export function civilDateOf(dayNumber: number): CivilDate {
  const days = dayNumber + 719_468;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const dayOfMonth = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfMonth };
}

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** 28 to 31; 0 for a month that is none. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) return 29;
  return DAYS_IN_MONTH[month - 1] ?? 0;
}

/**
 * Local seconds of a date and time, or `undefined` when there is no such date or time (31 February, 24:01). 24:00 is the
 * midnight that ends the date: sources write the last end of a day so, and some the first start of the next one.
 */
export function localSecondsOf(
  year: number,
  month: number,
  dayOfMonth: number,
  hour: number,
  minute: number,
  second: number,
): number | undefined {
  if (dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return undefined;
  if (hour > 23 && (hour > 24 || minute + second > 0)) return undefined;
  if (minute > 59 || second > 59) return undefined;
  return dayNumberOf(year, month, dayOfMonth) * SECONDS_PER_DAY + hour * 3600 + minute * 60 + second;
}

/** Remainder that is never negative. */
export function modulo(value: number, divisor: number): number {
  return value - Math.floor(value / divisor) * divisor;
}

/** Digits with zeros before them. */
export function padded(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

/** The digit at a place of a text, -1 where there is none. */
export function digitAt(text: string, at: number): number {
  const digit = text.charCodeAt(at) - 48;
  return digit >= 0 && digit <= 9 ? digit : -1;
}
