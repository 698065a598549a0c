import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { RunProgress } from '#shared/contract/imports.ts';
import { map, section } from '../../support/acd.ts';
import { handWrittenHome } from '../../support/cli.ts';
import { endOfRun, supervisedEngine } from '../../support/engine.ts';
import { type HeldCalls, holdableCalls } from '../../support/held-calls.ts';
import { type PostgresServer, startPostgres } from '../../support/postgres.ts';

const dayCount = 30;
const range = { from: '2026-03-01', to: '2026-03-30' };
/** With so many days done the source is held. */
const daysGiven = 10;

let source: HeldCalls;
let server: PostgresServer;
beforeAll(async () => {
  // The days of the store and the source alike: what they hold has to outlive the server.
  server = await startPostgres({ synchronous_commit: 'on' });
  await server.exec(`
    CREATE TABLE calls (at TIMESTAMP, queue VARCHAR(20), offered INTEGER);
    INSERT INTO calls SELECT at, 'Sales', extract(hour FROM at)::int
      FROM generate_series(TIMESTAMP '2026-03-01', '2026-03-30 23:45', '15 minutes') at;`);
  source = await holdableCalls(server);
});
afterAll(() => server.stop());

function childrenOf(pid: number): number[] {
  const listed = spawnSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' }).stdout;
  return listed.split('\n').flatMap((line) => (line.trim() === '' ? [] : [Number(line)]));
}

it('a run whose process dies while the store is away shows as interrupted when it is back, and is gone on with', async () => {
  const keys = {
    Source: server.connectionString,
    QueueSQL: 'SELECT DISTINCT queue FROM calls',
    CallDataTable: 'held_calls',
    TimeStampColumn: 'at',
    QueueNameColumn: 'queue',
    QueueNameType: '0',
    ValueTypes: 'offered',
    Interval: '15',
  };
  const home = await handWrittenHome({
    settings: `[DB]\r\n1=WFM,0,,\r\nStoreUrl=${server.url}\r\n${section('ACD', keys)}`,
    mapping: map('0:1:1=ACD:Sales:offered'),
    wfm: {
      queues: [{ id: 1, name: 'Hotline', timeZone: 'UTC', intervalMinutes: 15 }],
      valueTypes: [{ id: 1, name: 'Calls' }],
    },
  });
  await source.holdFrom('2026-03-11');
  const engine = await supervisedEngine(home);
  const { runId } = await engine.call('imports.start', { stream: 'calls', ...range });
  await expect
    .poll(async () => (await engine.call('runs.read', { runId })).daysDone, { timeout: 60_000 })
    .toBe(daysGiven);

  let last: RunProgress | undefined;
  const watched = engine.watch('imports.watch', { runId }, (picture) => {
    last = picture;
  });
  await server.halt('immediate');
  const { enginePid } = await engine.call('home.info', {});
  for (const worker of childrenOf(enginePid)) process.kill(worker, 'SIGKILL');
  // Whoever watches is told, and not left with a picture of a run that goes on.
  await watched.ended;
  expect(last).toMatchObject({ status: 'interrupted', error: { code: 'STORE_UNREACHABLE' } });
  await expect(engine.call('runs.list', { limit: 5 })).rejects.toMatchObject({
    code: 'STORE_UNREACHABLE',
    message: expect.stringContaining('See that the server runs'),
  });

  await server.start();
  await source.letGo();
  await vi.waitFor(async () => {
    expect(await engine.call('runs.list', { limit: 5 })).toMatchObject([{ runId, status: 'interrupted' }]);
  }, 10_000);
  await engine.call('imports.resume', { runId });
  expect(await endOfRun(engine, runId)).toMatchObject({
    status: 'completed',
    daysDone: dayCount,
    rowsRead: dayCount * 96,
    valuesWritten: dayCount * 96,
    problems: [],
  });
}, 120_000);
