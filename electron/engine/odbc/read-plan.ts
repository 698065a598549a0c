import type { Dialect } from './dialect.ts';
import type { DriverTraits } from './drivers.ts';
import type { NativeColumn } from './native.ts';
import { asTable, withLimit } from './sql-text.ts';

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

const numericTypes: ReadonlySet<number> = new Set([2, 3, 4, 5, 6, 7, 8, -5, -6]);
const textTypes: ReadonlySet<number> = new Set([1, 12, -1, -8, -9, -10]);
const longTextTypes: ReadonlySet<number> = new Set([-1, -10]);
const binaryTypes: ReadonlySet<number> = new Set([-2, -3, -4]);

export function isText({ dataType }: NativeColumn): boolean {
  return textTypes.has(dataType);
}

export function isLongText({ dataType }: NativeColumn): boolean {
  return longTextTypes.has(dataType);
}

export function columnInfo(column: NativeColumn): ColumnInfo {
  return {
    name: column.name,
    typeName: column.dataTypeName,
    size: column.columnSize,
    nullable: column.nullable,
    isNumeric: numericTypes.has(column.dataType),
  };
}

/** How a statement is read. */
export interface ReadPlan {
  readonly sql: string;
  /**
   * `blocks`: so many rows at a time. `whole`: all rows at once, with a LIMIT, if they are no more than `rows`; if they
   * are, the statement is read again row by row.
   */
  readonly how: 'blocks' | 'whole';
  readonly rows: number;
  /** Characters that text of the columns of this index may have; more was cut off by the source. */
  readonly shortened: ReadonlyMap<number, number>;
}

/** Beyond this a text column counts as unbounded: no name, key or time stamp is as long. */
const boundedCharacters = 4_000;
/** What is read of a text column that is shortened. */
const keptCharacters = 1_000;
/** More rows at a time gain nothing: 500 are read as fast as 1000 or faster. */
const maxFetchRows = 500;
const bytesPerCharacter = 4;
/** Values that are read at once where a driver cannot give blocks: some 100 MB while they are converted. */
const wholeCells = 350_000;
/** Their conversion holds up the event loop. */
const maxWholeRows = 50_000;
const wholeRowsOfUnknownColumns = 10_000;
const none: ReadonlyMap<number, number> = new Map();

/**
 * The driver package allocates rows × declared size of every column up front, 256 KB and more for one text column
 * without a length. So such columns are shortened by the source, and the rows of a fetch are chosen for a fixed buffer.
 *
 * @param columns undefined where they could not be learned: then one row at a time is read, which is always right.
 */
export function planRead(
  sql: string,
  columns: readonly NativeColumn[] | undefined,
  traits: DriverTraits,
  dialect: Dialect,
  bufferBytes: number,
): ReadPlan {
  if (!traits.blockFetch) {
    if (withLimit(sql, 1) === undefined) return rowByRow(sql);
    const fitting = columns
      ? Math.floor(wholeCells / Math.max(1, columns.length))
      : wholeRowsOfUnknownColumns;
    return { sql, how: 'whole', rows: Math.max(1, Math.min(maxWholeRows, fitting)), shortened: none };
  }
  if (!columns) return rowByRow(sql);
  const shortened = new Map(
    [...columns.entries()]
      .filter(([, column]) => mustShorten(column, traits))
      .map(([index]) => [index, keptCharacters] as const),
  );
  if (shortened.size === 0) {
    return { sql, how: 'blocks', rows: rowsFor(columns.map(bytesOf), bufferBytes), shortened: none };
  }
  if (new Set(columns.map(({ name }) => name)).size < columns.length) return rowByRow(sql);
  // One more than is kept, so that what was too long shows.
  const shorten = traits.shortenBy ?? ((column: string) => dialect.asText(column, keptCharacters + 1));
  const selected = columns.map(({ name }, index) => {
    const quoted = dialect.quoteIdentifier(name);
    return shortened.has(index) ? `${shorten(quoted)} AS ${quoted}` : quoted;
  });
  const bytes = columns.map((column, index) =>
    shortened.has(index) ? (traits.expressionCharacters + 1) * bytesPerCharacter : bytesOf(column),
  );
  return {
    sql: `SELECT ${selected.join(', ')} FROM ${asTable(sql, 'xl_rows')}`,
    how: 'blocks',
    rows: rowsFor(bytes, bufferBytes),
    shortened,
  };
}

export function rowByRow(sql: string): ReadPlan {
  return { sql, how: 'blocks', rows: 1, shortened: none };
}

function mustShorten(column: NativeColumn, traits: DriverTraits): boolean {
  if (!isText(column) || traits.shortenText === 'none') return false;
  if (traits.shortenText === 'all') return true;
  return isLongText(column) || column.columnSize <= 0 || column.columnSize > boundedCharacters;
}

function rowsFor(bytes: readonly number[], bufferBytes: number): number {
  const rowBytes = bytes.reduce((sum, one) => sum + one, 0);
  return Math.max(1, Math.min(maxFetchRows, Math.floor(bufferBytes / Math.max(1, rowBytes))));
}

function bytesOf(column: NativeColumn): number {
  if (isText(column)) return (Math.max(column.columnSize, 1) + 1) * bytesPerCharacter;
  if (binaryTypes.has(column.dataType)) return Math.max(column.columnSize, 1);
  return 64;
}
