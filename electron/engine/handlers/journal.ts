import type { JournalEntry, journalContract } from '#shared/contract/journal.ts';
import type { Handlers } from '#shared/rpc/contract.ts';
import type { Home } from '../home/home.ts';
import type { JournalHead } from '../home/journal.ts';
import { journalSteps, type ShownStep } from '../home/journal-steps.ts';

const shownSteps = 200;

export function journalHandlers(home: Home): Handlers<typeof journalContract> {
  const journal = journalSteps(home, 'console');
  return {
    'journal.read': async (page) => {
      const { steps, more } = await journal.read(page);
      return { entries: steps.map(journalEntry), more };
    },
    'journal.entry': async ({ id }) => {
      const { record, ...step } = await journal.entry(id);
      return { entry: journalEntry(step), commands: [...record.commands], inverse: [...record.inverse] };
    },
    'journal.history': async () => {
      const { undoable, redoable } = await journal.history();
      const steps = (heads: readonly JournalHead[]) =>
        heads.slice(-shownSteps).map(({ id, label, atUtc }) => ({ id, label, atUtc }));
      return { undoable: steps(undoable), redoable: steps(redoable) };
    },
    'journal.undo': ({ id }) => journal.take('undo', id),
    'journal.redo': ({ id }) => journal.take('redo', id),
  };
}

export function journalEntry({ head, state }: ShownStep): JournalEntry {
  const { id, atUtc, user, host, origin, kind, of, label, commandCount, details } = head;
  return {
    ...{ id, atUtc, user, host, origin, kind, label, commandCount, details: [...details] },
    ...(of === undefined ? {} : { of }),
    ...(state === undefined ? {} : { state }),
  };
}
