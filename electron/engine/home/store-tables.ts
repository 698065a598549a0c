import type { StoreTables } from '../wfm/copy/store-tables.ts';
import { hasPassword, postgresLocation } from '../wfm/postgres/location.ts';
import { postgresTables } from '../wfm/postgres/tables.ts';
import { sqliteTables } from '../wfm/sqlite/tables.ts';
import type { SecretStore } from './secrets.ts';
import { locationOf, type StorePlace } from './store-place.ts';

/** A store as tables. A password in an address that somebody gave counts before those that are kept. */
export function openTables(
  place: StorePlace,
  secrets: SecretStore,
  options: { readonly mustExist: boolean },
): StoreTables {
  if (place.kind === 'file') return sqliteTables(place.file, options);
  return postgresTables(hasPassword(place.url) ? postgresLocation(place.url) : locationOf(place, secrets));
}
