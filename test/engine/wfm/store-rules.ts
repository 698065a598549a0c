import { describe, expect, it, onTestFinished } from 'vitest';
import { unpackDay } from '#engine/wfm/packDay.ts';
import type { RunProblem, WfmStore } from '#engine/wfm/store.ts';
import {
  changeOf,
  collect,
  done,
  hotline,
  noCounters,
  request,
  sourceGone,
  storeDay,
  utc,
} from './samples.ts';

/** A home with a store that any number of programs may open. */
export interface StoreHome {
  open(): Promise<WfmStore>;
}

/** What has to hold of every WfmStore, whatever database is under it. */
export function storeRules(name: string, makeHome: () => Promise<StoreHome>): void {
  async function opened(): Promise<WfmStore> {
    const store = await (await makeHome()).open();
    onTestFinished(() => store.close());
    return store;
  }

  async function withHotline(): Promise<WfmStore> {
    const store = await opened();
    await store.load(hotline);
    return store;
  }

  describe(`Values in a store (${name})`, () => {
    it('come back by queue, value type and start, in hundredths, at their instants', async () => {
      const store = await withHotline();
      await store.load({
        queues: [{ id: 7, name: 'Night', timeZone: 'America/New_York', intervalMinutes: 60 }],
      });
      await storeDay(store, 1002, 2, '2026-03-29', (index) => (index === 0 ? 8023 : null));
      await storeDay(store, 1002, 1, '2026-03-29', (index) => (index >= 90 ? index : null));
      await storeDay(store, 7, 1, '2026-03-29', (index) => (index === 23 ? -5 : null));
      expect(await collect(store.intervals({ fromDay: '2026-03-29', toDay: '2026-03-29' }))).toEqual([
        { queueId: 7, valueTypeId: 1, startUtc: utc('2026-03-30T03:00:00Z'), valueHundredths: -5 },
        { queueId: 1002, valueTypeId: 1, startUtc: utc('2026-03-29T21:30:00Z'), valueHundredths: 90 },
        { queueId: 1002, valueTypeId: 1, startUtc: utc('2026-03-29T21:45:00Z'), valueHundredths: 91 },
        { queueId: 1002, valueTypeId: 2, startUtc: utc('2026-03-28T23:00:00Z'), valueHundredths: 8023 },
      ]);
    });

    it('are listed for the days, queues and value types asked for only', async () => {
      const store = await withHotline();
      for (const day of ['2026-01-01', '2026-01-05', '2026-01-09', '2026-02-01']) {
        for (const valueTypeId of [1, 2]) {
          await storeDay(store, 1002, valueTypeId, day, (index) => (index === 0 ? 100 : null));
        }
      }
      const listed = (range: { queueIds?: number[]; valueTypeIds?: number[] }) =>
        collect(store.intervals({ fromDay: '2026-01-05', toDay: '2026-01-31', ...range }));
      expect(await listed({})).toHaveLength(4);
      expect(await listed({ valueTypeIds: [2] })).toHaveLength(2);
      expect(await listed({ queueIds: [1002, 9] })).toHaveLength(4);
      expect(await listed({ queueIds: [9] })).toEqual([]);
      expect(await store.storedDays(1002, 1)).toEqual({ firstDay: '2026-01-01', lastDay: '2026-02-01' });
      expect(await store.storedDays(1002, 3)).toBeUndefined();
    });

    it('are read in the order of the keys, undefined where nothing is stored', async () => {
      const store = await withHotline();
      await storeDay(store, 1002, 1, '2026-01-05', (index) => (index < 2 ? index : null));
      const [none, stored] = await store.readDays([
        { queueId: 1002, valueTypeId: 1, day: '2026-01-04' },
        { queueId: 1002, valueTypeId: 1, day: '2026-01-05' },
      ]);
      expect(none).toBeUndefined();
      expect(unpackDay(stored!).map(({ valueHundredths }) => valueHundredths)).toEqual([0, 1]);
    });

    it('are refused for a queue or value type that the store does not know', async () => {
      const store = await withHotline();
      const { id } = await store.createRun(request());
      const change = await changeOf(store, 1002, 1, '2026-03-28', () => 1);
      const commit = (over: object) =>
        store.commitDay(id, 'Bank', '2026-03-28', done({ changes: [{ ...change, ...over }] }));
      await expect(commit({ queueId: 5 })).rejects.toMatchObject({ code: 'WFM_TARGET_UNKNOWN' });
      await expect(commit({ valueTypeId: 5 })).rejects.toMatchObject({ code: 'WFM_TARGET_UNKNOWN' });
    });
  });

  describe(`A queue that gets another zone or interval (${name})`, () => {
    const range = { fromDay: '2026-01-01', toDay: '2026-12-31' };

    it.each([
      ['Asia/Kathmandu', 15],
      ['Asia/Kathmandu', 60],
      ['Australia/Lord_Howe', 60],
      ['Europe/Paris', 30],
      ['Europe/Paris', 5],
      ['-03:30', 20],
    ] as const)('%s, %i minutes: keeps every value at its instant', async (timeZone, intervalMinutes) => {
      const store = await withHotline();
      for (const day of ['2026-03-28', '2026-03-29', '2026-03-30', '2026-10-25']) {
        await storeDay(store, 1002, 1, day, (index) => (index % 7 === 0 ? null : index));
      }
      const before = await collect(store.intervals(range));
      expect(
        await store.load({ queues: [{ id: 1002, name: 'Hotline', timeZone, intervalMinutes }] }),
      ).toMatchObject({
        queues: { changed: 1 },
      });
      expect(await collect(store.intervals(range))).toEqual(before);
      await storeDay(store, 1002, 1, '2026-03-29', () => 4200);
      const after = await collect(store.intervals({ ...range, fromDay: '2026-03-29', toDay: '2026-03-29' }));
      expect(new Set(after.map(({ valueHundredths }) => valueHundredths))).toEqual(new Set([4200]));
    });

    it('has its days cut where a clock set back over midnight shows a date twice', async () => {
      const store = await withHotline();
      await storeDay(store, 1002, 1, '2024-03-24', (index) => index);
      const before = await collect(store.intervals({ fromDay: '2024-01-01', toDay: '2024-12-31' }));
      await store.load({ queues: [{ id: 1002, name: 'Hotline', timeZone: 'America/Asuncion' }] });
      expect(await collect(store.intervals({ fromDay: '2024-01-01', toDay: '2024-12-31' }))).toEqual(before);
    });

    it('refuses a day that was cut in the old zone', async () => {
      const store = await withHotline();
      const { id } = await store.createRun(request());
      const changes = [await changeOf(store, 1002, 1, '2026-03-28', () => 1)];
      await store.load({ queues: [{ id: 1002, name: 'Hotline', timeZone: 'UTC' }] });
      await expect(store.commitDay(id, 'Bank', '2026-03-28', done({ changes }))).rejects.toMatchObject({
        code: 'STORE_CONFLICT',
        retryable: true,
      });
    });
  });

  describe(`A run in a store (${name})`, () => {
    it('begins with every system and day pending', async () => {
      const store = await withHotline();
      const created = await store.createRun(request({ systems: ['Bank', 'Avaya CMS'], toDay: '2026-03-29' }));
      expect(created).toMatchObject({ status: 'running', problemCount: 0, ...noCounters, origin: 'cli' });
      expect(created.finishedUtc).toBeUndefined();
      const pending = { state: 'pending', problemCount: 0, ...noCounters };
      expect(await store.run(created.id)).toEqual({
        ...created,
        days: [
          { system: 'Avaya CMS', day: '2026-03-28', ...pending },
          { system: 'Avaya CMS', day: '2026-03-29', ...pending },
          { system: 'Bank', day: '2026-03-28', ...pending },
          { system: 'Bank', day: '2026-03-29', ...pending },
        ],
      });
    });

    it('can be resumed when it has ended with days left to do', async () => {
      const store = await withHotline();
      const { id, resumable } = await store.createRun(request());
      expect(resumable).toBe(false);
      await store.commitDay(id, 'Bank', '2026-03-28', done({}));
      await store.commitDay(id, 'Bank', '2026-03-29', { state: 'failed', problems: [sourceGone] });
      expect((await store.run(id)).resumable).toBe(false);
      expect((await store.finishRun(id, 'cancelled')).resumable).toBe(true);
      await store.resumeRun(id);
      expect((await store.run(id)).resumable).toBe(false);
      await store.commitDay(id, 'Bank', '2026-03-29', done({}));
      await store.commitDay(id, 'Bank', '2026-03-30', done({}));
      expect((await store.finishRun(id, 'completed-with-problems')).resumable).toBe(false);
      await expect(store.resumeRun(id)).rejects.toMatchObject({ code: 'RUN_NOT_RESUMABLE' });
    });

    it('counts what its days read, wrote and met', async () => {
      const store = await withHotline();
      const { id } = await store.createRun(request());
      const counters = { rowsRead: 10, valuesWritten: 4, valuesUnchanged: 3 };
      await store.commitDay(id, 'Bank', '2026-03-28', done({ counters, problems: [scriptError] }));
      await store.commitDay(id, 'Bank', '2026-03-29', done({ counters }));
      await store.commitDay(id, 'Bank', '2026-03-30', { state: 'failed', problems: [sourceGone] });
      const ended = await store.finishRun(id, 'completed-with-problems', { problems: [noSource] });
      expect(ended).toMatchObject({ rowsRead: 20, valuesWritten: 8, valuesUnchanged: 6, problemCount: 3 });
      expect(ended.finishedUtc).toBeGreaterThanOrEqual(ended.startedUtc);
      expect((await store.run(id)).days).toMatchObject([
        { day: '2026-03-28', state: 'done', ...counters, problemCount: 1 },
        { day: '2026-03-29', state: 'done', ...counters, problemCount: 0 },
        { day: '2026-03-30', state: 'failed', ...noCounters, problemCount: 1 },
      ]);
      expect(await store.problems(id, { limit: 10, offset: 0 })).toEqual({
        total: 3,
        problems: [noSource, scriptError, sourceGone],
      });
      expect(await store.problems(id, { limit: 1, offset: 1 })).toEqual({
        total: 3,
        problems: [scriptError],
      });
    });

    it('keeps what ended it', async () => {
      const store = await withHotline();
      const { id } = await store.createRun(request());
      const error = {
        code: 'ODBC_NO_DATA_SOURCE',
        message: 'No such DSN.',
        details: { dsn: 'x' },
        retryable: false,
      };
      expect(await store.finishRun(id, 'failed', { error })).toMatchObject({ status: 'failed', error });
    });

    it('is listed newest first, page by page', async () => {
      const store = await withHotline();
      const ids: number[] = [];
      for (let made = 0; made < 5; made += 1) {
        ids.unshift((await store.createRun(request({ systems: [`Bank ${made}`] }))).id);
      }
      const listed = async (page: { limit: number; before?: number }) =>
        (await store.runs(page)).map(({ id }) => id);
      expect(await listed({ limit: 2 })).toEqual(ids.slice(0, 2));
      expect(await listed({ limit: 9, before: ids[1]! })).toEqual(ids.slice(2));
    });

    it('leaves nothing of a day that cannot be written as a whole', async () => {
      const store = await withHotline();
      const { id } = await store.createRun(request());
      const good = await changeOf(store, 1002, 1, '2026-03-28', () => 1);
      const bad = { ...good, valueTypeId: 99 };
      const outcome = done({
        changes: [good, bad],
        counters: { ...noCounters, rowsRead: 5 },
        problems: [scriptError],
      });
      await expect(store.commitDay(id, 'Bank', '2026-03-28', outcome)).rejects.toThrow();
      expect(await store.readDays([good])).toEqual([undefined]);
      expect((await store.run(id)).days[0]).toMatchObject({ state: 'pending', rowsRead: 0 });
      expect(await store.problems(id, { limit: 1, offset: 0 })).toEqual({ total: 0, problems: [] });
      expect(await store.watermarks('calls', '2026-03-28', '2026-03-28')).toEqual([]);
    });

    it('does not write over a day that somebody changed since it was read', async () => {
      const store = await withHotline();
      const { id } = await store.createRun(request());
      const stale = await changeOf(store, 1002, 1, '2026-03-28', () => 1);
      await storeDay(store, 1002, 1, '2026-03-28', () => 2);
      const commit = store.commitDay(id, 'Bank', '2026-03-28', done({ changes: [stale] }));
      await expect(commit).rejects.toMatchObject({ code: 'STORE_CONFLICT', retryable: true });
      const fresh = await changeOf(store, 1002, 1, '2026-03-28', () => 1);
      await store.commitDay(id, 'Bank', '2026-03-28', done({ changes: [fresh] }));
      expect(await store.readDays([fresh])).toEqual([fresh.after]);
    });

    it('writes no value and no watermark when it is dry, but its counters and problems', async () => {
      const store = await withHotline();
      const { id } = await store.createRun(request({ dryRun: true }));
      const change = await changeOf(store, 1002, 1, '2026-03-28', () => 1);
      const counters = { rowsRead: 5, valuesWritten: 96, valuesUnchanged: 0 };
      await store.commitDay(
        id,
        'Bank',
        '2026-03-28',
        done({ changes: [change], counters, problems: [scriptError] }),
      );
      expect(await store.readDays([change])).toEqual([undefined]);
      expect(await store.watermarks('calls', '2026-03-28', '2026-03-28')).toEqual([]);
      expect(await store.run(id)).toMatchObject({ dryRun: true, ...counters, problemCount: 1 });
    });

    it('leaves a watermark for each system and day it did, the last run counts', async () => {
      const store = await withHotline();
      const first = await store.createRun(request());
      const rows = (rowsRead: number) => done({ counters: { ...noCounters, rowsRead } });
      await store.commitDay(first.id, 'Bank', '2026-03-28', rows(5));
      await store.commitDay(first.id, 'Bank', '2026-03-29', rows(6));
      await store.commitDay(first.id, 'Bank', '2026-03-30', { state: 'failed', problems: [] });
      await store.finishRun(first.id, 'completed-with-problems');
      const second = await store.createRun(request());
      await store.commitDay(second.id, 'Bank', '2026-03-29', rows(7));
      expect(await store.watermarks('calls', '2026-03-01', '2026-03-31')).toMatchObject([
        { system: 'Bank', day: '2026-03-28', runId: first.id, rowsRead: 5 },
        { system: 'Bank', day: '2026-03-29', runId: second.id, rowsRead: 7 },
      ]);
      expect(await store.watermarks('agents', '2026-03-01', '2026-03-31')).toEqual([]);
    });

    it('keeps with the watermark what stands for rows and values, until an import says nothing of it', async () => {
      const store = await withHotline();
      const { id } = await store.createRun(request());
      const counters = { rowsRead: 5, valuesWritten: 2, valuesUnchanged: 94 };
      const mark = async () => (await store.watermarks('calls', '2026-03-28', '2026-03-28'))[0];
      const rowCounts = [
        { source: 'Bank', scope: 'these', by: 'row', rows: 3 },
        { source: 'Bank/vdn', scope: 'those', by: 15, rows: 2 },
      ] as const;
      await store.commitDay(id, 'Bank', '2026-03-28', done({ counters, fingerprint: 'abc', rowCounts }));
      expect(await mark()).toMatchObject({ rowsRead: 5, valueCount: 96, fingerprint: 'abc', rowCounts });
      await store.commitDay(id, 'Bank', '2026-03-28', done({ counters }));
      expect(await mark()).not.toHaveProperty('fingerprint');
      expect(await mark()).not.toHaveProperty('rowCounts');
    });

    it.each([
      ['2026-03-30', '2026-03-28', 'RUN_DAYS_INVALID'],
      ['2026-02-30', '2026-03-28', 'DAY_INVALID'],
    ])('is not made for the days from %s to %s', async (fromDay, toDay, code) => {
      const store = await withHotline();
      await expect(store.createRun(request({ fromDay, toDay }))).rejects.toMatchObject({ code });
    });

    it('is not there when it was never made, and has no days but its own', async () => {
      const store = await withHotline();
      await expect(store.run(77)).rejects.toMatchObject({ code: 'RUN_UNKNOWN' });
      await expect(store.commitDay(77, 'Bank', '2026-03-28', done({}))).rejects.toMatchObject({
        code: 'RUN_UNKNOWN',
      });
      const { id } = await store.createRun(request());
      const commit = store.commitDay(id, 'Bank', '2026-04-28', done({}));
      await expect(commit).rejects.toMatchObject({ code: 'RUN_DAY_UNKNOWN' });
    });
  });

  describe(`A run that did not get to its end (${name})`, () => {
    it('is resumed with the days that are pending or failed, and without their old problems', async () => {
      const store = await withHotline();
      const { id } = await store.createRun(request());
      await store.commitDay(id, 'Bank', '2026-03-28', done({ problems: [scriptError] }));
      await store.commitDay(id, 'Bank', '2026-03-29', { state: 'failed', problems: [sourceGone] });
      await store.finishRun(id, 'cancelled', { problems: [noSource] });
      const left = [
        { system: 'Bank', day: '2026-03-29' },
        { system: 'Bank', day: '2026-03-30' },
      ];
      expect(await store.unfinishedDays(id)).toEqual(left);
      const resumed = await store.resumeRun(id);
      expect(resumed.status).toBe('running');
      expect(resumed.finishedUtc).toBeUndefined();
      expect(await store.unfinishedDays(id)).toEqual(left);
      expect((await store.problems(id, { limit: 10, offset: 0 })).problems).toEqual([scriptError]);
      for (const { system, day } of left) await store.commitDay(id, system, day, done({}));
      expect(await store.finishRun(id, 'completed')).toMatchObject({ status: 'completed', problemCount: 1 });
    });

    it('keeps what it was asked for, and by which plans its days were done', async () => {
      const store = await withHotline();
      const { id } = await store.createRun(request({ chosenSystems: ['Bank', 'Avaya'], plan: 'first' }));
      expect(await store.run(id)).toMatchObject({ chosenSystems: ['Bank', 'Avaya'], plans: ['first'] });
      await store.finishRun(id, 'cancelled');
      // No day was done by the first one.
      expect(await store.resumeRun(id, 'second')).toMatchObject({ plans: ['second'] });
      await store.commitDay(id, 'Bank', '2026-03-28', done({}));
      await store.finishRun(id, 'cancelled');
      expect(await store.resumeRun(id, 'second')).toMatchObject({ plans: ['second'] });
      await store.finishRun(id, 'cancelled');
      expect(await store.resumeRun(id, 'third')).toMatchObject({ plans: ['second', 'third'] });
      await store.finishRun(id, 'cancelled');
      expect(await store.resumeRun(id)).toMatchObject({ plans: ['second', 'third'] });
      const other = await store.createRun(request({ systems: ['Else'] }));
      expect(other).toMatchObject({ plans: [] });
      expect(other).not.toHaveProperty('chosenSystems');
    });

    it('takes no more days once it has ended', async () => {
      const store = await withHotline();
      const { id } = await store.createRun(request());
      await store.finishRun(id, 'cancelled');
      const commit = store.commitDay(id, 'Bank', '2026-03-28', done({}));
      await expect(commit).rejects.toMatchObject({ code: 'RUN_NOT_OWNED' });
      await expect(store.finishRun(id, 'completed')).rejects.toMatchObject({ code: 'RUN_NOT_OWNED' });
    });

    it('is not resumed without days left', async () => {
      const store = await withHotline();
      const { id } = await store.createRun(request({ toDay: '2026-03-28' }));
      await store.commitDay(id, 'Bank', '2026-03-28', { state: 'skipped', problems: [] });
      await store.finishRun(id, 'completed');
      await expect(store.resumeRun(id)).rejects.toMatchObject({ code: 'RUN_NOT_RESUMABLE' });
    });

    it('is resumed for its end alone when its program was gone after the last day', async () => {
      const home = await makeHome();
      const [first, second] = [await home.open(), await home.open()];
      onTestFinished(() => second.close());
      const { id } = await first.createRun(request({ toDay: '2026-03-28' }));
      await first.commitDay(id, 'Bank', '2026-03-28', done({}));
      await first.close();
      await second.recoverInterruptedRuns();
      expect(await second.resumeRun(id)).toMatchObject({ status: 'running' });
      expect(await second.unfinishedDays(id)).toEqual([]);
      expect(await second.finishRun(id, 'completed')).toMatchObject({ status: 'completed' });
    });

    it('is interrupted when the store it ran in was closed, and can be taken over', async () => {
      const home = await makeHome();
      const [first, second] = [await home.open(), await home.open()];
      onTestFinished(() => second.close());
      const { id } = await first.createRun(request());
      expect(await second.recoverInterruptedRuns()).toEqual([]);
      await expect(second.resumeRun(id)).rejects.toMatchObject({ code: 'RUN_IS_RUNNING' });
      await first.close();
      expect(await second.recoverInterruptedRuns()).toEqual([id]);
      expect(await second.runs({ limit: 1 })).toMatchObject([{ id, status: 'interrupted' }]);
      expect(await second.resumeRun(id)).toMatchObject({ status: 'running' });
      expect(await second.recoverInterruptedRuns()).toEqual([]);
    });

    it('can be resumed by the store it broke off in', async () => {
      const store = await withHotline();
      const { id } = await store.createRun(request());
      expect(await store.resumeRun(id)).toMatchObject({ id, status: 'running' });
    });
  });

  describe(`The change token (${name})`, () => {
    it('differs after a change by this program and by another, and only then', async () => {
      const home = await makeHome();
      const [first, second] = [await home.open(), await home.open()];
      onTestFinished(() => Promise.all([first.close(), second.close()]).then(() => {}));
      const tokens = () => Promise.all([first.changeToken(), second.changeToken()]);
      const before = await tokens();
      expect(await tokens()).toEqual(before);
      await first.load(hotline);
      const after = await tokens();
      expect(after[0]).not.toBe(before[0]);
      expect(after[1]).not.toBe(before[1]);
      await second.directory();
      expect(await tokens()).toEqual(after);
    });
  });
}

const scriptError: RunProblem = {
  code: 'SCENARIO_DIVISION_BY_ZERO',
  message: 'Division by zero.',
  system: 'Bank',
  queueId: 1002,
  valueTypeId: 1,
  day: '2026-03-28',
  startUtc: utc('2026-03-28T10:15:00Z'),
  script: '3.BAS',
  line: 7,
  column: 12,
  count: 4,
  details: { paras: [1, 0] },
};
const noSource: RunProblem = {
  code: 'MAPPING_SOURCE_UNKNOWN',
  message: 'No such source.',
  count: 1,
  details: {},
};
