import { XlinkError } from '#shared/rpc/errors.ts';
import type { NativeColumn, NativeRows } from './native.ts';
import { isLongText, isText } from './read-plan.ts';

const bigInt = -5;
const bit = -7;
const bytesPerCharacter = 4;

export interface FetchedHow {
  /** Whether long text came through a buffer of its declared size, like the rest. */
  readonly longTextBound: boolean;
  /** Characters that text of the columns of this index may have. */
  readonly shortened: ReadonlyMap<number, number>;
}

/**
 * Makes what the package gives the same for all drivers, in place: a BIGINT is a number unless it is beyond 2^53, a BIT
 * is 0 or 1.
 *
 * @throws XlinkError `ODBC_TEXT_TOO_LONG` for a text of which driver or source kept the beginning only.
 */
export function tidyRows(rows: NativeRows, columns: readonly NativeColumn[], how: FetchedHow): NativeRows {
  for (const [index, column] of columns.entries()) {
    if (column.dataType === bigInt) {
      for (const row of rows) row[index] = integerOf(row[index]!);
    } else if (column.dataType === bit) {
      for (const row of rows) row[index] = bitOf(row[index]!);
    } else if (isText(column) && (how.longTextBound || !isLongText(column))) {
      const kept = how.shortened.get(index);
      for (const row of rows) {
        const value = row[index];
        if (typeof value === 'string' && wasCut(value, column, kept)) throw tooLong(column.name);
      }
    }
  }
  return rows;
}

function integerOf(value: NativeRows[number][number]) {
  if (typeof value !== 'bigint') return value;
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

function bitOf(value: NativeRows[number][number]) {
  if (typeof value !== 'string') return value;
  // MariaDB's driver gives the bit itself, the others its digit.
  return value === '1' || value === '\u0001' ? 1 : 0;
}

/**
 * Text comes through a buffer of four bytes for each declared character, and what does not fit is cut off in silence: a
 * text that is longer than declared and fills the buffer was cut.
 */
function wasCut(value: string, column: NativeColumn, kept: number | undefined): boolean {
  if (kept !== undefined && value.length > kept) return true;
  const { columnSize } = column;
  if (columnSize <= 0 || value.length <= columnSize) return false;
  return Buffer.byteLength(value) > (columnSize - 1) * bytesPerCharacter && [...value].length > columnSize;
}

function tooLong(column: string): XlinkError {
  return new XlinkError(
    'ODBC_TEXT_TOO_LONG',
    `Column ${column} holds a text that is too long to be read with many rows. Shorten it in the statement, for example with SUBSTR(${column}, 1, 200).`,
    { column },
  );
}
