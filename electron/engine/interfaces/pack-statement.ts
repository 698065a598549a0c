import type { DatabaseProduct } from '../odbc/dialect.ts';
import { asTable } from '../odbc/sql-text.ts';
import type { StampKind } from './call-source.ts';
import type { CallStatement } from './call-statement.ts';

/** Of the format with marks: between the fields of a row, between rows, and instead of null. Characters that no key has. */
export const packedField = '\u001f';
export const packedRow = '\u001e';
export const packedNull = '\u001d';

/** How the rows stand in a packed text; their number is in front of either. */
export type PackedFormat =
  /** `2␞field␟field␞field␟field␞`, null as `␝`. */
  | 'marked'
  /** `2[["text",12,null],["text",3,0.5]]`. */
  | 'json';

/** A statement that gives packed texts, one in each row. */
export interface PackedStatement {
  readonly sql: string;
  readonly format: PackedFormat;
}

/** The result columns of a statement for call data, in their order. */
export interface PackedColumns {
  readonly stamps: number;
  readonly keys: number;
  readonly values: number;
  readonly stampKind: StampKind;
}

/** How a product makes one text of many rows. */
interface Packer {
  readonly format: PackedFormat;
  /** A time stamp that is a date/time, as the driver writes it. */
  dateTime(column: string): string;
  /** Rows as one text, with their number in front. */
  rows(columns: readonly string[]): string;
  /** Makes the whole statement of one that has the text as `xl_packed`. */
  statement(sql: string): string;
}

/**
 * The statement with all its rows put together as one text by the source. A driver hands over one long text many times
 * faster than thousands of cells, each converted and checked by itself. Undefined for products that cannot, or where it was
 * not tried. With `byStamp` there is one text for each time stamp, for days that are large.
 */
export function packedStatement(
  statement: CallStatement,
  columns: PackedColumns,
  product: DatabaseProduct,
  byStamp: boolean,
): PackedStatement | undefined {
  const packer = packers[product];
  if (packer === undefined) return undefined;
  const stamps = names('xl_stamp', columns.stamps, (index) => (index === 0 ? '' : String(index + 1)));
  const others = [
    ...names('xl_queue', columns.keys, (index) => String(index + 1)),
    ...names('xl_value', columns.values, (index) => String(index + 1)),
  ];
  const fields = [...stamps, ...others].map((column, index) =>
    index === 0 && columns.stampKind === 'datetime' ? packer.dateTime(column) : column,
  );
  const grouped = byStamp ? `\nGROUP BY ${stamps[0]}` : '';
  const sql = packer.statement(
    `SELECT ${packer.rows(fields)} AS xl_packed\nFROM ${asTable(statement.sql, 'xl_rows')}${grouped}`,
  );
  return { sql, format: packer.format };
}

function names(prefix: string, count: number, suffix: (index: number) => string): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}${suffix(index)}`);
}

const asIs = (sql: string) => sql;

const packers: Partial<Record<DatabaseProduct, Packer>> = {
  sqlite: {
    format: 'json',
    dateTime: asIs,
    // Its JSON functions need half the time of `||`, which copies what is there of a row for each field that comes.
    rows: (columns) => `count(*) || json_group_array(json_array(${columns.join(', ')}))`,
    // The driver gives an expression 255 characters of room; the last part of a union tells it that this is a long text.
    statement: (sql) => `SELECT xl_packed FROM (\n${sql}\nUNION ALL SELECT sql FROM sqlite_master WHERE 0)`,
  },
  postgresql: {
    format: 'marked',
    dateTime: (column) => `CAST(${column} AS timestamp)`,
    rows: (columns) => {
      // Nulls are looked for only in rows that have one: a function is called for each of a million cells.
      const texts = columns.map((column) => `CAST(${column} AS text)`);
      const filled = texts.map((text) => `coalesce(${text}, '${packedNull}')`);
      const row = `coalesce(${texts.join(` || '${packedField}' || `)}, concat_ws('${packedField}', ${filled.join(', ')}))`;
      return `CAST(count(*) AS text) || coalesce('${packedRow}' || string_agg(${row}, '${packedRow}') || '${packedRow}', '')`;
    },
    statement: asIs,
  },
};
