import { Command, CommanderError } from 'commander';
import { programVersion } from '#engine/home/version.ts';
import { errorShape, XlinkError } from '#shared/rpc/errors.ts';
import { adoptCommand } from './commands/adopt.ts';
import { checkCommand } from './commands/check.ts';
import { consoleCommand } from './commands/console.ts';
import { exportCommand } from './commands/export.ts';
import { importCommand } from './commands/import.ts';
import { mapCommand } from './commands/map.ts';
import { planCommand } from './commands/plan.ts';
import { runsCommand } from './commands/runs.ts';
import { scenarioCommand } from './commands/scenario.ts';
import { storeCommand } from './commands/store.ts';
import { systemsCommands } from './commands/systems.ts';
import { wfmCommand } from './commands/wfm.ts';
import { leave } from './leave.ts';
import { exitCodes, printError, printErrorDocument } from './output.ts';

const program = new Command('xlink')
  .description(
    "Brings the figures of a contact centre's telephone system (ACD) into workforce management (WFM).",
  )
  .version(await programVersion())
  .option(
    '--home <folder>',
    'folder with isps_ul.ini, acd_map.ini, *.BAS, wfm.db and logs (default: XLINK_HOME, else per machine)',
  )
  .option('--json', 'one JSON document on standard output')
  .exitOverride()
  .configureOutput({
    writeOut: (text) => process.stdout.write(text),
    writeErr: (text) => process.stderr.write(text),
  })
  .addHelpText('after', '\nExit codes: 0 done, 1 failed, 2 wrong usage, 3 done with problems.');

for (const command of [
  ...systemsCommands(),
  checkCommand(),
  adoptCommand(),
  wfmCommand(),
  storeCommand(),
  mapCommand(),
  scenarioCommand(),
  planCommand(),
  importCommand(),
  runsCommand(),
  exportCommand(),
  consoleCommand(),
]) {
  program.addCommand(inherit(command));
}

/** Commands and their subcommands report wrong usage as this program does, not by ending the process. */
function inherit(command: Command): Command {
  command.copyInheritedSettings(program);
  for (const sub of command.commands) inherit(sub);
  return command;
}

// `xlink … | head` closes the pipe when it has seen enough: that is no error. Nor is it one to lose words on the way.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? exitCodes.done : exitCodes.failed);
});
process.stderr.on('error', () => {});

/** What was typed is wrong, though only the engine could tell. */
const usageCodes = new Set([
  'ADOPT_SAME_FOLDER',
  'CONFIRMATION_NEEDED',
  'DAYS_REVERSED',
  'DAY_INVALID',
  'EXPORT_NEEDS_FILE',
]);

const asJson = process.argv.includes('--json');
try {
  await program.parseAsync(process.argv);
} catch (error) {
  if (error instanceof CommanderError) {
    const asked = error.exitCode === 0;
    if (!asked && asJson) printErrorDocument(new XlinkError('USAGE', usageText(error)));
    process.exitCode = asked ? exitCodes.done : exitCodes.usage;
  } else {
    printError(error, asJson);
    process.exitCode = usageCodes.has(errorShape(error).code) ? exitCodes.usage : exitCodes.failed;
  }
}
await leave();

/** Commander has said it on standard error already; without a command it has printed the help. */
function usageText(error: CommanderError): string {
  if (error.code === 'commander.help') return 'A command is missing. "xlink --help" lists them.';
  return `${error.message.replace(/^error: /, '')}. "xlink --help" shows how it is written.`;
}
