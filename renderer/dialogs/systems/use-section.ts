import { useEffect, useReducer, useState } from 'react';
import { type ErrorShape, errorShape } from '#shared/rpc/errors.ts';
import { useClient, useStore } from '../../state/index.ts';
import { useReading } from '../use-reading.ts';
import { type DraftEvent, isDirty, type SectionDraft, sectionDraft } from './section-draft.ts';

export interface Section {
  readonly draft: SectionDraft | undefined;
  readonly dirty: boolean;
  readonly saving: boolean;
  /** Why it could not be read or saved. */
  readonly error: ErrorShape | undefined;
  dispatch(event: DraftEvent): void;
  dismissError(): void;
  /** False when it was not saved: the reason stands in `error` or in the draft's `outside`. */
  save(): Promise<boolean>;
}

/** The section of a system, read again whenever the settings change, whoever changed them. */
export function useSection(name: string | undefined): Section {
  const client = useClient();
  // The store reads the systems anew at each change of the settings.
  const systems = useStore((state) => state.systems);
  const reading = useReading(
    async (signal) => (name === undefined ? undefined : client.call('systems.read', { name }, { signal })),
    [client, name, systems],
  );
  const [draft, dispatch] = useReducer(sectionDraft, undefined);
  const [saving, setSaving] = useState(false);
  const [saveError, setSaveError] = useState<ErrorShape>();

  useEffect(() => {
    if (reading.data !== undefined) dispatch({ kind: 'read', detail: reading.data });
  }, [reading.data]);

  const save = async (): Promise<boolean> => {
    if (name === undefined || draft === undefined || saving || draft.outside !== undefined) return false;
    if (!isDirty(draft)) return true;
    setSaving(true);
    setSaveError(undefined);
    dispatch({ kind: 'saving' });
    try {
      await saveFrom(draft.base.revision);
      dispatch({ kind: 'saved', detail: await client.call('systems.read', { name }) });
      return true;
    } catch (thrown) {
      const shape = errorShape(thrown);
      if (shape.code !== 'HOME_FILE_CHANGED') setSaveError(shape);
      return false;
    } finally {
      setSaving(false);
    }
  };

  const saveFrom = async (revision: string): Promise<void> => {
    if (name === undefined || draft === undefined) return;
    const change = { kind: 'text' as const, text: draft.text };
    try {
      await client.call('systems.save', { name, revision, change });
    } catch (thrown) {
      if (errorShape(thrown).code !== 'HOME_FILE_CHANGED') throw thrown;
      const now = await client.call('systems.read', { name });
      // Another section was changed: this one is still what it was made from.
      if (now.text === draft.base.text && now.revision !== revision) return saveFrom(now.revision);
      dispatch({ kind: 'refused', detail: now });
      throw thrown;
    }
  };

  return {
    draft,
    dirty: draft !== undefined && isDirty(draft),
    saving,
    error: saveError ?? (draft === undefined ? reading.error : undefined),
    dispatch,
    dismissError: () => setSaveError(undefined),
    save,
  };
}
