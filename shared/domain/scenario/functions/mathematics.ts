import type { Span } from '../findings.ts';
import { numberOf, roundHalfEven, toNumericType } from '../runtime/convert.ts';
import { fail } from '../runtime/faults.ts';
import { boxed, numericTypeOf, type Value } from '../runtime/values.ts';
import { type FunctionTable, numberFunction, valueFunction } from './table.ts';

function inDouble(value: number, at: Span): number {
  return toNumericType('Double', value, at);
}

/** Rounds a number as written with 15 digits, so that 2.675 to two decimals sees 2.675 and not 2.67499999999999982. */
export function roundDecimals(value: number, decimals: number): number {
  if (decimals === 0) return roundHalfEven(value);
  const scaled = Number(`${Number(value.toPrecision(15))}e${decimals}`);
  if (!Number.isFinite(scaled) || Math.abs(scaled) >= 1e15) return value;
  return Number(`${roundHalfEven(scaled)}e-${decimals}`);
}

function round(args: readonly Value[], at: Span): Value {
  const decimals = args[1] === undefined ? 0 : (args[1] as number);
  if (decimals < 0 || decimals > 22)
    fail(5, at, 'Round takes 0 to 22 decimals.', { variant: 'takes', name: 'Round', range: '0 … 22' });
  const value = args[0];
  if (value === null) return null;
  if (typeof value === 'string')
    fail(13, at, 'Type mismatch: Round takes a number.', { variant: 'takes-number', name: 'Round' });
  const type = numericTypeOf(value) ?? 'Integer';
  const number = numberOf(value, at);
  return boxed(type === 'Boolean' ? 'Integer' : type, roundDecimals(number, decimals));
}

const MODULUS = 0x1000000;

export const MATHEMATICS: FunctionTable = {
  abs: numberFunction('Abs(number)', 'same', Math.abs),
  atn: numberFunction('Atn(number)', 'Double', Math.atan),
  cos: numberFunction('Cos(number)', 'Double', Math.cos),
  exp: numberFunction('Exp(number)', 'Double', (value, at) => inDouble(Math.exp(value), at)),
  fix: numberFunction('Fix(number)', 'same', (value) => Math.trunc(value) + 0),
  int: numberFunction('Int(number)', 'same', Math.floor),
  log: numberFunction('Log(number)', 'Double', (value, at) =>
    value > 0
      ? Math.log(value)
      : fail(5, at, 'Log takes a number above 0.', { variant: 'takes', name: 'Log', range: '> 0' }),
  ),
  round: valueFunction('Round(number, [decimals])', ['value', 'whole'], 'Variant', round),
  sgn: numberFunction('Sgn(number)', 'Integer', (value) => Math.sign(value) + 0),
  sin: numberFunction('Sin(number)', 'Double', Math.sin),
  sqr: numberFunction('Sqr(number)', 'Double', (value, at) =>
    value >= 0
      ? Math.sqrt(value)
      : fail(5, at, 'Sqr takes a number that is not negative.', {
          variant: 'takes',
          name: 'Sqr',
          range: '>= 0',
        }),
  ),
  tan: numberFunction('Tan(number)', 'Double', Math.tan),
  // The family's own generator, seeded by the interval: a run gives the same numbers each time.
  rnd: valueFunction('Rnd([number])', ['number'], 'Single', (args, _at, machine) => {
    const mode = args[0] as number | undefined;
    if (mode !== undefined && mode < 0) machine.randomState = Math.floor(Math.abs(mode) * 65_537) % MODULUS;
    if (mode !== 0) machine.randomState = (machine.randomState * 0xfd43fd + 0xc39ec3) % MODULUS;
    return boxed('Single', Math.fround(machine.randomState / MODULUS));
  }),
};
