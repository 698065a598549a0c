import { describe, expect, it } from 'vitest';
import { importJobs } from '#engine/imports/jobs.ts';
import { undoPlan } from '#engine/imports/undo.ts';
import { openSqliteStore } from '#engine/wfm/sqlite/open.ts';
import { type CallRow, callTable, smallCentre } from '../../support/acd.ts';
import { homeWith, importCalls, storedValues, undoRun } from '../../support/home.ts';

const at = (clock: string, day = '2026-03-02') => `${day}T${clock}:00Z`;
const range = { from: '2026-03-01', to: '2026-03-03' };
const rows: readonly CallRow[] = [
  [at('08:00', '2026-03-01'), 'Sales', 1, 1],
  [at('08:00'), 'Sales', 10, 9],
  [at('08:15'), 'Sales', 5, 5],
  [at('08:00', '2026-03-03'), 'Sales', 2, 2],
];

async function centre() {
  const database = callTable(rows);
  const home = await homeWith(smallCentre(database));
  const values = async () => [await storedValues(home, 1, 1), await storedValues(home, 1, 2)];
  return { database, home, values };
}

describe('Undo of a run', () => {
  it('puts back exactly what was there, as a run of its own', async () => {
    const { database, home, values } = await centre();
    await importCalls(home, range);
    const before = await values();
    database.exec('UPDATE calls SET offered = offered + 100; DELETE FROM calls WHERE answered = 5');
    const { runId, valuesWritten } = await importCalls(home, range);
    expect(valuesWritten).toBe(3);
    expect(await undoPlan(home, runId)).toEqual({
      valuesRestored: 3,
      valuesChangedSince: 0,
      valuesWithoutPlace: 0,
      days: 3,
      laterRuns: [],
    });
    const undo = await undoRun(home, runId);
    expect(undo).toMatchObject({ status: 'completed', undoOf: runId, valuesWritten: 3, undoable: true });
    expect(await values()).toEqual(before);
    expect(await home.store.run(runId)).toMatchObject({ undoneBy: undo.runId });
  });

  it('of the first import leaves an empty store', async () => {
    const { home, values } = await centre();
    const { runId } = await importCalls(home, range);
    await undoRun(home, runId);
    expect(await values()).toEqual([{}, {}]);
    expect(await home.store.storedDays(1, 1)).toBeUndefined();
  });

  it('keeps what other runs have changed since, and says so', async () => {
    const { database, home, values } = await centre();
    await importCalls(home, range);
    const [before] = await values();
    database.exec('UPDATE calls SET offered = offered + 100');
    const first = await importCalls(home, range);
    database.exec('UPDATE calls SET offered = 7777 WHERE offered = 105');
    const later = await importCalls(home, range);
    expect(await undoPlan(home, first.runId)).toEqual({
      valuesRestored: 3,
      valuesChangedSince: 1,
      valuesWithoutPlace: 0,
      days: 3,
      laterRuns: [later.runId],
    });
    const undo = await undoRun(home, first.runId);
    expect(undo).toMatchObject({
      status: 'completed-with-problems',
      valuesWritten: 3,
      valuesUnchanged: 1,
      problems: [
        {
          code: 'UNDO_CHANGED_SINCE',
          queue: 'Hotline',
          valueType: 'Calls offered',
          day: '2026-03-02',
          count: 1,
          details: { laterRun: later.runId },
        },
      ],
    });
    expect((await values())[0]).toEqual({ ...before, [at('08:15')]: 7777 });
  });

  it('can be undone: the run stands again', async () => {
    const { home, values } = await centre();
    const { runId } = await importCalls(home, range);
    const imported = await values();
    const undo = await undoRun(home, runId);
    const redo = await undoRun(home, undo.runId);
    expect(redo).toMatchObject({ status: 'completed', undoOf: undo.runId });
    expect(await values()).toEqual(imported);
  });

  it('finds nothing to do the second time', async () => {
    const { home, values } = await centre();
    const { runId } = await importCalls(home, range);
    await undoRun(home, runId);
    expect(await undoPlan(home, runId)).toMatchObject({ valuesRestored: 0, valuesChangedSince: 0 });
    expect(await undoRun(home, runId)).toMatchObject({ status: 'completed', valuesWritten: 0 });
    expect(await values()).toEqual([{}, {}]);
  });

  it('is followed by an import as if nothing had been: every value comes again', async () => {
    const { home, values } = await centre();
    const first = await importCalls(home, range);
    const imported = await values();
    await undoRun(home, first.runId);
    expect(await importCalls(home, range)).toMatchObject({ valuesWritten: first.valuesWritten });
    expect(await values()).toEqual(imported);
  });

  it('that was cancelled goes on where it was', async () => {
    const { home, values } = await centre();
    const { runId } = await importCalls(home, range);
    const jobs = importJobs(home, 'cli');
    const undoId = await jobs.undo(runId);
    await jobs.cancel(undoId);
    const left = await home.store.unfinishedDays(undoId);
    if (left.length > 0) {
      await jobs.resume(undoId);
      await jobs.watch(undoId, new AbortController().signal, () => {});
    }
    expect(await jobs.read(undoId)).toMatchObject({ status: 'completed', undoOf: runId, daysDone: 3 });
    expect(await values()).toEqual([{}, {}]);
  });

  it('that its program left in the middle is resumed by another', async () => {
    const { home, values } = await centre();
    const { runId, systems } = await importCalls(home, range);
    const { id } = await home.store.createRun({
      stream: 'calls',
      systems,
      fromDay: range.from,
      toDay: range.to,
      writeNull: false,
      dryRun: false,
      origin: 'console',
      undoOf: runId,
    });
    await home.store.commitDay(id, 'ACD', '2026-03-01', { state: 'skipped', problems: [] });
    await home.store.finishRun(id, 'cancelled');
    const jobs = importJobs(home, 'cli');
    await jobs.resume(id);
    await jobs.watch(id, new AbortController().signal, () => {});
    const [offered] = await values();
    expect(offered).toEqual({ [at('08:00', '2026-03-01')]: 1 });
  });

  it('whose program was gone right before its end is brought to it', async () => {
    const { home, values } = await centre();
    const { runId } = await importCalls(home, range);
    const jobs = importJobs(home, 'cli');
    const undo = await undoRun(home, runId);
    const other = await openSqliteStore(home.paths.store);
    const { id } = await other.createRun({ ...(await other.run(undo.runId)), undoOf: undo.runId });
    for (const { system, day } of await other.unfinishedDays(id)) {
      await other.commitDay(id, system, day, { state: 'skipped', problems: [] });
    }
    await other.close();
    await home.store.recoverInterruptedRuns();
    await jobs.resume(id);
    await jobs.watch(id, new AbortController().signal, () => {});
    expect(await jobs.read(id)).toMatchObject({ status: 'completed', daysDone: 3 });
    expect(await values()).toEqual([{}, {}]);
  });

  it('reads nothing from the source: that may be gone', async () => {
    const { database, home, values } = await centre();
    const { runId } = await importCalls(home, range);
    database.exec('DROP TABLE calls');
    expect(await undoRun(home, runId)).toMatchObject({ status: 'completed', rowsRead: 0 });
    expect(await values()).toEqual([{}, {}]);
  });

  it('is not there for a dry run, for one that changed nothing, and for none', async () => {
    const { home } = await centre();
    const dry = await importCalls(home, { ...range, dryRun: true });
    await importCalls(home, range);
    const idle = await importCalls(home, range);
    for (const [runId, variant] of [
      [dry.runId, 'dry'],
      [idle.runId, 'nothing'],
    ] as const) {
      const refusal = { code: 'RUN_NOT_UNDOABLE', details: { runId, variant } };
      await expect(undoPlan(home, runId)).rejects.toMatchObject(refusal);
      await expect(undoRun(home, runId)).rejects.toMatchObject(refusal);
    }
    await expect(undoPlan(home, 77)).rejects.toMatchObject({ code: 'RUN_UNKNOWN' });
  });
});
