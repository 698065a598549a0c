import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Home } from '#engine/home/home.ts';
import { type ImportJobs, importJobs } from '#engine/imports/jobs.ts';
import { addCalls, callKeys, callTable, script, section, smallCentre } from '../../support/acd.ts';
import { homeWith, importCalls, undoRun } from '../../support/home.ts';
import { leftBehind } from '../../support/left-behind.ts';
import { type PostgresServer, startPostgres } from '../../support/postgres.ts';
import type { SqliteFile } from '../../support/sqlite.ts';

const stops = 12;
const dayCount = 80;
const range = { from: '2025-06-01', to: '2025-08-19' };

let server: PostgresServer;
beforeAll(async () => {
  // What was committed has to outlive the server, as it does where values are kept.
  server = await startPostgres({ synchronous_commit: 'on' });
});
afterAll(() => server.stop());

/** Days that take their time. */
function slowCalls(): SqliteFile {
  const database = callTable([]);
  const rows = Array.from({ length: dayCount * 96 }, (_, quarter) => {
    const stamp = new Date(Date.UTC(2025, 5, 1) + quarter * 900_000).toISOString();
    return [stamp, 'Sales', quarter % 24, quarter % 24] as const;
  });
  addCalls(database, rows);
  database.exec(`CREATE VIEW slow_calls AS SELECT stamp, queue, answered, offered + 0 * (
    WITH RECURSIVE work(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM work WHERE n < 1200 + calls.offered)
    SELECT COUNT(*) FROM work) AS offered FROM calls`);
  return database;
}

let stores = 0;

function storeFor(source: SqliteFile): Promise<Home> {
  stores += 1;
  const keys = { Source: source.connectionString, ...callKeys, CallDataTable: 'slow_calls' };
  return homeWith(
    smallCentre(source, {
      settings: `[DB]\r\n1=WFM,0,,\r\nStoreUrl=${server.url}?schema=stopped_${stores}\r\n${section('ACD', keys)}`,
      // Fails four times a day.
      scripts: {
        1: script(1, 'Result = Abs(100 / (Para1 - 7)) * 100'),
        2: script(1, 'Result = Para1 * 100'),
      },
    }),
  );
}

/** The run when it has done more days. */
async function comesFurther(jobs: ImportJobs, runId: number, daysDone: number) {
  for (;;) {
    const run = await jobs.read(runId);
    if (run.status !== 'running' || run.daysDone > daysDone) return run;
    await sleep(10);
  }
}

it(`a store whose server is stopped ${stops} times amid an import has what an undisturbed one leaves, nothing lost, nothing doubled`, async () => {
  const source = slowCalls();
  const calm = await storeFor(source);
  const first = await importCalls(calm, range);
  source.exec('UPDATE calls SET answered = answered + 1 WHERE stamp % 3600 = 0');
  const undisturbed = await importCalls(calm, range);
  expect([first.daysDone, undisturbed.daysDone]).toEqual([dayCount, dayCount]);
  const wanted = await leftBehind(calm, undisturbed.runId);

  let resumes = 0;
  for (let stopped = 0; stopped < stops; ) {
    source.exec('UPDATE calls SET answered = answered - 1 WHERE stamp % 3600 = 0');
    const home = await storeFor(source);
    await importCalls(home, range);
    source.exec('UPDATE calls SET answered = answered + 1 WHERE stamp % 3600 = 0');
    const before = await leftBehind(home, 1);

    const jobs = importJobs(home, 'cli');
    const runId = await jobs.start(range);
    for (let daysDone = 0; stopped < stops; ) {
      const run = await comesFurther(jobs, runId, daysDone);
      if (run.status !== 'running') break;
      daysDone = run.daysDone;
      await sleep(Math.random() * 150);
      await server.halt('immediate');
      await server.start();
      stopped += 1;
    }
    await jobs.watch(runId, new AbortController().signal, () => {});
    for (let run = await jobs.read(runId); run.status === 'failed'; run = await jobs.read(runId)) {
      expect(run.error).toMatchObject({ code: 'STORE_UNREACHABLE' });
      await jobs.resume(runId);
      await jobs.watch(runId, new AbortController().signal, () => {});
      resumes += 1;
    }
    expect(await leftBehind(home, runId)).toEqual(wanted);

    const undo = await undoRun(home, runId);
    expect(undo).toMatchObject({ status: 'completed', valuesWritten: undisturbed.valuesWritten });
    expect((await leftBehind(home, 1)).values).toEqual(before.values);
  }
  console.log(`resumed: ${resumes}, stores: ${stores}`);
  // Each store has a few connections at most, however many were lost.
  const [connected] = await server.exec(
    `SELECT count(*)::int AS count FROM pg_stat_activity WHERE application_name = 'xlink'`,
  );
  expect(connected?.count).toBeLessThanOrEqual(stores * 6);
}, 600_000);
