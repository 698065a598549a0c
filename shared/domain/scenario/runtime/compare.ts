import type { Span } from '../findings.ts';
import { numberOf, serialOfText, textOf } from './convert.ts';
import { numericTypeOf, type Value } from './values.ts';

export type ComparisonOperator = '=' | '<>' | '<' | '>' | '<=' | '>=';

/** Below, at or above 0 as the first text stands before, with or after the second. */
export function compareTexts(left: string, right: string, ignoreCase: boolean): number {
  const a = ignoreCase ? left.toLowerCase() : left;
  const b = ignoreCase ? right.toLowerCase() : right;
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Order of two values, `null` where one is Null. A text and a number compare as numbers, except when both come from
 * Variants (`strict`): then a number stands before every text, as in the family.
 */
export function order(
  left: Value,
  right: Value,
  strict: boolean,
  ignoreCase: boolean,
  at: Span,
): number | null {
  if (left === null || right === null) return null;
  const textLeft = typeof left === 'string';
  const textRight = typeof right === 'string';
  if (textLeft || textRight) {
    const both = (textLeft || left === undefined) && (textRight || right === undefined);
    if (both) return compareTexts(textOf(left, at), textOf(right, at), ignoreCase);
    if (strict && numericTypeOf(left) !== undefined) return -1;
    if (strict && numericTypeOf(right) !== undefined) return 1;
  }
  const a = numberBeside(right, left, at);
  const b = numberBeside(left, right, at);
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A text beside a date is read as a date. */
function numberBeside(other: Value, value: Value, at: Span): number {
  if (typeof value === 'string' && numericTypeOf(other) === 'Date') return serialOfText(value, at);
  return numberOf(value, at);
}

export function holds(operator: ComparisonOperator, ordered: number): boolean {
  switch (operator) {
    case '=':
      return ordered === 0;
    case '<>':
      return ordered !== 0;
    case '<':
      return ordered < 0;
    case '>':
      return ordered > 0;
    case '<=':
      return ordered <= 0;
    case '>=':
      return ordered >= 0;
  }
}
