import type { Preview, TableRef } from '#shared/contract/find-tables.ts';
import { type IniDocument, removeKey, setValue } from '#shared/domain/ini/document.ts';
import { type Day, dayOfNumber } from '#shared/domain/time/day.ts';
import { formatIsoLocal } from '#shared/domain/time/stamp.ts';
import { utcToLocal } from '#shared/domain/time/zone.ts';
import { XlinkError } from '#shared/rpc/errors.ts';
import type { Home } from '../../home/home.ts';
import { readSettings, systemSection } from '../../home/settings.ts';
import { callSources, type ExternalSystem, externalSystem } from '../../home/systems.ts';
import { dayGrid } from '../../imports/day-grid.ts';
import { stampReader } from '../../imports/stamps.ts';
import { selectColumns } from '../../imports/statement-columns.ts';
import type { OdbcConnection, OdbcRow } from '../../odbc/connection.ts';
import { dialectOf } from '../../odbc/dialect.ts';
import { type CallSource, stampColumns } from '../call-source.ts';
import { callStatement, learnKeyTypes, rowConditions } from '../call-statement.ts';
import { type ExternalQueue, readExternalQueues } from '../read-tree.ts';
import { statementTimeoutMs, withSource } from './source.ts';

/** Keys of a section to be; null takes one away. */
export type WantedKeys = Readonly<Record<string, string | null>>;

const stampsLookedAt = 200;
const mostRows = 20_000;
const shownIntervals = 24;
/** Calls are put into intervals of this length for a reader. */
const usualMinutes = 15;
const daySeconds = 86_400;

/**
 * What an import would read with these keys in the section: the first intervals of the first day that is found. The
 * statement is the one an import sends, so whatever is wrong with it shows here.
 */
export async function previewKeys(
  home: Home,
  systemName: string,
  keys: WantedKeys,
  signal: AbortSignal,
): Promise<Preview> {
  const settings = await readSettings(home.paths);
  const system = await externalSystem(home, systemName, settings);
  const [source] = callSources(systemWith(system, settings.document, keys));
  if (!source) throw noRows(systemName);
  return withSource(home, systemName, signal, (connection, limited) => preview(connection, source, limited));
}

/** The system as it would be with these keys in the file. */
function systemWith(system: ExternalSystem, document: IniDocument, keys: WantedKeys): ExternalSystem {
  let changed = document;
  for (const [key, value] of Object.entries(keys)) {
    changed =
      value === null ? removeKey(changed, system.name, key) : setValue(changed, system.name, key, value);
  }
  const section = systemSection(changed, system.name);
  return section ? { ...system, section } : system;
}

async function preview(
  connection: OdbcConnection,
  source: CallSource,
  signal: AbortSignal,
): Promise<Preview> {
  const { product } = connection.database;
  const options = { signal, statementTimeoutMs };
  const first = await firstStamp(connection, source, signal);
  const queues = await readExternalQueues(connection, source, signal);
  const { columns, places } = selectColumns(source.valueTypes);
  const clock = source.zone?.id ?? 'UTC';
  const statement = callStatement({
    source,
    product,
    columns,
    keys: queues.map(({ key }) => key),
    numericKeys: await learnKeyTypes(connection, source, signal),
    grids: [dayGrid(clock, usualMinutes, first.day)],
  });
  const rows = await connection.query(statement.sql, statement.parameters, { maxRows: mostRows, ...options });
  const summed = sumRows(
    source,
    rows,
    columns.map(({ combine }) => combine),
    first.day,
  );
  const shown = telling(summed.intervals).slice(0, shownIntervals);
  const nameOf = queueNames(queues);
  return {
    day: first.day,
    ...(source.zone ? { zone: source.zone.id } : source.stamp.kind === 'unix' ? { zone: 'UTC' } : {}),
    queueCount: queues.length,
    valueTypes: places.map(({ valueType }) => valueType),
    intervals: shown.map(({ seconds, key, values }) => ({
      time: formatIsoLocal(seconds).slice(11, 16),
      queue: nameOf(key),
      values: places.map(({ column, countColumn }) => {
        const value = values[column] ?? Number.NaN;
        const figure = countColumn === undefined ? value : value / (values[countColumn] ?? Number.NaN);
        return Number.isFinite(figure) ? Math.round(figure * 100) / 100 : null;
      }),
    })),
    more: summed.intervals.length - shown.length,
    unreadableStamps: summed.unreadable,
    statement: `${statement.sql}\n-- ${statement.parameters.slice(0, 40).join(', ')}`,
  };
}

/** The day of the first row whose time stamp can be read. */
async function firstStamp(
  connection: OdbcConnection,
  source: CallSource,
  signal: AbortSignal,
): Promise<{ readonly day: Day }> {
  const { product } = connection.database;
  const stamps = stampColumns(source).map((column, index) => `${column} AS xl_stamp${index + 1}`);
  const conditions = rowConditions(source);
  const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
  const select = `SELECT ${stamps.join(', ')} FROM ${source.table}${where}`;
  const limited =
    product === 'other' || product === 'mariadb' || product === 'mysql'
      ? select
      : dialectOf(product).firstRows(select, stampsLookedAt);
  const rows = await connection.query(limited, [], { maxRows: stampsLookedAt, signal, statementTimeoutMs });
  if (rows.length === 0) throw noRows(source.table);
  const local = localReader(source);
  const read = rows.map(local).find((seconds) => seconds !== undefined);
  if (read === undefined) throw unreadable(source, rows[0]!);
  return { day: dayOfNumber(Math.floor(read / daySeconds)) };
}

/** The wall clock of the source, in seconds. */
function localReader(source: CallSource): (row: OdbcRow) => number | undefined {
  const read = stampReader(source.stamp);
  return (row) => {
    const stamp = read(row);
    if (!stamp) return undefined;
    if ('local' in stamp) return stamp.local;
    return source.zone ? utcToLocal(source.zone, stamp.utc) : stamp.utc;
  };
}

/** From the first interval in which half as many queues have figures as ever: at night nearly nothing would be seen. */
function telling<T extends { readonly seconds: number; readonly values: readonly number[] }>(
  intervals: readonly T[],
): readonly T[] {
  const filled = intervals.filter(({ values }) =>
    values.some((value) => value !== 0 && !Number.isNaN(value)),
  );
  if (filled.length === 0) return intervals;
  const queuesAt = new Map<number, number>();
  for (const { seconds } of filled) queuesAt.set(seconds, (queuesAt.get(seconds) ?? 0) + 1);
  const enough = Math.max(...queuesAt.values()) / 2;
  const from = filled.find(({ seconds }) => queuesAt.get(seconds)! >= enough)!.seconds;
  return filled.filter(({ seconds }) => seconds >= from);
}

interface Summed {
  /** By time, then in the order the source gave them. */
  readonly intervals: readonly { seconds: number; key: string; values: number[] }[];
  readonly unreadable: number;
}

function sumRows(
  source: CallSource,
  rows: readonly OdbcRow[],
  combines: readonly ('sum' | 'min' | 'max')[],
  day: Day,
): Summed {
  const step = (source.intervalMinutes ?? usualMinutes) * 60;
  const local = localReader(source);
  const stampCount = stampColumns(source).length;
  const levels = source.queueKey.length;
  const found = new Map<string, { seconds: number; key: string; values: number[] }>();
  let unreadableStamps = 0;
  for (const row of rows) {
    const at = local(row);
    if (at === undefined) {
      unreadableStamps += 1;
      continue;
    }
    if (formatIsoLocal(at).slice(0, 10) !== day) continue;
    const seconds = Math.floor(at / step) * step;
    const key = keyText(row.slice(stampCount, stampCount + levels));
    const place = `${seconds} ${key}`;
    const before = found.get(place);
    const values = combines.map((combine, index) =>
      combined(combine, before?.values[index], figure(row[stampCount + levels + index])),
    );
    found.set(place, { seconds, key, values });
  }
  const intervals = [...found.values()].sort((one, other) => one.seconds - other.seconds);
  return { intervals, unreadable: unreadableStamps };
}

/** NaN stands for "no figure". */
function figure(value: unknown): number {
  return value === null || value === undefined || value === '' ? Number.NaN : Number(value);
}

function combined(how: 'sum' | 'min' | 'max', before: number | undefined, value: number): number {
  if (before === undefined || Number.isNaN(before)) return value;
  if (Number.isNaN(value)) return before;
  return how === 'sum' ? before + value : how === 'min' ? Math.min(before, value) : Math.max(before, value);
}

function keyText(key: readonly unknown[]): string {
  return key.map((value) => String(value ?? '').trimEnd()).join(' › ');
}

function queueNames(queues: readonly ExternalQueue[]): (key: string) => string {
  const names = new Map(queues.map(({ key, path }) => [keyText(key), path.join(' › ')]));
  return (key) => names.get(key) ?? key;
}

function noRows(table: TableRef['name']): XlinkError {
  return new XlinkError(
    'FIND_TABLES_NO_ROWS',
    `${table} has no row: nothing can be shown, and nothing would be imported. Choose another table, or wait for calls.`,
    { table },
  );
}

function unreadable(source: CallSource, row: OdbcRow): XlinkError {
  const value = String(row[0] ?? '');
  const { expression } = source.stamp;
  return new XlinkError(
    'FIND_TABLES_STAMP',
    `"${value}" in ${expression} is no time stamp of the kind that was chosen. Choose another kind or format.`,
    { value: value === '' ? 'NULL' : value, column: expression },
  );
}
