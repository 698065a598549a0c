import type { Problem, RunProgress, RunStatus } from '#shared/contract/imports.ts';
import type { ErrorShape } from '#shared/rpc/errors.ts';
import type { RunOrigin } from '../wfm/store.ts';

/** The parts of a run as its units of work see it: one per (system, day). */
export interface UnitState {
  readonly system: string;
  readonly day: string;
  state: 'pending' | 'running' | 'done' | 'failed' | 'skipped';
  unusual: boolean;
  rowsRead: number;
  valuesWritten: number;
  valuesUnchanged: number;
}

/** What a run has come to. The runner writes it, watchers get pictures of it. */
export interface RunState {
  readonly runId: number;
  readonly fromDay: string;
  readonly toDay: string;
  readonly systems: readonly string[];
  readonly chosenSystems?: readonly string[];
  readonly dryRun: boolean;
  readonly writeNull: boolean;
  readonly origin: RunOrigin;
  readonly undoOf?: number;
  readonly undoneBy?: number;
  /** Known when the run has ended. */
  undoable: boolean;
  readonly startedMs: number;
  finishedMs?: number;
  status: RunStatus;
  readonly units: UnitState[];
  rowsRead: number;
  valuesWritten: number;
  valuesUnchanged: number;
  problemCount: number;
  /** The first ones; the store has them all. */
  readonly firstProblems: Problem[];
  error?: ErrorShape;
  /** Why the first day that failed did. */
  firstFailure?: ErrorShape;
  /** The part of the run that this engine does began here; a resumed run was started earlier. */
  readonly partStartedMs: number;
  readonly rowsReadBefore: number;
  readonly unitsEndedBefore: number;
  reading?: { system: string; day: string };
  /** The store could not take the end of the run: only this engine knows of it. */
  storeFailed?: boolean;
}

export const shownProblems = 200;

/** A whole picture of the run, as the contract sends it. */
export function progressPicture(state: RunState, nowMs = Date.now()): RunProgress {
  const ended = state.units.filter((unit) => unit.state !== 'pending' && unit.state !== 'running').length;
  const elapsedSeconds = ((state.finishedMs ?? nowMs) - state.partStartedMs) / 1000;
  // The days of a source that is away fail all at once, and say nothing of how long others take.
  const failed = state.units.filter((unit) => unit.state === 'failed').length;
  const doneNow = ended - state.unitsEndedBefore - failed;
  const rowsNow = state.rowsRead - state.rowsReadBefore;
  const left = state.units.length - ended;
  return {
    runId: state.runId,
    stream: 'calls',
    status: state.status,
    systems: [...state.systems],
    ...(state.chosenSystems === undefined ? {} : { chosenSystems: [...state.chosenSystems] }),
    fromDay: state.fromDay,
    toDay: state.toDay,
    dryRun: state.dryRun,
    writeNull: state.writeNull,
    origin: state.origin,
    startedUtc: new Date(state.startedMs).toISOString(),
    ...(state.finishedMs === undefined ? {} : { finishedUtc: new Date(state.finishedMs).toISOString() }),
    rowsRead: state.rowsRead,
    valuesWritten: state.valuesWritten,
    valuesUnchanged: state.valuesUnchanged,
    problemCount: state.problemCount,
    ...(state.undoOf === undefined ? {} : { undoOf: state.undoOf }),
    ...(state.undoneBy === undefined ? {} : { undoneBy: state.undoneBy }),
    undoable: state.undoable,
    resumable: isResumable(state),
    ...(state.error === undefined ? {} : { error: state.error }),
    days: state.units.map(({ valuesUnchanged: _, ...unit }) => unit),
    daysDone: ended,
    rowsPerSecond: elapsedSeconds > 0 ? Math.round(rowsNow / elapsedSeconds) : 0,
    // From one day alone an estimate jumps about; a day that takes long is worth a rough one all the same.
    ...(state.status === 'running' && (doneNow >= 3 || (doneNow >= 1 && elapsedSeconds > 5))
      ? { secondsLeft: Math.ceil((elapsedSeconds / doneNow) * left) }
      : {}),
    ...(state.reading === undefined ? {} : { reading: { ...state.reading } }),
    problems: state.firstProblems.slice(0, shownProblems),
  };
}

/** As the store says it of a run that has ended; of one whose end it could not take, the end is left to do. */
function isResumable({ status, units, storeFailed }: RunState): boolean {
  if (status === 'running') return false;
  const isDone = units.every(({ state }) => state === 'done' || state === 'skipped');
  return status === 'interrupted' || storeFailed === true || !isDone;
}
