import type { IniDocument } from './document.ts';
import { joinLines } from './lines.ts';
import { foldName } from './syntax.ts';

export interface IniSection {
  /** As written at its first place. */
  readonly name: string;
  /** 1-based line of the `[Name]`. */
  readonly line: number;
  /** True when a section of that name stands above it: its keys are kept but not read. */
  readonly duplicate: boolean;
}

export interface IniEntry {
  readonly key: string;
  /** The value as in the file, without blanks around it; see `values.ts` for what it means. */
  readonly rawValue: string;
  /** 1-based. */
  readonly line: number;
  /** True when the key stands above in the same section: this one is kept but not read. */
  readonly duplicate: boolean;
}

/** The headers in the order of the file. */
export function sections(doc: IniDocument): readonly IniSection[] {
  return indexOf(doc).headers;
}

export function hasSection(doc: IniDocument, section: string): boolean {
  return findBody(doc, section) !== undefined;
}

/** The entries of the first section of that name, in the order of the file; none when there is no such section. */
export function entries(doc: IniDocument, section: string): readonly IniEntry[] {
  return keysOf(doc, section)?.entries ?? [];
}

export function findEntry(doc: IniDocument, section: string, key: string): IniEntry | undefined {
  return keysOf(doc, section)?.byKey.get(foldName(key));
}

/** The raw value that counts: first section of that name, first key of that name, in any case. */
export function getValue(doc: IniDocument, section: string, key: string): string | undefined {
  return findEntry(doc, section, key)?.rawValue;
}

/** The text between a section's header and the next one, or `undefined` when there is no such section. */
export function sectionText(doc: IniDocument, section: string): string | undefined {
  const body = findBody(doc, section);
  return body && joinLines(doc.lines.slice(body.from, body.to));
}

/** Where a section's lines are: `[from, to)` without the header. Section `''` always exists. */
export interface SectionBody {
  /** Index of the header line, -1 for section `''`. */
  readonly header: number;
  readonly from: number;
  readonly to: number;
}

/** The first section of that name. */
export function findBody(doc: IniDocument, section: string): SectionBody | undefined {
  return indexOf(doc).bodies.get(foldName(section))?.[0];
}

/** Every section of that name, in the order of the file. */
export function findBodies(doc: IniDocument, section: string): readonly SectionBody[] {
  return indexOf(doc).bodies.get(foldName(section)) ?? [];
}

interface SectionKeys {
  readonly entries: readonly IniEntry[];
  readonly byKey: ReadonlyMap<string, IniEntry>;
}

interface IniIndex {
  readonly headers: readonly IniSection[];
  readonly bodies: ReadonlyMap<string, readonly SectionBody[]>;
  /** Filled section by section, when its keys are first asked for. */
  readonly keys: Map<string, SectionKeys>;
}

// Beside the document and not in it, so that a document stays plain data; built on the first question.
const indexes = new WeakMap<IniDocument, IniIndex>();

function indexOf(doc: IniDocument): IniIndex {
  const known = indexes.get(doc);
  if (known !== undefined) return known;
  const headers: IniSection[] = [];
  const bodies = new Map<string, SectionBody[]>();
  let name = '';
  let header = -1;
  const close = (to: number): void => {
    const folded = foldName(name);
    const body = { header, from: header + 1, to };
    const same = bodies.get(folded);
    if (same === undefined) bodies.set(folded, [body]);
    else same.push(body);
    if (header >= 0) headers.push({ name, line: header + 1, duplicate: same !== undefined });
  };
  doc.lines.forEach((line, index) => {
    if (line.kind !== 'section') return;
    close(index);
    name = line.name;
    header = index;
  });
  close(doc.lines.length);
  const built = { headers, bodies, keys: new Map<string, SectionKeys>() };
  indexes.set(doc, built);
  return built;
}

function keysOf(doc: IniDocument, section: string): SectionKeys | undefined {
  const index = indexOf(doc);
  const folded = foldName(section);
  const known = index.keys.get(folded);
  const body = index.bodies.get(folded)?.[0];
  if (known !== undefined || body === undefined) return known;
  const found: IniEntry[] = [];
  const byKey = new Map<string, IniEntry>();
  for (let i = body.from; i < body.to; i++) {
    const line = doc.lines[i]!;
    if (line.kind !== 'entry') continue;
    const key = foldName(line.key);
    const entry = { key: line.key, rawValue: line.value, line: i + 1, duplicate: byKey.has(key) };
    found.push(entry);
    if (!entry.duplicate) byKey.set(key, entry);
  }
  const keys = { entries: found, byKey };
  index.keys.set(folded, keys);
  return keys;
}
