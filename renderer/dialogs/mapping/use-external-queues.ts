import { useEffect, useMemo } from 'react';
import { useStore } from '../../state/index.ts';
import type { QueueOption } from '../queue-field/find-options.ts';

/** A queue of the ACD as it is chosen in a field. */
export interface ExternalQueueOption extends QueueOption {
  readonly path: readonly string[];
}

export function externalQueueOption(path: readonly string[], note?: string): ExternalQueueOption {
  return { key: path.join(':'), text: path.join(' › '), path, note };
}

/** All queues of a system, read where that was not done yet. */
export function useExternalQueues(system: string | undefined): readonly ExternalQueueOption[] {
  const state = useStore(({ trees }) => (system === undefined ? undefined : trees[system]));
  useEffect(() => {
    if (system !== undefined && state === undefined) void useStore.getState().readTree(system, false);
  }, [system, state]);
  const tree = state?.tree;
  return useMemo(() => {
    const options = (tree?.kinds ?? []).flatMap(({ queues }) =>
      queues.map((path) => externalQueueOption(path)),
    );
    return [...new Map(options.map((option) => [option.key, option])).values()];
  }, [tree]);
}
