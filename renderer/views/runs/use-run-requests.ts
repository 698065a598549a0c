import { useCallback, useState } from 'react';
import { type ErrorShape, errorShape } from '#shared/rpc/errors.ts';
import { useClient } from '../../state/index.ts';

export type RunRequest = 'cancel' | 'resume';

/** Cancels and resumes runs of the history; what was asked of a run holds until the engine has answered. */
export function useRunRequests() {
  const client = useClient();
  const [asked, setAsked] = useState<ReadonlyMap<number, RunRequest>>(new Map());
  const [refused, setRefused] = useState<ErrorShape>();
  const refuse = useCallback((thrown: unknown) => setRefused(errorShape(thrown)), []);
  const ask = async (what: RunRequest, runId: number) => {
    setAsked((before) => new Map(before).set(runId, what));
    setRefused(undefined);
    try {
      await client.call(what === 'cancel' ? 'imports.cancel' : 'imports.resume', { runId });
    } catch (thrown) {
      refuse(thrown);
    }
    setAsked((before) => new Map([...before].filter(([other]) => other !== runId)));
  };
  return {
    ask: (what: RunRequest, runId: number) => void ask(what, runId),
    asked,
    refused,
    refuse,
    dismiss: () => setRefused(undefined),
  };
}
