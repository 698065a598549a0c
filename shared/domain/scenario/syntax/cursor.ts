import { errorAt, type MessageDetails, type ScenarioFinding, type Span } from '../findings.ts';
import type { Token } from './tokens.ts';

/** Where the parser stands in the tokens, and what it has found so far. */
export interface Cursor {
  readonly tokens: readonly Token[];
  readonly findings: ScenarioFinding[];
  index: number;
  /** How deep expressions and blocks are nested at this point. */
  depth: number;
}

/**
 * Ends the statement being parsed; its finding is already in the list. Caught where the next statement starts. No
 * Error of the host, whose stack would be slow to take: a script being typed stops often.
 */
export class ParseStop {}

const DEEPEST = 120;

export function peek(cursor: Cursor, ahead = 0): Token {
  return cursor.tokens[Math.min(cursor.index + ahead, cursor.tokens.length - 1)]!;
}

export function previous(cursor: Cursor): Token {
  return cursor.tokens[Math.max(cursor.index - 1, 0)]!;
}

export function take(cursor: Cursor): Token {
  const token = peek(cursor);
  if (token.kind !== 'end') cursor.index += 1;
  return token;
}

/** True when the next token is that operator, keyword or (as in `Option Base`) name. */
export function at(cursor: Cursor, word: string, ahead = 0): boolean {
  const token = peek(cursor, ahead);
  return token.word === word && token.kind !== 'string';
}

export function accept(cursor: Cursor, word: string): boolean {
  if (!at(cursor, word)) return false;
  cursor.index += 1;
  return true;
}

export function atLineEnd(cursor: Cursor): boolean {
  const { kind } = peek(cursor);
  return kind === 'newline' || kind === 'end';
}

export function atStatementEnd(cursor: Cursor): boolean {
  return atLineEnd(cursor) || at(cursor, ':');
}

export function report(
  cursor: Cursor,
  place: Span,
  code: string,
  message: string,
  details?: MessageDetails,
): void {
  cursor.findings.push(errorAt(place, code, message, details));
}

export function stop(
  cursor: Cursor,
  place: Span,
  code: string,
  message: string,
  details?: MessageDetails,
): never {
  report(cursor, place, code, message, details);
  throw new ParseStop();
}

const END_OF_LINE = { code: 'word', message: 'the end of the line', details: { variant: 'end-of-line' } };

/** How a token is named in the details of a message: what is no word of the script is told in each language. */
export function named(token: Token): string | typeof END_OF_LINE {
  return token.kind === 'newline' || token.kind === 'end' ? END_OF_LINE : shown(token);
}

/** How a token is named in a message. */
export function shown(token: Token): string {
  if (token.kind === 'newline' || token.kind === 'end') return END_OF_LINE.message;
  return token.text.length > 30 ? `${token.text.slice(0, 30)}…` : token.text;
}

export function expect(cursor: Cursor, word: string, display: string, where: string): Token {
  if (at(cursor, word)) return take(cursor);
  return stop(
    cursor,
    peek(cursor),
    'SCENARIO_SYNTAX',
    `Expected ${display} ${where}, found ${shown(peek(cursor))}.`,
    {
      variant: 'expected',
      expected: display.split(' or '),
      found: named(peek(cursor)),
      example: where.split(': ')[1],
    },
  );
}

export function skipLine(cursor: Cursor): void {
  while (!atLineEnd(cursor)) cursor.index += 1;
}

export function skipStatement(cursor: Cursor): void {
  while (!atStatementEnd(cursor)) cursor.index += 1;
}

/** Index of the first token with that word on the rest of the line, or -1. */
export function findOnLine(cursor: Cursor, word: string): number {
  for (let index = cursor.index; index < cursor.tokens.length; index += 1) {
    const token = cursor.tokens[index]!;
    if (token.kind === 'newline' || token.kind === 'end') return -1;
    if (token.word === word) return index;
  }
  return -1;
}

/** Runs `parse`; when it stops at a mistake the rest is skipped by `skip` and the answer is `undefined`. */
export function recover<T>(cursor: Cursor, skip: (cursor: Cursor) => void, parse: () => T): T | undefined {
  const { depth } = cursor;
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof ParseStop)) throw error;
    cursor.depth = depth;
    skip(cursor);
    return undefined;
  }
}

/** Runs `parse` one level deeper, and refuses what no person would nest so deep. */
export function nested<T>(cursor: Cursor, parse: () => T): T {
  if (cursor.depth >= DEEPEST) {
    return stop(
      cursor,
      peek(cursor),
      'SCENARIO_TOO_DEEP',
      `Nested deeper than ${DEEPEST} levels: split this up.`,
      { variant: 'levels', levels: DEEPEST },
    );
  }
  cursor.depth += 1;
  const result = parse();
  cursor.depth -= 1;
  return result;
}
