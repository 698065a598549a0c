import { z } from 'zod';
import { daySchema } from '#shared/contract/common.ts';
import { importsContract, runProgressSchema } from '#shared/contract/imports.ts';
import { call, stream } from '#shared/rpc/contract.ts';

const runRef = z.object({ runId: z.number().int() });

/** What a worker is told to do: one run, then it ends. */
export const workSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('start'),
    request: importsContract['imports.start'].input.omit({ stream: true }).extend({ from: daySchema }),
  }),
  z.object({ kind: z.literal('resume'), runId: z.number().int() }),
  z.object({ kind: z.literal('undo'), runId: z.number().int() }),
]);
export type Work = z.infer<typeof workSchema>;
export type StartWork = Extract<Work, { kind: 'start' }>['request'];

/** Between an engine and the process that does one of its runs. */
export const workerContract = {
  /** Answers once the run is recorded; it goes on by itself. */
  'work.begin': call({ input: z.object({ work: workSchema }), output: runRef }),
  'work.watch': stream({ input: runRef, event: runProgressSchema }),
  'work.cancel': call({ input: runRef, output: z.object({}) }),
};
export type WorkerContract = typeof workerContract;
