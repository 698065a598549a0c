import type { ResolvedScenario } from '../resolve/symbols.ts';
import type { Expression } from '../syntax/ast.ts';

/** Expressions, by their key, that are known not to be 0 at a place of the script. */
export type NonZero = ReadonlySet<string>;

/** The same text for expressions that mean the same, whatever their blanks and case; '' where a call may change it. */
export function keyOf(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return String(expression.value);
    case 'name':
      return expression.key;
    case 'group':
      return keyOf(expression.inner);
    case 'member': {
      const target = expression.target === undefined ? '' : keyOf(expression.target);
      return `${target}.${expression.key}`;
    }
    case 'apply': {
      const parts = [expression.target, ...expression.args.flatMap(({ value }) => value ?? [])].map(keyOf);
      return parts.includes('') ? '' : `${parts[0]}[${parts.slice(1).join()}]`;
    }
    case 'unary': {
      const operand = keyOf(expression.operand);
      return operand === '' || expression.operator === 'not' ? '' : `(${expression.operator} ${operand})`;
    }
    case 'binary': {
      const left = keyOf(expression.left);
      const right = keyOf(expression.right);
      return left === '' || right === '' ? '' : `(${left} ${expression.operator} ${right})`;
    }
    default:
      return '';
  }
}

/** What is left of `known` once the variable with that key has another value. */
export function forget(known: NonZero, key: string): NonZero {
  const mentions = (text: string) => text.split(/[^\p{L}\p{N}_]+/u).includes(key);
  return new Set([...known].filter((text) => !mentions(text)));
}

const inner = (expression: Expression): Expression =>
  expression.kind === 'group' ? inner(expression.inner) : expression;

/** The number an expression is, where it is written or a Const. */
function constantNumber(scenario: ResolvedScenario, expression: Expression): number | undefined {
  const bare = inner(expression);
  if (bare.kind === 'number') return bare.value;
  if (bare.kind === 'unary' && bare.operator !== 'not') {
    const value = constantNumber(scenario, bare.operand);
    return value === undefined || bare.operator === '+' ? value : -value;
  }
  const symbol = bare.kind === 'name' ? scenario.uses.get(bare) : undefined;
  if (symbol?.kind === 'literal') return typeof symbol.value === 'number' ? symbol.value : undefined;
  if (symbol?.kind !== 'constant') return undefined;
  const { value } = symbol.declarator;
  return value.kind === 'number' ? value.value : undefined;
}

const KEEPS_ZERO = new Set(['abs', 'cdbl', 'csng', 'cvar', 'sgn', 'sqr']);

export function isNonZero(scenario: ResolvedScenario, known: NonZero, expression: Expression): boolean {
  const bare = inner(expression);
  const value = constantNumber(scenario, bare);
  if (value !== undefined) return value !== 0;
  if (known.has(keyOf(bare))) return true;
  const all = (...parts: Expression[]) => parts.every((part) => isNonZero(scenario, known, part));
  if (bare.kind === 'unary') return bare.operator !== 'not' && all(bare.operand);
  if (bare.kind === 'binary' && bare.operator === '*') return all(bare.left, bare.right);
  if (bare.kind === 'binary' && bare.operator === '/') return all(bare.left);
  if (bare.kind === 'binary' && bare.operator === '^') return all(bare.left);
  if (bare.kind !== 'apply' || bare.target.kind !== 'name') return false;
  const argument = bare.args[0]?.value;
  return KEEPS_ZERO.has(bare.target.key) && argument !== undefined && all(argument);
}

const MIRRORED: Readonly<Record<string, string>> = { '<': '>', '>': '<', '<=': '>=', '>=': '<=' };

/** Whether `x <operator> bound` being as `holds` says leaves no room for 0. */
function excludesZero(operator: string, bound: number, holds: boolean): boolean {
  switch (operator) {
    case '=':
      return holds ? bound !== 0 : bound === 0;
    case '<>':
      return holds ? bound === 0 : bound !== 0;
    case '>':
      return holds ? bound >= 0 : bound < 0;
    case '>=':
      return holds ? bound > 0 : bound <= 0;
    case '<':
      return holds ? bound <= 0 : bound > 0;
    case '<=':
      return holds ? bound < 0 : bound >= 0;
    default:
      return false;
  }
}

/** The keys that are not 0 where a condition is true (or, with `holds` false, where it is not). */
export function learnt(scenario: ResolvedScenario, condition: Expression, holds: boolean): string[] {
  const bare = inner(condition);
  if (bare.kind === 'unary' && bare.operator === 'not') return learnt(scenario, bare.operand, !holds);
  if (bare.kind === 'binary') {
    const both = bare.operator === (holds ? 'and' : 'or');
    if (both) return [...learnt(scenario, bare.left, holds), ...learnt(scenario, bare.right, holds)];
    const right = constantNumber(scenario, bare.right);
    const left = constantNumber(scenario, bare.left);
    const mirrored = MIRRORED[bare.operator] ?? bare.operator;
    if (right !== undefined && excludesZero(bare.operator, right, holds)) return [keyOf(bare.left)];
    if (left !== undefined && excludesZero(mirrored, left, holds)) return [keyOf(bare.right)];
    return [];
  }
  return holds && keyOf(bare) !== '' ? [keyOf(bare)] : [];
}
