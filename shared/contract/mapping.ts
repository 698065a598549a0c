import { z } from 'zod';
import { call } from '../rpc/contract.ts';
import { messageSchema, nothing } from './common.ts';

const target = z.object({ queueId: z.number().int(), valueTypeId: z.number().int() });

/** Whole lines as they stood: an inverse command carries them, so that undo gives the same bytes back. */
const exact = z
  .object({ line: z.number().int().positive(), removed: z.string(), inserted: z.string() })
  .optional();

/** The commands of `shared/domain/mapping/commands.ts`, and what is done to the files of scripts. */
export const mappingCommandSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('add-entry'),
    target,
    source: z.string().min(1).max(2000),
    at: z.number().int().optional(),
    exact,
  }),
  z.object({ kind: z.literal('remove-entry'), target, index: z.number().int(), source: z.string(), exact }),
  z.object({
    kind: z.literal('move-entry'),
    target,
    from: z.number().int(),
    to: z.number().int(),
    source: z.string().optional(),
  }),
  /** Puts another source in the place of one, on the same line: a queue of the ACD that was renamed. */
  z.object({
    kind: z.literal('replace-entry'),
    target,
    index: z.number().int(),
    /** What stands there; anything else is a conflict. */
    source: z.string(),
    replacement: z.string().min(1).max(2000),
  }),
  z.object({
    kind: z.literal('set-script'),
    target,
    script: z.number().int().positive().nullable(),
    /** What is set there, null for none; anything else is a conflict. Not looked at when left out. */
    before: z.number().int().nullable().optional(),
    exact,
  }),
  /** Writes a script under the next free number and sets it for the target, which must not have one. */
  z.object({ kind: z.literal('create-scenario'), target, text: z.string().min(1).max(200_000) }),
  /** Null removes the file `<number>.BAS`. */
  z.object({
    kind: z.literal('write-scenario'),
    number: z.number().int().positive(),
    text: z.string().max(200_000).nullable(),
    /** The text that is there, null for no file; anything else is a conflict. Not looked at when left out. */
    before: z.string().max(200_000).nullable().optional(),
    /** The file byte for byte, base64; set on inverses where the text alone would not give the same bytes back. */
    bytes: z.string().max(600_000).optional(),
  }),
]);
export type HomeCommand = z.infer<typeof mappingCommandSchema>;

export const mappingViewSchema = z.object({
  queueId: z.number(),
  valueTypeId: z.number(),
  /** In order: entry n feeds `Para<n>`. */
  entries: z.array(
    z.object({
      /** The right side of the line, as in the file. */
      source: z.string(),
      system: z.string().optional(),
      path: z.array(z.string()).optional(),
      valueType: z.string().optional(),
      /** Why the source is not understood, for instance an unknown system. */
      problem: messageSchema.optional(),
    }),
  ),
  scenario: z
    .object({
      number: z.number(),
      fileName: z.string(),
      /** `default`: what Create would write; `missing`: the file is not there; `invalid`: it does not compile. */
      state: z.enum(['default', 'changed', 'missing', 'invalid']),
    })
    .optional(),
});
export type MappingView = z.infer<typeof mappingViewSchema>;

/** What was done, in the words of the person who did it: `ACDCALLS mapped to Hotline › Calls offered as Para1.` */
const label = z.string().max(500).optional();

const applied = z.object({
  /** Applying these, in this order, takes the change back. */
  inverse: z.array(mappingCommandSchema),
  /** The change in the journal, see `journal.undo`; none where nothing was changed. */
  journalId: z.number().optional(),
});

export const mappingContract = {
  'mapping.read': call({ input: nothing, output: z.object({ mappings: z.array(mappingViewSchema) }) }),
  /** All or nothing. `MAP_CONFLICT` when the files no longer are what a command expects. */
  'mapping.apply': call({
    input: z.object({ commands: z.array(mappingCommandSchema).min(1).max(200_000), label }),
    output: applied,
  }),
  /** Writes the text to the mapping's script, or to the next free number; an empty text deletes the script. */
  'mapping.saveScenario': call({
    input: z.object({
      target,
      text: z.string().max(200_000),
      label,
      /** The text that was there when it was opened, null for no script: `MAP_CONFLICT` when it is another one now. */
      before: z.string().max(200_000).nullable().optional(),
    }),
    output: applied.extend({ number: z.number().nullable() }),
  }),
  'scenario.read': call({
    input: z.object({ number: z.number().int().positive() }),
    output: z.object({ fileName: z.string(), text: z.string() }),
  }),
};
