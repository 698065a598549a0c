import type { IniDocument } from '#shared/domain/ini/document.ts';
import { settleEnds } from '#shared/domain/ini/lines.ts';
import { findBodies } from '#shared/domain/ini/lookup.ts';
import { foldName, type IniLine, readIniLine } from '#shared/domain/ini/syntax.ts';
import { unquote } from '#shared/domain/ini/values.ts';
import { passwordOf, withoutPassword } from '../odbc/connectionString.ts';
import { isPasswordKey, passwordInSection, type SystemSection } from './settings.ts';

/** A password of the ini that counts. */
export interface WrittenPassword {
  readonly value: string;
  readonly place: 'source' | 'key';
  /** By the old program, in a way that nobody else can read. */
  readonly encoded: boolean;
}

/** The password with which the section alone would log in: that of a connection string comes before a key's. */
export function writtenPassword(section: SystemSection): WrittenPassword | undefined {
  const inSource = passwordOf(section.value('Source') ?? '');
  if (inSource) return { value: inSource, place: 'source', encoded: isEncoded(inSource) };
  const inKey = passwordInSection(section)?.value;
  return inKey === undefined ? undefined : { value: inKey, place: 'key', encoded: isEncoded(inKey) };
}

export function isEncoded(password: string): boolean {
  return password.startsWith('$$$:');
}

// Switched-off lines (`;Pwd=`, `#Password=`, `;Source=`) hold what once was a password, or still is.
const offPassword = /^([ \t]*[;#][;# \t]*(?:pwd|password)[ \t]*=)[ \t]*\S.*$/i;
const offSource = /^([ \t]*[;#][;# \t]*source[ \t]*=)(.*)$/i;

/**
 * The document without the passwords of a system: lines with a password key are gone, a connection string keeps its
 * other parts, a switched-off line stays without its value. All sections of that name, also those nobody reads.
 *
 * @param keepEncoded leaves live lines that only the old program can read
 */
export function withoutPasswords(document: IniDocument, name: string, keepEncoded = false): IniDocument {
  const bodies = findBodies(document, name);
  let changed = false;
  const lines = document.lines.flatMap((line, index): IniLine[] => {
    if (!bodies.some(({ from, to }) => index >= from && index < to)) return [line];
    const kept = withoutPasswordIn(line, keepEncoded);
    changed ||= kept !== line;
    return kept === undefined ? [] : [kept];
  });
  return changed ? { encoding: document.encoding, lines: settleEnds(lines, readIniLine) } : document;
}

/** The line itself where there is nothing to take out, undefined where nothing is left. */
function withoutPasswordIn(line: IniLine, keepEncoded: boolean): IniLine | undefined {
  if (line.kind === 'entry' && isPasswordKey(line.key)) {
    const value = unquote(line.value);
    return value === '' || (keepEncoded && isEncoded(value)) ? line : undefined;
  }
  if (line.kind === 'entry' && foldName(line.key) === 'source') {
    const source = unquote(line.value);
    if (keepEncoded && isEncoded(passwordOf(source) ?? '')) return line;
    const value = line.value.replace(source, () => withoutPassword(source));
    return value === line.value
      ? line
      : readIniLine(
          line.text.slice(0, line.valueStart) + value + line.text.slice(line.valueStart + line.value.length),
          line.end,
        );
  }
  if (line.kind !== 'comment') return line;
  const password = offPassword.exec(line.text);
  if (password) return readIniLine(password[1]!, line.end);
  const source = offSource.exec(line.text);
  const text = source ? source[1]! + withoutPassword(source[2]!) : line.text;
  return text === line.text ? line : readIniLine(text, line.end);
}
