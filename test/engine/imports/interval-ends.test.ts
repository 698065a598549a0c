import { describe, expect, it, onTestFinished } from 'vitest';
import { checkHome } from '#engine/check/check-home.ts';
import { map, section, settings } from '../../support/acd.ts';
import { homeWith, importCalls, storedValues } from '../../support/home.ts';
import { sqliteFile } from '../../support/sqlite.ts';

/*
 * A source that stamps the end of its intervals (TimeStampIs=end), and one that says the offset or zone of each row
 * (TimeStampZoneColumn). Ends are subtracted on the time line: the end is an instant first, by the rules for every time stamp.
 */
interface Options {
  /** Columns and rows as SQL: `('2026-03-29 03:00:00', 5)`. */
  readonly columns?: string;
  readonly rows: readonly string[];
  readonly keys: Readonly<Record<string, string>>;
  readonly timeZone?: string;
  readonly minutes?: 15 | 30 | 60;
}

const parisKeys = { TimeStampType: '2', TimeZone: 'Europe/Paris', Interval: '15' };

async function centre({
  columns = 'stamp TIMESTAMP',
  rows,
  keys,
  timeZone = 'Europe/Paris',
  minutes = 15,
}: Options) {
  const values = rows.map((row) => row.replace('(', "('Sales', "));
  const database = sqliteFile(`CREATE TABLE calls (queue VARCHAR(20), ${columns}, offered INTEGER);
    INSERT INTO calls VALUES ${values.join(', ')};`);
  onTestFinished(database.remove);
  const common = {
    Source: database.connectionString,
    QueueSQL: 'SELECT DISTINCT queue FROM calls',
    CallDataTable: 'calls',
    QueueNameColumn: 'queue',
    TimeStampColumn: 'stamp',
    ValueTypes: 'offered',
  };
  return homeWith({
    settings: settings(section('ACD', { ...common, ...keys })),
    mapping: map('0:1:1=ACD:Sales:offered'),
    wfm: {
      queues: [{ id: 1, name: 'Hotline', timeZone, intervalMinutes: minutes }],
      valueTypes: [{ id: 1, name: 'Calls offered' }],
      externalSystems: [{ name: 'ACD', interface: 'universal', phoneLink: true, timeLink: false }],
    },
  });
}

async function imported(options: Options, from: string, to = from) {
  const home = await centre(options);
  const run = await importCalls(home, { from, to });
  const problems = Object.fromEntries(run.problems.map(({ code, count }) => [code, count]));
  return { problems, values: await storedValues(home, 1, 1) };
}

describe('TimeStampIs=end', () => {
  const ends = { ...parisKeys, TimeStampIs: 'end' };

  it('puts 03:00 of the day the clock goes forward, or 02:00 as other sources write it, to 01:45', async () => {
    for (const end of ['2026-03-29 03:00:00', '2026-03-29 02:00:00']) {
      const { values, problems } = await imported({ rows: [`('${end}', 5)`], keys: ends }, '2026-03-29');
      expect(values, end).toEqual({ '2026-03-29T00:45:00Z': 5 });
      expect(problems).toEqual({});
    }
  });

  it('reports an end in the hour that was skipped', async () => {
    const { values, problems } = await imported(
      { rows: [`('2026-03-29 02:15:00', 5)`], keys: ends },
      '2026-03-29',
    );
    expect(values).toEqual({ '2026-03-29T01:00:00Z': 5 });
    expect(problems).toEqual({ STAMP_MISSING_HOUR: 1 });
  });

  it('takes an end in the repeated hour for the first one and reports it; 03:00 is known to end the second', async () => {
    const rows = [
      `('2025-10-26 02:00:00', 1)`,
      `('2025-10-26 02:15:00', 2)`,
      `('2025-10-26 02:45:00', 4)`,
      `('2025-10-26 03:00:00', 8)`,
    ];
    const { values, problems } = await imported({ rows, keys: ends }, '2025-10-26');
    expect(values).toEqual({
      '2025-10-25T23:45:00Z': 1,
      '2025-10-26T00:00:00Z': 2,
      '2025-10-26T00:30:00Z': 4,
      '2025-10-26T01:45:00Z': 8,
    });
    expect(problems).toEqual({ STAMP_REPEATED_HOUR: 3 });
  });

  it('gives midnight to the day that ends, and reads it with that day', async () => {
    const rows = [`('2026-03-02 00:00:00', 1)`, `('2026-03-02 00:15:00', 2)`, `('2026-03-03 00:00:00', 4)`];
    const { values } = await imported({ rows, keys: ends }, '2026-03-02');
    expect(values).toEqual({ '2026-03-01T23:00:00Z': 2, '2026-03-02T22:45:00Z': 4 });
  });

  it('is exact with Unix seconds and with texts in UTC, for an hour as well', async () => {
    const at = (iso: string) => Date.parse(iso) / 1000;
    const unix = [`(${at('2025-10-26T00:00:00Z')}, 1)`, `(${at('2025-10-26T01:00:00Z')}, 2)`];
    const hours = { TimeStampType: '1', Interval: '60', TimeStampIs: 'End', TimeZone: 'Europe/Paris' };
    const expected = { '2025-10-25T23:00:00Z': 1, '2025-10-26T00:00:00Z': 2 };
    const byNumber = await imported(
      { columns: 'stamp INTEGER', rows: unix, keys: hours, minutes: 60 },
      '2025-10-26',
    );
    expect(byNumber).toEqual({ values: expected, problems: {} });
    const texts = [`('2025-10-26T00:00:00Z', 1)`, `('2025-10-26T01:00:00Z', 2)`];
    const byText = await imported(
      { columns: 'stamp VARCHAR(30)', rows: texts, keys: { ...hours, TimeStampType: '0' }, minutes: 60 },
      '2025-10-26',
    );
    expect(byText).toEqual({ values: expected, problems: {} });
  });

  it('ends the short hour of Lord Howe, which began with the clock change', async () => {
    // At 15:00 UTC the clock goes from 02:00 back to 01:30; the hour that then begins is over at 02:00.
    const rows = ['2024-04-06T15:00:00Z', '2024-04-06T15:30:00Z', '2024-04-06T16:30:00Z'];
    const { values, problems } = await imported(
      {
        columns: 'stamp INTEGER',
        rows: rows.map((iso, index) => `(${Date.parse(iso) / 1000}, ${index + 1})`),
        keys: { TimeStampType: '1', Interval: '60', TimeStampIs: 'end', TimeZone: 'Australia/Lord_Howe' },
        timeZone: 'Australia/Lord_Howe',
        minutes: 60,
      },
      '2024-04-07',
    );
    expect(values).toEqual({
      '2024-04-06T14:00:00Z': 1,
      '2024-04-06T15:00:00Z': 2,
      '2024-04-06T15:30:00Z': 3,
    });
    expect(problems).toEqual({});
  });

  it('needs an Interval, and is start or end', async () => {
    const findings = async (keys: Record<string, string>) =>
      (await checkHome(await centre({ rows: ["('2026-03-02 00:00:00', 1)"], keys })))
        .filter(({ severity }) => severity === 'error')
        .map(({ code, key, details }) => [code, key, details?.variant]);
    expect(await findings({ TimeStampIs: 'end' })).toEqual([['KEY_MISSING', 'Interval', 'TimeStampIs']]);
    expect(await findings({ TimeStampIs: 'late', Interval: '15' })).toEqual([
      ['KEY_VALUE', 'TimeStampIs', 'TimeStampIs'],
    ]);
  });
});

describe('TimeStampZoneColumn', () => {
  const zoned = { ...parisKeys, TimeStampZoneColumn: 'zone' };
  const columns = 'stamp TIMESTAMP, zone VARCHAR(30)';

  it('tells the two hours of a set-back apart', async () => {
    const rows = [`('2025-10-26 02:30:00', '+02:00', 1)`, `('2025-10-26 02:30:00', '60', 2)`];
    const { values, problems } = await imported({ columns, rows, keys: zoned }, '2025-10-26');
    expect(values).toEqual({ '2025-10-26T00:30:00Z': 1, '2025-10-26T01:30:00Z': 2 });
    expect(problems).toEqual({});
  });

  it('reads rows of several places, as far from the queue as places are', async () => {
    const rows = [
      `('2026-03-02 22:00:00', 'Pacific/Kiritimati', 1)`,
      `('2026-03-01 21:15:00', 'Pacific/Pago_Pago', 2)`,
      `('2026-03-02 09:30:00', '', 4)`,
    ];
    const { values, problems } = await imported({ columns, rows, keys: zoned }, '2026-03-02');
    expect(values).toEqual({
      '2026-03-02T08:00:00Z': 1,
      '2026-03-02T08:15:00Z': 2,
      '2026-03-02T08:30:00Z': 4,
    });
    expect(problems).toEqual({});
  });

  it('leaves rows out whose offset or zone is not known, counts them, and sets none of their intervals to 0', async () => {
    const rows = [
      `('2026-03-02 09:00:00', 'summer', 1)`,
      `('2026-03-02 10:00:00', 'MESZ', 1)`,
      `('2026-03-02 11:00:00', 'UTC', 2)`,
    ];
    const { values, problems } = await imported({ columns, rows, keys: zoned }, '2026-03-02');
    expect(values).toEqual({ '2026-03-02T11:00:00Z': 2 });
    expect(problems).toEqual({ STAMP_ZONE_UNKNOWN: 2 });
  });

  it('has a name in it: the repeated hour is the first one, and reported', async () => {
    const rows = [`('2025-10-26 02:30:00', 'Europe/Paris', 1)`];
    const { values, problems } = await imported(
      { columns, rows, keys: { ...zoned, TimeZone: 'UTC' } },
      '2025-10-26',
    );
    expect(values).toEqual({ '2025-10-26T00:30:00Z': 1 });
    expect(problems).toEqual({ STAMP_REPEATED_HOUR: 1 });
  });

  it('is of no use beside Unix seconds, which the check says', async () => {
    const home = await centre({
      columns: 'stamp INTEGER, zone VARCHAR(30)',
      rows: ["(1772438400, 'UTC', 1)"],
      keys: { TimeStampType: '1', TimeStampZoneColumn: 'zone' },
    });
    const findings = (await checkHome(home)).map(({ code, key, severity }) => [code, key, severity]);
    expect(findings).toContainEqual(['KEY_VALUE', 'TimeStampZoneColumn', 'warning']);
  });
});

describe('texts as time stamps', () => {
  it('are read from midnight on, however short they are written', async () => {
    for (const midnight of [
      '2026-03-02 00:00',
      '2026-03-02T00:00',
      '2026-03-02',
      '2026-03-02 00:00:00.000',
    ]) {
      const options = {
        columns: 'stamp VARCHAR(30)',
        rows: [`('${midnight}', 3)`],
        keys: { TimeStampType: '0', TimeZone: 'UTC', Interval: '15' },
        timeZone: 'UTC',
      };
      expect((await imported(options, '2026-03-02')).values, midnight).toEqual({ '2026-03-02T00:00:00Z': 3 });
    }
  });

  it('with an offset are found where the queue lives on another date', async () => {
    const options = {
      columns: 'stamp VARCHAR(30)',
      rows: [`('2026-03-01T11:00:00Z', 3)`],
      keys: { TimeStampType: '0', Interval: '15' },
      timeZone: 'Pacific/Kiritimati',
    };
    expect((await imported(options, '2026-03-02')).values).toEqual({ '2026-03-01T11:00:00Z': 3 });
  });

  it('are found so on each day of a run, where the first text of the column has no offset', async () => {
    const days = [2, 3, 4, 5, 6];
    const marked = days.flatMap((day) => [
      `('2026-03-0${day - 1}T11:00:00Z', 3)`,
      `('2026-03-0${day}T08:00:00Z', 5)`,
    ]);
    const options = {
      columns: 'stamp VARCHAR(30)',
      rows: ["('2026-01-01T08:00:00', 1)", ...marked],
      keys: { TimeStampType: '0', Interval: '15' },
      timeZone: 'Pacific/Kiritimati',
    };
    const expected = days.flatMap((day) => [
      [`2026-03-0${day - 1}T11:00:00Z`, 3],
      [`2026-03-0${day}T08:00:00Z`, 5],
    ]);
    expect((await imported(options, '2026-03-02', '2026-03-06')).values).toEqual(
      Object.fromEntries(expected),
    );
  });
});

describe('rows of an hourly source without a TimeZone', () => {
  it('that all begin at half past are hours of another clock: told of, and nothing wrong is stored', async () => {
    const at = (iso: string) => Date.parse(iso) / 1000;
    const rows = ['2026-03-02T08:00:00Z', '2026-03-02T09:00:00Z'].map((iso) => `(${at(iso)}, 5)`);
    const { values, problems } = await imported(
      {
        columns: 'stamp INTEGER',
        rows,
        keys: { TimeStampType: '1', Interval: '60' },
        timeZone: 'Asia/Kolkata',
        minutes: 60,
      },
      '2026-03-02',
    );
    expect(values).toEqual({});
    expect(problems).toEqual({ ROW_ACROSS: 2 });
  });

  it('that begin anywhere are calls, and count where they begin', async () => {
    const at = (iso: string) => Date.parse(iso) / 1000;
    const rows = ['2026-03-02T08:00:00Z', '2026-03-02T09:07:13Z'].map((iso) => `(${at(iso)}, 5)`);
    const { values, problems } = await imported(
      {
        columns: 'stamp INTEGER',
        rows,
        keys: { TimeStampType: '1', Interval: '60' },
        timeZone: 'Asia/Kolkata',
        minutes: 60,
      },
      '2026-03-02',
    );
    expect(values).toEqual({ '2026-03-02T07:30:00Z': 5, '2026-03-02T08:30:00Z': 5 });
    expect(problems).toEqual({});
  });
});
