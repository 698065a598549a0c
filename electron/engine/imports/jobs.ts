import type { RunProgress } from '#shared/contract/imports.ts';
import { daysOf } from '#shared/domain/time/day.ts';
import { errorShape, XlinkError } from '#shared/rpc/errors.ts';
import type { Home } from '../home/home.ts';
import type { ExternalSystem } from '../home/systems.ts';
import type { RunDayKey, RunOrigin, RunWithDays, Zeroing } from '../wfm/store.ts';
import { dayRange } from './day-range.ts';
import { runPlanFingerprint } from './fingerprint.ts';
import { patientStore } from './patient-store.ts';
import { type PreparedImport, prepareImport } from './prepare.ts';
import { progressPicture, type RunState } from './progress.ts';
import { runImport } from './run-import.ts';
import { endsWithin, firstProblems, followStored, runState, storedProgress } from './run-picture.ts';
import { changedPlan, chosenSystems, resumedScope, runSystems } from './run-scope.ts';
import { runUndo, undoableRun } from './undo.ts';
import { refuseUnconfirmed } from './write-null.ts';

/** What an operator asks for. */
export interface ImportRequest {
  readonly from: string;
  readonly to: string;
  /** None: every system set up for PhoneLink. */
  readonly systems?: readonly string[] | undefined;
  readonly dryRun?: boolean | undefined;
  readonly writeNull?: boolean | undefined;
  /** The consent to `writeNull`, which a run that is not dry needs. */
  readonly zeroing?: Zeroing | undefined;
}

/** The imports of one engine. They go on whether or not anybody watches. */
export interface ImportJobs {
  start(request: ImportRequest): Promise<number>;
  resume(runId: number): Promise<number>;
  /** Takes a run back by a run of its own, and gives that one. */
  undo(runId: number): Promise<number>;
  /** Gives a picture now and after each change, at most four a second, until the run has ended. */
  watch(runId: number, signal: AbortSignal, onProgress: (progress: RunProgress) => void): Promise<void>;
  read(runId: number): Promise<RunProgress>;
  /** Resolves when the run has ended. */
  cancel(runId: number): Promise<void>;
  /** Whether no run is under way here, and none is being started. */
  isIdle(): boolean;
  /** Cancels what runs and waits for it. */
  close(): Promise<void>;
}

const pictureMs = 250;
/** How often a run looks whether another program asks it to end. */
const askEveryMs = 500;
/** What a run may need to end: a driver is given five seconds to answer. */
const endsWithinMs = 15_000;

type Named = Pick<ExternalSystem, 'name'>;

interface Job {
  readonly state: RunState;
  readonly controller: AbortController;
  readonly ended: Promise<void>;
  readonly listeners: Set<() => void>;
}

export function importJobs(home: Home, origin: RunOrigin): ImportJobs {
  const jobs = new Map<number, Job>();
  /** Systems of imports that are being started: between the check and the start there is work to wait for. */
  const starting = new Set<string>();

  async function exclusively<T>(systems: readonly Named[], work: () => Promise<T>): Promise<T> {
    refuseOverlap(jobs, starting, systems);
    for (const { name } of systems) starting.add(name);
    try {
      return await work();
    } finally {
      for (const { name } of systems) starting.delete(name);
    }
  }

  async function launch(
    runId: number,
    run: RunWithDays,
    units: readonly RunDayKey[],
    prepared: PreparedImport | undefined,
  ): Promise<void> {
    const state = runState(run, await firstProblems(home, runId));
    const controller = new AbortController();
    const listeners = new Set<() => void>();
    const onChange = () => {
      for (const listener of listeners) listener();
    };
    const store = patientStore(home.store, controller.signal);
    const work = { home: { ...home, store }, units, state, signal: controller.signal, onChange };
    const ended = (
      prepared
        ? runImport({ ...work, prepared, writeNull: run.writeNull, zeroing: run.zeroing })
        : runUndo(work)
    ).catch((error: unknown) => {
      // The store itself failed: the run stays as it is there and shows as interrupted after the next start.
      state.status = 'failed';
      state.storeFailed = true;
      state.finishedMs = Date.now();
      state.error = errorShape(error);
      onChange();
    });
    jobs.set(runId, { state, controller, ended, listeners });
    const asking = setInterval(async () => {
      // A store that is busy is asked again.
      const isAsked = await home.store.cancelRequested(runId).catch(() => false);
      if (isAsked) controller.abort(new XlinkError('CANCELLED', 'The import was cancelled.'));
    }, askEveryMs);
    void ended.finally(() => clearInterval(asking));
    // What has ended as it should is in the store, where another program may resume it; only that is asked then.
    void ended.then(() => {
      if (state.finishedMs !== undefined && !state.storeFailed) jobs.delete(runId);
    });
  }

  return {
    async start(request) {
      const { fromDay, toDay } = dayRange(request.from, request.to);
      const { chosen, everything } = await chosenSystems(home, request.systems);
      return exclusively(chosen, async () => {
        const prepared = await prepareImport(home, chosen, everything);
        const names = runSystems(chosen, prepared);
        const { writeNull = false, dryRun = false, zeroing } = request;
        const asked = {
          stream: 'calls',
          systems: names,
          fromDay,
          toDay,
          writeNull,
          dryRun,
          origin,
          ...(zeroing ? { zeroing } : {}),
          ...(everything ? {} : { chosenSystems: chosen.map(({ name }) => name) }),
          plan: runPlanFingerprint(prepared),
        } as const;
        await refuseUnconfirmed(home.store, asked);
        const run = await home.store.createRun(asked);
        const days = daysOf(fromDay, toDay);
        const units = names.flatMap((system) => days.map((day) => ({ system, day })));
        await launch(run.id, await home.store.run(run.id), units, prepared);
        return run.id;
      });
    },
    async undo(runId) {
      const { stream, systems, fromDay, toDay } = await undoableRun(home, runId);
      return exclusively(namesOf(systems), async () => {
        const writeNull = false;
        const dryRun = false;
        const request = { stream, systems, fromDay, toDay, writeNull, dryRun, origin, undoOf: runId };
        const { id } = await home.store.createRun(request);
        await launch(id, await home.store.run(id), await home.store.unfinishedDays(id), undefined);
        return id;
      });
    },
    async resume(runId) {
      const run = await home.store.run(runId);
      const { systems: names, undoOf } = run;
      if (undoOf !== undefined) {
        await undoableRun(home, undoOf);
        return exclusively(namesOf(names), async () => {
          await home.store.resumeRun(runId);
          const units = await home.store.unfinishedDays(runId);
          await launch(runId, await home.store.run(runId), units, undefined);
          return runId;
        });
      }
      return exclusively(namesOf(names), async () => {
        const { prepared } = await resumedScope(home, run);
        const resumed = await home.store.resumeRun(runId, runPlanFingerprint(prepared));
        const problems = [...changedPlan(resumed), ...prepared.problems];
        const units = await home.store.unfinishedDays(runId);
        await launch(runId, await home.store.run(runId), units, { ...prepared, problems });
        return runId;
      });
    },
    async watch(runId, signal, onProgress) {
      const job = jobs.get(runId);
      if (job) await followJob(job, signal, onProgress);
      else await followStored(home, runId, signal, onProgress);
    },
    async read(runId) {
      const job = jobs.get(runId);
      return job ? progressPicture(job.state) : storedProgress(home, runId);
    },
    async cancel(runId) {
      const job = jobs.get(runId);
      if (job?.state.status !== 'running') {
        await cancelElsewhere(home, runId);
        return;
      }
      job.controller.abort(new XlinkError('CANCELLED', 'The import was cancelled.'));
      await job.ended;
    },
    isIdle: () => starting.size === 0 && [...jobs.values()].every(({ state }) => state.status !== 'running'),
    async close() {
      for (const job of jobs.values()) {
        if (job.state.status === 'running') {
          job.controller.abort(new XlinkError('CANCELLED', 'The program is closing.'));
        }
      }
      await Promise.all([...jobs.values()].map((job) => job.ended));
    },
  };
}

/** Asks the program that does the run to end it. Throws `RUN_ELSEWHERE` when it does not. */
export async function cancelElsewhere(home: Home, runId: number): Promise<void> {
  await home.store.requestCancel(runId);
  if (await endsWithin(home, runId, endsWithinMs)) return;
  throw new XlinkError(
    'RUN_ELSEWHERE',
    `Run ${runId} belongs to another program on this store, which was asked to cancel it and has not yet. Look there.`,
    { runId },
  );
}

function namesOf(systems: readonly string[]): Named[] {
  return systems.map((name) => ({ name }));
}

/** Two imports of one system at once would only read the same days twice. */
function refuseOverlap(
  jobs: ReadonlyMap<number, Job>,
  starting: ReadonlySet<string>,
  systems: readonly Named[],
): void {
  const running = [...jobs.values()].map((job) => job.state).filter((state) => state.status === 'running');
  for (const { name } of systems) {
    const run = running.find((state) => state.systems.includes(name));
    if (!run && !starting.has(name)) continue;
    throw new XlinkError(
      'IMPORT_RUNNING',
      `An import of ${name} is running${run ? ` (run ${run.runId})` : ''}. Wait for its end, or cancel it.`,
      { ...(run ? { runId: run.runId } : {}), system: name },
      { retryable: true },
    );
  }
}

async function followJob(
  job: Job,
  signal: AbortSignal,
  onProgress: (progress: RunProgress) => void,
): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const send = () => {
    timer = undefined;
    onProgress(progressPicture(job.state));
  };
  const onChange = () => {
    timer ??= setTimeout(send, pictureMs);
  };
  const gone = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  send();
  job.listeners.add(onChange);
  try {
    await Promise.race([job.ended, gone]);
  } finally {
    job.listeners.delete(onChange);
    clearTimeout(timer);
  }
  if (!signal.aborted) onProgress(progressPicture(job.state));
}
