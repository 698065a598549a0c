import { useEffect, useMemo, useState } from 'react';
import type { RunSummary } from '#shared/contract/imports.ts';
import type { ErrorShape } from '#shared/rpc/errors.ts';
import { outcomeOf, useClient, useStore } from '../../state/index.ts';
import { mergeRuns } from './run-filter.ts';

/** As many as the engine gives at once. */
const PAGE = 500;

/** All runs that were read: the newest follow what happens, older ones come page by page. */
export function useHistory() {
  const client = useClient();
  const latest = useStore((state) => state.runs);
  const [older, setOlder] = useState<readonly RunSummary[]>([]);
  const [isWhole, setWhole] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorShape>();
  const runs = useMemo(() => (latest === undefined ? undefined : mergeRuns(latest, older)), [latest, older]);
  const read = async (before: number | undefined) => {
    setBusy(true);
    const outcome = await outcomeOf(
      client.call('runs.list', { limit: PAGE, ...(before === undefined ? {} : { before }) }),
    );
    setBusy(false);
    setError(outcome.ok ? undefined : outcome.error);
    if (!outcome.ok) return;
    setOlder((known) => mergeRuns(outcome.value, known));
    setWhole(outcome.value.length < PAGE);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first page, once
  useEffect(() => void read(undefined), []);
  return { runs, isWhole, busy, error, readOlder: () => void read(runs?.at(-1)?.runId) };
}
