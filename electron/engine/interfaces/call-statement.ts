import { compileStampFormat, stampFormatSorts } from '#shared/domain/time/stamp.ts';
import { utcToLocal } from '#shared/domain/time/zone.ts';
import type { DayGrid } from '../imports/day-grid.ts';
import type { SelectedColumn } from '../imports/statement-columns.ts';
import type { OdbcConnection } from '../odbc/connection.ts';
import { type DatabaseProduct, dialectOf } from '../odbc/dialect.ts';
import { type CallSource, stampColumns } from './call-source.ts';
import { withRange } from './standard.ts';

/** A statement for the call data of one day; values are parameters, never text. */
export interface CallStatement {
  /** Whether the source itself picks the rows of the queues wanted. */
  readonly listsKeys: boolean;
  readonly sql: string;
  readonly parameters: readonly (string | number)[];
}

export interface CallStatementOptions {
  readonly source: CallSource;
  readonly product: DatabaseProduct;
  readonly columns: readonly SelectedColumn[];
  /** Keys of the queues wanted, one value a level. */
  readonly keys: readonly (readonly (string | number)[])[];
  /** By level: whether the column in the call data holds numbers. */
  readonly numericKeys: readonly boolean[];
  /** The stamps are texts with an offset: their date may be the one before or after the wall clock's. */
  readonly wideWindow?: boolean;
  /** The day as each of the queues' clocks has it. */
  readonly grids: readonly DayGrid[];
}

/** Beyond this a list of queues costs the source more than it saves; unmapped rows are then dropped here. */
const maxListedKeys = 500;

/** Wider than any clock change, so that no row of the day is missed; what is too much is dropped by bucketing. */
const marginSeconds = 3 * 3600;

/**
 * One statement for a system and day: needed columns and queues only, summed by the source per time stamp and
 * queue. Result columns are those of the time stamp, the key columns, the aggregates, in this order.
 */
export function callStatement(options: CallStatementOptions): CallStatement {
  const { source, columns } = options;
  const stamps = stampColumns(source);
  const keyColumns = source.queueKey.map((column) => column.expression);
  const time = timeCondition(options, source.stamp.expression);
  const queues = queueCondition(options);
  const table = rangedTable(options);
  const selected = [
    ...stamps.map((column, index) => `${column} AS xl_stamp${index === 0 ? '' : index + 1}`),
    ...keyColumns.map((column, index) => `${column} AS xl_queue${index + 1}`),
    ...columns.map((column, index) => `${column.sql} AS xl_value${index + 1}`),
  ];
  const conditions = [time.sql, ...rowConditions(source), ...(queues ? [queues.sql] : [])];
  return {
    listsKeys: queues !== undefined,
    sql: [
      `SELECT ${selected.join(', ')}`,
      `FROM ${table.sql}`,
      `WHERE ${conditions.join(' AND ')}`,
      `GROUP BY ${[...stamps, ...keyColumns].join(', ')}`,
    ].join('\n'),
    parameters: [...table.parameters, ...time.parameters, ...(queues?.parameters ?? [])],
  };
}

/** What rows have to fulfil whatever their time and queue. */
export function rowConditions(source: CallSource): string[] {
  const own = source.condition === undefined ? [] : [source.condition];
  return [...own, ...source.queueKey.flatMap(({ condition }) => condition ?? [])];
}

/** The table with the condition on the time where its definition wants it as well: inside of what is grouped. */
function rangedTable(options: CallStatementOptions): Condition {
  const { table, rangedTable: ranged } = options.source;
  if (ranged === undefined) return { sql: table, parameters: [] };
  const parameters: (string | number)[] = [];
  const sql = withRange(ranged, (expression) => {
    const inside = timeCondition(options, expression);
    parameters.push(...inside.parameters);
    return inside.sql;
  });
  return { sql, parameters };
}

/** Whether each level's column holds numbers: as the section says, else as the source's own type is. */
export async function learnKeyTypes(
  connection: OdbcConnection,
  source: CallSource,
  signal: AbortSignal,
): Promise<boolean[]> {
  if (source.queueKey.every((column) => column.type !== undefined)) {
    return source.queueKey.map((column) => column.type === 'number');
  }
  const keyColumns = source.queueKey
    .map((column, index) => `${column.expression} AS xl_queue${index + 1}`)
    .join(', ');
  const columns = await connection.columns(`SELECT ${keyColumns} FROM ${source.table}`, [], { signal });
  return source.queueKey.map((column, index) =>
    column.type === undefined ? (columns[index]?.isNumeric ?? false) : column.type === 'number',
  );
}

interface Condition {
  readonly sql: string;
  readonly parameters: readonly (string | number)[];
}

function timeCondition(
  { source, product, grids, wideWindow }: CallStatementOptions,
  expression: string,
): Condition {
  const { kind, format } = source.stamp;
  const startUtc = Math.min(...grids.map((grid) => grid.startUtc));
  const endUtc = Math.max(...grids.map((grid) => grid.endUtc));
  if (kind === 'unix') {
    return { sql: `${expression} >= ? AND ${expression} < ?`, parameters: [startUtc, endUtc] };
  }
  // Without a zone of its own the source's wall clock is that of each queue, so each queue's local day counts.
  const localStart = source.zone
    ? utcToLocal(source.zone, startUtc)
    : Math.min(...grids.map((grid) => utcToLocal(grid.zone, grid.startUtc)));
  const localEnd = source.zone
    ? utcToLocal(source.zone, endUtc)
    : Math.max(...grids.map((grid) => utcToLocal(grid.zone, grid.endUtc)));
  const margin = wideWindow ? 86_400 : marginSeconds;
  const from = localStart - margin;
  const to = localEnd + margin;
  if (kind === 'date-hhmm' || kind === 'date-minutes') {
    const { dateParameter } = dialectOf(product);
    const date = compileStampFormat('yyyy-mm-dd');
    return {
      sql: `${expression} >= ${dateParameter} AND ${expression} <= ${dateParameter}`,
      parameters: [date.format(from), date.format(to)],
    };
  }
  if (kind === 'text' && format !== undefined) return textCondition(expression, format, from, to);
  const isText = kind === 'text' || product === 'sqlite';
  const parameter = kind === 'datetime' ? dialectOf(product).timestampParameter : '?';
  const lower = compileStampFormat('yyyy-mm-dd HH:MM:SS');
  // As text a `T` sorts behind a blank: with one in the upper bound either form of the last date is in.
  const upper = isText ? compileStampFormat("yyyy-mm-dd'T'HH:MM:SS") : lower;
  return {
    sql: `${expression} >= ${parameter} AND ${expression} < ${parameter}`,
    parameters: [lower.format(from), upper.format(to)],
  };
}

/** Text that sorts like time is compared; other forms (`dd.mm.yyyy`) are matched by their date. */
function textCondition(expression: string, format: string, from: number, to: number): Condition {
  const compiled = compileStampFormat(format);
  if (stampFormatSorts(format)) {
    return {
      sql: `${expression} >= ? AND ${expression} < ?`,
      parameters: [compiled.format(from), compiled.format(to)],
    };
  }
  const patterns = new Set<string>();
  // Sources that write 5/3/2026 under dd/mm/yyyy are read all the same, so they have to be asked for as well.
  const unpadded = compileStampFormat(format.replace('dd', 'd').replace('mm', 'm'));
  for (let local = from; local < to + 86_400; local += 86_400) {
    patterns.add(compiled.datePattern(local));
    patterns.add(unpadded.datePattern(local));
  }
  return {
    sql: `(${[...patterns].map(() => `${expression} LIKE ?`).join(' OR ')})`,
    parameters: [...patterns],
  };
}

function queueCondition({ source, keys, numericKeys }: CallStatementOptions): Condition | undefined {
  const levels = source.queueKey.length;
  if (keys.length > maxListedKeys) return undefined;
  // A name that is no number cannot be in a column of numbers, and asking for it would fail the whole statement.
  const typed = keys
    .map((key) => key.map((value, level) => parameterValue(value, numericKeys[level] ?? false)))
    .filter((key): key is (string | number)[] => key.every((value) => value !== undefined));
  if (typed.length === 0) return { sql: '1 = 0', parameters: [] };
  if (levels === 1) {
    return {
      sql: `${source.queueKey[0]!.expression} IN (${typed.map(() => '?').join(', ')})`,
      parameters: typed.flat(),
    };
  }
  const one = `(${source.queueKey.map((column) => `${column.expression} = ?`).join(' AND ')})`;
  return { sql: `(${typed.map(() => one).join(' OR ')})`, parameters: typed.flat() };
}

function parameterValue(value: string | number, numeric: boolean): string | number | undefined {
  if (!numeric) return String(value);
  const text = String(value).trim();
  const number = Number(text);
  if (text === '' || !Number.isFinite(number)) return undefined;
  // Beyond 2^53 the text is exact and the source turns it into its own type.
  return Number.isInteger(number) && !Number.isSafeInteger(number) ? text : number;
}
