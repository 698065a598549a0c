import { spanBetween } from '../findings.ts';
import type { Expression, PrintItem, StatementBody } from './ast.ts';
import {
  accept,
  at,
  atLineEnd,
  atStatementEnd,
  type Cursor,
  expect,
  named,
  peek,
  report,
  shown,
  stop,
  take,
} from './cursor.ts';
import { parseConstDeclarators, parseDeclarators } from './parse-declarations.ts';
import {
  nameOf,
  parseArguments,
  parseExpression,
  parsePostfix,
  unexpectedAfterValue,
} from './parse-expressions.ts';
import { REFUSED_STATEMENTS, refusalMessage, refusalOf } from './refused.ts';
import type { Token } from './tokens.ts';

/** A statement that holds no other statements. */
export function parseSimpleStatement(cursor: Cursor): StatementBody {
  const token = peek(cursor);
  if (token.kind === 'name') return parseNamed(cursor, token);
  if (token.word === '.') return parseAssignmentOrCall(cursor);
  switch (token.word) {
    case 'dim':
    case 'static':
    case 'private':
    case 'public':
      take(cursor);
      return { kind: 'dim', declarators: parseDeclarators(cursor), isStatic: token.word === 'static' };
    case 'redim': {
      take(cursor);
      const preserve = accept(cursor, 'preserve') || acceptName(cursor, 'preserve');
      return { kind: 'redim', declarators: parseDeclarators(cursor), preserve };
    }
    case 'const':
      take(cursor);
      return { kind: 'const', declarators: parseConstDeclarators(cursor) };
    case 'let':
      take(cursor);
      return parseAssignmentOrCall(cursor);
    case 'set':
      return stop(
        cursor,
        token,
        'SCENARIO_REFUSED',
        'Set is for objects, which a script cannot use: assign values without Set.',
        { variant: 'set' },
      );
    case 'call':
      take(cursor);
      return parseCall(cursor);
    case 'exit':
      take(cursor);
      return parseExit(cursor);
    case 'end':
      take(cursor);
      return { kind: 'end' };
    case 'return':
      take(cursor);
      return { kind: 'return' };
    case 'goto':
    case 'gosub':
      take(cursor);
      return { kind: token.word, ...parseLabelName(cursor) };
    case 'on':
      take(cursor);
      return parseOnError(cursor);
    case 'resume':
      take(cursor);
      if (atStatementEnd(cursor)) return { kind: 'resume', action: 'same' };
      if (accept(cursor, 'next')) return { kind: 'resume', action: 'next' };
      return { kind: 'resume', action: 'label', ...parseLabelName(cursor) };
    default:
      return parseOdd(cursor, token);
  }
}

function acceptName(cursor: Cursor, word: string): boolean {
  const found = peek(cursor).kind === 'name' && at(cursor, word);
  if (found) take(cursor);
  return found;
}

function parseOdd(cursor: Cursor, token: Token): never {
  if (token.word === 'declare')
    return stop(
      cursor,
      token,
      'SCENARIO_REFUSED',
      'A script cannot call programs: Declare is not available.',
      { variant: 'declare' },
    );
  if (token.word === 'then')
    return stop(cursor, token, 'SCENARIO_SYNTAX', 'Then belongs to an If in the same line.', {
      variant: 'then',
    });
  return stop(
    cursor,
    token,
    'SCENARIO_SYNTAX',
    `A statement cannot start with ${shown(token)}: it starts with a name or a word such as If, For or Dim.`,
    { variant: 'start', found: named(token) },
  );
}

function parseNamed(cursor: Cursor, token: Token): StatementBody {
  const next = peek(cursor, 1);
  const assigns = next.word === '=' && next.kind === 'operator';
  if (assigns) return parseAssignmentOrCall(cursor);
  if (token.word === 'global') {
    take(cursor);
    return { kind: 'dim', declarators: parseDeclarators(cursor), isStatic: false };
  }
  if (token.word === 'print' && next.word !== '(' && next.word !== '.') return parsePrint(cursor);
  if (token.word === 'print' && next.word === '(') return parsePrint(cursor);
  if (token.word === 'debug' && next.word === '.') {
    take(cursor);
    take(cursor);
    if (!at(cursor, 'print'))
      stop(cursor, peek(cursor), 'SCENARIO_SYNTAX', 'Debug has one use here: Debug.Print.', {
        variant: 'debug',
      });
    return parsePrint(cursor);
  }
  if (token.word === 'erase' && next.kind === 'name') {
    take(cursor);
    return { kind: 'erase', targets: parseArguments(cursor).flatMap(({ value }) => value ?? []) };
  }
  if (token.word === 'error' && next.word !== '.' && next.word !== '(') {
    take(cursor);
    return { kind: 'raise', number: parseExpression(cursor) };
  }
  const lineInput = token.word === 'line' && next.word === 'input';
  if (lineInput || (token.word === 'name' && next.kind === 'string'))
    return stop(cursor, token, 'SCENARIO_REFUSED', `${refusalOf('open')}: ${token.text} is not available.`, {
      reason: refusalMessage('open'),
      name: token.text,
    });
  if (REFUSED_STATEMENTS.has(token.word) && next.word !== '.' && next.word !== '(' && next.word !== ':')
    return stop(
      cursor,
      token,
      'SCENARIO_REFUSED',
      `${refusalOf(token.word)}: ${token.text} is not available.`,
      { reason: refusalMessage(token.word), name: token.text },
    );
  return parseAssignmentOrCall(cursor);
}

const COMPOUND = new Set(['+=', '-=', '*=', '/=', '\\=', '&=', '^=']);

function parseAssignmentOrCall(cursor: Cursor): StatementBody {
  const first = peek(cursor);
  const spread = argumentsInsteadOfParentheses(cursor);
  const target: Expression =
    first.word === '.'
      ? parseMemberOfWith(cursor)
      : spread
        ? nameOf(take(cursor))
        : parsePostfix(cursor, firstName(cursor));
  if (accept(cursor, '=')) return { kind: 'assign', target, value: parseExpression(cursor) };
  const token = peek(cursor);
  if (COMPOUND.has(token.word)) return parseCompound(cursor, target, token);
  if (atStatementEnd(cursor) || at(cursor, 'else')) return callOf(byValue(target));
  const isValue = token.kind === 'name' || token.kind === 'number';
  if (target.kind === 'name' && isValue && peek(cursor, 1).word === '=' && !spread)
    unexpectedAfterValue(cursor);
  if (target.kind === 'apply') unexpectedAfterValue(cursor);
  if (token.kind === 'operator' && !['(', '-', '+', '.', ','].includes(token.word)) {
    stop(
      cursor,
      spanBetween(first, token),
      'SCENARIO_SYNTAX',
      `A statement gives a value to a name (${shown(first)} = …) or calls a Sub: ${shown(token)} does not fit here.`,
      { variant: 'statement', first: named(first), found: named(token) },
    );
  }
  return { kind: 'call', target, args: parseArguments(cursor) };
}

function firstName(cursor: Cursor): Expression {
  const token = take(cursor);
  if (token.kind !== 'name')
    stop(cursor, token, 'SCENARIO_SYNTAX', `A name is missing before ${shown(token)}.`, {
      variant: 'name',
      found: named(token),
    });
  return nameOf(token);
}

function parseMemberOfWith(cursor: Cursor): Expression {
  const point = take(cursor);
  const member = take(cursor);
  if (member.kind !== 'name' && member.kind !== 'keyword')
    stop(cursor, member, 'SCENARIO_SYNTAX', 'A name is missing after the point.', { variant: 'after-point' });
  return parsePostfix(cursor, {
    kind: 'member',
    name: member.text,
    key: member.word,
    at: spanBetween(point, member),
  });
}

/** `Show (a), b` and `Show (a) + b` pass arguments that begin with a parenthesis; `a(1) = …` and `Show(a)` do not. */
function argumentsInsteadOfParentheses(cursor: Cursor): boolean {
  if (!at(cursor, '(', 1) || !peek(cursor, 1).blankBefore) return false;
  let open = 0;
  for (let ahead = 1; ; ahead += 1) {
    const token = peek(cursor, ahead);
    if (token.kind === 'newline' || token.kind === 'end' || token.word === ':') return false;
    if (token.word === '(') open += 1;
    else if (token.word === ')') open -= 1;
    if (open > 0) continue;
    const after = peek(cursor, ahead + 1);
    const ends =
      after.kind === 'newline' || after.kind === 'end' || [':', '=', '.', '(', 'else'].includes(after.word);
    return !ends && !COMPOUND.has(after.word);
  }
}

/** Without Call, `Show (x)` passes the value of x and not x itself. */
function byValue(target: Expression): Expression {
  if (target.kind !== 'apply') return target;
  const [only] = target.args;
  if (target.args.length !== 1 || only?.value === undefined || only.name !== undefined) return target;
  const { value } = only;
  return { ...target, args: [{ ...only, value: { kind: 'group', inner: value, at: value.at } }] };
}

function callOf(target: Expression): StatementBody {
  if (target.kind === 'apply') return { kind: 'call', target: target.target, args: target.args };
  return { kind: 'call', target, args: [] };
}

function parseCall(cursor: Cursor): StatementBody {
  const target = parsePostfix(cursor, firstName(cursor));
  if (!atStatementEnd(cursor) && !at(cursor, 'else'))
    stop(
      cursor,
      peek(cursor),
      'SCENARIO_SYNTAX',
      'After Call the arguments stand in parentheses: Call Name(a, b).',
      { variant: 'call' },
    );
  return callOf(target);
}

function parseCompound(cursor: Cursor, target: Expression, token: Token): StatementBody {
  take(cursor);
  const operator = token.word.slice(0, -1) as '+';
  const name = target.kind === 'name' ? target.name : 'x';
  report(
    cursor,
    token,
    'SCENARIO_FOREIGN_OPERATOR',
    `Write the sum out: ${name} = ${name} ${operator} … and not ${token.word}.`,
    { variant: 'compound', name, operator, written: token.word },
  );
  const right = parseExpression(cursor);
  return {
    kind: 'assign',
    target,
    value: { kind: 'binary', operator, left: target, right, operatorAt: token, at: target.at },
  };
}

function parseExit(cursor: Cursor): StatementBody {
  const token = peek(cursor);
  const { word } = token;
  if (word === 'for' || word === 'do' || word === 'while' || word === 'sub' || word === 'function') {
    take(cursor);
    return { kind: 'exit', what: word };
  }
  return stop(
    cursor,
    token.kind === 'newline' ? peek(cursor, -1) : token,
    'SCENARIO_SYNTAX',
    'Say what to leave: Exit For, Exit Do, Exit Sub or Exit Function.',
    { variant: 'exit' },
  );
}

function parseLabelName(cursor: Cursor): { key: string; name: string } {
  const token = take(cursor);
  if (token.kind === 'name') return { key: token.word, name: token.text };
  if (token.kind === 'number') return { key: String(token.value), name: token.text };
  return stop(cursor, token, 'SCENARIO_SYNTAX', 'The name of a label is missing.', { variant: 'label' });
}

function parseOnError(cursor: Cursor): StatementBody {
  expect(cursor, 'error', 'Error', 'after On');
  if (accept(cursor, 'resume')) {
    expect(cursor, 'next', 'Next', 'after On Error Resume');
    return { kind: 'onError', action: 'resumeNext' };
  }
  expect(cursor, 'goto', 'GoTo or Resume Next', 'after On Error');
  const token = peek(cursor);
  if (token.kind === 'number' && token.value === 0) {
    take(cursor);
    return { kind: 'onError', action: 'off' };
  }
  return { kind: 'onError', action: 'goto', ...parseLabelName(cursor) };
}

function parsePrint(cursor: Cursor): StatementBody {
  take(cursor);
  if (at(cursor, '#'))
    stop(cursor, peek(cursor), 'SCENARIO_REFUSED', 'A script cannot reach files: Print # is not available.', {
      variant: 'print',
    });
  const items: PrintItem[] = [];
  while (!atLineEnd(cursor) && !at(cursor, ':') && !at(cursor, 'else')) {
    const separator = at(cursor, ';') ? ';' : at(cursor, ',') ? ',' : undefined;
    if (separator !== undefined) {
      take(cursor);
      items.push({ separator });
    } else {
      if (items.length > 0 && items.at(-1)?.separator === undefined) unexpectedAfterValue(cursor);
      items.push({ value: parseExpression(cursor) });
    }
  }
  return { kind: 'print', items };
}
