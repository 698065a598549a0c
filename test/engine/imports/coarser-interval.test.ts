import { describe, expect, it, onTestFinished } from 'vitest';
import type { Home } from '#engine/home/home.ts';
import { map, section, settings } from '../../support/acd.ts';
import { homeWith, importCalls, importWithNulls, storedValues } from '../../support/home.ts';
import { type SqliteFile, sqliteFile } from '../../support/sqlite.ts';

/*
 * A source whose intervals are longer than those of the WFM queue, or lie across them. Its figures are never divided
 * unasked; with CoarserInterval=split the parts are together what the row was, the remainder in the first one.
 */

interface Row {
  /** `2026-03-02 08:00:00`, or Unix seconds. */
  readonly stamp: string | number;
  readonly offered: number;
  readonly talk?: number;
}

interface Centre {
  readonly rows: readonly Row[];
  readonly sourceMinutes: number;
  readonly queueMinutes: 15 | 30 | 60;
  readonly timeZone?: string;
  readonly keys?: Readonly<Record<string, string>>;
  readonly valueTypes?: readonly string[];
}

/** One queue, its value types 1, 2 … those that are named, of a table with what the ACD counted. */
async function centre({
  rows,
  sourceMinutes,
  queueMinutes,
  timeZone = 'UTC',
  keys = {},
  valueTypes = ['offered'],
}: Centre): Promise<{ home: Home; database: SqliteFile }> {
  const isUnix = typeof rows[0]?.stamp === 'number';
  const values = rows.map(
    ({ stamp, offered, talk = 0 }) =>
      `(${typeof stamp === 'number' ? stamp : `'${stamp}'`}, 'Sales', ${offered}, ${talk})`,
  );
  const database = sqliteFile(`
    CREATE TABLE calls (stamp ${isUnix ? 'INTEGER' : 'TIMESTAMP'}, queue VARCHAR(20), offered DECIMAL(12,3), talk INTEGER);
    INSERT INTO calls VALUES ${values.join(',')};`);
  onTestFinished(database.remove);
  const home = await homeWith({
    settings: settings(
      section('ACD', {
        Source: database.connectionString,
        CallDataTable: 'calls',
        TimeStampColumn: 'stamp',
        TimeStampType: isUnix ? '1' : '2',
        QueueNameColumn: 'queue',
        ValueTypes: valueTypes.join(';'),
        Interval: String(sourceMinutes),
        TimeZone: 'UTC',
        CoarserInterval: 'split',
        ...keys,
      }),
    ),
    mapping: map(...valueTypes.map((name, index) => `0:1:${index + 1}=ACD:Sales:${name}`)),
    wfm: {
      queues: [{ id: 1, name: 'Hotline', timeZone, intervalMinutes: queueMinutes }],
      valueTypes: valueTypes.map((name, index) => ({ id: index + 1, name })),
    },
  });
  return { home, database };
}

const day = { from: '2026-03-02', to: '2026-03-02' };
const total = (values: Readonly<Record<string, number>>) =>
  Math.round(Object.values(values).reduce((sum, value) => sum + value * 100, 0)) / 100;
const unix = (iso: string) => Date.parse(iso) / 1000;

/** Values of the intervals that begin at this time and behind it, without the date. */
async function parts(home: Home, valueType = 1): Promise<Record<string, number>> {
  const values = await storedValues(home, 1, valueType);
  return Object.fromEntries(Object.entries(values).map(([at, value]) => [at.slice(11, 16), value]));
}

describe('CoarserInterval=split', () => {
  it('divides whole numbers into whole numbers, the remainder in the first part', async () => {
    const rows = [
      { stamp: '2026-03-02 08:00:00', offered: 10 },
      { stamp: '2026-03-02 09:00:00', offered: 3 },
      { stamp: '2026-03-02 10:00:00', offered: 0 },
      { stamp: '2026-03-02 11:00:00', offered: -7 },
    ];
    const { home } = await centre({ rows, sourceMinutes: 60, queueMinutes: 15 });
    const run = await importCalls(home, day);
    expect(await parts(home)).toEqual({
      '08:00': 4,
      '08:15': 2,
      '08:30': 2,
      '08:45': 2,
      '09:00': 3,
      '09:15': 0,
      '09:30': 0,
      '09:45': 0,
      '10:00': 0,
      '10:15': 0,
      '10:30': 0,
      '10:45': 0,
      '11:00': -4,
      '11:15': -1,
      '11:30': -1,
      '11:45': -1,
    });
    expect(run).toMatchObject({
      status: 'completed-with-problems',
      rowsRead: 4,
      problems: [
        { code: 'ROW_SPLIT', system: 'ACD', day: '2026-03-02', count: 4 },
        { code: 'CHECK_VALUE_NEGATIVE', count: 4 },
      ],
    });
  });

  it('divides half hours into quarters and hours into halves', async () => {
    const row = { stamp: '2026-03-02 08:30:00', offered: 7 };
    const quarters = await centre({ rows: [row], sourceMinutes: 30, queueMinutes: 15 });
    await importCalls(quarters.home, day);
    expect(await parts(quarters.home)).toEqual({ '08:30': 4, '08:45': 3 });
    const halves = await centre({
      rows: [{ stamp: '2026-03-02 08:00:00', offered: 7 }],
      sourceMinutes: 60,
      queueMinutes: 30,
    });
    await importCalls(halves.home, day);
    expect(await parts(halves.home)).toEqual({ '08:00': 4, '08:30': 3 });
  });

  it('divides decimals into the hundredths that are stored: nothing is lost and nothing is added', async () => {
    const offered = [10.5, 0.01, 1 / 3, 99_999.99, 1234.56, 0.07, -10.5, 7.001, 100.1];
    const rows = offered.map((value, index) => ({
      stamp: `2026-03-02 ${String(8 + index).padStart(2, '0')}:00:00`,
      offered: value,
    }));
    const { home } = await centre({ rows, sourceMinutes: 60, queueMinutes: 15 });
    await importCalls(home, day);
    const values = await parts(home);
    expect([values['08:00'], values['08:15'], values['08:30'], values['08:45']]).toEqual([
      2.64, 2.62, 2.62, 2.62,
    ]);
    expect([values['09:00'], values['09:15']]).toEqual([0.01, 0]);
    for (const [index, value] of offered.entries()) {
      const hour = String(8 + index).padStart(2, '0');
      const ofRow = Object.fromEntries(Object.entries(values).filter(([at]) => at.startsWith(hour)));
      expect(total(ofRow), `${value}`).toBe(Math.trunc(Math.round(value * 1e6) / 1e4) / 100);
    }
  });

  it('adds what falls into one interval before it is stored, of several rows too', async () => {
    const rows = [
      { stamp: '2026-03-02 08:00:00', offered: 10 },
      { stamp: '2026-03-02 08:00:00', offered: 5 },
    ];
    const { home } = await centre({ rows, sourceMinutes: 60, queueMinutes: 30 });
    await importCalls(home, day);
    expect(await parts(home)).toEqual({ '08:00': 8, '08:30': 7 });
  });

  it('leaves a maximum, minimum and average what they are in each part, and divides counts', async () => {
    const rows = [
      { stamp: '2026-03-02 08:00:00', offered: 10, talk: 100 },
      { stamp: '2026-03-02 08:00:00', offered: 4, talk: 41 },
      { stamp: '2026-03-02 08:00:00', offered: 1, talk: 99 },
    ];
    const valueTypes = ['talk', 'talk+0', '(talk)', 'offered'];
    const keys = { ValueTypeFunctions: 'MAX;MIN;AVG;COUNT' };
    const { home } = await centre({ rows, sourceMinutes: 60, queueMinutes: 15, keys, valueTypes });
    await importCalls(home, day);
    const each = (value: number) => ({ '08:00': value, '08:15': value, '08:30': value, '08:45': value });
    expect(await parts(home, 1)).toEqual(each(100));
    expect(await parts(home, 2)).toEqual(each(41));
    expect(await parts(home, 3)).toEqual(each(80));
    expect(await parts(home, 4)).toEqual({ '08:00': 3, '08:15': 0, '08:30': 0, '08:45': 0 });
  });

  it('is a hint to the operator where it is not written: nothing is divided unasked', async () => {
    const row = { stamp: '2026-03-02 08:00:00', offered: 10 };
    for (const keys of [{ CoarserInterval: 'refuse ' }, { CoarserInterval: '' }]) {
      const { home } = await centre({ rows: [row], sourceMinutes: 60, queueMinutes: 15, keys });
      const run = await importCalls(home, day);
      expect(run.problems).toMatchObject([{ code: 'INTERVAL_COARSER', system: 'ACD' }]);
      expect(run.problems[0]?.message).toContain('CoarserInterval=split');
      expect(await parts(home)).toEqual({});
    }
  });

  it('does not help where the intervals do not fill those of the queue', async () => {
    for (const [sourceMinutes, queueMinutes] of [
      [20, 15],
      [20, 30],
      [90, 60],
    ] as const) {
      const rows = [{ stamp: '2026-03-02 09:00:00', offered: 10 }];
      const { home } = await centre({ rows, sourceMinutes, queueMinutes });
      const run = await importCalls(home, day);
      expect(run.problems[0]?.code, `${sourceMinutes} into ${queueMinutes}`).toMatch(
        /^INTERVAL_(COARSER|ACROSS)$/,
      );
      expect(run.problems[0]?.message).not.toContain('split');
      expect(await parts(home)).toEqual({});
    }
  });

  it('does not touch rows that begin off the intervals: those are calls and count where they begin', async () => {
    const rows = [
      { stamp: '2026-03-02 08:07:00', offered: 1 },
      { stamp: '2026-03-02 08:50:12', offered: 1 },
    ];
    const { home } = await centre({ rows, sourceMinutes: 60, queueMinutes: 15 });
    const run = await importCalls(home, day);
    expect(run).toMatchObject({ status: 'completed', problems: [] });
    expect(await parts(home)).toEqual({ '08:00': 1, '08:45': 1 });
  });
});

describe('a row that reaches over the border of the day', () => {
  /** 23:30 to 00:30 UTC, as hours are counted in India. */
  const forms = {
    'wall clock': '2026-03-02 05:00:00',
    'Unix seconds': unix('2026-03-01T23:30:00Z'),
  };
  for (const [what, stamp] of Object.entries(forms)) {
    it(`gives each day its parts: ${what}`, async () => {
      const { home } = await centre({
        rows: [{ stamp, offered: 10 }],
        sourceMinutes: 60,
        queueMinutes: 15,
        keys: { TimeZone: 'Asia/Kolkata' },
      });
      await importCalls(home, { from: '2026-03-02', to: '2026-03-02' });
      expect(await storedValues(home, 1, 1)).toEqual({
        '2026-03-02T00:00:00Z': 2,
        '2026-03-02T00:15:00Z': 2,
      });
      await importCalls(home, { from: '2026-03-01', to: '2026-03-01' });
      expect(await storedValues(home, 1, 1)).toEqual({
        '2026-03-01T23:30:00Z': 4,
        '2026-03-01T23:45:00Z': 2,
        '2026-03-02T00:00:00Z': 2,
        '2026-03-02T00:15:00Z': 2,
      });
    });

    it(`a whole day of the source is divided among two of the queue: ${what}`, async () => {
      const begin = what === 'Unix seconds' ? unix('2026-03-01T18:30:00Z') : '2026-03-02 00:00:00';
      const { home } = await centre({
        rows: [{ stamp: begin, offered: 96 * 3 + 5 }],
        sourceMinutes: 1440,
        queueMinutes: 15,
        keys: { TimeZone: 'Asia/Kolkata' },
      });
      await importCalls(home, { from: '2026-03-01', to: '2026-03-02' });
      const values = await storedValues(home, 1, 1);
      expect(Object.keys(values).length).toBe(96);
      expect(values['2026-03-01T18:30:00Z']).toBe(8);
      expect(values['2026-03-02T18:15:00Z']).toBe(3);
    });
  }
});

describe('a row that is not over yet', () => {
  it('is not divided before its end: what it holds is not all of it', async () => {
    // A zone in which it is about noon, so that today is far from over whenever this runs.
    const offset = 12 - new Date().getUTCHours();
    const todayUtc = Math.floor((Date.now() / 1000 + offset * 3600) / 86_400) * 86_400 - offset * 3600;
    const { home } = await centre({
      rows: [
        { stamp: todayUtc - 86_400, offered: 24 },
        { stamp: todayUtc, offered: 24 },
      ],
      sourceMinutes: 1440,
      queueMinutes: 60,
      keys: { TimeZone: `${offset < 0 ? '-' : '+'}${String(Math.abs(offset)).padStart(2, '0')}:00` },
    });
    const dayOf = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 10);
    await importCalls(home, { from: dayOf(todayUtc - 86_400), to: dayOf(todayUtc + 86_399) });
    const values = await storedValues(home, 1, 1);
    expect(Object.keys(values).map((at) => unix(at))).toEqual(
      Array.from({ length: 24 }, (_, hour) => todayUtc - 86_400 + hour * 3600),
    );
  });
});

describe('clock changes', () => {
  /** One row an hour with its number, as instants. */
  const hourly = (fromIso: string, toIso: string) =>
    Array.from({ length: (unix(toIso) - unix(fromIso)) / 3600 }, (_, index) => ({
      stamp: unix(fromIso) + index * 3600,
      offered: index + 1,
    }));

  for (const [zone, date, fromIso, toIso] of [
    ['Europe/Paris', '2026-03-29', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'],
    ['Europe/Paris', '2025-10-26', '2025-10-25T22:00:00Z', '2025-10-26T23:00:00Z'],
    ['America/New_York', '2025-11-02', '2025-11-02T04:00:00Z', '2025-11-03T05:00:00Z'],
    ['America/St_Johns', '2026-03-08', '2026-03-08T03:30:00Z', '2026-03-09T02:30:00Z'],
  ] as const) {
    it(`${zone}, ${date}: each hour in Unix seconds is divided among its own quarters`, async () => {
      const rows = hourly(fromIso, toIso);
      const { home } = await centre({
        rows,
        sourceMinutes: 60,
        queueMinutes: 15,
        timeZone: zone,
        keys: { TimeZone: zone },
      });
      const run = await importCalls(home, { from: date, to: date });
      expect(run.problems).toMatchObject([{ code: 'ROW_SPLIT', count: rows.length }]);
      const values = await storedValues(home, 1, 1);
      const expected = rows.flatMap(({ stamp, offered }) =>
        [0, 1, 2, 3].map((part) => {
          const share = Math.floor(offered / 4);
          const at = new Date((stamp + part * 900) * 1000).toISOString().replace('.000Z', 'Z');
          return [at, part === 0 ? offered - 3 * share : share] as const;
        }),
      );
      expect(values).toEqual(Object.fromEntries(expected));
    });
  }

  it('two wall clock hours of one name count in the first of them, divided, and are told of', async () => {
    const { home } = await centre({
      rows: [
        { stamp: '2025-10-26 01:00:00', offered: 4 },
        { stamp: '2025-10-26 02:00:00', offered: 8 },
        { stamp: '2025-10-26 02:00:00', offered: 4 },
        { stamp: '2025-10-26 03:00:00', offered: 4 },
      ],
      sourceMinutes: 60,
      queueMinutes: 30,
      timeZone: 'Europe/Paris',
      keys: { TimeZone: 'Europe/Paris' },
    });
    const run = await importCalls(home, { from: '2025-10-26', to: '2025-10-26' });
    expect(run.problems.map(({ code }) => code).sort()).toEqual(['ROW_SPLIT', 'STAMP_REPEATED_HOUR']);
    expect(await storedValues(home, 1, 1)).toEqual({
      '2025-10-25T23:00:00Z': 2,
      '2025-10-25T23:30:00Z': 2,
      '2025-10-26T00:00:00Z': 6,
      '2025-10-26T00:30:00Z': 6,
      '2025-10-26T02:00:00Z': 2,
      '2025-10-26T02:30:00Z': 2,
    });
  });
});

describe('rows that lie across two intervals', () => {
  const hours = ['04:00', '05:00', '06:00'];
  const forms = {
    'wall clock': hours.map((hour) => `2026-03-02 ${hour}:00`),
    'Unix seconds': hours.map((hour) => unix(`2026-03-02T${hour}:00+05:30`)),
  };
  for (const [what, stamps] of Object.entries(forms)) {
    it(`hours of India for a queue with hours of UTC: told of, and nothing wrong is stored (${what})`, async () => {
      const rows = stamps.map((stamp) => ({ stamp, offered: 10 }));
      const { home, database } = await centre({
        rows,
        sourceMinutes: 60,
        queueMinutes: 60,
        keys: { TimeZone: 'Asia/Kolkata' },
      });
      const run = await importWithNulls(home, day);
      expect(run.problems).toMatchObject([{ code: 'ROW_ACROSS', day: '2026-03-02', count: 2 }]);
      // 23:30 to 00:30 and 00:30 to 01:30 touch the first two hours: not even a 0 is written there.
      const values = await storedValues(home, 1, 1);
      expect(Object.keys(values).length).toBe(22);
      expect(values['2026-03-02T00:00:00Z']).toBeUndefined();
      expect(values['2026-03-02T01:00:00Z']).toBeUndefined();
      expect(total(values)).toBe(0);
      database.exec(`DELETE FROM calls WHERE stamp <> '${stamps[1]}'`);
      const over = await importWithNulls(home, day);
      expect(over.problems).toMatchObject([{ code: 'ROW_ACROSS', count: 1 }]);
      expect((await storedValues(home, 1, 1))['2026-03-02T00:00:00Z']).toBeUndefined();
    });
  }

  it('hours of Nepal reach into three half hours of UTC: none of them is taken, split or not', async () => {
    const { home } = await centre({
      rows: [{ stamp: '2026-03-02 14:00:00', offered: 12 }],
      sourceMinutes: 60,
      queueMinutes: 30,
      keys: { TimeZone: '5.75' },
    });
    const run = await importWithNulls(home, day);
    expect(run.problems).toMatchObject([{ code: 'ROW_ACROSS', count: 1 }]);
    const values = await storedValues(home, 1, 1);
    expect(Object.keys(values).length).toBe(45);
    for (const at of ['08:00', '08:30', '09:00']) expect(values[`2026-03-02T${at}:00Z`]).toBeUndefined();
  });

  it('quarters of an hour of any zone fit quarters of any other', async () => {
    const { home } = await centre({
      rows: [{ stamp: '2026-03-02 14:00:00', offered: 12 }],
      sourceMinutes: 15,
      queueMinutes: 15,
      keys: { TimeZone: '5.75' },
    });
    expect(await importCalls(home, day)).toMatchObject({ status: 'completed', problems: [] });
    expect(await storedValues(home, 1, 1)).toEqual({ '2026-03-02T08:15:00Z': 12 });
  });
});
