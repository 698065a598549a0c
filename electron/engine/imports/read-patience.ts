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

/** Nobody there took the call. */
const awayCodes: ReadonlySet<string> = new Set(['ODBC_CONNECT_TIMEOUT', 'ODBC_SERVER_UNREACHABLE']);
/** Of the time that a source took to be found away: so long it is not asked again, and two years of days are not two years of waits. */
const restShare = 2;

/**
 * A source that was given time and stayed away is asked once for each further day, until it is back, and rests between
 * where asking takes long. One that gave days before gets more time when the others are done: it may be on its way back.
 */
export function readPatience(nowMs: () => number = () => performance.now()): ReadPatience {
  let attempts = usualAttempts;
  let hasGiven = false;
  let away: { readonly error: unknown; readonly untilMs: number } | undefined;
  return {
    async ask(day, signal) {
      if (away && nowMs() < away.untilMs) throw away.error;
      let askedMs = nowMs();
      try {
        const given = await retried(
          () => {
            askedMs = nowMs();
            return day();
          },
          { signal, attempts },
        );
        attempts = usualAttempts;
        hasGiven = true;
        away = undefined;
        return given;
      } catch (thrown) {
        const { code, retryable } = errorShape(thrown);
        if (signal.aborted || !retryable) throw thrown;
        attempts = 1;
        if (awayCodes.has(code)) {
          away = { error: thrown, untilMs: nowMs() + restShare * (nowMs() - askedMs) };
        }
        throw thrown;
      }
    },
    startOver() {
      if (hasGiven) attempts = longAttempts;
      away = undefined;
    },
  };
}
