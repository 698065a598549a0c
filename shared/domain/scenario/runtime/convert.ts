import type { Span } from '../findings.ts';
import type { TypeName } from '../syntax/tokens.ts';
import { dateSerial, EARLIEST_DATE, LATEST_DATE, parseDateText } from './calendar.ts';
import { fail } from './faults.ts';
import { numberText, textOfNumber } from './number-text.ts';
import {
  boxed,
  type NumericType,
  numericTypeOf,
  plainNumber,
  ScenarioArray,
  ScenarioRecord,
  type Value,
} from './values.ts';

/** Rounds to the nearest whole number; a half goes to the even one, as the family does it. */
export function roundHalfEven(value: number): number {
  const rounded = Math.round(value);
  return rounded - value === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
}

const WHOLE_RANGES: Partial<Record<NumericType, readonly [number, number]>> = {
  Byte: [0, 255],
  Integer: [-32768, 32767],
  Long: [-2147483648, 2147483647],
};
const LARGEST_SINGLE = 3.4028234663852886e38;
const LARGEST_CURRENCY = 922_337_203_685_477;

export function toInteger(value: number, at: Span): number {
  const rounded = roundHalfEven(value);
  if (rounded >= -32768 && rounded <= 32767) return rounded;
  return overflow(value, 'Integer', at);
}

export function toLong(value: number, at: Span): number {
  const rounded = roundHalfEven(value);
  if (rounded >= -2147483648 && rounded <= 2147483647) return rounded;
  return overflow(value, 'Long', at);
}

/** The number as a value of that type, rounded where the type is whole; error 6 where it does not fit. */
export function toNumericType(type: NumericType, value: number, at: Span): number {
  switch (type) {
    case 'Double':
      return value - value === 0 ? value : overflow(value, type, at);
    case 'Long':
      return toLong(value, at);
    case 'Integer':
      return toInteger(value, at);
    case 'Byte': {
      const rounded = roundHalfEven(value);
      return rounded >= 0 && rounded <= 255 ? rounded : overflow(value, type, at);
    }
    case 'Boolean':
      return value === 0 ? 0 : -1;
    case 'Single':
      return Math.abs(value) <= LARGEST_SINGLE ? Math.fround(value) : overflow(value, type, at);
    case 'Currency':
      return Math.abs(value) <= LARGEST_CURRENCY ? roundCurrency(value) : overflow(value, type, at);
    case 'Date':
      return value >= EARLIEST_DATE && value <= LATEST_DATE + 1 ? value : overflow(value, type, at);
  }
}

/** Four decimals; where the number is too large to have any, it stays as it is. */
export function roundCurrency(value: number): number {
  const scaled = value * 10_000;
  return Math.abs(scaled) < Number.MAX_SAFE_INTEGER
    ? roundHalfEven(Number(scaled.toPrecision(15))) / 10_000
    : value;
}

export function overflow(value: number, type: TypeName, at: Span): never {
  const range = WHOLE_RANGES[type as NumericType];
  const reason = range === undefined ? 'is too large' : `is outside ${range[0]} to ${range[1]}`;
  const advice =
    type === 'Integer'
      ? ' Declare the variable As Long or As Double.'
      : type === 'Long'
        ? ' Use As Double.'
        : '';
  return fail(
    6,
    at,
    `Overflow: ${Number.isFinite(value) ? numberText(value) : 'the value'} ${reason} for the type ${type}.${advice}`,
    {
      type,
      ...(Number.isFinite(value) ? { value: numberText(value) } : {}),
      ...(type === 'Integer' || type === 'Long' ? { variant: 'whole' } : {}),
    },
  );
}

const LONGEST_NUMBER = 400;
const NUMBER_TEXT = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[ed][+-]?\d+)?\s*$/i;
const RADIX_TEXT = /^\s*&(?:h([0-9a-f]{1,8})|o?([0-7]{1,11}))&?\s*$/i;

/** The number a text holds as a whole, or `undefined`: no thousands separators, a point for decimals. */
export function numberInText(text: string): number | undefined {
  if (text.length > LONGEST_NUMBER) return undefined;
  if (NUMBER_TEXT.test(text)) {
    const value = Number(text.trim().replace(/d/i, 'e'));
    return Number.isFinite(value) ? value : undefined;
  }
  const radix = RADIX_TEXT.exec(text);
  if (!radix) return undefined;
  return radix[1] === undefined ? Number.parseInt(radix[2] ?? '', 8) : Number.parseInt(radix[1], 16);
}

export function numberOfText(text: string, at: Span): number {
  const value = numberInText(text);
  if (value !== undefined) return value;
  if (text === '')
    return fail(13, at, 'Type mismatch: an empty text is not a number.', { variant: 'empty-text' });
  const shown = text.length > 30 ? `${text.slice(0, 30)}…` : text;
  return fail(13, at, `Type mismatch: the text "${shown}" is not a number.`, {
    variant: 'number',
    value: shown,
  });
}

/** The number of any value: Empty is 0, True is -1, a text must hold a number. */
export function numberOf(value: Value, at: Span): number {
  if (typeof value === 'number') return value;
  if (value === undefined) return 0;
  if (typeof value === 'string') return numberOfText(value, at);
  if (numericTypeOf(value) !== undefined) return plainNumber(value);
  return notScalar(value, at);
}

export function textOf(value: Value, at: Span): string {
  if (typeof value === 'string') return value;
  if (value === undefined) return '';
  const type = numericTypeOf(value);
  if (type !== undefined) return textOfNumber(type, plainNumber(value));
  return notScalar(value, at);
}

export function notScalar(value: Value, at: Span): never {
  if (value === null)
    return fail(94, at, 'Null cannot be used as a value here: test it with IsNull first.', {});
  if (value instanceof ScenarioArray)
    return fail(13, at, 'Type mismatch: an array stands where one value is needed.', {
      variant: 'one-value',
    });
  if (value instanceof ScenarioRecord)
    return fail(13, at, 'Type mismatch: a whole Type stands where one value is needed.', {
      variant: 'one-value',
    });
  return fail(13, at);
}

export function truthOfText(text: string, at: Span): boolean {
  const word = text.trim().toLowerCase();
  if (word === 'true') return true;
  if (word === 'false') return false;
  return numberOfText(text, at) !== 0;
}

/** What a condition makes of a value: Null counts as False. */
export function truthOf(value: Value, at: Span): boolean {
  if (typeof value === 'boolean') return value;
  if (value === null) return false;
  if (typeof value === 'string') return truthOfText(value, at);
  return numberOf(value, at) !== 0;
}

export function serialOfText(text: string, at: Span): number {
  const parts = parseDateText(text);
  if (parts !== undefined) return dateSerial(parts);
  const value = numberInText(text);
  if (value !== undefined) return toNumericType('Date', value, at);
  return fail(13, at, `Type mismatch: the text "${text.slice(0, 30)}" is not a date.`, {
    variant: 'date',
    value: text.slice(0, 30),
  });
}

/** The plain number a value becomes in a variable of that type. */
export function numberForType(type: NumericType, value: Value, at: Span): number {
  if (type === 'Boolean') {
    if (value === null) return notScalar(value, at);
    return truthOf(value, at) ? -1 : 0;
  }
  if (type === 'Date' && typeof value === 'string') return serialOfText(value, at);
  return toNumericType(type, numberOf(value, at), at);
}

/** Converts any value to the form a Variant holds after CInt, CStr and the like. */
export function convertTo(type: TypeName, value: Value, at: Span): Value {
  if (type === 'Variant') return value;
  if (type === 'String') return textOf(value, at);
  return boxed(type, numberForType(type, value, at));
}
