import {
  type Completion,
  type CompletionSource,
  closeCompletion,
  selectedCompletion,
  startCompletion,
} from '@codemirror/autocomplete';
import { isolateHistory } from '@codemirror/commands';
import { forEachDiagnostic, setDiagnosticsEffect } from '@codemirror/lint';
import { type Extension, Prec, RangeSet, StateEffect, StateField } from '@codemirror/state';
import { type EditorView, GutterMarker, gutter, keymap } from '@codemirror/view';
import type { EditorFinding } from './findings.ts';
import { offsetOf } from './places.ts';

/** Puts `text` in the place of the characters from `column` up to `endColumn`; `\n` is a line end. */
export interface EditorEdit {
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
  readonly text: string;
}

export interface EditorFix {
  readonly title: string;
  /** Made together, and taken back together. */
  readonly edits: readonly EditorEdit[];
}

/** One step of undo; the cursor stands behind what was put in. */
export function applyEdits(view: EditorView, edits: readonly EditorEdit[]): void {
  const { state } = view;
  const changes = state.changes(
    edits.map(({ line, column, endColumn, text }) => ({
      from: offsetOf(state, line, column),
      to: offsetOf(state, line, endColumn),
      insert: text,
    })),
  );
  const first = edits[0];
  const cursor = first === undefined ? 0 : offsetOf(state, first.line, first.endColumn);
  view.dispatch({
    changes,
    selection: { anchor: changes.mapPos(cursor, 1) },
    annotations: isolateHistory.of('full'),
    userEvent: 'input.fix',
    scrollIntoView: true,
  });
}

const wantFixes = StateEffect.define<boolean>();

/** Whether the list that is asked for next is that of fixes. */
const fixesWanted = StateField.define<boolean>({
  create: () => false,
  update(wanted, transaction) {
    for (const effect of transaction.effects) if (effect.is(wantFixes)) return effect.value;
    return wanted && !transaction.docChanged && transaction.selection === undefined;
  },
});

/** The fixes of the cursor's line as a list like that of completions; everything else is asked of `complete`. */
export function fixesOr(
  findings: () => readonly EditorFinding[],
  complete: CompletionSource,
): CompletionSource {
  return (context) => {
    if (!context.state.field(fixesWanted, false)) return complete(context);
    const line = context.state.doc.lineAt(context.pos).number;
    const options = findings()
      .filter((finding) => finding.line === line)
      .flatMap(({ message, fixes = [] }) =>
        fixes.map(
          ({ title, edits }): Completion => ({
            label: title,
            info: message,
            apply: (view) => applyEdits(view, edits),
          }),
        ),
      );
    return options.length === 0 ? null : { from: context.pos, options, filter: false };
  };
}

function openFixes(view: EditorView): boolean {
  view.dispatch({ effects: wantFixes.of(true) });
  return startCompletion(view);
}

/** A list that was asked for takes Enter at once; that of completions waits, as it may come up under one's hands. */
function acceptFix(view: EditorView): boolean {
  if (!view.state.field(fixesWanted)) return false;
  const fix = selectedCompletion(view.state);
  if (fix === null || typeof fix.apply !== 'function') return false;
  closeCompletion(view);
  fix.apply(view, fix, view.state.selection.main.head, view.state.selection.main.head);
  return true;
}

function openCompletions(view: EditorView): boolean {
  view.dispatch({ effects: wantFixes.of(false) });
  return startCompletion(view);
}

/** The lightbulb of the other icons, which are drawn by React. */
const bulbPaths = [
  'M15 14c.2-1 .7-1.7 1.5-2.5 1-.9 1.5-2.2 1.5-3.5A6 6 0 0 0 6 8c0 1 .2 2.2 1.5 3.5.7.7 1.3 1.5 1.5 2.5',
  'M9 18h6',
  'M10 22h4',
];

class Lightbulb extends GutterMarker {
  override toDOM(): Node {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const attributes = {
      viewBox: '0 0 24 24',
      width: '13',
      height: '13',
      fill: 'none',
      stroke: 'currentColor',
    };
    for (const [name, value] of Object.entries(attributes)) svg.setAttribute(name, value);
    svg.setAttribute('stroke-width', '2');
    svg.setAttribute('class', 'cm-lightbulb');
    for (const d of bulbPaths) {
      const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
      path.setAttribute('d', d);
      svg.append(path);
    }
    return svg;
  }
}

const lightbulb = new Lightbulb();

/** A lightbulb beside lines that can be mended; it and Ctrl+. open the list of fixes. */
export const fixesExtension: Extension = [
  fixesWanted,
  gutter({
    class: 'cm-fixes',
    markers(view) {
      const starts = new Set<number>();
      forEachDiagnostic(view.state, ({ actions }, from) => {
        if (actions !== undefined && actions.length > 0) starts.add(view.state.doc.lineAt(from).from);
      });
      return RangeSet.of([...starts].sort((a, b) => a - b).map((from) => lightbulb.range(from)));
    },
    lineMarkerChange: (update) =>
      update.transactions.some(({ effects }) => effects.some((effect) => effect.is(setDiagnosticsEffect))),
    domEventHandlers: {
      mousedown(view, line, event) {
        event.preventDefault();
        view.dispatch({ selection: { anchor: line.to } });
        view.focus();
        return openFixes(view);
      },
    },
  }),
  // Before the keys of the list itself.
  Prec.highest(
    keymap.of([
      { key: 'Mod-.', run: openFixes },
      { key: 'Enter', run: acceptFix },
      { key: 'Ctrl-Space', run: openCompletions },
    ]),
  ),
];
