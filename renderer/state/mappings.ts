import type { HomeCommand, MappingView } from '#shared/contract/mapping.ts';
import { isConnectionLoss, outcomeOf, type XlinkClient } from './client.ts';
import { coalesce } from './coalesce.ts';
import type { Slice } from './state.ts';

/** One value type of one WFM queue: what mappings are made for. */
export interface MappingTarget {
  readonly queueId: number;
  readonly valueTypeId: number;
}

export interface MappingsSlice {
  /** Undefined until first read. */
  readonly mappings: readonly MappingView[] | undefined;
  /** Counts the changes to scripts: who shows one reads it again when it grows. */
  readonly scenariosRevision: number;
  readonly loadMappings: () => Promise<void>;
  /**
   * Applies the commands, all or none, and remembers how to take them back under the label. Answers whether it was
   * done; what went wrong stands as a notice.
   */
  readonly applyCommands: (commands: readonly HomeCommand[], label: string) => Promise<boolean>;
  /** The same for a script: writes its text, to the next free number where the target has none. */
  readonly saveScenario: (target: MappingTarget, text: string, label: string) => Promise<boolean>;
}

export const mappingsSlice: Slice<MappingsSlice> = (set, get) => {
  type Applied = { readonly inverse: readonly HomeCommand[] };

  const change = (label: string, ask: (client: XlinkClient) => Promise<Applied>) =>
    get().inTurn(async () => {
      const client = get().client;
      if (client === null) return false;
      const outcome = await outcomeOf(ask(client));
      if (!outcome.ok) {
        get().addNotice('apply', outcome.error);
        return false;
      }
      get().recordChange(label, outcome.value.inverse);
      await get().refreshMappings();
      get().announce(label);
      return true;
    });

  return {
    mappings: undefined,
    scenariosRevision: 0,
    loadMappings: coalesce(async () => {
      const client = get().client;
      if (client === null) return;
      const outcome = await outcomeOf(client.call('mapping.read', {}));
      if (outcome.ok) set({ mappings: outcome.value.mappings });
      else if (!isConnectionLoss(outcome.error)) get().addNotice('loadMappings', outcome.error);
    }),
    applyCommands: (commands, label) =>
      change(label, (client) => client.call('mapping.apply', { commands: [...commands] })),
    saveScenario: (target, text, label) =>
      change(label, (client) => client.call('mapping.saveScenario', { target: { ...target }, text })),
  };
};

export function sameTarget(a: MappingTarget | null, b: MappingTarget | null): boolean {
  return a === b || (a?.queueId === b?.queueId && a?.valueTypeId === b?.valueTypeId);
}
