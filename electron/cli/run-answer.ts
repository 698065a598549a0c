import { InvalidArgumentError } from 'commander';
import type { Home } from '#engine/home/home.ts';
import type { ImportJobs } from '#engine/imports/jobs.ts';
import { directoryNames, problemView } from '#engine/imports/problem-view.ts';
import { askedOnly, type Problem, type RunProgress } from '#shared/contract/imports.ts';
import { type Answer, type ExitCode, exitCodes, say } from './output.ts';

/** Says how a run goes until it has ended; `interrupted` cancels it. */
export async function followRun(
  jobs: ImportJobs,
  runId: number,
  interrupted: AbortSignal,
): Promise<RunProgress> {
  const cancel = () => {
    say('cancelling …');
    void jobs.cancel(runId);
  };
  if (interrupted.aborted) cancel();
  interrupted.addEventListener('abort', cancel);
  let last: RunProgress | undefined;
  let saidDays = -1;
  await jobs.watch(runId, new AbortController().signal, (progress) => {
    last = progress;
    if (progress.daysDone === saidDays) return;
    saidDays = progress.daysDone;
    say(
      `${progress.daysDone} of ${progress.days.length} days, ${progress.rowsRead} rows, ${progress.valuesWritten} ${writtenWords(progress)}`,
    );
  });
  interrupted.removeEventListener('abort', cancel);
  return last!;
}

/** What a run that has ended came to. */
export async function runAnswer(home: Home, run: RunProgress): Promise<Answer & { json: object }> {
  const problems = await allProblems(home, run.runId);
  return {
    json: {
      runId: run.runId,
      status: run.status,
      fromDay: run.fromDay,
      toDay: run.toDay,
      systems: run.systems,
      ...(run.chosenSystems === undefined ? {} : { chosenSystems: run.chosenSystems }),
      dryRun: run.dryRun,
      ...(run.undoOf === undefined ? {} : { undoOf: run.undoOf }),
      rowsRead: run.rowsRead,
      valuesWritten: run.valuesWritten,
      valuesUnchanged: run.valuesUnchanged,
      ...(run.error ? { error: run.error } : {}),
      problems,
    },
    text: reportText(run, problems),
    exitCode: exitCodeOf(run),
  };
}

/** Bounded: a report of more problems is in the store and in the console. */
const reportedProblems = 10_000;

export async function allProblems(home: Home, runId: number): Promise<Problem[]> {
  const names = await directoryNames(home);
  const { problems } = await home.store.problems(runId, { limit: reportedProblems, offset: 0 });
  return problems.map((problem) => problemView(problem, names));
}

export function reportText(run: RunProgress, problems: readonly Problem[]): string {
  const { error } = run;
  // Mostly it is the first problem; what the store or another program did to the run is none.
  const isTold = error === undefined || problems.some(({ code }) => code === error.code);
  return [
    `run ${run.runId}: ${run.status}`,
    ...(isTold ? [] : [`${error.code}: ${error.message}`]),
    `${run.fromDay} to ${run.toDay}, ${run.systems.join(', ')}${note(run)}`,
    `${run.rowsRead} rows read, ${run.valuesWritten} ${writtenWords(run)}, ${run.valuesUnchanged} unchanged, ${problems.length} problems`,
    ...problems.map((problem) => {
      const place = [problem.day, problem.queue, problem.valueType, problem.startUtc]
        .filter(Boolean)
        .join(', ');
      return `${problem.code}${place ? ` (${place})` : ''}: ${problem.message}${problem.count > 1 ? ` [${problem.count} times]` : ''}`;
    }),
  ].join('\n');
}

function writtenWords({ dryRun, undoOf }: RunProgress): string {
  if (undoOf !== undefined) return 'values restored';
  return dryRun ? 'values to write' : 'values written';
}

function note(run: RunProgress): string {
  const { dryRun, undoOf } = run;
  if (undoOf !== undefined) return ` (takes run ${undoOf} back)`;
  const asked = askedOnly(run);
  const only = asked === undefined ? '' : ` (only mappings with ${asked.join(', ')})`;
  return `${only}${dryRun ? ' (dry run: nothing was written)' : ''}`;
}

function exitCodeOf(run: RunProgress): ExitCode {
  if (run.status === 'completed') return exitCodes.done;
  return run.status === 'completed-with-problems' ? exitCodes.problems : exitCodes.failed;
}

/** A run as an argument. */
export function runNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new InvalidArgumentError('a run is a number, see "xlink runs"');
  return value;
}
