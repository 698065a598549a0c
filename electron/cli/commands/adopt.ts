import { Command, InvalidArgumentError, Option } from 'commander';
import { refuseHomeInFolder } from '#engine/home/adopt-files.ts';
import { surveyFolder } from '#engine/home/adopt-read.ts';
import { adoptFolder } from '#engine/home/adopt-take.ts';
import type { IntervalMinutes } from '#engine/wfm/directory.ts';
import type { AdoptReport, AdoptResult } from '#shared/contract/adopt.ts';
import { XlinkError } from '#shared/rpc/errors.ts';
import { homeFolderOf, withHome } from '../context.ts';
import { type Answer, type ExitCode, exitCodes } from '../output.ts';
import { adoptReportText, adoptResultText } from './adopt-text.ts';

interface AdoptOptions {
  readonly yes?: boolean;
  readonly createQueues?: boolean;
  readonly timeZone?: string;
  readonly interval?: string;
  readonly interface: Readonly<Record<string, string>>;
  readonly keepPasswords?: boolean;
  readonly replace?: boolean;
}

export function adoptCommand(): Command {
  return new Command('adopt')
    .description(
      'reads an existing Xlink folder and says what is understood; with --yes the home becomes a copy of it',
    )
    .argument('<folder>', 'folder with isps_ul.ini, acd_map.ini and *.BAS; nothing in it is changed')
    .option('--yes', 'copy the files into the home and create the systems')
    .option('--create-queues', 'also make the WFM queues and value types that the map needs and WFM lacks')
    .option('--time-zone <name>', 'zone of queues that are made (default: as the report suggests)')
    .addOption(
      new Option(
        '--interval <minutes>',
        'interval of queues that are made (default: as the report suggests)',
      ).choices(['5', '10', '15', '20', '30', '60']),
    )
    .option(
      '--interface <system=id>',
      'interface of a system, where it was guessed wrong; may be given several times',
      interfaceOption,
      {},
    )
    .option(
      '--keep-passwords',
      'leave passwords in the copied isps_ul.ini; without it they move to the secret store',
    )
    .option('--replace', 'the home has files already: keep a dated copy of them in it, and replace them')
    .addHelpText(
      'after',
      '\nWithout --yes nothing is changed. Exit code 3: something in the folder is not understood.',
    )
    .action(async (folder: string, options: AdoptOptions, command: Command) => {
      // Before the home is opened, which makes its folder and its store.
      await refuseHomeInFolder(folder, homeFolderOf(command));
      await withHome(command, async (home): Promise<Answer> => {
        const { report } = await surveyFolder(home, folder, options.interface);
        refuseUnknownSystems(report, Object.keys(options.interface));
        if (!options.yes) {
          return { json: { report }, text: adoptReportText(report), exitCode: exitCodeOf(report) };
        }
        const result = await adoptFolder(home, {
          folder,
          fingerprint: report.fingerprint,
          interfaces: options.interface,
          createMissing: options.createQueues ?? false,
          timeZone: options.timeZone,
          intervalMinutes:
            options.interval === undefined ? undefined : (Number(options.interval) as IntervalMinutes),
          passwords: options.keepPasswords ? 'keep' : 'move',
          replace: options.replace ?? false,
        });
        return {
          json: { report, result },
          text: `${adoptReportText(report, result)}\n\n${adoptResultText(result)}`,
          exitCode: exitCodeOf(report, result),
        };
      });
    });
}

function refuseUnknownSystems({ systems }: AdoptReport, named: readonly string[]): void {
  const known = systems.map(({ name }) => name);
  const unknown = named.find((name) => !known.some((other) => other.toLowerCase() === name.toLowerCase()));
  if (unknown === undefined) return;
  throw new XlinkError(
    'SYSTEM_UNKNOWN',
    `There is no external system "${unknown}" in the folder. Its isps_ul.ini has: ${known.join(', ')}.`,
    { system: unknown, known },
  );
}

function interfaceOption(text: string, before: Readonly<Record<string, string>>): Record<string, string> {
  const at = text.lastIndexOf('=');
  const name = text.slice(0, Math.max(0, at)).trim();
  const id = text.slice(at + 1).trim();
  if (name === '' || id === '') throw new InvalidArgumentError('Write it as "system=interface".');
  return { ...before, [name]: id };
}

/** Hints are nothing to be stopped by. */
function exitCodeOf(report: AdoptReport, result?: AdoptResult): ExitCode {
  const lacking =
    result === undefined ? [] : [...report.queues, ...report.valueTypes].filter((one) => one.name === null);
  const made = result === undefined ? 0 : result.queuesMade.length + result.valueTypesMade.length;
  const whole =
    report.findings.every(({ severity }) => severity === 'hint') &&
    report.systems.every(({ password }) => password !== 'encoded') &&
    lacking.length === made;
  return whole ? exitCodes.done : exitCodes.problems;
}
