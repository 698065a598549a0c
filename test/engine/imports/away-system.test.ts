import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Home } from '#engine/home/home.ts';
import { type ImportJobs, importJobs } from '#engine/imports/jobs.ts';
import { readPatience } from '#engine/imports/read-patience.ts';
import { undoPlan } from '#engine/imports/undo.ts';
import type { RunProgress } from '#shared/contract/imports.ts';
import { XlinkError } from '#shared/rpc/errors.ts';
import { callKeys, callTable, map, section, settings } from '../../support/acd.ts';
import { type Cable, cableTo } from '../../support/cable.ts';
import { homeWith, storedValues } from '../../support/home.ts';
import { type PostgresServer, startPostgres } from '../../support/postgres.ts';

const range = { from: '2026-03-01', to: '2026-03-03' };
const quarters = 3 * 96;
const starts = Array.from({ length: quarters }, (_, quarter) =>
  new Date(Date.UTC(2026, 2, 1) + quarter * 900_000).toISOString().replace('.000Z', 'Z'),
);
const each = (value: number) => Object.fromEntries(starts.map((start) => [start, value]));

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
  await server.exec(`
    CREATE TABLE calls (at TIMESTAMP, queue VARCHAR(20), offered INTEGER);
    INSERT INTO calls SELECT at, 'Sales', 5
      FROM generate_series(TIMESTAMP '2026-03-01', '2026-03-03 23:45', '15 minutes') at;`);
});
afterAll(() => server.stop());

/** Calls offered are those of the own system and of the branch together, calls answered those of the own one. */
async function twoSystems(branch: Cable): Promise<Home> {
  const own = callTable(starts.map((start) => [start, 'Own', 100, 90] as const));
  return homeWith({
    settings: settings(
      section('Own', { Source: own.connectionString, ...callKeys }),
      section('Branch', {
        Source: server.connectionString.replace(`Port=${server.port}`, `Port=${branch.port}`),
        QueueSQL: 'SELECT DISTINCT queue FROM calls',
        CallDataTable: 'calls',
        TimeStampColumn: 'at',
        QueueNameColumn: 'queue',
        ValueTypes: 'offered',
        Interval: '15',
      }),
    ),
    mapping: map('0:1:1=Own:Own:offered', '0:1:1=Branch:Sales:offered', '0:1:2=Own:Own:answered'),
    wfm: {
      queues: [{ id: 1, name: 'Hotline', timeZone: 'UTC', intervalMinutes: 15 }],
      valueTypes: [
        { id: 1, name: 'Offered' },
        { id: 2, name: 'Answered' },
      ],
    },
  });
}

async function ended(jobs: ImportJobs, runId: number): Promise<RunProgress> {
  await jobs.watch(runId, new AbortController().signal, () => {});
  return jobs.read(runId);
}

describe('a second system of a mapping that stays away', { timeout: 120_000 }, () => {
  it('leaves the days of the first one to do: what it does not feed is stored, and a resume does the rest', async () => {
    const cable = await cableTo(server.port);
    await cable.pull();
    const home = await twoSystems(cable);
    const jobs = importJobs(home, 'cli');
    const runId = await jobs.start(range);
    const broken = await ended(jobs, runId);
    expect(broken).toMatchObject({
      status: 'completed-with-problems',
      resumable: true,
      rowsRead: quarters,
      valuesWritten: quarters,
    });
    expect(broken.days.filter(({ system }) => system === 'Own').map(({ state }) => state)).toEqual([
      'failed',
      'failed',
      'failed',
    ]);
    const ofDay = broken.problems.find(({ day, system }) => day === range.from && system === 'Branch');
    expect(ofDay).toMatchObject({
      code: 'ODBC_SERVER_UNREACHABLE',
      message: expect.stringContaining('Values fed by Branch too were left out: resume the run'),
    });
    expect(await storedValues(home, 1, 1)).toEqual({});
    expect(await storedValues(home, 1, 2)).toEqual(each(90));

    await cable.plug();
    await jobs.resume(runId);
    const whole = await ended(jobs, runId);
    expect(whole).toMatchObject({
      status: 'completed',
      resumable: false,
      problemCount: 0,
      problems: [],
      rowsRead: 2 * quarters,
      valuesWritten: 2 * quarters,
      valuesUnchanged: 0,
    });
    expect(await storedValues(home, 1, 1)).toEqual(each(105));
    expect(await storedValues(home, 1, 2)).toEqual(each(90));
    expect(await home.store.run(runId)).toMatchObject({
      rowsRead: 2 * quarters,
      valuesWritten: 2 * quarters,
      valuesUnchanged: 0,
    });

    expect(await undoPlan(home, runId)).toMatchObject({ valuesRestored: 2 * quarters, days: 3 });
    await ended(jobs, await jobs.undo(runId));
    expect(await storedValues(home, 1, 1)).toEqual({});
    expect(await storedValues(home, 1, 2)).toEqual({});
    expect(await home.store.run(runId)).toMatchObject({ undoneBy: runId + 1 });
  });

  it('and what was stored meanwhile can be taken back before it is back', async () => {
    const cable = await cableTo(server.port);
    await cable.pull();
    const home = await twoSystems(cable);
    const jobs = importJobs(home, 'cli');
    const runId = await jobs.start(range);
    await ended(jobs, runId);
    expect(await undoPlan(home, runId)).toMatchObject({ valuesRestored: quarters, days: 3 });
    await ended(jobs, await jobs.undo(runId));
    expect(await storedValues(home, 1, 2)).toEqual({});
    expect(await home.store.run(runId)).toMatchObject({ undoneBy: runId + 1 });
  });
});

describe('a source that does not answer', () => {
  const mute = new XlinkError('ODBC_CONNECT_TIMEOUT', 'No answer.', {}, { retryable: true });
  const { signal } = new AbortController();

  /** A source of which each question takes so long, and the time of its clock. */
  function source(answerMs: number) {
    let nowMs = 0;
    let asked = 0;
    let isBack = false;
    const patience = readPatience(() => nowMs);
    const ask = () =>
      patience.ask(async () => {
        asked += 1;
        nowMs += answerMs;
        if (!isBack) throw mute;
        return 'a day';
      }, signal);
    return {
      ask,
      patience,
      asked: () => asked,
      elapsedMs: () => nowMs,
      pass: (ms: number) => {
        nowMs += ms;
      },
      comeBack: () => {
        isBack = true;
      },
    };
  }

  it('is not waited for once for each of two years of days: it rests twice as long as it was waited for', async () => {
    const branch = source(15_000);
    await expect(branch.ask()).rejects.toBe(mute);
    expect(branch.asked()).toBe(3);
    for (let day = 0; day < 730; day += 1) await expect(branch.ask()).rejects.toBe(mute);
    expect(branch.asked()).toBe(3);
    branch.pass(30_000);
    await expect(branch.ask()).rejects.toBe(mute);
    expect(branch.asked()).toBe(4);
    expect(branch.elapsedMs()).toBe(90_000);
  });

  it('is asked at once when the other days are done, and again for each day once it is back', async () => {
    const branch = source(15_000);
    await expect(branch.ask()).rejects.toBe(mute);
    branch.comeBack();
    branch.patience.startOver();
    expect(await branch.ask()).toBe('a day');
    expect(await branch.ask()).toBe('a day');
    expect(branch.asked()).toBe(5);
  });

  it('but says at once that nobody is there, is asked for each day', async () => {
    const branch = source(0);
    await expect(branch.ask()).rejects.toBe(mute);
    for (let day = 0; day < 5; day += 1) await expect(branch.ask()).rejects.toBe(mute);
    expect(branch.asked()).toBe(3 + 5);
  });
});
