import type { Span } from '../findings.ts';
import { numberOf, numberOfText, textOf, toLong, toNumericType } from './convert.ts';
import { fail } from './faults.ts';
import { boxed, type NumericType, numericTypeOf, type Value } from './values.ts';

export type ArithmeticOperator = '^' | '*' | '/' | '\\' | 'mod' | '+' | '-';
export type LogicalOperator = 'and' | 'or' | 'xor' | 'eqv' | 'imp';

const NARROW = new Set<NumericType>(['Byte', 'Boolean', 'Integer']);

/** The type of the result for operands of two types, by the family's rules. */
function typeByRule(operator: ArithmeticOperator, left: NumericType, right: NumericType): NumericType {
  const either = (type: NumericType) => left === type || right === type;
  if (operator === '^') return 'Double';
  if (operator === '/') {
    const narrow = (type: NumericType) => NARROW.has(type) || type === 'Single';
    return either('Single') && narrow(left) && narrow(right) ? 'Single' : 'Double';
  }
  if (left === 'Byte' && right === 'Byte') return 'Byte';
  if (NARROW.has(left) && NARROW.has(right)) return 'Integer';
  if (operator === '\\' || operator === 'mod') return 'Long';
  if (either('Date')) {
    if (operator === '*' || (operator === '-' && left === right)) return 'Double';
    return 'Date';
  }
  if (either('Currency')) {
    return operator === '*' && (either('Single') || either('Double')) ? 'Double' : 'Currency';
  }
  if (either('Double') || (either('Single') && either('Long'))) return 'Double';
  return either('Single') ? 'Single' : 'Long';
}

const OPERATORS: readonly ArithmeticOperator[] = ['^', '*', '/', '\\', 'mod', '+', '-'];
const NUMERIC_TYPES: readonly NumericType[] = [
  ...(['Byte', 'Boolean', 'Integer', 'Long', 'Single', 'Double', 'Currency', 'Date'] as const),
];

/** Looked up at run time for Variants, so worked out once. */
const RESULT_TYPES = Object.fromEntries(
  OPERATORS.map((operator) => [
    operator,
    Object.fromEntries(
      NUMERIC_TYPES.map((left) => [
        left,
        Object.fromEntries(NUMERIC_TYPES.map((right) => [right, typeByRule(operator, left, right)])),
      ]),
    ),
  ]),
) as Record<ArithmeticOperator, Record<NumericType, Record<NumericType, NumericType>>>;

/** The type of the result for operands of two types. */
export function arithmeticType(
  operator: ArithmeticOperator,
  left: NumericType,
  right: NumericType,
): NumericType {
  return RESULT_TYPES[operator][left][right];
}

export function divide(left: number, right: number, at: Span): number {
  if (right === 0)
    fail(11, at, 'Division by zero: test the divisor first, for example If Para2 <> 0 Then.', {});
  return left / right;
}

export function divideWhole(left: number, right: number, at: Span): number {
  const divisor = toLong(right, at);
  const dividend = toLong(left, at);
  if (divisor === 0)
    fail(11, at, 'Division by zero: the divisor of \\ is 0 once it is rounded.', {
      variant: 'rounded',
      operator: '\\',
    });
  return Math.trunc(dividend / divisor) + 0;
}

export function remainder(left: number, right: number, at: Span): number {
  const divisor = toLong(right, at);
  const dividend = toLong(left, at);
  if (divisor === 0)
    fail(11, at, 'Division by zero: the divisor of Mod is 0 once it is rounded.', {
      variant: 'rounded',
      operator: 'Mod',
    });
  return (dividend % divisor) + 0;
}

export function power(base: number, exponent: number, at: Span): number {
  if (base < 0 && !Number.isInteger(exponent))
    fail(5, at, 'A negative number has no power with a fractional exponent.', { variant: 'power' });
  if (base === 0 && exponent < 0)
    fail(5, at, '0 has no power with a negative exponent.', { variant: 'power' });
  return toNumericType('Double', base ** exponent, at);
}

export function rawArithmetic(operator: ArithmeticOperator, left: number, right: number, at: Span): number {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return divide(left, right, at);
    case '\\':
      return divideWhole(left, right, at);
    case 'mod':
      return remainder(left, right, at);
    case '^':
      return power(left, right, at);
  }
}

const WIDER: Partial<Record<NumericType, NumericType>> = {
  Byte: 'Integer',
  Integer: 'Long',
  Long: 'Double',
  Single: 'Double',
};

/** A result in a Variant takes the next wider type where it does not fit; only then is it an overflow. */
export function boxedWidening(type: NumericType, value: number, at: Span): Value {
  switch (type) {
    case 'Byte':
      if (value >= 0 && value <= 255) return boxed(type, value);
      break;
    case 'Integer':
      if (value >= -32768 && value <= 32767) return boxed(type, value);
      break;
    case 'Long':
      if (value >= -2147483648 && value <= 2147483647) return boxed(type, value);
      break;
    case 'Single': {
      const single = Math.fround(value);
      if (Number.isFinite(single)) return boxed(type, single);
      break;
    }
    default:
      return boxed(type, toNumericType(type, value, at));
  }
  return boxedWidening(WIDER[type] ?? 'Double', value, at);
}

function operandType(value: Value, at: Span): NumericType {
  if (value === undefined) return 'Integer';
  if (typeof value === 'string') return 'Double';
  const type = numericTypeOf(value);
  if (type === undefined) numberOf(value, at);
  return type ?? 'Double';
}

/** Arithmetic on values whose types are known only now: Null gives Null, a text counts as its number. */
export function arithmetic(operator: ArithmeticOperator, left: Value, right: Value, at: Span): Value {
  if (left === null || right === null) return null;
  if (operator === '+' && typeof left === 'string' && (typeof right === 'string' || right === undefined))
    return left + (right ?? '');
  if (operator === '+' && typeof right === 'string' && left === undefined) return right;
  const type = arithmeticType(operator, operandType(left, at), operandType(right, at));
  return boxedWidening(type, rawArithmetic(operator, numberOf(left, at), numberOf(right, at), at), at);
}

export function negate(value: Value, at: Span): Value {
  if (value === null) return null;
  if (typeof value === 'number') return -value;
  const type = operandType(value, at);
  return boxedWidening(type === 'Boolean' || type === 'Byte' ? 'Integer' : type, -numberOf(value, at), at);
}

export function logicalType(left: NumericType, right: NumericType): NumericType {
  if (left === right && (left === 'Boolean' || left === 'Byte')) return left;
  return NARROW.has(left) && NARROW.has(right) ? 'Integer' : 'Long';
}

/** Works on the bits of two whole numbers of 32 bits. */
export function rawLogical(operator: LogicalOperator, left: number, right: number): number {
  switch (operator) {
    case 'and':
      return left & right;
    case 'or':
      return left | right;
    case 'xor':
      return left ^ right;
    case 'eqv':
      return ~(left ^ right);
    case 'imp':
      return ~left | right;
  }
}

export function logical(operator: LogicalOperator, left: Value, right: Value, at: Span): Value {
  if (left === null || right === null) return logicalWithNull(operator, left, right, at);
  const type = logicalType(logicalOperand(left, at), logicalOperand(right, at));
  return boxed(type, rawLogical(operator, wholeOf(left, at), wholeOf(right, at)));
}

function logicalOperand(value: Value, at: Span): NumericType {
  if (typeof value === 'string') return 'Long';
  return operandType(value, at);
}

function wholeOf(value: Value, at: Span): number {
  if (typeof value === 'string') {
    const word = value.trim().toLowerCase();
    if (word === 'true') return -1;
    if (word === 'false') return 0;
    return toLong(numberOfText(value, at), at);
  }
  return toLong(numberOf(value, at), at);
}

/** Null stays Null unless the other side decides alone: False And Null is False, True Or Null is True. */
function logicalWithNull(operator: LogicalOperator, left: Value, right: Value, at: Span): Value {
  if (left === null && right === null) return null;
  const known = left === null ? right : left;
  const bits = wholeOf(known, at);
  if (operator === 'and' && bits === 0) return known;
  if (operator === 'or' && bits === -1) return known;
  if (operator === 'imp' && right === null && bits === 0) return true;
  if (operator === 'imp' && left === null && bits === -1) return true;
  return null;
}

export function not(value: Value, at: Span): Value {
  if (value === null) return null;
  const type = logicalOperand(value, at);
  if (type === 'Boolean') return value === false;
  if (type === 'Byte') return boxed('Byte', ~wholeOf(value, at) & 0xff);
  return boxed(type === 'Integer' ? 'Integer' : 'Long', ~wholeOf(value, at));
}

export function join(left: Value, right: Value, at: Span): Value {
  if (left === null && right === null) return null;
  return (left === null ? '' : textOf(left, at)) + (right === null ? '' : textOf(right, at));
}
