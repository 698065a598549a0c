import type { Worker } from './spawn.ts';

/** A worker whose run has ended well, and which may do the next one. */
export interface RestingWorker {
  /** It is the caller's then. */
  take(): Worker | undefined;
  /** Ends the one before, if there is one. */
  keep(worker: Worker): void;
  end(): void;
}

/**
 * Keeps the last worker for a while: a process that is there, and warm, does a small import in half the time. Nobody's
 * memory is taken for longer than `restMs`.
 */
export function restingWorker(restMs: number, dismiss: (worker: Worker) => void): RestingWorker {
  let resting: Worker | undefined;
  let timer: NodeJS.Timeout | undefined;

  function take(): Worker | undefined {
    const taken = resting;
    resting = undefined;
    clearTimeout(timer);
    return taken;
  }

  function end(): void {
    const ended = take();
    if (ended) dismiss(ended);
  }

  return {
    take,
    keep(worker) {
      end();
      resting = worker;
      timer = setTimeout(end, restMs);
      timer.unref();
      void worker.gone.then(() => {
        if (resting === worker) take();
      });
    },
    end,
  };
}
