import { afterAll, beforeAll } from 'vitest';
import { postgresLocation } from '#engine/wfm/postgres/location.ts';
import { openPostgresStore, type PostgresStoreOptions } from '#engine/wfm/postgres/open.ts';
import type { WfmStore } from '#engine/wfm/store.ts';
import { type PostgresServer, startPostgres } from '../../support/postgres.ts';

/** A server for the tests of a file; stores in schemas of their own. */
export function postgresServer() {
  let server: PostgresServer;
  let schemas = 0;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());
  return {
    server: () => server,
    /** The address of a store that nobody has used yet. */
    freshUrl(): string {
      schemas += 1;
      return `${server.url}?schema=store_${schemas}`;
    },
    open: (url: string, options: PostgresStoreOptions = {}): Promise<WfmStore> =>
      openPostgresStore(postgresLocation(url), options),
    /** Statements beside the store, in its schema. */
    exec: (url: string, sql: string): Promise<Record<string, unknown>[]> =>
      server.exec(`SET search_path = ${new URL(url).searchParams.get('schema')}; ${sql}`),
  };
}
