import { historyField, isolateHistory } from '@codemirror/commands';
import { EditorState, type Extension } from '@codemirror/state';

/** Text, cursor and undo of an editor that was closed. */
export interface KeptEditor {
  readonly json: unknown;
}

export function keptOf(state: EditorState): KeptEditor {
  return { json: state.toJSON({ history: historyField }) };
}

/**
 * Goes on where an editor was left. A text that is another one meanwhile, or was left unsaved, is put in as one more
 * step: what stood there comes back by undo.
 */
export function restoreEditor(kept: KeptEditor, text: string, extensions: Extension): EditorState {
  const state = EditorState.fromJSON(kept.json, { extensions }, { history: historyField });
  const now = state.sliceDoc();
  const wanted = text.replace(/\r\n?/g, '\n');
  if (now === wanted) return state;
  return state.update({
    changes: { from: 0, to: state.doc.length, insert: wanted },
    selection: { anchor: Math.min(state.selection.main.head, wanted.length) },
    annotations: isolateHistory.of('full'),
  }).state;
}
