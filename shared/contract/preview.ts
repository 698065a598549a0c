import { z } from 'zod';
import { call } from '../rpc/contract.ts';
import { daySchema, errorShapeSchema, messageSchema } from './common.ts';
import { problemSchema } from './imports.ts';

export const previewIntervalSchema = z.object({
  /** ISO in UTC. */
  startUtc: z.string(),
  /** Wall clock in the queue's zone, `HH:MM`; the repeated hour appears twice. */
  startLocal: z.string(),
  /** Offset of the wall clock, `+02:00`. */
  offset: z.string(),
  /** What a script is given as `Minutes`. */
  minutes: z.number(),
  /** What `runScenario` takes as `startLocalSeconds`. */
  startLocalSeconds: z.number(),
  /** Entry n is `Para<n>`; null where the source gave none (it counts as 0 when another source gave one). */
  paras: z.array(z.number().nullable()),
  /**
   * `computed`; `none`: no source gave a figure; `unusable`: a figure is no number or cannot be divided into this
   * interval; `failed`: see `error`. Only `computed` would be written.
   */
  state: z.enum(['computed', 'none', 'unusable', 'failed']),
  /** False for one that is not over yet: an import does not take it. */
  isOver: z.boolean(),
  /** What the import would store, in hundredths. */
  resultHundredths: z.number().nullable(),
  error: messageSchema.extend({ line: z.number(), column: z.number() }).optional(),
  /** What the script printed in this interval. */
  printed: z.array(z.string()).optional(),
  /** What is stored now, in hundredths. */
  storedHundredths: z.number().nullable(),
});
export type PreviewInterval = z.infer<typeof previewIntervalSchema>;

export const previewSchema = z.object({
  queueId: z.number(),
  valueTypeId: z.number(),
  day: daySchema,
  timeZone: z.string(),
  intervalMinutes: z.number(),
  /** What a script is given as `Weekday`: Sunday = 1 … Saturday = 7. */
  weekday: z.number(),
  sources: z.array(
    z.object({
      /** The right side of the entry. */
      source: z.string(),
      system: z.string().optional(),
      /** Why it gives no figures: not understood, system not configured, queue not there, not readable. */
      problem: errorShapeSchema.partial({ details: true, retryable: true }).optional(),
    }),
  ),
  /** Every interval of the day; empty paras and state `none` where a source could not be read. */
  intervals: z.array(previewIntervalSchema),
  /** Mistakes and warnings of the script that was run; without a script none. */
  findings: z.array(
    messageSchema.extend({
      severity: z.enum(['error', 'warning', 'hint']),
      line: z.number(),
      column: z.number(),
      endColumn: z.number().optional(),
    }),
  ),
  /** What the read and the script met, as a run would report it. */
  problems: z.array(problemSchema),
  /** Sum of the results in hundredths, and of what is stored. */
  totals: z.object({ resultHundredths: z.number(), storedHundredths: z.number() }),
  rowsRead: z.number(),
  /** True when the rows were kept from a preview before. */
  fromMemory: z.boolean(),
  readMs: z.number(),
  computeMs: z.number(),
});
export type Preview = z.infer<typeof previewSchema>;

export const previewContract = {
  /**
   * What an import of the day would give for one value type, without writing: read the same way, computed by the same
   * script. Cancellable. Rows are kept a while, so a further call with another `text` reads nothing.
   */
  'mapping.preview': call({
    input: z.object({
      queueId: z.number().int(),
      valueTypeId: z.number().int(),
      /** In the queue's zone; the last day for which the source has rows when left out, else yesterday. */
      day: daySchema.optional(),
      /** A script that is not saved yet; '' for the default one. The mapping's own when left out. */
      text: z.string().max(200_000).optional(),
      /** Sources that are not saved yet; the mapping's own when left out. */
      entries: z.array(z.string().min(1).max(2000)).max(200).optional(),
      /** Read again although the rows are known. */
      fresh: z.boolean().optional(),
    }),
    output: previewSchema,
  }),
};
