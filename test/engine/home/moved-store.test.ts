import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { addCalls, callKeys, callTable, section, settings, smallCentre } from '../../support/acd.ts';
import { handWrittenHome } from '../../support/cli.ts';
import { endOfRun, supervisedEngine } from '../../support/engine.ts';
import { postgresServer } from '../wfm/postgres-home.ts';

const { freshUrl } = postgresServer();
const range = { stream: 'calls', from: '2026-03-01', to: '2026-03-20' } as const;

/** A home whose import takes a second or so, with its settings as they are without `StoreUrl`. */
async function slowHome() {
  const database = callTable([]);
  const rows = Array.from({ length: 20 * 96 }, (_, quarter) => {
    const stamp = new Date(Date.UTC(2026, 2, 1) + quarter * 900_000).toISOString();
    return [stamp, 'Sales', 7, 5] as const;
  });
  addCalls(database, rows);
  database.exec(`CREATE VIEW slow_calls AS SELECT stamp, queue, answered, offered + 0 * (
    WITH RECURSIVE work(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM work WHERE n < 1200 + calls.offered)
    SELECT COUNT(*) FROM work) AS offered FROM calls`);
  const keys = { ...callKeys, CallDataTable: 'slow_calls' };
  const ini = settings(section('ACD', { Source: database.connectionString, ...keys }));
  const folder = await handWrittenHome(smallCentre(database, { settings: ini }));
  const file = path.join(folder, 'isps_ul.ini');
  return {
    folder,
    writeStoreUrl: (url: string | undefined) =>
      writeFile(file, url === undefined ? ini : ini.replace('[DB]\r\n', `[DB]\r\nStoreUrl=${url}\r\n`)),
    log: () => readFile(path.join(folder, 'logs', 'isps_ul.log'), 'utf8').catch(() => ''),
  };
}

it('a console goes over to the store that isps_ul.ini names, when the import that is under way has ended, and back', async () => {
  const home = await slowHome();
  const engine = await supervisedEngine(home.folder);
  const runsListed = async () => (await engine.call('runs.list', { limit: 5 })).map(({ runId }) => runId);
  const { runId } = await engine.call('imports.start', range);
  await home.writeStoreUrl(freshUrl());
  expect(await endOfRun(engine, runId)).toMatchObject({ status: 'completed', valuesWritten: 2 * 20 * 96 });
  // The store on the server knows nothing of the run, nor of queues.
  await vi.waitFor(async () => expect(await runsListed()).toEqual([]), 60_000);
  expect(await engine.call('wfm.read', {})).toMatchObject({ queues: [] });
  expect(await home.log()).toMatch(/the store is now postgresql:\/\/\S+schema=store_1/);

  await home.writeStoreUrl(undefined);
  await vi.waitFor(async () => expect(await runsListed()).toEqual([runId]), 60_000);
  expect(await home.log()).toContain(path.join(home.folder, 'wfm.db'));
}, 120_000);

it('an address that cannot be one is no store to go over to: log and imports say why, the console goes on', async () => {
  const home = await slowHome();
  const engine = await supervisedEngine(home.folder);
  const { enginePid } = await engine.call('home.info', {});
  await home.writeStoreUrl('postgresql://nobody');
  await vi.waitFor(async () => expect(await home.log()).toContain('the store stays where it is'), 60_000);
  await expect(engine.call('imports.start', range)).rejects.toMatchObject({ code: 'STORE_URL_INVALID' });
  await home.writeStoreUrl(undefined);
  const { runId } = await engine.call('imports.start', range);
  expect(await endOfRun(engine, runId)).toMatchObject({ status: 'completed' });
  expect(await engine.call('home.info', {})).toMatchObject({ enginePid });
}, 120_000);
