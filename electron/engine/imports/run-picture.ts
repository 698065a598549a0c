import { setTimeout as sleep } from 'node:timers/promises';
import type { RunProgress } from '#shared/contract/imports.ts';
import type { Home } from '../home/home.ts';
import type { RunWithDays } from '../wfm/store.ts';
import { directoryNames, problemView } from './problem-view.ts';
import { progressPicture, type RunState, shownProblems } from './progress.ts';

/** How often a run that another program does is looked at. */
const lookEveryMs = 500;
const quietLooksBeforeDoubt = 10;

/** What is known of a run when this program begins or goes on with it. */
export function runState(run: RunWithDays, problems: RunState['firstProblems']): RunState {
  return {
    runId: run.id,
    fromDay: run.fromDay,
    toDay: run.toDay,
    systems: run.systems,
    ...(run.chosenSystems === undefined ? {} : { chosenSystems: run.chosenSystems }),
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
    units: run.days.map(({ system, day, state, problemCount, rowsRead, valuesWritten, valuesUnchanged }) => ({
      system,
      day,
      state,
      unusual: problemCount > 0,
      rowsRead,
      valuesWritten,
      valuesUnchanged,
    })),
    rowsRead: run.rowsRead,
    valuesWritten: run.valuesWritten,
    valuesUnchanged: run.valuesUnchanged,
    problemCount: run.problemCount,
    firstProblems: problems,
  };
}

export async function firstProblems(home: Home, runId: number): Promise<RunState['firstProblems']> {
  const { problems } = await home.store.problems(runId, { limit: shownProblems, offset: 0 });
  const names = await directoryNames(home);
  return problems.map((problem) => problemView(problem, names));
}

/** The picture of a run that is not done here: from the store. */
export async function storedProgress(home: Home, runId: number): Promise<RunProgress> {
  const run = await home.store.run(runId);
  const state = runState(run, await firstProblems(home, runId));
  state.status = run.status;
  return progressPicture({
    ...state,
    partStartedMs: run.startedUtc * 1000,
    rowsReadBefore: 0,
    unitsEndedBefore: 0,
    ...(run.finishedUtc === undefined ? {} : { finishedMs: run.finishedUtc * 1000 }),
    ...(run.error === undefined ? {} : { error: run.error }),
  });
}

/** Gives a picture now and after each change until the run has ended, whoever does it. */
export async function followStored(
  home: Home,
  runId: number,
  signal: AbortSignal,
  onProgress: (progress: RunProgress) => void,
): Promise<void> {
  let seen: string | undefined;
  let quietLooks = 0;
  while (!signal.aborted) {
    const token = await home.store.changeToken();
    if (token !== seen) {
      quietLooks = 0;
      const progress = await storedProgress(home, runId);
      onProgress(progress);
      if (progress.status !== 'running') return;
    } else {
      quietLooks += 1;
      // Its program may have gone without a word.
      if (quietLooks % quietLooksBeforeDoubt === 0) await home.store.recoverInterruptedRuns();
    }
    seen = token;
    await sleep(lookEveryMs, undefined, { signal }).catch(() => {});
  }
}

/** Waits until a run that was asked to end has ended; false when it has not within the time. */
export async function endsWithin(home: Home, runId: number, milliseconds: number): Promise<boolean> {
  const untilMs = Date.now() + milliseconds;
  for (;;) {
    await home.store.recoverInterruptedRuns();
    if ((await home.store.run(runId)).status !== 'running') return true;
    if (Date.now() >= untilMs) return false;
    await sleep(lookEveryMs);
  }
}
