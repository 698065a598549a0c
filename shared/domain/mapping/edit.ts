import { XlinkError } from '../../rpc/errors.ts';
import { hasLineBreak, usualEnd } from '../ini/lines.ts';
import { trimBlanks } from '../ini/syntax.ts';
import type { MapDocument } from './document.ts';
import { type MapDraft, openDraft, type Splice, settled } from './draft.ts';
import {
  type EntryLine,
  isLineOf,
  type MapLine,
  type MappingTarget,
  type OwnLine,
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
  return edited(doc, (draft) => addingEntry(draft, target, source, context, at));
}

/** The document without the mapping's entry `index` (0-based). Throws `MAP_CONFLICT` when there is none. */
export function removeEntry(doc: MapDocument, target: MappingTarget, index: number): MapDocument {
  return edited(doc, (draft) => removingEntry(draft, target, index));
}

/**
 * The document with the mapping's entry `from` at place `to` (0-based, counted without it). The mapping's entries
 * change places among their own lines. Throws `MAP_CONFLICT` when there is no such entry.
 */
export function moveEntry(doc: MapDocument, target: MappingTarget, from: number, to: number): MapDocument {
  return edited(doc, (draft) => movingEntry(draft, target, from, to));
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
  return edited(doc, (draft) => settingScript(draft, target, scriptNumber, context));
}

function edited(doc: MapDocument, plan: (draft: MapDraft) => Splice): MapDocument {
  const draft = openDraft(doc);
  const change = plan(draft);
  if (change.removed === 0 && change.inserted.length === 0) return doc;
  return {
    encoding: doc.encoding,
    lines: doc.lines.toSpliced(change.at, change.removed, ...change.inserted),
  };
}

export function addingEntry(
  draft: MapDraft,
  target: MappingTarget,
  source: string,
  context: MapContext,
  at?: number,
): Splice {
  const own = draft.linesOf(target);
  const entries = entriesOf(own);
  const index = at ?? entries.length;
  checkPlace(target, index, entries.length);
  const line = newEntry(draft, target, source, context);
  const next = entries[index] ?? (entries.length === 0 ? own[0] : undefined);
  const place = next === undefined ? placeBehind(draft, entries.at(-1), target) : draft.indexOf(next);
  return inserting(draft, place, line.text);
}

export function removingEntry(draft: MapDraft, target: MappingTarget, index: number): Splice {
  const entries = entriesOf(draft.linesOf(target));
  const line = entries[index];
  if (line === undefined) throw noSuchEntry(target, index, entries.length);
  return settled(draft.lines, { at: draft.indexOf(line), removed: 1, inserted: [] });
}

/** Only what stands behind the `=` changes: blanks, spelling of the left side and line end stay. */
export function replacingEntry(
  draft: MapDraft,
  target: MappingTarget,
  index: number,
  replacement: string,
): Splice {
  const entries = entriesOf(draft.linesOf(target));
  const line = entries[index];
  if (line === undefined) throw noSuchEntry(target, index, entries.length);
  const right = trimBlanks(replacement);
  const from = line.text.lastIndexOf(line.source);
  const text = line.text.slice(0, from) + right + line.text.slice(from + line.source.length);
  const written = readMapLine(text, line.end);
  if (!isReadBack(written, target, right)) throw badSource(replacement, target);
  return { at: draft.indexOf(line), removed: 1, inserted: [written] };
}

export function movingEntry(draft: MapDraft, target: MappingTarget, from: number, to: number): Splice {
  const entries = entriesOf(draft.linesOf(target));
  for (const index of [from, to]) {
    if (entries[index] === undefined) throw noSuchEntry(target, index, entries.length);
  }
  if (from === to) return NOTHING;
  const texts = entries.map((line) => line.text);
  const [moved] = texts.splice(from, 1);
  texts.splice(to, 0, moved!);
  const low = Math.min(from, to);
  const at = draft.indexOf(entries[low]!);
  const end = draft.indexOf(entries[Math.max(from, to)]!) + 1;
  let next = low;
  const inserted = draft.lines.slice(at, end).map((line) => {
    if (line !== entries[next]) return line;
    next += 1;
    return readMapLine(texts[next - 1]!, line.end);
  });
  return { at, removed: end - at, inserted };
}

export function settingScript(
  draft: MapDraft,
  target: MappingTarget,
  scriptNumber: number | undefined,
  context: MapContext,
): Splice {
  const own = draft.linesOf(target);
  const scripts = own.filter((line) => line.kind === 'script');
  const first = scripts[0];
  if (scriptNumber === undefined) {
    if (first === undefined) return NOTHING;
    const at = draft.indexOf(first);
    const removed = draft.indexOf(scripts.at(-1)!) + 1 - at;
    const gone = new Set<MapLine>(scripts);
    const inserted = draft.lines.slice(at, at + removed).filter((line) => !gone.has(line));
    return settled(draft.lines, { at, removed, inserted });
  }
  const number = scriptText(scriptNumber);
  if (first === undefined) {
    const text = `${leftSide(draft, target, context)}=$${number}.BAS`;
    return inserting(draft, placeBehind(draft, own.at(-1), target), text);
  }
  if (first.number === scriptNumber) return NOTHING;
  return { at: draft.indexOf(first), removed: 1, inserted: [withNumber(first, number)] };
}

const NOTHING: Splice = { at: 0, removed: 0, inserted: [] };

export function entriesOf(own: readonly OwnLine[]): EntryLine[] {
  return own.filter((line) => line.kind === 'entry');
}

export function scriptOf(own: readonly OwnLine[]): ScriptLine | undefined {
  return own.find((line) => line.kind === 'script');
}

/** A new line before index `place`, ended like its neighbours; a last line without end gets one. */
function inserting(draft: MapDraft, place: number, text: string): Splice {
  const above = draft.lines[place - 1];
  const end = above?.end || draft.lines[place]?.end || usualEnd(draft.lines);
  if (above?.end !== '') {
    return settled(draft.lines, { at: place, removed: 0, inserted: [readMapLine(text, end)] });
  }
  const inserted = [readMapLine(above.text, end), readMapLine(text, '')];
  return { at: place - 1, removed: 1, inserted };
}

/** Behind that line, else behind the lines of the same queue, else behind the last line that is not empty. */
function placeBehind(draft: MapDraft, line: OwnLine | undefined, target: MappingTarget): number {
  const last = line === undefined ? draft.lastLineOfQueue(target.queueId) : draft.indexOf(line);
  if (last >= 0) return last + 1;
  return draft.lines.findLastIndex((other) => other.kind !== 'foreign' || other.reason !== 'blank') + 1;
}

function newEntry(draft: MapDraft, target: MappingTarget, source: string, context: MapContext): EntryLine {
  const right = trimBlanks(source);
  const line = readMapLine(`${leftSide(draft, target, context)}=${right}`, '');
  if (isReadBack(line, target, right)) return line;
  throw badSource(source, target);
}

function isReadBack(line: MapLine, target: MappingTarget, source: string): line is EntryLine {
  return (
    line.kind === 'entry' && line.source === source && isLineOf(line, target) && !hasLineBreak(line.text)
  );
}

function badSource(source: string, target: MappingTarget): XlinkError {
  return new XlinkError(
    'MAP_BAD_SOURCE',
    `"${source}" cannot be written to acd_map.ini. Write system:queue:value type on one line.`,
    { source, ...target },
  );
}

function withNumber(line: ScriptLine, number: string): MapLine {
  return readMapLine(
    line.text.slice(0, line.numberStart) + number + line.text.slice(line.numberEnd),
    line.end,
  );
}

function scriptText(scriptNumber: number): string {
  if (Number.isInteger(scriptNumber) && scriptNumber >= 0 && scriptNumber < 1e9) return String(scriptNumber);
  throw new XlinkError('MAP_BAD_SCRIPT', `${scriptNumber} is no number of a .BAS file. Use a whole number.`, {
    script: scriptNumber,
  });
}

/** Written like the queue's other lines where they mean the same, since 0 and 1 are both top level. */
function leftSide(draft: MapDraft, target: MappingTarget, context: MapContext): string {
  const near = draft.lines[draft.lastLineOfQueue(target.queueId)];
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
    { ...target, index, count, variant: 'short', entry: index + 1 },
  );
}
