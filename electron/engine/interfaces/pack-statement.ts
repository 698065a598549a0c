import type { DatabaseProduct } from '../odbc/dialect.ts';
import { asTable } from '../odbc/sql-text.ts';
import type { StampKind } from './call-source.ts';
import type { CallStatement } from './call-statement.ts';

/** Between the fields of a row, between rows, and instead of null: control characters that no key has. */
export const packedField = '\u001f';
export const packedRow = '\u001e';
export const packedNull = '\u001d';

/** The result columns of a statement for call data, in their order. */
export interface PackedColumns {
  readonly stamps: number;
  readonly keys: number;
  readonly values: number;
  readonly stampKind: StampKind;
}

/** How a product makes one text of many rows. */
interface Packer {
  /** A time stamp that is a date/time, as the driver writes it. */
  dateTime(column: string): string;
  /** Rows as one text: their number, then each between row marks. */
  rows(columns: readonly string[]): string;
  /** Makes the whole statement of one that has the text as `xl_packed`. */
  statement(sql: string): string;
}

/**
 * The statement with all its rows put together as one text by the source: `<rows>␞field␟field…␞…␞`. A driver hands over one
 * long text many times faster than thousands of cells, each converted and checked by itself. Undefined for products that
 * cannot, or where it was not tried. With `byStamp` there is one text for each time stamp, for days that are large.
 */
export function packedStatement(
  statement: CallStatement,
  columns: PackedColumns,
  product: DatabaseProduct,
  byStamp: boolean,
): string | undefined {
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
  return packer.statement(
    `SELECT ${packer.rows(fields)} AS xl_packed\nFROM ${asTable(statement.sql, 'xl_rows')}${grouped}`,
  );
}

function names(prefix: string, count: number, suffix: (index: number) => string): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}${suffix(index)}`);
}

const asIs = (sql: string) => sql;

const packers: Partial<Record<DatabaseProduct, Packer>> = {
  sqlite: {
    dateTime: asIs,
    rows: (columns) => {
      // Marks as literals, and nulls looked for only in rows that have one: a function is called for each of a million cells.
      const joined = (fields: readonly string[]) => fields.join(` || '${packedField}' || `);
      const filled = joined(columns.map((column) => `coalesce(${column}, '${packedNull}')`));
      const row = `coalesce(${joined(columns)}, ${filled})`;
      return `count(*) || coalesce('${packedRow}' || group_concat(${row}, '${packedRow}') || '${packedRow}', '')`;
    },
    // The driver gives an expression 255 characters of room; the last part of a union tells it that this is a long text.
    statement: (sql) => `SELECT xl_packed FROM (\n${sql}\nUNION ALL SELECT sql FROM sqlite_master WHERE 0)`,
  },
  postgresql: {
    dateTime: (column) => `CAST(${column} AS timestamp)`,
    rows: (columns) => {
      const fields = columns.map((column) => `coalesce(CAST(${column} AS text), chr(29))`);
      const row = fields.join(' || chr(31) || ');
      return `CAST(count(*) AS text) || coalesce(chr(30) || string_agg(${row}, chr(30)) || chr(30), '')`;
    },
    statement: asIs,
  },
};
