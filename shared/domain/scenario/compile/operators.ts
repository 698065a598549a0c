import type { Span } from '../findings.ts';
import {
  type ArithmeticOperator,
  arithmetic,
  arithmeticType,
  divide,
  join,
  type LogicalOperator,
  logical,
  logicalType,
  negate,
  not,
  rawArithmetic,
  rawLogical,
} from '../runtime/arithmetic.ts';
import { type ComparisonOperator, compareTexts, holds, order } from '../runtime/compare.ts';
import { overflow, textOf, toInteger, toLong, toNumericType } from '../runtime/convert.ts';
import { like } from '../runtime/like.ts';
import { charge, checkedText, type Machine } from '../runtime/machine.ts';
import { boxed, type NumericType, Tagged, type Value } from '../runtime/values.ts';
import type { BinaryOperator } from '../syntax/ast.ts';
import { wholeType } from '../syntax/numbers.ts';
import {
  asNumber,
  asText,
  asValue,
  type Code,
  condition,
  type NumberCode,
  number,
  numberConstant,
  textConstant,
} from './code.ts';

type NumberRun = (machine: Machine) => number;

/** Checks the raw result of an operation against its type. Results of float operations only have to be finite. */
function checked(type: NumericType, run: NumberRun, at: Span): NumberRun {
  switch (type) {
    case 'Double':
      return (machine) => {
        const value = run(machine);
        return value - value === 0 ? value : overflow(value, type, at);
      };
    case 'Integer':
      return (machine) => {
        const value = run(machine);
        return value >= -32768 && value <= 32767 ? value : toInteger(value, at);
      };
    case 'Long':
      return (machine) => {
        const value = run(machine);
        return value >= -2147483648 && value <= 2147483647 ? value : toLong(value, at);
      };
    default:
      return (machine) => toNumericType(type, run(machine), at);
  }
}

/** The quick forms: the operator chosen once, constants on the right taken out of the run. */
function rawRun(operator: ArithmeticOperator, left: NumberCode, right: NumberCode, at: Span): NumberRun {
  const a = left.run;
  const b = right.run;
  const c = right.constant;
  switch (operator) {
    case '+':
      return c === undefined ? (machine) => a(machine) + b(machine) : (machine) => a(machine) + c;
    case '-':
      return c === undefined ? (machine) => a(machine) - b(machine) : (machine) => a(machine) - c;
    case '*':
      return c === undefined ? (machine) => a(machine) * b(machine) : (machine) => a(machine) * c;
    case '/':
      if (c !== undefined && c !== 0) return (machine) => a(machine) / c;
      return (machine) => divide(a(machine), b(machine), at);
    default:
      return (machine) => rawArithmetic(operator, a(machine), b(machine), at);
  }
}

/** Two numbers written in the script: computed now, in the narrowest type that holds the result. */
function foldLiterals(
  operator: ArithmeticOperator,
  left: NumberCode,
  right: NumberCode,
  at: Span,
): NumberCode | undefined {
  if (left.constant === undefined || right.constant === undefined) return undefined;
  if (right.constant === 0 && (operator === '/' || operator === '\\' || operator === 'mod')) return undefined;
  try {
    const value = rawArithmetic(operator, left.constant, right.constant, at);
    const type = arithmeticType(operator, left.type, right.type);
    const fitting = type === 'Byte' || type === 'Integer' || type === 'Long' ? wholeType(value) : type;
    const wider = fitting === 'Integer' && type === 'Long' ? 'Long' : fitting;
    return numberConstant(wider, toNumericType(wider, value, at));
  } catch {
    return undefined;
  }
}

function isNumeric(code: Code): code is NumberCode {
  return code.kind === 'number';
}

function compileArithmetic(operator: ArithmeticOperator, left: Code, right: Code, at: Span): Code {
  if (isNumeric(left) && isNumeric(right)) {
    const folded = foldLiterals(operator, left, right, at);
    if (folded !== undefined) return folded;
    const type = arithmeticType(operator, left.type, right.type);
    return number(type, checked(type, rawRun(operator, left, right, at), at));
  }
  if (left.kind === 'text' && right.kind === 'text' && operator === '+') return compileJoin(left, right, at);
  const typed = (code: Code) => code.kind === 'number' || code.kind === 'text';
  if (typed(left) && typed(right)) {
    const a = number('Double', asNumber(left, 'Double', at));
    const b = number('Double', asNumber(right, 'Double', at));
    const type = arithmeticType(
      operator,
      isNumeric(left) ? left.type : 'Double',
      isNumeric(right) ? right.type : 'Double',
    );
    return number(type, checked(type, rawRun(operator, a, b, at), at));
  }
  const a = asValue(left);
  const b = asValue(right);
  const general = (machine: Machine, x: Value, y: Value) => {
    const value = arithmetic(operator, x, y, at);
    return typeof value === 'string' ? checkedText(machine, value, at) : value;
  };
  const run = quickVariant(operator, a, b, general);
  return { kind: 'variant', run };
}

type ValueRun = (machine: Machine) => Value;

/**
 * Variants mostly hold Doubles and counts. Those are computed here, two counts stay a count; everything
 * else goes to `general`.
 */
function quickVariant(
  operator: ArithmeticOperator,
  a: ValueRun,
  b: ValueRun,
  general: (machine: Machine, x: Value, y: Value) => Value,
): ValueRun {
  const quick = (compute: (x: number, y: number) => number, wholeStays: boolean): ValueRun => {
    return (machine) => {
      const x = a(machine);
      const y = b(machine);
      const left = typeof x === 'number' ? x : x instanceof Tagged && x.isWhole ? x.value : Number.NaN;
      const right = typeof y === 'number' ? y : y instanceof Tagged && y.isWhole ? y.value : Number.NaN;
      const value = compute(left, right);
      if (value - value === 0) {
        if (!wholeStays || typeof x === 'number' || typeof y === 'number') return value;
        const bothShort = (x as Tagged).type === 'Integer' && (y as Tagged).type === 'Integer';
        if (bothShort && value >= -32768 && value <= 32767) return boxed('Integer', value);
      }
      return general(machine, x, y);
    };
  };
  switch (operator) {
    case '+':
      return quick((x, y) => x + y, true);
    case '-':
      return quick((x, y) => x - y, true);
    case '*':
      return quick((x, y) => x * y, true);
    case '/':
      return quick((x, y) => x / y, false);
    default:
      return (machine) => general(machine, a(machine), b(machine));
  }
}

function compileJoin(left: Code, right: Code, at: Span): Code {
  if (
    left.kind === 'text' &&
    right.kind === 'text' &&
    left.constant !== undefined &&
    right.constant !== undefined
  )
    return textConstant(left.constant + right.constant);
  const typed = (code: Code) => code.kind === 'number' || code.kind === 'text';
  if (typed(left) && typed(right)) {
    const a = asText(left, at);
    const b = asText(right, at);
    return { kind: 'text', run: (machine) => checkedText(machine, a(machine) + b(machine), at) };
  }
  const a = asValue(left);
  const b = asValue(right);
  return {
    kind: 'variant',
    run: (machine) => {
      const value = join(a(machine), b(machine), at);
      return value === null ? null : checkedText(machine, value as string, at);
    },
  };
}

function compareNumbers(
  operator: ComparisonOperator,
  a: NumberRun,
  b: NumberRun,
): (machine: Machine) => boolean {
  switch (operator) {
    case '=':
      return (machine) => a(machine) === b(machine);
    case '<>':
      return (machine) => a(machine) !== b(machine);
    case '<':
      return (machine) => a(machine) < b(machine);
    case '>':
      return (machine) => a(machine) > b(machine);
    case '<=':
      return (machine) => a(machine) <= b(machine);
    case '>=':
      return (machine) => a(machine) >= b(machine);
  }
}

function chargeComparison(machine: Machine, x: string, y: string, at: Span): void {
  const length = Math.min(x.length, y.length);
  if (length > 256) charge(machine, length >> 5, at);
}

function compileComparison(
  operator: ComparisonOperator,
  left: Code,
  right: Code,
  ignoreCase: boolean,
  at: Span,
): Code {
  const numeric = (code: Code) => code.kind === 'number' || code.kind === 'text';
  if (numeric(left) && numeric(right)) {
    if (left.kind === 'text' && right.kind === 'text') {
      const a = left.run;
      const b = right.run;
      return condition((machine) => {
        const x = a(machine);
        const y = b(machine);
        chargeComparison(machine, x, y, at);
        return holds(operator, compareTexts(x, y, ignoreCase));
      });
    }
    // A text beside a date is read as a date.
    const dates = [left, right].some((code) => code.kind === 'number' && code.type === 'Date');
    const plain = (code: Code) => asNumber(code, code.kind === 'text' && dates ? 'Date' : 'Double', at);
    return condition(compareNumbers(operator, plain(left), plain(right)));
  }
  const a = asValue(left);
  const b = asValue(right);
  const strict = left.kind === 'variant' && right.kind === 'variant';
  return {
    kind: 'variant',
    run: (machine) => {
      const x = a(machine);
      const y = b(machine);
      if (typeof x === 'string' && typeof y === 'string') chargeComparison(machine, x, y, at);
      const ordered =
        typeof x === 'number' && typeof y === 'number' ? x - y : order(x, y, strict, ignoreCase, at);
      return ordered === null ? null : holds(operator, ordered);
    },
  };
}

function compileLogical(operator: LogicalOperator, left: Code, right: Code, at: Span): Code {
  if (isNumeric(left) && isNumeric(right)) {
    const type = logicalType(left.type, right.type);
    if (type === 'Boolean' && left.test !== undefined && right.test !== undefined) {
      const a = left.test;
      const b = right.test;
      // Both sides always run, as in the family: a function called on the right has its effect.
      if (operator === 'and') {
        return condition((machine) => {
          const x = a(machine);
          const y = b(machine);
          return x && y;
        });
      }
      if (operator === 'or') {
        return condition((machine) => {
          const x = a(machine);
          const y = b(machine);
          return x || y;
        });
      }
    }
    const a = asNumber(left, 'Long', at);
    const b = asNumber(right, 'Long', at);
    return number(type, (machine) => rawLogical(operator, a(machine), b(machine)));
  }
  const a = asValue(left);
  const b = asValue(right);
  return { kind: 'variant', run: (machine) => logical(operator, a(machine), b(machine), at) };
}

function compileLike(left: Code, right: Code, ignoreCase: boolean, at: Span): Code {
  if (left.kind === 'variant' || right.kind === 'variant') {
    const a = asValue(left);
    const b = asValue(right);
    return {
      kind: 'variant',
      run: (machine) => {
        const x = a(machine);
        const y = b(machine);
        if (x === null || y === null) return null;
        return like(machine, textOf(x, at), textOf(y, at), ignoreCase, at);
      },
    };
  }
  const a = asText(left, at);
  const b = asText(right, at);
  return condition((machine) => like(machine, a(machine), b(machine), ignoreCase, at));
}

export function compileBinary(
  operator: BinaryOperator,
  left: Code,
  right: Code,
  compareText: boolean,
  at: Span,
): Code {
  switch (operator) {
    case '&':
      return compileJoin(left, right, at);
    case '=':
    case '<>':
    case '<':
    case '>':
    case '<=':
    case '>=':
      return compileComparison(operator, left, right, compareText, at);
    case 'and':
    case 'or':
    case 'xor':
    case 'eqv':
    case 'imp':
      return compileLogical(operator, left, right, at);
    case 'like':
      return compileLike(left, right, compareText, at);
    case 'is':
      return compileComparison('=', left, right, compareText, at);
    default:
      return compileArithmetic(operator, left, right, at);
  }
}

export function compileUnary(operator: '-' | '+' | 'not', operand: Code, at: Span): Code {
  if (operand.kind !== 'number') {
    const run = asValue(operand);
    if (operator === 'not') return { kind: 'variant', run: (machine) => not(run(machine), at) };
    if (operator === '+') return operand;
    return { kind: 'variant', run: (machine) => negate(run(machine), at) };
  }
  const { run, type, constant } = operand;
  if (operator === '+') return operand;
  if (operator === 'not') return compileNot(operand, at);
  if (constant !== undefined) {
    const whole = type === 'Integer' ? wholeType(-constant) : type;
    return numberConstant(whole === 'Boolean' || whole === 'Byte' ? 'Integer' : whole, -constant);
  }
  const result = type === 'Boolean' || type === 'Byte' ? 'Integer' : type;
  return number(
    result,
    checked(result, (machine) => -run(machine), at),
  );
}

function compileNot(operand: NumberCode, at: Span): Code {
  const { run, test } = operand;
  if (test !== undefined) return condition((machine) => !test(machine));
  if (operand.type === 'Boolean') return condition((machine) => run(machine) === 0);
  const bits = asNumber(operand, 'Long', at);
  if (operand.type === 'Byte') return number('Byte', (machine) => ~bits(machine) & 0xff);
  return number(operand.type === 'Integer' ? 'Integer' : 'Long', (machine) => ~bits(machine));
}
