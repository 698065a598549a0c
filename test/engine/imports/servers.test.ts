import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { map, section, settings } from '../../support/acd.ts';
import { type HomeFiles, homeWith, importCalls, readHomeText, storedValues } from '../../support/home.ts';
import { type MariadbServer, startMariadb } from '../../support/mariadb.ts';
import { type PostgresServer, startPostgres } from '../../support/postgres.ts';
import { type SqliteFile, sqliteFile } from '../../support/sqlite.ts';

/*
 * One small ACD in three databases behind their real drivers, read in the ways that sections describe. What has to
 * come out is reckoned here in whole hundredths, from the rows as they were written.
 */

const intervalMinutes = 15;
const firstMs = Date.UTC(2026, 2, 1);
const days = { from: '2026-03-01', to: '2026-03-02' };

/** Names as ACDs have them. The last one is there in the other spelling of some of its rows. */
const queues = ['Sales', 'Été – ventes', 'A:B', 'x=y', `O'Hara "VIP"`, 'Zürich Süd 日本', 'a\\b%_'] as const;

interface Row {
  readonly atMs: number;
  readonly queue: number;
  readonly offered: number | null;
  readonly bytes: bigint;
  readonly talkCents: number | null;
}

/** Rows every five minutes or so, a third of them with a NULL, from a fixed seed. */
function makeRows(): Row[] {
  let state = 20260301;
  const random = (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
  const rows: Row[] = [];
  for (let at = firstMs; at < firstMs + 2 * 86_400_000; at += 300_000) {
    for (let queue = 0; queue < queues.length; queue += 1) {
      if (random(4) === 0) continue;
      rows.push({
        atMs: at + random(300) * 1000,
        queue,
        offered: random(6) === 0 ? null : random(30),
        bytes: 3_000_000_000n + BigInt(random(1000)),
        talkCents: random(6) === 0 ? null : random(100_000),
      });
    }
  }
  return rows;
}
const rows = makeRows();

const two = (value: number) => String(value).padStart(2, '0');
function stamps(atMs: number) {
  const [date = '', time = ''] = new Date(atMs).toISOString().slice(0, 19).split('T');
  const [year, month, day] = date.split('-');
  const at = new Date(atMs);
  const half = at.getUTCHours() < 12 ? 'AM' : 'PM';
  return {
    iso: `${date} ${time}`,
    isoT: `${date}T${time}`,
    german: `${day}.${month}.${year} ${time.slice(0, 5)}`,
    american: `${at.getUTCMonth() + 1}/${at.getUTCDate()}/${year} ${at.getUTCHours() % 12 || 12}:${two(at.getUTCMinutes())} ${half}`,
    compact: `${year}${month}${day}${time.slice(0, 2)}${time.slice(3, 5)}`,
    day: `${day}.${month}.${year}`,
    clock: time.slice(0, 5),
  };
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

interface Types {
  readonly dateTime: string;
  readonly decimal: string;
  readonly text: string;
  /** Backslash in a string literal. */
  readonly literal: (text: string) => string;
}

function schema(types: Types): string {
  const values = rows.map(({ atMs, queue, offered, bytes, talkCents }) => {
    const at = stamps(atMs);
    const talk = talkCents === null ? 'NULL' : (talkCents / 100).toFixed(2);
    const name = types.literal(queues[queue]!);
    return `('${at.iso}', ${atMs / 1000}, '${at.iso}', '${at.isoT}', '${at.german}', '${at.american}', '${at.compact}', '${at.day}', '${at.clock}', ${name}, ${name}, ${queue + 101}, '${two(queue + 1)}', ${queue % 2 === 0 ? "'North'" : "'South'"}, ${offered ?? 'NULL'}, ${bytes}, ${talk}, 'x')`;
  });
  const list = queues.map(
    (name, index) =>
      `(${types.literal(name)}, ${index + 101}, '${two(index + 1)}', ${index % 2 === 0 ? "'North'" : "'South'"})`,
  );
  return `
    CREATE TABLE queues (name VARCHAR(40), id INTEGER, code VARCHAR(8), site VARCHAR(20));
    INSERT INTO queues VALUES ${list.join(',')};
    CREATE TABLE calls (
      at_time ${types.dateTime}, at_unix BIGINT, at_iso VARCHAR(30), at_iso_t ${types.text}, at_german VARCHAR(20),
      at_american VARCHAR(20), at_compact VARCHAR(12), at_day VARCHAR(10), at_clock VARCHAR(5),
      queue VARCHAR(40), queue_padded CHAR(30), queue_id INTEGER, queue_code VARCHAR(8), site VARCHAR(20),
      offered INTEGER, bytes BIGINT, talk ${types.decimal}, note ${types.text});
    INSERT INTO calls VALUES ${values.join(',')};`;
}

/** A value type, and what its figure in an interval is, in hundredths; undefined where there is none. */
interface Figure {
  readonly name: string;
  readonly function: string;
  readonly hundredths: (found: readonly Row[]) => number | undefined;
}

const given = <T>(values: readonly (T | null)[]): T[] => values.filter((value) => value !== null);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const some = (values: readonly number[], how: (values: readonly number[]) => number) =>
  values.length === 0 ? undefined : how(values);

const figures: readonly Figure[] = [
  {
    name: 'offered',
    function: 'SUM',
    hundredths: (found) => some(given(found.map((row) => row.offered)), (all) => sum(all) * 100),
  },
  {
    name: 'offered+0',
    function: 'count',
    hundredths: (found) => given(found.map((row) => row.offered)).length * 100,
  },
  {
    name: 'talk',
    function: 'sum',
    hundredths: (found) => some(given(found.map((row) => row.talkCents)), sum),
  },
  {
    name: 'talk+0',
    function: 'AVG',
    hundredths: (found) =>
      some(given(found.map((row) => row.talkCents)), (all) => Math.floor(sum(all) / all.length)),
  },
  {
    name: 'talk-0',
    function: 'MIN',
    hundredths: (found) => some(given(found.map((row) => row.talkCents)), (all) => Math.min(...all)),
  },
  {
    name: '(talk)',
    function: 'Max',
    hundredths: (found) => some(given(found.map((row) => row.talkCents)), (all) => Math.max(...all)),
  },
  {
    name: 'bytes',
    function: 'SUM',
    hundredths: (found) => Number(found.reduce((total, row) => total + row.bytes, 0n)) * 100,
  },
  {
    name: 'CASE WHEN offered >= 10 THEN 1 ELSE 0 END',
    function: 'SUM',
    hundredths: (found) => found.filter((row) => (row.offered ?? 0) >= 10).length * 100,
  },
];

/** Values of one queue and figure as the store has to have them. */
function expected(queue: number, figure: Figure): Record<string, number> {
  const step = intervalMinutes * 60_000;
  const byStart = Map.groupBy(
    rows.filter((row) => row.queue === queue),
    (row) => Math.floor(row.atMs / step) * step,
  );
  return Object.fromEntries(
    [...byStart].flatMap(([start, found]) => {
      const hundredths = figure.hundredths(found);
      const at = new Date(start).toISOString().replace('.000Z', 'Z');
      return hundredths === undefined ? [] : [[at, hundredths / 100]];
    }),
  );
}

interface Reading {
  readonly keys: Readonly<Record<string, string>>;
  /** As it stands in `acd_map.ini`. */
  readonly pathOf?: (queue: number) => string;
}

function home(connectionString: string, reading: Reading): HomeFiles {
  const pathOf = reading.pathOf ?? ((queue: number) => queues[queue]!);
  return {
    settings: settings(
      section('ACD', {
        Source: connectionString,
        CallDataTable: 'calls',
        ValueTypes: figures.map((figure) => figure.name).join(';'),
        ValueTypeFunctions: figures.map((figure) => figure.function).join(';'),
        TimeZone: '00:00',
        ...reading.keys,
      }),
    ),
    mapping: map(
      ...queues.flatMap((_, queue) =>
        figures.map((figure, type) => `0:${queue + 1}:${type + 1}=ACD:${pathOf(queue)}:${figure.name}`),
      ),
    ),
    wfm: {
      queues: queues.map((name, index) => ({ id: index + 1, name, timeZone: 'UTC', intervalMinutes })),
      valueTypes: figures.map(({ name, function: how }, index) => ({
        id: index + 1,
        name: `${how} ${name}`,
      })),
    },
  };
}

const byTime = { TimeStampColumn: 'at_time', TimeStampType: '2' };
const byName = { QueueSQL: 'SELECT name FROM queues ORDER BY name;', QueueNameColumn: 'queue' };

const readings: Readonly<Record<string, Reading>> = {
  'date/time stamps and names': { keys: { ...byTime, ...byName } },
  'Unix seconds': { keys: { ...byName, TimeStampColumn: 'at_unix', TimeStampType: '1' } },
  'text stamps without a format': { keys: { ...byName, TimeStampColumn: 'at_iso', TimeStampType: '0' } },
  'text stamps with a T, in a column without a length': {
    keys: { ...byName, TimeStampColumn: 'at_iso_t', TimeStampType: '0' },
  },
  'text stamps that sort, yyyymmddHHMM': {
    keys: {
      ...byName,
      TimeStampColumn: 'at_compact',
      TimeStampType: '0 ;(string)',
      TimeStampFormat: 'yyyymmddHHMM',
    },
  },
  'text stamps that do not sort, dd.mm.yyyy HH:MM': {
    keys: {
      ...byName,
      TimeStampColumn: 'at_german',
      TimeStampType: '0',
      TimeStampFormat: 'dd.mm.yyyy HH:MM',
    },
  },
  'text stamps with AM and PM, m/d/yyyy h:MM tt': {
    keys: {
      ...byName,
      TimeStampColumn: 'at_american',
      TimeStampType: '0',
      TimeStampFormat: 'm/d/yyyy h:MM tt',
    },
  },
  'names in a CHAR column, padded with blanks': {
    keys: { ...byTime, ...byName, QueueNameColumn: 'queue_padded' },
  },
  'queues found in the call data, without a QueueSQL': { keys: { ...byTime, QueueNameColumn: 'queue' } },
  'integer keys behind the names of QueueMappingSQL': {
    keys: {
      ...byTime,
      QueueSQL: 'SELECT name FROM queues',
      QueueMappingSQL: 'SELECT name, id FROM queues',
      RetrieveValueTypesUsing: '1',
      QueueNameColumn: 'queue_id',
      QueueNameType: '1',
    },
  },
  'integer keys whose type the section does not say, without a QueueSQL': {
    keys: { ...byTime, QueueMappingSQL: 'SELECT name, id FROM queues', QueueNameColumn: 'queue_id' },
  },
  'text keys with zeros in front': {
    keys: {
      ...byTime,
      QueueMappingSQL: 'SELECT name, code FROM queues',
      QueueNameColumn: 'queue_code',
      QueueNameType: '0',
    },
  },
  'text keys for a column of numbers': {
    keys: {
      ...byTime,
      QueueMappingSQL: "SELECT name, REPLACE(code, '0', '0010') FROM queues",
      QueueNameColumn: 'queue_id',
    },
  },
  'two levels, site and queue': {
    keys: {
      ...byTime,
      QueueSQL: 'SELECT site, name FROM queues ORDER BY site, name',
      QueueNameColumn: 'site;queue',
    },
    pathOf: (queue) => `${queue % 2 === 0 ? 'North' : 'South'}:${queues[queue]}`,
  },
  'two levels of which the second is a number': {
    keys: {
      ...byTime,
      QueueSQL: 'SELECT site, id FROM queues',
      QueueNameColumn: 'site;queue_id',
      QueueNameType: '0;1',
    },
    pathOf: (queue) => `${queue % 2 === 0 ? 'North' : 'South'}:${queue + 101}`,
  },
  'a condition pasted before the queue': {
    keys: { ...byTime, ...byName, QueueNameColumn: "(note = 'x' OR note = 'y') AND queue" },
  },
  'a join as the table, with aliases': {
    keys: {
      ...byTime,
      QueueSQL: 'SELECT name FROM queues',
      CallDataTable: 'calls c INNER JOIN queues q ON q.id = c.queue_id',
      QueueNameColumn: 'q.name',
    },
  },
};

const databases: Readonly<Record<string, () => Promise<{ connectionString: string; stop: () => unknown }>>> =
  {
    async PostgreSQL() {
      const server = await startPostgres();
      await server.exec(
        schema({ dateTime: 'TIMESTAMP', decimal: 'NUMERIC(10,2)', text: 'TEXT', literal: quoted }),
      );
      return server;
    },
    async MariaDB() {
      const server = await startMariadb();
      const literal = (text: string) => quoted(text.replaceAll('\\', '\\\\'));
      await server.exec(schema({ dateTime: 'DATETIME', decimal: 'DECIMAL(10,2)', text: 'TEXT', literal }));
      return server;
    },
    async SQLite() {
      const file: SqliteFile = sqliteFile(
        schema({ dateTime: 'TIMESTAMP', decimal: 'DECIMAL(10,2)', text: 'TEXT', literal: quoted }),
      );
      return { connectionString: file.connectionString, stop: file.remove };
    },
  };

for (const [product, start] of Object.entries(databases)) {
  describe(`an import from ${product} equals a recomputation from the rows`, () => {
    let database: Awaited<ReturnType<typeof start>>;
    beforeAll(async () => {
      database = await start();
    });
    afterAll(() => database.stop());

    for (const [what, reading] of Object.entries(readings)) {
      it(`reading ${what}`, async () => {
        const open = await homeWith(home(database.connectionString, reading));
        const run = await importCalls(open, days);
        expect(run).toMatchObject({ status: 'completed', problems: [] });
        for (let queue = 0; queue < queues.length; queue += 1) {
          for (const [type, figure] of figures.entries()) {
            const values = await storedValues(open, queue + 1, type + 1);
            expect(values, `${queues[queue]}, ${figure.name}`).toEqual(expected(queue, figure));
          }
        }
      });
    }
  });
}

describe('what databases do in their own way', () => {
  let mariadb: MariadbServer;
  let postgres: PostgresServer;
  beforeAll(async () => {
    [mariadb, postgres] = await Promise.all([startMariadb(), startPostgres()]);
  });
  afterAll(() => Promise.all([mariadb?.stop(), postgres?.stop()]));

  const wfm = (timeZone: string): HomeFiles['wfm'] => ({
    queues: [{ id: 1, name: 'Hotline', timeZone, intervalMinutes: 15 }],
    valueTypes: [{ id: 1, name: 'Calls' }],
  });

  it('MariaDB takes SALES for Sales: both spellings are the queue that was asked for', async () => {
    await mariadb.exec(`
      CREATE TABLE queues (name VARCHAR(20)); INSERT INTO queues VALUES ('Sales');
      CREATE TABLE calls (at DATETIME, queue VARCHAR(20), offered INTEGER);
      INSERT INTO calls VALUES ('2026-03-01 08:00:00', 'SALES', 1), ('2026-03-01 08:05:00', 'sales ', 2),
        ('2026-03-01 08:10:00', 'Sales', 4), ('2026-03-01 08:10:00', 'Sales Nord', 8);`);
    const open = await homeWith({
      settings: settings(
        section('ACD', {
          Source: mariadb.connectionString,
          QueueSQL: 'SELECT name FROM queues',
          CallDataTable: 'calls',
          TimeStampColumn: 'at',
          QueueNameColumn: 'queue',
          ValueTypes: 'offered',
        }),
      ),
      mapping: map('0:1:1=ACD:Sales:offered'),
      wfm: wfm('UTC'),
    });
    const run = await importCalls(open, { from: '2026-03-01', to: '2026-03-01' });
    // The three lie in one quarter of an hour: the source sums them.
    expect(run).toMatchObject({ status: 'completed', rowsRead: 1 });
    expect(await storedValues(open, 1, 1)).toEqual({ '2026-03-01T08:00:00Z': 7 });
  });

  it('PostgreSQL stores instants: they are read in the zone of its session, which is that of the section', async () => {
    await postgres.exec(`
      CREATE TABLE calls (at TIMESTAMPTZ, queue TEXT, offered INTEGER);
      INSERT INTO calls VALUES ('2026-03-01 23:30:00+01', 'Sales', 1), ('2026-03-02 00:30:00+01', 'Sales', 2);`);
    const open = await homeWith({
      settings: settings(
        section('ACD', {
          Source: postgres.connectionString,
          CallDataTable: 'calls',
          TimeStampColumn: 'at',
          QueueNameColumn: 'queue',
          ValueTypes: 'offered',
          TimeZone: 'UTC',
        }),
      ),
      mapping: map('0:1:1=ACD:Sales:offered'),
      wfm: wfm('Europe/Paris'),
    });
    expect(await importCalls(open, { from: '2026-03-02', to: '2026-03-02' })).toMatchObject({
      valuesWritten: 1,
    });
    expect(await storedValues(open, 1, 1)).toEqual({ '2026-03-01T23:30:00Z': 2 });
  });

  /** Quarter hours of two days in UTC, as the text that `stampOf` makes of them. */
  async function textCentre(
    stampOf: (iso: string) => string,
    keys: Record<string, string>,
    timeZone: string,
  ) {
    const starts = Array.from({ length: 192 }, (_, index) =>
      new Date(Date.UTC(2026, 2, 1) + index * 900_000).toISOString(),
    );
    const database = sqliteFile(`
      CREATE TABLE calls (at VARCHAR(30), queue VARCHAR(20), offered VARCHAR(10));
      INSERT INTO calls VALUES ${starts.map((at, index) => `('${stampOf(at)}', 'Sales', '${index}')`).join(',')};`);
    onTestFinished(database.remove);
    return homeWith({
      settings: settings(
        section('ACD', {
          Source: database.connectionString,
          CallDataTable: 'calls',
          TimeStampColumn: 'at',
          QueueNameColumn: 'queue',
          ValueTypes: 'offered',
          ValueTypeFunctions: 'MAX',
          ...keys,
        }),
      ),
      mapping: map('0:1:1=ACD:Sales:offered'),
      wfm: wfm(timeZone),
    });
  }

  for (const [what, stampOf] of [
    ['with a blank', (iso: string) => iso.slice(0, 19).replace('T', ' ')],
    ['with a T', (iso: string) => iso.slice(0, 19)],
    ['with a T, fractions and Z', (iso: string) => iso],
  ] as const) {
    for (const timeZone of ['America/New_York', 'Asia/Tokyo']) {
      it(`text stamps ${what} in UTC give every interval of a day in ${timeZone}`, async () => {
        const keys = { TimeStampType: '0', TimeZone: 'UTC' };
        const open = await textCentre(stampOf, keys, timeZone);
        const day = timeZone === 'Asia/Tokyo' ? '2026-03-02' : '2026-03-01';
        const run = await importCalls(open, { from: day, to: day });
        expect(run).toMatchObject({ status: 'completed', valuesWritten: 96 });
      });
    }
  }

  it('text that is no number is a problem with its words and its count, and no figure', async () => {
    const open = await textCentre((iso) => iso.slice(0, 19), { TimeStampType: '0', TimeZone: 'UTC' }, 'UTC');
    const source = (await readHomeText(open, 'isps_ul.ini')).match(/Database=(\S+)/)?.[1] ?? '';
    const database = new Database(source);
    database.exec(`UPDATE calls SET offered = 'n/a' WHERE at LIKE '2026-03-01T08%';
      UPDATE calls SET offered = '' WHERE at LIKE '2026-03-01T09%';
      UPDATE calls SET offered = ' 12.5 ' WHERE at LIKE '2026-03-01T10:00%';`);
    database.close();
    const run = await importCalls(open, { from: '2026-03-01', to: '2026-03-01' });
    expect(run.status).toBe('completed-with-problems');
    expect(run.problems).toMatchObject([
      { code: 'VALUE_NOT_A_NUMBER', system: 'ACD', day: '2026-03-01', count: 8 },
    ]);
    expect(run.problems[0]?.message).toContain('offered holds "n/a"');
    const values = await storedValues(open, 1, 1);
    expect(Object.keys(values).length).toBe(88);
    expect(values['2026-03-01T10:00:00Z']).toBe(12.5);
  });

  it('stamps that cannot be read are a problem with their count, and the other rows are taken', async () => {
    const open = await textCentre(
      (iso) => (iso.startsWith('2026-03-01T08') ? '2026-03-01T25:00:00' : iso.slice(0, 19)),
      { TimeStampType: '0' },
      'UTC',
    );
    const run = await importCalls(open, { from: '2026-03-01', to: '2026-03-01' });
    expect(run).toMatchObject({
      status: 'completed-with-problems',
      valuesWritten: 92,
      problems: [{ code: 'STAMP_UNREADABLE', count: 4, day: '2026-03-01' }],
    });
    expect(run.problems[0]?.message).toContain('"2026-03-01T25:00:00"');
  });
});
