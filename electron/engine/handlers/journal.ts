import os from 'node:os';
import type { JournalEntry, journalContract } from '#shared/contract/journal.ts';
import { changeStates, historyOf } from '#shared/domain/mapping/history.ts';
import type { Handlers } from '#shared/rpc/contract.ts';
import { XlinkError } from '#shared/rpc/errors.ts';
import type { Home } from '../home/home.ts';
import { type JournalHead, openJournal, userName } from '../home/journal.ts';
import { applyHomeCommands } from '../home/mapping-apply.ts';
import { commandText } from '../home/mapping-words.ts';

const shownSteps = 200;

export function journalHandlers(home: Home): Handlers<typeof journalContract> {
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

  async function take(id: number, kind: 'undo' | 'redo') {
    const { heads, head } = await found(id);
    const change = head.of === undefined ? head : heads.find((one) => one.id === head.of);
    if (!change) throw unknownEntry(head.of!);
    const { state, last } = changeStates(heads).get(change.id)!;
    if (state !== (kind === 'undo' ? 'done' : 'undone')) throw wrongState(change, kind);
    const record = await recordOf(heads.find((one) => one.id === last)!);
    const { journalId } = await applyHomeCommands(home, record.inverse, {
      origin: 'console',
      label: change.label,
      takes: { kind, of: change.id },
    });
    return { ...(journalId === undefined ? {} : { journalId }), label: change.label };
  }

  return {
    'journal.read': async ({ limit, before, queueId }) => {
      const heads = await journal.heads();
      const states = changeStates(heads);
      const older = heads.filter(
        (head) =>
          (before === undefined || head.id < before) && (queueId === undefined || head.queueIds.has(queueId)),
      );
      const entries = older.slice(-limit).reverse();
      return {
        entries: entries.map((head) => entryOf(head, states.get(head.id)?.state)),
        more: older.length > limit,
      };
    },
    'journal.entry': async ({ id }) => {
      const { heads, head } = await found(id);
      const { commands, inverse } = await recordOf(head);
      const entry = entryOf(head, changeStates(heads).get(id)?.state);
      return { entry, commands: [...commands], inverse: [...inverse] };
    },
    'journal.history': async () => {
      const user = userName();
      const host = os.hostname();
      const own = (await journal.heads()).filter(
        (head) => head.origin === 'console' && head.user === user && head.host === host,
      );
      const { undoable, redoable } = historyOf(own);
      const steps = (heads: readonly JournalHead[]) =>
        heads.slice(-shownSteps).map(({ id, label, atUtc }) => ({ id, label, atUtc }));
      return { undoable: steps(undoable), redoable: steps(redoable) };
    },
    'journal.undo': ({ id }) => take(id, 'undo'),
    'journal.redo': ({ id }) => take(id, 'redo'),
  };
}

function entryOf(head: JournalHead, state: 'done' | 'undone' | undefined): JournalEntry {
  const { id, atUtc, user, host, origin, kind, of, label, commandCount, details } = head;
  return {
    ...{ id, atUtc, user, host, origin, kind, label, commandCount, details: [...details] },
    ...(of === undefined ? {} : { of }),
    ...(state === undefined ? {} : { state }),
  };
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
