/**
 * Dates as the family counts them: days since 30 December 1899 as a number, the time of day as its fraction.
 * Days before that date count down, while the fraction still counts forward from midnight.
 */
export interface DateParts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

const MS_PER_DAY = 86_400_000;
const SECONDS_PER_DAY = 86_400;
const EPOCH_MS = Date.UTC(1899, 11, 30);
export const EARLIEST_DATE = -657_434;
export const LATEST_DATE = 2_958_465.999_999_99;

/** Days since 30 December 1899 of a calendar day; months and days outside their range carry over. */
export function daySerial(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round((date.getTime() - EPOCH_MS) / MS_PER_DAY);
}

/** The serial of a day and a time of day in whole seconds. */
export function joinSerial(days: number, seconds: number): number {
  const fraction = seconds / SECONDS_PER_DAY;
  return days < 0 ? days - fraction : days + fraction;
}

export function dateSerial(parts: DateParts): number {
  return joinSerial(
    daySerial(parts.year, parts.month, parts.day),
    parts.hour * 3600 + parts.minute * 60 + parts.second,
  );
}

/** Whole days and whole seconds (0 to 86,399) of a serial. */
export function splitSerial(serial: number): { days: number; seconds: number } {
  let days = Math.trunc(serial);
  let seconds = Math.round(Math.abs(serial - days) * SECONDS_PER_DAY);
  if (seconds >= SECONDS_PER_DAY) {
    seconds = 0;
    days += serial < 0 ? -1 : 1;
  }
  return { days, seconds };
}

export function datePartsOf(serial: number): DateParts {
  const { days, seconds } = splitSerial(serial);
  const date = new Date(EPOCH_MS + days * MS_PER_DAY);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
  };
}

/** Sunday = 1 … Saturday = 7. */
export function weekdayOf(serial: number): number {
  const { days } = splitSerial(serial);
  return ((((days + 6) % 7) + 7) % 7) + 1;
}

const LONGEST_DATE_TEXT = 60;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const TIME = /(?:^|\s|T)(\d{1,2})(?::(\d{2})(?::(\d{2}))?(?:\s*([AaPp])\.?[Mm]\.?)?|\s*([AaPp])\.?[Mm]\.?)$/;

/**
 * Reads a date, a time, or both: `2026-11-30`, `11/30/2026` (month first, as in the family), `30 Nov 2026`,
 * `Nov 30, 2026`, `14:30`, `2:30:15 PM`. A time alone is that time on day 0.
 */
export function parseDateText(written: string): DateParts | undefined {
  if (written.length > LONGEST_DATE_TEXT) return undefined;
  let text = written.trim();
  const parts: DateParts = { year: 1899, month: 12, day: 30, hour: 0, minute: 0, second: 0 };
  const time = TIME.exec(text);
  if (time) {
    parts.hour = Number(time[1]);
    parts.minute = Number(time[2] ?? 0);
    parts.second = Number(time[3] ?? 0);
    const half = (time[4] ?? time[5])?.toLowerCase();
    if (half !== undefined && (parts.hour < 1 || parts.hour > 12)) return undefined;
    if (half === 'p' && parts.hour < 12) parts.hour += 12;
    if (half === 'a' && parts.hour === 12) parts.hour = 0;
    if (parts.hour > 23 || parts.minute > 59 || parts.second > 59) return undefined;
    text = text.slice(0, time.index).trim();
    if (text === '') return parts;
  }
  const day = parseDay(text);
  if (day === undefined) return undefined;
  return { ...parts, ...day };
}

function parseDay(text: string): Pick<DateParts, 'year' | 'month' | 'day'> | undefined {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (iso) return checkedDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const monthFirst = /^(\d{1,2})[-/](\d{1,2})[-/](\d{2}|\d{4})$/.exec(text);
  if (monthFirst) {
    const year = fullYear(monthFirst[3] ?? '');
    const first = Number(monthFirst[1]);
    const second = Number(monthFirst[2]);
    return checkedDay(year, first, second) ?? checkedDay(year, second, first);
  }
  const dayFirst = /^(\d{1,2})\.(\d{1,2})\.(\d{2}|\d{4})$/.exec(text);
  if (dayFirst) return checkedDay(fullYear(dayFirst[3] ?? ''), Number(dayFirst[2]), Number(dayFirst[1]));
  const words =
    /^(\d{1,2})[\s-]+([A-Za-z]{3,9})\.?[\s,-]+(\d{2}|\d{4})$/.exec(text) ??
    /^([A-Za-z]{3,9})\.?\s+(\d{1,2})[\s,]+(\d{2}|\d{4})$/.exec(text);
  if (!words) return undefined;
  const [, first = '', second = '', year = ''] = words;
  const [dayText, monthText] = /^\d/.test(first) ? [first, second] : [second, first];
  const month = MONTHS.findIndex((name) => monthText.toLowerCase().startsWith(name)) + 1;
  return month === 0 ? undefined : checkedDay(fullYear(year), month, Number(dayText));
}

/** Two digits mean 1930 to 2029, as in the family. */
function fullYear(written: string): number {
  const year = Number(written);
  if (written.length > 2) return year;
  return year < 30 ? 2000 + year : 1900 + year;
}

function checkedDay(year: number, month: number, day: number) {
  if (year < 100 || year > 9999 || month < 1 || month > 12 || day < 1) return undefined;
  const lastDay = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
  return day > lastDay ? undefined : { year, month, day };
}
