import type { Span } from '../findings.ts';
import { compareTexts } from '../runtime/compare.ts';
import { numberOf, roundHalfEven, textOf } from '../runtime/convert.ts';
import { fail } from '../runtime/faults.ts';
import { charge, checkedText, type Machine } from '../runtime/machine.ts';
import { textOfNumber } from '../runtime/number-text.ts';
import { boxed, numericTypeOf, type Value } from '../runtime/values.ts';
import { type FunctionTable, spreadingNull, valueFunction } from './table.ts';

/** Longer texts are not even made, whatever the budget. */
const LONGEST_MADE = 1_000_000;

const long = (value: number) => boxed('Long', value);

function lengthArgument(value: Value, at: Span): number {
  const length = value as number;
  return length >= 0 ? length : fail(5, at, 'A length cannot be negative.', { variant: 'length' });
}

function startArgument(value: Value, at: Span): number {
  const start = value as number;
  return start >= 1 ? start : fail(5, at, 'Positions in a text count from 1.', { variant: 'position' });
}

function withoutLeading(text: string): string {
  let start = 0;
  while (text.charAt(start) === ' ') start += 1;
  return text.slice(start);
}

function withoutTrailing(text: string): string {
  let end = text.length;
  while (text.charAt(end - 1) === ' ') end -= 1;
  return text.slice(0, end);
}

/** Searching a long text for a long one can take as many steps as the product of their lengths. */
export function chargeSearch(machine: Machine, text: string, sought: string, at: Span): void {
  charge(machine, Math.floor((text.length * sought.length) / 1024), at);
}

/** `InStr([start,] text, sought [, compare])`: the first argument is the start when there are three and it is a number. */
function inStr(args: readonly Value[], at: Span, machine: Machine): Value {
  const withStart = args.length >= 3 && typeof args[0] !== 'string';
  const start = withStart ? startArgument(roundHalfEven(numberOf(args[0], at)), at) : 1;
  const [text, sought, compare] = withStart ? args.slice(1) : args;
  if (text === null || sought === null) return null;
  const ignoreCase = compare === undefined ? machine.options.compareText : numberOf(compare, at) === 1;
  const fold = (value: Value) => (ignoreCase ? textOf(value, at).toLowerCase() : textOf(value, at));
  const within = fold(text);
  if (start > within.length + 1 || (within === '' && start > 1)) return long(0);
  if (within === '') return long(0);
  const wanted = fold(sought);
  chargeSearch(machine, within, wanted, at);
  return long(within.indexOf(wanted, start - 1) + 1);
}

function inStrRev(args: readonly Value[], at: Span, machine: Machine): Value {
  const [text = '', sought = '', start, compare] = args as [
    string,
    string,
    number | undefined,
    number | undefined,
  ];
  const ignoreCase = compare === 1;
  const within = ignoreCase ? text.toLowerCase() : text;
  const wanted = ignoreCase ? sought.toLowerCase() : sought;
  const last = start === undefined || start === -1 ? within.length : startArgument(start, at);
  if (within === '' || last > within.length || last < wanted.length) return long(0);
  chargeSearch(machine, within, wanted, at);
  return long(within.lastIndexOf(wanted, last - wanted.length) + 1);
}

function str(value: Value, at: Span): Value {
  if (value === null) return null;
  if (typeof value === 'string')
    return fail(13, at, 'Type mismatch: Str takes a number.', { variant: 'takes-number', name: 'Str' });
  const type = numericTypeOf(value) ?? 'Integer';
  const text = textOfNumber(type === 'Boolean' ? 'Boolean' : type, numberOf(value, at));
  const shown = text.replace(/^(-?)0\./, '$1.');
  return /^[\d.]/.test(shown) ? ` ${shown}` : shown;
}

const LONGEST_NUMBER = 400;

/** The number at the start of a text, blanks passed over; 0 where there is none. */
function val(text: string): number {
  const packed = text.slice(0, LONGEST_NUMBER).replace(/[ \t\r\n]/g, '');
  const radix = /^([+-]?)&(?:h([0-9a-f]+)|o?([0-7]+))/i.exec(packed);
  if (radix) {
    const whole = radix[2] === undefined ? Number.parseInt(radix[3] ?? '', 8) : Number.parseInt(radix[2], 16);
    const bits =
      radix[2] === undefined
        ? whole | 0
        : radix[2].length <= 4 && whole > 0x7fff
          ? whole - 0x10000
          : whole | 0;
    return radix[1] === '-' ? -bits : bits;
  }
  const found = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[ed][+-]?\d+)?/i.exec(packed);
  const value = found ? Number(found[0].replace(/d/i, 'e')) : 0;
  return Number.isFinite(value) ? value : 0;
}

function repeated(args: readonly Value[], at: Span): string {
  const count = lengthArgument(args[0], at);
  const what = args[1];
  const character =
    typeof what === 'string'
      ? what.charAt(0)
      : String.fromCharCode(roundHalfEven(numberOf(what, at)) & 0xffff);
  if (character === '')
    fail(5, at, 'String needs a character to repeat.', { variant: 'needs-text', name: 'String' });
  if (count > LONGEST_MADE) fail(14, at);
  return character.repeat(count);
}

function replace(args: readonly Value[], at: Span, machine: Machine): string {
  const [text = '', sought = '', by = '', start = 1, count = -1, compare = 0] = args as [
    ...[string, string, string],
    ...[number | undefined, number | undefined, number | undefined],
  ];
  const rest = text.slice(startArgument(start, at) - 1);
  if (sought === '' || count === 0) return rest;
  const within = compare === 1 ? rest.toLowerCase() : rest;
  const wanted = compare === 1 ? sought.toLowerCase() : sought;
  chargeSearch(machine, within, wanted, at);
  const pieces: string[] = [];
  let from = 0;
  for (let done = 0; count < 0 || done < count; done += 1) {
    const found = within.indexOf(wanted, from);
    if (found < 0) break;
    pieces.push(rest.slice(from, found));
    from = found + wanted.length;
  }
  if (pieces.length * by.length > LONGEST_MADE) fail(14, at);
  pieces.push(rest.slice(from));
  return pieces.join(by);
}

export const TEXTS: FunctionTable = {
  asc: valueFunction('Asc(text)', ['text'], 'Integer', ([text], at) =>
    text === ''
      ? fail(5, at, 'Asc needs a text with at least one character.', { variant: 'needs-text', name: 'Asc' })
      : boxed('Integer', (text as string).charCodeAt(0)),
  ),
  chr: valueFunction('Chr(code)', ['whole'], 'String', ([code], at) => {
    const number = code as number;
    if (number < 0 || number > 0xffff)
      fail(5, at, 'Chr takes a code from 0 to 65535.', { variant: 'takes', name: 'Chr', range: '0 … 65535' });
    return String.fromCharCode(number);
  }),
  instr: valueFunction('InStr([start], text, sought, [compare])', ['value'], 'Variant', inStr),
  instrrev: spreadingNull(
    valueFunction(
      'InStrRev(text, sought, [start], [compare])',
      ['text', 'text', 'whole', 'whole'],
      'Long',
      inStrRev,
    ),
  ),
  lcase: spreadingNull(
    valueFunction('LCase(text)', ['text'], 'String', ([text]) => (text as string).toLowerCase()),
  ),
  left: spreadingNull(
    valueFunction('Left(text, length)', ['text', 'whole'], 'String', ([text, length], at) =>
      (text as string).slice(0, lengthArgument(length, at)),
    ),
  ),
  len: valueFunction('Len(text)', ['value'], 'Variant', ([text], at) =>
    text === null ? null : long(textOf(text, at).length),
  ),
  ltrim: spreadingNull(
    valueFunction('LTrim(text)', ['text'], 'String', ([text]) => withoutLeading(text as string)),
  ),
  mid: spreadingNull(
    valueFunction('Mid(text, start, [length])', ['text', 'whole', 'whole'], 'String', (args, at) => {
      const start = startArgument(args[1], at) - 1;
      const end = args[2] === undefined ? undefined : start + lengthArgument(args[2], at);
      return (args[0] as string).slice(start, end);
    }),
  ),
  replace: valueFunction(
    'Replace(text, sought, by, [start], [count], [compare])',
    ['text', 'text', 'text', 'whole', 'whole', 'whole'],
    'String',
    (args, at, machine) => checkedText(machine, replace(args, at, machine), at),
  ),
  right: spreadingNull(
    valueFunction('Right(text, length)', ['text', 'whole'], 'String', ([text, length], at) => {
      const count = lengthArgument(length, at);
      return count === 0 ? '' : (text as string).slice(-count);
    }),
  ),
  rtrim: spreadingNull(
    valueFunction('RTrim(text)', ['text'], 'String', ([text]) => withoutTrailing(text as string)),
  ),
  space: valueFunction('Space(number)', ['whole'], 'String', ([number], at, machine) =>
    checkedText(machine, repeated([number, ' '], at), at),
  ),
  str: valueFunction('Str(number)', ['value'], 'Variant', ([value], at) => str(value, at)),
  strcomp: spreadingNull(
    valueFunction(
      'StrComp(first, second, [compare])',
      ['text', 'text', 'whole'],
      'Integer',
      ([first, second, compare], _at, machine) => {
        const ignoreCase = compare === undefined ? machine.options.compareText : compare === 1;
        return boxed('Integer', compareTexts(first as string, second as string, ignoreCase));
      },
    ),
  ),
  string: valueFunction('String(number, character)', ['whole', 'value'], 'String', (args, at, machine) =>
    checkedText(machine, repeated(args, at), at),
  ),
  strreverse: valueFunction('StrReverse(text)', ['text'], 'String', ([text]) =>
    [...(text as string)].reverse().join(''),
  ),
  trim: spreadingNull(
    valueFunction('Trim(text)', ['text'], 'String', ([text]) =>
      withoutTrailing(withoutLeading(text as string)),
    ),
  ),
  ucase: spreadingNull(
    valueFunction('UCase(text)', ['text'], 'String', ([text]) => (text as string).toUpperCase()),
  ),
  val: valueFunction('Val(text)', ['text'], 'Double', ([text]) => val(text as string)),
};
