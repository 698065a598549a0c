import type { Span } from '../findings.ts';
import type { Machine } from '../runtime/machine.ts';
import type { NumericType, Value } from '../runtime/values.ts';
import type { TypeName } from '../syntax/tokens.ts';

/** What a function takes at one place: the argument is converted before the function sees it. */
export type ParameterKind = 'number' | 'whole' | 'text' | 'value';

interface Described {
  /** As shown, with its parameters: `Left(text, length)`; optional ones in brackets. */
  signature: string;
  required: number;
  /** Highest number of arguments. */
  most: number;
}

/** From one number to one number, without a Variant in between: the quick form. `same` keeps the argument's type. */
export interface NumberFunction extends Described {
  form: 'number';
  returns: NumericType | 'same';
  run: (value: number, at: Span) => number;
}

/** Any other function. Arguments left out are absent from `args` or `undefined`. */
export interface ValueFunction extends Described {
  form: 'values';
  /** Kinds of the parameters in order; the last one also stands for all that follow. */
  kinds: readonly ParameterKind[];
  returns: TypeName;
  /** Gives Null where an argument is Null; the others fail with error 94. */
  spreadsNull?: boolean;
  run: (args: readonly Value[], at: Span, machine: Machine) => Value;
}

export type BuiltinFunction = NumberFunction | ValueFunction;
export type FunctionTable = Readonly<Record<string, BuiltinFunction>>;

function described(signature: string): Described {
  const list = /\((.*)\)/.exec(signature)?.[1] ?? '';
  const names = list === '' ? [] : list.split(',');
  const required = names.filter((name) => !name.includes('[') && !name.includes('…')).length;
  return { signature, required, most: list.includes('…') ? 255 : names.length };
}

export function numberFunction(
  signature: string,
  returns: NumericType | 'same',
  run: NumberFunction['run'],
): NumberFunction {
  return { form: 'number', ...described(signature), returns, run };
}

export function valueFunction(
  signature: string,
  kinds: readonly ParameterKind[],
  returns: TypeName,
  run: ValueFunction['run'],
): ValueFunction {
  return { form: 'values', ...described(signature), kinds, returns, run };
}

/** The same function for arguments that may be Null. */
export function spreadingNull(builtin: ValueFunction): ValueFunction {
  return { ...builtin, spreadsNull: true };
}
