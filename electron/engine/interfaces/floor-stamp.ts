import type { DatabaseProduct } from '../odbc/dialect.ts';
import type { CallSource, StampKind } from './call-source.ts';

type Floored = (expression: string, minutes: number) => string;

/**
 * By product and kind of time stamp: the expression cut to so many minutes. What a text stamp means is not known to the
 * source, so texts are left as they are, and so is what SQLite has in another form than `yyyy-mm-dd hh:mm:ss`.
 */
const floors: Partial<Record<DatabaseProduct, Partial<Record<StampKind, Floored>>>> = {
  sqlite: {
    unix: (at, minutes) => `(CAST(${at} AS INTEGER) / ${minutes * 60} * ${minutes * 60})`,
    datetime: (at, minutes) =>
      `CASE WHEN length(${at}) = 19 AND substr(${at}, 17, 1) = ':' THEN substr(${at}, 1, 14) || substr(100 + substr(${at}, 15, 2) / ${minutes} * ${minutes}, 2) || ':00' ELSE ${at} END`,
  },
  postgresql: {
    unix: (at, minutes) => `CAST(floor((${at}) / ${minutes * 60}.0) * ${minutes * 60} AS bigint)`,
    datetime: (at, minutes) =>
      `(date_trunc('hour', CAST(${at} AS timestamp)) + floor(extract(minute FROM CAST(${at} AS timestamp)) / ${minutes}) * INTERVAL '${minutes} minutes')`,
  },
  mariadb: {
    unix: (at, minutes) => `FLOOR((${at}) / ${minutes * 60}) * ${minutes * 60}`,
    datetime: (at, minutes) =>
      `(DATE_FORMAT(${at}, '%Y-%m-%d %H:00:00') + INTERVAL FLOOR(MINUTE(${at}) / ${minutes}) * ${minutes} MINUTE)`,
  },
};

/**
 * The time stamp of single calls cut by the source to the start of their interval, so that it gives sums of intervals and
 * not every call. Exact for every zone: offsets are whole quarters of an hour, which `stepMinutes` has to divide.
 * Undefined where the source counts in intervals itself, or where its SQL cannot.
 */
export function flooredStamp(
  { stamp, intervalMinutes, intervalColumn }: CallSource,
  product: DatabaseProduct,
  stepMinutes: number,
): string | undefined {
  const isMarked = stamp.minutesWest !== undefined || stamp.zoneColumn !== undefined;
  if (intervalMinutes !== undefined || intervalColumn !== undefined || isMarked) {
    return undefined;
  }
  return floors[product]?.[stamp.kind]?.(stamp.expression, stepMinutes);
}

/** The longest step that divides all these intervals and every zone's offset. */
export function commonStepMinutes(intervalMinutes: readonly number[]): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  return intervalMinutes.reduce(divisor, 15);
}
