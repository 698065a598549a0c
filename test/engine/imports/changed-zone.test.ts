import { describe, expect, it } from 'vitest';
import { importJobs } from '#engine/imports/jobs.ts';
import { undoPlan } from '#engine/imports/undo.ts';
import { type CallRow, callTable, smallCentre } from '../../support/acd.ts';
import { homeWith, importMadeUp, storedValues, undoRun } from '../../support/home.ts';

/* A WFM queue that is given another zone while days of it are imported, or before they are taken back. */

const days = { from: '2026-03-02', to: '2026-03-03' };
const rows: readonly CallRow[] = [
  ['2026-03-02T02:00:00Z', 'Sales', 1, 1],
  ['2026-03-02T08:00:00Z', 'Sales', 2, 2],
  ['2026-03-03T02:00:00Z', 'Sales', 3, 3],
  ['2026-03-03T08:00:00Z', 'Sales', 4, 4],
];
const inZone = (timeZone: string) => ({ queues: [{ id: 1, name: 'Hotline', timeZone }] });

describe('A zone that is changed while an import runs', () => {
  it('ends the run with what happened and what to do; resumed, it does the rest in the new one', async () => {
    // In Tokyo the evening is of the next day.
    const evening = ['2026-03-02T20:00:00Z', 'Sales', 5, 5] as const;
    const home = await homeWith(smallCentre(callTable([...rows, evening])));
    const jobs = importJobs(home, 'cli');
    const { commitDay } = home.store;
    // What is loaded right before a day is written comes in between in any case.
    const meddled = {
      ...home,
      store: {
        ...home.store,
        async commitDay(...asked: Parameters<typeof commitDay>) {
          if (asked[2] === '2026-03-03') await home.store.load(inZone('Asia/Tokyo'));
          return commitDay(...asked);
        },
      },
    };
    const meddling = importJobs(meddled, 'cli');
    const runId = await meddling.start(days);
    await meddling.watch(runId, new AbortController().signal, () => {});
    expect(await meddling.read(runId)).toMatchObject({
      status: 'failed',
      error: { code: 'STORE_CONFLICT', details: { variant: 'zone' } },
      resumable: true,
    });
    await jobs.resume(runId);
    await jobs.watch(runId, new AbortController().signal, () => {});
    expect((await jobs.read(runId)).status).toBe('completed-with-problems');
    expect(Object.values(await storedValues(home, 1, 1))).toEqual([1, 2, 5, 3, 4]);
  });
});

describe('A zone that is changed before a run is taken back', () => {
  it('leaves what it moved into other days, and that is told', async () => {
    const home = await homeWith(smallCentre(callTable(rows)));
    const { runId } = await importMadeUp(home, days);
    await home.store.load(inZone('America/New_York'));
    expect(await undoPlan(home, runId)).toMatchObject({ valuesRestored: 4, valuesChangedSince: 4 });
    const undo = await undoRun(home, runId);
    expect(undo.status).toBe('completed-with-problems');
    expect(undo.problems.map(({ code, day, count }) => [code, day, count])).toEqual(
      ['2026-03-02', '2026-03-02', '2026-03-03', '2026-03-03'].map((day) => ['UNDO_CHANGED_SINCE', day, 1]),
    );
    expect(await storedValues(home, 1, 1)).toEqual({ '2026-03-02T02:00:00Z': 1, '2026-03-03T02:00:00Z': 3 });
  });
});
