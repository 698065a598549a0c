import type { AdoptedSystem, AdoptReport, AdoptResult } from '#shared/contract/adopt.ts';
import { findingLine, table } from '../output.ts';

const passwordTexts: Record<AdoptedSystem['password'], string> = {
  none: '',
  clear: 'in clear',
  encoded: 'encoded, cannot be read',
};

/** More are in `--json`, and in `xlink check` once the folder is adopted. */
const shownFindings = 200;

/** The report for a person; `result` is what has been done since. */
export function adoptReportText(report: AdoptReport, result?: AdoptResult): string {
  const { mappings, scripts, systems, queues, valueTypes, suggested, home } = report;
  const odd = report.files.filter(({ encoding }) => encoding !== 'utf-8');
  const lines = [
    `Folder ${report.folder}`,
    `  ${report.files.length} files${report.databaseName === '' ? '' : `, database "${report.databaseName}"`}`,
    ...odd.map(({ name, encoding }) => `  ${name}: ${encodingText(encoding)}`),
    '',
    'External systems',
    ...indented(
      table(
        ['name', 'interface', 'because of', 'streams', 'data source', 'password'],
        systems.map((system) => [
          system.name,
          system.interface,
          reason(system),
          [system.phoneLink ? 'PhoneLink' : '', system.timeLink ? 'TimeLink' : ''].filter(Boolean).join(', '),
          system.source || '(none)',
          passwordTexts[system.password],
        ]),
      ),
    ),
    '',
    `Mappings: ${mappings.total}, of them understood: ${mappings.understood}; lines that are no mapping: ${mappings.foreignLines}`,
    `Scripts: ${scripts.present}${named('missing', scripts.missing)}${named('with an error', scripts.invalid)}${named('of no mapping', scripts.unused)}`,
    `WFM queues needed: ${queues.length}${lacking('of them WFM does not know', queues)}`,
    `WFM value types needed: ${valueTypes.length}${lacking('of them WFM does not know', valueTypes)}`,
  ];
  const { findings } = report;
  if (findings.length > 0) {
    lines.push('', 'Findings');
    lines.push(...findings.slice(0, shownFindings).map((finding) => `  ${findingLine(finding)}`));
    if (findings.length > shownFindings) lines.push(`  and ${findings.length - shownFindings} more`);
  }
  if (result !== undefined) return lines.join('\n');
  lines.push(
    '',
    'Nothing was changed. Add --yes to copy these files into the home and to create the systems.',
  );
  if ([...queues, ...valueTypes].some(({ name }) => name === null)) {
    lines.push(
      `Add --create-queues to make the queues and value types that are missing (${suggested.timeZone}, ${suggested.intervalMinutes} minutes).`,
    );
  }
  if (home.files.length > 0) {
    lines.push(
      `The home ${home.folder} ${home.sample ? 'has the sample' : 'is in use'}: with --replace its files go into a dated folder in it.`,
    );
  }
  return lines.join('\n');
}

export function adoptResultText(result: AdoptResult): string {
  const lines = [
    `Copied: ${result.copied.length} files`,
    `External systems: ${result.systems.map((system) => `${system.name} (${system.interface})`).join(', ')}`,
  ];
  if (result.queuesMade.length > 0) {
    lines.push(`WFM queues made: ${result.queuesMade.map(({ id }) => id).join(', ')}`);
  }
  if (result.valueTypesMade.length > 0) {
    lines.push(`WFM value types made: ${result.valueTypesMade.map(({ id }) => id).join(', ')}`);
  }
  if (result.passwordsMoved.length > 0) {
    lines.push(`Passwords moved to the secret store: ${result.passwordsMoved.join(', ')}`);
  }
  if (result.passwordsEncoded.length > 0) {
    lines.push(`Passwords to be entered in Configuration…: ${result.passwordsEncoded.join(', ')}`);
  }
  if (result.removedSystems.length > 0) {
    lines.push(`Systems of the former home, removed: ${result.removedSystems.join(', ')}`);
  }
  if (result.kept) lines.push(`The former files of the home are in ${result.kept.folder}`);
  return lines.join('\n');
}

function reason({ guess, interface: id }: AdoptedSystem): string {
  if (guess.interface !== id) return 'your choice';
  if (guess.by === 'name') return 'its name';
  return guess.by === 'nothing' ? 'nothing says more' : guess.keys.slice(0, 3).join(', ');
}

function encodingText(encoding: AdoptReport['files'][number]['encoding']): string {
  return {
    'utf-8': 'UTF-8',
    'utf-8-bom': 'UTF-8 with a mark',
    'windows-1252': 'Windows-1252',
    'utf-16': 'UTF-16',
  }[encoding];
}

function named(what: string, names: readonly string[]): string {
  return names.length === 0 ? '' : `; ${what}: ${names.join(', ')}`;
}

function lacking(what: string, all: readonly { id: number; name: string | null }[]): string {
  return named(
    what,
    all.filter(({ name }) => name === null).map(({ id }) => String(id)),
  );
}

function indented(text: string): string[] {
  return text.split('\n').map((line) => `  ${line}`);
}
