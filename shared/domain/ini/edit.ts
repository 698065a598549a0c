import { XlinkError } from '../../rpc/errors.ts';
import type { IniDocument } from './document.ts';
import {
  hasLineBreak,
  insertLines,
  type LineEnd,
  type RawLine,
  settleEnds,
  splitLines,
  usualEnd,
} from './lines.ts';
import { findBodies, findBody, findEntry, hasSection, type SectionBody } from './lookup.ts';
import { type EntryLine, foldName, type IniLine, readIniLine, trimBlanks } from './syntax.ts';
import { isNumberText, noteBehindNumber } from './values.ts';

/**
 * The document with that value. Where the key exists, its first place is changed and only the value in it: the
 * key's spelling, blanks and a note behind a number stay. Otherwise `key=value` is added behind the section's last
 * entry; a missing section is added at the end of the file.
 *
 * Blanks around a value cannot be kept by this format; put quotes around it where they count. Throws
 * `INI_BAD_VALUE` for a value with a line break, `INI_BAD_NAME` for a key that could not be read back.
 */
export function setValue(doc: IniDocument, section: string, key: string, value: string): IniDocument {
  if (hasLineBreak(value)) {
    throw new XlinkError(
      'INI_BAD_VALUE',
      `The value of ${key} in [${section}] has a line break. Write it on one line.`,
      { section, key },
    );
  }
  const wanted = trimBlanks(value);
  const entry = findEntry(doc, section, key);
  if (entry !== undefined) {
    const at = entry.line - 1;
    const line = withValue(doc.lines[at] as EntryLine, wanted);
    return line.text === doc.lines[at]!.text ? doc : withLines(doc, doc.lines.with(at, line));
  }
  checkKey(key);
  const target = section === '' || hasSection(doc, section) ? doc : addSection(doc, section);
  const body = findBody(target, section)!;
  const at = lastEntry(target, body) + 1;
  return withLines(target, insertLines(target.lines, at, [`${trimBlanks(key)}=${wanted}`], readIniLine));
}

/** The document without the key: all its places in the first section of that name, or another would take over. */
export function removeKey(doc: IniDocument, section: string, key: string): IniDocument {
  const body = findBody(doc, section);
  if (body === undefined || findEntry(doc, section, key) === undefined) return doc;
  const folded = foldName(key);
  const keep = (line: IniLine, index: number): boolean =>
    index < body.from || index >= body.to || line.kind !== 'entry' || foldName(line.key) !== folded;
  return withLines(doc, doc.lines.filter(keep));
}

/**
 * The document with an empty section at its end, an empty line before it.
 * Throws `INI_SECTION_EXISTS`, or `INI_BAD_NAME` for a name that could not be read back.
 */
export function addSection(doc: IniDocument, name: string): IniDocument {
  checkSectionName(doc, name);
  const last = doc.lines.at(-1);
  const header = `[${trimBlanks(name)}]`;
  const texts = last === undefined || last.kind === 'blank' ? [header] : ['', header];
  return withLines(doc, insertLines(doc.lines, doc.lines.length, texts, readIniLine));
}

/**
 * The document without the section: all of that name, or another would take over. A block of comments that stands
 * right above the next header, apart from the section's own lines, is that header's and stays.
 */
export function removeSection(doc: IniDocument, name: string): IniDocument {
  const gone = new Set<number>();
  for (const body of findBodies(doc, name)) {
    if (body.header < 0) continue;
    for (let i = body.header; i < ownEnd(doc, body); i++) gone.add(i);
  }
  return gone.size === 0
    ? doc
    : withLines(
        doc,
        doc.lines.filter((_, index) => !gone.has(index)),
      );
}

/**
 * The document with another name in the section's header (in each header of that name).
 * Throws `INI_SECTION_UNKNOWN`, `INI_SECTION_EXISTS`, `INI_BAD_NAME`.
 */
export function renameSection(doc: IniDocument, name: string, newName: string): IniDocument {
  const headers = findBodies(doc, name).flatMap((body) => (body.header < 0 ? [] : [body.header]));
  if (headers.length === 0) throw unknownSection(name);
  if (foldName(newName) !== foldName(name)) checkSectionName(doc, newName);
  const lines = [...doc.lines];
  for (const at of headers) {
    const line = lines[at]!;
    if (line.kind !== 'section') continue;
    const text = line.text.slice(0, line.nameStart) + trimBlanks(newName) + line.text.slice(line.nameEnd);
    lines[at] = readIniLine(text, line.end);
  }
  return withLines(doc, lines);
}

/**
 * The document with another text between the section's header and the next one. Lines at the top and bottom that
 * are the same keep their bytes, whatever line end an editor gave them; the others get the section's line end.
 *
 * Throws `INI_SECTION_UNKNOWN`, and `INI_BODY_HEADER` (details: `line` within the text) when the text has a
 * section header of its own.
 */
export function replaceSectionText(doc: IniDocument, name: string, text: string): IniDocument {
  const body = findBody(doc, name);
  if (body === undefined) throw unknownSection(name);
  const before = doc.lines.slice(body.from, body.to);
  const after = splitLines(text);
  refuseHeader(after, name);
  let same = 0;
  while (same < before.length && same < after.length && before[same]!.text === after[same]!.text) same += 1;
  let tail = 0;
  const most = Math.min(before.length, after.length) - same;
  while (tail < most && before.at(-1 - tail)!.text === after.at(-1 - tail)!.text) tail += 1;
  const end = bodyEnd(doc, body);
  const middle = after.slice(same, after.length - tail).map((line) => readIniLine(line.text, end));
  const kept = [...before.slice(0, same), ...middle, ...before.slice(before.length - tail)];
  const lines = [...doc.lines.slice(0, body.from), ...kept];
  const open = body.to === doc.lines.length && (after.at(-1) ?? lines.at(-1))?.end === '';
  return withLines(doc, [...closeLines(lines, end, open), ...doc.lines.slice(body.to)]);
}

function withLines(doc: IniDocument, lines: readonly IniLine[]): IniDocument {
  return { encoding: doc.encoding, lines: settleEnds(lines, readIniLine) };
}

function withValue(line: EntryLine, value: string): IniLine {
  const behind = line.text.slice(line.valueStart + line.value.length);
  const note = isNumberText(value) ? noteBehindNumber(line.value) : '';
  return readIniLine(line.text.slice(0, line.valueStart) + value + note + behind, line.end);
}

/** Index of the last entry of the body, or of the line above the body. */
function lastEntry(doc: IniDocument, body: SectionBody): number {
  for (let i = body.to - 1; i >= body.from; i--) if (doc.lines[i]!.kind === 'entry') return i;
  return body.header;
}

function ownEnd(doc: IniDocument, body: SectionBody): number {
  if (body.to === doc.lines.length) return body.to;
  let from = body.to;
  while (from > body.from && isNote(doc.lines[from - 1]!)) from -= 1;
  return from > body.from && doc.lines[from - 1]!.kind === 'blank' ? from : body.to;
}

function isNote(line: IniLine): boolean {
  return line.kind === 'comment' && trimBlanks(line.text).startsWith(';');
}

function bodyEnd(doc: IniDocument, body: SectionBody): LineEnd {
  for (let i = Math.max(body.header, 0); i < body.to; i++)
    if (doc.lines[i]!.end !== '') return doc.lines[i]!.end;
  return usualEnd(doc.lines);
}

/** Each line but the last with an end; the last one too, unless it is to stay open. */
function closeLines(lines: readonly IniLine[], end: LineEnd, open: boolean): IniLine[] {
  return lines.map((line, index) => {
    const isLast = index === lines.length - 1;
    if (isLast && open) return line.end === '' ? line : readIniLine(line.text, '');
    return line.end === '' ? readIniLine(line.text, end) : line;
  });
}

function refuseHeader(lines: readonly RawLine[], name: string): void {
  const at = lines.findIndex((line) => readIniLine(line.text, line.end).kind === 'section');
  if (at < 0) return;
  throw new XlinkError(
    'INI_BODY_HEADER',
    `Line ${at + 1} of the text begins another section. Add sections in External systems, not inside [${name}].`,
    { section: name, line: at + 1, text: lines[at]!.text },
  );
}

function unknownSection(name: string): XlinkError {
  return new XlinkError('INI_SECTION_UNKNOWN', `The ini has no section [${name}]. Reload the file.`, {
    section: name,
  });
}

function checkKey(key: string): void {
  const line = readIniLine(`${key}=`, '');
  if (!hasLineBreak(key) && line.kind === 'entry' && line.key === trimBlanks(key)) return;
  throw new XlinkError(
    'INI_BAD_NAME',
    `"${key}" cannot be a key of an ini. Use a name without "=" and line breaks that does not begin with ; # or [.`,
    { key },
  );
}

function checkSectionName(doc: IniDocument, name: string): void {
  const line = readIniLine(`[${name}]`, '');
  const readBack = line.kind === 'section' && line.name !== '' && line.name === trimBlanks(name);
  if (hasLineBreak(name) || !readBack) {
    throw new XlinkError(
      'INI_BAD_NAME',
      `"${name}" cannot be the name of a section. Use a name without "]" and line breaks.`,
      { section: name },
    );
  }
  if (!hasSection(doc, name)) return;
  throw new XlinkError(
    'INI_SECTION_EXISTS',
    `The ini already has a section [${name}]. Choose another name.`,
    {
      section: name,
    },
  );
}
