import type { HomeCommand } from '#shared/contract/mapping.ts';
import { outcomeOf } from './client.ts';
import type { Slice } from './state.ts';

/** A change that was made, and the commands that take it back. */
export interface Change {
  /** What was done, for people: `ACDCALLS mapped to Hotline › Calls offered as Para1.` */
  readonly label: string;
  readonly inverse: readonly HomeCommand[];
}

export interface HistorySlice {
  /** Newest last. */
  readonly undoable: readonly Change[];
  readonly redoable: readonly Change[];
  /** For changes made by a call of one's own, for instance `mapping.saveScenario`. */
  readonly recordChange: (label: string, inverse: readonly HomeCommand[]) => void;
  /** Answer what was taken back or made again, or null if there was nothing or it failed. */
  readonly undo: () => Promise<Change | null>;
  readonly redo: () => Promise<Change | null>;
  /** For files that are others now: nothing of what was done to the former ones can be taken back. */
  readonly forgetHistory: () => void;
  /** Mappings and scripts are read again. */
  readonly refreshMappings: () => Promise<void>;
  /** Changes happen one after the other, in the order they were asked for. */
  readonly inTurn: <T>(change: () => Promise<T>) => Promise<T>;
}

const KEPT = 200;

export const historySlice: Slice<HistorySlice> = (set, get) => {
  let last: Promise<unknown> = Promise.resolve();

  const take = (from: 'undoable' | 'redoable') =>
    get().inTurn(async () => {
      const { client, [from]: changes } = get();
      const change = changes.at(-1);
      if (change === undefined || client === null) return null;
      const outcome = await outcomeOf(client.call('mapping.apply', { commands: [...change.inverse] }));
      // A change that cannot be taken back now blocks those before it for good, unless it is let go.
      const done = outcome.ok || !outcome.error.retryable;
      if (done) set((state) => ({ [from]: state[from].slice(0, -1) }));
      if (!outcome.ok) {
        get().addNotice(from === 'undoable' ? 'undo' : 'redo', outcome.error);
        return null;
      }
      const back = { label: change.label, inverse: outcome.value.inverse };
      if (from === 'undoable') set((state) => ({ redoable: [...state.redoable, back] }));
      else set((state) => ({ undoable: [...state.undoable, back] }));
      await get().refreshMappings();
      return change;
    });

  return {
    undoable: [],
    redoable: [],
    recordChange(label, inverse) {
      set((state) => ({ undoable: [...state.undoable.slice(1 - KEPT), { label, inverse }], redoable: [] }));
    },
    forgetHistory: () => set({ undoable: [], redoable: [] }),
    undo: () => take('undoable'),
    redo: () => take('redoable'),
    async refreshMappings() {
      set((state) => ({ scenariosRevision: state.scenariosRevision + 1 }));
      await get().loadMappings();
    },
    inTurn(change) {
      const turn = last.then(change, change);
      last = turn;
      return turn;
    },
  };
};
