import { z } from 'zod';
import { errorShapeSchema, messageSchema } from './common.ts';

const bitnessSchema = z.union([z.literal(32), z.literal(64)]);

export const dataSourcesSchema = z.object({
  dataSources: z.array(
    z.object({
      name: z.string(),
      driver: z.string(),
      description: z.string().optional(),
      scope: z.enum(['user', 'system']),
      bitness: bitnessSchema.optional(),
      /** Programs of the other bitness do not see it (Windows). */
      onlyForBits: bitnessSchema.optional(),
      definedIn: z.string(),
      /** What somebody who chooses it should know: of another bitness, defined twice, driver not there. */
      notes: z.array(messageSchema),
    }),
  ),
  drivers: z.array(
    z.object({
      name: z.string(),
      library: z.string().optional(),
      bitness: bitnessSchema.optional(),
      definedIn: z.string(),
    }),
  ),
});
export type DataSources = z.infer<typeof dataSourcesSchema>;

/** The steps of *Test ODBC* in their order; `table` and `statement` as often as there are some. */
export const odbcTestStepNames = [
  'driver-manager',
  'data-source',
  'driver',
  'login',
  'clock',
  'table',
  'statement',
  'first-rows',
  'yesterday',
] as const;
export type OdbcTestStepName = (typeof odbcTestStepNames)[number];

export const odbcTestStepSchema = z.object({
  /** From 1. */
  number: z.number(),
  step: z.enum(odbcTestStepNames),
  /** Which table, which key of the section; empty where there is one such step only. */
  subject: z.string(),
  outcome: z.enum(['ok', 'failed', 'skipped']),
  elapsedMs: z.number(),
  /** What was found, what is wrong, or why it was skipped; in English. */
  detail: z.string(),
  /** The detail by code, of a step that did not fail. */
  note: messageSchema.optional(),
  /** What works but should be looked at. */
  warnings: z.array(messageSchema),
  error: errorShapeSchema.optional(),
});
export type OdbcTestStep = z.infer<typeof odbcTestStepSchema>;

/** Holds neither password nor connection string: it can be sent to anybody. */
export const odbcTestReportSchema = z.object({
  /** Nothing failed. */
  ok: z.boolean(),
  startedAtUtc: z.string(),
  steps: z.array(odbcTestStepSchema),
  driverName: z.string().optional(),
  databaseName: z.string().optional(),
  elapsedMs: z.number(),
});
export type OdbcTestReport = z.infer<typeof odbcTestReportSchema>;
