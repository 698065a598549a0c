import { Command, InvalidArgumentError, Option } from 'commander';
import type { Home } from '#engine/home/home.ts';
import { importJobs } from '#engine/imports/jobs.ts';
import { directoryNames, problemView } from '#engine/imports/problem-view.ts';
import { todayRange } from '#engine/imports/today.ts';
import type { Problem, RunProgress } from '#shared/contract/imports.ts';
import { interruptSignal, withHome } from '../context.ts';
import { type Answer, type ExitCode, exitCodes, say } from '../output.ts';

interface ImportOptions {
  readonly calls?: boolean;
  readonly from?: string;
  readonly to?: string;
  readonly today?: boolean;
  readonly system?: string[];
  readonly dryRun?: boolean;
  readonly writeNull?: boolean;
  readonly resume?: number;
}

export function importCommand(): Command {
  return new Command('import')
    .description('reads the days from the ACD, computes and stores the values of mapped queues')
    .option('--calls', 'import call data (PhoneLink)')
    .option('--from <day>', 'first day, YYYY-MM-DD, in the zone of each WFM queue')
    .option('--to <day>', 'last day, included')
    .addOption(
      new Option(
        '--today',
        'today as far as it is over, and the days before it that the ACD may still change (LookBackDays)',
      ).conflicts(['from', 'to', 'resume']),
    )
    .option(
      '--system <name>',
      'only this external system; may be repeated',
      (name: string, all: string[] = []) => [...all, name],
    )
    .option('--dry-run', 'do everything but write')
    .option(
      '--write-null',
      'set intervals without a source value to 0, on days for which the source returned something',
    )
    .addOption(new Option('--resume <run>', 'do the days a run left undone').argParser(runNumber))
    .action((options: ImportOptions, command: Command) => {
      const ready =
        options.resume !== undefined || (options.calls && (options.today || (options.from && options.to)));
      if (!ready) {
        command.error(
          'error: give --calls with --from YYYY-MM-DD and --to YYYY-MM-DD or with --today, or --resume RUN',
          { exitCode: exitCodes.usage },
        );
      }
      for (const day of [options.from, options.to]) {
        if (day !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(day)) {
          command.error(`error: "${day}" is no day; write YYYY-MM-DD`, { exitCode: exitCodes.usage });
        }
      }
      return withHome(command, (home) => runImportCommand(home, options));
    });
}

async function runImportCommand(home: Home, options: ImportOptions): Promise<Answer> {
  await home.store.recoverInterruptedRuns();
  const jobs = importJobs(home, 'cli');
  const runId =
    options.resume === undefined
      ? await jobs.start({
          ...(options.today
            ? await todayRange(home, options.system, Date.now() / 1000)
            : { from: options.from!, to: options.to! }),
          ...(options.system === undefined ? {} : { systems: options.system }),
          ...(options.dryRun === undefined ? {} : { dryRun: options.dryRun }),
          ...(options.writeNull === undefined ? {} : { writeNull: options.writeNull }),
        })
      : await jobs.resume(options.resume);
  const interrupted = interruptSignal();
  interrupted.addEventListener('abort', () => {
    say('cancelling …');
    void jobs.cancel(runId);
  });
  let last: RunProgress | undefined;
  let saidDays = -1;
  await jobs.watch(runId, new AbortController().signal, (progress) => {
    last = progress;
    if (progress.daysDone === saidDays) return;
    saidDays = progress.daysDone;
    say(
      `${progress.daysDone} of ${progress.days.length} days, ${progress.rowsRead} rows, ${progress.valuesWritten} values written`,
    );
  });
  const run = last!;
  const problems = await allProblems(home, runId);
  return {
    json: {
      runId,
      status: run.status,
      fromDay: run.fromDay,
      toDay: run.toDay,
      systems: run.systems,
      dryRun: run.dryRun,
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
  return [
    `run ${run.runId}: ${run.status}`,
    `${run.fromDay} to ${run.toDay}, ${run.systems.join(', ')}${run.dryRun ? ' (dry run: nothing was written)' : ''}`,
    `${run.rowsRead} rows read, ${run.valuesWritten} values written, ${run.valuesUnchanged} unchanged, ${problems.length} problems`,
    ...problems.map((problem) => {
      const place = [problem.day, problem.queue, problem.valueType, problem.startUtc]
        .filter(Boolean)
        .join(', ');
      return `${problem.code}${place ? ` (${place})` : ''}: ${problem.message}${problem.count > 1 ? ` [${problem.count} times]` : ''}`;
    }),
  ].join('\n');
}

function exitCodeOf(run: RunProgress): ExitCode {
  if (run.status === 'completed') return exitCodes.done;
  return run.status === 'completed-with-problems' ? exitCodes.problems : exitCodes.failed;
}

function runNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new InvalidArgumentError('a run is a number, see "xlink runs"');
  return value;
}
