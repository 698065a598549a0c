import type { RunProgress } from '#shared/contract/imports.ts';
import { errorShape } from '#shared/rpc/errors.ts';
import type { Home } from '../../home/home.ts';
import { cancelElsewhere, type ImportJobs, type ImportRequest } from '../jobs.ts';
import { followStored, storedProgress } from '../run-picture.ts';
import type { StartWork, Work } from './contract.ts';
import { restingWorker } from './resting.ts';
import { spawnWorker, type Worker, type WorkerLaunch, workerLost } from './spawn.ts';

/** A driver has five seconds to answer a cancel, the store its time to end the run. */
const cancelWithinMs = 9_000;
const stopWithinMs = 3_000;
/** How long a process waits for the next run. */
const restMs = 15_000;
/** How often a run whose process died is gone on with, unless it came further in between. */
const mostLosses = 3;

/** A run that a worker of this engine does. */
interface WorkerRun {
  readonly runId: number;
  worker: Worker;
  picture: RunProgress;
  readonly listeners: Set<(picture: RunProgress) => void>;
  isCancelled: boolean;
  ended: Promise<void>;
}

/**
 * Does each run in a process apart from the engine: computing does not hold up the engine's answers, and a driver that crashes or hangs
 * costs the worker, which is replaced by another one that goes on with the run.
 */
export function workerJobs(home: Home, launch: WorkerLaunch): ImportJobs {
  const runs = new Map<number, WorkerRun>();
  const starting = new Set<Promise<unknown>>();
  const resting = restingWorker(restMs, (worker) => void dismiss(worker));
  let closing = false;

  async function begin(work: Work): Promise<number> {
    const { worker, runId } = await employ(work);
    const picture = await storedProgress(home, runId).catch(async (error: unknown) => {
      await dismiss(worker);
      throw error;
    });
    const run: WorkerRun = {
      runId,
      worker,
      picture,
      listeners: new Set(),
      isCancelled: false,
      ended: Promise.resolve(),
    };
    runs.set(runId, run);
    run.ended = attend(run)
      // The store is away as well: the run shows as interrupted when it is back.
      .catch((error: unknown) => {
        const status = run.picture.status === 'running' ? 'interrupted' : run.picture.status;
        tell(run, { ...run.picture, status, error: errorShape(error) });
      })
      .finally(() => runs.delete(runId));
    return runId;
  }

  function started(work: Work): Promise<number> {
    const beginning = begin(work);
    starting.add(beginning);
    const over = () => starting.delete(beginning);
    beginning.then(over, over);
    return beginning;
  }

  /** Follows a run through as many workers as it takes. */
  async function attend(run: WorkerRun): Promise<void> {
    let losses = 0;
    for (;;) {
      const doneBefore = run.picture.daysDone;
      const lost = await follow(run);
      if (lost === undefined) {
        // What could not end its run in the store has left it running there.
        if (run.picture.status === 'failed') await home.store.recoverInterruptedRuns();
        return;
      }
      losses = run.picture.daysDone > doneBefore ? 1 : losses + 1;
      home.logs.write('isps_uls.log', `run ${run.runId}: the process that did it ended: ${lost}`);
      await home.store.recoverInterruptedRuns();
      // Whoever goes on with the run forgets that another program asked to cancel it.
      if (run.isCancelled || closing || (await home.store.cancelRequested(run.runId))) {
        await home.store.endLostRun(run.runId, 'cancelled');
        tell(run, await storedProgress(home, run.runId));
        return;
      }
      const left = await storedProgress(home, run.runId);
      if (left.status !== 'running' && left.status !== 'interrupted') {
        // It had ended: what is left of it is for whoever resumes it.
        tell(run, left);
        return;
      }
      if (losses > mostLosses) {
        tell(run, { ...left, error: errorShape(workerLost(lost)) });
        return;
      }
      try {
        run.worker = (await employ({ kind: 'resume', runId: run.runId })).worker;
        // Asked for while there was nobody to tell.
        if (run.isCancelled) askToCancel(run);
      } catch (error) {
        tell(run, { ...(await storedProgress(home, run.runId)), error: errorShape(error) });
        return;
      }
    }
  }

  /** Undefined when the run has ended as it should, else how its process did. */
  async function follow(run: WorkerRun): Promise<string | undefined> {
    const { worker, runId } = run;
    const watch = worker.client.watch('work.watch', { runId }, (picture) => tell(run, picture));
    const outcome = await Promise.race([
      watch.ended.then(
        () => undefined,
        async () => {
          await dismiss(worker);
          return worker.gone;
        },
      ),
      worker.gone,
    ]);
    if (outcome !== undefined) return outcome;
    // After anything else there may be a driver that hangs, or a connection that was given up.
    const isWell = run.picture.status === 'completed' || run.picture.status === 'completed-with-problems';
    if (isWell && !closing) resting.keep(worker);
    else await dismiss(worker);
    return undefined;
  }

  function tell(run: WorkerRun, picture: RunProgress): void {
    run.picture = picture;
    for (const listener of run.listeners) listener(picture);
  }

  async function employ(work: Work): Promise<{ worker: Worker; runId: number }> {
    const rested = resting.take();
    if (rested) {
      try {
        return await beginBy(rested, work);
      } catch (error) {
        // It may have ended while it waited.
        if (errorShape(error).code !== 'IMPORT_WORKER_LOST') throw error;
      }
    }
    return beginBy(await spawnWorker(launch), work);
  }

  async function beginBy(worker: Worker, work: Work): Promise<{ worker: Worker; runId: number }> {
    try {
      const begun = worker.client.call('work.begin', { work });
      const lost = worker.gone.then((reason) => Promise.reject(workerLost(reason)));
      const { runId } = await Promise.race([begun, lost]);
      return { worker, runId };
    } catch (error) {
      await dismiss(worker);
      // A process that died may have recorded its run.
      await home.store.recoverInterruptedRuns().catch(() => {});
      throw errorShape(error).code === 'CONNECTION_LOST' ? workerLost(await worker.gone) : error;
    }
  }

  /** Whoever watches sees a picture at once and each further one until the run has ended. */
  async function watchRun(
    run: WorkerRun,
    signal: AbortSignal,
    onProgress: (picture: RunProgress) => void,
  ): Promise<void> {
    const gone = new Promise<void>((resolve) => {
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    onProgress(run.picture);
    run.listeners.add(onProgress);
    await Promise.race([run.ended, gone]);
    run.listeners.delete(onProgress);
  }

  function askToCancel({ worker, runId }: WorkerRun): void {
    worker.client.call('work.cancel', { runId }).catch(() => {});
  }

  /** Asks, then ends the process: what it holds of the source and the store goes with it. */
  async function cancelRun(run: WorkerRun): Promise<void> {
    run.isCancelled = true;
    askToCancel(run);
    if (await settlesWithin(run.ended, cancelWithinMs)) return;
    run.worker.kill();
    await run.ended;
  }

  return {
    start: (request) => started({ kind: 'start', request: startWork(request) }),
    resume: (runId) => started({ kind: 'resume', runId }),
    undo: (runId) => started({ kind: 'undo', runId }),
    async watch(runId, signal, onProgress) {
      const run = runs.get(runId);
      if (run) await watchRun(run, signal, onProgress);
      else await followStored(home, runId, signal, onProgress);
    },
    read: async (runId) => runs.get(runId)?.picture ?? storedProgress(home, runId),
    async cancel(runId) {
      const run = runs.get(runId);
      if (run) await cancelRun(run);
      else await cancelElsewhere(home, runId);
    },
    isIdle: () => runs.size === 0 && starting.size === 0,
    async close() {
      closing = true;
      await Promise.allSettled(starting);
      await Promise.all([...runs.values()].map(cancelRun));
      resting.end();
    },
  };
}

function startWork({ systems, zeroing, ...request }: ImportRequest): StartWork {
  return {
    ...request,
    ...(systems === undefined ? {} : { systems: [...systems] }),
    ...(zeroing === undefined ? {} : { zeroing: { ...zeroing, emptyDays: [...zeroing.emptyDays] } }),
  };
}

/** Lets a worker close its files; one that cannot is ended. */
async function dismiss(worker: Worker): Promise<void> {
  worker.stop();
  if (await settlesWithin(worker.gone, stopWithinMs)) return;
  worker.kill();
  await settlesWithin(worker.gone, stopWithinMs);
}

async function settlesWithin(work: Promise<unknown>, milliseconds: number): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<false>();
  const timer = setTimeout(() => resolve(false), milliseconds);
  const outcome = await Promise.race([work.then(() => true as const), late]);
  clearTimeout(timer);
  return outcome;
}
