import { Command } from 'commander';
import { systemSummaries } from '#engine/handlers/systems.ts';
import { externalSystem, systemConnection } from '#engine/home/systems.ts';
import { readExternalTree } from '#engine/interfaces/external-tree.ts';
import { testSystem } from '#engine/interfaces/test-system.ts';
import { withHome } from '../context.ts';
import { exitCodes, table } from '../output.ts';

export function systemsCommands(): Command[] {
  return [
    new Command('systems').description('external systems of the home').action((_, command: Command) =>
      withHome(command, async (home) => {
        const systems = await systemSummaries(home);
        return {
          json: { systems },
          text: table(
            ['name', 'interface', 'streams', 'source'],
            systems.map((system) => [
              system.name,
              system.interface,
              [system.phoneLink ? 'PhoneLink' : '', system.timeLink ? 'TimeLink' : '']
                .filter(Boolean)
                .join(', '),
              system.configured ? system.source : '(no section in isps_ul.ini)',
            ]),
          ),
        };
      }),
    ),
    new Command('test-odbc')
      .description('connects to a system and says, step by step, what works')
      .argument('<system>', 'name of the external system')
      .action((name: string, _, command: Command) =>
        withHome(command, async (home) => {
          const system = await externalSystem(home, name);
          const { source, user = '' } = await systemConnection(home, system);
          const report = await testSystem(home, { name: system.name, source, user });
          return {
            json: { system: system.name, ...report },
            text: report.steps
              .map((step) => `${step.outcome.padEnd(8)}${step.label} (${step.elapsedMs} ms): ${step.detail}`)
              .join('\n'),
            exitCode: report.ok ? exitCodes.done : exitCodes.failed,
          };
        }),
      ),
    new Command('tree')
      .description('queues and value types of a system, read now')
      .argument('<system>', 'name of the external system')
      .action((name: string, _, command: Command) =>
        withHome(command, async (home) => {
          const tree = await readExternalTree(home, name);
          return {
            json: tree,
            text: tree.kinds
              .map(({ queues, valueTypes }) =>
                [
                  ...queues.map((path) => path.join(':')),
                  '',
                  `${queues.length} queues, each with: ${valueTypes.join(', ')}`,
                ].join('\n'),
              )
              .join('\n\n'),
          };
        }),
      ),
  ];
}
