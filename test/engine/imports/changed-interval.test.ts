import { describe, expect, it } from 'vitest';
import type { Home } from '#engine/home/home.ts';
import { addCalls, type CallRow, callTable, smallCentre } from '../../support/acd.ts';
import { homeWith, importMadeUp, storedValues, undoRun } from '../../support/home.ts';

/* A WFM queue that is given another interval after days of it were imported. */

const range = { from: '2026-03-02', to: '2026-03-02' };
const at = (clock: string) => `2026-03-02T${clock}:00Z`;
const rows: readonly CallRow[] = [
  [at('08:15'), 'Sales', 7, 7],
  [at('09:00'), 'Sales', 2, 2],
  [at('09:15'), 'Sales', 3, 3],
  [at('10:00'), 'Sales', 4, 4],
];

async function centre(intervalMinutes: 15 | 30 | 60) {
  const database = callTable(rows);
  const files = smallCentre(database);
  const home = await homeWith({ ...files, wfm: { ...files.wfm, ...queueOf(intervalMinutes) } });
  return { database, home };
}

const queueOf = (intervalMinutes: 15 | 30 | 60) => ({
  queues: [{ id: 1, name: 'Hotline', timeZone: 'UTC', intervalMinutes }],
});
const offered = (home: Home) => storedValues(home, 1, 1);

describe('A queue with shorter intervals than before', () => {
  it('has its figures once, also where the first part of a former interval has none', async () => {
    const { home } = await centre(30);
    await importMadeUp(home, range);
    const before = { [at('08:00')]: 7, [at('09:00')]: 5, [at('10:00')]: 4 };
    expect(await offered(home)).toEqual(before);
    await home.store.load(queueOf(15));
    const run = await importMadeUp(home, range);
    const after = { [at('08:15')]: 7, [at('09:00')]: 2, [at('09:15')]: 3, [at('10:00')]: 4 };
    expect(await offered(home)).toEqual(after);
    expect(await importMadeUp(home, range)).toMatchObject({ valuesWritten: 0, valuesUnchanged: 8 });
    await undoRun(home, run.runId);
    expect(await offered(home)).toEqual(before);
  });

  it('keeps a value of a former interval of which the source says nothing', async () => {
    const { database, home } = await centre(60);
    await importMadeUp(home, range);
    await home.store.load(queueOf(15));
    database.exec(`DELETE FROM calls WHERE offered = 7`);
    addCalls(database, [[at('11:45'), 'Sales', 6, 6]]);
    await importMadeUp(home, range);
    expect(await offered(home)).toEqual({
      [at('08:00')]: 7,
      [at('09:00')]: 2,
      [at('09:15')]: 3,
      [at('10:00')]: 4,
      [at('11:45')]: 6,
    });
  });
});

describe('A queue with longer intervals than before', () => {
  it('has its figures once', async () => {
    const { home } = await centre(15);
    await importMadeUp(home, range);
    await home.store.load(queueOf(60));
    const run = await importMadeUp(home, range);
    expect(await offered(home)).toEqual({ [at('08:00')]: 7, [at('09:00')]: 5, [at('10:00')]: 4 });
    await undoRun(home, run.runId);
    expect(await offered(home)).toEqual({
      [at('08:15')]: 7,
      [at('09:00')]: 2,
      [at('09:15')]: 3,
      [at('10:00')]: 4,
    });
  });
});
