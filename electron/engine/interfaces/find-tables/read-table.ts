import type { Proposal, TableColumn, TableDetail, TableRef } from '#shared/contract/find-tables.ts';
import type { OdbcConnection, OdbcValue } from '../../odbc/connection.ts';
import { type DatabaseProduct, dialectOf } from '../../odbc/dialect.ts';
import type { ColumnInfo } from '../../odbc/read-plan.ts';
import { type ColumnFacts, columnFacts, type SampleValue } from './column-facts.ts';
import { identifier, tableText } from './identifiers.ts';
import { type LookedAt, namesCandidates, tablesWithNames } from './name-tables.ts';
import { propose, withNames } from './propose.ts';
import { statementTimeoutMs } from './source.ts';

const shownRows = 5;
/** The shown ones are spread over these: the first rows alone may all be of one night. */
const rowsToShowFrom = 1000;
/** Of a text; no name, key or time stamp is longer. */
const sampleCharacters = 200;
const sampleCells = 60_000;
const mostSampleRows = 1000;
const countedRows = 100_000;
const mostNameTables = 8;
const nameRows = 2000;

/** Reads the columns of a table without reading a row. */
export async function readColumns(
  connection: OdbcConnection,
  table: TableRef,
  signal: AbortSignal,
  timeoutMs = statementTimeoutMs,
): Promise<TableColumn[]> {
  const { product } = connection.database;
  const sql = `SELECT * FROM ${tableText(product, table)}`;
  const columns = await connection.columns(sql, [], { signal, statementTimeoutMs: timeoutMs });
  return columns.map(tableColumn);
}

/** Columns, first rows, and how many rows there are as far as that is quickly counted. */
export async function readTable(
  connection: OdbcConnection,
  table: TableRef,
  signal: AbortSignal,
): Promise<TableDetail> {
  const columns = await readColumns(connection, table, signal);
  const rows = spread(
    await readSample(connection, table, columns, affordable(rowsToShowFrom, columns), signal),
    shownRows,
  );
  const count = await countRows(connection, table, signal);
  return {
    columns,
    rows: rows.map((row) => row.map((value) => (value === null ? null : String(value)))),
    ...(count === undefined
      ? {}
      : { rowCount: { count: Math.min(count, countedRows), orMore: count > countedRows } }),
  };
}

/** So many of the rows, the first one among them. */
function spread<T>(rows: readonly T[], count: number): T[] {
  const step = Math.max(1, Math.floor(rows.length / count));
  return rows.filter((_, index) => index % step === 0).slice(0, count);
}

/** What the first rows suggest; other tables are looked into for the names of keys. */
export async function proposeForTable(
  connection: OdbcConnection,
  table: TableRef,
  listTables: () => Promise<readonly TableRef[]>,
  signal: AbortSignal,
): Promise<Proposal> {
  const facts = await readFacts(connection, table, mostSampleRows, signal);
  const proposal = propose({ table, columns: facts, nowUtc: Math.floor(Date.now() / 1000) });
  const key = facts.find(({ name }) => name === proposal.queues[0]?.column);
  if (key === undefined || !mayBeKey(key)) return proposal;
  const looked: LookedAt[] = [];
  for (const other of tablesWithNames(await listTables(), table, key.name, mostNameTables)) {
    const columns = await readFacts(connection, other, nameRows, signal).catch((error: unknown) => {
      if (signal.aborted) throw error;
      return [];
    });
    looked.push({ table: other, columns });
  }
  return withNames(proposal, namesCandidates(key, looked));
}

/** Numbers, and short texts such as `Q01`, are keys; a text with blanks is a name already. */
function mayBeKey({ kind, name, distinct }: ColumnFacts): boolean {
  if (kind === 'number') return true;
  if (/name|bezeichnung|libelle|nom$/i.test(name)) return false;
  return (
    kind === 'text' && distinct.every((value) => !/\s/.test(String(value)) && String(value).length <= 20)
  );
}

async function readFacts(
  connection: OdbcConnection,
  table: TableRef,
  mostRows: number,
  signal: AbortSignal,
): Promise<ColumnFacts[]> {
  const columns = await readColumns(connection, table, signal);
  const sample = await readSample(connection, table, columns, affordable(mostRows, columns), signal);
  const facts = columnFacts(columns, sample);
  return connection.database.product === 'sqlite' ? facts.map(numberWhereAllAre) : facts;
}

/** Fewer rows of a table with many columns. */
function affordable(rows: number, columns: readonly TableColumn[]): number {
  return Math.max(100, Math.min(rows, Math.floor(sampleCells / Math.max(1, columns.length))));
}

/** Columns of a view have no type in SQLite, and their numbers arrive as text. */
function numberWhereAllAre(column: ColumnFacts): ColumnFacts {
  const { kind, distinct } = column;
  const areNumbers =
    kind === 'text' &&
    distinct.length > 0 &&
    distinct.every((value) => typeof value === 'number' || /^-?(0|[1-9]\d{0,14})(\.\d+)?$/.test(value));
  return areNumbers ? { ...column, kind: 'number' } : column;
}

async function readSample(
  connection: OdbcConnection,
  table: TableRef,
  columns: readonly TableColumn[],
  rows: number,
  signal: AbortSignal,
): Promise<SampleValue[][]> {
  const { product } = connection.database;
  const readable = columns.map(({ type }) => !/binary|image|blob/i.test(type));
  const selected = columns.flatMap((column, index) =>
    readable[index] ? [`${sampled(product, column)} AS c${index + 1}`] : [],
  );
  if (selected.length === 0) return [];
  const sql = firstRows(product, `SELECT ${selected.join(', ')} FROM ${tableText(product, table)}`, rows);
  const found = await connection.query(sql, [], { maxRows: rows, signal, statementTimeoutMs });
  return found.map((row) => {
    let at = 0;
    return readable.map((isRead) => (isRead ? sampleValue(row[at++]) : null));
  });
}

/** Long text is cut off by the source. SQLite keeps to no length that is declared. */
function sampled(product: DatabaseProduct, { name, kind, type }: TableColumn): string {
  const column = identifier(product, name);
  if (product === 'other' || (kind !== 'text' && kind !== 'other')) return column;
  const size = Number(/\((\d+)\)/.exec(type)?.[1] ?? Number.POSITIVE_INFINITY);
  return product === 'sqlite' || size > sampleCharacters
    ? dialectOf(product).asText(column, sampleCharacters)
    : column;
}

/** `query` limits what is read of a driver that gives no blocks itself, and nobody knows the words of other products. */
function firstRows(product: DatabaseProduct, select: string, rows: number): string {
  return product === 'other' || product === 'mariadb' || product === 'mysql'
    ? select
    : dialectOf(product).firstRows(select, rows);
}

async function countRows(
  connection: OdbcConnection,
  table: TableRef,
  signal: AbortSignal,
): Promise<number | undefined> {
  const { product } = connection.database;
  if (product === 'other') return undefined;
  const rows = dialectOf(product).firstRows(
    `SELECT 1 AS one FROM ${tableText(product, table)}`,
    countedRows + 1,
  );
  const sql = `SELECT COUNT(*) AS rows_found FROM (${rows}) xl_count`;
  try {
    const [row] = await connection.query(sql, [], { maxRows: 1, signal, statementTimeoutMs: 5_000 });
    return row === undefined ? undefined : Number(row[0]);
  } catch (error) {
    if (signal.aborted) throw error;
    return undefined;
  }
}

function sampleValue(value: OdbcValue | undefined): SampleValue {
  if (value === null || value === undefined || value instanceof ArrayBuffer) return null;
  if (typeof value === 'number') return value;
  return String(value).slice(0, sampleCharacters);
}

function tableColumn({ name, typeName, size, isNumeric }: ColumnInfo): TableColumn {
  const type = typeName.replace(/^SQL_(TYPE_)?/i, '').toLowerCase();
  const kind = kindOf(type, isNumeric);
  const long = kind === 'text' && (size <= 0 || size > 8000);
  return { name, kind, type: kind === 'text' && !long ? `${type}(${size})` : type };
}

function kindOf(type: string, isNumeric: boolean): TableColumn['kind'] {
  if (isNumeric) return 'number';
  if (/timestamp|datetime/.test(type)) return 'date-time';
  if (/^date/.test(type)) return 'date';
  if (/^time/.test(type)) return 'time';
  return /char/.test(type) ? 'text' : 'other';
}
