import { type Extension, RangeSet, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, GutterMarker, gutterLineClass } from '@codemirror/view';
import { offsetOf } from './places.ts';

/** A statement that is looked at, for instance the next one of a run; 1-based. */
export interface MarkedStatement {
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

const markStatement = StateEffect.define<MarkedStatement | undefined>();

const marked = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(decorations, transaction) {
    let next = decorations.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(markStatement)) continue;
      const at = effect.value;
      if (at === undefined) next = Decoration.none;
      else {
        const from = offsetOf(transaction.state, at.line, at.column);
        const to = offsetOf(transaction.state, at.line, at.endColumn);
        const line = lineMark.range(transaction.state.doc.lineAt(from).from);
        next = Decoration.set(to > from ? [line, statementMark.range(from, to)] : [line]);
      }
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

const lineMark = Decoration.line({ class: 'cm-step-line', attributes: { 'aria-current': 'step' } });
const statementMark = Decoration.mark({ class: 'cm-step-statement' });

class StepMarker extends GutterMarker {
  override elementClass = 'cm-step-gutter';
}
const stepMarker = new StepMarker();

export const markedLineExtension: Extension = [
  marked,
  gutterLineClass.compute([marked], (state) => {
    const line = state.field(marked).iter().value === null ? undefined : state.field(marked).iter().from;
    return line === undefined ? RangeSet.empty : RangeSet.of([stepMarker.range(line)]);
  }),
];

/** Marks the statement and brings it into sight; undefined takes the mark away. */
export function showMarked(view: EditorView, at: MarkedStatement | undefined): void {
  view.dispatch({
    effects: [
      markStatement.of(at),
      ...(at === undefined
        ? []
        : [
            EditorView.scrollIntoView(offsetOf(view.state, at.line, at.column), {
              y: 'nearest',
              yMargin: 30,
            }),
          ]),
    ],
  });
}
