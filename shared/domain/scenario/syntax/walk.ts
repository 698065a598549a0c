import type { Argument, Bound, Expression, Statement } from './ast.ts';

const valuesOf = (args: readonly Argument[]) => args.flatMap(({ value }) => value ?? []);
const boundsOf = (bounds: readonly Bound[] | undefined) =>
  (bounds ?? []).flatMap(({ lower, upper }) => (lower === undefined ? [upper] : [lower, upper]));

/** The expressions right inside an expression. */
export function partsOf(expression: Expression): Expression[] {
  switch (expression.kind) {
    case 'unary':
      return [expression.operand];
    case 'binary':
      return [expression.left, expression.right];
    case 'group':
      return [expression.inner];
    case 'apply':
      return [expression.target, ...valuesOf(expression.args)];
    case 'member':
      return expression.target === undefined ? [] : [expression.target];
    default:
      return [];
  }
}

/** An expression and everything inside it, outermost first. */
export function withParts(expression: Expression): Expression[] {
  return [expression, ...partsOf(expression).flatMap(withParts)];
}

/** The expressions of a statement itself, not those of the statements in its blocks. */
export function expressionsOf(statement: Statement): Expression[] {
  switch (statement.kind) {
    case 'dim':
    case 'redim':
      return statement.declarators.flatMap(({ bounds }) => boundsOf(bounds));
    case 'erase':
      return statement.targets;
    case 'const':
      return statement.declarators.map(({ value }) => value);
    case 'assign':
      return [statement.target, statement.value];
    case 'call':
      return [statement.target, ...valuesOf(statement.args)];
    case 'if':
      return statement.branches.map(({ condition }) => condition);
    case 'select':
      return [
        statement.subject,
        ...statement.cases.flatMap(({ tests }) =>
          tests.flatMap(({ value, upper }) => (upper === undefined ? [value] : [value, upper])),
        ),
      ];
    case 'for':
      return [
        ...[statement.counter, statement.from, statement.to],
        ...(statement.step === undefined ? [] : [statement.step]),
      ];
    case 'forEach':
      return [statement.item, statement.list];
    case 'do':
      return statement.condition === undefined ? [] : [statement.condition];
    case 'raise':
      return [statement.number];
    case 'with':
      return [statement.subject];
    case 'print':
      return statement.items.flatMap(({ value }) => value ?? []);
    default:
      return [];
  }
}

/** The blocks inside a statement. */
export function blocksOf(statement: Statement): Statement[][] {
  switch (statement.kind) {
    case 'if':
      return [
        ...statement.branches.map(({ body }) => body),
        ...(statement.otherwise ? [statement.otherwise] : []),
      ];
    case 'select':
      return statement.cases.map(({ body }) => body);
    case 'for':
    case 'forEach':
    case 'do':
    case 'with':
      return [statement.body];
    default:
      return [];
  }
}

/** Statements with those of all their blocks, in reading order. */
export function allStatements(statements: readonly Statement[]): Statement[] {
  return statements.flatMap((statement) => [
    statement,
    ...blocksOf(statement).flatMap((block) => allStatements(block)),
  ]);
}
