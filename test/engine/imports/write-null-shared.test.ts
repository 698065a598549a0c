import { describe, expect, it } from 'vitest';
import type { Home } from '#engine/home/home.ts';
import { packDay } from '#engine/wfm/packDay.ts';
import { dayBounds, parseDay } from '#shared/domain/time/day.ts';
import { dayIntervals } from '#shared/domain/time/interval.ts';
import { zoneOf } from '#shared/domain/time/zone.ts';
import { type CallRow, callKeys, callTable, map, section, settings } from '../../support/acd.ts';
import { homeWith, importMadeUp, storedValues, undoRun } from '../../support/home.ts';
import { writeMap } from '../../support/home-files.ts';

/* What "write null values" counts where a queue has figures from more than one place. */

const day = '2026-03-02';
const range = { from: day, to: day };
const at = (clock: string) => `${day}T${clock}:00Z`;
const full: readonly CallRow[] = ['08:00', '08:15', '08:30', '08:45'].map((clock) => [
  at(clock),
  'Sales',
  5,
  4,
]);

async function centre(...lines: readonly string[]) {
  const [acd, bank] = [callTable(full), callTable(full)];
  const home = await homeWith({
    settings: settings(
      section('ACD', { Source: acd.connectionString, ...callKeys }),
      section('Bank', { Source: bank.connectionString, ...callKeys }),
    ),
    mapping: map(...lines),
    wfm: {
      queues: [{ id: 1, name: 'Hotline', timeZone: 'UTC', intervalMinutes: 15 }],
      valueTypes: [1, 2, 3].map((id) => ({ id, name: `Figure ${id}` })),
    },
  });
  return { acd, bank, home };
}

/** Values that no import of the mappings brought: another program wrote them. */
async function writtenElsewhere(
  home: Home,
  valueTypeId: number,
  hundredths: (slot: number) => number | null,
) {
  const { id } = await home.store.createRun({
    stream: 'calls',
    systems: ['Elsewhere'],
    fromDay: day,
    toDay: day,
    writeNull: false,
    dryRun: false,
    origin: 'cli',
  });
  const zone = zoneOf('UTC');
  const starts = dayIntervals(zone, 15, parseDay(day));
  const { startUtc } = dayBounds(zone, parseDay(day));
  const [before] = await home.store.readDays([{ queueId: 1, valueTypeId, day }]);
  const after = packDay(
    starts,
    startUtc,
    starts.map((_, slot) => hundredths(slot)),
    15,
  );
  await home.store.commitDay(id, 'Elsewhere', day, {
    state: 'done',
    changes: [{ queueId: 1, valueTypeId, day, before, after }],
    counters: { rowsRead: 0, valuesWritten: 1, valuesUnchanged: 0 },
    problems: [],
  });
  await home.store.finishRun(id, 'completed');
}

async function survey(home: Home, systems?: readonly string[]) {
  const run = await importMadeUp(home, {
    ...range,
    ...(systems ? { systems } : {}),
    writeNull: true,
    dryRun: true,
  });
  return { run, counts: run.problems.map(({ code, system, count }) => `${code} ${system} ${count}`) };
}

const write = (home: Home, surveyRunId: number, systems?: readonly string[]) =>
  importMadeUp(home, {
    ...range,
    ...(systems ? { systems } : {}),
    writeNull: true,
    zeroing: { surveyRunId, emptyDays: [] },
  });

const zeros = async (home: Home, valueTypeId: number) =>
  Object.values(await storedValues(home, 1, valueTypeId)).filter((value) => value === 0).length;

describe('A queue with values of two systems', () => {
  it('is counted for each of them', async () => {
    const { acd, bank, home } = await centre('0:1:1=ACD:Sales:offered', '0:1:2=Bank:Sales:answered');
    await importMadeUp(home, range);
    acd.exec(`DELETE FROM calls WHERE stamp >= ${Date.parse(at('08:30')) / 1000}`);
    bank.exec(`DELETE FROM calls WHERE stamp >= ${Date.parse(at('08:45')) / 1000}`);
    const { run, counts } = await survey(home);
    expect(counts.toSorted()).toEqual(['WRITE_NULL_ZEROES ACD 2', 'WRITE_NULL_ZEROES Bank 1']);
    expect(await write(home, run.runId)).toMatchObject({ status: 'completed' });
    expect([await zeros(home, 1), await zeros(home, 2)]).toEqual([94, 93]);
  });

  it('is counted for the one that is asked only', async () => {
    const { acd, bank, home } = await centre('0:1:1=ACD:Sales:offered', '0:1:2=Bank:Sales:answered');
    await importMadeUp(home, range);
    acd.exec(`DELETE FROM calls WHERE stamp >= ${Date.parse(at('08:30')) / 1000}`);
    bank.exec(`DELETE FROM calls WHERE stamp >= ${Date.parse(at('08:45')) / 1000}`);
    const { run, counts } = await survey(home, ['Bank']);
    expect(counts).toEqual(['WRITE_NULL_ZEROES Bank 1']);
    await write(home, run.runId, ['Bank']);
    expect([await zeros(home, 1), await zeros(home, 2)]).toEqual([0, 93]);
  });
});

describe('A value of two systems', () => {
  const lines = ['0:1:1=ACD:Sales:offered', '0:1:1=Bank:Sales:answered', '0:1:2=ACD:Sales:answered'];

  it('becomes 0 where neither has a figure', async () => {
    const { acd, bank, home } = await centre(...lines);
    await importMadeUp(home, range);
    acd.exec(`DELETE FROM calls WHERE stamp >= ${Date.parse(at('08:30')) / 1000}`);
    bank.exec(`DELETE FROM calls WHERE stamp >= ${Date.parse(at('08:45')) / 1000}`);
    const { run, counts } = await survey(home);
    // 08:45 of the one value, 08:30 and 08:45 of the other.
    expect(counts).toEqual(['WRITE_NULL_ZEROES ACD 3']);
    await write(home, run.runId);
    expect(await storedValues(home, 1, 1)).toMatchObject({ [at('08:30')]: 4, [at('08:45')]: 0 });
  });

  it('that belonged to another system when it was written is counted all the same', async () => {
    const { acd, bank, home } = await centre('0:1:1=Bank:Sales:answered');
    await importMadeUp(home, range);
    await writeMap(home, map('0:1:1=ACD:Sales:offered', '0:1:1=Bank:Sales:answered'));
    for (const source of [acd, bank]) {
      source.exec(`DELETE FROM calls WHERE stamp >= ${Date.parse(at('08:30')) / 1000}`);
    }
    const { run, counts } = await survey(home);
    expect(counts).toEqual(['WRITE_NULL_ZEROES ACD 2']);
    const before = await storedValues(home, 1, 1);
    const written = await write(home, run.runId);
    expect(await zeros(home, 1)).toBe(94);
    await undoRun(home, written.runId);
    expect(await storedValues(home, 1, 1)).toEqual(before);
  });

  it('whose first system changes between survey and import is not set to 0: nobody has seen it of that one', async () => {
    const { acd, bank, home } = await centre('0:1:1=ACD:Sales:offered', '0:1:1=Bank:Sales:answered');
    await importMadeUp(home, range);
    for (const source of [acd, bank]) {
      source.exec(`DELETE FROM calls WHERE stamp >= ${Date.parse(at('08:30')) / 1000}`);
    }
    const { run } = await survey(home);
    await writeMap(home, map('0:1:1=Bank:Sales:answered', '0:1:1=ACD:Sales:offered'));
    await expect(write(home, run.runId)).rejects.toMatchObject({ code: 'WRITE_NULL_UNCONFIRMED' });
    expect(await zeros(home, 1)).toBe(0);
  });
});

describe('Values that came from elsewhere', () => {
  const lines = ['0:1:1=ACD:Sales:offered', '0:1:2=ACD:Sales:answered'];

  it('are counted where the source has no figure, not where they are 0 or of a value nobody mapped', async () => {
    const { home } = await centre(...lines);
    await writtenElsewhere(home, 1, (slot) => (slot < 10 ? 700 : slot < 20 ? 0 : null));
    await writtenElsewhere(home, 3, () => 900);
    const { run, counts } = await survey(home);
    expect(counts).toEqual(['WRITE_NULL_ZEROES ACD 10']);
    await write(home, run.runId);
    expect(await zeros(home, 1)).toBe(92);
    expect(await zeros(home, 3)).toBe(0);
  });

  it('and were written after the survey become no 0, as many as there are: others were confirmed', async () => {
    const { home } = await centre(...lines);
    await writtenElsewhere(home, 1, (slot) => (slot < 10 ? 700 : null));
    const { run, counts } = await survey(home);
    expect(counts).toEqual(['WRITE_NULL_ZEROES ACD 10']);
    // As many, of another value and at another time.
    await writtenElsewhere(home, 1, () => null);
    await writtenElsewhere(home, 2, (slot) => (slot >= 60 && slot < 70 ? 700 : null));
    const written = await write(home, run.runId);
    expect(written.problems).toMatchObject([{ code: 'WRITE_NULL_CHANGED', system: 'ACD', day }]);
    expect(Object.values(await storedValues(home, 1, 2)).filter((value) => value === 7)).toHaveLength(10);
  });
});
