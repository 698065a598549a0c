import { z } from 'zod';
import { call, type Handlers, stream } from '#shared/rpc/contract.ts';
import { XlinkError } from '#shared/rpc/errors.ts';

/** A contract small enough to read, with one method for each thing a contract can do. */
export const sampleContract = {
  'sample.double': call({
    input: z.object({ value: z.number() }),
    output: z.object({ doubled: z.number() }),
  }),
  'sample.echo': call({ input: z.unknown(), output: z.unknown() }),
  'sample.greet': call({
    input: z.object({ name: z.string().default('stranger') }),
    output: z.object({ text: z.string(), client: z.string() }),
  }),
  'sample.fail': call({ input: z.object({ as: z.enum(['xlink', 'other']) }), output: z.object({}) }),
  'sample.hang': call({ input: z.object({}), output: z.object({}) }),
  'sample.lie': call({ input: z.object({}), output: z.object({ count: z.number() }) }),
  'sample.pid': call({ input: z.object({}), output: z.object({ pid: z.number() }) }),
  'sample.count': stream({
    input: z.object({ upTo: z.int(), failAt: z.int().optional() }),
    event: z.object({ number: z.int() }),
  }),
  'sample.forever': stream({ input: z.object({}), event: z.object({ number: z.int() }) }),
} as const;

export type SampleContract = typeof sampleContract;

/** What the handlers saw, so that a test can ask about the far side. */
export interface SampleLog {
  /** Names of methods whose signal was aborted, with the code of the reason. */
  readonly aborted: string[];
}

export function sampleHandlers(log: SampleLog = { aborted: [] }, pid = 0): Handlers<SampleContract> {
  const untilAborted = (method: string, signal: AbortSignal) =>
    new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => {
        log.aborted.push(`${method} ${(signal.reason as XlinkError).code}`);
        reject(signal.reason);
      });
    });
  return {
    'sample.double': async ({ value }) => ({ doubled: value * 2 }),
    'sample.echo': async (input) => input,
    'sample.greet': async ({ name }, { client }) => ({ text: `Good morning, ${name}`, client }),
    'sample.fail': async ({ as }) => {
      if (as === 'other') throw new TypeError('The wire is loose.');
      throw new XlinkError('SAMPLE_BROKEN', 'It is broken. Mend it.', { place: 'here' }, { retryable: true });
    },
    'sample.hang': async (_input, { signal }) => untilAborted('sample.hang', signal),
    'sample.lie': async () => ({ count: 'many' }) as unknown as { count: number },
    'sample.pid': async () => ({ pid }),
    'sample.count': async ({ upTo, failAt }, _context, emit) => {
      for (let number = 1; number <= upTo; number += 1) {
        if (number === failAt) throw new XlinkError('SAMPLE_BROKEN', 'It is broken. Mend it.');
        emit({ number });
      }
    },
    'sample.forever': async (_input, { signal }, emit) => {
      for (let number = 1; !signal.aborted; number += 1) {
        emit({ number });
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      log.aborted.push(`sample.forever ${(signal.reason as XlinkError).code}`);
    },
  };
}
