import type { ValueTypeView, WfmQueueView } from '#shared/contract/wfm.ts';
import { isConnectionLoss, outcomeOf } from './client.ts';
import { coalesce } from './coalesce.ts';
import type { Slice } from './state.ts';

export interface WfmData {
  readonly queues: readonly WfmQueueView[];
  readonly valueTypes: readonly ValueTypeView[];
}

export interface WfmSlice {
  /** Undefined until first read. */
  readonly wfm: WfmData | undefined;
  readonly loadWfm: () => Promise<void>;
}

export const wfmSlice: Slice<WfmSlice> = (set, get) => ({
  wfm: undefined,
  loadWfm: coalesce(async () => {
    const client = get().client;
    if (client === null) return;
    const outcome = await outcomeOf(client.call('wfm.read', {}));
    if (outcome.ok) set({ wfm: outcome.value });
    else if (!isConnectionLoss(outcome.error)) get().addNotice('loadWfm', outcome.error);
  }),
});
