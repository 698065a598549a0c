import type { InterfaceDefinition, SystemSummary } from '#shared/contract/systems.ts';
import type { ExternalTree } from '#shared/contract/tree.ts';
import { messageText } from '#shared/i18n/messages.ts';
import type { ErrorShape } from '#shared/rpc/errors.ts';
import { isConnectionLoss, outcomeOf } from './client.ts';
import { coalesce } from './coalesce.ts';
import type { Slice } from './state.ts';

export interface TreeState {
  readonly status: 'unread' | 'reading' | 'read' | 'failed';
  /** What was read last; it stays while it is read again and where that fails. */
  readonly tree?: ExternalTree | undefined;
  readonly error?: ErrorShape | undefined;
}

export interface SystemsSlice {
  /** Undefined until first read. */
  readonly systems: readonly SystemSummary[] | undefined;
  /** Undefined until first read; they are part of the program and never change. */
  readonly interfaces: readonly InterfaceDefinition[] | undefined;
  /** By name of the system; one that is not in it was never read. */
  readonly trees: Readonly<Record<string, TreeState>>;
  readonly loadSystems: () => Promise<void>;
  readonly loadInterfaces: () => Promise<void>;
  /** Fresh: asks the source again although the engine still knows the answer. */
  readonly readTree: (system: string, fresh: boolean) => Promise<void>;
}

export const unreadTree: TreeState = { status: 'unread' };

export const systemsSlice: Slice<SystemsSlice> = (set, get) => {
  /** Which reading of a system is the newest: an older answer that comes later is dropped. */
  const newest = new Map<string, number>();
  const put = (system: string, tree: TreeState) =>
    set((state) => ({ trees: { ...state.trees, [system]: tree } }));

  return {
    systems: undefined,
    interfaces: undefined,
    trees: {},
    loadInterfaces: coalesce(async () => {
      const client = get().client;
      if (client === null || get().interfaces !== undefined) return;
      const outcome = await outcomeOf(client.call('interfaces.list', {}));
      // Without them, systems show the English names that came with them.
      if (outcome.ok) set({ interfaces: outcome.value });
    }),
    loadSystems: coalesce(async () => {
      const client = get().client;
      if (client === null) return;
      const outcome = await outcomeOf(client.call('systems.list', {}));
      if (outcome.ok) set({ systems: outcome.value });
      else if (!isConnectionLoss(outcome.error)) get().addNotice('loadSystems', outcome.error);
    }),
    async readTree(system, fresh) {
      const client = get().client;
      if (client === null) return;
      const turn = (newest.get(system) ?? 0) + 1;
      newest.set(system, turn);
      const before = get().trees[system] ?? unreadTree;
      put(system, { status: 'reading', tree: before.tree });
      const outcome = await outcomeOf(client.call('tree.read', { system, fresh }));
      if (newest.get(system) !== turn) return;
      if (!outcome.ok) get().announce(`${system}: ${messageText(get().language, outcome.error)}`);
      put(
        system,
        outcome.ok
          ? { status: 'read', tree: outcome.value }
          : { status: 'failed', tree: before.tree, error: outcome.error },
      );
    },
  };
};
