import { civilDateOf, digitAt, localSecondsOf, modulo, padded, SECONDS_PER_DAY } from './civil.ts';
import { type StampField, type StampPart, stampParts } from './stamp-format.ts';

export { formatIsoLocal, formatIsoUtc, parseIsoLocal, type ReadStamp } from './iso.ts';

/** A `TimeStampFormat` ready for use; times are local seconds. */
export interface StampFormat {
  /** What the format says, in its order. */
  readonly fields: readonly StampField[];
  /**
   * The local seconds a text means; what the format leaves out is 1970-01-01T00:00:00. Fractions are cut off, a
   * padded part may come with fewer digits where a separator follows, a blank as several. `undefined` for a text that does not fit and
   * for a date or time that does not exist.
   */
  parse(text: string): number | undefined;
  /** The text of a time, fractions being 0. */
  format(localSeconds: number): string;
  /** A LIKE pattern for the texts of the same date: `%` for each part of the time. */
  datePattern(localSeconds: number): string;
  /** The same for the texts of an hour; `undefined` where the format has no hour, or one from 1 to 12. */
  hourPattern(localSeconds: number): string | undefined;
  /** The same for a midnight written as 24:00 of the day before; `undefined` where the format cannot write that. */
  midnightPattern(midnight: number): string | undefined;
}

/**
 * Makes a format ready. Two-digit years are those from 1970 to 2069; with `tt` the hour runs from 1 to 12.
 * Throws `STAMP_FORMAT`; see `stamp-format.ts` for what may stand in it.
 */
export function compileStampFormat(format: string): StampFormat {
  const parts = stampParts(format);
  const fields = parts.flatMap((part) => ('field' in part ? [part.field] : []));
  const isTwelveHours = fields.includes('halfDay');
  const hasWholeDay = !isTwelveHours && fields.includes('hour');
  const readParts = parts.map((part) => ('literal' in part ? { literal: oneBlank(part.literal) } : part));
  return {
    fields,
    parse: (text) => parseParts(readParts, isTwelveHours, oneBlank(text.trim())),
    format(localSeconds) {
      const values = valuesOf(localSeconds, isTwelveHours);
      return parts.map((part) => ('literal' in part ? part.literal : written(part, values))).join('');
    },
    datePattern: (localSeconds) => patternOf(parts, DATE_FIELDS, valuesOf(localSeconds, isTwelveHours)),
    hourPattern(localSeconds) {
      if (!hasWholeDay) return undefined;
      // A blank may come as several.
      const pattern = patternOf(parts, HOUR_AND_DATE_FIELDS, valuesOf(localSeconds, false));
      return pattern.replaceAll(' ', ' %').replace(/%%+/g, '%');
    },
    midnightPattern(midnight) {
      if (!hasWholeDay) return undefined;
      const values = { ...valuesOf(midnight - SECONDS_PER_DAY, false), hour: 24 };
      return patternOf(parts, HOUR_AND_DATE_FIELDS, values);
    },
  };
}

/** True when texts of the format sort like the times they mean: from year to second, with zeros, without AM/PM. */
export function stampFormatSorts(format: string): boolean {
  const written = stampParts(format).filter((part) => 'field' in part);
  return written.every(
    ({ field, length }, index) => field === SORTED_FIELDS[index] && (length > 1 || field === 'fraction'),
  );
}

const SORTED_FIELDS: readonly StampField[] = [
  'year',
  'month',
  'dayOfMonth',
  'hour',
  'minute',
  'second',
  'fraction',
];

const DATE_FIELDS: ReadonlySet<StampField> = new Set<StampField>(['year', 'month', 'dayOfMonth']);
const HOUR_AND_DATE_FIELDS: ReadonlySet<StampField> = new Set<StampField>([...DATE_FIELDS, 'hour']);

/** A LIKE pattern: these fields as they are, `%` for the others. */
function patternOf(parts: readonly StampPart[], known: ReadonlySet<StampField>, values: Values): string {
  return parts
    .map((part) => {
      if ('literal' in part) return part.literal;
      return known.has(part.field) ? written(part, values) : '%';
    })
    .join('')
    .replace(/%%+/g, '%');
}

type FieldPart = Extract<StampPart, { field: StampField }>;
type Values = Record<StampField, number>;

function valuesOf(localSeconds: number, isTwelveHours: boolean): Values {
  const whole = Math.floor(localSeconds);
  const date = civilDateOf(Math.floor(whole / SECONDS_PER_DAY));
  const seconds = modulo(whole, SECONDS_PER_DAY);
  const hour = Math.floor(seconds / 3600);
  return {
    ...date,
    hour: isTwelveHours ? modulo(hour - 1, 12) + 1 : hour,
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
    fraction: 0,
    halfDay: hour < 12 ? 0 : 1,
  };
}

function written({ field, length }: FieldPart, values: Values): string {
  const value = values[field];
  if (field === 'halfDay') return value === 0 ? 'AM' : 'PM';
  return padded(field === 'year' && length === 2 ? value % 100 : value, length);
}

function parseParts(parts: readonly StampPart[], isTwelveHours: boolean, text: string): number | undefined {
  const values: Values = {
    year: 1970,
    month: 1,
    dayOfMonth: 1,
    hour: isTwelveHours ? 12 : 0,
    minute: 0,
    second: 0,
    fraction: 0,
    halfDay: 0,
  };
  let at = 0;
  for (const part of parts) {
    if ('literal' in part) {
      if (!text.startsWith(part.literal, at)) return undefined;
      at += part.literal.length;
    } else if (part.field === 'halfDay') {
      const halfDay = text.slice(at, at + 2).toUpperCase();
      if (halfDay !== 'AM' && halfDay !== 'PM') return undefined;
      values.halfDay = halfDay === 'AM' ? 0 : 1;
      at += 2;
    } else {
      const end = Math.min(at + part.maxDigits, text.length);
      const from = at;
      let value = 0;
      for (let digit = digitAt(text, at); at < end && digit >= 0; digit = digitAt(text, at)) {
        value = value * 10 + digit;
        at += 1;
      }
      if (at - from < part.minDigits) return undefined;
      values[part.field] = part.field === 'year' && part.length === 2 ? fullYear(value) : value;
    }
  }
  if (at !== text.length) return undefined;
  if (isTwelveHours && (values.hour < 1 || values.hour > 12)) return undefined;
  const hour = isTwelveHours ? (values.hour % 12) + values.halfDay * 12 : values.hour;
  return localSecondsOf(values.year, values.month, values.dayOfMonth, hour, values.minute, values.second);
}

/** Columns of fixed width leave blanks behind what they hold. */
function oneBlank(text: string): string {
  return text.includes('  ') ? text.replace(/ +/g, ' ') : text;
}

function fullYear(twoDigits: number): number {
  return twoDigits < 70 ? 2000 + twoDigits : 1900 + twoDigits;
}
