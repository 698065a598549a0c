/* A program of its own that begins a run in the store whose address is given, does one day of it, and waits to be killed. */
import { postgresLocation } from '#engine/wfm/postgres/location.ts';
import { openPostgresStore } from '#engine/wfm/postgres/open.ts';
import { changeOf, done, noCounters, request } from './samples.ts';

const store = await openPostgresStore(postgresLocation(process.argv[2]!));
const { id } = await store.createRun(request());
const changes = [await changeOf(store, 1002, 1, '2026-03-28', () => 1)];
await store.commitDay(id, 'Bank', '2026-03-28', done({ changes, counters: { ...noCounters, rowsRead: 7 } }));
setInterval(() => {}, 60_000);
