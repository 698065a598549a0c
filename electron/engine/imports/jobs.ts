import type { RunProgress } from '#shared/contract/imports.ts';
import { daysOf } from '#shared/domain/time/day.ts';
import { errorShape, XlinkError } from '#shared/rpc/errors.ts';
import type { Home } from '../home/home.ts';
import { type ExternalSystem, externalSystem, externalSystems } from '../home/systems.ts';
import type { RunDayKey, RunOrigin, RunWithDays } from '../wfm/store.ts';
import { dayRange } from './day-range.ts';
import { type PreparedImport, prepareImport } from './prepare.ts';
import { directoryNames, problemView } from './problem-view.ts';
import { progressPicture, type RunState, shownProblems } from './progress.ts';
import { runImport } from './run-import.ts';
import { runUndo, undoableRun } from './undo.ts';

/** What an operator asks for. */
export interface ImportRequest {
  readonly from: string;
  readonly to: string;
  /** None: every system set up for PhoneLink. */
  readonly systems?: readonly string[];
  readonly dryRun?: boolean;
  readonly writeNull?: boolean;
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
  /** Cancels what runs and waits for it. */
  close(): Promise<void>;
}

const pictureMs = 250;

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
    const work = { home, units, state, signal: controller.signal, onChange };
    const ended = (
      prepared ? runImport({ ...work, prepared, writeNull: run.writeNull }) : runUndo(work)
    ).catch((error: unknown) => {
      // The store itself failed: the run stays as it is there and shows as interrupted after the next start.
      state.status = 'failed';
      state.storeFailed = true;
      state.finishedMs = Date.now();
      state.error = errorShape(error);
      onChange();
    });
    jobs.set(runId, { state, controller, ended, listeners });
    // What has ended as it should is in the store, where another program may resume it; only that is asked then.
    void ended.then(() => {
      if (state.finishedMs !== undefined && !state.storeFailed) jobs.delete(runId);
    });
  }

  return {
    async start(request) {
      const { fromDay, toDay } = dayRange(request.from, request.to);
      const systems = await chosenSystems(home, request.systems);
      return exclusively(systems, async () => {
        const prepared = await prepareImport(home, systems, request.systems === undefined);
        const names = runSystems(systems, prepared);
        const run = await home.store.createRun({
          stream: 'calls',
          systems: names,
          fromDay,
          toDay,
          writeNull: request.writeNull ?? false,
          dryRun: request.dryRun ?? false,
          origin,
        });
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
      const { systems: names, undoOf } = await home.store.run(runId);
      if (undoOf !== undefined) {
        await undoableRun(home, undoOf);
        return exclusively(namesOf(names), async () => {
          await home.store.resumeRun(runId);
          const units = await home.store.unfinishedDays(runId);
          await launch(runId, await home.store.run(runId), units, undefined);
          return runId;
        });
      }
      const systems = await chosenSystems(home, names);
      return exclusively(systems, async () => {
        const prepared = await prepareImport(home, systems, false);
        await home.store.resumeRun(runId);
        const units = await home.store.unfinishedDays(runId);
        await launch(runId, await home.store.run(runId), units, prepared);
        return runId;
      });
    },
    async watch(runId, signal, onProgress) {
      const job = jobs.get(runId);
      if (!job) {
        onProgress(await storedProgress(home, runId));
        return;
      }
      await followJob(job, signal, onProgress);
    },
    async read(runId) {
      const job = jobs.get(runId);
      return job ? progressPicture(job.state) : storedProgress(home, runId);
    },
    async cancel(runId) {
      const job = jobs.get(runId);
      if (job?.state.status !== 'running') {
        const run = await home.store.run(runId);
        if (run.status !== 'running') return;
        throw new XlinkError(
          'RUN_ELSEWHERE',
          `Run ${runId} belongs to another program on this home. Cancel it there.`,
          { runId },
        );
      }
      job.controller.abort(new XlinkError('CANCELLED', 'The import was cancelled.'));
      await job.ended;
    },
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

function namesOf(systems: readonly string[]): Named[] {
  return systems.map((name) => ({ name }));
}

async function chosenSystems(home: Home, names: readonly string[] | undefined): Promise<ExternalSystem[]> {
  if (names !== undefined && names.length > 0) {
    const chosen = await Promise.all(names.map((name) => externalSystem(home, name)));
    return [...new Map(chosen.map((system) => [system.name, system])).values()];
  }
  const systems = (await externalSystems(home)).filter((system) => system.phoneLink && system.section);
  if (systems.length > 0) return systems;
  throw new XlinkError(
    'NO_SYSTEM',
    'There is no external system to import from. Add one in Settings > External systems, or write its section into isps_ul.ini.',
  );
}

/**
 * The systems whose days the run goes through: the first source of each mapping says whose it is, so a chosen
 * system that only adds to mappings of another is covered by that one's days.
 */
function runSystems(chosen: readonly ExternalSystem[], { parts }: PreparedImport): string[] {
  const owners = parts.map((part) => part.system);
  const covered = new Set(parts.flatMap((part) => part.needs.map((needs) => needs.source.system)));
  const rest = chosen.map((system) => system.name).filter((name) => !covered.has(name));
  return [...owners, ...rest];
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

function runState(run: RunWithDays, problems: RunState['firstProblems']): RunState {
  return {
    runId: run.id,
    fromDay: run.fromDay,
    toDay: run.toDay,
    systems: run.systems,
    dryRun: run.dryRun,
    writeNull: run.writeNull,
    origin: run.origin,
    ...(run.undoOf === undefined ? {} : { undoOf: run.undoOf }),
    ...(run.undoneBy === undefined ? {} : { undoneBy: run.undoneBy }),
    undoable: run.undoable,
    startedMs: run.startedUtc * 1000,
    partStartedMs: Date.now(),
    rowsReadBefore: run.rowsRead,
    unitsEndedBefore: run.days.filter((day) => day.state !== 'pending').length,
    status: 'running',
    units: run.days.map(({ system, day, state, problemCount, rowsRead, valuesWritten }) => ({
      system,
      day,
      state,
      unusual: problemCount > 0,
      rowsRead,
      valuesWritten,
    })),
    rowsRead: run.rowsRead,
    valuesWritten: run.valuesWritten,
    valuesUnchanged: run.valuesUnchanged,
    problemCount: run.problemCount,
    firstProblems: problems,
  };
}

async function firstProblems(home: Home, runId: number): Promise<RunState['firstProblems']> {
  const { problems } = await home.store.problems(runId, { limit: shownProblems, offset: 0 });
  const names = await directoryNames(home);
  return problems.map((problem) => problemView(problem, names));
}

/** The picture of a run that is not this engine's: from the store. */
async function storedProgress(home: Home, runId: number): Promise<RunProgress> {
  const run = await home.store.run(runId);
  const state = runState(run, await firstProblems(home, runId));
  state.status = run.status;
  return {
    ...progressPicture({
      ...state,
      partStartedMs: run.startedUtc * 1000,
      rowsReadBefore: 0,
      unitsEndedBefore: 0,
      ...(run.finishedUtc === undefined ? {} : { finishedMs: run.finishedUtc * 1000 }),
      ...(run.error === undefined ? {} : { error: run.error }),
    }),
  };
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
