import type { CompletionSource } from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import { useMemo, useRef } from 'react';
import type { MappingView } from '#shared/contract/mapping.ts';
import { useStore } from '../../../state/index.ts';
import { useMessageText } from '../../../ui/index.ts';
import { sourceName } from '../SourceList.tsx';
import { scriptColouring } from './colours.ts';
import { scriptCompletions } from './complete.ts';
import { wordHelp } from './word-help.ts';
import type { ScriptSurroundings } from './words.ts';

/** The language of scripts for an editor: colours, completion, what a word is. The same for as long as it is open. */
export function useScriptLanguage(sources: MappingView['entries']): {
  readonly complete: CompletionSource;
  readonly extension: Extension;
} {
  const tell = useMessageText();
  const latest = useRef<ScriptSurroundings>(undefined!);
  latest.current = {
    paraCount: Math.max(1, sources.length),
    sourceOf: (para) => {
      const entry = sources[para - 1];
      return entry === undefined ? undefined : sourceName(entry);
    },
    tell,
    announce: (text) => useStore.getState().announce(text),
  };
  return useMemo(() => {
    const ask = () => latest.current;
    return { complete: scriptCompletions(ask), extension: [scriptColouring, wordHelp(ask)] };
  }, []);
}
