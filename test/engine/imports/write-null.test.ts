import { describe, expect, it } from 'vitest';
import type { Home } from '#engine/home/home.ts';
import { addCalls, type CallRow, callTable, map, script, smallCentre } from '../../support/acd.ts';
import { homeWith, importMadeUp, importWithNulls, storedValues } from '../../support/home.ts';

const day = { from: '2026-03-02', to: '2026-03-02' };
const at = (clock: string) => `2026-03-02T${clock}:00Z`;

/** A day with figures for three intervals was imported; now the source has the first of them only. */
async function shrunkDay(more: readonly CallRow[] = []) {
  const database = callTable([
    [at('08:00'), 'Sales', 10, 9],
    [at('08:15'), 'Sales', 5, 5],
    [at('08:30'), 'Sales', 6, 0],
    ...more,
  ]);
  const home = await homeWith(smallCentre(database));
  await importMadeUp(home, { from: '2026-03-01', to: '2026-03-02' });
  database.exec('DELETE FROM calls WHERE offered IN (5, 6)');
  return { database, home };
}

async function survey(home: Home, range = day) {
  return importMadeUp(home, { ...range, writeNull: true, dryRun: true });
}

describe('"write null values"', () => {
  it('sets intervals without a figure to 0 on days for which the source returned something', async () => {
    const home = await homeWith(smallCentre(callTable([[at('08:00'), 'Sales', 10, null]])));
    const run = await importWithNulls(home, day);
    expect(run).toMatchObject({ status: 'completed', valuesWritten: 192, writeNull: true });
    const offered = await storedValues(home, 1, 1);
    expect(Object.keys(offered).length).toBe(96);
    expect(offered[at('08:00')]).toBe(10);
    expect(Object.values(await storedValues(home, 1, 2)).every((value) => value === 0)).toBe(true);
  });

  it('does not write where the script failed', async () => {
    const files = smallCentre(
      callTable([
        [at('08:00'), 'Sales', 0, 9],
        [at('08:15'), 'Sales', 4, 9],
      ]),
      {
        mapping: map('0:1:1=ACD:Sales:offered', '0:1:1=$1.BAS'),
        scripts: { 1: script(1, 'Result = 100 / Para1 * 100') },
      },
    );
    const home = await homeWith(files);
    await importWithNulls(home, day);
    const values = await storedValues(home, 1, 1);
    expect(Object.keys(values).length).toBe(95);
    expect(values[at('08:00')]).toBeUndefined();
    expect(values[at('08:15')]).toBe(25);
  });
});

describe('"write null values" and rows of a queue in another spelling', () => {
  it('sets nothing to 0 on a day with rows that were left out', async () => {
    const database = callTable([]);
    database.exec(`DROP TABLE calls;
      CREATE TABLE calls (stamp INTEGER, queue VARCHAR(40) COLLATE NOCASE, offered INTEGER, answered INTEGER)`);
    addCalls(database, [
      [at('08:00'), 'Sales', 10, 9],
      [at('08:15'), 'sALES', 5, 5],
    ]);
    const home = await homeWith(
      smallCentre(database, { mapping: map('0:1:1=ACD:Sales:offered', '0:1:2=ACD:SALES:answered') }),
    );
    const run = await importWithNulls(home, day);
    expect(run.problems.map(({ code }) => code)).toContain('QUEUE_KEY_UNMATCHED');
    expect(await storedValues(home, 1, 1)).toEqual({ [at('08:00')]: 10 });
  });
});

describe('Before "write null values" sets what is stored to 0', () => {
  it('a dry run says how many values that would be, per queue and day, without those that are 0 already', async () => {
    const { home } = await shrunkDay();
    const found = await survey(home);
    expect(found).toMatchObject({
      status: 'completed-with-problems',
      problems: [{ code: 'WRITE_NULL_ZEROES', queue: 'Hotline', system: 'ACD', day: day.from, count: 3 }],
    });
    expect(await storedValues(home, 1, 1)).toMatchObject({ [at('08:15')]: 5, [at('08:30')]: 6 });
  });

  it('somebody has to confirm that run', async () => {
    const { home } = await shrunkDay();
    const refused = importMadeUp(home, { ...day, writeNull: true });
    await expect(refused).rejects.toMatchObject({
      code: 'WRITE_NULL_UNCONFIRMED',
      details: { variant: 'none' },
    });
    const run = await importWithNulls(home, day);
    expect(run.status).toBe('completed');
    expect(await storedValues(home, 1, 1)).toMatchObject({ [at('08:00')]: 10, [at('08:15')]: 0 });
    expect(await home.store.run(run.runId)).toMatchObject({ zeroing: { emptyDays: [] } });
  });

  it('and no other run will do: it has to be a dry one of these days and systems, with "write null values", at its end', async () => {
    const { home } = await shrunkDay();
    const others = [
      await importMadeUp(home, day),
      await importMadeUp(home, { ...day, dryRun: true }),
      await survey(home, { from: '2026-03-01', to: '2026-03-01' }),
    ];
    for (const { runId } of others) {
      const zeroing = { surveyRunId: runId, emptyDays: [] };
      await expect(importMadeUp(home, { ...day, writeNull: true, zeroing })).rejects.toMatchObject({
        code: 'WRITE_NULL_UNCONFIRMED',
        details: { variant: 'survey', surveyRunId: runId },
      });
    }
    const wider = await survey(home, { from: '2026-03-01', to: '2026-03-05' });
    const zeroing = { surveyRunId: wider.runId, emptyDays: [] };
    expect(await importMadeUp(home, { ...day, writeNull: true, zeroing })).toMatchObject({
      valuesWritten: expect.any(Number),
      status: 'completed',
    });
    const unknown = importMadeUp(home, {
      ...day,
      writeNull: true,
      zeroing: { surveyRunId: 77, emptyDays: [] },
    });
    await expect(unknown).rejects.toMatchObject({ code: 'RUN_UNKNOWN' });
  });

  it('a day in which more would become 0 than was confirmed gets none, the rest of it is imported', async () => {
    const { home, database } = await shrunkDay([[at('09:00'), 'Sales', 7, 7]]);
    const { runId: surveyRunId } = await survey(home);
    database.exec('DELETE FROM calls WHERE offered = 7; UPDATE calls SET offered = 11 WHERE offered = 10');
    const run = await importMadeUp(home, {
      ...day,
      writeNull: true,
      zeroing: { surveyRunId, emptyDays: [] },
    });
    expect(run).toMatchObject({
      status: 'completed-with-problems',
      problems: [{ code: 'WRITE_NULL_CHANGED', system: 'ACD', day: day.from, count: 5 }],
    });
    expect(await storedValues(home, 1, 1)).toEqual({
      [at('08:00')]: 11,
      [at('08:15')]: 5,
      [at('08:30')]: 6,
      [at('09:00')]: 7,
    });
  });

  it('fewer than was confirmed is fine', async () => {
    const { home, database } = await shrunkDay();
    const { runId: surveyRunId } = await survey(home);
    addCalls(database, [[at('08:15'), 'Sales', 5, 5]]);
    const run = await importMadeUp(home, {
      ...day,
      writeNull: true,
      zeroing: { surveyRunId, emptyDays: [] },
    });
    expect(run.status).toBe('completed');
    expect(await storedValues(home, 1, 1)).toMatchObject({ [at('08:15')]: 5, [at('08:30')]: 0 });
  });
});

describe('A day for which the source returned nothing at all', () => {
  const range = { from: '2026-03-01', to: '2026-03-02' };
  const empty = [{ system: 'ACD', day: '2026-03-02' }];

  async function emptyDay() {
    const made = await shrunkDay([['2026-03-01T08:00:00Z', 'Sales', 3, 3]]);
    made.database.exec('DELETE FROM calls WHERE offered = 10');
    return made;
  }

  it('stays as it is, and the dry run says how many values would become 0 if it were confirmed', async () => {
    const { home } = await emptyDay();
    expect((await survey(home, range)).problems).toMatchObject([
      { code: 'WRITE_NULL_DAY_EMPTY', day: '2026-03-02', system: 'ACD', count: 5 },
    ]);
    const before = await storedValues(home, 1, 1);
    const run = await importWithNulls(home, range);
    expect(run).toMatchObject({
      status: 'completed-with-problems',
      problems: [{ code: 'WRITE_NULL_DAY_EMPTY', day: '2026-03-02', system: 'ACD', count: 5 }],
    });
    expect(await storedValues(home, 1, 1)).toMatchObject({ ...before, '2026-03-01T00:00:00Z': 0 });
    expect(Object.keys(await storedValues(home, 1, 1))).toHaveLength(96 + 3);
  });

  it('becomes 0 once that very day was confirmed', async () => {
    const { home } = await emptyDay();
    const run = await importWithNulls(home, range, empty);
    expect(run).toMatchObject({ status: 'completed', problems: [] });
    const values = Object.entries(await storedValues(home, 1, 1));
    expect(values).toHaveLength(192);
    expect(values.filter(([, value]) => value !== 0)).toEqual([['2026-03-01T08:00:00Z', 3]]);
  });

  it('cannot be confirmed when the dry run did not find it empty', async () => {
    const { home } = await emptyDay();
    const wrong = importWithNulls(home, range, [{ system: 'ACD', day: '2026-03-01' }]);
    await expect(wrong).rejects.toMatchObject({
      code: 'WRITE_NULL_UNCONFIRMED',
      details: { variant: 'day', day: '2026-03-01' },
    });
  });

  it('that has figures again when it is imported gets no zeros: nobody has seen which', async () => {
    const { home, database } = await emptyDay();
    const { runId: surveyRunId } = await survey(home, range);
    addCalls(database, [[at('08:00'), 'Sales', 12, 12]]);
    const zeroing = { surveyRunId, emptyDays: empty };
    const run = await importMadeUp(home, { ...range, writeNull: true, zeroing });
    expect(run.problems).toMatchObject([{ code: 'WRITE_NULL_CHANGED', day: '2026-03-02', count: 3 }]);
    expect(await storedValues(home, 1, 1)).toMatchObject({ [at('08:00')]: 12, [at('08:15')]: 5 });
  });
});
