import type { Message } from '#shared/contract/common.ts';
import type { OdbcTestStep, OdbcTestStepName } from '#shared/contract/odbc.ts';
import { type ErrorShape, errorShape, XlinkError } from '#shared/rpc/errors.ts';

/** What a step found. */
export interface Told<T = undefined> {
  readonly note: Message;
  readonly warnings?: readonly Message[];
  readonly found: T;
}

/** The steps of a test one after the other, within one deadline. */
export interface TestRun {
  readonly startedMs: number;
  remainingMs(): number;
  /**
   * What the work found, or undefined: it failed, which is in the report, and whose error goes to `onFailed`. Nothing
   * is begun without time left, nor after a cancel.
   */
  take<T>(
    place: { readonly step: OdbcTestStepName; readonly subject?: string },
    work: (signal: AbortSignal) => Promise<Told<T>>,
    how?: { readonly limitMs?: number; readonly onFailed?: (error: ErrorShape) => void },
  ): Promise<T | undefined>;
  skip(step: OdbcTestStepName, reason: Message, subject?: string): void;
  /** The last step failed because of an earlier one: it is that one which failed, those behind it are skipped. */
  blame(step: OdbcTestStepName, reason: Message): void;
  steps(): OdbcTestStep[];
}

/** How long the work of a step that was given up may hold up the next one. */
const settleMs = 6_000;

/** Less than this is no time: a timer may end a millisecond early, and nothing answers within what is then left. */
const leastMs = 20;

export function testRun(deadlineMs: number, cancelled: AbortSignal | undefined): TestRun {
  const startedMs = Date.now();
  const remainingMs = () => Math.max(0, startedMs + deadlineMs - Date.now());
  const steps: Omit<OdbcTestStep, 'number'>[] = [];

  const skip: TestRun['skip'] = (step, note, subject = '') => {
    steps.push({ step, subject, outcome: 'skipped', elapsedMs: 0, detail: note.message, note, warnings: [] });
  };

  return {
    startedMs,
    remainingMs,
    skip,
    async take({ step, subject = '' }, work, { limitMs = Number.POSITIVE_INFINITY, onFailed } = {}) {
      if (cancelled?.aborted) {
        skip(step, noteOf('cancelled', 'The test was stopped.'), subject);
        return undefined;
      }
      const withinMs = Math.min(limitMs, remainingMs());
      if (withinMs < leastMs) {
        skip(step, noteOf('no-time', 'No time was left.'), subject);
        return undefined;
      }
      const atMs = Date.now();
      const limit = AbortSignal.timeout(Math.ceil(withinMs));
      const signal = cancelled ? AbortSignal.any([limit, cancelled]) : limit;
      const working = work(signal);
      try {
        const { note, warnings = [], found } = await before(signal, working);
        const elapsedMs = Date.now() - atMs;
        steps.push({
          step,
          subject,
          outcome: 'ok',
          elapsedMs,
          detail: note.message,
          note,
          warnings: [...warnings],
        });
        return found;
      } catch (thrown) {
        const isLate = limit.aborted && !cancelled?.aborted;
        const error = isLate ? lateError(withinMs) : errorShape(thrown);
        const elapsedMs = Date.now() - atMs;
        steps.push({
          step,
          subject,
          outcome: 'failed',
          elapsedMs,
          detail: error.message,
          warnings: [],
          error,
        });
        onFailed?.(error);
        await settled(working, Math.min(settleMs, remainingMs()));
        return undefined;
      }
    },
    blame(culprit, note) {
      const { error, elapsedMs, detail } = steps.at(-1)!;
      const at = steps.findIndex(({ step }) => step === culprit);
      const { step, subject, warnings } = steps[at]!;
      steps[at] = {
        step,
        subject,
        outcome: 'failed',
        elapsedMs,
        detail,
        warnings,
        ...(error ? { error } : {}),
      };
      for (const { step: behind } of steps.splice(at + 1)) skip(behind, note);
    },
    steps: () => steps.map((step, index) => ({ number: index + 1, ...step })),
  };
}

export function noteOf(variant: string, message: string, details: Record<string, unknown> = {}): Message {
  return { code: 'ODBC_STEP', message, details: { ...details, variant } };
}

/** A driver may take longer to give up than there is time. */
function before<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(new XlinkError('CANCELLED', 'The test was cancelled.'));
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}

async function settled(work: Promise<unknown>, withinMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, withinMs);
  });
  await Promise.race([work.catch(() => {}), late]);
  clearTimeout(timer);
}

function lateError(withinMs: number): ErrorShape {
  const seconds = Math.max(1, Math.round(withinMs / 1000));
  return new XlinkError(
    'ODBC_TIMEOUT',
    `No answer within ${seconds} seconds. Check server name, port and firewall; if the step is a statement, whether it needs that long.`,
    { timeoutMs: Math.round(withinMs), seconds },
    { retryable: true },
  ).toJSON();
}
