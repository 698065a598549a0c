import { z } from 'zod';
import { interfaceDefinitionSchema } from '#shared/contract/systems.ts';
import { stampKinds, valueFunctions } from './call-source.ts';

/** Any text in it may hold `{Key}`, any value may be chosen by a key, see `definition-template.ts`. */
const template = z.json();

/**
 * `interface.json` of a standard interface, described for its writers in docs/adding-an-acd.md: what is asked of the
 * operator (`keys`) and how the ACD's data is read with it.
 */
export const standardDefinitionSchema = interfaceDefinitionSchema.extend({
  /** How offsets are written: counted down from 12 (12 = UTC, 11 = UTC+1) for the ACDs whose sections always were. */
  zoneForm: z.enum(['usual', 'twelve']).default('usual'),
  /** Key with the minutes of the ACD's own aggregation; null: rows are calls, whatever a key of that name says. */
  intervalKey: z.string().min(1).nullable().default('Interval'),
  /** One template of {@link callKindSchema} for each kind of queues; left out: the keys are those of Universal. */
  calls: z.array(template).min(1).optional(),
  /** Values for Universal's agent keys; left out: those of the section. */
  agents: z.record(z.string(), template).optional(),
});
export type StandardDefinition = z.infer<typeof standardDefinitionSchema>;

const resultColumn = z.number().int().positive();

/** A text in one piece or in lines, so that parts of a statement can be chosen and long ones stay readable. */
const sqlText = z
  .union([z.string(), z.array(z.string())])
  .transform((text) => [text].flat().join('\n').trim())
  .pipe(z.string().min(1));

/** One kind of queues of an ACD, after its templates were filled. */
export const callKindSchema = z.strictObject({
  id: z.string(),
  /** Statement that lists the queues; the numbers in `path` and `key` are columns of its result, from 1. */
  queues: sqlText,
  /** Levels of the tree: a text for all queues, a column, or the first of several columns that is not empty. */
  path: z.array(z.union([z.string().min(1), resultColumn, z.array(resultColumn).min(1)])).min(1),
  key: z
    .array(
      z.strictObject({
        /** In the call data. */
        expression: z.string().min(1),
        /** Left out: what the column is in the source. */
        type: z.enum(['text', 'number']).optional(),
        column: resultColumn,
        /** Level of the path (from 1) that may hold the key itself, as map files of the old product have it. */
        level: z.number().int().positive().optional(),
      }),
    )
    .min(1),
  table: sqlText,
  condition: z.union([z.string(), z.array(z.string())]).optional(),
  stamp: z.strictObject({
    expression: z.string().min(1),
    kind: z.enum(stampKinds),
    time: z.string().min(1).optional(),
    /** With `unix`: a column of dates beside it, by which the source finds rows faster. */
    date: z.string().min(1).optional(),
    format: z.string().min(1).optional(),
    minutesWest: z.string().optional(),
    /** Column with each row's offset or zone. */
    zoneColumn: z.string().optional(),
    /** True where the stamp ends the row's interval. */
    isEnd: z.boolean().optional(),
  }),
  /** Column with the minutes of the row. */
  intervalColumn: z.string().optional(),
  /** IANA name or offset of a source whose clock is always the same; left out: the key `TimeZone`. */
  zone: z.string().optional(),
  valueTypes: z.array(
    z.union([
      z.string().min(1),
      z.strictObject({
        name: z.string().min(1),
        expression: z.string().min(1).optional(),
        function: z.enum(valueFunctions).optional(),
        /** Not in every release of the ACD: nobody complains where the column is missing, until it is mapped. */
        optional: z.boolean().optional(),
      }),
    ]),
  ),
  /** Key with a list of further columns. */
  moreValueTypes: z.string().optional(),
});
export type CallKind = z.infer<typeof callKindSchema>;
