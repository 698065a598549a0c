import { XlinkError } from '#shared/rpc/errors.ts';

/** How long a driver may take to answer a cancel before its connection is given up. */
const cancelAnswerMs = 5_000;

export interface Abandonable {
  readonly signal: AbortSignal | undefined;
  /** Asks the driver to give up what runs; a second time it does nothing. */
  readonly cancel: () => void;
  /** The driver did not answer in time: nobody may use the connection any more. */
  readonly onGivenUp: () => void;
}

/**
 * Waits for a call into the driver, or for its cancel. The SQLSTATE after a cancel is the driver's own (HY000,
 * 57014, HY018 …) and some drivers then just give fewer rows, so what counts is that the signal was aborted.
 *
 * @throws XlinkError `CANCELLED` within five seconds of the abort, whatever the driver does.
 */
export async function orCancelled<T>(call: Promise<T>, how: Abandonable): Promise<T> {
  const { signal } = how;
  if (!signal) return call;
  const settled = call.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  let timer: NodeJS.Timeout | undefined;
  let onAbort!: () => void;
  const givenUp = new Promise<'given-up'>((resolve) => {
    onAbort = () => {
      how.cancel();
      timer = setTimeout(() => resolve('given-up'), cancelAnswerMs);
    };
  });
  if (signal.aborted) onAbort();
  else signal.addEventListener('abort', onAbort, { once: true });
  const outcome = await Promise.race([settled, givenUp]);
  clearTimeout(timer);
  signal.removeEventListener('abort', onAbort);
  if (outcome === 'given-up') {
    how.onGivenUp();
    throw cancelled();
  }
  if (signal.aborted) throw cancelled();
  if ('error' in outcome) throw outcome.error;
  return outcome.value;
}

export function cancelled(): XlinkError {
  return new XlinkError('CANCELLED', 'The statement was cancelled.');
}
