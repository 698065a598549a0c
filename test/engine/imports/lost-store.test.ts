import { spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { RunProgress } from '#shared/contract/imports.ts';
import { callKeys, callTable, section, smallCentre } from '../../support/acd.ts';
import { handWrittenHome } from '../../support/cli.ts';
import { endOfRun, supervisedEngine } from '../../support/engine.ts';
import { type PostgresServer, startPostgres } from '../../support/postgres.ts';

const dayCount = 60;
const range = { from: '2026-03-01', to: '2026-04-29' };

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres({ synchronous_commit: 'on' });
});
afterAll(() => server.stop());

function childrenOf(pid: number): number[] {
  const listed = spawnSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' }).stdout;
  return listed.split('\n').flatMap((line) => (line.trim() === '' ? [] : [Number(line)]));
}

it('a run whose process dies while the store is away shows as interrupted when it is back, and is gone on with', async () => {
  const source = callTable(
    Array.from({ length: dayCount * 96 }, (_, quarter) => {
      const stamp = new Date(Date.UTC(2026, 2, 1) + quarter * 900_000).toISOString();
      return [stamp, 'Sales', quarter % 24, quarter % 24] as const;
    }),
  );
  source.exec(`CREATE VIEW slow_calls AS SELECT stamp, queue, answered, offered + 0 * (
    WITH RECURSIVE work(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM work WHERE n < 1200 + calls.offered)
    SELECT COUNT(*) FROM work) AS offered FROM calls`);
  const keys = { Source: source.connectionString, ...callKeys, CallDataTable: 'slow_calls' };
  const home = await handWrittenHome(
    smallCentre(source, {
      settings: `[DB]\r\n1=WFM,0,,\r\nStoreUrl=${server.url}\r\n${section('ACD', keys)}`,
    }),
  );
  const engine = await supervisedEngine(home);
  const { runId } = await engine.call('imports.start', { stream: 'calls', ...range });
  while ((await engine.call('runs.read', { runId })).daysDone < 3) await sleep(10);

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
  await vi.waitFor(async () => {
    expect(await engine.call('runs.list', { limit: 5 })).toMatchObject([{ runId, status: 'interrupted' }]);
  }, 10_000);
  await engine.call('imports.resume', { runId });
  expect(await endOfRun(engine, runId)).toMatchObject({
    status: 'completed',
    daysDone: dayCount,
    rowsRead: dayCount * 96,
    valuesWritten: dayCount * 96 * 2,
    problems: [],
  });
}, 120_000);
