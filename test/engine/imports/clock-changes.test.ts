import { describe, expect, it, onTestFinished } from 'vitest';
import { homeWith, importCalls, storedValues } from '../../support/home.ts';
import { sqliteFile } from '../../support/sqlite.ts';

/**
 * The rules for the two days of the year on which the wall clock jumps. A source in Unix seconds is exact; a wall
 * clock without a mark counts in the first of two equal hours, and says so.
 */
async function centre(options: {
  rows: readonly (readonly [stamp: string | number, offered: number])[];
  stampColumn: string;
  keys: string;
  timeZone: string;
  intervalMinutes: 15 | 30 | 60;
}) {
  const values = options.rows
    .map(([stamp, offered]) => `(${typeof stamp === 'number' ? stamp : `'${stamp}'`}, 'Sales', ${offered})`)
    .join(',');
  const database = sqliteFile(`
    CREATE TABLE calls (${options.stampColumn}, queue VARCHAR(20), offered INTEGER);
    INSERT INTO calls VALUES ${values};
  `);
  onTestFinished(database.remove);
  return homeWith({
    settings: `[DB]\r\n1=WFM,0,,\r\n[ACD]\r\nSource=${database.connectionString}\r\nQueueSQL=SELECT DISTINCT queue FROM calls\r\nCallDataTable=calls\r\nTimeStampColumn=stamp\r\nQueueNameColumn=queue\r\nValueTypes=offered\r\n${options.keys}\r\n`,
    mapping: 'WFM:0:1:1=ACD:Sales:offered\r\n',
    wfm: {
      queues: [
        { id: 1, name: 'Hotline', timeZone: options.timeZone, intervalMinutes: options.intervalMinutes },
      ],
      valueTypes: [{ id: 1, name: 'Calls offered', unit: 'count' }],
    },
  });
}

function unix(iso: string): number {
  return Date.parse(iso) / 1000;
}

/** One row of 1 every `minutes`, from and to as instants. */
function everyInterval(fromIso: string, toIso: string, minutes: number): [number, number][] {
  const rows: [number, number][] = [];
  for (let at = unix(fromIso); at < unix(toIso); at += minutes * 60) rows.push([at, rows.length + 1]);
  return rows;
}

describe('a source in Unix seconds is exact on clock change days', () => {
  const cases = [
    { zone: 'Europe/Paris', day: '2025-10-26', from: '2025-10-25T22:00:00Z', to: '2025-10-26T23:00:00Z' },
    { zone: 'Europe/Paris', day: '2026-03-29', from: '2026-03-28T23:00:00Z', to: '2026-03-29T22:00:00Z' },
    { zone: 'America/New_York', day: '2025-11-02', from: '2025-11-02T04:00:00Z', to: '2025-11-03T05:00:00Z' },
    { zone: 'America/New_York', day: '2026-03-08', from: '2026-03-08T05:00:00Z', to: '2026-03-09T04:00:00Z' },
    {
      zone: 'Australia/Lord_Howe',
      day: '2026-04-05',
      from: '2026-04-04T13:00:00Z',
      to: '2026-04-05T13:30:00Z',
    },
    {
      zone: 'Australia/Lord_Howe',
      day: '2025-10-05',
      from: '2025-10-04T13:30:00Z',
      to: '2025-10-05T13:00:00Z',
    },
  ] as const;
  for (const { zone, day, from, to } of cases) {
    for (const minutes of [15, 30] as const) {
      it(`${zone} ${day}, ${minutes} minutes: every interval keeps its instant`, async () => {
        const rows = everyInterval(from, to, minutes);
        const home = await centre({
          rows,
          stampColumn: 'stamp INTEGER',
          keys: `TimeStampType=1\r\nInterval=${minutes}`,
          timeZone: zone,
          intervalMinutes: minutes,
        });
        const run = await importCalls(home, { from: day, to: day });
        expect(run).toMatchObject({ status: 'completed', rowsRead: rows.length, valuesWritten: rows.length });
        expect(await storedValues(home, 1, 1)).toEqual(
          Object.fromEntries(
            rows.map(([at, value]) => [new Date(at * 1000).toISOString().replace('.000Z', 'Z'), value]),
          ),
        );
      });
    }

    it(`${zone} ${day}, 60 minutes: quarter hours are summed, none is lost or doubled`, async () => {
      const rows = everyInterval(from, to, 15);
      const home = await centre({
        rows,
        stampColumn: 'stamp INTEGER',
        keys: 'TimeStampType=1\r\nInterval=15',
        timeZone: zone,
        intervalMinutes: 60,
      });
      await importCalls(home, { from: day, to: day });
      const stored = await storedValues(home, 1, 1);
      const total = rows.reduce((sum, [, value]) => sum + value, 0);
      expect(Object.values(stored).reduce((sum, value) => sum + value, 0)).toBe(total);
      // The wall clock hour of each quarter, by an independent reckoning: Intl.
      const clock = new Intl.DateTimeFormat('sv-SE', {
        timeZone: zone,
        dateStyle: 'short',
        timeStyle: 'short',
      });
      const offsetOf = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
      const hours = new Map<string, number>();
      for (const [at, value] of rows) {
        const offset = offsetOf.format(at * 1000).split(', ')[1]!;
        const hour = `${clock.format(at * 1000).slice(0, 13)} ${offset}`;
        hours.set(hour, (hours.get(hour) ?? 0) + value);
      }
      expect(Object.values(stored)).toEqual([...hours.values()]);
    });
  }
});

describe('a wall clock without a mark', () => {
  it('puts the rows of a repeated hour into the first of the two and reports how many', async () => {
    const home = await centre({
      rows: [
        ['2025-10-26 01:45:00', 1],
        ['2025-10-26 02:00:00', 10],
        ['2025-10-26 02:00:00', 20],
        ['2025-10-26 03:00:00', 5],
      ],
      stampColumn: 'stamp TIMESTAMP',
      keys: 'TimeStampType=2\r\nTimeZone=Europe/Paris\r\nInterval=15',
      timeZone: 'Europe/Paris',
      intervalMinutes: 15,
    });
    const run = await importCalls(home, { from: '2025-10-26', to: '2025-10-26' });
    expect(run.status).toBe('completed-with-problems');
    expect(run.problems).toMatchObject([{ code: 'STAMP_REPEATED_HOUR', count: 1, day: '2025-10-26' }]);
    expect(await storedValues(home, 1, 1)).toEqual({
      '2025-10-25T23:45:00Z': 1,
      '2025-10-26T00:00:00Z': 30,
      '2025-10-26T02:00:00Z': 5,
    });
  });

  it('reads the hour that was skipped as if the clock had not been set forward, and reports it', async () => {
    const home = await centre({
      rows: [
        ['2026-03-29 01:45:00', 1],
        ['2026-03-29 02:30:00', 7],
        ['2026-03-29 04:00:00', 2],
      ],
      stampColumn: 'stamp TIMESTAMP',
      keys: 'TimeStampType=2\r\nTimeZone=Europe/Paris\r\nInterval=15',
      timeZone: 'Europe/Paris',
      intervalMinutes: 15,
    });
    const run = await importCalls(home, { from: '2026-03-29', to: '2026-03-29' });
    expect(run.problems).toMatchObject([{ code: 'STAMP_MISSING_HOUR', count: 1 }]);
    expect(await storedValues(home, 1, 1)).toEqual({
      '2026-03-29T00:45:00Z': 1,
      '2026-03-29T01:30:00Z': 7,
      '2026-03-29T02:00:00Z': 2,
    });
  });

  it('reads a day that was left out so too, and finds its rows a day away', async () => {
    // Apia had no 30 December 2011: at 10:00 UTC of that day the clock went from -10:00 to +14:00.
    const home = await centre({
      rows: [
        ['2011-12-29 23:45:00', 1],
        ['2011-12-30 20:15:00', 2],
        ['2011-12-31 00:00:00', 4],
      ],
      stampColumn: 'stamp TIMESTAMP',
      keys: 'TimeStampType=2\r\nTimeZone=Pacific/Apia\r\nInterval=15',
      timeZone: 'UTC',
      intervalMinutes: 15,
    });
    const run = await importCalls(home, { from: '2011-12-30', to: '2011-12-31' });
    expect(run.problems).toMatchObject([{ code: 'STAMP_MISSING_HOUR', count: 1, day: '2011-12-31' }]);
    expect(await storedValues(home, 1, 1)).toEqual({
      '2011-12-30T09:45:00Z': 1,
      '2011-12-31T06:15:00Z': 2,
      '2011-12-30T10:00:00Z': 4,
    });
  });

  it('is exact when the source keeps a fixed offset all year', async () => {
    const home = await centre({
      rows: [
        ['2025-10-26 01:00:00', 1],
        ['2025-10-26 01:15:00', 2],
        ['2025-10-26 02:00:00', 3],
      ],
      stampColumn: 'stamp TIMESTAMP',
      keys: 'TimeStampType=2\r\nTimeZone=+01:00\r\nInterval=15',
      timeZone: 'Europe/Paris',
      intervalMinutes: 15,
    });
    const run = await importCalls(home, { from: '2025-10-26', to: '2025-10-26' });
    expect(run.status).toBe('completed');
    expect(await storedValues(home, 1, 1)).toEqual({
      '2025-10-26T00:00:00Z': 1,
      '2025-10-26T00:15:00Z': 2,
      '2025-10-26T01:00:00Z': 3,
    });
  });
});
