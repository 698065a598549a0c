/* What the two formats of packed texts share. */

/** A row as it is handed out: the same array each time, to be read before the next one. */
export type UnpackedRow = readonly unknown[];

/**
 * Takes the rows out of a packed text. Fields before `firstFigure` are texts, those from there on numbers where they are
 * written as such (`12`, `-3`, `0.25`), else texts; null is null. False when the text is not what was asked for: it was
 * cut off, or a field holds a mark; rows handed out until then are not to be used.
 */
export type Unpack = (
  packed: string,
  fieldCount: number,
  firstFigure: number,
  take: (row: UnpackedRow) => void,
) => boolean;

const zero = 48;
const nine = 57;
const minus = 45;
const point = 46;
/** So many digits are a whole number that is exact. */
const exactDigits = 15;
const powersOfTen = Array.from({ length: exactDigits + 1 }, (_, digits) => 10 ** digits);

/** Where a reader stands in a text. */
export interface Place {
  at: number;
}

/**
 * The number that begins here (`12`, `-3`, `0.25`), and moves behind it; undefined where none does or it has too many digits,
 * at any place then. What follows it may show that it was none.
 */
export function shortNumber(text: string, place: Place): number | undefined {
  let { at } = place;
  const isNegative = text.charCodeAt(at) === minus;
  if (isNegative) at += 1;
  let whole = 0;
  let digits = 0;
  let decimals = -1;
  for (; ; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= zero && code <= nine) {
      whole = whole * 10 + (code - zero);
      digits += 1;
      if (decimals >= 0) decimals += 1;
    } else if (code === point && decimals < 0) decimals = 0;
    else break;
  }
  place.at = at;
  if (digits === 0 || digits > exactDigits) return undefined;
  // Both are exact, so their quotient is the number nearest to what is written.
  const size = decimals > 0 ? whole / powersOfTen[decimals]! : whole;
  return isNegative ? -size : size;
}

const written = /^-?\d+(?:\.\d*)?(?:[eE][-+]?\d+)?$/;

/** A number that a double holds as it is written, else the text: it is left to whoever knows what to make of it. */
export function figureOf(text: string): number | string {
  const number = written.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(number) && Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : text;
}
