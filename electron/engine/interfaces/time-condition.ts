import { modulo, SECONDS_PER_DAY } from '#shared/domain/time/civil.ts';
import { compileStampFormat, type StampFormat, stampFormatSorts } from '#shared/domain/time/stamp.ts';
import { utcToLocal, type Zone } from '#shared/domain/time/zone.ts';
import { type DatabaseProduct, dialectOf } from '../odbc/dialect.ts';
import type { StampColumns } from './call-source.ts';

/** A condition of a statement; values are parameters, never text. */
export interface Condition {
  readonly sql: string;
  readonly parameters: readonly (string | number)[];
}

/** A day as one clock has it, in epoch seconds. */
export interface DayWindow {
  readonly zone: Zone;
  readonly startUtc: number;
  readonly endUtc: number;
}

/** What is to be read, and how the source tells the time. */
export interface TimeRange {
  readonly product: DatabaseProduct;
  /** The day as each of the clocks has it that want it; one at least. */
  readonly windows: readonly DayWindow[];
  /** The source's own clock; undefined: that of each window. */
  readonly zone: Zone | undefined;
  /** The stamps are texts with an offset: their date may be the one before or after the wall clock's. */
  readonly isWide?: boolean | undefined;
  /** So much earlier as well. */
  readonly lookBackSeconds?: number;
  /** So much later as well. */
  readonly lookAheadSeconds?: number;
  /** Most texts of date and time have a `T` between them, not a blank. */
  readonly hasLetter?: boolean | undefined;
  /** Texts that sort are not all written as they should be (`2026-3-4`): they are matched by their date as others are. */
  readonly matchesDates?: boolean | undefined;
  /** Rows that may have begun earlier still: those which fulfil a condition of their own. */
  readonly longRows?: { readonly isLong: string; readonly lookBackSeconds: number } | undefined;
}

/** Around a clock change: wider than the usual ones, so that no row of the day is missed; the reader drops what is too much. */
const marginSeconds = 3 * 3600;

/** Without a clock change near the range the wall clock's own range is exact: every row more is read for nothing. */
function marginOf(zones: readonly Zone[], startUtc: number, endUtc: number): number {
  const from = startUtc - SECONDS_PER_DAY;
  const to = endUtc + SECONDS_PER_DAY;
  // Over the date line it was a whole day (Pacific/Apia, 2011).
  const changes = zones.flatMap((zone) => zone.transitionsBetween(from, to));
  return changes.reduce(
    (most, { before, after }) => Math.max(most, marginSeconds, Math.abs(after - before)),
    0,
  );
}

/** The rows of the range by their time stamp: all of them, and some around. */
export function timeCondition(
  stamp: Pick<StampColumns, 'kind' | 'format' | 'date' | 'time'>,
  expression: string,
  range: TimeRange,
): Condition {
  const { windows, zone, isWide, longRows, lookBackSeconds = 0, lookAheadSeconds = 0 } = range;
  const startUtc = Math.min(...windows.map((window) => window.startUtc)) - lookBackSeconds;
  const endUtc = Math.max(...windows.map((window) => window.endUtc)) + lookAheadSeconds;
  const earlier = longRows === undefined ? 0 : longRows.lookBackSeconds - lookBackSeconds;
  if (stamp.kind === 'unix') return unixCondition(stamp, expression, range, { startUtc, endUtc, earlier });
  // Without a zone of its own the source's wall clock is that of each window, so each one's local day counts.
  const localStart = zone
    ? utcToLocal(zone, startUtc)
    : Math.min(...windows.map((window) => utcToLocal(window.zone, window.startUtc))) - lookBackSeconds;
  const localEnd = zone
    ? utcToLocal(zone, endUtc)
    : Math.max(...windows.map((window) => utcToLocal(window.zone, window.endUtc))) + lookAheadSeconds;
  const zones = zone ? [zone] : windows.map((window) => window.zone);
  const margin = isWide ? SECONDS_PER_DAY + marginSeconds : marginOf(zones, startUtc - earlier, endUtc);
  const from = localStart - margin;
  const to = localEnd + margin;
  const sorted = sortedFormat(stamp, range.product);
  const pattern =
    sorted === undefined || range.matchesDates ? patternFormat(stamp, range.product) : undefined;
  if (pattern !== undefined) return patternCondition(expression, pattern, from - earlier, to);
  const { since, until } = bounds(stamp, expression, range);
  if (longRows === undefined) return joined(' AND ', since(from), until(to));
  const isLong = { sql: longRows.isLong, parameters: [] };
  return joined(' AND ', since(from - earlier), until(to), enclosed(joined(' OR ', isLong, since(from))));
}

/** What texts look like that are matched by their date; undefined where time stamps are no texts. */
function patternFormat(
  { kind, format }: Pick<StampColumns, 'kind' | 'format'>,
  product: DatabaseProduct,
): string | undefined {
  if (kind === 'text' && format !== undefined) return format;
  return isIsoText(kind, product) ? "yyyy-mm-dd'%'" : undefined;
}

/** The format of texts that are found by comparing; undefined where time stamps are no texts or do not sort. */
function sortedFormat(
  stamp: Pick<StampColumns, 'kind' | 'format'>,
  product: DatabaseProduct,
): string | undefined {
  const format = patternFormat(stamp, product);
  return format !== undefined && (format !== stamp.format || stampFormatSorts(format)) ? format : undefined;
}

function isIsoText(kind: StampColumns['kind'], product: DatabaseProduct): boolean {
  return kind === 'text' || (kind === 'datetime' && product === 'sqlite');
}

/**
 * Finds texts of these days that are written without zeros: `2026-3-4` sorts behind each `2026-03-04` and is of no range.
 * Undefined where that cannot be.
 */
export function unpaddedCondition(
  stamp: Pick<StampColumns, 'kind' | 'format'>,
  expression: string,
  product: DatabaseProduct,
  windows: readonly DayWindow[],
): Condition | undefined {
  const format = sortedFormat(stamp, product);
  if (format === undefined) return undefined;
  const [padded, short] = [format, unpadded(format)].map(compileStampFormat) as [StampFormat, StampFormat];
  const beginning = (form: StampFormat, midnight: number) => form.datePattern(midnight).split('%', 1)[0]!;
  const found = new Set<string>();
  for (const { startUtc, endUtc } of windows) {
    // Whatever the clock: what is too much does no harm.
    for (let midnight = midnightOf(startUtc); midnight <= endUtc; midnight += SECONDS_PER_DAY) {
      // Without separators they cannot be read, and 202611 is the beginning of all November.
      if (padded.parse(short.format(midnight)) !== midnight) continue;
      const text = beginning(short, midnight);
      if (text !== beginning(padded, midnight)) found.add(text);
    }
  }
  if (found.size === 0) return undefined;
  const ranges = [...found].map((text) => ({
    sql: `(${expression} >= ? AND ${expression} < ?)`,
    parameters: [text, `${text}~`],
  }));
  return enclosed(joined(' OR ', ...ranges));
}

function unpadded(format: string): string {
  return format.replace('dd', 'd').replace('mm', 'm');
}

interface Bounds {
  /** From this time of the source's clock on, or a little earlier. */
  since(local: number): Condition;
  /** Before this time, or a little later. */
  until(local: number): Condition;
}

function bounds(
  { kind, format, time }: Pick<StampColumns, 'kind' | 'format' | 'time'>,
  expression: string,
  { product, hasLetter = false }: TimeRange,
): Bounds {
  const { timestampParameter, dateParameter, comparedAsNumber } = dialectOf(product);
  if (kind === 'date-hhmm' || kind === 'date-minutes') {
    return dateBounds(kind, expression, time && comparedAsNumber(time), dateParameter);
  }
  if (kind === 'text' && format !== undefined) return textBounds(expression, format);
  const parameter = kind === 'datetime' ? timestampParameter : '?';
  if (isIsoText(kind, product)) return isoTextBounds(expression, parameter, hasLetter);
  const written = compileStampFormat('yyyy-mm-dd HH:MM:SS');
  return {
    since: (local) => ({ sql: `${expression} >= ${parameter}`, parameters: [written.format(local)] }),
    until: (local) => ({ sql: `${expression} < ${parameter}`, parameters: [written.format(local)] }),
  };
}

function unixCondition(
  { date }: Pick<StampColumns, 'date'>,
  expression: string,
  { product, longRows }: TimeRange,
  { startUtc, endUtc, earlier }: Readonly<Record<'startUtc' | 'endUtc' | 'earlier', number>>,
): Condition {
  const since = (utc: number) => ({ sql: `${expression} >= ?`, parameters: [utc] });
  const conditions = [
    since(startUtc - earlier),
    { sql: `${expression} < ?`, parameters: [endUtc] },
    ...(longRows === undefined
      ? []
      : [enclosed(joined(' OR ', { sql: longRows.isLong, parameters: [] }, since(startUtc)))]),
  ];
  if (date === undefined) return joined(' AND ', ...conditions);
  const around = dateBounds('date-hhmm', date, undefined, dialectOf(product).dateParameter);
  // The date may be that of any clock.
  const first = around.since(startUtc - earlier - SECONDS_PER_DAY);
  return joined(' AND ', first, around.until(endUtc + SECONDS_PER_DAY), ...conditions);
}

const dates = compileStampFormat('yyyy-mm-dd');

function midnightOf(local: number): number {
  return local - modulo(local, SECONDS_PER_DAY);
}

/** Midnight may be written as 24:00 of the day before. */
function isMidnight(local: number): boolean {
  return modulo(local, SECONDS_PER_DAY) === 0;
}

/** A column of dates may be one of date/times, or text with a time of the day: they sort behind their date. */
function dateBounds(
  kind: 'date-hhmm' | 'date-minutes',
  column: string,
  time: string | undefined,
  parameter: string,
): Bounds {
  const sinceDate = (local: number): Condition => ({
    sql: `${column} >= ${parameter}`,
    parameters: [dates.format(local)],
  });
  return {
    since(local) {
      if (time === undefined) return sinceDate(local);
      const first = isMidnight(local) ? local - SECONDS_PER_DAY : midnightOf(local);
      const minutes = Math.floor((local - first) / 60);
      const clock = kind === 'date-hhmm' ? Math.floor(minutes / 60) * 100 + (minutes % 60) : minutes;
      const later = { sql: `${time} >= ?`, parameters: [clock] };
      return joined(
        ' AND ',
        sinceDate(first),
        enclosed(joined(' OR ', sinceDate(first + SECONDS_PER_DAY), later)),
      );
    },
    until: (local) => ({
      sql: `${column} < ${parameter}`,
      parameters: [dates.format(local - 1 + SECONDS_PER_DAY)],
    }),
  };
}

/** Date and time as text, with a blank or a `T` between them, with seconds or without: both forms may be in one column. */
function isoTextBounds(expression: string, parameter: string, hasLetter: boolean): Bounds {
  const blank = compileStampFormat('yyyy-mm-dd HH:MM:SS');
  const letter = compileStampFormat("yyyy-mm-dd'T'HH:MM:SS");
  // All that have a `T`; it is a time that a column of date/times understands as well.
  const firstLetter = (local: number) => `${dates.format(local)}T00:00`;
  return {
    since(local) {
      // A text sorts behind its beginning: without zeros those without seconds are in.
      const shortest = blank.format(local).replace(/:00$/, '');
      if (!isMidnight(local)) return { sql: `${expression} >= ${parameter}`, parameters: [shortest] };
      // From the last second of the day before: 24:00 sorts behind it. A `T` sorts behind every blank.
      const last = (hasLetter ? letter : blank).format(local - 1);
      return { sql: `${expression} >= ${parameter}`, parameters: [last] };
    },
    until(local) {
      if (isMidnight(local))
        return { sql: `${expression} < ${parameter}`, parameters: [dates.format(local)] };
      // A `T` sorts behind a blank: up to a time with one, all texts with a blank of that date are in, most of them too late.
      return {
        sql: `${expression} < ${parameter} AND (${expression} < ${parameter} OR ${expression} >= ${parameter})`,
        parameters: [letter.format(local), blank.format(local), firstLetter(local)],
      };
    },
  };
}

/** Text that sorts like time is compared. */
function textBounds(expression: string, format: string): Bounds {
  const compiled = compileStampFormat(format);
  // Without the time of the day the last date is that of rows still to be read; so is the last hour without minutes.
  const before = compiled.fields.includes('minute') ? '<' : '<=';
  // 24:00 sorts behind the last time of its date.
  const mayEndDay = compiled.fields.includes('hour');
  return {
    since: (local) => ({
      sql: `${expression} >= ?`,
      parameters: [compiled.format(mayEndDay && isMidnight(local) ? local - 1 : local)],
    }),
    until: (local) => ({ sql: `${expression} ${before} ?`, parameters: [compiled.format(local)] }),
  };
}

/** More of them cost the source more than the rows they leave out. */
const mostHours = 4;

/** Text of other forms (`dd.mm.yyyy`) is matched by its date. */
function patternCondition(expression: string, format: string, from: number, to: number): Condition {
  const patterns = new Set<string>();
  // Sources that write 5/3/2026 under dd/mm/yyyy are read all the same, and so are others the other way round.
  const forms = [
    format,
    unpadded(format),
    format.replace(/(?<!d)d(?!d)/, 'dd').replace(/(?<!m)m(?!m)/, 'mm'),
  ].map(compileStampFormat);
  const firstMidnight = Math.ceil(from / SECONDS_PER_DAY) * SECONDS_PER_DAY;
  // The last hours of a date are asked for by themselves: else all of the day before is read for the row that reaches in.
  const beginsLate = firstMidnight - from <= mostHours * 3600;
  for (const form of forms) {
    const pattern = form.midnightPattern(firstMidnight);
    if (beginsLate && pattern !== undefined) {
      patterns.add(pattern);
      for (let hour = firstMidnight - 3600; hour > from - 3600; hour -= 3600) {
        patterns.add(form.hourPattern(hour)!);
      }
    } else if (firstMidnight > from) patterns.add(form.datePattern(from));
  }
  for (let midnight = firstMidnight; midnight < to; midnight += SECONDS_PER_DAY) {
    for (const form of forms) patterns.add(form.datePattern(midnight));
  }
  return {
    sql: `(${[...patterns].map(() => `${expression} LIKE ?`).join(' OR ')})`,
    parameters: [...patterns],
  };
}

function joined(by: ' AND ' | ' OR ', ...conditions: readonly Condition[]): Condition {
  return {
    sql: conditions.map(({ sql }) => sql).join(by),
    parameters: conditions.flatMap(({ parameters }) => parameters),
  };
}

function enclosed({ sql, parameters }: Condition): Condition {
  return { sql: `(${sql})`, parameters };
}
