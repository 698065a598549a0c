import { useEffect, useState } from 'react';
import type { RunProgress } from '#shared/contract/imports.ts';
import { type ErrorShape, errorShape } from '#shared/rpc/errors.ts';
import { useClient, useStore } from '../../state/index.ts';

export interface RunActs {
  readonly asked: 'cancel' | 'resume' | undefined;
  /** Why what was asked was not done. */
  readonly refused: ErrorShape | undefined;
  cancel(): void;
  resume(): void;
  refuse(thrown: unknown): void;
  dismiss(): void;
}

/** Cancels and resumes a run; what was asked holds until the run has another status. */
export function useRunActs(runId: number, run: RunProgress | undefined, again: () => void): RunActs {
  const client = useClient();
  const [asked, setAsked] = useState<'cancel' | 'resume'>();
  const [refused, setRefused] = useState<ErrorShape>();
  const listed = useStore((state) => state.runs?.find((other) => other.runId === runId)?.status);
  const status = run?.status;

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was asked is answered by another status.
  useEffect(() => {
    setAsked(undefined);
    setRefused(undefined);
  }, [runId, status]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another console resumed it; seen once, when the list says so.
  useEffect(() => {
    if (listed === 'running' && status !== undefined && status !== 'running') again();
  }, [listed]);

  const ask = async (what: 'cancel' | 'resume') => {
    setAsked(what);
    setRefused(undefined);
    try {
      await client.call(what === 'cancel' ? 'imports.cancel' : 'imports.resume', { runId });
      if (what === 'resume') again();
    } catch (thrown) {
      setAsked(undefined);
      setRefused(errorShape(thrown));
    }
  };
  return {
    asked,
    refused,
    cancel: () => void ask('cancel'),
    resume: () => void ask('resume'),
    refuse: (thrown) => setRefused(errorShape(thrown)),
    dismiss: () => setRefused(undefined),
  };
}

/** The run that took this one back, also when that, or an undo of that, was after the run was read. */
export function useUndoneBy(run: RunProgress | undefined): number | undefined {
  const listed = useStore((state) => state.runs?.find((other) => other.runId === run?.runId));
  return (listed ?? run)?.undoneBy;
}
