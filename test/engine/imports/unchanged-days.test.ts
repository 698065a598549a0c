import { describe, expect, it, onTestFinished } from 'vitest';
import { map, section, settings } from '../../support/acd.ts';
import type { HomeFiles } from '../../support/home.ts';
import { homeWith, importMadeUp, storedValues } from '../../support/home.ts';
import { type SqliteFile, sqliteFile } from '../../support/sqlite.ts';

/* A day that a source gives as it did at the last import is not computed again; nor is it left out when it would be another. */

const day = { from: '2026-03-02', to: '2026-03-02' };

function database(sql: string): SqliteFile {
  const made = sqliteFile(sql);
  onTestFinished(made.remove);
  return made;
}

function centre(
  source: SqliteFile,
  keys: Readonly<Record<string, string>>,
  sources: readonly string[],
  queue: { timeZone: string; intervalMinutes: 5 | 15 | 30 } = { timeZone: 'UTC', intervalMinutes: 15 },
): HomeFiles {
  return {
    settings: settings(
      section('ACD', {
        Source: source.connectionString,
        CallDataTable: 'calls',
        ValueTypes: 'offered',
        ...keys,
      }),
    ),
    mapping: map(...sources.map((text, index) => `0:${index + 1}:1=ACD:${text}`)),
    wfm: {
      queues: sources.map((name, index) => ({ id: index + 1, name, ...queue })),
      valueTypes: [{ id: 1, name: 'Calls' }],
    },
  };
}

describe('a day whose rows are those of the last import', () => {
  it('is computed again when a queue has got the key of another one', async () => {
    const acd = database(`
      CREATE TABLE queues (name VARCHAR(20), number INTEGER);
      INSERT INTO queues VALUES ('Sales', 1), ('Hotline', 1), ('Service', 2);
      CREATE TABLE calls (at TIMESTAMP, queue INTEGER, offered INTEGER);
      INSERT INTO calls VALUES ('2026-03-02 08:00:00', 1, 10), ('2026-03-02 08:00:00', 2, 20);`);
    const keys = {
      QueueSQL: 'SELECT name FROM queues ORDER BY name',
      QueueMappingSQL: 'SELECT name, number FROM queues',
      TimeStampColumn: 'at',
      QueueNameColumn: 'queue',
      Interval: '15',
    };
    const home = await homeWith(centre(acd, keys, ['Sales:offered', 'Hotline:offered', 'Service:offered']));
    await importMadeUp(home, day);
    expect(await storedValues(home, 2, 1)).toEqual({ '2026-03-02T08:00:00Z': 10 });
    acd.exec(`UPDATE queues SET number = 2 WHERE name = 'Hotline'`);
    await importMadeUp(home, day);
    expect(await storedValues(home, 2, 1)).toEqual({ '2026-03-02T08:00:00Z': 20 });
  });

  it('is read in full where only some time stamps have an offset', async () => {
    const acd = database(`
      CREATE TABLE calls (at VARCHAR(30), queue VARCHAR(20), offered INTEGER);
      INSERT INTO calls VALUES ('2026-03-02 08:00:00', 'Sales', 1), ('2026-03-02T10:00:00+02:00', 'Sales', 2),
        ('2026-03-03T00:30:00+02:00', 'Sales', 3);`);
    const keys = { TimeStampColumn: 'at', TimeStampType: '0', QueueNameColumn: 'queue', Interval: '15' };
    const home = await homeWith(centre(acd, keys, ['Sales:offered']));
    await importMadeUp(home, day);
    expect(await storedValues(home, 1, 1)).toMatchObject({ '2026-03-02T22:30:00Z': 3 });
    acd.exec(`UPDATE calls SET offered = 7 WHERE offered = 3`);
    await importMadeUp(home, day);
    expect(await storedValues(home, 1, 1)).toMatchObject({ '2026-03-02T22:30:00Z': 7 });
  });
});

describe('what a source sums', () => {
  it('may be something that stands in its function only', async () => {
    const acd = database(`
      CREATE TABLE calls (at TIMESTAMP, queue VARCHAR(20), caller VARCHAR(20));
      INSERT INTO calls VALUES ('2026-03-02 08:00:00', 'Sales', 'a'), ('2026-03-02 08:00:00', 'Sales', 'b'),
        ('2026-03-02 08:00:00', 'Sales', 'a');`);
    const keys = {
      TimeStampColumn: 'at',
      QueueNameColumn: 'queue',
      ValueTypes: 'DISTINCT caller',
      ValueTypeFunctions: 'count',
      Interval: '15',
    };
    const home = await homeWith(centre(acd, keys, ['Sales:DISTINCT caller']));
    expect(await importMadeUp(home, day)).toMatchObject({ status: 'completed', problems: [] });
    expect(await storedValues(home, 1, 1)).toEqual({ '2026-03-02T08:00:00Z': 2 });
  });
});

describe('calls one by one', () => {
  it('keep the offset of a time stamp without seconds, which is as long as one with them', async () => {
    const acd = database(`
      CREATE TABLE calls (at TIMESTAMP, queue VARCHAR(20), offered INTEGER);
      INSERT INTO calls VALUES ('2026-03-02 08:07+02', 'Sales', 1), ('2026-03-02 08:09+02', 'Sales', 1);`);
    const keys = { TimeStampColumn: 'at', QueueNameColumn: 'queue' };
    const home = await homeWith(centre(acd, keys, ['Sales:offered']));
    await importMadeUp(home, day);
    expect(await storedValues(home, 1, 1)).toEqual({ '2026-03-02T06:00:00Z': 2 });
  });

  it('of an hour that a day of another zone ends in are those of that day, where their time stamps are hours', async () => {
    const acd = database(`
      CREATE TABLE calls (at VARCHAR(10), queue VARCHAR(20), offered INTEGER);
      INSERT INTO calls VALUES ('2026030217', 'Sales', 1), ('2026030218', 'Sales', 2), ('2026030219', 'Sales', 4);`);
    const keys = {
      TimeStampColumn: 'at',
      TimeStampType: '0',
      TimeStampFormat: 'yyyymmddHH',
      TimeZone: 'UTC',
      QueueNameColumn: 'queue',
    };
    const queue = { timeZone: 'Asia/Kolkata', intervalMinutes: 30 } as const;
    const home = await homeWith(centre(acd, keys, ['Sales:offered'], queue));
    await importMadeUp(home, day);
    expect(await storedValues(home, 1, 1)).toEqual({ '2026-03-02T17:00:00Z': 1, '2026-03-02T18:00:00Z': 2 });
  });
});

describe('a row that begins before the day', () => {
  it('gives this day its share where the clocks differ by a quarter of an hour and rows are not of that', async () => {
    const acd = database(`
      CREATE TABLE calls (at TIMESTAMP, queue VARCHAR(20), offered INTEGER);
      INSERT INTO calls VALUES ('2026-03-01 18:10:00', 'Sales', 8), ('2026-03-01 18:20:00', 'Sales', 4);`);
    const keys = {
      TimeStampColumn: 'at',
      TimeZone: 'UTC',
      QueueNameColumn: 'queue',
      Interval: '10',
      CoarserInterval: 'split',
    };
    const queue = { timeZone: 'Asia/Kathmandu', intervalMinutes: 5 } as const;
    const home = await homeWith(centre(acd, keys, ['Sales:offered'], queue));
    await importMadeUp(home, day);
    expect(await storedValues(home, 1, 1)).toEqual({
      '2026-03-01T18:15:00Z': 4,
      '2026-03-01T18:20:00Z': 2,
      '2026-03-01T18:25:00Z': 2,
    });
  });
});

describe('an expression that is counted', () => {
  it('counts as the source would, whatever operators it has', async () => {
    const acd = database(`
      CREATE TABLE calls (at TIMESTAMP, queue VARCHAR(20), answered INTEGER);
      INSERT INTO calls VALUES ('2026-03-02 08:00:00', 'Sales', 1), ('2026-03-02 08:15:00', 'Sales', 0);`);
    const keys = {
      TimeStampColumn: 'at',
      QueueNameColumn: 'queue',
      ValueTypes: 'answered OR NULL',
      ValueTypeFunctions: 'count',
      Interval: '15',
    };
    const home = await homeWith(centre(acd, keys, ['Sales:answered OR NULL']));
    await importMadeUp(home, day);
    expect(await storedValues(home, 1, 1)).toEqual({ '2026-03-02T08:00:00Z': 1, '2026-03-02T08:15:00Z': 0 });
  });
});
