import { z } from 'zod';
import { call } from '../rpc/contract.ts';
import { messageSchema, nothing } from './common.ts';

const target = z.object({ queueId: z.number().int(), valueTypeId: z.number().int() });

/** Whole lines as they stood: an inverse command carries them, so that undo gives the same bytes back. */
const exact = z
  .object({ line: z.number().int().positive(), removed: z.string(), inserted: z.string() })
  .optional();

/** The four commands of `shared/domain/mapping/commands.ts`, and the text of a script. */
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
  z.object({ kind: z.literal('set-script'), target, script: z.number().int().positive().nullable(), exact }),
  /** Null removes the file `<number>.BAS`. */
  z.object({
    kind: z.literal('write-scenario'),
    number: z.number().int().positive(),
    text: z.string().max(200_000).nullable(),
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

const applied = z.object({
  /** Applying these, in this order, takes the change back. */
  inverse: z.array(mappingCommandSchema),
});

export const mappingContract = {
  'mapping.read': call({ input: nothing, output: z.object({ mappings: z.array(mappingViewSchema) }) }),
  /** All or nothing. `MAP_CONFLICT` when the files no longer are what a command expects. */
  'mapping.apply': call({
    input: z.object({ commands: z.array(mappingCommandSchema).min(1) }),
    output: applied,
  }),
  /** Writes the text to the mapping's script, or to the next free number; an empty text deletes the script. */
  'mapping.saveScenario': call({
    input: z.object({ target, text: z.string().max(200_000) }),
    output: applied.extend({ number: z.number().nullable() }),
  }),
  'scenario.read': call({
    input: z.object({ number: z.number().int().positive() }),
    output: z.object({ fileName: z.string(), text: z.string() }),
  }),
};
