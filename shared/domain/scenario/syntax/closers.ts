import { type Span, spanBetween } from '../findings.ts';
import { at, type Cursor, peek, report, skipLine, take } from './cursor.ts';

export type OpenerKind = 'if' | 'select' | 'for' | 'do' | 'while' | 'with' | 'sub' | 'function' | 'type';

export interface Opener {
  kind: OpenerKind;
  at: Span;
}

/** The blocks that are open where the parser stands; a closer that fits none of them is a stray. */
export interface BlockCursor extends Cursor {
  readonly openers: Opener[];
  /** `Next i, j` closes several loops: set while names of that list are still to be used. */
  nextList: boolean;
}

const CLOSERS: Record<OpenerKind, string> = {
  if: 'End If',
  select: 'End Select',
  for: 'Next',
  do: 'Loop',
  while: 'Wend',
  with: 'End With',
  sub: 'End Sub',
  function: 'End Function',
  type: 'End Type',
};
const MISSING: Record<OpenerKind, string> = {
  if: 'SCENARIO_END_IF_MISSING',
  select: 'SCENARIO_END_SELECT_MISSING',
  for: 'SCENARIO_NEXT_MISSING',
  do: 'SCENARIO_LOOP_MISSING',
  while: 'SCENARIO_WEND_MISSING',
  with: 'SCENARIO_END_WITH_MISSING',
  sub: 'SCENARIO_END_SUB_MISSING',
  function: 'SCENARIO_END_FUNCTION_MISSING',
  type: 'SCENARIO_END_TYPE_MISSING',
};
const OPENERS: Record<OpenerKind, string> = {
  if: 'If',
  select: 'Select Case',
  for: 'For',
  do: 'Do',
  while: 'While',
  with: 'With',
  sub: 'Sub',
  function: 'Function',
  type: 'Type',
};

export interface Closer {
  kind: OpenerKind;
  /** Else, ElseIf and Case: parts of a block that do not end it. */
  middle: boolean;
  length: number;
}

/** The closer the next tokens are, if they are one. */
export function closerAt(cursor: BlockCursor): Closer | undefined {
  if (cursor.nextList && at(cursor, ',')) return { kind: 'for', middle: false, length: 1 };
  const token = peek(cursor);
  const simple: Record<string, OpenerKind> = {
    next: 'for',
    loop: 'do',
    wend: 'while',
    endif: 'if',
    endsub: 'sub',
  };
  const assigned = peek(cursor, 1).word === '=';
  if (Object.hasOwn(simple, token.word) && !assigned)
    return { kind: simple[token.word]!, middle: false, length: 1 };
  if (token.word === 'else' || token.word === 'elseif') return { kind: 'if', middle: true, length: 1 };
  if (token.word === 'case') return { kind: 'select', middle: true, length: 1 };
  if (token.word !== 'end') return undefined;
  const next = peek(cursor, 1).word;
  if (next in CLOSERS && next !== 'for' && next !== 'do')
    return { kind: next as OpenerKind, middle: false, length: 2 };
  return undefined;
}

/** True at `Sub`, `Function`, also behind Public, Private or Static: the next procedure starts. */
export function atProcedureStart(cursor: Cursor): boolean {
  let ahead = 0;
  while (at(cursor, 'public', ahead) || at(cursor, 'private', ahead) || at(cursor, 'static', ahead))
    ahead += 1;
  return at(cursor, 'sub', ahead) || at(cursor, 'function', ahead);
}

export function reportStray(cursor: BlockCursor, closer: Closer): void {
  const first = peek(cursor);
  const last = peek(cursor, closer.length - 1);
  const written = closer.length === 2 ? `${first.text} ${last.text}` : first.text;
  report(
    cursor,
    spanBetween(first, last),
    'SCENARIO_CLOSER_WITHOUT_OPENER',
    `${written} has no ${OPENERS[closer.kind]} before it: remove it, or add the ${OPENERS[closer.kind]} it ends.`,
    { written, opener: OPENERS[closer.kind] },
  );
  skipLine(cursor);
}

/** Takes the closer of the block; where another stands, says which block is still open and answers false. */
export function closeBlock(cursor: BlockCursor, opener: Opener, hint = ''): boolean {
  const closer = closerAt(cursor);
  if (closer === undefined || closer.kind !== opener.kind || closer.middle) {
    const place = peek(cursor);
    const name = CLOSERS[opener.kind];
    const before = place.kind === 'end' ? 'at the end of the script' : `before line ${place.line}`;
    report(
      cursor,
      opener.at,
      MISSING[opener.kind],
      `${OPENERS[opener.kind]} in line ${opener.at.line} has no ${name}: add ${name} ${before}.${hint}`,
      {
        opener: OPENERS[opener.kind],
        openerLine: opener.at.line,
        closer: name,
        ...(place.kind === 'end' ? {} : { beforeLine: place.line }),
        ...(hint === '' ? {} : { variant: 'else-if' }),
      },
    );
    return false;
  }
  const token = take(cursor);
  if (closer.length === 2) {
    const end = take(cursor);
    if (opener.kind === 'while')
      report(cursor, spanBetween(token, end), 'SCENARIO_SYNTAX', 'While ends with Wend: write Wend here.', {
        variant: 'wend',
      });
  } else if (token.word === 'endif' || token.word === 'endsub') {
    const name = CLOSERS[opener.kind];
    report(cursor, token, 'SCENARIO_SYNTAX', `Write ${name} in two words.`, { variant: 'two-words', name });
  }
  return true;
}
