import { z } from 'zod';
import { call, stream } from '../rpc/contract.ts';
import { daySchema, errorShapeSchema, localeSchema, messageSchema } from './common.ts';
import { aggregateSchema } from './data.ts';

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
  /** Done with none: the source returned nothing for the day. */
  rowsRead: z.number(),
  valuesWritten: z.number(),
});
export type RunDayView = z.infer<typeof runDaySchema>;

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
  /** Those whose days the run goes through. */
  systems: z.array(z.string()),
  /** What was asked for: the mappings these systems feed, whichever those belong to. Left out: all. */
  chosenSystems: z.array(z.string()).optional(),
  fromDay: z.string(),
  toDay: z.string(),
  dryRun: z.boolean(),
  writeNull: z.boolean(),
  origin: z.enum(['console', 'cli', 'service']),
  startedUtc: z.string(),
  finishedUtc: z.string().optional(),
  ...counters,
  /** The run that this one takes back. */
  undoOf: z.number().optional(),
  /** The run that took this one back: as a whole, without being taken back itself. */
  undoneBy: z.number().optional(),
  /** What it replaced is kept: it can be taken back. */
  undoable: z.boolean(),
  /** It has ended, or its process is gone, and there is something left to do. */
  resumable: z.boolean(),
  /** What ended a failed run. */
  error: errorShapeSchema.optional(),
});
export type RunSummary = z.infer<typeof runSummarySchema>;

/** The systems a run was asked for, where it is for some of the mappings of its systems only. */
export function askedOnly({
  systems,
  chosenSystems,
}: Pick<RunSummary, 'systems' | 'chosenSystems'>): readonly string[] | undefined {
  return systems.every((name) => chosenSystems?.includes(name) ?? true) ? undefined : chosenSystems;
}

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
const runPart = runRef.extend({ system: z.string(), day: daySchema });

/** Problems of one code, put together: what an operator reads first. */
export const problemGroupSchema = z.object({
  code: z.string(),
  /** How many intervals or rows in all. */
  count: z.number(),
  entries: z.number(),
  firstDay: z.string().optional(),
  lastDay: z.string().optional(),
  /** The first ones, with their places. */
  first: z.array(problemSchema),
});
export type ProblemGroup = z.infer<typeof problemGroupSchema>;

/**
 * What a run changed, or a dry run would change, of one value on one day. `old` and `new` are of all its intervals, whether they
 * changed or not: the sum, or the mean to two decimals of what is no count; null where nothing is stored.
 */
export const runChangeSchema = z.object({
  queueId: z.number(),
  queue: z.string(),
  valueTypeId: z.number(),
  valueType: z.string(),
  aggregate: aggregateSchema,
  old: z.number().nullable(),
  new: z.number().nullable(),
  intervalsChanged: z.number(),
});
export type RunChangeView = z.infer<typeof runChangeSchema>;

export const changedIntervalSchema = z.object({
  /** ISO in UTC. */
  startUtc: z.string(),
  /** Wall clock in the queue's zone, `HH:MM`, and its offset. */
  startLocal: z.string(),
  offset: z.string(),
  old: z.number().nullable(),
  new: z.number().nullable(),
});

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
      /**
       * A dry run with it is the survey: its problems `WRITE_NULL_ZEROES` (a queue and day: how many stored values would
       * become 0) and `WRITE_NULL_DAY_EMPTY` are what to confirm. Otherwise `zeroing` has to name that survey.
       */
      writeNull: z.boolean().optional(),
      zeroing: z
        .object({
          surveyRunId: z.number().int(),
          emptyDays: z.array(z.object({ system: z.string(), day: daySchema })),
        })
        .optional(),
    }),
    output: runRef,
  }),
  /** Ends when the run has ended. */
  'imports.watch': stream({ input: runRef, event: runProgressSchema }),
  'imports.cancel': call({ input: runRef, output: z.object({}) }),
  /** Does the days a run left undone, as a new part of the same run. */
  'imports.resume': call({ input: runRef, output: runRef }),
  /** What taking the run back would do: values other runs have changed since stay as they are. */
  'imports.undoPlan': call({
    input: runRef,
    output: z.object({
      valuesRestored: z.number(),
      valuesChangedSince: z.number(),
      /** Of queues or value types that WFM does not know any more. */
      valuesWithoutPlace: z.number(),
      days: z.number(),
      /** The runs that changed values of this one since, each the last one to do so. */
      laterRuns: z.array(z.number()),
    }),
  }),
  /** Takes a run back, as a run of its own (which can be taken back as well). */
  'imports.undo': call({ input: runRef, output: runRef }),
  /** Newest first; `before` is the last run of the page before. */
  'runs.list': call({
    input: z.object({
      limit: z.number().int().min(1).max(500),
      before: z.number().int().optional(),
    }),
    output: z.array(runSummarySchema),
  }),
  'runs.read': call({ input: runRef, output: runProgressSchema }),
  /** Those of one day of a system, or of some codes, where so asked; `total` and `offset` count what was asked for. */
  'runs.problems': call({
    input: runRef.extend({
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(1000),
      at: z.object({ system: z.string(), day: daySchema }).optional(),
      codes: z.array(z.string()).optional(),
    }),
    output: z.object({ total: z.number(), problems: z.array(problemSchema) }),
  }),
  'runs.problemGroups': call({ input: runRef, output: z.array(problemGroupSchema) }),
  'runs.changes': call({ input: runPart, output: z.array(runChangeSchema) }),
  'runs.changedIntervals': call({
    input: runPart.extend({ queueId: z.number(), valueTypeId: z.number() }),
    output: z.array(changedIntervalSchema),
  }),
  /** Everything a run changed, as CSV, piece by piece. */
  'runs.changesCsv': stream({ input: runRef, event: z.object({ text: z.string() }) }),
  /** The report of a run as a file: name and content. A page is in the words of `locale`, English without. */
  'runs.report': call({
    input: runRef.extend({ format: z.enum(['html', 'csv', 'json']), locale: localeSchema.optional() }),
    output: z.object({ fileName: z.string(), mediaType: z.string(), text: z.string() }),
  }),
};
