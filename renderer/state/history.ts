import type { JournalStep } from '#shared/contract/journal.ts';
import { type Outcome, outcomeOf } from './client.ts';
import { coalesce } from './coalesce.ts';
import type { Slice } from './state.ts';

export interface HistorySlice {
  /** What this user did in consoles on this home, newest last: the journal knows it after a reload too. */
  readonly undoable: readonly JournalStep[];
  readonly redoable: readonly JournalStep[];
  readonly loadHistory: () => Promise<void>;
  /** Answer what was taken back or made again, or null if there was nothing or it failed. */
  readonly undo: () => Promise<JournalStep | null>;
  readonly redo: () => Promise<JournalStep | null>;
  /** Takes back or makes again any one change of the journal, whoever made it. */
  readonly takeBack: (kind: 'undo' | 'redo', id: number) => Promise<Outcome<{ readonly label: string }>>;
  /** For files that are others now: nothing of what was done to the former ones can be taken back. */
  readonly forgetHistory: () => void;
  /** Mappings and scripts are read again. */
  readonly refreshMappings: () => Promise<void>;
  /** Changes happen one after the other, in the order they were asked for. */
  readonly inTurn: <T>(change: () => Promise<T>) => Promise<T>;
}

export const historySlice: Slice<HistorySlice> = (set, get) => {
  let last: Promise<unknown> = Promise.resolve();
  /** A change that cannot be taken back now would block those before it for good: it is let go. */
  const stuck = new Set<number>();
  let forgottenUpTo = 0;

  const usable = (steps: readonly JournalStep[]) =>
    steps.filter(({ id }) => id > forgottenUpTo && !stuck.has(id));

  const take = (kind: 'undo' | 'redo') =>
    get().inTurn(async () => {
      const step = get()[kind === 'undo' ? 'undoable' : 'redoable'].at(-1);
      if (step === undefined) return null;
      const outcome = await ask(kind, step.id);
      if (outcome.ok) return step;
      if (!outcome.error.retryable) stuck.add(step.id);
      get().addNotice(kind, outcome.error);
      await get().loadHistory();
      return null;
    });

  async function ask(kind: 'undo' | 'redo', id: number): Promise<Outcome<{ readonly label: string }>> {
    const client = get().client;
    if (client === null) {
      return {
        ok: false,
        error: { code: 'CONNECTION_LOST', message: 'No engine.', details: {}, retryable: true },
      };
    }
    const outcome = await outcomeOf(client.call(`journal.${kind}`, { id }));
    if (outcome.ok) await Promise.all([get().refreshMappings(), get().loadHistory()]);
    return outcome;
  }

  return {
    undoable: [],
    redoable: [],
    loadHistory: coalesce(async () => {
      const client = get().client;
      if (client === null) return;
      const outcome = await outcomeOf(client.call('journal.history', {}));
      // Nobody asked for it: without it there is nothing to undo, and the next change asks again.
      if (!outcome.ok) return;
      set({ undoable: usable(outcome.value.undoable), redoable: usable(outcome.value.redoable) });
    }),
    undo: () => take('undo'),
    redo: () => take('redo'),
    takeBack: (kind, id) => get().inTurn(() => ask(kind, id)),
    forgetHistory() {
      const { undoable, redoable } = get();
      forgottenUpTo = Math.max(forgottenUpTo, ...[...undoable, ...redoable].map(({ id }) => id));
      set({ undoable: [], redoable: [] });
    },
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
