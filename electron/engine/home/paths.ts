import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Where the files of a home are; names as Xlink operators know them. */
export interface HomePaths {
  readonly folder: string;
  readonly settings: string;
  readonly mapping: string;
  readonly store: string;
  readonly secrets: string;
  readonly logs: string;
  scenario(number: number): string;
}

export function homePaths(folder: string): HomePaths {
  const absolute = path.resolve(folder);
  return {
    folder: absolute,
    settings: path.join(absolute, 'isps_ul.ini'),
    mapping: path.join(absolute, 'acd_map.ini'),
    store: path.join(absolute, 'wfm.db'),
    secrets: path.join(absolute, 'secrets.json'),
    logs: path.join(absolute, 'logs'),
    scenario: (number) => path.join(absolute, `${number}.BAS`),
  };
}

/** `XLINK_HOME`, else the place programs of this system keep data shared by console and service. */
export function defaultHomeFolder(environment: NodeJS.ProcessEnv = process.env): string {
  if (environment.XLINK_HOME) return path.resolve(environment.XLINK_HOME);
  if (process.platform === 'win32') {
    return path.join(environment.ProgramData ?? 'C:\\ProgramData', 'Xlink');
  }
  if (process.platform === 'darwin') {
    return path.join(os.homedir(), 'Library', 'Application Support', 'Xlink');
  }
  return path.join(environment.XDG_DATA_HOME ?? path.join(os.homedir(), '.local', 'share'), 'xlink');
}

/** Outside the home, so that a copy of the home does not carry the key to its secrets. */
export function defaultSecretKeyFile(environment: NodeJS.ProcessEnv = process.env): string {
  if (environment.XLINK_SECRET_KEY_FILE) return path.resolve(environment.XLINK_SECRET_KEY_FILE);
  if (process.platform === 'win32') {
    return path.join(environment.LOCALAPPDATA ?? os.homedir(), 'Xlink', 'secret.key');
  }
  return path.join(environment.XDG_CONFIG_HOME ?? path.join(os.homedir(), '.config'), 'xlink', 'secret.key');
}

/**
 * The folder `resources` of the program: above the source file when run from sources, above `out/main` when
 * built, in the archive when packed.
 */
export function resourcesFolder(): string {
  let folder = import.meta.dirname;
  for (;;) {
    const candidate = path.join(folder, 'resources');
    if (existsSync(path.join(candidate, 'interfaces'))) return candidate;
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error('The program is not complete: its folder "resources" is missing.');
    folder = parent;
  }
}
