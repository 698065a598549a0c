import type { Dialect } from './dialect.ts';
import type { NativeColumn } from './native.ts';

/** What is known of a result column before a row is read. */
export interface ColumnInfo {
  readonly name: string;
  /** ODBC's name of the type, `SQL_VARCHAR`. */
  readonly typeName: string;
  /** Characters or digits; 0 where the driver does not know. */
  readonly size: number;
  readonly nullable: boolean;
  readonly isNumeric: boolean;
}

const numericTypes = new Set([2, 3, 4, 5, 6, 7, 8, -5, -6]);
const textTypes = new Set([1, 12, -1, -8, -9, -10]);
const binaryTypes = new Set([-2, -3, -4]);

/** Beyond this a text column counts as unbounded: no name, key or time stamp is as long. */
const boundedCharacters = 4_000;
/** What is read of an unbounded text column. */
const keptCharacters = 1_000;
const maxFetchRows = 1_000;
/** Where nothing is known of the columns: few rows at a time, so that even wide ones fit. */
const cautiousFetchRows = 20;

export function columnInfo(column: NativeColumn): ColumnInfo {
  return {
    name: column.name,
    typeName: column.dataTypeName,
    size: column.columnSize,
    nullable: column.nullable,
    isNumeric: numericTypes.has(column.dataType),
  };
}

/** How a statement is read: its SQL, perhaps with unbounded columns cut, and rows a fetch. */
export interface ReadPlan {
  readonly sql: string;
  readonly fetchRows: number;
}

/**
 * The driver package allocates rows × declared size of every column up front, 64 KB and more for one text column
 * without a length. So unbounded text is cut by the source, and the rows of a fetch are chosen for a fixed buffer.
 */
export function planRead(
  sql: string,
  columns: readonly NativeColumn[] | undefined,
  dialect: Dialect,
  bufferBytes: number,
): ReadPlan {
  if (!columns) return { sql, fetchRows: cautiousFetchRows };
  const names = new Set(columns.map((column) => column.name));
  const canWrap = names.size === columns.length && !names.has('');
  if (!columns.some(isUnbounded) || !canWrap) return { sql, fetchRows: rowsFor(columns, bufferBytes) };
  const selected = columns.map((column) => {
    const name = dialect.quoteIdentifier(column.name);
    return isUnbounded(column) ? `${dialect.asText(name, keptCharacters)} AS ${name}` : name;
  });
  const cut = columns.map((column) =>
    isUnbounded(column) ? { ...column, columnSize: keptCharacters } : column,
  );
  return {
    sql: `SELECT ${selected.join(', ')} FROM (${sql}) xl_rows`,
    fetchRows: rowsFor(cut, bufferBytes),
  };
}

function isUnbounded({ dataType, columnSize }: NativeColumn): boolean {
  return textTypes.has(dataType) && (columnSize <= 0 || columnSize > boundedCharacters);
}

function rowsFor(columns: readonly NativeColumn[], bufferBytes: number): number {
  const rowBytes = columns.reduce((sum, column) => sum + columnBytes(column), 0);
  return Math.max(1, Math.min(maxFetchRows, Math.floor(bufferBytes / Math.max(1, rowBytes))));
}

function columnBytes({ dataType, columnSize }: NativeColumn): number {
  if (textTypes.has(dataType)) return (Math.max(columnSize, 1) + 1) * 4;
  if (binaryTypes.has(dataType)) return Math.max(columnSize, 1);
  return 64;
}
