import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { map, section, settings } from '../../support/acd.ts';
import { homeWith, importCalls, storedValues } from '../../support/home.ts';
import { type MariadbServer, startMariadb } from '../../support/mariadb.ts';
import { type PostgresServer, startPostgres } from '../../support/postgres.ts';
import { sqliteFile } from '../../support/sqlite.ts';

/*
 * What becomes of figures as sources really hold them: decimals that no binary fraction is, texts with commas, texts that
 * are no numbers, numbers beyond 2^53. Each is right, or it is a problem and the interval keeps what is stored.
 */

type Function = 'SUM' | 'COUNT' | 'AVG' | 'MIN' | 'MAX';

interface Figures {
  readonly values: Record<string, number>;
  /** Code and count. */
  readonly problems: Record<string, number>;
}

/** Figures of the quarters from 08:00 of one day; the interval of each is left out of what comes back. */
async function imported(
  connectionString: string,
  table: string,
  how: Function = 'SUM',
  keys: Readonly<Record<string, string>> = {},
  minutes: 15 | 60 = 15,
): Promise<Figures> {
  const common = {
    Source: connectionString,
    QueueSQL: `SELECT DISTINCT queue FROM ${table}`,
    CallDataTable: table,
    QueueNameColumn: 'queue',
    QueueNameType: '0',
    TimeStampColumn: 'stamp',
    TimeStampType: '2',
    TimeZone: 'UTC',
    Interval: '15',
    ValueTypes: 'figure',
    ValueTypeFunctions: how,
  };
  const home = await homeWith({
    settings: settings(section('ACD', { ...common, ...keys })),
    mapping: map('0:1:1=ACD:Sales:figure'),
    wfm: {
      queues: [{ id: 1, name: 'Hotline', timeZone: 'UTC', intervalMinutes: minutes }],
      valueTypes: [{ id: 1, name: 'Figure' }],
      externalSystems: [{ name: 'ACD', interface: 'universal', phoneLink: true, timeLink: false }],
    },
  });
  const run = await importCalls(home, { from: '2026-03-02', to: '2026-03-02' });
  const stored = await storedValues(home, 1, 1);
  const problems: Record<string, number> = {};
  for (const { code, count } of run.problems) {
    // What is odd about values that are right is the checks' business.
    if (!code.startsWith('CHECK_')) problems[code] = (problems[code] ?? 0) + count;
  }
  return {
    values: Object.fromEntries(Object.entries(stored).map(([at, value]) => [at.slice(11, 16), value])),
    problems,
  };
}

/** Rows as SQL: a quarter, and the figure as it is written. */
type Row = readonly [quarter: string, figure: string];

function tableSql(name: string, type: string, rows: readonly Row[], stampType = 'TIMESTAMP'): string {
  const values = rows.map(([quarter, figure]) => `('2026-03-02 ${quarter}:00', 'Sales', ${figure})`);
  return `CREATE TABLE ${name} (stamp ${stampType}, queue VARCHAR(20), figure ${type});
    INSERT INTO ${name} VALUES ${values.join(', ')};`;
}

function sqlite(
  type: string,
  rows: readonly Row[],
  how?: Function,
  keys?: Record<string, string>,
  minutes?: 15 | 60,
) {
  const database = sqliteFile(tableSql('calls', type, rows));
  onTestFinished(database.remove);
  return imported(database.connectionString, 'calls', how, keys, minutes);
}

const texts: readonly Row[] = [
  ['08:00', "'1,5'"],
  ['08:00', "'2'"],
  ['08:15', "'1.234,5'"],
  ['08:30', "'10'"],
  ['08:30', "'9'"],
  ['08:30', 'NULL'],
  ['08:45', 'NULL'],
  ['09:00', "'n/a'"],
  ['09:00', "'7'"],
  ['09:15', "'-3,25'"],
];

/** The same in every database: no source is asked to sum texts. */
const ofTexts: Readonly<Record<Function, Figures>> = {
  SUM: {
    values: { '08:00': 3.5, '08:15': 1234.5, '08:30': 19, '09:15': -3.25 },
    problems: { VALUE_NOT_A_NUMBER: 1 },
  },
  AVG: {
    values: { '08:00': 1.75, '08:15': 1234.5, '08:30': 9.5, '09:15': -3.25 },
    problems: { VALUE_NOT_A_NUMBER: 1 },
  },
  MIN: {
    values: { '08:00': 1.5, '08:15': 1234.5, '08:30': 9, '09:15': -3.25 },
    problems: { VALUE_NOT_A_NUMBER: 1 },
  },
  MAX: {
    values: { '08:00': 2, '08:15': 1234.5, '08:30': 10, '09:15': -3.25 },
    problems: { VALUE_NOT_A_NUMBER: 1 },
  },
  COUNT: {
    values: { '08:00': 2, '08:15': 1, '08:30': 2, '08:45': 0, '09:00': 2, '09:15': 1 },
    problems: {},
  },
};
const functions = Object.keys(ofTexts) as Function[];

describe('figures in a column of text', () => {
  let mariadb: MariadbServer;
  let postgres: PostgresServer;
  beforeAll(async () => {
    [mariadb, postgres] = await Promise.all([startMariadb(), startPostgres()]);
    await mariadb.exec(tableSql('calls', 'VARCHAR(20)', texts, 'DATETIME'));
    await postgres.exec(tableSql('calls', 'VARCHAR(20)', texts));
  });
  afterAll(() => Promise.all([mariadb.stop(), postgres.stop()]));

  for (const how of functions) {
    it(`are read one by one for ${how}: SQLite, which sums '1,5' to 1`, async () => {
      expect(await sqlite('VARCHAR(20)', texts, how)).toEqual(ofTexts[how]);
    });
    it(`are read one by one for ${how}: MariaDB, which does the same`, async () => {
      expect(await imported(mariadb.connectionString, 'calls', how)).toEqual(ofTexts[how]);
    });
    it(`are read one by one for ${how}: PostgreSQL, which refuses to sum texts`, async () => {
      expect(await imported(postgres.connectionString, 'calls', how)).toEqual(ofTexts[how]);
    });
  }

  it('are found in a column of integers too, where SQLite keeps what is no number', async () => {
    const rows: Row[] = [
      ['08:00', '1'],
      ['08:15', "'n/a'"],
      ['08:15', '5'],
      ['08:30', "'12'"],
    ];
    expect(await sqlite('INTEGER', rows)).toEqual({
      values: { '08:00': 1, '08:30': 12 },
      problems: { VALUE_NOT_A_NUMBER: 1 },
    });
  });

  it('are no numbers where they are ambiguous: by themselves, or beside others with a decimal comma', async () => {
    expect(
      await sqlite('VARCHAR(20)', [
        ['08:00', "'1,234'"],
        ['08:15', "'1.234'"],
      ]),
    ).toEqual({
      values: { '08:15': 1.23 },
      problems: { VALUE_NOT_A_NUMBER: 1 },
    });
    const rows: Row[] = [
      ['08:00', "'2,5'"],
      ['08:15', "'1.234'"],
      ['08:30', "'7'"],
    ];
    expect(await sqlite('VARCHAR(20)', rows)).toEqual({
      values: { '08:00': 2.5, '08:30': 7 },
      problems: { VALUE_NOT_A_NUMBER: 1 },
    });
  });

  it('are divided as sums are: those of one time stamp together', async () => {
    const rows: Row[] = [
      ['08:00', "'3'"],
      ['08:00', "'3'"],
      ['09:00', "'10,5'"],
    ];
    const keys = { Interval: '60', CoarserInterval: 'split' };
    const { values } = await sqlite('VARCHAR(20)', rows, 'SUM', keys);
    expect(values).toEqual({
      '08:00': 3,
      '08:15': 1,
      '08:30': 1,
      '08:45': 1,
      '09:00': 2.64,
      '09:15': 2.62,
      '09:30': 2.62,
      '09:45': 2.62,
    });
  });
});

describe('decimals', () => {
  it('do not drift, however many are added: neither in the source nor here', async () => {
    const tenths = Array.from({ length: 9990 }, (): Row => ['08:00', '0.1']);
    expect((await sqlite('REAL', tenths)).values).toEqual({ '08:00': 999 });
    // Four quarters of one hour are added here.
    const quarters = tenths.map((_, index): Row => [`08:${['00', '15', '30', '45'][index % 4]}`, '0.1']);
    expect((await sqlite('REAL', quarters, 'SUM', {}, 60)).values).toEqual({ '08:00': 999 });
  });

  it('are cut off behind the second one, not rounded, and negative ones toward zero', async () => {
    const rows: Row[] = [
      ['08:00', '1.999'],
      ['08:15', '-1.999'],
      ['08:30', '1.15'],
      ['08:45', '-0.001'],
    ];
    expect((await sqlite('REAL', rows)).values).toEqual({
      '08:00': 1.99,
      '08:15': -1.99,
      '08:30': 1.15,
      '08:45': 0,
    });
  });
});

describe('whole numbers', () => {
  const most = '9007199254740991';
  const half = '45035996273704';

  it('are exact as far as what is stored can be, in hundredths; beyond 2^53 they are a problem', async () => {
    const rows: Row[] = [
      ['08:00', '90071992547409'],
      ['08:15', most],
      ['08:30', '9007199254740993'],
      ['08:45', half],
      ['08:45', half],
    ];
    expect(await sqlite('BIGINT', rows)).toEqual({
      values: { '08:00': 90_071_992_547_409, '08:45': 90_071_992_547_408 },
      problems: { VALUE_TOO_LARGE: 2 },
    });
  });

  it('beyond 2^53 are a problem in a text as well, and where others would bring them back', async () => {
    const rows: Row[] = [
      ['08:00', "'9007199254740993'"],
      ['08:00', "'-9007199254740990'"],
      ['08:15', "'4,5'"],
    ];
    expect(await sqlite('VARCHAR(30)', rows)).toEqual({
      values: { '08:15': 4.5 },
      problems: { VALUE_TOO_LARGE: 1 },
    });
  });

  it('whose sum the source cannot hold are read one by one: the other intervals are right', async () => {
    const rows: Row[] = [
      ['08:00', '9223372036854775807'],
      ['08:00', '9223372036854775807'],
      ['08:15', '3'],
      ['08:15', '4'],
    ];
    expect(await sqlite('BIGINT', rows)).toEqual({
      values: { '08:15': 7 },
      problems: { VALUE_TOO_LARGE: 2 },
    });
  });
});

describe('large numbers with decimals, of which SQLite writes 15 digits', () => {
  it('are not taken for whole ones: right where they are, else a problem', async () => {
    const rows: Row[] = [
      ['08:00', '12345678901234.96'],
      ['08:15', '6172839450617.48'],
      ['08:15', '6172839450617.48'],
      ['08:30', '90071992547409.0'],
      ['08:45', '9999999999999.25'],
      ['09:00', '45035996273704.0'],
      ['09:00', '45035996273704.0'],
      ['09:15', '1234567890123456.0'],
      ['09:30', '2.5'],
    ];
    expect(await sqlite('REAL', rows)).toEqual({
      values: {
        '08:30': 90_071_992_547_409,
        '08:45': 9_999_999_999_999.25,
        '09:00': 90_071_992_547_408,
        '09:30': 2.5,
      },
      problems: { VALUE_TOO_LARGE: 3 },
    });
  });

  it('so too where rows are read one by one, beside texts', async () => {
    const rows: Row[] = [
      ['08:00', '12345678901234.96'],
      ['08:15', '45035996273704.0'],
      ['08:30', "'1,5'"],
      ['08:45', '0.1'],
    ];
    expect(await sqlite('', rows)).toEqual({
      values: { '08:15': 45_035_996_273_704, '08:30': 1.5, '08:45': 0.1 },
      problems: { VALUE_TOO_LARGE: 1 },
    });
  });
});

describe('nulls', () => {
  it('are no figures: alone they leave the interval as it is, beside others they do not count', async () => {
    const rows: Row[] = [
      ['08:00', 'NULL'],
      ['08:15', 'NULL'],
      ['08:15', '3'],
    ];
    expect(await sqlite('INTEGER', rows)).toEqual({ values: { '08:15': 3 }, problems: {} });
    expect((await sqlite('INTEGER', rows, 'AVG')).values).toEqual({ '08:15': 3 });
  });
});
