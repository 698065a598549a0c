import { Command } from 'commander';
import { systemSummaries } from '#engine/handlers/systems.ts';
import { readExternalTree } from '#engine/interfaces/external-tree.ts';
import { testSystem } from '#engine/interfaces/test-system.ts';
import { type DataSources, listDataSources } from '#engine/odbc/dataSources.ts';
import type { Message } from '#shared/contract/common.ts';
import type { OdbcTestReport } from '#shared/contract/odbc.ts';
import { createWords } from '#shared/i18n/index.ts';
import { isSectionWrong, odbcTestText } from '#shared/i18n/odbc-test-text.ts';
import { interruptSignal, withHome } from '../context.ts';
import { type ExitCode, exitCodes, table } from '../output.ts';
import { movePasswordCommand } from './move-password.ts';

const english = { t: createWords('en').getFixedT('en', 'dialogs'), tell: ({ message }: Message) => message };

export function systemsCommands(): Command[] {
  return [
    new Command('systems')
      .description('external systems of the home')
      .addCommand(movePasswordCommand())
      .action((_, command: Command) =>
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
    new Command('data-sources')
      .description('ODBC data sources of this machine, and what is odd about them')
      .action((_, command: Command) =>
        withHome(command, async () => {
          const found = await listDataSources();
          return { json: found, text: dataSourcesText(found) };
        }),
      ),
    new Command('test-odbc')
      .alias('test')
      .description('connects to a system and says, step by step, what works')
      .argument('<system>', 'name of the external system')
      .action((name: string, _, command: Command) =>
        withHome(command, async (home) => {
          const report = await testSystem(home, name, interruptSignal());
          return {
            json: { system: name, ...report },
            text: odbcTestText(name, report, english),
            exitCode: exitCodeOf(report),
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

function dataSourcesText({ dataSources, drivers }: DataSources): string {
  const bits = (bitness: number | undefined) => (bitness === undefined ? '' : `${bitness}-bit`);
  const notes = dataSources.flatMap((source) =>
    source.notes.map(({ message }) => `${source.name} (${source.scope}, ${source.definedIn}): ${message}`),
  );
  return [
    table(
      ['data source', 'driver', 'bits', 'scope', 'defined in'],
      dataSources.map(({ name, driver, bitness, scope, definedIn }) => [
        name,
        driver,
        bits(bitness),
        scope,
        definedIn,
      ]),
    ),
    '',
    table(
      ['driver', 'bits', 'library', 'defined in'],
      drivers.map(({ name, bitness, library = '', definedIn }) => [name, bits(bitness), library, definedIn]),
    ),
    ...(notes.length === 0 ? [] : ['', ...notes]),
  ].join('\n');
}

function exitCodeOf(report: OdbcTestReport): ExitCode {
  if (!report.ok) return exitCodes.failed;
  return isSectionWrong(report) ? exitCodes.problems : exitCodes.done;
}
