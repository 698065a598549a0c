/** Dates, times and numbers as the reader writes them. Days are `YYYY-MM-DD`, instants ISO in UTC. */
export interface Formats {
  /** BCP 47: `fr`, `en-GB`. */
  readonly locale: string;
  number(value: number, decimals?: number): string;
  /** With as many decimals as it has, at most two: `0.84`, `1,234`. */
  figure(value: number): string;
  /** The form of a word that goes with a quantity: French has `0 valeur`, English `0 values`. */
  counted(value: number, one: string, several: string): string;
  /** In two digits: `12K`. */
  compact(value: number): string;
  /** `21 November 2026`. */
  day(day: string): string;
  /** `Friday, 21 November 2026`. */
  dayWithWeekday(day: string): string;
  /** `Fri 21 Nov`. */
  dayShort(day: string): string;
  /** `Fri 21`. */
  weekdayShort(day: string): string;
  /** `1 – 31 October 2026`; one day alone is that day. */
  dayRange(from: string, to: string): string;
  /** `1 – 31 Oct 2026`. */
  dayRangeShort(from: string, to: string): string;
  /** `October 2026` for `2026-10`. */
  month(month: string): string;
  /** `Oct`, the name alone. */
  monthName(month: string): string;
  /** `Oct 2026`. */
  monthShort(month: string): string;
  /** `10:02:11`, by the reader's clock. */
  time(utc: string): string;
  /** `21 Nov 2026, 10:02`, by the reader's clock. */
  dateTime(utc: string): string;
  /** `21 Nov 2026, 09:15 (Europe/Paris)`. */
  dateTimeIn(utc: string, timeZone: string): string;
  /** Names of the days by the scenario's number: index 1 is Sunday, 7 Saturday. */
  readonly weekdays: readonly string[];
}

const made = new Map<string, Formats>();

/**
 * Formats of a language, in the reader's own kind of it where the browser knows one (`en-GB` writes days before months).
 */
export function formatsFor(language: string, preferred: readonly string[] = []): Formats {
  const locale = preferred.find((tag) => tag.split('-')[0] === language) ?? language;
  const known = made.get(locale);
  if (known !== undefined) return known;
  const formats = makeFormats(locale);
  made.set(locale, formats);
  return formats;
}

function makeFormats(locale: string): Formats {
  // A day is a date and no instant: read and written in UTC it stays what it is.
  const date = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  const dayFormat = date({ day: 'numeric', month: 'long', year: 'numeric' });
  const shortDayFormat = date({ day: 'numeric', month: 'short', year: 'numeric' });
  const weekdayFormat = date({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const dayShortFormat = date({ weekday: 'short', day: 'numeric', month: 'short' });
  const weekdayShortFormat = date({ weekday: 'short', day: 'numeric' });
  const monthFormat = date({ month: 'long', year: 'numeric' });
  const monthShortFormat = date({ month: 'short', year: 'numeric' });
  const monthNameFormat = date({ month: 'short' });
  const weekdayName = date({ weekday: 'long' });
  const timeFormat = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' });
  const dateTimeFormat = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const figureFormat = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const plurals = new Intl.PluralRules(locale);
  const compactFormat = new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 2 });
  const numbers = new Map<number, Intl.NumberFormat>();
  const numberFormat = (decimals: number) => {
    const known = numbers.get(decimals);
    if (known !== undefined) return known;
    const format = new Intl.NumberFormat(locale, {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
    numbers.set(decimals, format);
    return format;
  };
  // 2026-11-01 is a Sunday.
  const weekdays = [
    '',
    ...Array.from({ length: 7 }, (_, i) => weekdayName.format(Date.UTC(2026, 10, 1 + i))),
  ];

  return {
    locale,
    number: (value, decimals = 0) => numberFormat(decimals).format(value),
    figure: (value) => figureFormat.format(value),
    counted: (value, one, several) => (plurals.select(value) === 'one' ? one : several),
    compact: (value) => compactFormat.format(value),
    day: (day) => dayFormat.format(new Date(day)),
    dayWithWeekday: (day) => weekdayFormat.format(new Date(day)),
    dayShort: (day) => dayShortFormat.format(new Date(day)),
    weekdayShort: (day) => weekdayShortFormat.format(new Date(day)),
    dayRange: (from, to) =>
      from === to ? dayFormat.format(new Date(from)) : dayFormat.formatRange(new Date(from), new Date(to)),
    dayRangeShort: (from, to) =>
      from === to
        ? shortDayFormat.format(new Date(from))
        : shortDayFormat.formatRange(new Date(from), new Date(to)),
    month: (month) => monthFormat.format(new Date(`${month}-01`)),
    monthName: (month) => monthNameFormat.format(new Date(`${month}-01`)),
    monthShort: (month) => monthShortFormat.format(new Date(`${month}-01`)),
    time: (utc) => timeFormat.format(new Date(utc)),
    dateTime: (utc) => dateTimeFormat.format(new Date(utc)),
    dateTimeIn: (utc, timeZone) => {
      const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
      return `${format.format(new Date(utc))} (${timeZone})`;
    },
    weekdays,
  };
}
