import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Home } from '#engine/home/home.ts';
import { type ImportJobs, importJobs } from '#engine/imports/jobs.ts';
import type { RunProgress } from '#shared/contract/imports.ts';
import { callKeys, callTable, map, section, settings } from '../../support/acd.ts';
import { type Cable, cableTo } from '../../support/cable.ts';
import { type HeldCalls, holdableCalls } from '../../support/held-calls.ts';
import { homeWith, storedValues } from '../../support/home.ts';
import { type PostgresServer, startPostgres } from '../../support/postgres.ts';

const dayCount = 12;
const range = { from: '2026-03-01', to: '2026-03-12' };
const heldDays = ['07', '08', '09', '10', '11', '12'].map((day) => `2026-03-${day}`);

let server: PostgresServer;
let source: HeldCalls;
beforeAll(async () => {
  server = await startPostgres();
  await server.exec(`
    CREATE TABLE calls (at TIMESTAMP, queue VARCHAR(20), offered INTEGER);
    INSERT INTO calls SELECT at, 'Sales', extract(epoch FROM at)::bigint % 97
      FROM generate_series(TIMESTAMP '2026-03-01', '2026-03-12 23:45', '15 minutes') at;`);
  source = await holdableCalls(server);
});
afterEach(() => source.letGo());
afterAll(() => server.stop());

async function centre(
  cable: Cable,
  { sections = [], mapping = map('0:1:1=ACD:Sales:offered') }: { sections?: string[]; mapping?: string } = {},
): Promise<Home> {
  return homeWith({
    settings: settings(
      ...sections,
      section('ACD', {
        Source: server.connectionString.replace(`Port=${server.port}`, `Port=${cable.port}`),
        QueueSQL: 'SELECT DISTINCT queue FROM calls',
        CallDataTable: 'held_calls',
        TimeStampColumn: 'at',
        QueueNameColumn: 'queue',
        QueueNameType: '0',
        ValueTypes: 'offered',
      }),
    ),
    mapping,
    wfm: {
      queues: [{ id: 1, name: 'Hotline', timeZone: 'UTC', intervalMinutes: 15 }],
      valueTypes: [{ id: 1, name: 'Calls' }],
    },
  });
}

/** Imports, and does something while the source is asked for the days after the first ones. */
async function importAnd(jobs: ImportJobs, act: () => Promise<unknown>): Promise<RunProgress> {
  await source.holdFrom(heldDays[0]!);
  const runId = await jobs.start(range);
  await vi.waitFor(async () => {
    expect((await jobs.read(runId)).daysDone).toBe(dayCount - heldDays.length);
    expect(await asking()).toBeGreaterThan(0);
  }, 60_000);
  await act();
  await source.letGo();
  await jobs.watch(runId, new AbortController().signal, () => {});
  return jobs.read(runId);
}

/** How many statements the source is held at. */
async function asking(): Promise<number> {
  const [found] = await server.exec(`SELECT count(*)::int AS count FROM pg_stat_activity
    WHERE state = 'active' AND query LIKE '%held_calls%' AND pid <> pg_backend_pid()`);
  return Number(found?.count);
}

const allValues = () =>
  Object.fromEntries(
    Array.from({ length: dayCount * 96 }, (_, index) => {
      const at = Date.UTC(2026, 2, 1) + index * 900_000;
      return [new Date(at).toISOString().replace('.000Z', 'Z'), (at / 1000) % 97];
    }),
  );

describe('a server that goes away while an import runs', { timeout: 120_000 }, () => {
  it('and is back at once: the day is read again, nothing is missing and nothing to report', async () => {
    const home = await centre(await cableTo(server.port));
    const jobs = importJobs(home, 'cli');
    const run = await importAnd(jobs, () =>
      server.exec(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%held_calls%'
        AND pid <> pg_backend_pid()`),
    );
    expect(run).toMatchObject({ status: 'completed', problemCount: 0, rowsRead: dayCount * 96 });
    expect(await storedValues(home, 1, 1)).toEqual(allValues());
  });

  it('and stays away: the days it cannot give are failed and reported, and a resume does just them', async () => {
    const cable = await cableTo(server.port);
    const home = await centre(cable);
    const jobs = importJobs(home, 'cli');
    const run = await importAnd(jobs, () => cable.pull());
    expect(run.status).toBe('completed-with-problems');
    const failed = run.days.filter((day) => day.state === 'failed').map(({ day }) => day);
    expect(failed).toEqual(heldDays);
    expect(run.days.filter((day) => day.state === 'done').length).toBe(dayCount - failed.length);
    expect(run.problems.map(({ day }) => day)).toEqual(failed);
    for (const { code, message, system } of run.problems) {
      expect(code).toMatch(/^ODBC_(SERVER_UNREACHABLE|CONNECTION_LOST)$/);
      expect(system).toBe('ACD');
      expect(message).not.toContain(server.password);
    }
    const done = Object.entries(allValues()).filter(([at]) => !failed.includes(at.slice(0, 10)));
    expect(await storedValues(home, 1, 1)).toEqual(Object.fromEntries(done));

    await cable.plug();
    expect(await jobs.resume(run.runId)).toBe(run.runId);
    await jobs.watch(run.runId, new AbortController().signal, () => {});
    expect(await jobs.read(run.runId)).toMatchObject({
      status: 'completed',
      problemCount: 0,
      problems: [],
      rowsRead: dayCount * 96,
      valuesWritten: dayCount * 96,
    });
    expect(await home.store.run(run.runId)).toMatchObject({ status: 'completed', problemCount: 0 });
    expect(await storedValues(home, 1, 1)).toEqual(allValues());
  });

  it('before the first day: the run fails with what is wrong and what to do, and can be resumed', async () => {
    const cable = await cableTo(server.port);
    const home = await centre(cable);
    await cable.pull();
    const jobs = importJobs(home, 'cli');
    const runId = await jobs.start({ from: '2026-03-01', to: '2026-03-03' });
    await jobs.watch(runId, new AbortController().signal, () => {});
    expect(await jobs.read(runId)).toMatchObject({
      status: 'failed',
      error: { code: 'ODBC_SERVER_UNREACHABLE', message: expect.stringContaining('port') },
      problemCount: 3,
    });
    await cable.plug();
    await jobs.resume(runId);
    await jobs.watch(runId, new AbortController().signal, () => {});
    const resumed = await jobs.read(runId);
    expect(resumed).toMatchObject({ status: 'completed', valuesWritten: 288 });
    expect(resumed.error).toBeUndefined();
  });

  it('is cancelled while it waits for the server', async () => {
    const cable = await cableTo(server.port);
    const home = await centre(cable);
    await cable.pull();
    const jobs = importJobs(home, 'cli');
    const runId = await jobs.start(range);
    await jobs.cancel(runId);
    const run = await jobs.read(runId);
    expect(run.status).toBe('cancelled');
    expect(run.days.every((day) => day.state === 'pending')).toBe(true);
  });

  it("and is not that of the mapping's first system: its days are read once more when it is back", async () => {
    const cable = await cableTo(server.port);
    const own = callTable(
      Array.from({ length: dayCount * 96 }, (_, quarter) => {
        const stamp = new Date(Date.UTC(2026, 2, 1) + quarter * 900_000).toISOString();
        return [stamp, 'Branch', 1000, 0] as const;
      }),
    );
    // Some time for each day, so that none is over before it is seen.
    own.exec(`CREATE VIEW slow_calls AS SELECT stamp, queue, offered + 0 * (
      WITH RECURSIVE work(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM work WHERE n < 3000 + calls.offered)
      SELECT COUNT(*) FROM work) AS offered FROM calls`);
    const home = await centre(cable, {
      sections: [
        section('Own', {
          Source: own.connectionString,
          ...callKeys,
          CallDataTable: 'slow_calls',
          ValueTypes: 'offered',
        }),
      ],
      mapping: map('0:1:1=Own:Branch:offered', '0:1:1=ACD:Sales:offered'),
    });
    const jobs = importJobs(home, 'cli');
    await source.holdFrom('2026-03-05');
    const runId = await jobs.start(range);
    /** Calls `look` with each day that is begun, until it says enough. */
    const days = async (look: (day: string) => boolean) => {
      for (;;) {
        const { reading, status } = await jobs.read(runId);
        expect(status).toBe('running');
        if (reading && look(reading.day)) return;
        await sleep(5);
      }
    };
    await days((day) => day === '2026-03-05');
    const refused = await cable.hangUp();
    let latest = '';
    // The others are done, and the first one that it could not give comes again.
    await days((day) => {
      if (day > latest) latest = day;
      return day < latest;
    });
    const before = refused.count();
    await vi.waitFor(() => expect(refused.count()).toBeGreaterThan(before), 60_000);
    await source.letGo();
    await cable.plug();
    await jobs.watch(runId, new AbortController().signal, () => {});
    expect(await jobs.read(runId)).toMatchObject({ status: 'completed', problems: [] });
    const sums = Object.entries(allValues()).map(([at, value]) => [at, value + 1000]);
    expect(await storedValues(home, 1, 1)).toEqual(Object.fromEntries(sums));
  });
});
