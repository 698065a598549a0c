/** How a line ends in the file; the last line of a file may have no end. */
export type LineEnd = '\r\n' | '\n' | '\r' | '';

export interface RawLine {
  /** The line without its end. */
  readonly text: string;
  readonly end: LineEnd;
}

/** The lines of a text; joined again they are that text. `''` has no line, `'a\n'` has one. */
export function splitLines(text: string): RawLine[] {
  const lines: RawLine[] = [];
  const ends = /\r\n|\r|\n/g;
  let from = 0;
  for (let match = ends.exec(text); match !== null; match = ends.exec(text)) {
    lines.push({ text: text.slice(from, match.index), end: match[0] as LineEnd });
    from = ends.lastIndex;
  }
  if (from < text.length) lines.push({ text: text.slice(from), end: '' });
  return lines;
}

export function joinLines(lines: readonly RawLine[]): string {
  const pieces: string[] = [];
  for (const line of lines) pieces.push(line.text, line.end);
  return pieces.join('');
}

export function hasLineBreak(text: string): boolean {
  return /[\r\n]/.test(text);
}

/** The line end most lines have; CRLF, as the old product writes, when there is none to go by. */
export function usualEnd(lines: readonly RawLine[]): LineEnd {
  const counts = { '\r\n': 0, '\n': 0, '\r': 0, '': 0 };
  for (const line of lines) counts[line.end] += 1;
  if (counts['\n'] > counts['\r\n'] && counts['\n'] >= counts['\r']) return '\n';
  if (counts['\r'] > counts['\r\n']) return '\r';
  return '\r\n';
}

/**
 * The lines with new ones before index `at`, ended as their neighbours are. Where the file's last line had no end
 * and lines follow it now, it gets one, and the new last line has none.
 */
export function insertLines<L extends RawLine>(
  lines: readonly L[],
  at: number,
  texts: readonly string[],
  make: (text: string, end: LineEnd) => L,
): L[] {
  if (texts.length === 0) return [...lines];
  const above = lines[at - 1];
  const end = above?.end || lines[at]?.end || usualEnd(lines);
  const added = texts.map((text) => make(text, end));
  if (above === undefined || above.end !== '') return [...lines.slice(0, at), ...added, ...lines.slice(at)];
  added[added.length - 1] = make(texts[texts.length - 1]!, '');
  return [...lines.slice(0, at - 1), make(above.text, end), ...added];
}

/**
 * The lines as their text will be read again: where an edit brought a line that ends with CR right above an empty
 * one that ends with LF, the two are one line that ends with CRLF.
 */
export function settleEnds<L extends RawLine>(
  lines: readonly L[],
  make: (text: string, end: LineEnd) => L,
): readonly L[] {
  const joins = (line: L | undefined, next: L | undefined): boolean =>
    line?.end === '\r' && next?.text === '' && next.end === '\n';
  if (!lines.some((line, index) => joins(line, lines[index + 1]))) return lines;
  return lines.flatMap((line, index) => {
    if (joins(lines[index - 1], line)) return [];
    return joins(line, lines[index + 1]) ? [make(line.text, '\r\n')] : [line];
  });
}
