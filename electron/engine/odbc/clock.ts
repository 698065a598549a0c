import type { OdbcRow, OdbcValue } from './connection.ts';
import type { DatabaseProduct } from './dialect.ts';

/** How a database is asked for the time: UTC and its own wall clock, as far as it can tell them. */
interface ClockQuestion {
  readonly sql: string;
  readonly columns: readonly ('utc' | 'local')[];
}

const both = ['utc', 'local'] as const;

const questions: Readonly<Partial<Record<DatabaseProduct, ClockQuestion>>> = {
  postgresql: { sql: "SELECT CURRENT_TIMESTAMP AT TIME ZONE 'UTC', LOCALTIMESTAMP", columns: both },
  mariadb: { sql: 'SELECT UTC_TIMESTAMP(3), CURRENT_TIMESTAMP(3)', columns: both },
  mysql: { sql: 'SELECT UTC_TIMESTAMP(), CURRENT_TIMESTAMP()', columns: both },
  sqlserver: { sql: 'SELECT GETUTCDATE(), GETDATE()', columns: both },
  sybase: { sql: 'SELECT GETDATE()', columns: ['local'] },
  informix: {
    sql: "SELECT DBINFO('utc_current'), CURRENT YEAR TO SECOND FROM systables WHERE tabid = 1",
    columns: both,
  },
  oracle: {
    sql: "SELECT TO_CHAR(SYS_EXTRACT_UTC(SYSTIMESTAMP), 'YYYY-MM-DD HH24:MI:SS'), TO_CHAR(SYSTIMESTAMP, 'YYYY-MM-DD HH24:MI:SS') FROM dual",
    columns: both,
  },
  other: { sql: 'SELECT CURRENT_TIMESTAMP', columns: ['local'] },
};

/** Undefined for SQLite: its clock is that of the machine that reads the file. */
export function clockQuestion(product: DatabaseProduct): ClockQuestion | undefined {
  return questions[product];
}

export interface ClockDifference {
  /** How far the server's clock is ahead of ours; negative: behind. */
  readonly aheadSeconds: number;
  /** Its wall clock less UTC; undefined where it does not tell one. */
  readonly offsetMinutes?: number;
}

const quarterMs = 15 * 60_000;

/**
 * Offsets from UTC are quarters of an hour, so a wall clock alone tells both: the next quarter is its zone, the rest
 * what it is wrong by. A time between question and answer may be ours as well: how long a slow server or a long way
 * took is no difference of clocks.
 *
 * @param ours our time when the question was put and when the answer was there
 * @returns undefined for an answer that is no time
 */
export function clockDifference(
  row: OdbcRow | undefined,
  columns: ClockQuestion['columns'],
  { askedMs, answeredMs }: { readonly askedMs: number; readonly answeredMs: number },
): ClockDifference | undefined {
  const aheadSeconds = (ms: number) => secondsOf(ms - Math.min(Math.max(ms, askedMs), answeredMs));
  const told = (which: 'utc' | 'local') => timeMs(row?.[columns.indexOf(which)]);
  const utcMs = told('utc');
  const localMs = told('local');
  if (localMs === undefined) {
    return utcMs === undefined ? undefined : { aheadSeconds: aheadSeconds(utcMs) };
  }
  const utcOfOursMs = utcMs ?? (askedMs + answeredMs) / 2;
  const offsetMs = Math.round((localMs - utcOfOursMs) / quarterMs) * quarterMs || 0;
  return {
    aheadSeconds: aheadSeconds(utcMs ?? localMs - offsetMs),
    offsetMinutes: offsetMs / 60_000,
  };
}

/** `UTC+05:30` */
export function offsetText(offsetMinutes: number): string {
  const minutes = Math.abs(offsetMinutes);
  const two = (value: number) => String(value).padStart(2, '0');
  return `UTC${offsetMinutes < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function secondsOf(ms: number): number {
  // No negative zero.
  return Math.round(ms / 1000) || 0;
}

/** Seconds since 1970, or `2026-11-21 08:00:00.000`. */
function timeMs(value: OdbcValue | undefined): number | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return Number(value) * 1000;
  if (typeof value !== 'string') return undefined;
  const parts = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d(?:\.\d{1,3})?)/.exec(value.trim());
  if (!parts) return /^\d{9,}$/.test(value.trim()) ? Number(value) * 1000 : undefined;
  return Date.parse(`${parts[1]}T${parts[2]}Z`);
}
