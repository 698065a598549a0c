import { XlinkError } from '../../rpc/errors.ts';
import { hasLineBreak, insertLines, settleEnds } from '../ini/lines.ts';
import { trimBlanks } from '../ini/syntax.ts';
import type { MapDocument } from './document.ts';
import {
  type EntryLine,
  isLineOf,
  type MapLine,
  type MappingTarget,
  readMapLine,
  type ScriptLine,
} from './syntax.ts';

/** What a new line needs to know of the WFM store. */
export interface MapContext {
  /** The name of the WFM database: the first field of every left side. */
  readonly database: string;
  /** 0 or 1 for a queue at top level. */
  parentQueueId(queueId: number): number;
}

/** Where a mapping's lines stand, as indexes into the document's lines. */
export interface MappingPlaces {
  readonly entries: readonly number[];
  /** The first is the one that counts. */
  readonly scripts: readonly number[];
}

/** Looks through the lines, not the index: edits come one after another, each on a new document. */
export function placesOf(doc: MapDocument, target: MappingTarget): MappingPlaces {
  const entries: number[] = [];
  const scripts: number[] = [];
  doc.lines.forEach((line, index) => {
    if (!isLineOf(line, target)) return;
    (line.kind === 'entry' ? entries : scripts).push(index);
  });
  return { entries, scripts };
}

/**
 * The document with one more source in the mapping, as its entry `at` (0-based; at the end when left out). The
 * first entry of a mapping goes before its script line, else behind the lines of the same queue, else to the end
 * of the file.
 *
 * Throws `MAP_BAD_SOURCE` for a source that could not be read back, `MAP_CONFLICT` when there are fewer entries.
 */
export function addEntry(
  doc: MapDocument,
  target: MappingTarget,
  source: string,
  context: MapContext,
  at?: number,
): MapDocument {
  const { entries, scripts } = placesOf(doc, target);
  const index = at ?? entries.length;
  checkPlace(target, index, entries.length);
  const place = entries[index] ?? placeBehind(entries) ?? scripts[0] ?? placeOfNew(doc, target);
  return insertLine(doc, place, newLine(doc, target, source, context).text);
}

/** The document without the mapping's entry `index` (0-based). Throws `MAP_CONFLICT` when there is none. */
export function removeEntry(doc: MapDocument, target: MappingTarget, index: number): MapDocument {
  const { entries } = placesOf(doc, target);
  const place = entries[index];
  if (place === undefined) throw noSuchEntry(target, index, entries.length);
  return withLines(doc, doc.lines.toSpliced(place, 1));
}

/**
 * The document with the mapping's entry `from` at place `to` (0-based, counted without it). The mapping's entries
 * change places among their own lines. Throws `MAP_CONFLICT` when there is no such entry.
 */
export function moveEntry(doc: MapDocument, target: MappingTarget, from: number, to: number): MapDocument {
  const { entries } = placesOf(doc, target);
  for (const index of [from, to]) {
    if (entries[index] === undefined) throw noSuchEntry(target, index, entries.length);
  }
  if (from === to) return doc;
  const texts = entries.map((place) => doc.lines[place]!.text);
  const [moved] = texts.splice(from, 1);
  texts.splice(to, 0, moved!);
  const lines = [...doc.lines];
  entries.forEach((place, index) => {
    lines[place] = readMapLine(texts[index]!, doc.lines[place]!.end);
  });
  return withLines(doc, lines);
}

/**
 * The document with script `scriptNumber` on the mapping's script line, or without one. An existing line keeps its
 * place and spelling, only the number changes; a new one follows the entries. Without a number every script line of
 * the mapping goes, or a second one would take over. Throws `MAP_BAD_SCRIPT`.
 */
export function setScript(
  doc: MapDocument,
  target: MappingTarget,
  scriptNumber: number | undefined,
  context: MapContext,
): MapDocument {
  const { entries, scripts } = placesOf(doc, target);
  if (scriptNumber === undefined) {
    const gone = new Set(scripts);
    return gone.size === 0
      ? doc
      : withLines(
          doc,
          doc.lines.filter((_, index) => !gone.has(index)),
        );
  }
  const place = scripts[0];
  if (place === undefined) {
    const text = `${leftSide(doc, target, context)}=$${scriptText(scriptNumber)}.BAS`;
    return insertLine(doc, placeBehind(entries) ?? placeOfNew(doc, target), text);
  }
  const line = doc.lines[place] as ScriptLine;
  if (line.number === scriptNumber) return doc;
  const text =
    line.text.slice(0, line.numberStart) + scriptText(scriptNumber) + line.text.slice(line.numberEnd);
  return withLines(doc, doc.lines.with(place, readMapLine(text, line.end)));
}

/** The source of each entry of the mapping, in order. */
export function sourcesOf(doc: MapDocument, target: MappingTarget): string[] {
  return placesOf(doc, target).entries.map((place) => (doc.lines[place] as EntryLine).source);
}

export function scriptOf(doc: MapDocument, target: MappingTarget): number | undefined {
  const place = placesOf(doc, target).scripts[0];
  return place === undefined ? undefined : (doc.lines[place] as ScriptLine).number;
}

function withLines(doc: MapDocument, lines: readonly MapLine[]): MapDocument {
  return { encoding: doc.encoding, lines: settleEnds(lines, readMapLine) };
}

function insertLine(doc: MapDocument, place: number, text: string): MapDocument {
  return withLines(doc, insertLines(doc.lines, place, [text], readMapLine));
}

function placeBehind(places: readonly number[]): number | undefined {
  const last = places.at(-1);
  return last === undefined ? undefined : last + 1;
}

/** Behind the last line of the same queue, else behind the last line that is not empty. */
function placeOfNew(doc: MapDocument, target: MappingTarget): number {
  const last = lastLineOfQueue(doc, target.queueId);
  if (last >= 0) return last + 1;
  return doc.lines.findLastIndex((line) => line.kind !== 'foreign' || line.reason !== 'blank') + 1;
}

function lastLineOfQueue(doc: MapDocument, queueId: number): number {
  return doc.lines.findLastIndex((line) => line.kind !== 'foreign' && line.queueId === queueId);
}

function newLine(doc: MapDocument, target: MappingTarget, source: string, context: MapContext): EntryLine {
  const right = trimBlanks(source);
  const line = readMapLine(`${leftSide(doc, target, context)}=${right}`, '');
  const isReadBack = line.kind === 'entry' && line.source === right && isLineOf(line, target);
  if (isReadBack && !hasLineBreak(line.text)) return line;
  throw new XlinkError(
    'MAP_BAD_SOURCE',
    `"${source}" cannot be written to acd_map.ini. Write system:queue:value type on one line.`,
    { source, ...target },
  );
}

function scriptText(scriptNumber: number): string {
  if (Number.isInteger(scriptNumber) && scriptNumber >= 0 && scriptNumber < 1e9) return String(scriptNumber);
  throw new XlinkError('MAP_BAD_SCRIPT', `${scriptNumber} is no number of a .BAS file. Use a whole number.`, {
    script: scriptNumber,
  });
}

/** Written like the queue's other lines where they mean the same, since 0 and 1 are both top level. */
function leftSide(doc: MapDocument, target: MappingTarget, context: MapContext): string {
  const near = doc.lines[lastLineOfQueue(doc, target.queueId)];
  let database = context.database;
  let parent = context.parentQueueId(target.queueId);
  if (near !== undefined && near.kind !== 'foreign') {
    if (near.database.toLowerCase() === database.toLowerCase()) database = near.database;
    if (isTopLevel(near.parentQueueId) && isTopLevel(parent)) parent = near.parentQueueId;
  }
  return `${database}:${parent}:${target.queueId}:${target.valueTypeId}`;
}

/** Parent ids 0 and 1 both mean top level. */
export function isTopLevel(parentQueueId: number): boolean {
  return parentQueueId <= 1;
}

/** Throws `MAP_CONFLICT` when no entry can be put at `index`. */
export function checkPlace(target: MappingTarget, index: number, count: number): void {
  if (!Number.isInteger(index) || index < 0 || index > count) throw noSuchEntry(target, index, count);
}

function noSuchEntry(target: MappingTarget, index: number, count: number): XlinkError {
  return new XlinkError(
    'MAP_CONFLICT',
    `The mapping has ${count} entries, so none at place ${index + 1}: acd_map.ini was changed meanwhile. Look at ` +
      'the mapping again and repeat the change.',
    { ...target, index, count },
  );
}
