import type { AdoptReport, AdoptResult } from '#shared/contract/adopt.ts';
import type { WfmLoad } from '#shared/contract/wfm-load.ts';
import { iniBytes, parseIni } from '#shared/domain/ini/document.ts';
import { zoneOf } from '#shared/domain/time/zone.ts';
import { XlinkError } from '#shared/rpc/errors.ts';
import type { IntervalMinutes } from '../wfm/directory.ts';
import type { XlinkFolder } from './adopt-files.ts';
import { missingEntries } from './adopt-needs.ts';
import { replaceHomeFiles } from './adopt-place.ts';
import { surveyFolder } from './adopt-read.ts';
import { sampleEntries, withoutEntries } from './adopt-sample.ts';
import type { Home } from './home.ts';
import { readHomeFile, updateHomeFile } from './home-file.ts';
import { withoutPasswords, writtenPassword } from './password-lines.ts';
import { systemSection, withStoreUrl } from './settings.ts';

export interface AdoptRequest {
  readonly folder: string;
  /** Left out: whatever the folder now is. */
  readonly fingerprint?: string | undefined;
  readonly interfaces?: Readonly<Record<string, string>> | undefined;
  readonly createMissing: boolean;
  readonly timeZone?: string | undefined;
  readonly intervalMinutes?: IntervalMinutes | undefined;
  readonly passwords: 'move' | 'keep';
  readonly replace: boolean;
}

/**
 * Makes the home one of an existing Xlink folder: copies its files byte for byte, creates the records of its systems
 * and what WFM lacks. All of it or nothing; the folder itself stays as it is.
 *
 * @throws XlinkError `ADOPT_HOME_IN_USE`, `ADOPT_FOLDER_CHANGED`, `ADOPT_WHILE_IMPORTING`, `ZONE_UNKNOWN`, what reading the
 * folder and what writing the home may throw
 */
export async function adoptFolder(home: Home, request: AdoptRequest): Promise<AdoptResult> {
  const timeZone = request.timeZone === undefined ? undefined : zoneOf(request.timeZone).id;
  const { report, read } = await surveyFolder(home, request.folder, request.interfaces);
  if (request.fingerprint !== undefined && request.fingerprint !== report.fingerprint) {
    throw new XlinkError(
      'ADOPT_FOLDER_CHANGED',
      `The files in ${report.folder} were changed since they were read. Read the folder again and look at the report.`,
      { folder: report.folder },
      { retryable: true },
    );
  }
  refuseHomeInUse(report, request.replace);
  await refuseWhileImporting(home);

  const { ini, secrets } = settingsOfCopy(read, report, request.passwords);
  // The home keeps its store: what the folder was told of one is not where its values are now.
  const own = (await readHomeFile(home.paths.settings)).bytes;
  const files = new Map<string, Uint8Array>([['isps_ul.ini', withStoreUrl(ini, own)]]);
  if (read.mapping) files.set('acd_map.ini', read.mapping.content);
  for (const [number, script] of read.scripts) files.set(`${number}.BAS`, script.content);

  const stored = await home.store.directory();
  const gone = report.home.sample ? sampleEntries(stored) : { queueIds: [], valueTypeIds: [] };
  const names = new Set(report.systems.map(({ name }) => name.toLowerCase()));
  const removedSystems = stored.externalSystems
    .map(({ name }) => name)
    .filter((name) => !names.has(name.toLowerCase()));
  const made = request.createMissing
    ? missingEntries(report, withoutEntries(stored, gone), {
        timeZone: timeZone ?? report.suggested.timeZone,
        intervalMinutes: request.intervalMinutes ?? (report.suggested.intervalMinutes as IntervalMinutes),
      })
    : { queues: [], valueTypes: [] };
  const systems = report.systems.filter(({ usable }) => usable);
  const document: WfmLoad = {
    ...made,
    externalSystems: systems.map(({ name, interface: id, phoneLink, timeLink }) => ({
      name:
        stored.externalSystems.find((known) => known.name.toLowerCase() === name.toLowerCase())?.name ?? name,
      interface: id,
      phoneLink,
      timeLink,
    })),
  };
  const kept = await replaceHomeFiles(home.paths, files, () =>
    withSecrets(home, secrets, async () => {
      await home.store.replace({ ...gone, systems: removedSystems }, document);
    }),
  );
  for (const name of removedSystems) await forgetSecret(home, name).catch(() => undefined);
  home.logs.write(
    'isps_ul.log',
    `${report.folder} adopted: ${files.size} files, ${systems.length} systems, ${made.queues.length} queues made` +
      (kept ? `; the files before are in ${kept.folder}` : ''),
  );
  return {
    copied: [...files.keys()],
    kept: kept ? { folder: kept.folder, files: [...kept.files] } : null,
    systems: systems.map(({ name, interface: id }) => ({ name, interface: id })),
    removedSystems,
    queuesMade: made.queues.map(({ id, name }) => ({ id: id!, name })),
    valueTypesMade: made.valueTypes.map(({ id, name }) => ({ id: id!, name })),
    passwordsMoved: request.passwords === 'move' ? [...secrets.keys()] : [],
    passwordsEncoded: report.systems.filter(({ password }) => password === 'encoded').map(({ name }) => name),
  };
}

function refuseHomeInUse({ home }: AdoptReport, replace: boolean): void {
  if (home.files.length === 0 || replace) return;
  throw new XlinkError(
    'ADOPT_HOME_IN_USE',
    `The home ${home.folder} already has settings, mappings or scripts (${home.files.slice(0, 3).join(', ')}). Confirm that they are replaced (--replace; a dated copy is kept), or name another home.`,
    { homeFolder: home.folder, files: home.files.slice(0, 3), fileCount: home.files.length },
  );
}

/** A run goes by the mappings it was started with: its figures would come into the queues of the new ones. */
async function refuseWhileImporting(home: Home): Promise<void> {
  await home.store.recoverInterruptedRuns();
  const running = (await home.store.runs({ limit: 50 })).find(({ status }) => status === 'running');
  if (running === undefined) return;
  throw new XlinkError(
    'ADOPT_WHILE_IMPORTING',
    `Run ${running.id} is importing into this home. Wait for its end or cancel it, then open the folder again.`,
    { runId: running.id },
    { retryable: true },
  );
}

/** The ini as it comes into the home, and by system what the secret store is to hold ('' for nothing). */
function settingsOfCopy(
  { settings }: XlinkFolder,
  { systems }: AdoptReport,
  passwords: 'move' | 'keep',
): { ini: Uint8Array; secrets: ReadonlyMap<string, string> } {
  const document = parseIni(settings.content);
  const clear = systems.filter(({ password }) => password === 'clear');
  if (passwords === 'keep') {
    // One that is stored from before would come before the one in the file.
    return { ini: settings.content, secrets: new Map(clear.map(({ name }) => [name, ''])) };
  }
  const secrets = new Map(
    clear.map(({ name }) => [name, writtenPassword(systemSection(document, name)!)!.value]),
  );
  const without = systems.reduce(
    (changed, { name, password }) => withoutPasswords(changed, name, password === 'encoded'),
    document,
  );
  return { ini: without === document ? settings.content : iniBytes(without), secrets };
}

/** Writes the secrets, then does the work; where that fails, the stored passwords are as they were. */
async function withSecrets(
  home: Home,
  secrets: ReadonlyMap<string, string>,
  work: () => Promise<void>,
): Promise<void> {
  const before = await readHomeFile(home.paths.secrets);
  try {
    for (const [name, password] of secrets) {
      if (password === '') await forgetSecret(home, name);
      else await home.secrets.write(name, password);
    }
    await work();
  } catch (error) {
    await updateHomeFile(home.paths.secrets, undefined, () =>
      before.revision === 'absent' ? null : before.bytes,
    );
    throw error;
  }
}

async function forgetSecret(home: Home, name: string): Promise<void> {
  if (await home.secrets.has(name)) await home.secrets.write(name, '');
}
