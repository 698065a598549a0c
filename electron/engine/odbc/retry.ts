import { setTimeout as sleep } from 'node:timers/promises';
import { type ErrorShape, errorShape } from '#shared/rpc/errors.ts';
import { cancelled } from './abandon.ts';

export interface RetryOptions {
  readonly signal?: AbortSignal | undefined;
  /** How often it is tried in all. */
  readonly attempts?: number;
  /** Called after each failure, for example to let go of the connection. */
  readonly onFailed?: (error: ErrorShape, isTriedAgain: boolean) => unknown;
  /** False: the error is reported although it may pass. */
  readonly isWorthRetrying?: (error: ErrorShape) => boolean;
}

export const usualAttempts = 3;

/**
 * The first wait takes a second, each further one four times as long; a quarter of it by chance, so that those who lost a
 * server together do not come back together.
 */
const pauseMs = (attempt: number): number => 250 * 4 ** attempt * (0.75 + Math.random() / 2);

/**
 * Does the work again as long as it fails with what may pass (`retryable`: a lost connection, locked rows), with longer
 * and longer pauses. Anything else, the last failure and a cancel are thrown as they are.
 */
export async function retried<T>(work: () => Promise<T>, options: RetryOptions = {}): Promise<T> {
  const { signal, attempts = usualAttempts, onFailed, isWorthRetrying = () => true } = options;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (thrown) {
      const error = errorShape(thrown);
      const isTriedAgain =
        !signal?.aborted && attempt < attempts && error.retryable && isWorthRetrying(error);
      await onFailed?.(error, isTriedAgain);
      if (!isTriedAgain) throw thrown;
    }
    await sleep(pauseMs(attempt), undefined, signal ? { signal } : {}).catch(() => {
      throw cancelled();
    });
  }
}
