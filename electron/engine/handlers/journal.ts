import type { journalContract } from '#shared/contract/journal.ts';
import type { Handlers } from '#shared/rpc/contract.ts';
import { XlinkError } from '#shared/rpc/errors.ts';
import type { Home } from '../home/home.ts';

export function journalHandlers(_home: Home): Handlers<typeof journalContract> {
  const unknown = async ({ id }: { id: number }) => {
    throw new XlinkError('JOURNAL_UNKNOWN', `The journal has no entry ${id} (any more).`, { id });
  };
  return {
    'journal.read': async () => ({ entries: [], more: false }),
    'journal.entry': unknown,
    'journal.history': async () => ({ undoable: [], redoable: [] }),
    'journal.undo': unknown,
    'journal.redo': unknown,
  };
}
