import type { Home } from '../home/home.ts';
import { type DayOutcome, type RunProblem, valuesOf } from '../wfm/store.ts';
import { type DirectoryNames, problemView } from './problem-view.ts';
import { type RunState, shownProblems, type UnitState } from './progress.ts';

/** Puts the outcome of a day into the picture of the run. */
export function noteDay(state: RunState, unit: UnitState, outcome: DayOutcome, names: DirectoryNames): void {
  unit.state = outcome.state;
  unit.unusual = outcome.problems.length > 0;
  const values = valuesOf(outcome);
  const failure = outcome.state === 'failed' && !values ? outcome.problems.at(-1) : undefined;
  if (failure) {
    state.firstFailure ??= {
      code: failure.code,
      message: failure.message,
      details: failure.details,
      retryable: false,
    };
  }
  if (values) {
    // A day that failed and is done again counts on, as in the store.
    const { rowsRead, valuesWritten } = values.counters;
    const valuesUnchanged = Math.max(0, values.counters.valuesUnchanged - unit.valuesWritten);
    state.rowsRead += rowsRead - unit.rowsRead;
    state.valuesWritten += valuesWritten;
    state.valuesUnchanged += valuesUnchanged - unit.valuesUnchanged;
    unit.rowsRead = rowsRead;
    unit.valuesWritten += valuesWritten;
    unit.valuesUnchanged = valuesUnchanged;
  }
  showProblems(state, outcome.problems, names);
}

export function showProblems(state: RunState, problems: readonly RunProblem[], names: DirectoryNames): void {
  state.problemCount += problems.length;
  for (const problem of problems) {
    if (state.firstProblems.length >= shownProblems) break;
    state.firstProblems.push(problemView(problem, names));
  }
}

/** One line of the log for a run that has ended. */
export function logRun(home: Home, state: RunState): void {
  const what = state.undoOf === undefined ? '' : `, takes run ${state.undoOf} back`;
  home.logs.write(
    'isps_uls.log',
    `run ${state.runId}: ${state.fromDay} to ${state.toDay}, ${state.systems.join(', ')}${what}: ${state.status}. ` +
      `${state.rowsRead} rows read, ${state.valuesWritten} values written, ${state.valuesUnchanged} unchanged, ${state.problemCount} problems.`,
  );
}
