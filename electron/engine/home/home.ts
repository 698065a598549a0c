import { mkdir } from 'node:fs/promises';
import { XlinkError } from '#shared/rpc/errors.ts';
import { openSqliteStore } from '../wfm/sqlite/open.ts';
import type { WfmStore } from '../wfm/store.ts';
import { type Logs, openLogs } from './logs.ts';
import { defaultSecretKeyFile, type HomePaths, homePaths } from './paths.ts';
import { openSecretStore, type SecretStore } from './secrets.ts';

/** A home that is open: its files, its store, its secrets. Files are read anew for each use: no restart ever. */
export interface Home {
  readonly paths: HomePaths;
  readonly store: WfmStore;
  readonly secrets: SecretStore;
  readonly logs: Logs;
  close(): Promise<void>;
}

/** Opens the folder, which is made when it is not there. */
export async function openHome(folder: string, secretKeyFile = defaultSecretKeyFile()): Promise<Home> {
  const paths = homePaths(folder);
  try {
    await mkdir(paths.logs, { recursive: true });
  } catch (error) {
    throw new XlinkError(
      'HOME_UNUSABLE',
      `The home folder ${paths.folder} cannot be used (${(error as NodeJS.ErrnoException).code}). Name another one with --home or XLINK_HOME.`,
      { homeFolder: paths.folder, reason: (error as NodeJS.ErrnoException).code },
      { cause: error },
    );
  }
  const store = await openSqliteStore(paths.store);
  return {
    paths,
    store,
    secrets: openSecretStore(paths.secrets, secretKeyFile),
    logs: openLogs(paths.logs),
    close: () => store.close(),
  };
}
