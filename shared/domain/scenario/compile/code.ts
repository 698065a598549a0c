import type { Span } from '../findings.ts';
import {
  numberForType,
  numberOf,
  numberOfText,
  serialOfText,
  textOf,
  toInteger,
  toLong,
  toNumericType,
  truthOf,
  truthOfText,
} from '../runtime/convert.ts';
import type { Machine } from '../runtime/machine.ts';
import { textOfNumber } from '../runtime/number-text.ts';
import {
  boxed,
  type NumericType,
  type RecordShape,
  type ScenarioArray,
  type ScenarioRecord,
  type Value,
} from '../runtime/values.ts';
import type { TypeName } from '../syntax/tokens.ts';

/** A compiled expression of a type known when the script is compiled: `run` gives the plain value. */
export type Code = NumberCode | TextCode | VariantCode | ArrayCode | RecordCode;

export interface NumberCode {
  kind: 'number';
  type: NumericType;
  run: (machine: Machine) => number;
  /** The same as a condition, where that is quicker. */
  test?: (machine: Machine) => boolean;
  /** Known when compiled. */
  constant?: number;
  /** Written in the script: such numbers widen their type where the result needs it (`400 * 100`). */
  literal?: boolean;
}

export interface TextCode {
  kind: 'text';
  run: (machine: Machine) => string;
  constant?: string;
}

export interface VariantCode {
  kind: 'variant';
  run: (machine: Machine) => Value;
}

export interface ArrayCode {
  kind: 'array';
  element: TypeName | RecordShape;
  run: (machine: Machine) => ScenarioArray;
}

export interface RecordCode {
  kind: 'record';
  shape: RecordShape;
  run: (machine: Machine) => ScenarioRecord;
}

export function numberConstant(type: NumericType, value: number): NumberCode {
  return { kind: 'number', type, constant: value, literal: true, run: () => value };
}

export function textConstant(value: string): TextCode {
  return { kind: 'text', constant: value, run: () => value };
}

export function variantConstant(value: Value): VariantCode {
  return { kind: 'variant', run: () => value };
}

export function number(type: NumericType, run: (machine: Machine) => number): NumberCode {
  return { kind: 'number', type, run };
}

/** A condition; as a value it is -1 or 0. */
export function condition(test: (machine: Machine) => boolean): NumberCode {
  return { kind: 'number', type: 'Boolean', test, run: (machine) => (test(machine) ? -1 : 0) };
}

const WHOLE = new Set<NumericType>(['Byte', 'Boolean', 'Integer', 'Long']);

/** True when every value of `from` fits `to` unchanged, so that no check is needed. */
function widens(from: NumericType, to: NumericType): boolean {
  if (from === to) return true;
  if (to === 'Double') return true;
  if (to === 'Long') return WHOLE.has(from);
  return to === 'Integer' && (from === 'Byte' || from === 'Boolean');
}

/** The code's value as a plain number of a type, rounded and checked as an assignment to it does. */
export function asNumber(code: Code, type: NumericType, at: Span): (machine: Machine) => number {
  const { run } = code;
  switch (code.kind) {
    case 'number': {
      const from = code.run;
      if (widens(code.type, type)) return from;
      if (type === 'Long') return (machine) => toLong(from(machine), at);
      if (type === 'Integer') return (machine) => toInteger(from(machine), at);
      return (machine) => toNumericType(type, from(machine), at);
    }
    case 'text': {
      const from = code.run;
      if (type === 'Boolean') return (machine) => (truthOfText(from(machine), at) ? -1 : 0);
      if (type === 'Date') return (machine) => serialOfText(from(machine), at);
      return (machine) => toNumericType(type, numberOfText(from(machine), at), at);
    }
    default: {
      if (type === 'Double') {
        return (machine) => {
          const value = run(machine);
          return typeof value === 'number' ? value : numberOf(value, at);
        };
      }
      return (machine) => numberForType(type, run(machine), at);
    }
  }
}

export function asText(code: Code, at: Span): (machine: Machine) => string {
  if (code.kind === 'text') return code.run;
  if (code.kind === 'number') {
    const { run, type } = code;
    return (machine) => textOfNumber(type, run(machine));
  }
  const { run } = code;
  return (machine) => textOf(run(machine), at);
}

/** The code's value in the form a Variant holds. */
export function asValue(code: Code): (machine: Machine) => Value {
  if (code.kind !== 'number') return code.run;
  const { run, type, constant } = code;
  if (constant !== undefined) {
    const value = boxed(type, constant);
    return () => value;
  }
  if (type === 'Double') return run;
  return (machine) => boxed(type, run(machine));
}

export function asCondition(code: Code, at: Span): (machine: Machine) => boolean {
  if (code.kind === 'number') {
    const { run, test } = code;
    return test ?? ((machine) => run(machine) !== 0);
  }
  if (code.kind === 'text') {
    const { run } = code;
    return (machine) => truthOfText(run(machine), at);
  }
  const { run } = code;
  return (machine) => truthOf(run(machine), at);
}

/** The value a code has when compiled; `undefined` inside `known` where it is not a constant. */
export function constantOf(code: Code): { known: true; value: Value } | { known: false } {
  if (code.kind === 'number' && code.constant !== undefined)
    return { known: true, value: boxed(code.type, code.constant) };
  if (code.kind === 'text' && code.constant !== undefined) return { known: true, value: code.constant };
  return { known: false };
}

/** A whole number for an index, a length or a bound. */
export function asWhole(code: Code, at: Span): (machine: Machine) => number {
  return asNumber(code, 'Long', at);
}
