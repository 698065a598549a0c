import { autocompletion, type Completion, type CompletionContext } from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';

const keywords = [
  'And',
  'As',
  'Case',
  'Dim',
  'Else',
  'ElseIf',
  'End If',
  'End Select',
  'End Sub',
  'Exit Sub',
  'For',
  'If',
  'Long',
  'Mod',
  'Next',
  'Not',
  'Or',
  'Select Case',
  'Sub Main()',
  'Then',
];

/** What is given to a script, and the words of the language; it comes up while a word is typed. */
export function scenarioCompletion(details: () => ReadonlyMap<string, string>): Extension {
  const complete = (context: CompletionContext) => {
    const word = context.matchBefore(/[A-Za-z_]\w*/);
    if (word === null || (word.from === word.to && !context.explicit)) return null;
    const names: Completion[] = [...details()].map(([label, detail]) => ({
      label,
      detail,
      type: 'variable',
      boost: 1,
    }));
    return {
      from: word.from,
      options: [...names, ...keywords.map((label) => ({ label, type: 'keyword' }))],
      validFor: /^\w*$/,
    };
  };
  return autocompletion({ override: [complete], icons: false });
}
