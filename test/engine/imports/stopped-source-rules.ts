import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Home } from '#engine/home/home.ts';
import { type ImportJobs, importJobs } from '#engine/imports/jobs.ts';
import { openConnection } from '#engine/odbc/connection.ts';
import { map, section, settings } from '../../support/acd.ts';
import { homeWith, importCalls } from '../../support/home.ts';
import { leftBehind } from '../../support/left-behind.ts';

export const dayCount = 30;
/** Seconds that a day takes. */
export const usualPace = 0.1;
const range = { from: '2026-03-01', to: '2026-03-30' };

/** A database server that an import reads, and that is stopped. `slow_calls` takes its time for each day. */
export interface StoppableSource {
  readonly connectionString: string;
  halt(how: 'fast' | 'kill'): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** How long `slow_calls` takes for a day from now on; {@link usualPace} to begin with. */
  pace(seconds: number): Promise<unknown>;
  /** How many have a connection to it through the driver. */
  readers(): Promise<number>;
  /** A statement that gives many rows, and takes a while for it. */
  readonly endless: string;
  /** Whether it runs, for a driver that gives no row before it has the last one. */
  runsEndless?(): Promise<boolean>;
}

function homeOn(source: StoppableSource): Promise<Home> {
  return homeWith({
    settings: settings(
      section('ACD', {
        Source: source.connectionString,
        QueueSQL: 'SELECT DISTINCT queue FROM calls',
        CallDataTable: 'slow_calls',
        TimeStampColumn: 'at',
        QueueNameColumn: 'queue',
        QueueNameType: '0',
        ValueTypes: 'offered;talk',
        Interval: '15',
      }),
    ),
    mapping: map('0:1:1=ACD:Sales:offered', '0:1:2=ACD:Sales:talk', '0:2:1=ACD:Service:offered'),
    wfm: {
      queues: [
        { id: 1, name: 'Sales', timeZone: 'Europe/Paris', intervalMinutes: 15 },
        { id: 2, name: 'Service', timeZone: 'UTC', intervalMinutes: 30 },
      ],
      valueTypes: [
        { id: 1, name: 'Calls' },
        { id: 2, name: 'Talk' },
      ],
    },
  });
}

async function reaches(jobs: ImportJobs, runId: number, daysDone: number): Promise<void> {
  for (;;) {
    const run = await jobs.read(runId);
    if (run.daysDone >= daysDone) return;
    if (run.status !== 'running') throw new Error(`The run is ${run.status} with ${run.daysDone} days.`);
    await sleep(10);
  }
}

const hasEnded = (jobs: ImportJobs, runId: number) =>
  jobs.watch(runId, new AbortController().signal, () => {});

/** A stop at any moment of a day that is being read. */
const anyMoment = () => sleep(Math.random() * 200);

/** Rules for a server that is stopped; gives what further ones need. */
export function stoppedSourceRules<S extends StoppableSource>({
  startSource,
  awayBy,
}: {
  readonly startSource: () => Promise<S>;
  /** How it is stopped when it stays away. */
  readonly awayBy: 'fast' | 'kill';
}) {
  let source: S;
  let wanted: Awaited<ReturnType<typeof leftBehind>> | undefined;
  beforeAll(async () => {
    source = await startSource();
  });
  afterAll(() => source?.stop());

  /** What an import leaves that nothing disturbs. */
  async function undisturbed() {
    if (wanted) return wanted;
    const home = await homeOn(source);
    const run = await importCalls(home, range);
    // One day has an hour that the clock skipped, which is a problem.
    expect(run).toMatchObject({ daysDone: dayCount, rowsRead: dayCount * 96 * 2, problemCount: 1 });
    wanted = await leftBehind(home, run.runId);
    return wanted;
  }

  /** Imports, and does something each time so many days are done. */
  async function importAnd(...steps: readonly (readonly [daysDone: number, step: () => Promise<unknown>])[]) {
    const home = await homeOn(source);
    const jobs = importJobs(home, 'cli');
    const runId = await jobs.start(range);
    for (const [daysDone, step] of steps) {
      await reaches(jobs, runId, daysDone);
      await anyMoment();
      await step();
    }
    await hasEnded(jobs, runId);
    return { home, jobs, run: await jobs.read(runId) };
  }

  describe('a server that is stopped while an import reads it', { timeout: 240_000 }, () => {
    it.each(['fast', 'kill'] as const)(
      'and is started again (%s): the run goes on by itself to what an undisturbed one leaves',
      async (how) => {
        const expected = await undisturbed();
        const restart = async () => {
          await source.halt(how);
          await source.start();
        };
        const { home, run } = await importAnd([3, restart], [12, restart]);
        expect(run).toMatchObject({ status: 'completed-with-problems', problemCount: 1 });
        expect(await leftBehind(home, run.runId)).toEqual(expected);
        await vi.waitFor(async () => expect(await source.readers()).toBe(0), 20_000);
      },
    );

    it(`and is away for longer (${awayBy}): the days it could not give are failed, and a resume does them`, async () => {
      const expected = await undisturbed();
      // The server is stopped by programs that need their time as well: it has to be away long before the last day.
      await source.pace(1);
      const { home, jobs, run } = await importAnd([4, () => source.halt(awayBy)]);
      expect(run.status).toBe('completed-with-problems');
      const failed = run.days.filter(({ state }) => state === 'failed').map(({ day }) => day);
      expect(failed.length).toBeGreaterThan(0);
      expect(run.days.filter(({ state }) => state === 'done')).toHaveLength(dayCount - failed.length);
      const stored = await home.store.problems(run.runId, { limit: 100, offset: 0 });
      const problems = stored.problems.filter(({ code }) => code !== 'STAMP_MISSING_HOUR');
      expect(problems.map(({ day }) => day)).toEqual(failed);
      for (const { code, message } of problems) {
        expect(code).toMatch(/^ODBC_(SERVER_UNREACHABLE|CONNECTION_LOST)$/);
        expect(message).toMatch(/Check .*server|check the network/);
      }

      await source.start();
      await source.pace(usualPace);
      await jobs.resume(run.runId);
      await hasEnded(jobs, run.runId);
      expect(await leftBehind(home, run.runId)).toEqual(expected);
      await vi.waitFor(async () => expect(await source.readers()).toBe(0), 20_000);
    });

    it.each(['fast', 'kill'] as const)(
      'amid the rows of a statement (%s): never passes for their end',
      async (how) => {
        const connection = await openConnection(source.connectionString, { connectTimeoutMs: 10_000 });
        let rowsRead = 0;
        const reading = async () => {
          for await (const rows of connection.read(source.endless, [])) rowsRead += rows.length;
        };
        const lost = expect(reading()).rejects.toMatchObject({
          code: 'ODBC_CONNECTION_LOST',
          retryable: true,
        });
        await vi.waitFor(
          async () => expect(rowsRead > 0 || (await source.runsEndless?.())).toBe(true),
          20_000,
        );
        await source.halt(how);
        await lost;
        await connection.close();
        await source.start();
      },
    );
  });

  return { source: () => source, undisturbed, importAnd };
}
