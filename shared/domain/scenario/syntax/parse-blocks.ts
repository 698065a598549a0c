import { type Span, spanBetween } from '../findings.ts';
import type { CaseTest, Expression, Statement, StatementBody } from './ast.ts';
import {
  atProcedureStart,
  type BlockCursor,
  closeBlock,
  closerAt,
  type Opener,
  type OpenerKind,
  reportStray,
} from './closers.ts';
import {
  accept,
  at,
  atLineEnd,
  atStatementEnd,
  type Cursor,
  expect,
  findOnLine,
  named,
  nested,
  peek,
  previous,
  recover,
  report,
  shown,
  skipLine,
  skipStatement,
  stop,
  take,
} from './cursor.ts';
import { parseExpression, unexpectedAfterValue } from './parse-expressions.ts';
import { parseSimpleStatement } from './parse-statements.ts';

/** Statements up to a closer of this block or of one around it, or to where the next procedure starts. */
export function parseBlock(cursor: BlockCursor, opener: Opener): Statement[] {
  const body: Statement[] = [];
  cursor.openers.push(opener);
  for (;;) {
    const closer = closerAt(cursor);
    if (closer !== undefined) {
      if (cursor.openers.some(({ kind }) => kind === closer.kind)) break;
      reportStray(cursor, closer);
      continue;
    }
    if (atStatementEnd(cursor) && peek(cursor).kind !== 'end') {
      cursor.index += 1;
      continue;
    }
    if (peek(cursor).kind === 'end' || atProcedureStart(cursor)) break;
    parseStatementInto(cursor, body);
  }
  cursor.openers.pop();
  return body;
}

/** Parses one statement onto `body`; after a mistake the next one starts after this one's end. */
function parseStatementInto(cursor: BlockCursor, body: Statement[]): void {
  recover(cursor, skipStatement, () => {
    if (parseLabel(cursor, body)) return;
    body.push(parseStatement(cursor));
    // A block whose closer is missing ends where another line starts.
    const { kind, word } = previous(cursor);
    const atNewStatement = kind === 'newline' || word === ':';
    if (!atStatementEnd(cursor) && !at(cursor, 'else') && !cursor.nextList && !atNewStatement)
      unexpectedAfterValue(cursor);
  });
}

function parseLabel(cursor: BlockCursor, body: Statement[]): boolean {
  const token = peek(cursor);
  const before = previous(cursor);
  const atLineStart = cursor.index === 0 || before.kind === 'newline';
  if (!atLineStart) return false;
  if (token.kind === 'number' && Number.isInteger(token.value) && !at(cursor, ':', 1)) {
    take(cursor);
    body.push({ kind: 'label', key: String(token.value), name: token.text, at: token });
    return true;
  }
  if ((token.kind !== 'name' && token.kind !== 'number') || !at(cursor, ':', 1)) return false;
  if (at(cursor, '=', 2) && !peek(cursor, 2).blankBefore) {
    const colon = peek(cursor, 1);
    skipLine(cursor);
    stop(
      cursor,
      colon,
      'SCENARIO_FOREIGN_OPERATOR',
      `Give a value with = alone: ${token.text} = … and not :=.`,
      { variant: 'colon-equals', name: token.text },
    );
  }
  cursor.index += 2;
  const key = token.kind === 'number' ? String(token.value) : token.word;
  body.push({ kind: 'label', key, name: token.text, at: token });
  return true;
}

export function parseStatement(cursor: BlockCursor): Statement {
  const start = peek(cursor);
  const lineOf = (body: StatementBody): Statement => ({ ...body, at: spanBetween(start, previous(cursor)) });
  const opener = (kind: OpenerKind): Opener => ({ kind, at: start });
  return nested(cursor, () => {
    switch (start.kind === 'keyword' ? start.word : '') {
      case 'if':
        return { ...parseIf(cursor, opener('if')), at: start };
      case 'select':
        return { ...parseSelect(cursor, opener('select')), at: start };
      case 'for':
        return { ...parseFor(cursor, opener('for')), at: start };
      case 'do':
        return { ...parseDo(cursor, opener('do')), at: start };
      case 'while':
        return { ...parseWhile(cursor, opener('while')), at: start };
      case 'with':
        return { ...parseWith(cursor, opener('with')), at: start };
      default:
        return lineOf(parseSimpleStatement(cursor));
    }
  });
}

const NOTHING: Expression = {
  kind: 'constant',
  value: false,
  at: { line: 1, column: 1, endColumn: 1 },
};

/** A condition up to Then. Where Then is missing it says so and goes on as if it stood there. */
function parseCondition(cursor: BlockCursor, word: string): Expression {
  const condition = recover(cursor, skipToThen, () => parseExpression(cursor)) ?? NOTHING;
  if (accept(cursor, 'then')) return condition;
  if (condition === NOTHING) return NOTHING;
  if (findOnLine(cursor, 'then') >= 0) {
    recover(cursor, skipToThen, () => unexpectedAfterValue(cursor));
    accept(cursor, 'then');
    return condition;
  }
  const before = previous(cursor);
  report(
    cursor,
    { line: before.line, column: before.endColumn, endColumn: before.endColumn + 1 },
    'SCENARIO_THEN_MISSING',
    `Then is missing after the condition: write ${word} … Then.`,
    { word },
  );
  return condition;
}

function skipToThen(cursor: Cursor): void {
  const then = findOnLine(cursor, 'then');
  if (then < 0) skipLine(cursor);
  else cursor.index = then;
}

function parseIf(cursor: BlockCursor, opener: Opener): StatementBody {
  take(cursor);
  const condition = parseCondition(cursor, 'If');
  const first = { condition, at: opener.at };
  if (!atLineEnd(cursor)) return parseLineIf(cursor, first);
  const branches = [{ ...first, body: parseBlock(cursor, opener) }];
  let otherwise: Statement[] | undefined;
  let twoWords = false;
  for (;;) {
    const place = peek(cursor);
    if (at(cursor, 'elseif') && closerBelongs(cursor, opener)) {
      take(cursor);
      if (otherwise !== undefined)
        report(cursor, place, 'SCENARIO_SYNTAX', 'ElseIf stands before Else: move this branch up.', {
          variant: 'else-if-order',
        });
      const elseIf = parseCondition(cursor, 'ElseIf');
      branches.push({ condition: elseIf, at: place, body: parseBlock(cursor, opener) });
    } else if (at(cursor, 'else') && closerBelongs(cursor, opener)) {
      take(cursor);
      if (otherwise !== undefined)
        report(cursor, place, 'SCENARIO_SYNTAX', 'This If already has an Else: remove one.', {
          variant: 'second-else',
        });
      if (at(cursor, 'if')) twoWords = true;
      otherwise = parseBlock(cursor, opener);
    } else break;
  }
  closeBlock(cursor, opener, twoWords ? ' ElseIf is one word: Else If opens another If.' : '');
  return { kind: 'if', branches, ...(otherwise === undefined ? {} : { otherwise }) };
}

/** Else belongs to the innermost If that is open. */
function closerBelongs(cursor: BlockCursor, opener: Opener): boolean {
  return closerAt(cursor)?.kind === opener.kind;
}

function parseLineIf(cursor: BlockCursor, first: { condition: Expression; at: Span }): StatementBody {
  const branches = [{ ...first, body: parseLine(cursor) }];
  if (!accept(cursor, 'else')) return { kind: 'if', branches };
  return { kind: 'if', branches, otherwise: parseLine(cursor) };
}

/** The statements of one branch of an If in a single line, separated by colons. */
function parseLine(cursor: BlockCursor): Statement[] {
  const body: Statement[] = [];
  while (!atLineEnd(cursor) && !at(cursor, 'else')) {
    if (accept(cursor, ':')) continue;
    const token = peek(cursor);
    if (token.kind === 'number' && body.length === 0) {
      take(cursor);
      body.push({ kind: 'goto', key: String(token.value), name: token.text, at: token });
    } else body.push(parseStatement(cursor));
    if (!atStatementEnd(cursor) && !at(cursor, 'else')) unexpectedAfterValue(cursor);
  }
  return body;
}

function parseSelect(cursor: BlockCursor, opener: Opener): StatementBody {
  take(cursor);
  const subject =
    recover(cursor, skipLine, () => {
      expect(cursor, 'case', 'Case', 'after Select');
      const value = parseExpression(cursor);
      if (!atStatementEnd(cursor)) unexpectedAfterValue(cursor);
      return value;
    }) ?? NOTHING;
  const before = parseBlock(cursor, opener);
  if (before[0] !== undefined)
    report(cursor, before[0].at, 'SCENARIO_SYNTAX', 'A statement stands before the first Case: move it.', {
      variant: 'before-case',
    });
  const cases: { tests: CaseTest[]; body: Statement[]; at: Span }[] = [];
  while (at(cursor, 'case')) {
    const place = take(cursor);
    const tests = recover(cursor, skipLine, () => parseCaseTests(cursor)) ?? [];
    cases.push({ tests, body: parseBlock(cursor, opener), at: place });
  }
  closeBlock(cursor, opener);
  return { kind: 'select', subject, cases };
}

function parseCaseTests(cursor: BlockCursor): CaseTest[] {
  if (accept(cursor, 'else')) return [];
  const tests: CaseTest[] = [];
  do {
    const place = peek(cursor);
    accept(cursor, 'is');
    const operator = peek(cursor);
    if (operator.kind === 'operator' && ['=', '<>', '<', '>', '<=', '>='].includes(operator.word)) {
      take(cursor);
      const value = parseExpression(cursor);
      tests.push({ kind: 'compare', operator: operator.word as '=', value, at: place });
      continue;
    }
    const value = parseExpression(cursor);
    if (accept(cursor, 'to'))
      tests.push({ kind: 'range', operator: '=', value, upper: parseExpression(cursor), at: place });
    else tests.push({ kind: 'value', operator: '=', value, at: place });
  } while (accept(cursor, ','));
  if (!atStatementEnd(cursor)) unexpectedAfterValue(cursor);
  return tests;
}

function parseFor(cursor: BlockCursor, opener: Opener): StatementBody {
  take(cursor);
  const header = recover(cursor, skipLine, () =>
    acceptEach(cursor) ? parseEachHeader(cursor) : parseForHeader(cursor),
  );
  const body = parseBlock(cursor, opener);
  closeFor(cursor, opener, header?.kind === 'for' ? header.counter : header?.item);
  return { ...(header ?? { kind: 'forEach', item: NOTHING, list: NOTHING }), body };
}

function acceptEach(cursor: BlockCursor): boolean {
  if (!at(cursor, 'each') || peek(cursor, 1).kind !== 'name') return false;
  take(cursor);
  return true;
}

function counterName(cursor: BlockCursor): Expression {
  const token = take(cursor);
  if (token.kind !== 'name')
    stop(cursor, token, 'SCENARIO_SYNTAX', `The name of the counter is missing before ${shown(token)}.`, {
      variant: 'name',
      found: named(token),
    });
  return { kind: 'name', name: token.text, key: token.word, at: token };
}

function parseForHeader(cursor: BlockCursor) {
  const counter = counterName(cursor);
  if (!at(cursor, '=')) {
    if (!atStatementEnd(cursor) && peek(cursor).kind !== 'operator') unexpectedAfterValue(cursor);
    expect(cursor, '=', '=', 'and the first value: For i = 1 To 10');
  }
  take(cursor);
  const from = parseExpression(cursor);
  expect(cursor, 'to', 'To', 'and the last value: For i = 1 To 10');
  const to = parseExpression(cursor);
  const step = accept(cursor, 'step') ? parseExpression(cursor) : undefined;
  if (!atStatementEnd(cursor)) unexpectedAfterValue(cursor);
  return { kind: 'for' as const, counter, from, to, ...(step === undefined ? {} : { step }) };
}

function parseEachHeader(cursor: BlockCursor) {
  const item = counterName(cursor);
  expect(cursor, 'in', 'In', 'and the array: For Each x In a');
  const list = parseExpression(cursor);
  if (!atStatementEnd(cursor)) unexpectedAfterValue(cursor);
  return { kind: 'forEach' as const, item, list };
}

function closeFor(cursor: BlockCursor, opener: Opener, counter: Expression | undefined): void {
  if (cursor.nextList) take(cursor);
  else if (!closeBlock(cursor, opener)) return;
  cursor.nextList = false;
  const token = peek(cursor);
  if (token.kind !== 'name') return;
  take(cursor);
  if (counter?.kind === 'name' && counter.key !== token.word)
    report(
      cursor,
      token,
      'SCENARIO_NEXT_OF_ANOTHER',
      `Next ${token.text} ends the loop For ${counter.name} in line ${opener.at.line}: write Next ${counter.name}.`,
      { given: token.text, counter: counter.name, openerLine: opener.at.line },
    );
  cursor.nextList = at(cursor, ',');
}

function parseDo(cursor: BlockCursor, opener: Opener): StatementBody {
  take(cursor);
  const before = recover(cursor, skipLine, () => parseLoopTest(cursor));
  const body = parseBlock(cursor, opener);
  const closed = closeBlock(cursor, opener);
  const after = closed && !atStatementEnd(cursor) ? parseLoopTest(cursor) : undefined;
  if (before !== undefined && after !== undefined)
    report(
      cursor,
      after.condition.at,
      'SCENARIO_SYNTAX',
      'The loop has a condition after Do and one after Loop: keep one.',
      { variant: 'two-conditions' },
    );
  const test = before ?? after;
  if (test === undefined) return { kind: 'do', test: 'none', until: false, body };
  return { kind: 'do', test: before === undefined ? 'after' : 'before', ...test, body };
}

function parseLoopTest(cursor: BlockCursor): { until: boolean; condition: Expression } | undefined {
  if (atStatementEnd(cursor)) return undefined;
  const until = at(cursor, 'until');
  if (!until && !at(cursor, 'while')) unexpectedAfterValue(cursor);
  take(cursor);
  const condition = parseExpression(cursor);
  if (!atStatementEnd(cursor)) unexpectedAfterValue(cursor);
  return { until, condition };
}

function parseWhile(cursor: BlockCursor, opener: Opener): StatementBody {
  take(cursor);
  const condition =
    recover(cursor, skipLine, () => {
      const value = parseExpression(cursor);
      if (!atStatementEnd(cursor)) unexpectedAfterValue(cursor);
      return value;
    }) ?? NOTHING;
  const body = parseBlock(cursor, opener);
  closeBlock(cursor, opener);
  return { kind: 'do', test: 'before', until: false, condition, body };
}

function parseWith(cursor: BlockCursor, opener: Opener): StatementBody {
  take(cursor);
  const subject = recover(cursor, skipLine, () => parseExpression(cursor)) ?? NOTHING;
  const body = parseBlock(cursor, opener);
  closeBlock(cursor, opener);
  return { kind: 'with', subject, body };
}
