import { rm } from 'node:fs/promises';
import { PASSWORD_MASK, type SystemChange } from '#shared/contract/systems.ts';
import {
  addSection,
  entries,
  hasSection,
  type IniDocument,
  iniBytes,
  parseIni,
  removeKey,
  removeSection,
  replaceSectionText,
  sectionText,
  setValue,
} from '#shared/domain/ini/document.ts';
import { unquote } from '#shared/domain/ini/values.ts';
import { hasPassword, secretsOf, withoutSecrets } from '../odbc/connectionString.ts';
import type { Home } from './home.ts';
import { updateHomeFile } from './home-file.ts';
import { withoutPasswords } from './password-lines.ts';

/** Writes a change of a system's section; the section is made when it is missing. */
export async function saveSystem(
  home: Home,
  name: string,
  expectedRevision: string | undefined,
  change: SystemChange,
): Promise<{ revision: string }> {
  const password = change.kind === 'configuration' ? change.password : undefined;
  const { revision } = await updateHomeFile(home.paths.settings, expectedRevision, (bytes) => {
    const document = parseIni(bytes);
    const present = hasSection(document, name) ? document : addSection(document, name);
    return iniBytes(changedSection(present, name, change));
  });
  if (password !== undefined) {
    // Only now: a file that was changed meanwhile refuses all of the change. The version before may hold the old one.
    await home.secrets.write(name, password);
    await rm(`${home.paths.settings}.previous`, { force: true });
  }
  home.logs.write('isps_ul.log', `system ${name}: ${describe(change)}`);
  return { revision };
}

function changedSection(document: IniDocument, name: string, change: SystemChange): IniDocument {
  switch (change.kind) {
    case 'configuration': {
      const before = entries(document, name).find((entry) => entry.key.toLowerCase() === 'source');
      const stored = before ? unquote(before.rawValue) : undefined;
      const source = sourceWithLogin(change.source, stored, change.password);
      let changed = setChanged(document, name, 'Source', source);
      changed = setChanged(changed, name, 'User', change.user);
      // The password now is in the secret store, or was taken away: it leaves the file.
      return change.password === undefined ? changed : withoutPasswords(changed, name);
    }
    case 'keys': {
      let changed = document;
      for (const [key, value] of Object.entries(change.keys)) {
        if (value === null) changed = removeAll(changed, name, key);
        else changed = setChanged(changed, name, key, restoreValue(document, name, key, value));
      }
      return changed;
    }
    case 'text':
      return replaceSectionText(document, name, unmasked(document, name, change.text));
  }
}

/** A value that is already there as asked keeps its line with its quotes and notes. */
function setChanged(document: IniDocument, name: string, key: string, value: string): IniDocument {
  const entry = entries(document, name).find((found) => found.key.toLowerCase() === key.toLowerCase());
  if (entry ? unquote(entry.rawValue) === value : value === '') return document;
  return setValue(document, name, key, value);
}

function restoreValue(document: IniDocument, name: string, key: string, value: string): string {
  if (key.toLowerCase() !== 'source') return value;
  const entry = entries(document, name).find((found) => found.key.toLowerCase() === 'source');
  return restoreSecrets(value, entry ? unquote(entry.rawValue) : undefined);
}

/** A source that still is as it was shown, without its secrets, is the one in the file. */
function restoreSecrets(typed: string, stored: string | undefined): string {
  return stored !== undefined && typed === withoutSecrets(stored) ? stored : typed;
}

/**
 * The source for a login that was typed. A password in the connection string would win over the one typed beside it,
 * so it gives way; without a typed one the source is the one in the file.
 */
export function sourceWithLogin(
  typed: string,
  stored: string | undefined,
  password: string | undefined,
): string {
  const restored = restoreSecrets(typed, stored);
  const holdsPasswordOnly = secretsOf(restored).length === 1 && hasPassword(restored);
  return password !== undefined && holdsPasswordOnly ? withoutSecrets(restored) : restored;
}

function removeAll(document: IniDocument, name: string, key: string): IniDocument {
  let changed = document;
  while (entries(changed, name).some((entry) => entry.key.toLowerCase() === key.toLowerCase())) {
    changed = removeKey(changed, name, key);
  }
  return changed;
}

// Switched-off lines (`;Pwd=`, `#Password=`) hold what once was a password.
const passwordLine = /^(\s*[;#]*\s*(?:pwd|password)\s*=\s*)(.*)$/i;
const sourceLine = /^(\s*[;#]*\s*source\s*=\s*)(.*)$/i;

/** The section's lines with passwords replaced by the mask; `''` for a section that is not there. */
export function maskedSectionText(document: IniDocument, name: string): string {
  return eachLine(sectionText(document, name) ?? '', (line) => {
    const password = passwordLine.exec(line);
    if (password?.[2]) return `${password[1]}${PASSWORD_MASK}`;
    const source = sourceLine.exec(line);
    return source ? `${source[1]}${withoutSecrets(source[2]!)}` : line;
  });
}

/** Puts back what {@link maskedSectionText} hid, where the line still is as it was shown. */
function unmasked(document: IniDocument, name: string, text: string): string {
  const hidden = new Map<string, string[]>();
  const original = (sectionText(document, name) ?? '').split(/\r\n|\n|\r/);
  const shown = maskedSectionText(document, name).split(/\r\n|\n|\r/);
  shown.forEach((line, index) => {
    if (line === original[index]) return;
    const same = hidden.get(line);
    if (same) same.push(original[index]!);
    else hidden.set(line, [original[index]!]);
  });
  // The same masked line twice (a key twice): the first one left stands for the first one there was.
  return eachLine(text, (line) => hidden.get(line)?.shift() ?? line);
}

function eachLine(text: string, change: (line: string) => string): string {
  return text
    .split(/(\r\n|\n|\r)/)
    .map((part, index) => (index % 2 === 0 ? change(part) : part))
    .join('');
}

export function sectionRemoved(bytes: Uint8Array, name: string): Uint8Array {
  const document = parseIni(bytes);
  return hasSection(document, name) ? iniBytes(removeSection(document, name)) : bytes;
}

function describe(change: SystemChange): string {
  switch (change.kind) {
    case 'configuration':
      return `configuration changed${change.password === undefined ? '' : ', password entered'}`;
    case 'keys':
      return `keys changed: ${Object.keys(change.keys).join(', ')}`;
    case 'text':
      return 'section edited as text';
  }
}
