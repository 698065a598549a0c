import { existsSync } from 'node:fs';
import { constants, copyFile, link, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { WfmLoad } from '#shared/contract/wfm-load.ts';
import { XlinkError } from '#shared/rpc/errors.ts';
import { homePaths } from '../home/paths.ts';
import { type SampleRequest, writeSampleDatabase } from './database.ts';
import { mapText, scriptName, scriptText, settingsText } from './home-files.ts';
import { sampleMappings, sampleWfm } from './wfm-side.ts';

export interface SampleHomeRequest extends SampleRequest {
  readonly homeFolder: string;
  /** Name of the SQLite ODBC driver, or the path of its library. */
  readonly driver?: string;
}

const databaseFile = 'sample-acd.db';

/**
 * Makes a home with the sample contact centre: the ACD's database, settings, mappings and scripts. Takes a second
 * or two. Overwrites nothing, and a home that got only some of its files does not arise by being interrupted
 * while the database is made: all are put in place at the end, the settings last.
 *
 * @returns queues, value types and system that belong to the files, for the caller to load into the store
 * @throws XlinkError `SAMPLE_HOME_IN_USE` where settings, mappings or scripts are there already
 */
export async function createSampleHome(request: SampleHomeRequest): Promise<WfmLoad> {
  const { folder, settings, mapping } = homePaths(request.homeFolder);
  await mkdir(folder, { recursive: true });
  await refuseHomeInUse(folder);
  const staging = await mkdtemp(path.join(folder, '.sample-'));
  try {
    await writeSampleDatabase(path.join(staging, databaseFile), request);
    // Without NoCreat a file that was moved away would come back empty instead of failing.
    const source = `Driver=${request.driver ?? sqliteDriver()};Database=${path.join(folder, databaseFile)};NoCreat=1`;
    const texts = new Map([
      [path.basename(mapping), mapText(sampleMappings)],
      ...sampleMappings.map((each, index) => [scriptName(index), scriptText(each)] as const),
      [path.basename(settings), settingsText(source)],
    ]);
    for (const [name, text] of texts) await writeFile(path.join(staging, name), text);
    for (const name of [databaseFile, ...texts.keys()]) {
      await putInPlace(path.join(staging, name), path.join(folder, name));
    }
    return sampleWfm;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** The driver as its installers register it; Homebrew registers none, so there it is the library itself. */
function sqliteDriver(): string {
  if (process.platform === 'win32') return 'SQLite3 ODBC Driver';
  if (process.platform !== 'darwin') return 'SQLite3';
  const library = 'lib/libsqlite3odbc.dylib';
  const ofAppleSilicon = `/opt/homebrew/${library}`;
  return existsSync(ofAppleSilicon) ? ofAppleSilicon : `/usr/local/${library}`;
}

async function refuseHomeInUse(homeFolder: string): Promise<void> {
  const inUse = (await readdir(homeFolder)).find((name) =>
    /^(isps_ul\.ini|acd_map\.ini|\d+\.bas)$/i.test(name),
  );
  if (inUse === undefined) return;
  throw new XlinkError(
    'SAMPLE_HOME_IN_USE',
    `${homeFolder} already has the file ${inUse}. The sample is only made in a folder without settings, mappings and scripts: name another one with --home.`,
    { homeFolder, file: inUse },
  );
}

/** Unlike a rename, a link never replaces a file that came meanwhile; some file systems only copy. */
async function putInPlace(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return;
    await copyFile(from, to, constants.COPYFILE_EXCL);
  }
}
