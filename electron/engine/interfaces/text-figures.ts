import { type ErrorShape, errorShape } from '#shared/rpc/errors.ts';
import type { SelectedColumn } from '../imports/statement-columns.ts';
import type { OdbcConnection } from '../odbc/connection.ts';
import type { DatabaseProduct } from '../odbc/dialect.ts';
import type { CallSource, ExternalValueType } from './call-source.ts';
import { type CallStatement, type CallStatementOptions, callStatement } from './call-statement.ts';
import { type PackedFormat, packedField, packedRow } from './pack-statement.ts';

/*
 * Databases sum texts in silence: to SQLite and MariaDB '1,5' is 1 and 'n/a' is 0; the smallest of '9' and '10' is '10' to
 * all of them. So figures in columns of text are read row by row and put together here.
 */

/** Whether one of these is a column of text, by the types of the source; in SQLite types say nothing. */
export async function hasTextFigures(
  connection: OdbcConnection,
  { table }: CallSource,
  valueTypes: readonly ExternalValueType[],
  signal: AbortSignal,
): Promise<boolean> {
  const read = valueTypes.filter(isRead);
  if (connection.database.product === 'sqlite' || read.length === 0) return false;
  const selected = read.map(({ expression }, index) => `${expression} AS xl_value${index + 1}`);
  try {
    const columns = await connection.columns(`SELECT ${selected.join(', ')} FROM ${table}`, [], { signal });
    return columns.some(({ typeName, isNumeric }) => !isNumeric && typeName.includes('CHAR'));
  } catch (error) {
    // What cannot stand outside of its function (`DISTINCT x`) is summed by the source, which tells best what is wrong.
    if (signal.aborted || errorShape(error).retryable) throw error;
    return false;
  }
}

/**
 * Asks SQLite, where any column may hold texts, whether the rows of the day have some among their figures; undefined where
 * the sums themselves tell that there are none.
 *
 * @param hasDecimals whether a sum was written with decimals: one of integers, or of texts that are integers, never is
 */
export function textCheck(
  options: CallStatementOptions,
  valueTypes: readonly ExternalValueType[],
  hasDecimals: boolean,
): CallStatement | undefined {
  const doubtful = valueTypes.filter(
    (type) => isRead(type) && (hasDecimals || type.function === 'MIN' || type.function === 'MAX'),
  );
  if (options.product !== 'sqlite' || doubtful.length === 0) return undefined;
  const isText = doubtful.map(({ expression }) => `typeof(${expression}) IN ('text', 'blob')`);
  const sql = `MAX(${isText.join(' OR ')})`;
  return callStatement({ ...options, columns: [{ sql, combine: 'max' }], rows: 'together' });
}

/** Whether SQLite found texts, from the answer to {@link textCheck}. */
export async function foundTexts(
  connection: OdbcConnection,
  { sql, parameters }: CallStatement,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    const [row] = await connection.query(sql, parameters, { signal, maxRows: 1 });
    return Number(row?.[0] ?? 0) > 0;
  } catch (error) {
    if (signal.aborted || errorShape(error).retryable) throw error;
    return false;
  }
}

/** Columns whose figures come as they stand in the table: SQLite's driver makes 0 of a text in a column of integers. */
export function asTheyStand(
  columns: readonly SelectedColumn[],
  product: DatabaseProduct,
  withAllDigits = false,
): SelectedColumn[] {
  if (product !== 'sqlite') return [...columns];
  return columns.map((column) => {
    const figure = column.row ?? column.sql;
    const text = `CAST(${figure} AS TEXT)`;
    // As text a REAL has 15 digits.
    const all = `CASE typeof(${figure}) WHEN 'real' THEN printf('%!.17g', ${figure}) ELSE ${text} END`;
    return { ...column, row: withAllDigits ? all : text };
  });
}

const decimalField: Readonly<Record<PackedFormat, RegExp>> = {
  marked: new RegExp(`${packedField}-?\\d+\\.\\d*(?:e[-+]?\\d+)?(?:[${packedField}${packedRow}]|$)`),
  json: /,-?\d+\.\d*(?:e[-+]?\d+)?[,\]]/,
};

/** Whether a figure of a packed text is written with decimals; true at times for a name that looks like one. */
export function hasDecimalField(packed: string, format: PackedFormat): boolean {
  return packed.includes('.') && decimalField[format].test(packed);
}

/** Whether the source could not hold a sum; its rows can still be read. */
export function isOverflow(error: unknown): boolean {
  const { details, message }: ErrorShape = errorShape(error);
  return details.sqlState === '22003' || /overflow|out of range/i.test(String(details.driverText ?? message));
}

function isRead({ function: aggregate }: ExternalValueType): boolean {
  return aggregate !== 'COUNT';
}

/** Whether the time stamps are texts with an offset or `Z`, which makes them instants, by one of them. */
export async function findStamp(
  connection: OdbcConnection,
  { stamp, table }: CallSource,
  product: DatabaseProduct,
  signal: AbortSignal,
): Promise<string | undefined> {
  const isText =
    (stamp.kind === 'text' && stamp.format === undefined) ||
    (stamp.kind === 'datetime' && product === 'sqlite');
  if (!isText) return undefined;
  try {
    const sql = `SELECT ${stamp.expression} AS xl_stamp FROM ${table} WHERE ${stamp.expression} IS NOT NULL`;
    const [row] = await connection.query(sql, [], { signal, maxRows: 1 });
    return typeof row?.[0] === 'string' ? row[0] : undefined;
  } catch (error) {
    if (signal.aborted || errorShape(error).retryable) throw error;
    return undefined;
  }
}
