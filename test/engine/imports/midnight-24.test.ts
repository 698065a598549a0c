import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { map, section, settings } from '../../support/acd.ts';
import { homeWith, importCalls, storedValues } from '../../support/home.ts';
import { type PostgresServer, startPostgres } from '../../support/postgres.ts';
import { sqliteFile } from '../../support/sqlite.ts';

/*
 * Sources that write midnight as 24:00 of the day before, and ends of intervals as their last minute or second. The row is
 * found with the day that it counts in, whatever its text says, and nothing else of the day before is read.
 */

interface Options {
  /** Of the column `stamp`; two columns: `day DATE, clock INTEGER`. */
  readonly columns?: string;
  /** Time stamps, each with a figure of its own: 1, 2, 4 … */
  readonly stamps: readonly string[];
  readonly keys: Readonly<Record<string, string>>;
  readonly zone?: string;
}

const day = '2025-10-25';

async function imported({ columns = 'stamp VARCHAR(30)', stamps, keys, zone = 'UTC' }: Options, on = day) {
  const values = stamps.map((stamp, index) => `('Sales', ${stamp}, ${2 ** index})`);
  const database = sqliteFile(`CREATE TABLE calls (queue VARCHAR(20), ${columns}, offered INTEGER);
    INSERT INTO calls VALUES ${values.join(', ')};`);
  onTestFinished(database.remove);
  const home = await homeWith({
    settings: settings(
      section('ACD', {
        Source: database.connectionString,
        QueueSQL: 'SELECT DISTINCT queue FROM calls',
        CallDataTable: 'calls',
        QueueNameColumn: 'queue',
        TimeStampColumn: 'stamp',
        ValueTypes: 'offered',
        Interval: '15',
        TimeZone: zone,
        ...keys,
      }),
    ),
    mapping: map('0:1:1=ACD:Sales:offered'),
    wfm: {
      queues: [{ id: 1, name: 'Hotline', timeZone: 'UTC', intervalMinutes: 15 }],
      valueTypes: [{ id: 1, name: 'Calls offered' }],
      externalSystems: [{ name: 'ACD', interface: 'universal', phoneLink: true, timeLink: false }],
    },
  });
  const run = await importCalls(home, { from: on, to: on });
  const problems = run.problems.filter(({ code }) => !code.startsWith('CHECK_'));
  const stored = await storedValues(home, 1, 1);
  return { rowsRead: run.rowsRead, problems: problems.map(({ code }) => code), stored };
}

/** Midnight between the 24th and the 25th, and around it; `TimeStampFormat`, undefined for date/times that need none. */
const forms: readonly { format?: string; before: string; midnight: string; after: string }[] = [
  { format: 'yyyymmddHHMM', before: '202510242345', midnight: '202510242400', after: '202510250015' },
  { format: 'yyyymmdd;HHMM', before: '20251024 2345', midnight: '20251024 2400', after: '20251025 0015' },
  {
    format: 'yyyy-mm-dd HH:MM:SS',
    before: '2025-10-24 23:45:00',
    midnight: '2025-10-24 24:00:00',
    after: '2025-10-25 00:15:00',
  },
  {
    format: 'dd.mm.yyyy HH:MM',
    before: '24.10.2025 23:45',
    midnight: '24.10.2025 24:00',
    after: '25.10.2025 00:15',
  },
  {
    format: 'HH:MM d.m.yyyy',
    before: '23:45 24.10.2025',
    midnight: '24:00 24.10.2025',
    after: '00:15 25.10.2025',
  },
  { before: '2025-10-24 23:45:00', midnight: '2025-10-24 24:00:00', after: '2025-10-25 00:15:00' },
  { before: '2025-10-24 23:45', midnight: '2025-10-24 24:00', after: '2025-10-25 00:15' },
  { before: '2025-10-24T23:45:00', midnight: '2025-10-24T24:00:00', after: '2025-10-25T00:15:00' },
  { before: '2025-10-24T23:45', midnight: '2025-10-24T24:00', after: '2025-10-25T00:15' },
];

describe('midnight as 24:00 of the day before', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server?.stop());

  for (const { format, before, midnight, after } of forms) {
    const keys = { TimeStampType: '0', ...(format === undefined ? {} : { TimeStampFormat: format }) };

    it(`begins the first interval of a day: ${midnight}`, async () => {
      const stamps = [before, midnight, after].map((stamp) => `'${stamp}'`);
      expect(await imported({ stamps, keys })).toEqual({
        rowsRead: 2,
        problems: [],
        stored: { '2025-10-25T00:00:00Z': 2, '2025-10-25T00:15:00Z': 4 },
      });
      expect((await imported({ stamps, keys }, '2025-10-24')).stored).toEqual({ '2025-10-24T23:45:00Z': 1 });
    });

    it(`ends the last interval of a day: ${midnight}`, async () => {
      const stamps = [before, midnight, after].map((stamp) => `'${stamp}'`);
      const ends = { ...keys, TimeStampIs: 'end' };
      expect((await imported({ stamps, keys: ends }, '2025-10-24')).stored).toEqual({
        '2025-10-24T23:30:00Z': 1,
        '2025-10-24T23:45:00Z': 2,
      });
      expect((await imported({ stamps, keys: ends })).stored).toEqual({ '2025-10-25T00:00:00Z': 4 });
    });
  }

  it('is found in a column of date/times as SQLite has them, and as an instant', async () => {
    const stamps = ["'2025-10-24 24:00:00'", "'2025-10-25 00:15:00'"];
    const keys = { TimeStampType: '2' };
    expect((await imported({ columns: 'stamp TIMESTAMP', stamps, keys })).stored).toEqual({
      '2025-10-25T00:00:00Z': 1,
      '2025-10-25T00:15:00Z': 2,
    });
    const instants = ["'2025-10-24T24:00:00Z'", "'2025-10-25T00:15:00Z'"];
    expect((await imported({ stamps: instants, keys: { TimeStampType: '0' } })).stored).toEqual({
      '2025-10-25T00:00:00Z': 1,
      '2025-10-25T00:15:00Z': 2,
    });
  });

  it('is found where the day of the queue begins at another hour of the source', async () => {
    const stamps = ["'202510241700'", "'202510242400'", "'202510251645'"];
    const keys = { TimeStampType: '0', TimeStampFormat: 'yyyymmddHHMM' };
    expect((await imported({ stamps, keys, zone: '-07:00' })).stored).toEqual({
      '2025-10-25T00:00:00Z': 1,
      '2025-10-25T07:00:00Z': 2,
      '2025-10-25T23:45:00Z': 4,
    });
  });

  interface CmsRow {
    readonly date: string;
    readonly starttime: string;
    readonly offered: number;
  }

  /** Tables of a CMS, copied with times and lengths of this type. */
  const cmsTables = (type: string, rows: readonly CmsRow[]) => `
    CREATE TABLE hsplit (row_date DATE, starttime ${type}, intrvl ${type}, acd INTEGER, split INTEGER,
      callsoffered INTEGER);
    CREATE TABLE hvdn (row_date DATE, starttime ${type}, intrvl ${type}, acd INTEGER, vdn VARCHAR(10));
    CREATE TABLE synonyms (acd_no INTEGER, item_type VARCHAR(10), item_name VARCHAR(40), value VARCHAR(40));
    INSERT INTO hsplit VALUES ${rows.map(({ date, starttime, offered }) => `('${date}', '${starttime}', '15', 1, 1, ${offered})`).join(', ')};`;

  async function importedFromCms(connectionString: string, zone: string) {
    const tables = { SplitTable: 'hsplit', VDNTable: 'hvdn', SynonymsTable: 'synonyms', TimeZone: zone };
    const home = await homeWith({
      settings: settings(section('CMS', { Source: connectionString, ...tables })),
      mapping: map('0:1:1=CMS:1:Split:1:CALLSOFFERED'),
      wfm: {
        queues: [{ id: 1, name: 'Hotline', timeZone: 'UTC', intervalMinutes: 15 }],
        valueTypes: [{ id: 1, name: 'Offered' }],
        externalSystems: [{ name: 'CMS', interface: 'avaya-cms', phoneLink: true, timeLink: false }],
      },
    });
    const { rowsRead, problems } = await importCalls(home, { from: day, to: day });
    return { rowsRead, problems, stored: await storedValues(home, 1, 1) };
  }

  it('is 2400 beside a date, and the figures of that date are read with its own day only', async () => {
    const database = sqliteFile(
      cmsTables('INTEGER', [
        { date: '2025-10-24', starttime: '2345', offered: 1 },
        { date: '2025-10-24', starttime: '2400', offered: 2 },
        { date: '2025-10-25', starttime: '15', offered: 4 },
        { date: '2025-10-25', starttime: '2345', offered: 8 },
        { date: '2025-10-26', starttime: '0', offered: 16 },
      ]),
    );
    onTestFinished(database.remove);
    expect(await importedFromCms(database.connectionString, 'UTC')).toMatchObject({
      rowsRead: 3,
      stored: { '2025-10-25T00:00:00Z': 2, '2025-10-25T00:15:00Z': 4, '2025-10-25T23:45:00Z': 8 },
    });
  });

  it('is found where times and lengths were copied as texts, of which 0930 sorts before 930', async () => {
    const tables = cmsTables('VARCHAR(4)', [
      { date: '2025-10-25', starttime: '0915', offered: 1 },
      { date: '2025-10-25', starttime: '0930', offered: 2 },
      { date: '2025-10-25', starttime: '1000', offered: 4 },
      { date: '2025-10-25', starttime: '2400', offered: 8 },
      { date: '2025-10-26', starttime: '0915', offered: 16 },
      { date: '2025-10-26', starttime: '0930', offered: 32 },
    ]);
    const database = sqliteFile(tables);
    onTestFinished(database.remove);
    await server.exec(tables);
    for (const { connectionString } of [database, server]) {
      // The day of the queue begins at 9:30 of the source's clock.
      expect(await importedFromCms(connectionString, '+09:30')).toMatchObject({
        problems: [],
        stored: {
          '2025-10-25T00:00:00Z': 2,
          '2025-10-25T00:30:00Z': 4,
          '2025-10-25T14:30:00Z': 8,
          '2025-10-25T23:45:00Z': 16,
        },
      });
    }
  });
});

describe('TimeStampIs=end', () => {
  const ends = { TimeStampIs: 'end', TimeStampType: '0' };

  it('is the last minute of an interval where a source writes that: 00:14 to 23:59', async () => {
    const stamps = ["'2025-10-24 23:59'", "'2025-10-25 00:14'", "'2025-10-25 00:29'", "'2025-10-25 23:59'"];
    expect(await imported({ stamps, keys: ends })).toEqual({
      rowsRead: 3,
      problems: [],
      stored: { '2025-10-25T00:00:00Z': 2, '2025-10-25T00:15:00Z': 4, '2025-10-25T23:45:00Z': 8 },
    });
  });

  it('or the last second, of some intervals only too', async () => {
    const stamps = ["'2025-10-25 00:14:59'", "'2025-10-25 00:30:00'", "'2025-10-25 23:59:59.997'"];
    expect((await imported({ stamps, keys: ends })).stored).toEqual({
      '2025-10-25T00:00:00Z': 1,
      '2025-10-25T00:15:00Z': 2,
      '2025-10-25T23:45:00Z': 4,
    });
  });

  it('so too before a change of the clock', async () => {
    const stamps = ["'2025-10-26 01:59'", "'2025-10-26 03:14'"];
    const { stored } = await imported({ stamps, keys: ends, zone: 'Europe/Paris' }, '2025-10-26');
    expect(stored).toEqual({ '2025-10-26T02:00:00Z': 2 });
    const spring = await imported(
      { stamps: ["'2026-03-29 01:59'", "'2026-03-29 03:14'"], keys: ends, zone: 'Europe/Paris' },
      '2026-03-29',
    );
    expect(spring.stored).toEqual({ '2026-03-29T00:45:00Z': 1, '2026-03-29T01:00:00Z': 2 });
  });
});

it('Texts matched by their date are not read of all the day before, for the row that reaches in', async () => {
  const stamps = ["'24.10.2025 08:99'", "'24.10.2025 23:30'", "'25.10.2025 08:00'"];
  const format = { TimeStampType: '0', TimeStampFormat: 'dd.mm.yyyy HH:MM' };
  const keys = { ...format, Interval: '30', CoarserInterval: 'split' };
  const { problems, stored } = await imported({ stamps, keys });
  expect(stored).toEqual({ '2025-10-25T08:00:00Z': 2, '2025-10-25T08:15:00Z': 2 });
  // That of 08:99 cannot be read: it is told of on its own day.
  expect(problems).toEqual(['ROW_SPLIT']);
});
