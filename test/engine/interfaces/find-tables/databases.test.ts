import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { findTablesHandlers } from '#engine/handlers/find-tables.ts';
import { startMariadb } from '../../../support/mariadb.ts';
import { startPostgres } from '../../../support/postgres.ts';
import { type SqliteFile, sqliteFile } from '../../../support/sqlite.ts';
import { goThrough, homeFor, importedDay } from './guided.ts';

/*
 * Databases as sites have them, each with tables that are not meant. What is proposed is taken as it is, written to the
 * section and imported; the values are reckoned from the rows as they were made.
 */

const day = '2026-03-10';
const two = (value: number) => String(value).padStart(2, '0');
const clock = (minutes: number) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

interface Row {
  readonly minutes: number;
  readonly queue: number;
  readonly offered: number;
  readonly talk: number;
}

/** Four queues from 07:00 to 18:00, every `step` minutes. */
function rowsEvery(step: number): Row[] {
  const rows: Row[] = [];
  for (let minutes = 7 * 60; minutes < 18 * 60; minutes += step) {
    for (let queue = 1; queue <= 4; queue += 1) {
      rows.push({
        minutes,
        queue,
        offered: (minutes * queue) % 17,
        talk: ((minutes * 31 + queue * 7) % 600) + 1,
      });
    }
  }
  return rows;
}

/** What an import of a queue has to give, by half hours. */
function expected(rows: readonly Row[], queue: number, figure: (row: Row) => number): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const row of rows) {
    if (row.queue !== queue) continue;
    const at = clock(Math.floor(row.minutes / 30) * 30);
    sums[at] = (sums[at] ?? 0) + figure(row);
  }
  return sums;
}

const names = ['', 'Vertrieb', 'Technik', 'Rechnung', 'Zentrale'];
const insert = (table: string, rows: readonly string[]) => `INSERT INTO ${table} VALUES ${rows.join(',')};`;

function database(sql: string): SqliteFile {
  const file = sqliteFile(sql);
  onTestFinished(file.remove);
  return file;
}

describe('In a SQLite database', () => {
  it('text stamps as people write them in German, and a queue by its name', async () => {
    const rows = rowsEvery(15);
    const { connectionString } = database(`
      CREATE TABLE Einstellungen (Name TEXT, Wert TEXT);
      CREATE TABLE Mitarbeiter (Nr INTEGER, Name TEXT, Anmeldung TEXT);
      CREATE TABLE Auswertung (Beginn TEXT, Gruppe TEXT, Anrufe INTEGER, Gespraechsdauer INTEGER);
      ${insert(
        'Auswertung',
        rows.map(
          (row) => `('10.03.2026 ${clock(row.minutes)}', '${names[row.queue]}', ${row.offered}, ${row.talk})`,
        ),
      )}`);
    const home = await homeFor(connectionString);
    const { list, keys, preview, detail } = await goThrough(home);
    expect(list.tables.map(({ name }) => name)[0]).toBe('Auswertung');
    expect(detail.rows).toHaveLength(5);
    expect(detail.rows[0]).toEqual(['10.03.2026 07:00', 'Vertrieb', '12', '428']);
    expect(detail.rowCount).toEqual({ count: rows.length, orMore: false });
    expect(keys).toMatchObject({
      CallDataTable: 'Auswertung',
      TimeStampType: '0',
      TimeStampFormat: 'dd.mm.yyyy HH:MM',
      QueueNameColumn: 'Gruppe',
      ValueTypes: 'Anrufe;Gespraechsdauer',
      Interval: '15',
    });
    expect(preview).toMatchObject({ day, queueCount: 4, unreadableStamps: 0 });
    expect(preview.intervals[0]).toEqual({ time: '07:00', queue: 'Rechnung', values: [2, 442] });
    const [offered, talk] = await importedDay(home, 'Technik', ['Anrufe', 'Gespraechsdauer'], day);
    expect(offered).toEqual(expected(rows, 2, (row) => row.offered));
    expect(talk).toEqual(expected(rows, 2, (row) => row.talk));
  });

  it('Unix seconds and a key whose names stand in another table', async () => {
    const rows = rowsEvery(30);
    const start = Date.UTC(2026, 2, 10) / 1000;
    const { connectionString } = database(`
      CREATE TABLE queue (id INTEGER PRIMARY KEY, name VARCHAR(40), colour VARCHAR(10));
      ${insert(
        'queue',
        names.slice(1).map((name, index) => `(${index + 1}, '${name}', 'red')`),
      )}
      CREATE TABLE agents (id INTEGER, name VARCHAR(40), queue_id INTEGER);
      CREATE TABLE queue_stats (id INTEGER, start_ts INTEGER, end_ts INTEGER, queue_id INTEGER, calls_offered INTEGER, talk_time INTEGER);
      ${insert(
        'queue_stats',
        rows.map((row, index) => {
          const at = start + row.minutes * 60;
          return `(${index}, ${at}, ${at + 1800}, ${row.queue}, ${row.offered}, ${row.talk})`;
        }),
      )}`);
    const home = await homeFor(connectionString);
    const { keys, proposal, preview } = await goThrough(home);
    expect(keys).toMatchObject({
      CallDataTable: 'queue_stats',
      TimeStampColumn: 'start_ts',
      TimeStampType: '1',
      QueueNameColumn: 'queue_id',
      QueueNameType: '1',
      QueueMappingSQL: 'SELECT name, id FROM queue',
      ValueTypes: 'calls_offered;talk_time',
      Interval: '30',
    });
    expect(proposal.names[0]?.reasons[0]?.details).toMatchObject({ matched: 4, keys: 4, table: 'queue' });
    expect(preview.zone).toBe('UTC');
    expect(preview.intervals[0]?.queue).toBe('Vertrieb');
    const [offered, talk] = await importedDay(home, 'Rechnung', ['calls_offered', 'talk_time'], day);
    expect(offered).toEqual(expected(rows, 3, (row) => row.offered));
    expect(talk).toEqual(expected(rows, 3, (row) => row.talk));
  });

  it('a view whose columns have no type, and names that need quotes', async () => {
    const rows = rowsEvery(30);
    const { connectionString } = database(`
      CREATE TABLE raw (a TEXT, b TEXT, c INTEGER);
      ${insert(
        'raw',
        rows.map((row) => `('${day} ${clock(row.minutes)}:00', '${names[row.queue]}', ${row.offered})`),
      )}
      CREATE VIEW "Queue Interval" AS SELECT a AS "Timestamp", b AS "Queue Name", c * 1 AS "Calls; offered" FROM raw`);
    const home = await homeFor(connectionString);
    const { list, keys } = await goThrough(home);
    expect(list.tables[0]).toMatchObject({ name: 'Queue Interval', kind: 'view' });
    expect(keys).toMatchObject({
      CallDataTable: '""Queue Interval""',
      TimeStampColumn: 'Timestamp',
      QueueNameColumn: '""Queue Name""',
      ValueTypes: `("Calls; offered")`,
    });
    const [offered] = await importedDay(home, 'Zentrale', [`("Calls; offered")`], day);
    expect(offered).toEqual(expected(rows, 4, (row) => row.offered));
  });

  it('that is empty: nothing is listed, and nothing fails', async () => {
    const { connectionString } = database('CREATE TABLE a (x); DROP TABLE a');
    const home = await homeFor(connectionString);
    const list = await findTablesHandlers(home)['findTables.list'](
      { system: 'ACD' },
      { signal: new AbortController().signal, client: 'test' },
    );
    expect(list).toMatchObject({ product: 'sqlite', tables: [] });
  });

  it('that is not there: the driver says so with its SQLSTATE', async () => {
    const home = await homeFor('Driver=SQLite3;Database=/nowhere/acd.db;NoCreat=1');
    await expect(
      findTablesHandlers(home)['findTables.list'](
        { system: 'ACD' },
        { signal: new AbortController().signal, client: 'test' },
      ),
    ).rejects.toMatchObject({ details: { sqlState: expect.any(String) } });
  });

  it('a preview says what is wrong with a choice: the statement, or the first value', async () => {
    const { connectionString } = database(
      "CREATE TABLE calls (t TEXT, q TEXT, n INTEGER); INSERT INTO calls VALUES ('at noon', 'Sales', 1)",
    );
    const home = await homeFor(connectionString);
    const preview = (keys: Record<string, string | null>) =>
      findTablesHandlers(home)['findTables.preview'](
        { system: 'ACD', keys },
        { signal: new AbortController().signal, client: 'test' },
      );
    const keys = { CallDataTable: 'calls', TimeStampColumn: 't', QueueNameColumn: 'q', ValueTypes: 'n' };
    await expect(preview(keys)).rejects.toMatchObject({
      code: 'FIND_TABLES_STAMP',
      details: { value: 'at noon', column: 't' },
    });
    await expect(preview({ ...keys, CallDataTable: 'cals' })).rejects.toMatchObject({
      code: 'ODBC_TABLE_MISSING',
    });
    await expect(preview({ ...keys, TimeStampType: '7' })).rejects.toMatchObject({ code: 'SECTION_INVALID' });
  });

  it('ends a statement that runs when nobody waits for it any more, and lists a view that never ends', async () => {
    const { connectionString } = database(`
      CREATE TABLE calls (stamp TEXT, queue TEXT, offered INTEGER);
      CREATE VIEW endless_queue_calls AS
        WITH RECURSIVE round (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM round)
        SELECT n AS stamp, 'x' AS queue, n AS offered FROM round WHERE n % 2 = 3`);
    const home = await homeFor(connectionString);
    const handlers = findTablesHandlers(home);
    const list = await handlers['findTables.list'](
      { system: 'ACD' },
      { signal: new AbortController().signal, client: 'test' },
    );
    expect(list.tables.map(({ name }) => name)).toContain('endless_queue_calls');
    const wanted = new AbortController();
    const reading = handlers['findTables.propose'](
      { system: 'ACD', table: { name: 'endless_queue_calls' } },
      { signal: wanted.signal, client: 'test' },
    );
    setTimeout(() => wanted.abort(), 200);
    await expect(reading).rejects.toMatchObject({ code: 'CANCELLED' });
  }, 40_000);

  it('ends a search when it is no longer wanted', async () => {
    const { connectionString } = database('CREATE TABLE calls (t TEXT)');
    const home = await homeFor(connectionString);
    const wanted = new AbortController();
    const listing = findTablesHandlers(home)['findTables.list'](
      { system: 'ACD' },
      { signal: wanted.signal, client: 'test' },
    );
    wanted.abort();
    await expect(listing).rejects.toMatchObject({ code: 'CANCELLED' });
  });
});

describe('In a PostgreSQL database', () => {
  let server: Awaited<ReturnType<typeof startPostgres>>;
  beforeAll(async () => {
    server = await startPostgres();
  }, 60_000);
  afterAll(() => server.stop());

  it('German names in capitals in a schema of their own, beside many other tables', async () => {
    const rows = rowsEvery(15);
    const others = Array.from(
      { length: 70 },
      (_, index) => `CREATE TABLE "Statistik"."T${index}" (x INTEGER);`,
    );
    await server.exec(`
      CREATE SCHEMA "Statistik";
      ${others.join('\n')}
      CREATE TABLE "Statistik"."Warteschlangen" ("Nr" INTEGER, "Bezeichnung" TEXT);
      ${insert(
        '"Statistik"."Warteschlangen"',
        names.slice(1).map((name, index) => `(${index + 1}, '${name}')`),
      )}
      CREATE TABLE "Statistik"."Anrufe je Intervall" ("Lfd_Nr" BIGINT, "Zeitstempel" TIMESTAMP, "Ende" TIMESTAMP,
        "Warteschlange_Nr" INTEGER, "Angebotene_Anrufe" INTEGER, "Gesprächszeit" NUMERIC(10,2), "Bemerkung" TEXT, "Bild" BYTEA);
      ${insert(
        '"Statistik"."Anrufe je Intervall"',
        rows.map(
          (row, index) =>
            `(${index}, '${day} ${clock(row.minutes)}', '${day} ${clock(row.minutes + 15)}', ${row.queue}, ${row.offered}, ${row.talk}.25, 'x', '\\x01')`,
        ),
      )}`);
    const home = await homeFor(server.connectionString);
    const { list, keys, detail } = await goThrough(home);
    expect(list.tables[0]).toMatchObject({ schema: 'Statistik', name: 'Anrufe je Intervall' });
    expect(list.tables.some(({ schema }) => schema === 'information_schema' || schema === 'pg_catalog')).toBe(
      false,
    );
    expect(detail.columns.map(({ kind }) => kind)).toEqual([
      'number',
      'date-time',
      'date-time',
      'number',
      'number',
      'number',
      'text',
      'other',
    ]);
    expect(keys).toMatchObject({
      CallDataTable: '"Statistik"."Anrufe je Intervall"',
      TimeStampColumn: '""Zeitstempel""',
      TimeStampType: '2',
      QueueNameColumn: '""Warteschlange_Nr""',
      QueueNameType: '1',
      QueueMappingSQL: 'SELECT "Bezeichnung", "Nr" FROM "Statistik"."Warteschlangen"',
      ValueTypes: '""Angebotene_Anrufe"";""Gesprächszeit""',
      Interval: '15',
    });
    const [offered, talk] = await importedDay(
      home,
      'Vertrieb',
      ['"Angebotene_Anrufe"', '"Gesprächszeit"'],
      day,
    );
    expect(offered).toEqual(expected(rows, 1, (row) => row.offered));
    expect(talk).toEqual(expected(rows, 1, (row) => row.talk + 0.25));
  });

  it('date and HHMM as in a CMS, with the interval in a column', async () => {
    const rows = rowsEvery(30);
    await server.exec(`
      CREATE SCHEMA root;
      CREATE TABLE root.hsplit (row_date DATE, starttime SMALLINT, intrvl SMALLINT, acd SMALLINT, split SMALLINT,
        callsoffered INTEGER, acdtime INTEGER, i_stafftime INTEGER);
      ${insert(
        'root.hsplit',
        rows.map(
          (row) =>
            `('${day}', ${Math.floor(row.minutes / 60) * 100 + (row.minutes % 60)}, 30, 1, ${row.queue + 100}, ${row.offered}, ${row.talk}, 1800)`,
        ),
      )}`);
    const home = await homeFor(server.connectionString);
    const { keys } = await goThrough(home, { table: 'hsplit' });
    expect(keys).toMatchObject({
      CallDataTable: 'root.hsplit',
      TimeStampColumn: "TO_CHAR(row_date, 'YYYYMMDD') || LPAD(CAST(starttime AS VARCHAR(4)), 4, '0')",
      TimeStampType: '0',
      TimeStampFormat: 'yyyymmddHHMM',
      QueueNameColumn: 'split',
      QueueNameType: '1',
      Interval: '30',
    });
    const [offered, talk] = await importedDay(home, '103', ['callsoffered', 'acdtime'], day);
    expect(offered).toEqual(expected(rows, 3, (row) => row.offered));
    expect(talk).toEqual(expected(rows, 3, (row) => row.talk));
  });

  it('fixed-width columns as Informix leaves them: date, time as text, padded names', async () => {
    const rows = rowsEvery(15);
    await server.exec(`
      CREATE SCHEMA bcc;
      CREATE TABLE bcc.tagesstat_intervall (stichtag CHAR(10), uhrzeit CHAR(5), themen_gruppe CHAR(30), anz_angeboten INTEGER,
        anz_angenommen INTEGER, sum_gespraech INTEGER, satz_nr INTEGER);
      ${insert(
        'bcc.tagesstat_intervall',
        rows.map(
          (row, index) =>
            `('10.03.2026', '${clock(row.minutes)}', '${names[row.queue]}', ${row.offered}, ${row.offered}, ${row.talk}, ${index})`,
        ),
      )}`);
    const home = await homeFor(server.connectionString);
    const { keys, preview } = await goThrough(home, { table: 'tagesstat_intervall' });
    expect(keys).toMatchObject({
      CallDataTable: 'bcc.tagesstat_intervall',
      TimeStampColumn: "stichtag || ' ' || uhrzeit",
      TimeStampFormat: 'dd.mm.yyyy HH:MM',
      QueueNameColumn: 'themen_gruppe',
      ValueTypes: 'anz_angeboten;anz_angenommen;sum_gespraech',
      Interval: '15',
    });
    expect(preview.intervals.map(({ queue }) => queue)).toContain('Vertrieb');
    const [offered, , talk] = await importedDay(
      home,
      'Vertrieb',
      ['anz_angeboten', 'anz_angenommen', 'sum_gespraech'],
      day,
    );
    expect(offered).toEqual(expected(rows, 1, (row) => row.offered));
    expect(talk).toEqual(expected(rows, 1, (row) => row.talk));
  });
});

describe('In a MariaDB database', () => {
  let server: Awaited<ReturnType<typeof startMariadb>>;
  beforeAll(async () => {
    server = await startMariadb();
  }, 60_000);
  afterAll(() => server.stop());

  it('rows that are calls: counted, their times summed, without Interval', async () => {
    const rows = rowsEvery(7);
    await server.exec(`
      CREATE TABLE appels (id INT AUTO_INCREMENT PRIMARY KEY, debut_appel DATETIME, fin_appel DATETIME, file VARCHAR(30),
        appelant VARCHAR(20), duree_conversation INT, \`abandonné\` TINYINT);
      ${insert(
        'appels (debut_appel, fin_appel, file, appelant, duree_conversation, `abandonné`)',
        rows.map(
          (row) =>
            `('${day} ${clock(row.minutes)}:${two((row.queue * 13) % 60)}', '${day} 20:00:00', '${names[row.queue]}', '0${row.talk}', ${row.talk}, ${row.offered % 2})`,
        ),
      ).replace(' VALUES', ' VALUES')}`);
    const home = await homeFor(server.connectionString);
    const { keys, list } = await goThrough(home, { table: 'appels' });
    expect(list.tables.some(({ name }) => name === 'global_status')).toBe(false);
    expect(list.systemTables).toBeGreaterThan(0);
    expect(keys).toMatchObject({
      CallDataTable: 'appels',
      TimeStampColumn: 'debut_appel',
      QueueNameColumn: 'file',
      ValueTypes: 'id;duree_conversation;`abandonné`',
      ValueTypeFunctions: 'COUNT;SUM;SUM',
      Interval: null,
    });
    const [calls, talk, lost] = await importedDay(
      home,
      'Rechnung',
      ['id', 'duree_conversation', '`abandonné`'],
      day,
    );
    expect(calls).toEqual(expected(rows, 3, () => 1));
    expect(talk).toEqual(expected(rows, 3, (row) => row.talk));
    expect(lost).toEqual(expected(rows, 3, (row) => row.offered % 2));
  });

  it('day and month that cannot be told apart: the operator says which, and minutes since midnight are understood', async () => {
    const rows = rowsEvery(30);
    await server.exec(`
      CREATE TABLE grp_dmno (dmn_date DATE, dmn_time INT, grp_name VARCHAR(30), calls INT, talk_sec INT);
      ${insert(
        'grp_dmno',
        rows.map((row) => `('${day}', ${row.minutes}, '${names[row.queue]}', ${row.offered}, ${row.talk})`),
      )}
      CREATE TABLE queue_report (started VARCHAR(20), queue VARCHAR(30), offered INT);
      ${insert(
        'queue_report',
        rows.map((row) => `('03/04/2026 ${clock(row.minutes)}', '${names[row.queue]}', ${row.offered})`),
      )}`);
    const home = await homeFor(server.connectionString);
    const { keys } = await goThrough(home, {
      table: 'queue_report',
      answer: ({ stamps, choices, questions }) => {
        expect(questions[0]?.options).toEqual(['dd/mm/yyyy HH:MM', 'mm/dd/yyyy HH:MM']);
        const { choice } = stamps[0]!;
        return { ...choices, stamp: { ...choice, format: 'mm/dd/yyyy HH:MM' } as typeof choice };
      },
    });
    expect(keys.TimeStampFormat).toBe('mm/dd/yyyy HH:MM');
    const [offered] = await importedDay(home, 'Technik', ['offered'], '2026-03-04');
    expect(offered).toEqual(expected(rows, 2, (row) => row.offered));

    const second = await homeFor(server.connectionString);
    const minutes = await goThrough(second, { table: 'grp_dmno' });
    expect(minutes.keys.TimeStampColumn).toBe(
      "CONCAT(DATE_FORMAT(dmn_date, '%Y%m%d'), LPAD((dmn_time + 40 * (dmn_time DIV 60)), 4, '0'))",
    );
    const [calls, talk] = await importedDay(second, 'Technik', ['calls', 'talk_sec'], day);
    expect(calls).toEqual(expected(rows, 2, (row) => row.offered));
    expect(talk).toEqual(expected(rows, 2, (row) => row.talk));
  });

  it('lists many tables in little time', async () => {
    const tables = Array.from(
      { length: 600 },
      (_, index) => `CREATE TABLE many_${index} (a INT, b VARCHAR(10)) ENGINE=MEMORY;`,
    );
    await server.exec(tables.join('\n'));
    const home = await homeFor(server.connectionString);
    const list = await findTablesHandlers(home)['findTables.list'](
      { system: 'ACD' },
      { signal: new AbortController().signal, client: 'test' },
    );
    expect(list.tables.length).toBeGreaterThanOrEqual(600);
    expect(list.elapsedMs).toBeLessThan(20_000);
  });
});
