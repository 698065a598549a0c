import type { EditorState, Extension } from '@codemirror/state';
import { type EditorView, hoverTooltip, keymap, type Tooltip } from '@codemirror/view';
import { hoverAt, type ScenarioHover } from '#shared/domain/scenario/index.ts';
import { offsetOf, placeOf } from '../../editor/places.ts';
import { showTold, toldField } from '../../editor/told.ts';
import { type AskSurroundings, helpTexts } from './words.ts';

/** What a name is: under the pointer, or by F1 at the cursor, then spoken too. F12 goes to where it is declared. */
export function wordHelp(ask: AskSurroundings): Extension {
  const helpAt = (state: EditorState, offset: number) => {
    const { line, column } = placeOf(state, offset);
    return hoverAt(state.doc.toString(), line, column);
  };
  const tooltipOf = (state: EditorState, found: ScenarioHover): Tooltip => ({
    pos: offsetOf(state, found.line, found.column),
    end: offsetOf(state, found.line, found.endColumn),
    above: true,
    create: () => ({ dom: helpElement(found.signature, helpTexts(ask(), found)) }),
  });
  const tellWord = (view: EditorView) => {
    const found = helpAt(view.state, view.state.selection.main.head);
    if (found === undefined) return true;
    view.dispatch({ effects: showTold.of(tooltipOf(view.state, found)) });
    const around = ask();
    around.announce([found.signature, ...helpTexts(around, found)].join('. '));
    return true;
  };
  const goToDeclaration = (view: EditorView) => {
    const at = helpAt(view.state, view.state.selection.main.head)?.declaredAt;
    if (at !== undefined) {
      view.dispatch({
        selection: {
          anchor: offsetOf(view.state, at.line, at.column),
          head: offsetOf(view.state, at.line, at.endColumn),
        },
        scrollIntoView: true,
      });
    }
    return true;
  };
  return [
    toldField,
    hoverTooltip((view, offset) => {
      const found = helpAt(view.state, offset);
      return found === undefined ? null : tooltipOf(view.state, found);
    }),
    keymap.of([
      { key: 'F1', run: tellWord },
      { key: 'F12', run: goToDeclaration },
    ]),
  ];
}

function helpElement(signature: string, texts: readonly string[]): HTMLElement {
  const box = document.createElement('div');
  box.className = 'cm-word-help';
  const head = document.createElement('code');
  head.textContent = signature;
  box.append(head);
  for (const text of texts) {
    const paragraph = document.createElement('p');
    paragraph.textContent = text;
    box.append(paragraph);
  }
  return box;
}
