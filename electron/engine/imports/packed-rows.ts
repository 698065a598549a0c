import { packedField, packedNull, packedRow } from '../interfaces/pack-statement.ts';

const fieldMark = packedField.charCodeAt(0);
const rowMark = packedRow.charCodeAt(0);
const zero = 48;
const nine = 57;
const minus = 45;
const point = 46;
/** So many digits are a whole number that is exact. */
const exactDigits = 15;
const powersOfTen = Array.from({ length: exactDigits + 1 }, (_, digits) => 10 ** digits);

/** A row as it is handed out: the same array each time, to be read before the next one. */
export type UnpackedRow = readonly unknown[];

/**
 * Takes the rows out of a packed text. Fields before `firstFigure` are texts, those from there on numbers where they are
 * written as such (`12`, `-3`, `0.25`), else texts; null is null. False when the text is not what was asked for: it was
 * cut off, or a field holds a mark; rows handed out until then are not to be used.
 */
export function unpackRows(
  packed: string,
  fieldCount: number,
  firstFigure: number,
  take: (row: UnpackedRow) => void,
): boolean {
  // The mark behind the last row: without it the end is missing.
  const end = packed.length - 1;
  let at = packed.indexOf(packedRow);
  if (at < 0) return packed === '0';
  const count = Number(packed.slice(0, at));
  if (!Number.isInteger(count) || packed.charCodeAt(end) !== rowMark) return false;
  const row = new Array<unknown>(fieldCount).fill(null);
  /** Where the texts of the row before stood: time stamps mostly are the same. */
  const before = new Array<{ text: string } | undefined>(firstFigure);
  let rows = 0;
  while (at < end) {
    at += 1;
    for (let field = 0; field < fieldCount; field += 1) {
      const from = at;
      if (field < firstFigure) {
        const known = before[field]?.text;
        // A text that is the one before is the same string: whoever reads it may compare by identity.
        if (known !== undefined && endsAfter(packed, from + known.length) && packed.startsWith(known, from)) {
          at = from + known.length;
        } else {
          while (at < end && isWithin(packed.charCodeAt(at))) at += 1;
          const text = packed.slice(from, at);
          before[field] = { text };
          row[field] = text === packedNull ? null : text;
        }
      } else {
        let whole = 0;
        let digits = 0;
        let decimals = -1;
        let isPlain = true;
        const isNegative = at < end && packed.charCodeAt(at) === minus;
        if (isNegative) at += 1;
        for (; at < end; at += 1) {
          const code = packed.charCodeAt(at);
          if (code >= zero && code <= nine) {
            whole = whole * 10 + (code - zero);
            digits += 1;
            if (decimals >= 0) decimals += 1;
          } else if (code === point && decimals < 0) decimals = 0;
          else if (isWithin(code)) isPlain = false;
          else break;
        }
        if (isPlain && digits > 0 && digits <= exactDigits) {
          // Both are exact, so their quotient is the number nearest to what is written.
          const size = decimals > 0 ? whole / powersOfTen[decimals]! : whole;
          row[field] = isNegative ? -size : size;
        } else row[field] = figureOf(packed.slice(from, at));
      }
      const isLast = field === fieldCount - 1;
      if (isLast ? at < end && packed.charCodeAt(at) !== rowMark : packed.charCodeAt(at) !== fieldMark) {
        return false;
      }
      if (!isLast) at += 1;
    }
    rows += 1;
    take(row);
  }
  return rows === count;

  function endsAfter(text: string, index: number): boolean {
    return index >= end || !isWithin(text.charCodeAt(index));
  }
}

function isWithin(code: number): boolean {
  return code !== fieldMark && code !== rowMark;
}

const written = /^-?\d+(?:\.\d*)?(?:[eE][-+]?\d+)?$/;

/** A number with few enough digits to be one; all else is left to whoever knows what to make of it. */
function figureOf(text: string): unknown {
  if (text === packedNull) return null;
  const number = written.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(number) && Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : text;
}
