import { describe, expect, it, onTestFinished } from 'vitest';
import { map, section, settings } from '../../support/acd.ts';
import { homeWith, importCalls, importWithNulls, storedValues } from '../../support/home.ts';
import { sqliteFile } from '../../support/sqlite.ts';

/*
 * Intervals of another clock than the section says: hours in UTC for queues in Kolkata, without a `TimeZone`. They lie across
 * the intervals of the queue, from the first of a day to the last: told of, and nothing is counted or set to 0 there.
 */

interface Options {
  /** Instants, each with a figure of 10. */
  readonly at: readonly string[];
  readonly queueZone?: string;
  readonly queueMinutes?: 15 | 30 | 60;
  readonly keys?: Readonly<Record<string, string>>;
}

async function centre({ at, queueZone = 'Asia/Kolkata', queueMinutes = 60, keys = {} }: Options) {
  const values = at.map((iso) => `(${Date.parse(iso) / 1000}, 'Sales', 10)`);
  const database = sqliteFile(`CREATE TABLE calls (stamp INTEGER, queue VARCHAR(20), offered INTEGER);
    INSERT INTO calls VALUES ${values.join(', ')};`);
  onTestFinished(database.remove);
  return homeWith({
    settings: settings(
      section('ACD', {
        Source: database.connectionString,
        CallDataTable: 'calls',
        TimeStampColumn: 'stamp',
        TimeStampType: '1',
        QueueNameColumn: 'queue',
        ValueTypes: 'offered',
        Interval: '60',
        ...keys,
      }),
    ),
    mapping: map('0:1:1=ACD:Sales:offered'),
    wfm: {
      queues: [{ id: 1, name: 'Hotline', timeZone: queueZone, intervalMinutes: queueMinutes }],
      valueTypes: [{ id: 1, name: 'Offered' }],
    },
  });
}

const hours = (fromIso: string, count: number) =>
  Array.from({ length: count }, (_, hour) =>
    new Date(Date.parse(fromIso) + hour * 3_600_000).toISOString().replace('.000Z', 'Z'),
  );

async function imported(options: Options, day: string, nulls = false) {
  const home = await centre(options);
  const range = { from: day, to: day };
  const run = await (nulls ? importWithNulls(home, range) : importCalls(home, range));
  const problems = run.problems.filter(({ code }) => !code.startsWith('CHECK_'));
  return {
    problems: Object.fromEntries(problems.map(({ code, count }) => [code, count])),
    values: await storedValues(home, 1, 1),
  };
}

describe('hours of UTC for a queue in Kolkata, without a TimeZone', () => {
  // The day of 2 March begins there at 18:30 UTC: in the middle of an hour of the source.
  const first = '2026-03-01T18:30:00Z';

  for (const keys of [{}, { CoarserInterval: 'split' }]) {
    for (const queueMinutes of [60, 30, 15] as const) {
      if (queueMinutes < 60 && !('CoarserInterval' in keys)) continue;
      const how = `${queueMinutes} minutes${'CoarserInterval' in keys ? ', split' : ''}`;

      it(`what the hour before the day reaches into is not set to 0 (${how})`, async () => {
        const at = ['2026-03-01T18:00:00Z', '2026-03-02T08:00:00Z'];
        const { problems, values } = await imported({ at, queueMinutes, keys }, '2026-03-02', true);
        expect(problems).toEqual({ ROW_ACROSS: 2 });
        const steps = 60 / queueMinutes;
        const touched = [
          ...(queueMinutes === 60
            ? [first, '2026-03-02T07:30:00Z', '2026-03-02T08:30:00Z']
            : [
                ...Array.from(
                  { length: steps / 2 },
                  (_, step) => Date.parse(first) + step * queueMinutes * 60_000,
                ),
                ...Array.from(
                  { length: steps },
                  (_, step) => Date.parse('2026-03-02T08:00:00Z') + step * queueMinutes * 60_000,
                ),
              ]),
        ].map((one) => new Date(one).toISOString().replace('.000Z', 'Z'));
        expect(Object.keys(values)).toHaveLength(24 * steps - touched.length);
        for (const one of touched) expect(values[one], one).toBeUndefined();
        expect(Object.values(values).every((value) => value === 0)).toBe(true);
      });
    }
  }

  it('what the hour over the end of the day begins in is not set to 0, nor what lies behind it', async () => {
    const at = ['2026-03-02T08:00:00Z', '2026-03-02T18:00:00Z'];
    const { problems, values } = await imported({ at }, '2026-03-02', true);
    expect(problems).toEqual({ ROW_ACROSS: 2 });
    expect(Object.keys(values)).toHaveLength(24 - 3);
    expect(values['2026-03-02T17:30:00Z']).toBeUndefined();
  });

  it('a day with nothing but the hour before it is empty, and says so', async () => {
    const { problems, values } = await imported({ at: ['2026-03-01T18:00:00Z'] }, '2026-03-02', true);
    expect(Object.keys(problems)).toContain('ROW_ACROSS');
    expect(Object.keys(problems)).toContain('WRITE_NULL_DAY_EMPTY');
    expect(values).toEqual({});
  });

  it('single calls before the day make nobody doubt its own', async () => {
    const at = ['2026-03-01T18:17:05Z', '2026-03-02T08:00:00Z', '2026-03-02T09:12:40Z'];
    const { problems, values } = await imported({ at }, '2026-03-02');
    expect(problems).toEqual({});
    expect(values).toEqual({ '2026-03-02T07:30:00Z': 10, '2026-03-02T08:30:00Z': 10 });
  });

  it('stamped by their last minute they are told of as well', async () => {
    const at = ['2026-03-02T08:59:00Z', '2026-03-02T09:59:00Z'];
    const { problems, values } = await imported({ at, keys: { TimeStampIs: 'end' } }, '2026-03-02');
    expect({ problems, values }).toEqual({ problems: { ROW_ACROSS: 2 }, values: {} });
  });

  it('with TimeZone=UTC they are divided where that is wanted', async () => {
    const keys = { CoarserInterval: 'split', TimeZone: 'UTC' };
    const at = ['2026-03-01T18:00:00Z', '2026-03-02T08:00:00Z'];
    const { problems, values } = await imported({ at, queueMinutes: 30, keys }, '2026-03-02');
    expect(problems).toEqual({ ROW_SPLIT: 2 });
    expect(values).toEqual({ [first]: 5, '2026-03-02T08:00:00Z': 5, '2026-03-02T08:30:00Z': 5 });
  });
});

describe('hours of UTC for a queue at Lord Howe, whose clock moves by half an hour', () => {
  it('fit while it is eleven hours ahead, and are told of once it is ten and a half: on the day of the change too', async () => {
    // At 15:00 UTC the clock goes from 02:00 back to 01:30.
    const at = hours('2024-04-06T12:00:00Z', 26);
    const { problems, values } = await imported({ at, queueZone: 'Australia/Lord_Howe' }, '2024-04-07', true);
    expect(Object.keys(problems)).toEqual(['ROW_ACROSS']);
    expect(values).toEqual({ '2024-04-06T13:00:00Z': 10, '2024-04-06T14:00:00Z': 10 });
  });
});

describe('hours of Kolkata for a queue with hours of UTC', () => {
  it('cannot be refused by their section, as a table of calls may have an Interval too: each day says what it met', async () => {
    const keys = { TimeZone: 'Asia/Kolkata' };
    const queue = { queueZone: 'UTC', keys };
    const asHours = await imported({ at: hours('2026-03-02T00:30:00Z', 5), ...queue }, '2026-03-02');
    expect(asHours).toEqual({ problems: { ROW_ACROSS: 5 }, values: {} });
    const asCalls = await imported(
      { at: ['2026-03-02T08:07:13Z', '2026-03-02T09:59:59Z'], ...queue },
      '2026-03-02',
    );
    expect(asCalls).toEqual({
      problems: {},
      values: { '2026-03-02T08:00:00Z': 10, '2026-03-02T09:00:00Z': 10 },
    });
  });
});

describe('a column with the minutes of each row', () => {
  type Row = readonly [start: string, minutes: number, calls: number];

  /** Intervals of an ICM, whose interval was changed now and then. */
  async function icm(rows: readonly Row[], day: string, nulls = false) {
    const values = rows.map(([start, minutes, calls]) => `('${start}', 5, ${minutes}, ${calls})`);
    const database = sqliteFile(`
      CREATE TABLE Call_Type_Interval (DateTime TIMESTAMP, CallTypeID INTEGER, minutes INTEGER, CallsOfferedRouted INTEGER);
      CREATE TABLE Call_Type (CallTypeID INTEGER, EnterpriseName VARCHAR(32));
      INSERT INTO Call_Type VALUES (5, 'Sales');
      INSERT INTO Call_Type_Interval VALUES ${values.join(', ')};`);
    onTestFinished(database.remove);
    const keys = {
      UseTimeZoneColumn: '0',
      TimeZone: 'UTC',
      IntervalColumn: 'minutes',
      CoarserInterval: 'split',
    };
    const home = await homeWith({
      settings: settings(section('ICM', { Source: database.connectionString, ...keys })),
      mapping: map('0:1:1=ICM:Sales:CallsOfferedRouted'),
      wfm: {
        queues: [{ id: 1, name: 'Hotline', timeZone: 'UTC', intervalMinutes: 60 }],
        valueTypes: [{ id: 1, name: 'Offered' }],
        externalSystems: [{ name: 'ICM', interface: 'cisco-icm', phoneLink: true, timeLink: false }],
      },
    });
    const range = { from: day, to: day };
    const run = await (nulls ? importWithNulls(home, range) : importCalls(home, range));
    const problems = run.problems.filter(({ code }) => !code.startsWith('CHECK_'));
    return {
      problems: Object.fromEntries(problems.map(({ code, count }) => [code, count])),
      values: await storedValues(home, 1, 1),
    };
  }

  it('gives each day its parts of a row of four hours over midnight', async () => {
    const rows: Row[] = [
      ['2026-03-01 22:00:00', 240, 40],
      ['2026-03-02 08:00:00', 60, 3],
    ];
    expect(await icm(rows, '2026-03-02')).toEqual({
      problems: { ROW_SPLIT: 1 },
      values: { '2026-03-02T00:00:00Z': 10, '2026-03-02T01:00:00Z': 10, '2026-03-02T08:00:00Z': 3 },
    });
  });

  it('of a row of a whole day too, wherever in the day before it began', async () => {
    const { problems, values } = await icm([['2026-03-01 01:00:00', 1440, 240]], '2026-03-02');
    expect(problems).toEqual({ ROW_SPLIT: 1 });
    expect(values).toEqual({ '2026-03-02T00:00:00Z': 10 });
  });

  it('tells of rows over more than a day, and sets nothing to 0 beside them, on two days', async () => {
    const rows: Row[] = [
      ['2026-03-01 22:00:00', 2880, 480],
      ['2026-03-03 00:00:00', 60, 3],
    ];
    for (const day of ['2026-03-01', '2026-03-02']) {
      const { problems, values } = await icm(rows, day, true);
      expect(problems, day).toMatchObject({ ROW_TOO_LONG: 1 });
      expect(values['2026-03-01T22:00:00Z']).toBeUndefined();
      expect(values['2026-03-02T00:00:00Z']).toBeUndefined();
    }
  });
});
