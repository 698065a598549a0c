import type { MessageDetails } from '../findings.ts';
import { roundCurrency } from '../runtime/convert.ts';
import { KEYWORDS, SUFFIX_TYPES, type TypeName } from './tokens.ts';

export interface ReadNumber {
  end: number;
  value: number;
  type: TypeName;
  /** Set when the characters look like a number but are none. */
  problem?: string;
  details?: MessageDetails;
}

const DECIMAL = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eEdD][+-]?\d+)?/y;
const RADIX = /&([hH])([0-9a-fA-F]+)|&([oO])([0-7]+)/y;

/**
 * Reads the number that starts at `offset`, if one does. A whole number is an Integer when it fits 16 bits, else a
 * Long when it fits 32, else a Double; a point or an exponent makes a Double; a suffix says the type itself.
 */
export function readNumber(text: string, offset: number): ReadNumber | undefined {
  if (text.charAt(offset) === '&') return readRadix(text, offset);
  DECIMAL.lastIndex = offset;
  const written = DECIMAL.exec(text)?.[0];
  if (written === undefined) return undefined;
  const value = Number(written.replace(/[dD]/, 'e'));
  const whole = /^\d+$/.test(written);
  const end = offset + written.length;
  const read: ReadNumber = { end, value, type: whole ? wholeType(value) : 'Double' };
  if (!Number.isFinite(value)) {
    const problem = `${written} is too large for a number.`;
    return { ...read, value: 0, problem, details: { variant: 'large', written } };
  }
  return withSuffix(text, read, written);
}

function withSuffix(text: string, read: ReadNumber, written: string): ReadNumber {
  const mark = text.charAt(read.end);
  const type = Object.hasOwn(SUFFIX_TYPES, mark) ? SUFFIX_TYPES[mark] : undefined;
  if (type === undefined || type === 'String') return read;
  const rest = text.slice(read.end + 1, read.end + 20);
  const word = /^[ \t]*(\p{L}+)/u.exec(rest)?.[1]?.toLowerCase();
  // `5 & x` and `5 % x` are operators; in `5& And x` the mark belongs to the number.
  const goesOn = word === undefined || !KEYWORDS.has(word);
  if (mark === '&' && goesOn && /^[ \t]*["\p{L}\d(&]/u.test(rest)) return read;
  if (mark === '%' && goesOn && /^[ \t]*[\p{L}\d(]/u.test(rest)) return read;
  if (mark === '!' && text.charAt(read.end + 1) === '=') return read;
  const fits =
    type === 'Integer'
      ? Math.abs(read.value) <= 32767 && Number.isInteger(read.value)
      : type === 'Long'
        ? Math.abs(read.value) <= 2147483647 && Number.isInteger(read.value)
        : true;
  const end = read.end + 1;
  if (!fits) {
    const number = `${written}${mark}`;
    const problem = `${number} does not fit the type ${type}.`;
    return { end, value: 0, type, problem, details: { written: number, type } };
  }
  const value =
    type === 'Single'
      ? Math.fround(read.value)
      : type === 'Currency'
        ? roundCurrency(read.value)
        : read.value;
  return { end, value, type };
}

function readRadix(text: string, offset: number): ReadNumber | undefined {
  RADIX.lastIndex = offset;
  const found = RADIX.exec(text);
  if (!found) return undefined;
  const written = found[0];
  const value = found[1] ? Number.parseInt(found[2] ?? '', 16) : Number.parseInt(found[4] ?? '', 8);
  let end = offset + written.length;
  const long = text.charAt(end) === '&' && !/["\p{L}\d(&]/u.test(text.charAt(end + 1));
  if (long) end += 1;
  if (value > 0xffffffff) {
    const problem = `${written} does not fit the type Long.`;
    return { end, value: 0, type: 'Long', problem, details: { written, type: 'Long' } };
  }
  // As in the family, &HFFFF without a suffix is the 16-bit pattern, which is -1.
  if (value <= 0xffff && !long)
    return { end, value: value > 0x7fff ? value - 0x10000 : value, type: 'Integer' };
  return { end, value: value > 0x7fffffff ? value - 0x100000000 : value, type: 'Long' };
}

/** The narrowest of Integer, Long and Double that holds a whole number. */
export function wholeType(value: number): 'Integer' | 'Long' | 'Double' {
  if (value >= -32768 && value <= 32767) return 'Integer';
  if (value >= -2147483648 && value <= 2147483647) return 'Long';
  return 'Double';
}
