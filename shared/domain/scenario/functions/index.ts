import { ARRAYS } from './arrays.ts';
import { CHOICES, CONVERSIONS } from './conversions.ts';
import { DATES } from './dates.ts';
import { FORMAT } from './format.ts';
import { MATHEMATICS } from './mathematics.ts';
import type { BuiltinFunction, FunctionTable } from './table.ts';
import { TEXTS } from './texts.ts';

/** Every function a script can call without defining it, by lower-case name. */
export const FUNCTIONS: FunctionTable = {
  ...MATHEMATICS,
  ...TEXTS,
  ...CONVERSIONS,
  ...CHOICES,
  ...ARRAYS,
  ...DATES,
  ...FORMAT,
};

export function builtinNamed(key: string): BuiltinFunction | undefined {
  return Object.hasOwn(FUNCTIONS, key) ? FUNCTIONS[key] : undefined;
}

/** A function's name as it is usually written: `DateAdd` for `dateadd`. */
export function functionName(key: string): string {
  return builtinNamed(key)?.signature.replace(/\(.*/, '') ?? key;
}
