import type { HomeInfo } from '#shared/contract/home.ts';
import type { EngineState } from '#shared/rpc/frames.ts';
import { isConnectionLoss, outcomeOf, type XlinkClient } from './client.ts';
import type { Slice } from './state.ts';

export interface EngineSlice {
  /** Null until the page has a port. */
  readonly client: XlinkClient | null;
  /** What the host says of the engine; undefined where there is no host between (tests, one process). */
  readonly engine: EngineState | undefined;
  readonly home: HomeInfo | undefined;
  readonly loadHome: () => Promise<void>;
}

export const engineSlice: Slice<EngineSlice> = (set, get) => ({
  client: null,
  engine: undefined,
  home: undefined,
  async loadHome() {
    const client = get().client;
    if (client === null) return;
    const outcome = await outcomeOf(client.call('home.info', {}));
    if (outcome.ok) set({ home: outcome.value });
    else if (!isConnectionLoss(outcome.error)) get().addNotice('loadHome', outcome.error);
  },
});

/** Whether the engine can be asked now. */
export function isEngineReady(state: EngineSlice): boolean {
  return state.client !== null && (state.engine === undefined || state.engine.state === 'running');
}
