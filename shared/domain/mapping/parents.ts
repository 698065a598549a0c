import type { MapDocument } from './document.ts';
import { isTopLevel } from './edit.ts';
import { type MapLine, type MappingTarget, withParent } from './syntax.ts';

/** A line whose left side names another parent than WFM does. */
export interface MovedLine {
  /** 1-based. */
  readonly line: number;
  readonly target: MappingTarget;
  readonly from: number;
  /** 0 for top level. */
  readonly to: number;
}

export interface ParentCorrection {
  /** The same document where nothing moved. */
  readonly doc: MapDocument;
  readonly moved: readonly MovedLine[];
  /** Queues with lines in the map that WFM does not have; their lines stay as they are. */
  readonly unknownQueueIds: readonly number[];
}

/**
 * Writes the parents that queues have in WFM into the left sides of their lines. The id of a queue tells which it is,
 * wherever it moves; 0 and 1 both mean top level, so neither is written for the other.
 *
 * @param parentOf the id of the parent, null for top level, undefined for a queue that WFM does not have.
 */
export function correctParents(
  doc: MapDocument,
  parentOf: (queueId: number) => number | null | undefined,
): ParentCorrection {
  const moved: MovedLine[] = [];
  const unknown = new Set<number>();
  const lines = doc.lines.map((line, index): MapLine => {
    if (line.kind === 'foreign') return line;
    const { queueId, valueTypeId, parentQueueId: from } = line;
    const parent = parentOf(queueId);
    if (parent === undefined) unknown.add(queueId);
    const to = parent ?? 0;
    if (parent === undefined || from === to || (isTopLevel(from) && isTopLevel(to))) return line;
    moved.push({ line: index + 1, target: { queueId, valueTypeId }, from, to });
    return withParent(line, to);
  });
  return {
    doc: moved.length === 0 ? doc : { encoding: doc.encoding, lines },
    moved,
    unknownQueueIds: [...unknown],
  };
}
