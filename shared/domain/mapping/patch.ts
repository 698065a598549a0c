import { joinLines, splitLines } from '../ini/lines.ts';
import { type MapDraft, type Splice, settled } from './draft.ts';
import { isLineOf, type MapLine, type MappingTarget, readMapLine } from './syntax.ts';

/**
 * How a few whole lines of the file stood before and after a change, line ends included. An inverse command carries
 * one, so that an undo gives the same bytes back: spelling, place and line ends that the usual rules cannot know.
 */
export interface LinePatch {
  /** 1-based line at which both texts begin. */
  readonly line: number;
  readonly removed: string;
  readonly inserted: string;
}

/** The patch that takes a change back, made while the draft is still without it. */
export function patchBack(draft: MapDraft, change: Splice): LinePatch {
  return {
    line: change.at + 1,
    removed: joinLines(change.inserted),
    inserted: joinLines(draft.lines.slice(change.at, change.at + change.removed)),
  };
}

/**
 * The change a patch makes, or `undefined` where it does not fit: other lines stand there now, lines would run into
 * each other, or lines of another mapping or foreign lines would change.
 */
export function patching(draft: MapDraft, patch: LinePatch, target: MappingTarget): Splice | undefined {
  const { lines } = draft;
  const at = patch.line - 1;
  const removed = splitLines(patch.removed).length;
  const inserted = splitLines(patch.inserted).map((line) => readMapLine(line.text, line.end));
  const there = lines.slice(at, at + removed);
  if (!(at >= 0 && at + removed <= lines.length) || joinLines(there) !== patch.removed) return undefined;
  const isAtEnd = at + removed === lines.length;
  const seams = [
    ...(inserted.length > 0 || !isAtEnd ? [lines[at - 1]] : []),
    ...(isAtEnd ? [] : [inserted.at(-1)]),
  ];
  if (seams.some((line) => line?.end === '')) return undefined;
  if (othersOf(there, target) !== othersOf(inserted, target)) return undefined;
  return settled(lines, { at, removed, inserted });
}

/** The lines that are not the mapping's; empty ones come and go with line ends that meet. */
function othersOf(lines: readonly MapLine[], target: MappingTarget): string {
  return lines
    .filter((line) => !isLineOf(line, target) && line.text !== '')
    .map((line) => line.text)
    .join('\n');
}
