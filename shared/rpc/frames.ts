import { z } from 'zod';

/** Numbers a request among those of its client. */
const id = z.int().nonnegative();

const errorShape = z.object({
  code: z.string(),
  message: z.string(),
  details: z.record(z.string(), z.unknown()),
  retryable: z.boolean(),
});

/** What a client sends; `restart` goes to the host between, to start the engine again. */
export const clientFrame = z.discriminatedUnion('type', [
  z.object({ type: z.literal('call'), id, method: z.string(), input: z.unknown() }),
  z.object({ type: z.literal('watch'), id, method: z.string(), input: z.unknown() }),
  z.object({ type: z.literal('cancel'), id }),
  z.object({ type: z.literal('restart') }),
]);

/**
 * How the engine is, as its host knows it.
 * `starting` the first time, `restarting` after it died, `failed` when the host gave up starting it, and
 * `disconnected`, which only a page says: it cannot reach its host and tries again.
 */
export const engineState = z.object({
  state: z.enum(['starting', 'running', 'restarting', 'failed', 'disconnected']),
  /** Counts the starts since the engine last ran well; 1 is the first. */
  attempt: z.int().nonnegative(),
  /** Why it is not running, for people. */
  reason: z.string().optional(),
  /** Time until the next attempt. */
  retryInMs: z.number().nonnegative().optional(),
});

/** What a server sends; `engine` frames come from the host between. */
export const serverFrame = z.discriminatedUnion('type', [
  z.object({ type: z.literal('result'), id, output: z.unknown() }),
  z.object({ type: z.literal('event'), id, event: z.unknown() }),
  z.object({ type: z.literal('end'), id }),
  z.object({ type: z.literal('error'), id, error: errorShape }),
  z.object({ type: z.literal('engine'), engine: engineState }),
]);

export type ClientFrame = z.infer<typeof clientFrame>;
export type ServerFrame = z.infer<typeof serverFrame>;
export type EngineState = z.infer<typeof engineState>;
