import type { Completion, CompletionContext, CompletionSource } from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';
import { completionsAt, type ScenarioCompletion } from '#shared/domain/scenario/index.ts';
import { type AskSurroundings, helpTexts } from './words.ts';

/** Names come before words of the language: those are known by heart sooner. */
const boosts: Partial<Record<ScenarioCompletion['kind'], number>> = {
  given: 40,
  variable: 30,
  constant: 20,
  procedure: 20,
  field: 20,
  block: -10,
  keyword: -20,
};

/** What the language knows at the cursor; it comes up while a word is typed, or by Ctrl+Space. */
export function scriptCompletions(ask: AskSurroundings): CompletionSource {
  return (context: CompletionContext) => {
    const { doc } = context.state;
    const line = doc.lineAt(context.pos);
    const here = context.pos - line.from + 1;
    const around = ask();
    const { column, items } = completionsAt(doc.toString(), line.number, here, around);
    const isTyped = column < here || line.text[here - 2] === '.';
    if (items.length === 0 || (!isTyped && !context.explicit)) return null;
    return {
      from: line.from + column - 1,
      options: items.map((item) => optionOf(item)),
      validFor: /^\w*$/,
    };

    function optionOf(item: ScenarioCompletion): Completion {
      const texts = helpTexts(around, { name: item.label, help: item.help });
      return {
        label: item.label,
        boost: boosts[item.kind] ?? 0,
        ...(item.detail === undefined || item.detail === item.label ? {} : { detail: item.detail }),
        ...(texts.length === 0 ? {} : { info: texts.join('\n') }),
        apply: item.insert.includes('\n') ? putBlock(item.insert) : item.insert,
      };
    }
  };
}

/** A block takes over the indent of its line; the cursor goes to the end of its first line. */
function putBlock(block: string) {
  return (view: EditorView, _completion: Completion, from: number, to: number) => {
    const indent = /^\s*/.exec(view.state.doc.lineAt(from).text)?.[0] ?? '';
    const insert = block.replaceAll('\n', `\n${indent}`);
    view.dispatch({
      changes: { from, to, insert },
      selection: { anchor: from + insert.indexOf('\n') },
      userEvent: 'input.complete',
      scrollIntoView: true,
    });
  };
}
