import { XlinkError } from '#shared/rpc/errors.ts';
import { isPostgresUrl, postgresLocation, shownUrl } from '../wfm/postgres/location.ts';
import { postgresStore } from '../wfm/postgres/open.ts';
import { openSqliteStore } from '../wfm/sqlite/open.ts';
import type { WfmStore } from '../wfm/store.ts';
import type { HomePaths } from './paths.ts';
import type { SecretStore } from './secrets.ts';
import { readSettings, storeUrl } from './settings.ts';

/** Where the store of a home is. */
export type StorePlace =
  | { readonly kind: 'file'; readonly file: string }
  | {
      readonly kind: 'server';
      /** May hold a password: never to be shown. */
      readonly url: string;
      /** The address without it. */
      readonly shown: string;
    };

/** The name of the store's password in the secret store: no external system can be called so. */
const secretName = '[DB]';

/** `XLINK_STORE_URL`, else `StoreUrl` in the section `[DB]` of `isps_ul.ini`, else `wfm.db` of the home. */
export async function storePlace(
  paths: HomePaths,
  environment: NodeJS.ProcessEnv = process.env,
): Promise<StorePlace> {
  const url = environment.XLINK_STORE_URL?.trim() || storeUrl((await readSettings(paths)).document)?.url;
  return url ? { kind: 'server', url, shown: shownUrl(url) } : { kind: 'file', file: paths.store };
}

/** A place that somebody named: the address of a server, or a file. */
export function namedPlace(text: string): StorePlace {
  return isPostgresUrl(text)
    ? { kind: 'server', url: text, shown: shownUrl(text) }
    : { kind: 'file', file: text };
}

/** For a reader. */
export function placeText(place: StorePlace): string {
  return place.kind === 'file' ? place.file : place.shown;
}

/** Throws what {@link openSqliteStore} does, and `STORE_URL_INVALID`; a server is connected when it is first used. */
export async function openChosenStore(place: StorePlace, secrets: SecretStore): Promise<WfmStore> {
  if (place.kind === 'file') return openSqliteStore(place.file);
  return postgresStore(locationOf(place, secrets));
}

export function locationOf(place: { readonly url: string }, secrets: SecretStore) {
  return postgresLocation(place.url, () => storePassword(secrets));
}

/** `XLINK_STORE_PASSWORD`, else the one in the secret store. */
async function storePassword(secrets: SecretStore): Promise<string | undefined> {
  if (process.env.XLINK_STORE_PASSWORD !== undefined) return process.env.XLINK_STORE_PASSWORD;
  try {
    return await secrets.read(secretName);
  } catch (error) {
    if (!(error instanceof XlinkError) || error.code !== 'SECRET_UNREADABLE') throw error;
    throw new XlinkError(
      'SECRET_UNREADABLE',
      `The stored password of the store cannot be decrypted with this user's key. Enter it again with "xlink store password".`,
      { variant: 'store' },
      { cause: error },
    );
  }
}

/** An empty password removes the stored one. */
export function writeStorePassword(secrets: SecretStore, password: string): Promise<void> {
  return secrets.write(secretName, password);
}
