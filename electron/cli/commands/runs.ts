import { Command, InvalidArgumentError } from 'commander';
import { importJobs } from '#engine/imports/jobs.ts';
import { runSummary } from '#engine/runs/run-summary.ts';
import { withHome } from '../context.ts';
import { table } from '../output.ts';
import { allProblems, reportText } from './import.ts';

const listedRuns = 100;

export function runsCommand(): Command {
  return new Command('runs')
    .description('what was imported when; with a number, that run with its days and problems')
    .argument('[id]', 'number of the run', (text: string) => {
      const id = Number(text);
      if (!Number.isInteger(id)) throw new InvalidArgumentError('a run is a number');
      return id;
    })
    .action((id: number | undefined, _, command: Command) =>
      withHome(command, async (home) => {
        await home.store.recoverInterruptedRuns();
        if (id !== undefined) {
          const run = await importJobs(home, 'cli').read(id);
          const problems = await allProblems(home, id);
          return { json: { ...run, problems }, text: reportText(run, problems) };
        }
        const runs = (await home.store.runs({ limit: listedRuns })).map(runSummary);
        return {
          json: { runs },
          text: table(
            ['run', 'status', 'days', 'systems', 'rows', 'written', 'unchanged', 'problems', 'started'],
            runs.map((run) => [
              run.runId,
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
      }),
    );
}
