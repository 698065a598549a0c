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
   * Applies the commands, all or none; the journal keeps them under the label, to be taken back. Answers whether it was
   * done; what went wrong stands as a notice.
   */
  readonly applyCommands: (commands: readonly HomeCommand[], label: string) => Promise<boolean>;
  /** The same for a script: writes its text, to the next free number where the target has none. */
  readonly saveScenario: (target: MappingTarget, text: string, label: string) => Promise<boolean>;
}

export const mappingsSlice: Slice<MappingsSlice> = (set, get) => {
  const change = (label: string, ask: (client: XlinkClient) => Promise<unknown>) =>
    get().inTurn(async () => {
      const client = get().client;
      if (client === null) return false;
      const outcome = await outcomeOf(ask(client));
      if (!outcome.ok) {
        get().addNotice('apply', outcome.error);
        return false;
      }
      await Promise.all([get().refreshMappings(), get().loadHistory()]);
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
      change(label, (client) => client.call('mapping.apply', { commands: [...commands], label })),
    saveScenario: (target, text, label) =>
      change(label, (client) => client.call('mapping.saveScenario', { target: { ...target }, text, label })),
  };
};

export function sameTarget(a: MappingTarget | null, b: MappingTarget | null): boolean {
  return a === b || (a?.queueId === b?.queueId && a?.valueTypeId === b?.valueTypeId);
}
