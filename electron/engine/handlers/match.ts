import type { matchContract } from '#shared/contract/match.ts';
import type { Handlers } from '#shared/rpc/contract.ts';
import type { Home } from '../home/home.ts';
import type { TreeReader } from './tree.ts';

export function matchHandlers(home: Home, readTree: TreeReader): Handlers<typeof matchContract> {
  return {
    'match.propose': async ({ system, fresh = false }, { signal }) => {
      const started = performance.now();
      const tree = await readTree(system, fresh, signal);
      const { queues } = await home.store.directory();
      return {
        system,
        rows: queues.map(({ id }) => ({ queueId: id, candidates: [], proposed: null })),
        kinds: [],
        externalQueues: tree.kinds.reduce((sum, kind) => sum + kind.queues.length, 0),
        elapsedMs: performance.now() - started,
      };
    },
  };
}
