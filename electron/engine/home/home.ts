import { mkdir } from 'node:fs/promises';
import { XlinkError } from '#shared/rpc/errors.ts';
import type { WfmStore } from '../wfm/store.ts';
import { type Logs, openLogs } from './logs.ts';
import { defaultSecretKeyFile, type HomePaths, homePaths } from './paths.ts';
import { openSecretStore, type SecretStore } from './secrets.ts';
import { openChosenStore, type StorePlace, storePlace } from './store-place.ts';

/** A home that is open: its files, its store, its secrets. Files are read anew for each use: no restart ever. */
export interface Home {
  readonly paths: HomePaths;
  readonly store: WfmStore;
  readonly storePlace: StorePlace;
  readonly secrets: SecretStore;
  readonly logs: Logs;
  close(): Promise<void>;
}

/** Opens the folder, which is made when it is not there. A store on a server is connected when it is first used. */
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
  const secrets = openSecretStore(paths.secrets, secretKeyFile);
  const place = await storePlace(paths);
  const store = await openChosenStore(place, secrets);
  return {
    paths,
    store,
    storePlace: place,
    secrets,
    logs: openLogs(paths.logs),
    close: () => store.close(),
  };
}
