import { z } from 'zod';
import { call } from '../rpc/contract.ts';
import { nothing } from './common.ts';
import { mappingCommandSchema } from './mapping.ts';

export const journalEntrySchema = z.object({
  /** Ascending; higher is later. */
  id: z.number(),
  atUtc: z.string(),
  /** The user of the operating system. */
  user: z.string(),
  /** Name of the machine. */
  host: z.string(),
  origin: z.enum(['console', 'cli', 'service']),
  /** `undo` and `redo` are of the entry `of`. */
  kind: z.enum(['change', 'undo', 'redo']),
  of: z.number().optional(),
  /** In the words of the one who did it; that of the change for undo and redo. */
  label: z.string(),
  commandCount: z.number(),
  /** The first few commands in English, as in `isps_ul.log`. */
  details: z.array(z.string()),
  /** Of a change: whether it is in effect. */
  state: z.enum(['done', 'undone']).optional(),
});
export type JournalEntry = z.infer<typeof journalEntrySchema>;

const step = z.object({ id: z.number(), label: z.string(), atUtc: z.string() });
export type JournalStep = z.infer<typeof step>;

const taken = z.object({
  /** The entry that records it; none where the journal could not be written. */
  journalId: z.number().optional(),
  /** Of the change taken back or made again. */
  label: z.string(),
});

export const journalContract = {
  /** Newest first. */
  'journal.read': call({
    input: z.object({
      limit: z.number().int().min(1).max(1000),
      /** Only older ones than this id. */
      before: z.number().int().optional(),
      /** Only changes that touch this queue. */
      queueId: z.number().int().optional(),
    }),
    output: z.object({ entries: z.array(journalEntrySchema), more: z.boolean() }),
  }),
  /** The commands of an entry and those that take it back. `JOURNAL_UNKNOWN` when it is not there (any more). */
  'journal.entry': call({
    input: z.object({ id: z.number().int() }),
    output: z.object({
      entry: journalEntrySchema,
      commands: z.array(mappingCommandSchema),
      inverse: z.array(mappingCommandSchema),
    }),
  }),
  /**
   * What this user of this console can undo and redo, the next one last: also after the window was loaded again or
   * the program was started again. At most 200 each.
   */
  'journal.history': call({
    input: nothing,
    output: z.object({ undoable: z.array(step), redoable: z.array(step) }),
  }),
  /**
   * Takes a change back, whoever made it, where the files still allow it: `MAP_CONFLICT` otherwise, and nothing is
   * done. `JOURNAL_UNKNOWN`, `JOURNAL_STATE` when it is taken back already.
   */
  'journal.undo': call({ input: z.object({ id: z.number().int() }), output: taken }),
  /** Makes a change again that was taken back. The same errors. */
  'journal.redo': call({ input: z.object({ id: z.number().int() }), output: taken }),
};
