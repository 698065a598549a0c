import { z } from 'zod';
import { call, stream } from '../rpc/contract.ts';
import { daySchema, errorShapeSchema, messageSchema } from './common.ts';

export const runStatusSchema = z.enum([
  'running',
  'completed',
  'completed-with-problems',
  'cancelled',
  'failed',
  /** The process that ran it is gone: it can be resumed. */
  'interrupted',
]);
export type RunStatus = z.infer<typeof runStatusSchema>;

export const problemSchema = messageSchema.extend({
  system: z.string().optional(),
  queueId: z.number().optional(),
  queue: z.string().optional(),
  valueTypeId: z.number().optional(),
  valueType: z.string().optional(),
  day: z.string().optional(),
  /** First interval concerned, ISO in UTC. */
  startUtc: z.string().optional(),
  script: z.string().optional(),
  line: z.number().optional(),
  column: z.number().optional(),
  /** How many intervals or rows it concerns. */
  count: z.number(),
});
export type Problem = z.infer<typeof problemSchema>;

export const runDaySchema = z.object({
  system: z.string(),
  day: z.string(),
  state: z.enum(['pending', 'running', 'done', 'failed', 'skipped']),
  /** Done, but with problems. */
  unusual: z.boolean(),
});

const counters = {
  rowsRead: z.number(),
  valuesWritten: z.number(),
  valuesUnchanged: z.number(),
  problemCount: z.number(),
};

export const runSummarySchema = z.object({
  runId: z.number(),
  stream: z.enum(['calls', 'agents']),
  status: runStatusSchema,
  systems: z.array(z.string()),
  fromDay: z.string(),
  toDay: z.string(),
  dryRun: z.boolean(),
  startedUtc: z.string(),
  finishedUtc: z.string().optional(),
  ...counters,
  /** What ended a failed run. */
  error: errorShapeSchema.optional(),
});
export type RunSummary = z.infer<typeof runSummarySchema>;

/** A whole picture of a run, sent at most four times a second and once at its end. */
export const runProgressSchema = runSummarySchema.extend({
  days: z.array(runDaySchema),
  daysDone: z.number(),
  rowsPerSecond: z.number(),
  secondsLeft: z.number().optional(),
  reading: z.object({ system: z.string(), day: z.string() }).optional(),
  /** First problems, most telling first; all of them by `runs.problems`. */
  problems: z.array(problemSchema),
});
export type RunProgress = z.infer<typeof runProgressSchema>;

const runRef = z.object({ runId: z.number().int() });

export const importsContract = {
  /** Starts a job of the engine; it goes on whether or not anybody watches. */
  'imports.start': call({
    input: z.object({
      stream: z.literal('calls'),
      from: daySchema,
      to: daySchema,
      /** None: every system set up for PhoneLink. */
      systems: z.array(z.string()).optional(),
      dryRun: z.boolean().optional(),
      writeNull: z.boolean().optional(),
    }),
    output: runRef,
  }),
  /** Ends when the run has ended. */
  'imports.watch': stream({ input: runRef, event: runProgressSchema }),
  'imports.cancel': call({ input: runRef, output: z.object({}) }),
  /** Does the days a run left undone, as a new part of the same run. */
  'imports.resume': call({ input: runRef, output: runRef }),
  'runs.list': call({
    input: z.object({ limit: z.number().int().min(1).max(500) }),
    output: z.array(runSummarySchema),
  }),
  'runs.read': call({ input: runRef, output: runProgressSchema }),
  'runs.problems': call({
    input: runRef.extend({ offset: z.number().int().min(0), limit: z.number().int().min(1).max(1000) }),
    output: z.object({ total: z.number(), problems: z.array(problemSchema) }),
  }),
};
