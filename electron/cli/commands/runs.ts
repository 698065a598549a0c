import path from 'node:path';
import { Command, Option } from 'commander';
import type { Home } from '#engine/home/home.ts';
import { importJobs } from '#engine/imports/jobs.ts';
import { undoPlan } from '#engine/imports/undo.ts';
import { changesCsv } from '#engine/runs/changes-csv.ts';
import { type ReportFormat, runReportFile } from '#engine/runs/report-file.ts';
import { runSummary } from '#engine/runs/run-summary.ts';
import type { RunSummary } from '#shared/contract/imports.ts';
import { type Language, languages } from '#shared/i18n/languages.ts';
import { changesOf, changesText, listedChanges } from '../changes-table.ts';
import { isConfirmed } from '../confirm.ts';
import { type GlobalOptions, interruptSignal, withHome } from '../context.ts';
import { type Answer, exitCodes, say, table } from '../output.ts';
import { allProblems, followRun, reportText, runAnswer, runNumber } from '../run-answer.ts';
import { writeFile } from '../write-file.ts';

const listedRuns = 100;

export function runsCommand(): Command {
  const command = new Command('runs')
    .description('what was imported when; with a number, that run with its days and problems')
    .argument('[run]', 'number of the run', runNumber)
    .action((runId: number | undefined, _, self: Command) =>
      withHome(self, async (home) => {
        await home.store.recoverInterruptedRuns();
        return runId === undefined ? listRuns(home) : showRun(home, runId);
      }),
    );
  command
    .command('changes')
    .description('what a run changed, or a dry run would change: per queue, value type and day')
    .argument('<run>', 'number of the run', runNumber)
    .option('--csv <file>', 'every interval with its value before and after, into this file')
    .action((runId: number, options: { csv?: string }, self: Command) =>
      withHome(self, (home) => runChanges(home, runId, options.csv)),
    );
  command
    .command('report')
    .description('the report of a run as a file to keep or send: a page, a table, or a document')
    .argument('<run>', 'number of the run', runNumber)
    .addOption(
      new Option('--format <format>', 'what is written').choices(['html', 'csv', 'json']).default('html'),
    )
    .addOption(
      new Option('--language <language>', 'of the page (html); tables and documents are for programs')
        .choices(languages)
        .default('en'),
    )
    .option('--out <file>', 'into this file (default: standard output)')
    .action((runId: number, options: ReportOptions, self: Command) =>
      withHome(self, (home) => runReport(home, runId, options)),
    );
  command
    .command('undo')
    .description('takes a run back, as a run of its own: values that others changed since stay')
    .argument('<run>', 'number of the run', runNumber)
    .option('--yes', 'do not ask')
    .action((runId: number, _: object, self: Command) =>
      withHome(self, (home) => undoRun(home, runId, self.optsWithGlobals<UndoOptions>())),
    );
  command
    .command('cancel')
    .description('asks whoever does the run to end it, and waits for that; whole days stay')
    .argument('<run>', 'number of the run', runNumber)
    .action((runId: number, _: object, self: Command) => withHome(self, (home) => cancelRun(home, runId)));
  return command;
}

interface UndoOptions extends GlobalOptions {
  readonly yes?: boolean;
}

async function listRuns(home: Home): Promise<Answer> {
  const runs = (await home.store.runs({ limit: listedRuns })).map(runSummary);
  return {
    json: { runs },
    text: table(
      ['run', 'kind', 'status', 'days', 'systems', 'rows', 'written', 'unchanged', 'problems', 'started'],
      runs.map((run) => [
        run.runId,
        kindOf(run),
        run.status,
        `${run.fromDay} … ${run.toDay}`,
        run.systems.join(', '),
        run.rowsRead,
        run.valuesWritten,
        run.valuesUnchanged,
        run.problemCount,
        run.startedUtc,
      ]),
    ),
  };
}

function kindOf({ dryRun, undoOf, undoneBy }: RunSummary): string {
  const kind = undoOf === undefined ? (dryRun ? 'dry run' : 'import') : `undo of ${undoOf}`;
  return undoneBy === undefined ? kind : `${kind}, undone by ${undoneBy}`;
}

async function showRun(home: Home, runId: number): Promise<Answer> {
  const run = await importJobs(home, 'cli').read(runId);
  const problems = await allProblems(home, runId);
  return { json: { ...run, problems }, text: reportText(run, problems) };
}

async function runChanges(home: Home, runId: number, csv: string | undefined): Promise<Answer> {
  if (csv === undefined) {
    const changes = await changesOf(home, runId);
    return { json: { runId, ...changes }, text: changesText(runId, changes, listedChanges) };
  }
  const run = await home.store.run(runId);
  const bytes = await writeFile(csv, changesCsv(home.store, run, await home.store.directory()));
  const file = path.resolve(csv);
  return { json: { runId, file, bytes }, text: `${bytes} bytes: ${file}` };
}

interface ReportOptions {
  readonly format: ReportFormat;
  readonly language: Language;
  readonly out?: string;
}

async function runReport(
  home: Home,
  runId: number,
  { format, language, out }: ReportOptions,
): Promise<Answer> {
  const { text, mediaType } = await runReportFile(home, runId, format, language);
  if (out === undefined) {
    return { json: format === 'json' ? JSON.parse(text) : { runId, format, mediaType, text }, text };
  }
  const bytes = await writeFile(out, [text]);
  const file = path.resolve(out);
  return { json: { runId, format, file, bytes }, text: `${bytes} bytes: ${file}` };
}

async function undoRun(home: Home, runId: number, options: UndoOptions): Promise<Answer> {
  await home.store.recoverInterruptedRuns();
  const plan = await undoPlan(home, runId);
  const { valuesRestored, valuesChangedSince, valuesWithoutPlace, days, laterRuns } = plan;
  if (valuesChangedSince > 0) {
    say(`${valuesChangedSince} values were changed since and stay as they are${byRuns(laterRuns)}.`);
  }
  if (valuesWithoutPlace > 0) {
    say(
      `${valuesWithoutPlace} values are not put back: WFM does not know their queue or value type any more.`,
    );
  }
  const question = `${valuesRestored} values on ${days} days get back what was there before run ${runId}.`;
  const { yes = false, json: asJson = false } = options;
  if (!(await isConfirmed(question, { yes, asJson, details: { runId, ...plan } }))) {
    return { json: { runId, ...plan }, text: 'nothing was done', exitCode: exitCodes.failed };
  }
  const jobs = importJobs(home, 'cli');
  return runAnswer(home, await followRun(jobs, await jobs.undo(runId), interruptSignal()));
}

function byRuns(runIds: readonly number[]): string {
  if (runIds.length === 0) return '';
  return runIds.length === 1 ? ` (by run ${runIds[0]})` : ` (by runs ${runIds.join(', ')})`;
}

async function cancelRun(home: Home, runId: number): Promise<Answer> {
  await home.store.recoverInterruptedRuns();
  await importJobs(home, 'cli').cancel(runId);
  const { status } = await home.store.run(runId);
  return { json: { runId, status }, text: `run ${runId}: ${status}` };
}
