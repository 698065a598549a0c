import type { MapDocument } from './document.ts';
import { isLineOf, type MapLine, type MappingTarget, type OwnLine, readMapLine } from './syntax.ts';

/** A change of a map: `removed` lines from index `at` give way to others. */
export interface Splice {
  readonly at: number;
  readonly removed: number;
  readonly inserted: readonly MapLine[];
}

/**
 * A map while it is being changed. Many commands share one draft, so that a thousand of them do not look through
 * the file a thousand times.
 */
export interface MapDraft {
  readonly lines: readonly MapLine[];
  /** The mapping's lines in the order of the file, entries and scripts. */
  linesOf(target: MappingTarget): readonly OwnLine[];
  /** Index of the last line of any mapping of the queue, -1 when there is none. */
  lastLineOfQueue(queueId: number): number;
  indexOf(line: MapLine): number;
  splice(change: Splice): void;
}

export function openDraft(doc: MapDocument): MapDraft {
  const lines = [...doc.lines];
  const places = placesIn(lines);
  const { indexOf } = places;
  const mappings = new Map<string, readonly OwnLine[]>();
  const keysOfQueue = new Map<number, Set<string>>();
  const setLines = (target: MappingTarget, own: readonly OwnLine[]): void => {
    const key = `${target.queueId}:${target.valueTypeId}`;
    mappings.set(key, own);
    const keys = keysOfQueue.get(target.queueId);
    if (keys === undefined) keysOfQueue.set(target.queueId, new Set([key]));
    else keys.add(key);
  };
  for (const line of lines) {
    if (line.kind === 'foreign') continue;
    const own = mappings.get(`${line.queueId}:${line.valueTypeId}`) as OwnLine[] | undefined;
    if (own === undefined) setLines(line, [line]);
    else own.push(line);
  }
  const draft: MapDraft = {
    lines,
    linesOf: (target) => mappings.get(`${target.queueId}:${target.valueTypeId}`) ?? [],
    lastLineOfQueue(queueId) {
      let last = -1;
      for (const key of keysOfQueue.get(queueId) ?? []) {
        const line = mappings.get(key)?.at(-1);
        if (line !== undefined) last = Math.max(last, indexOf(line));
      }
      return last;
    },
    indexOf,
    splice(change) {
      const gone = lines.slice(change.at, change.at + change.removed);
      const touched = [...gone, ...change.inserted].filter((line) => line.kind !== 'foreign');
      const after = touched.map((line) => ({ target: line, own: linesAfter(draft, change, line) }));
      lines.splice(change.at, change.removed, ...change.inserted);
      places.note(change);
      for (const { target, own } of after) setLines(target, own);
    },
  };
  return draft;
}

/**
 * Finds lines where they were found last, or near there: commands that follow each other stay near to each other, and
 * each search through a file of twenty thousand lines is felt in a batch of thousands.
 */
function placesIn(lines: readonly MapLine[]) {
  const places = new Map(lines.map((line, index) => [line, index]));
  return {
    note({ at, inserted }: Splice): void {
      for (const [index, line] of inserted.entries()) places.set(line, at + index);
    },
    indexOf(line: MapLine): number {
      const start = Math.min(places.get(line) ?? 0, lines.length - 1);
      for (let away = 0; away <= lines.length; away += 1) {
        const below = start - away;
        const found = lines[below] === line ? below : lines[start + away] === line ? start + away : -1;
        if (found < 0) continue;
        places.set(line, found);
        return found;
      }
      return -1;
    },
  };
}

/** What the mapping's lines will be once the change is made. */
export function linesAfter(draft: MapDraft, change: Splice, target: MappingTarget): OwnLine[] {
  const own = draft.linesOf(target).map((line) => ({ line, index: draft.indexOf(line) }));
  return [
    ...own.filter(({ index }) => index < change.at).map(({ line }) => line),
    ...change.inserted.filter((line) => isLineOf(line, target)),
    ...own.filter(({ index }) => index >= change.at + change.removed).map(({ line }) => line),
  ];
}

/**
 * The change as the bytes will be read again: where it brings a line that ends with CR right above an empty one that
 * ends with LF, the two are one line that ends with CRLF.
 */
export function settled(lines: readonly MapLine[], change: Splice): Splice {
  const above = lines[change.at - 1];
  const below = lines[change.at + change.removed];
  const window = [above, ...change.inserted, below].filter((line) => line !== undefined);
  const joins = (line: MapLine | undefined, next: MapLine | undefined): boolean =>
    line?.end === '\r' && next?.end === '\n' && next.text === '';
  if (!window.some((line, index) => joins(line, window[index + 1]))) return change;
  const inserted = window.flatMap((line, index) => {
    if (joins(window[index - 1], line)) return [];
    return joins(line, window[index + 1]) ? [readMapLine(line.text, '\r\n')] : [line];
  });
  const at = above === undefined ? change.at : change.at - 1;
  const end = change.at + change.removed + (below === undefined ? 0 : 1);
  return { at, removed: end - at, inserted };
}
