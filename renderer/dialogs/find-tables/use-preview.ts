import { useEffect, useState } from 'react';
import type { Preview, SectionKeys } from '#shared/contract/find-tables.ts';
import { type ErrorShape, errorShape } from '#shared/rpc/errors.ts';
import { useClient } from '../../state/index.ts';

export type PreviewState =
  | { readonly state: 'none' | 'reading' }
  | { readonly state: 'there'; readonly preview: Preview }
  | { readonly state: 'failed'; readonly error: ErrorShape };

/** Whoever chooses roles one after the other does not want each of them read. */
const settledMs = 500;

/** What the section would give with these keys, read again when they change; none while they are not whole. */
export function usePreview(system: string, keys: SectionKeys): PreviewState {
  const client = useClient();
  const [shown, setShown] = useState<PreviewState>({ state: 'none' });
  const asked = JSON.stringify(keys);

  useEffect(() => {
    const wanted = JSON.parse(asked) as SectionKeys;
    if (wanted.length === 0) {
      setShown({ state: 'none' });
      return;
    }
    const controller = new AbortController();
    setShown({ state: 'reading' });
    const timer = setTimeout(() => {
      const input = { system, keys: Object.fromEntries(wanted.map(({ key, value }) => [key, value])) };
      client.call('findTables.preview', input, { signal: controller.signal }).then(
        (preview) => {
          if (!controller.signal.aborted) setShown({ state: 'there', preview });
        },
        (thrown: unknown) => {
          if (!controller.signal.aborted) setShown({ state: 'failed', error: errorShape(thrown) });
        },
      );
    }, settledMs);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [client, system, asked]);

  return shown;
}
