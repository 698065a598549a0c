import { type Span, spanBetween } from '../findings.ts';
import type { Argument, BinaryOperator, Expression } from './ast.ts';
import {
  accept,
  at,
  atStatementEnd,
  type Cursor,
  named,
  nested,
  peek,
  previous,
  shown,
  stop,
  take,
} from './cursor.ts';
import type { Token } from './tokens.ts';

/** How tightly an operator binds its left side, loosest first: the family's order. All are left-associative. */
const BINDING: ReadonlyMap<string, number> = new Map(
  [
    ['imp'],
    ['eqv'],
    ['xor'],
    ['or'],
    ['and'],
    ['not'],
    ['=', '<>', '<', '>', '<=', '>=', 'like', 'is'],
    ['&'],
    ['+', '-'],
    ['mod'],
    ['\\'],
    ['*', '/'],
    ['negate'],
    ['^'],
  ].flatMap((words, level) => words.map((word) => [word, level + 1] as const)),
);
const NOT = BINDING.get('not')!;
const NEGATE = BINDING.get('negate')!;
const POWER = BINDING.get('^')!;
const LONGEST_CHAIN = 1000;

export function parseExpression(cursor: Cursor): Expression {
  return nested(cursor, () => parseAbove(cursor, 0));
}

function parseAbove(cursor: Cursor, level: number): Expression {
  let left = parsePrefix(cursor);
  let chain = 0;
  for (;;) {
    const token = peek(cursor);
    const binding =
      token.kind === 'operator' || token.kind === 'keyword' ? BINDING.get(token.word) : undefined;
    if (binding === undefined || binding <= level || token.word === 'not') return left;
    chain += 1;
    if (chain > LONGEST_CHAIN)
      stop(cursor, token, 'SCENARIO_TOO_DEEP', 'The expression is too long: use several assignments.', {
        variant: 'expression',
      });
    const operatorAt = take(cursor);
    const operator = operatorOf(cursor, operatorAt);
    const right =
      operator === '^' ? parsePowerOperand(cursor) : nested(cursor, () => parseAbove(cursor, binding));
    left = { kind: 'binary', operator, left, right, operatorAt, at: spanBetween(left.at, right.at) };
  }
}

/** `2 ^ -1` is allowed: the exponent may carry its own sign. */
function parsePowerOperand(cursor: Cursor): Expression {
  return nested(cursor, () =>
    at(cursor, '-') || at(cursor, '+') ? parsePrefix(cursor) : parseAbove(cursor, POWER),
  );
}

/** Joins `> =`, `< >` and `= >` written with a blank, and says how they are written. */
function operatorOf(cursor: Cursor, token: Token): BinaryOperator {
  const next = peek(cursor);
  const joined = /^[<>=]$/.test(token.word) && /^[<>=]$/.test(next.word) ? token.word + next.word : '';
  const meant = { '<>': '<>', '<=': '<=', '>=': '>=', '=>': '>=', '=<': '<=', '==': '=' }[joined];
  if (meant === undefined) return token.word as BinaryOperator;
  take(cursor);
  const place = spanBetween(token, next);
  cursor.findings.push({
    code: 'SCENARIO_OPERATOR_ORDER',
    message: `Write ${meant} here, without a blank, and not ${token.word} ${next.word}.`,
    details: { variant: 'blank', meant, written: `${token.word} ${next.word}` },
    ...{ line: place.line, column: place.column, endColumn: place.endColumn },
    severity: 'error',
  });
  return meant as BinaryOperator;
}

function parsePrefix(cursor: Cursor): Expression {
  const token = peek(cursor);
  if (token.kind === 'keyword' && token.word === 'not') {
    take(cursor);
    const operand = nested(cursor, () => parseAbove(cursor, NOT));
    return { kind: 'unary', operator: 'not', operand, at: spanBetween(token, operand.at) };
  }
  if (token.kind === 'operator' && (token.word === '-' || token.word === '+')) {
    take(cursor);
    const operand = nested(cursor, () => parseAbove(cursor, NEGATE));
    return { kind: 'unary', operator: token.word, operand, at: spanBetween(token, operand.at) };
  }
  return parsePostfix(cursor, parsePrimary(cursor));
}

function parsePrimary(cursor: Cursor): Expression {
  const token = peek(cursor);
  const place: Span = { line: token.line, column: token.column, endColumn: token.endColumn };
  switch (token.kind) {
    case 'number':
      take(cursor);
      return { kind: 'number', value: token.value as number, type: token.type ?? 'Double', at: place };
    case 'string':
      take(cursor);
      return { kind: 'string', value: token.value as string, at: place };
    case 'date':
      take(cursor);
      return { kind: 'date', value: token.value as number, at: place };
    case 'name':
      take(cursor);
      return nameOf(token);
    case 'keyword':
      return parseKeywordValue(cursor, token, place);
    default:
      return parseSymbol(cursor, token);
  }
}

export function nameOf(token: Token): Extract<Expression, { kind: 'name' }> {
  const at = { line: token.line, column: token.column, endColumn: token.endColumn };
  const name = token.type === undefined ? token.text : token.text.slice(0, -1);
  return {
    kind: 'name',
    name,
    key: token.word,
    at,
    ...(token.type === undefined ? {} : { suffix: token.type }),
  };
}

function parseKeywordValue(cursor: Cursor, token: Token, place: Span): Expression {
  const values: Record<string, boolean | null | undefined> = { true: true, false: false, null: null };
  if (token.word in values || token.word === 'empty') {
    take(cursor);
    return { kind: 'constant', value: values[token.word], at: place };
  }
  if (token.word === 'nothing' || token.word === 'new') {
    return stop(cursor, token, 'SCENARIO_REFUSED', 'Objects cannot be used in a script: work with values.', {
      variant: 'objects',
    });
  }
  return stop(
    cursor,
    token,
    'SCENARIO_SYNTAX',
    `A value is missing before ${token.text}: ${token.text} is a word of the language, not a name.`,
    { variant: 'value', word: token.text },
  );
}

function parseSymbol(cursor: Cursor, token: Token): Expression {
  if (token.word === '(') {
    take(cursor);
    const inner = parseExpression(cursor);
    if (!at(cursor, ')')) unexpectedInParentheses(cursor, token);
    const end = take(cursor);
    return { kind: 'group', inner, at: spanBetween(token, end) };
  }
  if (token.word === '.') {
    take(cursor);
    const member = take(cursor);
    if (member.kind !== 'name' && member.kind !== 'keyword')
      stop(cursor, member, 'SCENARIO_SYNTAX', 'A name is missing after the point.', {
        variant: 'after-point',
      });
    return { kind: 'member', name: member.text, key: member.word, at: spanBetween(token, member) };
  }
  const before = previous(cursor);
  if (token.kind === 'newline' || token.kind === 'end' || token.word === ':') {
    const after = before.kind === 'newline' || before.word === '' ? '' : ` after ${before.text}`;
    return stop(
      cursor,
      token.kind === 'operator' ? token : before.kind === 'newline' ? token : before,
      'SCENARIO_VALUE_MISSING',
      `A value is missing${after} at the end of the line.`,
      { variant: 'end', ...(after === '' ? {} : { after: before.text }) },
    );
  }
  return stop(cursor, token, 'SCENARIO_VALUE_MISSING', `A value is missing before ${shown(token)}.`, {
    found: named(token),
  });
}

function unexpectedInParentheses(cursor: Cursor, open: Token): never {
  const token = peek(cursor);
  if (token.kind === 'newline' || token.kind === 'end' || at(cursor, 'then'))
    return stop(
      cursor,
      open,
      'SCENARIO_PARENTHESIS_MISSING',
      'The parenthesis that opens here is not closed: add ).',
      { variant: 'open' },
    );
  return unexpectedAfterValue(cursor);
}

/** Says what is wrong with a token that stands where a value has just ended. Always stops. */
export function unexpectedAfterValue(cursor: Cursor): never {
  const token = peek(cursor);
  const before = previous(cursor);
  const joins = token.kind === 'name' || token.kind === 'number';
  if (joins && before.kind === 'name' && before.line === token.line) {
    return stop(
      cursor,
      spanBetween(before, token),
      'SCENARIO_NAME_WITH_BLANK',
      `A name has no blank: write ${before.text}${token.text} if it is one name, ` +
        `or put an operator between ${before.text} and ${token.text}.`,
      { first: before.text, second: token.text, joined: `${before.text}${token.text}` },
    );
  }
  if (token.word === ',' && before.kind === 'number' && peek(cursor, 1).kind === 'number') {
    const decimals = peek(cursor, 1);
    return stop(
      cursor,
      spanBetween(before, decimals),
      'SCENARIO_DECIMAL_COMMA',
      `Decimals stand after a point: write ${before.text}.${decimals.text}.`,
      { written: `${before.text}.${decimals.text}` },
    );
  }
  if (token.word === ';')
    return stop(cursor, token, 'SCENARIO_SEMICOLON', 'A statement ends with the line: remove the semicolon.');
  if (token.word === ')')
    return stop(
      cursor,
      token,
      'SCENARIO_PARENTHESIS_MISSING',
      'This parenthesis closes nothing: remove it, or add ( before.',
      { variant: 'close' },
    );
  if (joins || token.kind === 'string' || token.kind === 'date')
    return stop(
      cursor,
      token,
      'SCENARIO_OPERATOR_MISSING',
      `An operator is missing between ${shown(before)} and ${shown(token)}.`,
      { first: named(before), second: named(token) },
    );
  return stop(
    cursor,
    token,
    'SCENARIO_SYNTAX',
    `${shown(token)} does not fit here: the statement should end after ${shown(before)}.`,
    { variant: 'after-value', found: named(token), before: named(before) },
  );
}

/** Calls, elements and members behind a value: `f(x)`, `a(1)(2)`, `r.field`. */
export function parsePostfix(cursor: Cursor, start: Expression): Expression {
  let target = start;
  for (;;) {
    const applies = target.kind === 'name' || target.kind === 'apply' || target.kind === 'member';
    if (applies && at(cursor, '(')) {
      const open = take(cursor);
      const args = parseArguments(cursor, ')');
      if (!at(cursor, ')')) unexpectedInParentheses(cursor, open);
      const end = take(cursor);
      target = { kind: 'apply', target, args, at: spanBetween(target.at, end) };
    } else if (applies && at(cursor, '.') && !peek(cursor).blankBefore) {
      take(cursor);
      const member = take(cursor);
      if (member.kind !== 'name' && member.kind !== 'keyword')
        stop(cursor, member, 'SCENARIO_SYNTAX', 'A name is missing after the point.', {
          variant: 'after-point',
        });
      target = {
        kind: 'member',
        target,
        name: member.text,
        key: member.word,
        at: spanBetween(target.at, member),
      };
    } else return target;
  }
}

/** A list of arguments up to `closing`, or to the end of the statement when it is absent. */
export function parseArguments(cursor: Cursor, closing?: ')'): Argument[] {
  const args: Argument[] = [];
  const atClosing = () => (closing === undefined ? atStatementEnd(cursor) : at(cursor, closing));
  if (atClosing()) return args;
  for (;;) {
    args.push(parseArgument(cursor, atClosing));
    if (!accept(cursor, ',')) return args;
  }
}

function parseArgument(cursor: Cursor, atClosing: () => boolean): Argument {
  const token = peek(cursor);
  const place = { line: token.line, column: token.column, endColumn: token.endColumn };
  if (at(cursor, ',') || atClosing()) return { at: place };
  const named =
    token.kind === 'name' && at(cursor, ':', 1) && at(cursor, '=', 2) && !peek(cursor, 2).blankBefore;
  if (named) {
    cursor.index += 3;
    return { name: token.word, value: parseExpression(cursor), at: place };
  }
  accept(cursor, 'byval');
  return { value: parseExpression(cursor), at: place };
}
