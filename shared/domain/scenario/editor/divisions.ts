import type { ResolvedScenario } from '../resolve/symbols.ts';
import type { Expression, ProcedureDeclaration, Statement } from '../syntax/ast.ts';
import { allStatements, expressionsOf, withParts } from '../syntax/walk.ts';
import { forget, isNonZero, keyOf, learnt, type NonZero } from './non-zero.ts';

export interface UnguardedDivision {
  operator: '/' | '\\' | 'mod';
  divisor: Expression;
  statement: Statement;
}

/**
 * Divisions whose divisor nothing keeps from being 0: no If around them or before them, no loop that counts from 1.
 * Goes through a procedure as it runs, knowing at each place what cannot be 0; where it cannot follow (a label that may
 * be jumped to) it knows nothing.
 */
export function unguardedDivisions(
  scenario: ResolvedScenario,
  { body }: ProcedureDeclaration,
): UnguardedDivision[] {
  if (allStatements(body).some((each) => each.kind === 'onError' && each.action !== 'off')) return [];
  const walk: Walk = { scenario, found: [] };
  block(walk, body, new Set());
  return walk.found;
}

interface Walk {
  scenario: ResolvedScenario;
  found: UnguardedDivision[];
}

/** What is known after some statements; absent where they never come to their end (Exit Sub, GoTo). */
type After = NonZero | undefined;

function block(walk: Walk, statements: readonly Statement[], before: NonZero): After {
  let known: After = before;
  for (const statement of statements) known = step(walk, statement, known ?? new Set());
  return known;
}

function step(walk: Walk, statement: Statement, known: NonZero): After {
  switch (statement.kind) {
    case 'if':
      return branches(walk, statement, known);
    case 'exit':
    case 'goto':
    case 'end':
    case 'return':
    case 'raise':
      return undefined;
    case 'label':
    case 'gosub':
      return new Set();
    case 'for':
    case 'forEach':
    case 'do':
      return loop(walk, statement, known);
    case 'assign': {
      look(walk, statement, known);
      return assigned(walk, statement, known);
    }
    case 'select':
      look(walk, statement, known);
      return common([known, ...statement.cases.map(({ body }) => block(walk, body, known))]);
    case 'with':
      look(walk, statement, known);
      return block(walk, statement.body, known);
    default:
      look(walk, statement, known);
      return known;
  }
}

function assigned(walk: Walk, { target, value }: Statement & { kind: 'assign' }, known: NonZero): NonZero {
  const safe = isNonZero(walk.scenario, known, value);
  const root = withParts(target).find(({ kind }) => kind === 'name');
  const left = root?.kind === 'name' ? forget(known, root.key) : known;
  return safe ? new Set([...left, keyOf(target)]) : left;
}

function branches(walk: Walk, statement: Statement & { kind: 'if' }, known: NonZero): After {
  const { scenario } = walk;
  const ends: After[] = [];
  let reached = known;
  for (const { condition, body } of statement.branches) {
    lookAt(walk, statement, condition, reached);
    ends.push(block(walk, body, new Set([...reached, ...learnt(scenario, condition, true)])));
    reached = new Set([...reached, ...learnt(scenario, condition, false)]);
  }
  ends.push(statement.otherwise === undefined ? reached : block(walk, statement.otherwise, reached));
  return common(ends);
}

function loop(
  walk: Walk,
  statement: Statement & { kind: 'for' | 'forEach' | 'do' },
  known: NonZero,
): NonZero {
  // What the body changes is not known at its start, which is also reached from its end.
  let stable = known;
  for (const each of allStatements(statement.body)) {
    if (each.kind === 'label') stable = new Set();
    const target = each.kind === 'assign' ? each.target : each.kind === 'for' ? each.counter : undefined;
    const root = target && withParts(target).find(({ kind }) => kind === 'name');
    if (root?.kind === 'name') stable = forget(stable, root.key);
  }
  look(walk, statement, statement.kind === 'do' ? stable : known);
  const inside = new Set(stable);
  if (statement.kind === 'for' && countsFromOne(walk, statement)) inside.add(keyOf(statement.counter));
  if (statement.kind === 'do' && statement.test === 'before' && statement.condition !== undefined)
    for (const key of learnt(walk.scenario, statement.condition, !statement.until)) inside.add(key);
  block(walk, statement.body, inside);
  return stable;
}

function countsFromOne({ scenario }: Walk, { from, step: by }: Statement & { kind: 'for' }): boolean {
  const nothing = new Set<string>();
  const positive = (expression: Expression) =>
    expression.kind !== 'unary' && isNonZero(scenario, nothing, expression);
  return positive(from) && (by === undefined || positive(by));
}

function common(ends: readonly After[]): After {
  const [first, ...others] = ends.filter((end) => end !== undefined);
  if (first === undefined) return undefined;
  return new Set([...first].filter((key) => others.every((other) => other.has(key))));
}

function look(walk: Walk, statement: Statement, known: NonZero): void {
  for (const expression of expressionsOf(statement)) lookAt(walk, statement, expression, known);
}

function lookAt(walk: Walk, statement: Statement, expression: Expression, known: NonZero): void {
  for (const part of withParts(expression)) {
    if (part.kind !== 'binary') continue;
    const { operator, right } = part;
    if (operator !== '/' && operator !== '\\' && operator !== 'mod') continue;
    if (!isNonZero(walk.scenario, known, right)) walk.found.push({ operator, divisor: right, statement });
  }
}
