import { useState } from 'react';
import { type ErrorShape, errorShape } from '#shared/rpc/errors.ts';
import { type MappingTarget, useClient, useStore } from '../../state/index.ts';

export interface ScriptOnDisk {
  /** Undefined where the mapping has no script yet. */
  readonly number: number | undefined;
  /** As it was read, with the line ends of the file. */
  readonly text: string | undefined;
}

export interface SaveScenario {
  readonly saving: boolean;
  readonly error: ErrorShape | undefined;
  dismiss(): void;
  /** Gives the number of the script, null for none; undefined when it failed. An empty text deletes the script. */
  save(text: string, onDisk: ScriptOnDisk, label: string): Promise<number | null | undefined>;
}

/** Saves a script under a label that undo shows. What somebody else wrote meanwhile is never written over. */
export function useSaveScenario(target: MappingTarget): SaveScenario {
  const client = useClient();
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<ErrorShape>();

  async function write(text: string, { number, text: before }: ScriptOnDisk, label: string) {
    if (number === undefined || before === undefined || text.trim() === '') {
      const saved = await client.call('mapping.saveScenario', { target: { ...target }, text, label });
      return saved.number;
    }
    await client.call('mapping.apply', {
      commands: [{ kind: 'write-scenario', number, text, before }],
      label,
    });
    return number;
  }

  return {
    saving,
    error,
    dismiss: () => setError(undefined),
    async save(text, onDisk, label) {
      setSaving(true);
      setError(undefined);
      const { inTurn, refreshMappings, loadHistory, announce } = useStore.getState();
      try {
        // The files of the old product have CRLF, and it reads no other.
        const written = text.trim() === '' ? '' : text.replace(/\n/g, '\r\n');
        const number = await inTurn(async () => {
          const saved = await write(written, onDisk, label);
          await Promise.all([refreshMappings(), loadHistory()]);
          return saved;
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
