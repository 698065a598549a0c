import type { InterfaceKey } from '#shared/contract/systems.ts';
import {
  entries,
  findEntry,
  type IniDocument,
  type IniEntry,
  parseIni,
} from '#shared/domain/ini/document.ts';
import { removeKey, setValue } from '#shared/domain/ini/edit.ts';
import { joinLines } from '#shared/domain/ini/lines.ts';
import { numberValue, unquote, withoutNote } from '#shared/domain/ini/values.ts';
import { ianaName, offsetSecondsOf } from '#shared/domain/time/zone-name.ts';

/*
 * Form and file are two faces of one text: the lines of a system's section. A field is read from that text, and an
 * edit gives another text in which that one line is different. So neither face can fall behind the other.
 */

export type FieldFault = 'required' | 'number' | 'zone';

export interface FormField {
  readonly definition: InterfaceKey;
  /** As a person reads it; '' when the section does not have the key. */
  readonly value: string;
  readonly present: boolean;
  /** 1-based lines, within the section's text, of later places of the key: kept, but not read. */
  readonly duplicateLines: readonly number[];
  readonly fault?: FieldFault;
}

export interface FormGroup {
  readonly group: InterfaceKey['group'];
  readonly fields: readonly FormField[];
}

/** A key of the section that the interface does not know. */
export interface OtherKey {
  readonly key: string;
  readonly value: string;
}

export interface FormModel {
  readonly groups: readonly FormGroup[];
  readonly others: readonly OtherKey[];
}

const groupOrder: readonly InterfaceKey['group'][] = ['connection', 'calls', 'agents', 'logging'];

/** These have a dialog of their own, where a password never shows. */
const configurationKeys = new Set(['source', 'user', 'pwd', 'password']);

export function isConfigurationKey(key: string): boolean {
  return configurationKeys.has(key.toLowerCase());
}

export function formModel(definitions: readonly InterfaceKey[], sectionText: string): FormModel {
  const doc = readSection(sectionText);
  const all = entries(doc, '');
  const known = new Set(definitions.map((definition) => definition.key.toLowerCase()));
  const shown = definitions.filter(
    (definition) =>
      !isConfigurationKey(definition.key) &&
      // A key that stands there is shown, of use or not: nobody should look for it in vain.
      (findEntry(doc, '', definition.key) !== undefined || isOfUse(definition, definitions, doc)),
  );
  const groups = groupOrder
    .map((group) => ({
      group,
      fields: shown
        .filter((definition) => definition.group === group)
        .map((definition) => formField(definition, doc, all)),
    }))
    .filter(({ fields }) => fields.length > 0);
  const others = all
    .filter((entry) => !entry.duplicate)
    .filter(({ key }) => !known.has(key.toLowerCase()) && !isConfigurationKey(key))
    .map((entry) => ({ key: entry.key, value: entry.rawValue }));
  return { groups, others };
}

/**
 * The section's text with another value of the key; an empty one takes the key away, so that its default counts again.
 * Line breaks become blanks, since a value is one line.
 */
export function withField(sectionText: string, definition: InterfaceKey, value: string): string {
  const oneLine = value.replace(/\s*[\r\n]+\s*/g, ' ').trim();
  const doc = readSection(sectionText);
  if (oneLine === '') return writeSection(removeKey(doc, '', definition.key));
  return writeSection(setValue(doc, '', definition.key, keepsQuotes(definition) ? oneLine : quoted(oneLine)));
}

/** The same for a key the interface does not know: the value goes in as it is. */
export function withOtherKey(sectionText: string, key: string, value: string | null): string {
  const doc = readSection(sectionText);
  if (value === null) return writeSection(removeKey(doc, '', key));
  return writeSection(setValue(doc, '', key, value.replace(/\s*[\r\n]+\s*/g, ' ').trim()));
}

/** 1-based line of the key within the section's text. */
export function lineOfKey(sectionText: string, key: string): number | undefined {
  return findEntry(readSection(sectionText), '', key)?.line;
}

/** The line of the file that stands before the section's first one, told by a key both know; 0 when there is none. */
export function lineOffset(
  sectionText: string,
  fileKeys: readonly { readonly key: string; readonly line: number }[],
): number {
  const first = entries(readSection(sectionText), '').find((entry) => !entry.duplicate);
  const inFile = fileKeys.find(({ key }) => key.toLowerCase() === first?.key.toLowerCase());
  return first === undefined || inFile === undefined ? 0 : Math.max(0, inFile.line - first.line);
}

/** Whether the key that another one depends on has, by itself or by its default, the value that makes it of use. */
function isOfUse({ when }: InterfaceKey, definitions: readonly InterfaceKey[], doc: IniDocument): boolean {
  if (when === undefined) return true;
  const other = definitions.find(({ key }) => key.toLowerCase() === when.key.toLowerCase());
  const entry = findEntry(doc, '', when.key);
  const written = entry === undefined || other === undefined ? '' : shownValue(other, entry.rawValue);
  return (written || other?.default || '').toLowerCase() === when.is.toLowerCase();
}

function formField(definition: InterfaceKey, doc: IniDocument, all: readonly IniEntry[]): FormField {
  const entry = findEntry(doc, '', definition.key);
  const value = entry === undefined ? '' : shownValue(definition, entry.rawValue);
  const folded = definition.key.toLowerCase();
  const duplicateLines = all
    .filter(({ key, duplicate }) => duplicate && key.toLowerCase() === folded)
    .map(({ line }) => line);
  const fault = faultOf(definition, value);
  return { definition, value, present: entry !== undefined, duplicateLines, ...(fault ? { fault } : {}) };
}

function shownValue(definition: InterfaceKey, rawValue: string): string {
  if (keepsQuotes(definition)) return rawValue;
  const plain = ['number', 'choice', 'flag', 'zone'].includes(definition.kind)
    ? withoutNote(rawValue)
    : rawValue;
  return unquote(plain);
}

/** Quotes in a statement or a list are part of what it says; elsewhere one outer pair is only wrapping. */
function keepsQuotes(definition: InterfaceKey): boolean {
  return definition.kind === 'sql' || definition.kind === 'list';
}

/**
 * A value that would lose its own quotes when it is read gets an outer pair: `"Time"` is written `""Time""`, and `"*"`, which
 * that would not wrap, `'"*"'`.
 */
function quoted(value: string): string {
  const wrapped = [value, `"${value}"`, `'${value}'`];
  return wrapped.find((text) => unquote(text) === value) ?? value;
}

function faultOf(definition: InterfaceKey, value: string): FieldFault | undefined {
  if (value === '') {
    return definition.required && definition.default === undefined ? 'required' : undefined;
  }
  if (definition.kind === 'number' && 'problem' in numberValue(value)) return 'number';
  if (definition.kind === 'zone' && !isZone(value)) return 'zone';
  return undefined;
}

function isZone(value: string): boolean {
  return isCountedFromTwelve(value) || offsetSecondsOf(value) !== undefined || ianaName(value) !== undefined;
}

/** Hours counted down from 12 (12 = none, 11 = UTC+1), as some interfaces have it; the check knows which. */
function isCountedFromTwelve(value: string): boolean {
  return /^\d{1,2}$/.test(value.trim()) && Number(value) <= 26;
}

function readSection(sectionText: string): IniDocument {
  return parseIni(new TextEncoder().encode(sectionText));
}

function writeSection(doc: IniDocument): string {
  return joinLines(doc.lines);
}
