import { errorShape } from '#shared/rpc/errors.ts';
import { retried, usualAttempts } from '../odbc/retry.ts';

/** How often a source is asked for a day that it does not give for what may pass. */
export interface ReadPatience {
  ask<T>(day: () => Promise<T>, signal: AbortSignal): Promise<T>;
  /** The days that it did not give are asked for once more. */
  startOver(): void;
}

/** With the pauses between them some twenty seconds: in which a server is started again. */
const longAttempts = 4;

/**
 * A source that was given time and stayed away is asked once for each further day, until it is back. One that gave days
 * before gets more time when the others are done: it may be on its way back.
 */
export function readPatience(): ReadPatience {
  let attempts = usualAttempts;
  let hasGiven = false;
  return {
    async ask(day, signal) {
      try {
        const given = await retried(day, { signal, attempts });
        attempts = usualAttempts;
        hasGiven = true;
        return given;
      } catch (error) {
        if (!signal.aborted && errorShape(error).retryable) attempts = 1;
        throw error;
      }
    },
    startOver() {
      if (hasGiven) attempts = longAttempts;
    },
  };
}
