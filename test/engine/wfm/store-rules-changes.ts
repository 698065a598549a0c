import { describe, expect, it, onTestFinished } from 'vitest';
import { unpackDay } from '#engine/wfm/packDay.ts';
import { keptPreviews, type RunRequest, undoableRuns, type WfmStore } from '#engine/wfm/store.ts';
import { changeOf, collect, done, hotline, noCounters, request, sourceGone } from './samples.ts';
import type { StoreHome } from './store-rules.ts';

const day = '2026-03-29';
const key = { queueId: 1002, valueTypeId: 1, day };
const oneDay = { fromDay: day, toDay: day };
const part = { system: 'Bank', day };

/** What a store tells of the changes of runs, whatever database is under it. */
export function changeRules(name: string, makeHome: () => Promise<StoreHome>): void {
  async function withHotline(): Promise<WfmStore> {
    const store = await (await makeHome()).open();
    onTestFinished(() => store.close());
    await store.load(hotline);
    return store;
  }

  /** A run that gives every interval of the day the value; undefined: takes the day away. */
  async function write(
    store: WfmStore,
    value: number | undefined,
    over: Partial<RunRequest> = {},
    valueTypeId = 1,
  ): Promise<number> {
    const { id, systems } = await store.createRun(request({ ...oneDay, ...over }));
    const change = await changeOf(store, 1002, valueTypeId, day, () => value ?? 0);
    const { before } = change;
    const changes = [value === undefined ? { ...key, before, after: undefined } : change];
    await store.commitDay(
      id,
      systems[0]!,
      day,
      done({ changes, counters: { ...noCounters, valuesWritten: 96 } }),
    );
    await store.finishRun(id, 'completed');
    return id;
  }

  const stored = async (store: WfmStore) => (await store.readDays([key]))[0];

  describe(`What a run changed (${name})`, () => {
    it('is told with what it found, wrote, and what stands there now', async () => {
      const store = await withHotline();
      const first = await write(store, 100);
      const ones = await stored(store);
      expect(await store.runChanges(first, part)).toEqual([
        { ...key, before: undefined, after: ones, now: ones, nowRunId: first },
      ]);
      const second = await write(store, 200);
      const twos = await stored(store);
      expect(await store.runChanges(first, part)).toEqual([
        { ...key, before: undefined, after: ones, now: twos, nowRunId: second },
      ]);
      const third = await write(store, 300);
      const threes = await stored(store);
      expect(await store.runChanges(first, part)).toEqual([
        { ...key, before: undefined, after: ones, now: threes, nowRunId: third },
      ]);
      expect(await store.runChanges(second, part)).toEqual([
        { ...key, before: ones, after: twos, now: threes, nowRunId: third },
      ]);
    });

    it('is that of the whole run, where a day failed with values and was done again', async () => {
      const store = await withHotline();
      const before = await write(store, 100);
      const hundreds = await stored(store);
      const { id } = await store.createRun(request(oneDay));
      const counted = (rowsRead: number, valuesWritten: number, valuesUnchanged: number) => ({
        rowsRead,
        valuesWritten,
        valuesUnchanged,
      });
      const first = await changeOf(store, 1002, 1, day, () => 200);
      const failed = { changes: [first], counters: counted(96, 96, 4) };
      await store.commitDay(id, 'Bank', day, { state: 'failed', problems: [sourceGone], values: failed });
      const ended = await store.finishRun(id, 'completed-with-problems');
      expect(ended).toMatchObject({ resumable: true, undoable: true, ...counted(96, 96, 4) });
      expect(await store.runChanges(id, part)).toMatchObject([{ before: hundreds, nowRunId: id }]);

      await store.resumeRun(id);
      const again = { ...(await changeOf(store, 1002, 2, day, () => 300)) };
      const values = { changes: [again], counters: counted(192, 96, 100) };
      await store.commitDay(id, 'Bank', day, done(values));
      // Of the 100 that it found as they are, it wrote 96 itself.
      expect(await store.finishRun(id, 'completed')).toMatchObject({
        resumable: false,
        problemCount: 0,
        ...counted(192, 192, 4),
      });
      const changes = await store.runChanges(id, part);
      expect(changes.map(({ valueTypeId }) => valueTypeId)).toEqual([1, 2]);
      expect(changes[0]).toMatchObject({ before: hundreds, after: await stored(store), nowRunId: id });
      expect(changes[1]!.before).toBeUndefined();
      expect((await store.watermarks('calls', day, day))[0]).toMatchObject({ runId: id, rowsRead: 192 });
      expect(before).toBeLessThan(id);
    });

    it('is told with what later runs did there, the last one first, also where one took the day away', async () => {
      const store = await withHotline();
      const first = await write(store, 100);
      const ones = await stored(store);
      expect(await store.laterWrites(first, [key])).toEqual([[]]);
      const second = await write(store, 200);
      const twos = await stored(store);
      const gone = await write(store, undefined);
      const back = await write(store, 300);
      const threes = await stored(store);
      const last = { runId: back, before: undefined, after: threes };
      const taken = { runId: gone, before: twos, after: undefined };
      const other = { ...key, valueTypeId: 2 };
      expect(await store.laterWrites(first, [other, key])).toEqual([
        [],
        [last, taken, { runId: second, before: ones, after: twos }],
      ]);
      expect(await store.laterWrites(second, [key])).toEqual([[last, taken]]);
      expect(await store.laterWrites(gone, [key])).toEqual([[last]]);
      expect(await store.laterWrites(first, [])).toEqual([]);
    });

    it('is kept per system and day, by queue and value type', async () => {
      const store = await withHotline();
      const { id } = await store.createRun(request({ ...oneDay, systems: ['Bank', 'Avaya'] }));
      const changes = [
        await changeOf(store, 1002, 2, day, () => 5),
        await changeOf(store, 1002, 1, day, () => 4),
      ];
      await store.commitDay(id, 'Bank', day, done({ changes }));
      await store.commitDay(id, 'Avaya', day, done({}));
      expect(await store.runChanges(id, part)).toMatchObject([{ valueTypeId: 1 }, { valueTypeId: 2 }]);
      expect(await store.runChanges(id, { system: 'Avaya', day })).toEqual([]);
      expect(await store.runChanges(id, { system: 'Bank', day: '2026-03-30' })).toEqual([]);
      expect(await store.runChanges(77, part)).toEqual([]);
    });

    it('is kept of a dry run as well, beside the values', async () => {
      const store = await withHotline();
      const real = await write(store, 100);
      const dry = await write(store, 200, { dryRun: true });
      const ones = await stored(store);
      const [change] = await store.runChanges(dry, part);
      expect(change).toMatchObject({ before: ones, now: ones, nowRunId: real });
      expect(new Set(unpackDay(change!.after!).map((slot) => slot.valueHundredths))).toEqual(new Set([200]));
      expect(unpackDay(ones!)[0]!.valueHundredths).toBe(100);
      const later = await write(store, 300);
      expect(await store.runChanges(dry, part)).toEqual([
        { ...change, now: await stored(store), nowRunId: later },
      ]);
      expect(await store.runChanges(real, part)).toMatchObject([{ after: ones, nowRunId: later }]);
    });

    it('may be that a day is stored no longer', async () => {
      const store = await withHotline();
      const first = await write(store, 100);
      const ones = await stored(store);
      const dry = await write(store, undefined, { dryRun: true });
      expect(await store.runChanges(dry, part)).toEqual([
        { ...key, before: ones, after: undefined, now: ones, nowRunId: first },
      ]);
      const second = await write(store, undefined);
      expect(await stored(store)).toBeUndefined();
      expect(await store.storedDays(1002, 1)).toBeUndefined();
      expect(await collect(store.intervals(oneDay))).toEqual([]);
      const gone = { now: undefined, nowRunId: undefined };
      expect(await store.runChanges(first, part)).toEqual([
        { ...key, before: undefined, after: ones, ...gone },
      ]);
      expect(await store.runChanges(second, part)).toEqual([
        { ...key, before: ones, after: undefined, ...gone },
      ]);
      const third = await write(store, 300);
      const threes = { now: await stored(store), nowRunId: third };
      expect(await store.runChanges(first, part)).toEqual([
        { ...key, before: undefined, after: ones, ...threes },
      ]);
      expect(await store.runChanges(second, part)).toEqual([
        { ...key, before: ones, after: undefined, ...threes },
      ]);
    });

    it('is still told after the days of a queue were cut in another zone', async () => {
      const store = await withHotline();
      const first = await write(store, 100);
      const ones = await stored(store);
      const second = await write(store, 200);
      const twos = await stored(store);
      await store.load({ queues: [{ id: 1002, name: 'Hotline', timeZone: 'Europe/Berlin' }] });
      expect(await store.runChanges(first, part)).toEqual([
        { ...key, before: undefined, after: ones, now: twos, nowRunId: undefined },
      ]);
      expect(await store.runChanges(second, part)).toEqual([
        { ...key, before: ones, after: twos, now: twos, nowRunId: undefined },
      ]);
    });

    it('is refused to be taken away when somebody changed it since it was read', async () => {
      const store = await withHotline();
      await write(store, 100);
      const before = await stored(store);
      await write(store, 200);
      const { id } = await store.createRun(request(oneDay));
      const commit = store.commitDay(
        id,
        'Bank',
        day,
        done({ changes: [{ ...key, before, after: undefined }] }),
      );
      await expect(commit).rejects.toMatchObject({ code: 'STORE_CONFLICT', retryable: true });
    });
  });

  describe(`A run that takes another back (${name})`, () => {
    it('says so on both, and keeps what was consented to', async () => {
      const store = await withHotline();
      const zeroing = { surveyRunId: 1, emptyDays: [part] };
      const first = await write(store, 100, { writeNull: true, zeroing });
      expect(await store.run(first)).toMatchObject({ zeroing, undoable: true });
      expect(await store.run(first)).not.toHaveProperty('undoneBy');
      expect(await store.run(first)).not.toHaveProperty('undoOf');
      const undo = await write(store, undefined, { undoOf: first });
      expect(await store.run(undo)).toMatchObject({ undoOf: first, undoable: true });
      expect(await store.run(undo)).not.toHaveProperty('zeroing');
      expect(await store.run(first)).toMatchObject({ undoneBy: undo });
      expect(await store.runs({ limit: 2 })).toMatchObject([
        { id: undo, undoOf: first },
        { id: first, undoneBy: undo },
      ]);
      const again = await write(store, undefined, { undoOf: first });
      expect(await store.run(first)).toMatchObject({ undoneBy: again });
    });

    it('leaves no watermark of what it took back: no import left what stands there', async () => {
      const store = await withHotline();
      const first = await write(store, 100);
      expect(await store.watermarks('calls', day, day)).toMatchObject([{ runId: first }]);
      await write(store, undefined, { undoOf: first });
      expect(await store.watermarks('calls', day, day)).toEqual([]);
      const { id } = await store.createRun(request({ ...oneDay, undoOf: first }));
      const third = await write(store, 200, { systems: ['Avaya'] });
      await store.commitDay(id, 'Bank', day, { state: 'skipped', problems: [] });
      expect(await store.watermarks('calls', day, day)).toMatchObject([{ system: 'Avaya', runId: third }]);
    });

    it('does not count once it was taken back, nor while it has not done all that was written', async () => {
      const store = await withHotline();
      const first = await write(store, 100);
      const undo = await write(store, undefined, { undoOf: first });
      await write(store, 100, { undoOf: undo });
      expect(await store.run(first)).not.toHaveProperty('undoneBy');
      expect(await store.run(undo)).toHaveProperty('undoneBy');

      const written = { ...noCounters, valuesWritten: 1 };
      const twoDays = { fromDay: day, toDay: '2026-03-30' };
      const { id } = await store.createRun(request(twoDays));
      await store.commitDay(id, 'Bank', day, done({ counters: written }));
      await store.finishRun(id, 'cancelled');
      const early = await store.createRun(request({ ...twoDays, undoOf: id }));
      await store.commitDay(early.id, 'Bank', day, done({ counters: written }));
      await store.commitDay(early.id, 'Bank', '2026-03-30', { state: 'skipped', problems: [] });
      await store.finishRun(early.id, 'completed');
      expect(await store.run(id)).toMatchObject({ undoneBy: early.id });
      await store.resumeRun(id);
      await store.commitDay(id, 'Bank', '2026-03-30', done({ counters: written }));
      await store.finishRun(id, 'completed');
      expect(await store.run(id)).not.toHaveProperty('undoneBy');
    });

    it('does not count once another one that had taken the values back was taken back itself', async () => {
      const store = await withHotline();
      const first = await write(store, 100);
      const undo = await write(store, undefined, { undoOf: first });
      const idle = await write(store, undefined, { undoOf: first });
      expect(await store.run(first)).toMatchObject({ undoneBy: idle });
      await write(store, 100, { undoOf: undo });
      expect(await store.run(first)).not.toHaveProperty('undoneBy');
      const last = await write(store, undefined, { undoOf: first });
      expect(await store.run(first)).toMatchObject({ undoneBy: last });
    });

    it('does not count before it has done a day', async () => {
      const store = await withHotline();
      const first = await write(store, 100);
      const { id } = await store.createRun(request({ ...oneDay, undoOf: first }));
      await store.finishRun(id, 'cancelled');
      expect(await store.run(first)).not.toHaveProperty('undoneBy');
    });
  });

  describe(`What a run replaced (${name})`, () => {
    it('is kept of runs that changed something and have ended, never of dry ones', async () => {
      const store = await withHotline();
      const { id } = await store.createRun(request(oneDay));
      const changes = [await changeOf(store, 1002, 1, day, () => 1)];
      await store.commitDay(id, 'Bank', day, done({ changes }));
      expect((await store.run(id)).undoable).toBe(false);
      expect((await store.finishRun(id, 'completed')).undoable).toBe(true);
      const idle = await store.createRun(request(oneDay));
      await store.commitDay(idle.id, 'Bank', day, done({}));
      expect((await store.finishRun(idle.id, 'completed')).undoable).toBe(false);
      expect((await store.run(await write(store, 2, { dryRun: true }))).undoable).toBe(false);
    });

    it(`is let go of after ${undoableRuns} more runs that changed something; dry runs count by themselves`, async () => {
      const store = await withHotline();
      const first = await write(store, 1);
      const second = await write(store, 2);
      const dryRuns: number[] = [];
      for (let made = 0; made <= keptPreviews; made += 1) {
        dryRuns.push(await write(store, 50 + made, { dryRun: true }));
      }
      for (let made = 2; made < undoableRuns; made += 1) await write(store, 1 + made);
      const idle = await store.createRun(request(oneDay));
      await store.finishRun(idle.id, 'completed');
      expect((await store.run(first)).undoable).toBe(true);
      expect(await store.runChanges(first, part)).toHaveLength(1);
      await write(store, 99);
      expect((await store.run(first)).undoable).toBe(false);
      expect(await store.runChanges(first, part)).toEqual([]);
      expect((await store.run(second)).undoable).toBe(true);
      expect(await store.runChanges(second, part)).toHaveLength(1);
      expect(await store.runChanges(dryRuns[0]!, part)).toEqual([]);
      expect(await store.runChanges(dryRuns[1]!, part)).toHaveLength(1);
    });

    it('is not let go of while a run takes it back', async () => {
      const store = await withHotline();
      const first = await write(store, 1);
      const undo = await store.createRun(request({ ...oneDay, undoOf: first }));
      const other = { systems: ['Other'] };
      for (let made = 0; made <= undoableRuns; made += 1) await write(store, 2 + made, other);
      expect(await store.runChanges(first, part)).toHaveLength(1);
      await store.finishRun(undo.id, 'completed');
      expect(await store.runChanges(first, part)).toEqual([]);
    });
  });
}
