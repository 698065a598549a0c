import { spawnSync } from 'node:child_process';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { RunProgress } from '#shared/contract/imports.ts';
import type { XlinkContract } from '#shared/contract/index.ts';
import type { Client } from '#shared/rpc/client.ts';
import { map, section, settings } from '../../support/acd.ts';
import { handWrittenHome } from '../../support/cli.ts';
import { endOfRun, supervisedEngine } from '../../support/engine.ts';
import { type HeldCalls, holdableCalls } from '../../support/held-calls.ts';
import { type MuteProxy, muteProxy } from '../../support/muteProxy.ts';
import { type PostgresServer, startPostgres } from '../../support/postgres.ts';

/* The engine as the console has it: each run in a process of its own. */

const dayCount = 30;
const range = { stream: 'calls', from: '2026-03-01', to: '2026-03-30' } as const;

let server: PostgresServer;
let source: HeldCalls;
beforeAll(async () => {
  server = await startPostgres();
  await server.exec(`
    CREATE TABLE calls (at TIMESTAMP, queue VARCHAR(20), offered INTEGER);
    INSERT INTO calls SELECT at, 'Sales', extract(hour FROM at)::int + 1
      FROM generate_series(TIMESTAMP '2026-03-01', '2026-03-30 23:45', '15 minutes') at;`);
  source = await holdableCalls(server);
});
afterEach(() => source.letGo());
afterAll(() => server.stop());

async function centre(port: number): Promise<string> {
  return handWrittenHome({
    settings: settings(
      section('ACD', {
        Source: server.connectionString.replace(`Port=${server.port}`, `Port=${port}`),
        QueueSQL: 'SELECT DISTINCT queue FROM calls',
        CallDataTable: 'held_calls',
        TimeStampColumn: 'at',
        QueueNameColumn: 'queue',
        QueueNameType: '0',
        ValueTypes: 'offered',
        Interval: '15',
      }),
    ),
    mapping: map('0:1:1=ACD:Sales:offered'),
    wfm: {
      queues: [{ id: 1, name: 'Hotline', timeZone: 'UTC', intervalMinutes: 15 }],
      valueTypes: [{ id: 1, name: 'Calls' }],
    },
  });
}

async function processIds(engine: Client<XlinkContract>): Promise<{ engine: number; workers: number[] }> {
  const { enginePid } = await engine.call('home.info', {});
  const listed = spawnSync('ps', ['-o', 'pid=', '--ppid', String(enginePid)], { encoding: 'utf8' }).stdout;
  const workers = listed.split('\n').flatMap((line) => (line.trim() === '' ? [] : [Number(line)]));
  return { engine: enginePid, workers };
}

/** The first picture that fulfils it. */
async function picture(
  engine: Client<XlinkContract>,
  runId: number,
  isWanted: (progress: RunProgress) => boolean,
): Promise<RunProgress> {
  const { promise, resolve } = Promise.withResolvers<RunProgress>();
  const watch = engine.watch('imports.watch', { runId }, (progress) => {
    if (isWanted(progress)) resolve(progress);
  });
  const found = await Promise.race([promise, watch.ended]);
  watch.stop();
  if (found === undefined) throw new Error('The run ended before.');
  return found;
}

/** With so many days done the source is held: the run is under way, and stays there. */
const daysGiven = 10;
const holdTheRest = () => source.holdFrom('2026-03-11');
const underWay = ({ daysDone }: RunProgress) => daysDone === daysGiven;

describe('a run in a process of its own', { timeout: 120_000 }, () => {
  it('waits a while for the next run, and ends when there is none; the engine stays', async () => {
    const engine = await supervisedEngine(await centre(server.port));
    const { runId } = await engine.call('imports.start', range);
    const during = await processIds(engine);
    expect(during.workers).toHaveLength(1);
    expect(await endOfRun(engine, runId)).toMatchObject({
      status: 'completed',
      valuesWritten: dayCount * 96,
    });
    const next = await engine.call('imports.start', range);
    expect(await processIds(engine)).toEqual(during);
    expect(await endOfRun(engine, next.runId)).toMatchObject({
      status: 'completed',
      valuesUnchanged: dayCount * 96,
    });
    await expect.poll(() => processIds(engine), { timeout: 40_000 }).toEqual({ ...during, workers: [] });
  });

  it('that a driver takes down is gone on with by another one, and nothing is lost', async () => {
    const engine = await supervisedEngine(await centre(server.port));
    await holdTheRest();
    const { runId } = await engine.call('imports.start', range);
    await picture(engine, runId, underWay);
    const [worker] = (await processIds(engine)).workers;
    process.kill(worker!, 'SIGSEGV');
    await source.letGo();
    expect(await endOfRun(engine, runId)).toMatchObject({
      status: 'completed',
      daysDone: dayCount,
      valuesWritten: dayCount * 96,
      problemCount: 0,
    });
  });

  it('is cancelled although its driver never comes back: the process is given up, the next import has a new one', async () => {
    const proxy: MuteProxy = await muteProxy(server.port);
    const engine = await supervisedEngine(await centre(proxy.port));
    await holdTheRest();
    const { runId } = await engine.call('imports.start', range);
    await picture(engine, runId, underWay);
    const before = await processIds(engine);
    proxy.mute();
    await engine.call('imports.cancel', { runId });
    const run = await engine.call('runs.read', { runId });
    expect(run.status).toBe('cancelled');
    expect(run.days.filter(({ state }) => state === 'done')).toHaveLength(daysGiven);
    await expect.poll(() => processIds(engine), { timeout: 10_000 }).toEqual({ ...before, workers: [] });
    await proxy.close();
  });
});

describe('a second console on the same home', { timeout: 120_000 }, () => {
  it('sees the run of the first one, follows it, and may not start another for the system', async () => {
    const home = await centre(server.port);
    const [first, second] = [await supervisedEngine(home), await supervisedEngine(home)];
    await holdTheRest();
    const { runId } = await first.call('imports.start', range);
    expect(await second.call('runs.list', { limit: 5 })).toMatchObject([{ runId, status: 'running' }]);
    await expect(second.call('imports.start', range)).rejects.toMatchObject({
      code: 'IMPORT_RUNNING',
      details: { runId, system: 'ACD' },
    });
    let seen: number | undefined;
    const watch = second.watch('imports.watch', { runId }, ({ daysDone }) => {
      seen = daysDone;
    });
    await expect.poll(() => seen, { timeout: 60_000 }).toBe(daysGiven);
    await source.holdFrom('2026-03-21');
    await expect.poll(() => seen, { timeout: 60_000 }).toBe(20);
    await source.letGo();
    await watch.ended;
    expect(seen).toBe(dayCount);
    expect(await second.call('runs.read', { runId })).toMatchObject({ status: 'completed' });
  });

  it('cancels the run of the first one', async () => {
    const home = await centre(server.port);
    const [first, second] = [await supervisedEngine(home), await supervisedEngine(home)];
    await holdTheRest();
    const { runId } = await first.call('imports.start', range);
    await picture(second, runId, underWay);
    await second.call('imports.cancel', { runId });
    expect(await first.call('runs.read', { runId })).toMatchObject({ status: 'cancelled' });
    expect(await second.call('runs.read', { runId })).toMatchObject({ status: 'cancelled' });
    await source.letGo();
    await second.call('imports.resume', { runId });
    expect(await endOfRun(first, runId)).toMatchObject({ status: 'completed', valuesWritten: dayCount * 96 });
  });
});
