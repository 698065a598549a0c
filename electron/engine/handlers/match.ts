import type { matchContract } from '#shared/contract/match.ts';
import type { Handlers } from '#shared/rpc/contract.ts';
import type { Home } from '../home/home.ts';
import { proposeForSystem } from '../match/propose.ts';
import type { TreeReader } from './tree.ts';

export function matchHandlers(home: Home, readTree: TreeReader): Handlers<typeof matchContract> {
  return {
    'match.propose': async ({ system, queueIds, fresh = false }, { signal }) => {
      const tree = await readTree(system, fresh, signal);
      const started = performance.now();
      const proposals = await proposeForSystem(home, tree, queueIds, signal);
      return { ...proposals, elapsedMs: performance.now() - started };
    },
  };
}
