import { modulo, SECONDS_PER_DAY } from '#shared/domain/time/civil.ts';
import { compileStampFormat, stampFormatSorts } from '#shared/domain/time/stamp.ts';
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
}

/** Around a clock change: wider than any, so that no row of the day is missed; the reader drops what is too much. */
const marginSeconds = 3 * 3600;

/** Without a clock change near the range the wall clock's own range is exact: every row more is read for nothing. */
function marginOf(zones: readonly Zone[], startUtc: number, endUtc: number): number {
  const from = startUtc - SECONDS_PER_DAY;
  const to = endUtc + SECONDS_PER_DAY;
  return zones.some((zone) => zone.transitionsBetween(from, to).length > 0) ? marginSeconds : 0;
}

/** The rows of the range by their time stamp: all of them, and some around. */
export function timeCondition(
  { kind, format, date }: Pick<StampColumns, 'kind' | 'format' | 'date'>,
  expression: string,
  { product, windows, zone, isWide, lookBackSeconds = 0, lookAheadSeconds = 0 }: TimeRange,
): Condition {
  const startUtc = Math.min(...windows.map((window) => window.startUtc)) - lookBackSeconds;
  const endUtc = Math.max(...windows.map((window) => window.endUtc)) + lookAheadSeconds;
  const { timestampParameter, dateParameter } = dialectOf(product);
  const days = compileStampFormat('yyyy-mm-dd');
  // Up to the day behind the last one: a column of dates may be one of date/times, or text with a time of the day.
  const onDays = (column: string, fromLocal: number, toLocal: number): Condition => ({
    sql: `${column} >= ${dateParameter} AND ${column} < ${dateParameter}`,
    parameters: [days.format(fromLocal), days.format(toLocal + SECONDS_PER_DAY)],
  });
  if (kind === 'unix') {
    const seconds = { sql: `${expression} >= ? AND ${expression} < ?`, parameters: [startUtc, endUtc] };
    if (date === undefined) return seconds;
    const around = onDays(date, startUtc - 86_400, endUtc + 86_400);
    return {
      sql: `${around.sql} AND ${seconds.sql}`,
      parameters: [...around.parameters, ...seconds.parameters],
    };
  }
  // Without a zone of its own the source's wall clock is that of each window, so each one's local day counts.
  const localStart = zone
    ? utcToLocal(zone, startUtc)
    : Math.min(...windows.map((window) => utcToLocal(window.zone, window.startUtc))) - lookBackSeconds;
  const localEnd = zone
    ? utcToLocal(zone, endUtc)
    : Math.max(...windows.map((window) => utcToLocal(window.zone, window.endUtc))) + lookAheadSeconds;
  const zones = zone ? [zone] : windows.map((window) => window.zone);
  const margin = isWide ? SECONDS_PER_DAY + marginSeconds : marginOf(zones, startUtc, endUtc);
  const from = localStart - margin;
  const to = localEnd + margin;
  if (kind === 'date-hhmm' || kind === 'date-minutes') return onDays(expression, from, to);
  if (kind === 'text' && format !== undefined) return textCondition(expression, format, from, to);
  const isText = kind === 'text' || product === 'sqlite';
  const parameter = kind === 'datetime' ? timestampParameter : '?';
  const written = compileStampFormat('yyyy-mm-dd HH:MM:SS');
  if (isText) return isoTextCondition(expression, parameter, from, to);
  return {
    sql: `${expression} >= ${parameter} AND ${expression} < ${parameter}`,
    parameters: [written.format(from), written.format(to)],
  };
}

/** Date and time as text, with a blank or a `T` between them, with seconds or without: both forms may be in one column. */
function isoTextCondition(expression: string, parameter: string, from: number, to: number): Condition {
  const blank = compileStampFormat('yyyy-mm-dd HH:MM:SS');
  const days = compileStampFormat('yyyy-mm-dd');
  // A text sorts behind its beginning: without zeros those without seconds, or without a time at midnight, are in.
  const first = blank.format(from).replace(/(?: 00:00)?:00$/, '');
  const range = `${expression} >= ${parameter} AND ${expression} < ${parameter}`;
  if (modulo(to, SECONDS_PER_DAY) === 0) return { sql: range, parameters: [first, days.format(to)] };
  // A `T` sorts behind a blank: up to a time with one, all texts with a blank of that date are in, most of them too late.
  const last = compileStampFormat("yyyy-mm-dd'T'HH:MM:SS").format(to);
  return {
    sql: `${range} AND (${expression} < ${parameter} OR ${expression} >= ${parameter})`,
    parameters: [first, last, blank.format(to), `${days.format(to)}T`],
  };
}

/** Text that sorts like time is compared; other forms (`dd.mm.yyyy`) are matched by their date. */
function textCondition(expression: string, format: string, from: number, to: number): Condition {
  const compiled = compileStampFormat(format);
  if (stampFormatSorts(format)) {
    // Without the time of the day the last date is that of rows still to be read; so is the last hour without minutes.
    const before = compiled.fields.includes('minute') ? '<' : '<=';
    return {
      sql: `${expression} >= ? AND ${expression} ${before} ?`,
      parameters: [compiled.format(from), compiled.format(to)],
    };
  }
  const patterns = new Set<string>();
  // Sources that write 5/3/2026 under dd/mm/yyyy are read all the same, so they have to be asked for as well.
  const unpadded = compileStampFormat(format.replace('dd', 'd').replace('mm', 'm'));
  for (let midnight = from - modulo(from, SECONDS_PER_DAY); midnight < to; midnight += SECONDS_PER_DAY) {
    patterns.add(compiled.datePattern(midnight));
    patterns.add(unpadded.datePattern(midnight));
  }
  return {
    sql: `(${[...patterns].map(() => `${expression} LIKE ?`).join(' OR ')})`,
    parameters: [...patterns],
  };
}
