import os from 'node:os';
import { type ChangeState, changeStates, historyOf } from '#shared/domain/mapping/history.ts';
import { XlinkError } from '#shared/rpc/errors.ts';
import type { Home } from './home.ts';
import {
  type JournalHead,
  type JournalOrigin,
  type JournalRecord,
  openJournal,
  userName,
} from './journal.ts';
import { applyHomeCommands } from './mapping-apply.ts';
import { commandText } from './mapping-words.ts';

/** A step of the journal; of a change, whether it is in effect. */
export interface ShownStep {
  readonly head: JournalHead;
  readonly state?: ChangeState['state'];
}

/** The journal of a home as it is read, taken back and made again. */
export interface JournalSteps {
  /** Newest first. */
  read(page: {
    readonly limit: number;
    readonly before?: number | undefined;
    readonly queueId?: number | undefined;
  }): Promise<{ steps: ShownStep[]; more: boolean }>;
  /** @throws XlinkError `JOURNAL_UNKNOWN` */
  entry(id: number): Promise<ShownStep & { readonly record: JournalRecord }>;
  /** What the user of this program on this machine can undo and redo, the next one last. */
  history(): Promise<{ undoable: readonly JournalHead[]; redoable: readonly JournalHead[] }>;
  /**
   * Takes a change back or makes it again, all of it or nothing.
   *
   * @throws XlinkError `JOURNAL_UNKNOWN`, `JOURNAL_STATE`; `MAP_CONFLICT` where the files no longer allow it.
   */
  take(kind: 'undo' | 'redo', id: number): Promise<{ journalId?: number; label: string }>;
}

export function journalSteps(home: Home, origin: JournalOrigin): JournalSteps {
  const journal = openJournal(home, commandText);

  async function found(id: number): Promise<{ heads: readonly JournalHead[]; head: JournalHead }> {
    const heads = await journal.heads();
    const head = heads.find((one) => one.id === id);
    if (head) return { heads, head };
    throw unknownEntry(id);
  }

  async function recordOf(head: JournalHead) {
    const record = await journal.record(head);
    if (record) return record;
    throw unknownEntry(head.id);
  }

  async function take(kind: 'undo' | 'redo', id: number) {
    const { heads, head } = await found(id);
    const change = head.of === undefined ? head : heads.find((one) => one.id === head.of);
    if (!change) throw unknownEntry(head.of!);
    const { state, last } = changeStates(heads).get(change.id)!;
    if (state !== (kind === 'undo' ? 'done' : 'undone')) throw wrongState(change, kind);
    const record = await recordOf(heads.find((one) => one.id === last)!);
    const { journalId } = await applyHomeCommands(home, record.inverse, {
      origin,
      label: change.label,
      takes: { kind, of: change.id },
    });
    return { ...(journalId === undefined ? {} : { journalId }), label: change.label };
  }

  return {
    take,
    async read({ limit, before, queueId }) {
      const heads = await journal.heads();
      const states = changeStates(heads);
      const older = heads.filter(
        (head) =>
          (before === undefined || head.id < before) && (queueId === undefined || head.queueIds.has(queueId)),
      );
      const steps = older.slice(-limit).reverse();
      return { steps: steps.map((head) => shown(head, states)), more: older.length > limit };
    },
    async entry(id) {
      const { heads, head } = await found(id);
      return { ...shown(head, changeStates(heads)), record: await recordOf(head) };
    },
    async history() {
      const user = userName();
      const host = os.hostname();
      return historyOf(
        (await journal.heads()).filter(
          (head) => head.origin === origin && head.user === user && head.host === host,
        ),
      );
    },
  };
}

function shown(head: JournalHead, states: ReadonlyMap<number, ChangeState>): ShownStep {
  const state = states.get(head.id)?.state;
  return state === undefined ? { head } : { head, state };
}

function unknownEntry(id: number): XlinkError {
  return new XlinkError(
    'JOURNAL_UNKNOWN',
    `The journal has no change ${id} any more. Make the change by hand.`,
    { id },
  );
}

function wrongState({ id, label }: JournalHead, kind: 'undo' | 'redo'): XlinkError {
  return new XlinkError(
    'JOURNAL_STATE',
    kind === 'undo'
      ? `"${label}" is taken back already.`
      : `"${label}" is in effect; there is nothing to make again.`,
    { id, label, variant: kind },
  );
}
