import type { EditorState } from '@codemirror/state';

/** A place in a text, both from 1. */
export interface EditorPlace {
  readonly line: number;
  readonly column: number;
}

/** The offset of a place; one that is not there is the nearest that is. */
export function offsetOf(state: EditorState, line: number, column: number): number {
  const at = state.doc.line(Math.min(Math.max(1, line), state.doc.lines));
  return Math.min(at.from + Math.max(1, column) - 1, at.to);
}

export function placeOf(state: EditorState, offset: number): EditorPlace {
  const line = state.doc.lineAt(offset);
  return { line: line.number, column: offset - line.from + 1 };
}
