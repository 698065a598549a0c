import {
  entries,
  getValue,
  type IniDocument,
  iniBytes,
  parseIni,
  removeKey,
  sections,
  setValue,
} from '#shared/domain/ini/document.ts';
import { unquote } from '#shared/domain/ini/values.ts';
import { readHomeFile } from './home-file.ts';
import type { HomePaths } from './paths.ts';

/** Sections of `isps_ul.ini` that are no external system. */
const reservedSections = new Set(['', 'general', 'db']);

const passwordKeys = ['Pwd', 'Password'] as const;

/** `isps_ul.ini` as read at one moment. */
export interface Settings {
  readonly document: IniDocument;
  readonly revision: string;
}

/** The section of one external system: lookups are case-insensitive, the first of two keys counts. */
export interface SystemSection {
  readonly name: string;
  /** Value with one outer pair of quotes stripped; undefined where the key is missing or empty. */
  value(key: string): string | undefined;
  /** Value as it stands, for readers that strip quotes themselves; undefined where the key is missing or empty. */
  written(key: string): string | undefined;
  /** 1-based line of the key in `isps_ul.ini`, for messages. */
  line(key: string): number | undefined;
}

export async function readSettings(paths: HomePaths): Promise<Settings> {
  const { bytes, revision } = await readHomeFile(paths.settings);
  return { document: parseIni(bytes), revision };
}

/** Names of the sections that are external systems, in the order of the file. */
export function systemNames(document: IniDocument): string[] {
  const names = new Map<string, string>();
  for (const { name } of sections(document)) {
    const key = name.toLowerCase();
    if (!reservedSections.has(key) && !names.has(key)) names.set(key, name);
  }
  return [...names.values()];
}

/** The section called exactly like the system, without case; undefined when there is none. */
export function systemSection(document: IniDocument, name: string): SystemSection | undefined {
  const found = systemNames(document).find((section) => section.toLowerCase() === name.trim().toLowerCase());
  if (found === undefined) return undefined;
  const lines = new Map<string, { value: string; line: number }>();
  for (const entry of entries(document, found)) {
    const key = entry.key.toLowerCase();
    if (!lines.has(key)) lines.set(key, { value: entry.rawValue, line: entry.line });
  }
  const written = (key: string) => lines.get(key.toLowerCase())?.value.trim() || undefined;
  return {
    name: found,
    written,
    value(key) {
      const text = written(key);
      return text === undefined ? undefined : unquote(text);
    },
    line: (key) => lines.get(key.toLowerCase())?.line,
  };
}

/** The password written in the ini in clear, as old files have it. */
export function passwordInSection(section: SystemSection): { key: string; value: string } | undefined {
  for (const key of passwordKeys) {
    const value = section.value(key);
    if (value !== undefined) return { key, value };
  }
  return undefined;
}

export function isPasswordKey(key: string): boolean {
  return passwordKeys.some((known) => known.toLowerCase() === key.trim().toLowerCase());
}

/** The address of a store on a server, and its line: `StoreUrl` in `[DB]`. */
export function storeUrl(document: IniDocument): { readonly url: string; readonly line: number } | undefined {
  const entry = entries(document, 'DB').find(({ key }) => key.toLowerCase() === 'storeurl');
  const url = entry && unquote(entry.rawValue);
  return url ? { url, line: entry.line } : undefined;
}

/** An `isps_ul.ini` with the store of another one; the same bytes where both name the same. */
export function withStoreUrl(ini: Uint8Array, other: Uint8Array): Uint8Array {
  const document = parseIni(ini);
  const wanted = storeUrl(parseIni(other))?.url;
  if (storeUrl(document)?.url === wanted) return ini;
  return iniBytes(
    wanted === undefined
      ? removeKey(document, 'DB', 'StoreUrl')
      : setValue(document, 'DB', 'StoreUrl', wanted),
  );
}

/** First field of `1=<name>,0,<user>,<password>` in `[DB]`: it starts every left side of `acd_map.ini`. */
export function databaseName(document: IniDocument): string | undefined {
  const value = getValue(document, 'DB', '1');
  const name = value?.split(',')[0]?.trim();
  return name || undefined;
}
