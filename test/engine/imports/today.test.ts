import { describe, expect, it } from 'vitest';
import { todayRange } from '#engine/imports/today.ts';
import { addCalls, callKeys, callTable, map, section, settings, smallCentre } from '../../support/acd.ts';
import { homeWith, importCalls, storedValues } from '../../support/home.ts';
import type { SqliteFile } from '../../support/sqlite.ts';

/* What an import of the running day takes, and what it reads again. */

const quarter = 900;
const nowUtc = () => Date.now() / 1000;
const stamp = (utc: number) => new Date(utc * 1000).toISOString().replace('.000Z', 'Z');
/** Start of the last quarter of an hour that is over. */
const lastOver = () => Math.floor(nowUtc() / quarter) * quarter - quarter;

function centre(database: SqliteFile, keys: Readonly<Record<string, string>> = {}) {
  return homeWith(
    smallCentre(database, {
      settings: settings(section('ACD', { Source: database.connectionString, ...callKeys, ...keys })),
    }),
  );
}

describe('DelayMinutes', () => {
  it('leaves an interval that has been over for less; it is taken by a later run', async () => {
    const last = lastOver();
    const [early, late] = [stamp(last - 8 * quarter), stamp(last)];
    const database = callTable([
      [early, 'Sales', 10, 10],
      [late, 'Sales', 20, 20],
    ]);
    const patient = await centre(database, { DelayMinutes: '60' });
    await importCalls(patient, await todayRange(patient, undefined, nowUtc()));
    expect(await storedValues(patient, 1, 1)).toEqual({ [early]: 10 });

    const hasty = await centre(database, { DelayMinutes: '0' });
    await importCalls(hasty, await todayRange(hasty, undefined, nowUtc()));
    expect(await storedValues(hasty, 1, 1)).toEqual({ [early]: 10, [late]: 20 });
  });

  it('of several systems that feed a value is the longest one', async () => {
    const last = lastOver();
    const [early, late] = [stamp(last - 8 * quarter), stamp(last)];
    const rows = [
      [early, 'Sales', 10, 10],
      [late, 'Sales', 20, 20],
    ] as const;
    const [one, other] = [callTable(rows), callTable(rows)];
    const files = smallCentre(one);
    const home = await homeWith({
      ...files,
      settings: settings(
        section('ACD', { Source: one.connectionString, ...callKeys, DelayMinutes: '0' }),
        section('Branch', { Source: other.connectionString, ...callKeys, DelayMinutes: '60' }),
      ),
      mapping: ['0:1:1=ACD:Sales:offered', '0:1:1=Branch:Sales:offered', '0:1:2=ACD:Sales:answered']
        .map((line) => `WFM:${line}\r\n`)
        .join(''),
      scripts: {},
    });
    await importCalls(home, await todayRange(home, undefined, nowUtc()));
    expect(await storedValues(home, 1, 1)).toEqual({ [early]: 20 });
    expect(await storedValues(home, 1, 2)).toEqual({ [early]: 10, [late]: 20 });
  });
});

describe('an import of today', () => {
  it('corrects what the ACD changed yesterday, and writes nothing else', async () => {
    const now = nowUtc();
    const yesterdayNoon = Math.floor(now / 86_400) * 86_400 - 43_200;
    const [changed, kept] = [stamp(yesterdayNoon), stamp(yesterdayNoon + quarter)];
    const database = callTable([
      [changed, 'Sales', 10, 9],
      [kept, 'Sales', 4, 4],
    ]);
    const home = await centre(database);
    // Yesterday is another day once midnight has passed, as it may meanwhile.
    const range = await todayRange(home, undefined, now);
    const first = await importCalls(home, range);
    expect(first).toMatchObject({ valuesWritten: 4 });
    database.exec('UPDATE calls SET offered = 12 WHERE offered = 10');
    const again = await importCalls(home, range);
    expect(again).toMatchObject({ valuesWritten: 1, valuesUnchanged: 3 });
    expect(await storedValues(home, 1, 1)).toEqual({ [changed]: 12, [kept]: 4 });
  });

  it('leaves days before LookBackDays alone', async () => {
    const longAgo = stamp(lastOver() - 96 * quarter * 4);
    const database = callTable([[longAgo, 'Sales', 10, 9]]);
    const home = await centre(database);
    await importCalls(home, await todayRange(home, undefined, nowUtc()));
    expect(await storedValues(home, 1, 1)).toEqual({});
    const further = await centre(database, { LookBackDays: '5' });
    await importCalls(further, await todayRange(further, undefined, nowUtc()));
    expect(await storedValues(further, 1, 1)).toEqual({ [longAgo]: 10 });
  });
});

describe('the days of an import of today', () => {
  const at = (text: string) => Date.parse(text) / 1000;
  const home = (keys: Record<string, string> = {}) => centre(callTable([]), keys);

  it('are today and the day before, as LookBackDays says', async () => {
    const noon = at('2026-03-02T12:00:00Z');
    expect(await todayRange(await home(), undefined, noon)).toEqual({ from: '2026-03-01', to: '2026-03-02' });
    expect(await todayRange(await home({ LookBackDays: '7' }), ['acd'], noon)).toEqual({
      from: '2026-02-23',
      to: '2026-03-02',
    });
    expect(await todayRange(await home({ LookBackDays: '0' }), undefined, noon)).toEqual({
      from: '2026-03-02',
      to: '2026-03-02',
    });
  });

  it('always have the evening before in the first hour of the day, whose last interval was not there yet', async () => {
    const justAfter = at('2026-03-02T00:20:00Z');
    expect(await todayRange(await home({ LookBackDays: '0' }), undefined, justAfter)).toEqual({
      from: '2026-03-01',
      to: '2026-03-02',
    });
  });

  it('wait for the systems that a chosen one feeds values together with', async () => {
    const [one, other] = [callTable([]), callTable([])];
    const both = await homeWith({
      ...smallCentre(one),
      settings: settings(
        section('ACD', { Source: one.connectionString, ...callKeys, LookBackDays: '0' }),
        section('Branch', {
          Source: other.connectionString,
          ...callKeys,
          DelayMinutes: '120',
          LookBackDays: '0',
        }),
      ),
      mapping: map('0:1:1=ACD:Sales:offered', '0:1:1=Branch:Sales:offered', '0:1:2=ACD:Sales:answered'),
      scripts: {},
    });
    // The last interval before midnight is not there until two o'clock, whichever of the two is named.
    const early = at('2026-03-02T01:30:00Z');
    for (const names of [undefined, ['ACD'], ['Branch']]) {
      expect(await todayRange(both, names, early)).toEqual({ from: '2026-03-01', to: '2026-03-02' });
    }
    expect(await todayRange(both, ['ACD'], at('2026-03-02T03:30:00Z'))).toMatchObject({ from: '2026-03-02' });
  });

  it('are those of the WFM queues, wherever they are', async () => {
    const database = callTable([]);
    const files = smallCentre(database);
    const world = await homeWith({
      ...files,
      wfm: {
        ...files.wfm,
        queues: [
          { id: 1, name: 'Auckland', timeZone: 'Pacific/Auckland' },
          { id: 2, name: 'Los Angeles', timeZone: 'America/Los_Angeles' },
        ],
      },
    });
    // It is Tuesday morning in Auckland and Monday noon in Los Angeles.
    expect(await todayRange(world, undefined, at('2026-03-02T20:00:00Z'))).toEqual({
      from: '2026-03-01',
      to: '2026-03-03',
    });
  });

  it('cannot be those of a system that is not there', async () => {
    await expect(todayRange(await home(), ['Nowhere'], 0)).rejects.toMatchObject({ code: 'SYSTEM_UNKNOWN' });
  });
});

describe('keys that cannot be', () => {
  it('are errors of the section, with their bounds', async () => {
    const database = callTable([]);
    addCalls(database, [['2026-03-02T08:00:00Z', 'Sales', 1, 1]]);
    for (const keys of [{ DelayMinutes: '-5' }, { DelayMinutes: '2.5' }, { LookBackDays: '61' }]) {
      const home = await centre(database, keys);
      const run = await importCalls(home, { from: '2026-03-02', to: '2026-03-02' });
      const [key, value] = Object.entries(keys)[0]!;
      expect(run.status).toBe('failed');
      expect(run.problems[0]?.message).toContain(`${key}=${value} cannot be. Write a whole number from 0 to`);
    }
  });
});
