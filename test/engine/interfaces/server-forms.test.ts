import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { map, section, settings } from '../../support/acd.ts';
import { homeWith, importCalls, storedValues } from '../../support/home.ts';
import { startMariadb } from '../../support/mariadb.ts';
import { startPostgres } from '../../support/postgres.ts';
import { sqliteFile } from '../../support/sqlite.ts';

/*
 * Expressions that sections have in the words of one product: each is imported through that product's real driver, and
 * all have to come to the same values.
 */

/** Two queues; rows are calls with the interval's end, the day and its minute, quoted names, and a verb. */
const schema = (types: { readonly dateTime: string; readonly quote: (name: string) => string }) => `
  CREATE TABLE ${types.quote('Queue List')} (g_name VARCHAR(20), group_id INTEGER);
  INSERT INTO ${types.quote('Queue List')} VALUES ('Sales', 7), ('Support', 8);
  CREATE TABLE calls (${types.quote('End Stamp')} ${types.dateTime}, d ${types.dateTime}, t INTEGER, g INTEGER,
    queue VARCHAR(20), verb VARCHAR(20), duration INTEGER);
  INSERT INTO calls VALUES
    ('2026-03-02 08:15:00', '2026-03-02 00:00:00', 480, 7, 'Sales', 'ENTERQUEUE', 30),
    ('2026-03-02 08:15:00', '2026-03-02 00:00:00', 480, 7, 'Sales', 'ENTERQUEUE', 0),
    ('2026-03-02 08:15:00', '2026-03-02 00:00:00', 480, 7, 'Sales', 'EXIT', 15),
    ('2026-03-02 08:30:00', '2026-03-02 00:00:00', 495, 7, 'Sales', 'ENTERQUEUE', 9),
    ('2026-03-02 08:15:00', '2026-03-02 00:00:00', 480, 8, 'Support', 'ENTERQUEUE', 99);`;

/** Rows, answered rows (longer than nothing) and rows that entered, by interval. */
const expected = {
  rows: { '2026-03-02T08:00:00Z': 3, '2026-03-02T08:15:00Z': 1 },
  answered: { '2026-03-02T08:00:00Z': 2, '2026-03-02T08:15:00Z': 1 },
  entered: { '2026-03-02T08:00:00Z': 2, '2026-03-02T08:15:00Z': 1 },
};

interface Form {
  readonly what: string;
  readonly keys: Readonly<Record<string, string>>;
  readonly valueType: string;
  readonly gives: keyof typeof expected;
}

interface Words {
  /** The start of an interval of which the source knows the end. */
  readonly start: string;
  /** Unix seconds of a day and its minute. */
  readonly unix: string;
  /** One if longer than nothing. */
  readonly isAnswered: string;
  /** The key as text, and its type for the section. */
  readonly keyText: string;
  /** The name of a table that has a blank. */
  readonly list: string;
  readonly like: string;
}

function formsOf({ start, unix, isAnswered, keyText, list, like }: Words): Form[] {
  const stamp = { TimeStampColumn: start, TimeStampType: '2' };
  const queue = { QueueNameColumn: 'queue' };
  const counted = { ValueTypes: '', ValueTypeFunctions: 'count' };
  return [
    {
      what: `TimeStampColumn=${start}`,
      keys: { ...stamp, ...queue, ...counted },
      valueType: 'count',
      gives: 'rows',
    },
    {
      what: `TimeStampColumn=${unix}`,
      keys: { TimeStampColumn: unix, TimeStampType: '1', ...queue, ...counted },
      valueType: 'count',
      gives: 'rows',
    },
    {
      what: `ValueTypes=${isAnswered}`,
      keys: { ...stamp, ...queue, ValueTypes: `${isAnswered};duration` },
      valueType: isAnswered,
      gives: 'answered',
    },
    {
      what: `QueueNameColumn=(verb like ${like}) AND queue`,
      keys: { ...stamp, ...counted, QueueNameColumn: `(verb like ${like}) AND queue` },
      valueType: 'count',
      gives: 'entered',
    },
    {
      what: 'QueueNameColumn=g;g_name, the key and its name',
      keys: {
        ...stamp,
        ...counted,
        QueueSQL: `SELECT g_name FROM ${list};`,
        QueueMappingSQL: `SELECT g_name,group_id FROM ${list};`,
        QueueNameColumn: 'g;g_name',
        QueueNameType: '0;1',
        RetrieveValueTypesUsing: '1',
      },
      valueType: 'count',
      gives: 'rows',
    },
    {
      what: `QueueNameColumn=${keyText}`,
      keys: {
        ...stamp,
        ...counted,
        QueueMappingSQL: `SELECT g_name,group_id FROM ${list}`,
        QueueNameColumn: keyText,
        QueueNameType: '0',
      },
      valueType: 'count',
      gives: 'rows',
    },
  ];
}

const databases: Readonly<
  Record<
    string,
    {
      readonly words: Words;
      readonly start: () => Promise<{ connectionString: string; stop: () => unknown }>;
    }
  >
> = {
  PostgreSQL: {
    words: {
      start: `"End Stamp" - INTERVAL '15 minutes'`,
      unix: '(EXTRACT(EPOCH FROM d)+(t*60))',
      isAnswered: 'CASE WHEN duration>0 THEN 1 ELSE 0 END',
      keyText: 'CAST(g AS VARCHAR(5))',
      list: '"Queue List"',
      like: "'ENTERQUEUE'",
    },
    async start() {
      const server = await startPostgres();
      await server.exec(schema({ dateTime: 'TIMESTAMP', quote: (name) => `"${name}"` }));
      return server;
    },
  },
  MariaDB: {
    words: {
      start: 'DATE_ADD(`End Stamp`, INTERVAL -15 MINUTE)',
      unix: "(TIMESTAMPDIFF(SECOND,'1970-01-01',d)+(t*60))",
      isAnswered: 'IF(duration>0,1,0)',
      keyText: 'CONCAT(g)',
      list: '`Queue List`',
      like: '"ENTERQUEUE"',
    },
    async start() {
      const server = await startMariadb();
      await server.exec(schema({ dateTime: 'DATETIME', quote: (name) => `\`${name}\`` }));
      return server;
    },
  },
  SQLite: {
    words: {
      start: "datetime([End Stamp], '-15 minutes')",
      unix: "(strftime('%s',d)+(t*60))",
      isAnswered: 'IIF(duration>0,1,0)',
      keyText: 'CAST(g AS TEXT)',
      list: '[Queue List]',
      like: '"ENTERQUEUE"',
    },
    async start() {
      const file = sqliteFile(schema({ dateTime: 'TIMESTAMP', quote: (name) => `"${name}"` }));
      return { connectionString: file.connectionString, stop: file.remove };
    },
  },
};

for (const [product, { words, start }] of Object.entries(databases)) {
  describe(`an import from ${product} with its own expressions`, () => {
    let database: Awaited<ReturnType<typeof start>>;
    beforeAll(async () => {
      database = await start();
    });
    afterAll(() => database?.stop());

    for (const { what, keys, valueType, gives } of formsOf(words)) {
      it(what, async () => {
        const home = await homeWith({
          settings: settings(
            section('ACD', {
              Source: database.connectionString,
              CallDataTable: 'calls',
              TimeZone: '0',
              Interval: '15 ;(minutes)',
              ...keys,
            }),
          ),
          mapping: map(`0:1:1=ACD:Sales:${valueType}`),
          wfm: {
            queues: [{ id: 1, name: 'Hotline', timeZone: 'UTC', intervalMinutes: 15 }],
            valueTypes: [{ id: 1, name: 'Calls' }],
          },
        });
        const run = await importCalls(home, { from: '2026-03-02', to: '2026-03-02' });
        expect(run).toMatchObject({ status: 'completed', problems: [] });
        expect(await storedValues(home, 1, 1)).toEqual(expected[gives]);
      });
    }
  });
}
