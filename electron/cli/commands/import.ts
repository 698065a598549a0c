import { Command, InvalidArgumentError, Option } from 'commander';
import type { Home } from '#engine/home/home.ts';
import { type ImportRequest, importJobs } from '#engine/imports/jobs.ts';
import { todayRange } from '#engine/imports/today.ts';
import type { RunDayKey } from '#engine/wfm/store.ts';
import { changesOf, changesText } from '../changes-table.ts';
import { type GlobalOptions, interruptSignal, withHome } from '../context.ts';
import { type Answer, exitCodes, say } from '../output.ts';
import { followRun, runAnswer, runNumber } from '../run-answer.ts';
import { confirmedZeroing } from './write-null.ts';

interface ImportOptions extends GlobalOptions {
  readonly calls?: boolean;
  readonly from?: string;
  readonly to?: string;
  readonly today?: boolean;
  readonly system?: string[];
  readonly dryRun?: boolean;
  readonly preview?: boolean;
  readonly writeNull?: boolean;
  readonly zeroEmptyDay?: RunDayKey[];
  readonly yes?: boolean;
  readonly resume?: number;
}

/** So many lines of a preview are read; the rest is in the file that `xlink runs changes --csv` writes. */
const previewLines = 200;

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
    .option('--preview', 'the same, and show what would change: per queue, value type and day')
    .option(
      '--write-null',
      'set intervals without a source value to 0, on days for which the source returned something; a dry run says first what that is',
    )
    .addOption(
      new Option(
        '--zero-empty-day <system:day>',
        'with --write-null: set this day to 0 though the source returned nothing for it; may be repeated',
      ).argParser(emptyDay),
    )
    .option('--yes', 'with --write-null: do not ask')
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
      return withHome(command, (home) => runImportCommand(home, command.optsWithGlobals<ImportOptions>()));
    });
}

async function runImportCommand(home: Home, options: ImportOptions): Promise<Answer> {
  await home.store.recoverInterruptedRuns();
  const jobs = importJobs(home, 'cli');
  const interrupted = interruptSignal();
  const done = async (runId: number) => followRun(jobs, runId, interrupted);
  if (options.resume !== undefined) return runAnswer(home, await done(await jobs.resume(options.resume)));

  const { system, writeNull = false } = options;
  const dryRun = options.dryRun === true || options.preview === true;
  const days = options.today
    ? await todayRange(home, system, Date.now() / 1000)
    : { from: options.from!, to: options.to! };
  const request: ImportRequest = { ...days, systems: system, dryRun, writeNull };
  if (dryRun || !writeNull) {
    const run = await done(await jobs.start(request));
    return options.preview ? preview(home, run.runId, await runAnswer(home, run)) : runAnswer(home, run);
  }

  say('looking what would become 0 …');
  const survey = await done(await jobs.start({ ...request, dryRun: true }));
  if (survey.status !== 'completed' && survey.status !== 'completed-with-problems') {
    return runAnswer(home, survey);
  }
  const { zeroEmptyDay: chosenDays = [], yes = false, json: asJson = false } = options;
  const zeroing = await confirmedZeroing(home, survey.runId, { chosenDays, yes, asJson });
  if (!zeroing) {
    return { json: { surveyRunId: survey.runId }, text: 'nothing was done', exitCode: exitCodes.failed };
  }
  return runAnswer(home, await done(await jobs.start({ ...request, zeroing })));
}

async function preview(home: Home, runId: number, answer: Answer & { json: object }): Promise<Answer> {
  const changes = await changesOf(home, runId);
  return {
    ...answer,
    json: { ...answer.json, ...changes },
    text: `${answer.text}\n\n${changesText(runId, changes, previewLines)}`,
  };
}

/** `Bank:2026-03-29`; a system may have a colon in its name. */
function emptyDay(text: string, all: readonly RunDayKey[] = []): RunDayKey[] {
  const [, system, day] = /^(.+):(\d{4}-\d{2}-\d{2})$/.exec(text) ?? [];
  if (system === undefined || day === undefined) {
    throw new InvalidArgumentError('write SYSTEM:YYYY-MM-DD');
  }
  return [...all, { system, day }];
}
