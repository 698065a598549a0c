import type { LineEnd, RawLine } from './lines.ts';

/** One line of an ini file with what it means; offsets are into `text`. */
export type IniLine = SectionLine | EntryLine | CommentLine | OtherLine;

/** `[Name] extra text`: the name ends at the first `]`, what follows is kept and means nothing. */
export interface SectionLine extends RawLine {
  readonly kind: 'section';
  readonly name: string;
  readonly nameStart: number;
  readonly nameEnd: number;
}

/** `key = value`: the key ends at the first `=`, blanks around key and value belong to neither. */
export interface EntryLine extends RawLine {
  readonly kind: 'entry';
  readonly key: string;
  readonly value: string;
  readonly valueStart: number;
}

/** `;text` or `#key=value`, a key that was switched off. */
export interface CommentLine extends RawLine {
  readonly kind: 'comment';
}

/** An empty line, or text that is none of the above. */
export interface OtherLine extends RawLine {
  readonly kind: 'blank' | 'text';
}

// A file with a UTF-8 mark but Windows-1252 text in it is read as the latter: its mark is then three characters.
const LEADING = /^(?:\uFEFF|ï»¿)?[ \t]*/;

export function readIniLine(text: string, end: LineEnd): IniLine {
  const from = LEADING.exec(text)![0].length;
  if (from === text.length) return { kind: 'blank', text, end };
  const first = text[from];
  if (first === ';' || first === '#') return { kind: 'comment', text, end };
  if (first === '[') return readSection(text, end, from);
  const equals = text.indexOf('=', from);
  const key = equals < 0 ? '' : trimBlanks(text.slice(from, equals));
  if (key === '') return { kind: 'text', text, end };
  let valueStart = equals + 1;
  while (isBlank(text[valueStart])) valueStart += 1;
  return { kind: 'entry', text, end, key, value: trimBlanks(text.slice(valueStart)), valueStart };
}

function readSection(text: string, end: LineEnd, from: number): IniLine {
  const close = text.indexOf(']', from);
  if (close < 0) return { kind: 'text', text, end };
  const inside = text.slice(from + 1, close);
  const name = trimBlanks(inside);
  const nameStart = from + 1 + (name === '' ? 0 : inside.indexOf(name));
  return { kind: 'section', text, end, name, nameStart, nameEnd: nameStart + name.length };
}

function isBlank(char: string | undefined): boolean {
  return char === ' ' || char === '\t';
}

/** Blanks and tabs only: a no-break space or a NUL belongs to the value it stands in. */
export function trimBlanks(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && isBlank(text[from])) from += 1;
  while (to > from && isBlank(text[to - 1])) to -= 1;
  return text.slice(from, to);
}

/** Names of sections and keys are the same in any case and with blanks around them. */
export function foldName(name: string): string {
  return trimBlanks(name).toLowerCase();
}
