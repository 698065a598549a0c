import { joinLines, settleEnds, splitLines } from '../ini/lines.ts';
import type { MapDocument } from './document.ts';
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

/** The patch that leads back from `after` to `before`. */
export function patchBack(before: MapDocument, after: MapDocument): LinePatch {
  const a = after.lines;
  const b = before.lines;
  const most = Math.min(a.length, b.length);
  let top = 0;
  while (top < most && a[top] === b[top]) top += 1;
  let bottom = 0;
  while (bottom < most - top && a[a.length - 1 - bottom] === b[b.length - 1 - bottom]) bottom += 1;
  return {
    line: top + 1,
    removed: joinLines(a.slice(top, a.length - bottom)),
    inserted: joinLines(b.slice(top, b.length - bottom)),
  };
}

/**
 * The document with the patch, or `undefined` where it does not fit: other lines stand there now, lines would run
 * into each other, or lines of another mapping or foreign lines would change.
 */
export function applyPatch(
  doc: MapDocument,
  patch: LinePatch,
  target: MappingTarget,
): MapDocument | undefined {
  const top = patch.line - 1;
  const removed = splitLines(patch.removed);
  const inserted = splitLines(patch.inserted).map((line) => readMapLine(line.text, line.end));
  const bottom = top + removed.length;
  const there = doc.lines.slice(top, bottom);
  if (top < 0 || bottom > doc.lines.length || joinLines(there) !== patch.removed) return undefined;
  const lines = [...doc.lines.slice(0, top), ...inserted, ...doc.lines.slice(bottom)];
  const firstSeam = lines[top - 1];
  const lastSeam = lines[top + inserted.length - 1];
  const isLast = (index: number): boolean => index === lines.length - 1;
  if (firstSeam?.end === '' && !isLast(top - 1)) return undefined;
  if (lastSeam?.end === '' && !isLast(top + inserted.length - 1)) return undefined;
  if (othersOf(there, target) !== othersOf(inserted, target)) return undefined;
  return { encoding: doc.encoding, lines: settleEnds(lines, readMapLine) };
}

/** The lines that are not the mapping's; empty ones come and go with line ends that meet. */
function othersOf(lines: readonly MapLine[], target: MappingTarget): string {
  return lines
    .filter((line) => !isLineOf(line, target) && line.text !== '')
    .map((line) => line.text)
    .join('\n');
}
