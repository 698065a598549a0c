import { decodeText, encodeText, type TextEncoding } from '../ini/bytes.ts';
import { joinLines, splitLines } from '../ini/lines.ts';
import { type ForeignReason, type MapLine, type MappingTarget, readMapLine } from './syntax.ts';

export { addEntry, isTopLevel, type MapContext, moveEntry, removeEntry, setScript } from './edit.ts';
export {
  formatSource,
  type ParsedSource,
  parseSource,
  type SourceProblem,
  type SourceSystem,
} from './source.ts';
export type { ForeignReason, MappingTarget } from './syntax.ts';

/**
 * An `acd_map.ini` as it stands, every byte of it. Immutable: an edit gives a new document that shares the
 * untouched lines.
 */
export interface MapDocument {
  readonly encoding: TextEncoding;
  readonly lines: readonly MapLine[];
}

export interface MappingEntry {
  /** The right side as in the file. The same source may stand twice. */
  readonly source: string;
  /** 1-based. */
  readonly line: number;
}

export interface MappingScript {
  /** As spelled in the file, for example `12.BAS`. */
  readonly fileName: string;
  readonly number: number;
  /** 1-based. */
  readonly line: number;
}

/** What feeds one value type of one WFM queue. */
export interface Mapping {
  readonly target: MappingTarget;
  /** As on the mapping's first line; 0 and 1 both mean top level. */
  readonly parentQueueId: number;
  /** As on the mapping's first line. */
  readonly database: string;
  /** In order: the first is `Para1`. Empty where only the script is left. */
  readonly entries: readonly MappingEntry[];
  /** The first script line of the mapping. */
  readonly script?: MappingScript;
}

export interface ForeignMapLine {
  /** 1-based. */
  readonly line: number;
  readonly text: string;
  readonly reason: ForeignReason | 'second-script';
}

/** One line that belongs to a mapping, with its own left side: those of one mapping may differ. */
export interface MappingLine {
  /** 1-based. */
  readonly line: number;
  readonly target: MappingTarget;
  readonly database: string;
  readonly parentQueueId: number;
}

/** Reads the file's bytes; throws `INI_UTF16`. No content is refused otherwise. */
export function parseMap(bytes: Uint8Array): MapDocument {
  const { text, encoding } = decodeText(bytes);
  return { encoding, lines: splitLines(text).map((line) => readMapLine(line.text, line.end)) };
}

/** The bytes to write; those that were read where nothing was edited. Throws `INI_ENCODING`. */
export function mapBytes(doc: MapDocument): Uint8Array {
  return encodeText(joinLines(doc.lines), doc.encoding);
}

/** All mappings, in the order of their first lines. */
export function mappings(doc: MapDocument): readonly Mapping[] {
  return indexOf(doc).mappings;
}

export function findMapping(doc: MapDocument, target: MappingTarget): Mapping | undefined {
  return indexOf(doc).byTarget.get(keyOf(target));
}

/** What is kept and not read, empty lines left out. */
export function foreignLines(doc: MapDocument): readonly ForeignMapLine[] {
  return indexOf(doc).foreign;
}

/** The left sides of all mapping lines, for finding those whose queue moved or no longer exists. */
export function mappingLines(doc: MapDocument): MappingLine[] {
  return doc.lines.flatMap((line, index) => {
    if (line.kind === 'foreign') return [];
    const { queueId, valueTypeId, database, parentQueueId } = line;
    return [{ line: index + 1, target: { queueId, valueTypeId }, database, parentQueueId }];
  });
}

interface MapIndex {
  readonly mappings: readonly Mapping[];
  readonly byTarget: ReadonlyMap<string, Mapping>;
  readonly foreign: readonly ForeignMapLine[];
}

// Beside the document and not in it, so that a document stays plain data; built on the first question.
const indexes = new WeakMap<MapDocument, MapIndex>();

function keyOf(target: MappingTarget): string {
  return `${target.queueId}:${target.valueTypeId}`;
}

function indexOf(doc: MapDocument): MapIndex {
  const known = indexes.get(doc);
  if (known !== undefined) return known;
  const byTarget = new Map<string, Mapping & { entries: MappingEntry[]; script?: MappingScript }>();
  const foreign: ForeignMapLine[] = [];
  doc.lines.forEach((line, index) => {
    const number = index + 1;
    if (line.kind === 'foreign') {
      if (line.reason !== 'blank') foreign.push({ line: number, text: line.text, reason: line.reason });
      return;
    }
    const { queueId, valueTypeId, database, parentQueueId } = line;
    const target = { queueId, valueTypeId };
    const mapping = byTarget.get(keyOf(target)) ?? { target, parentQueueId, database, entries: [] };
    byTarget.set(keyOf(target), mapping);
    if (line.kind === 'entry') mapping.entries.push({ source: line.source, line: number });
    else if (mapping.script === undefined) {
      mapping.script = { fileName: line.fileName, number: line.number, line: number };
    } else foreign.push({ line: number, text: line.text, reason: 'second-script' });
  });
  const built = { mappings: [...byTarget.values()], byTarget, foreign };
  indexes.set(doc, built);
  return built;
}
