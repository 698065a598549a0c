import { useState } from 'react';
import { type ErrorShape, errorShape } from '#shared/rpc/errors.ts';
import { type MappingTarget, useClient, useStore } from '../../state/index.ts';

export interface SaveScenario {
  readonly saving: boolean;
  readonly error: ErrorShape | undefined;
  dismiss(): void;
  /**
   * Gives the number of the script, null for none; undefined when it failed. An empty text deletes the script.
   * `before` is the text of the file when it was read, null where there was none.
   */
  save(text: string, before: string | null, label: string): Promise<number | null | undefined>;
}

/** Saves a script under a label that undo shows. What somebody else wrote meanwhile is never written over. */
export function useSaveScenario(target: MappingTarget): SaveScenario {
  const client = useClient();
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<ErrorShape>();

  return {
    saving,
    error,
    dismiss: () => setError(undefined),
    async save(text, before, label) {
      setSaving(true);
      setError(undefined);
      const { inTurn, refreshMappings, loadHistory, announce } = useStore.getState();
      try {
        // The files of the old product have CRLF, and it reads no other.
        const written = text.trim() === '' ? '' : text.replace(/\n/g, '\r\n');
        const number = await inTurn(async () => {
          const saved = await client.call('mapping.saveScenario', {
            target: { ...target },
            text: written,
            label,
            before,
          });
          await Promise.all([refreshMappings(), loadHistory()]);
          return saved.number;
        });
        announce(label);
        return number;
      } catch (thrown) {
        setError(errorShape(thrown));
        setSaving(false);
        // What stands in the file now is shown beside what was typed.
        await refreshMappings();
        return undefined;
      }
    },
  };
}
