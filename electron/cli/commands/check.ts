import { Command } from 'commander';
import { checkHome } from '#engine/check/check-home.ts';
import { withHome } from '../context.ts';
import { exitCodes, findingLine } from '../output.ts';

export function checkCommand(): Command {
  return new Command('check')
    .description('reads isps_ul.ini, acd_map.ini and the scripts and says what is wrong, with file and line')
    .option('--databases', 'also ask the databases: statements, tables, columns, queues')
    .action(({ databases = false }: { databases?: boolean }, command: Command) =>
      withHome(command, async (home) => {
        const findings = await checkHome(home, { databases });
        const serious = findings.some((finding) => finding.severity !== 'hint');
        return {
          json: { findings },
          text: findings.length === 0 ? 'Nothing found.' : findings.map(findingLine).join('\n'),
          exitCode: serious ? exitCodes.problems : exitCodes.done,
        };
      }),
    );
}
