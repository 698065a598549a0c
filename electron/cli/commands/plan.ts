import { Command } from 'commander';
import { externalSystem } from '#engine/home/systems.ts';
import { shownStatements } from '#engine/interfaces/shown-statements.ts';
import type { ShownStatement } from '#shared/contract/systems.ts';
import { withHome } from '../context.ts';

interface PlanOptions {
  readonly from: string;
  readonly to: string;
  readonly agents?: boolean;
}

export function planCommand(): Command {
  return new Command('plan')
    .description('prints the SQL that an import would send to a system, and imports nothing')
    .argument('<system>', 'name of the external system')
    .requiredOption('--from <day>', 'first day, YYYY-MM-DD, in the zone of each WFM queue')
    .requiredOption('--to <day>', 'last day, included')
    .option('--agents', "the statements for the agents' activities (TimeLink) instead of those for call data")
    .action((name: string, { from, to, agents = false }: PlanOptions, command: Command) =>
      withHome(command, async (home) => {
        const system = await externalSystem(home, name);
        const statements = await shownStatements(home, system, { from, to, agents });
        return {
          json: { system: system.name, stream: agents ? 'TimeLink' : 'PhoneLink', statements },
          text: statements.map(statementText).join('\n\n'),
        };
      }),
    );
}

/** What is no statement is a comment, so that the whole can be pasted into a query tool. */
function statementText({ title, sql, parameters }: ShownStatement): string {
  const values = parameters.map((value) => (typeof value === 'string' ? `'${value}'` : value)).join(', ');
  return [`-- ${title}`, sql, ...(parameters.length === 0 ? [] : [`-- ${values}`])].join('\n');
}
