import { mkdtempSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { WfmLoad } from '#shared/contract/wfm-load.ts';
import { createSampleHome } from '../../electron/engine/sample/home.ts';
import { type CommandResult, runCommandLine } from './program.ts';

/** The last of the sample's 90 days: fixed, so that figures and the clock change of 26 October 2025 stay where they are. */
export const sampleLastDay = '2025-11-30';

/** A home of its own in a temporary folder, with what stands around a home: key of the secrets, ODBC data sources. */
export interface TestHome {
  readonly folder: string;
  /** Beside the home, for databases and the like. */
  readonly besideFolder: string;
  /** For every program on this home. */
  readonly env: Readonly<Record<string, string>>;
  path(name: string): string;
  bytes(name: string): Promise<Buffer>;
  /** Every byte as one character, so that two texts are equal only when the bytes are. */
  text(name: string): Promise<string>;
  write(name: string, text: string): Promise<void>;
  /** Names of all files, those of folders with their folder. */
  files(): Promise<string[]>;
  /** The command line on this home. */
  xlink(...args: string[]): Promise<CommandResult>;
  /** The same with `--json`; fails unless it ended with 0 or 3. */
  xlinkJson<T>(...args: string[]): Promise<T>;
  loadWfm(document: WfmLoad): Promise<void>;
  /** The data sources that the ODBC driver manager finds for this user. */
  writeOdbcIni(text: string): Promise<void>;
  remove(): Promise<void>;
}

export async function emptyHome(
  besideFolder = mkdtempSync(path.join(os.tmpdir(), 'xlink-e2e-')),
): Promise<TestHome> {
  const folder = path.join(besideFolder, 'home');
  await mkdir(folder, { recursive: true });
  const env = {
    XLINK_SECRET_KEY_FILE: path.join(besideFolder, 'secret.key'),
    ODBCINI: path.join(besideFolder, 'odbc.ini'),
  };
  await writeFile(env.ODBCINI, '');

  const home: TestHome = {
    folder,
    besideFolder,
    env,
    path: (name) => path.join(folder, name),
    bytes: (name) => readFile(path.join(folder, name)),
    text: (name) => readFile(path.join(folder, name), 'latin1'),
    write: (name, text) => writeFile(path.join(folder, name), text, 'latin1'),
    async files() {
      const found = await readdir(folder, { recursive: true, withFileTypes: true });
      return found
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
        .sort();
    },
    xlink: (...args) => runCommandLine(['--home', folder, ...args], env),
    async xlinkJson<T>(...args: string[]) {
      const { code, stdout, stderr } = await home.xlink('--json', ...args);
      if (code !== 0 && code !== 3)
        throw new Error(`xlink ${args.join(' ')} ended with ${code}:\n${stdout}${stderr}`);
      return JSON.parse(stdout) as T;
    },
    async loadWfm(document) {
      const file = path.join(besideFolder, 'wfm.json');
      await writeFile(file, JSON.stringify(document));
      await home.xlinkJson('wfm', 'load', file);
    },
    writeOdbcIni: (text) => writeFile(env.ODBCINI, text),
    remove: () => rm(besideFolder, { recursive: true, force: true, maxRetries: 5 }),
  };
  return home;
}

/** A home with the sample contact centre, to be copied: making one takes seconds, copying one does not. */
export async function sampleTemplate(): Promise<TestHome> {
  const home = await emptyHome();
  await home.loadWfm(await createSampleHome({ homeFolder: home.folder, lastDay: sampleLastDay }));
  return home;
}

/** The connection string in `isps_ul.ini` names the database by its whole path, so the copy's has to be another. */
export async function copyOf(template: TestHome, besideFolder?: string): Promise<TestHome> {
  const home = await emptyHome(besideFolder);
  await cp(template.folder, home.folder, { recursive: true });
  const settings = await home.text('isps_ul.ini');
  await home.write('isps_ul.ini', settings.replaceAll(template.folder, home.folder));
  return home;
}
