import type { Span } from '#shared/domain/scenario/findings.ts';
import { lexScenario } from '#shared/domain/scenario/syntax/lexer.ts';

export interface Piece {
  readonly kind: 'plain' | 'keyword' | 'number' | 'string' | 'comment';
  readonly text: string;
}

/** Cuts a script into pieces to be coloured; put together they are the script again, line ends as `\n`. */
export function highlight(script: string): readonly Piece[] {
  const lines = script.split(/\r\n|\r|\n/);
  const { tokens, comments } = lexScenario(script);
  const coloured: { readonly span: Span; readonly kind: Piece['kind'] }[] = comments.map((span) => ({
    span,
    kind: 'comment',
  }));
  for (const token of tokens) {
    if (token.kind === 'keyword' || token.kind === 'number' || token.kind === 'string') {
      coloured.push({ span: token, kind: token.kind });
    } else if (token.kind === 'date') {
      coloured.push({ span: token, kind: 'number' });
    }
  }
  coloured.sort((a, b) => a.span.line - b.span.line || a.span.column - b.span.column);

  const pieces: Piece[] = [];
  const add = (kind: Piece['kind'], text: string) => {
    if (text !== '') pieces.push({ kind, text });
  };
  let next = 0;
  lines.forEach((line, i) => {
    let at = 0;
    for (let one = coloured[next]; one !== undefined && one.span.line === i + 1; one = coloured[++next]) {
      const start = one.span.column - 1;
      if (start < at) continue;
      const end = Math.min(line.length, one.span.endColumn - 1);
      add('plain', line.slice(at, start));
      add(one.kind, line.slice(start, end));
      at = end;
    }
    add('plain', line.slice(at) + (i < lines.length - 1 ? '\n' : ''));
  });
  return pieces;
}
