import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { testSystem, testTyped } from '#engine/interfaces/test-system.ts';
import type { OdbcTestReport } from '#shared/contract/odbc.ts';
import { addDays, dayBounds, previousDay, today } from '#shared/domain/time/day.ts';
import { zoneOf } from '#shared/domain/time/zone.ts';
import { createWords } from '#shared/i18n/index.ts';
import { messageText } from '#shared/i18n/messages.ts';
import { odbcTestText } from '#shared/i18n/odbc-test-text.ts';
import { map, section, settings } from '../../support/acd.ts';
import { homeWith } from '../../support/home.ts';
import { type MariadbServer, startMariadb } from '../../support/mariadb.ts';
import { type PostgresServer, startPostgres } from '../../support/postgres.ts';
import { sqliteFile } from '../../support/sqlite.ts';

/** An external system `ACD` with these keys. */
async function centre(keys: Readonly<Record<string, string>>) {
  return homeWith({
    settings: settings(section('ACD', keys)),
    mapping: map('0:1:1=ACD:Sales:offered'),
    wfm: { queues: [{ id: 1, name: 'Hotline' }], valueTypes: [{ id: 1, name: 'Calls' }] },
  });
}

// Midnight may come while the tests run: for them it stays the day on which they began.
vi.setSystemTime(new Date());
afterAll(() => void vi.useRealTimers());

const zone = zoneOf('Europe/Paris');
const yesterday = previousDay(
  today(zoneOf(Intl.DateTimeFormat().resolvedOptions().timeZone), Date.now() / 1000),
);

const shortly = ({ steps }: OdbcTestReport) =>
  steps.map(({ number, step, subject, outcome }) => [number, step, subject, outcome].join(' '));

const stepOf = ({ steps }: OdbcTestReport, name: string, subject = '') =>
  steps.find((step) => step.step === name && step.subject === subject)!;

describe('Test ODBC of a system in SQLite', () => {
  /** 92, 96 or 100: yesterday may be a day of a clock change. */
  function quarterHoursOf(dayOffset: number): number[] {
    const { startUtc, endUtc } = dayBounds(zone, addDays(yesterday, dayOffset));
    return Array.from({ length: (endUtc - startUtc) / 900 }, (_, index) => startUtc + index * 900);
  }
  function quarterHours(column: (utc: number) => string, dayOffset = 0): string {
    return quarterHoursOf(dayOffset)
      .flatMap((utc) => [`(${column(utc)}, 'Sales', 1)`, `(${column(utc)}, 'Support', 2)`])
      .join(',');
  }
  function calls(...values: readonly string[]) {
    const database = sqliteFile('CREATE TABLE calls (at, queue VARCHAR(40), offered INTEGER)');
    onTestFinished(database.remove);
    for (const rows of values) database.exec(`INSERT INTO calls VALUES ${rows}`);
    return database;
  }
  const keys = {
    CallDataTable: 'calls',
    TimeStampColumn: 'at',
    QueueNameColumn: 'queue',
    ValueTypes: 'offered',
    TimeZone: 'Europe/Paris',
  };

  it('goes through all of its questions and counts the rows of yesterday, not those beside it', async () => {
    const days = [-1, 0, 1];
    const database = calls(...days.map((offset) => quarterHours(String, offset)));
    const home = await centre({
      Source: database.connectionString,
      ...keys,
      TimeStampType: '1',
      QueueSQL: 'SELECT DISTINCT queue FROM calls',
      QueueMappingSQL: 'SELECT queue, queue FROM calls',
    });
    const report = await testSystem(home, 'acd');
    expect(shortly(report)).toEqual([
      '1 driver-manager  ok',
      '2 data-source  ok',
      '3 driver  ok',
      '4 login  ok',
      '5 clock  skipped',
      '6 table calls ok',
      '7 statement QueueSQL ok',
      '8 statement QueueMappingSQL ok',
      '9 first-rows  ok',
      '10 yesterday  ok',
    ]);
    expect(report.ok).toBe(true);
    expect(stepOf(report, 'statement', 'QueueSQL').detail).toBe('2 rows, the first one: Sales');
    expect(stepOf(report, 'statement', 'QueueMappingSQL').detail).toBe(
      `${2 * days.flatMap(quarterHoursOf).length} rows, the first one: Sales, Sales`,
    );
    expect(stepOf(report, 'first-rows').detail).toMatch(/^\d{10}, Sales, 1 · \d{10}, Support, 2 · /);
    expect(stepOf(report, 'yesterday').detail).toBe(
      `${2 * quarterHoursOf(0).length} rows of ${yesterday} (Europe/Paris), from 00:00 to 23:45.`,
    );
  });

  it('names the time stamp that the settings do not fit, where the rows of yesterday are missing', async () => {
    const database = calls(quarterHours((utc) => `'${new Date(utc * 1000).toISOString().slice(0, 19)}'`));
    const home = await centre({
      Source: database.connectionString,
      ...keys,
      TimeStampType: '0',
      TimeStampFormat: 'dd.mm.yyyy HH:MM',
    });
    const report = await testSystem(home, 'ACD');
    expect(stepOf(report, 'first-rows').warnings).toMatchObject([
      { code: 'STAMP_UNREADABLE', details: { system: 'ACD', stamp: expect.stringMatching(/^\d{4}-/) } },
    ]);
    expect(stepOf(report, 'yesterday').detail).toMatch(/^No row of .* check TimeStampColumn, TimeStampType/);
  });

  it('says that the table is empty', async () => {
    const home = await centre({ Source: calls().connectionString, ...keys, TimeStampType: '1' });
    const report = await testSystem(home, 'ACD');
    expect(stepOf(report, 'statement', 'QueueNameColumn').detail).toBe(
      'The statement works and gives no row.',
    );
    expect(stepOf(report, 'first-rows').detail).toBe('There is no row in the call data.');
    expect(report.ok).toBe(true);
  });

  it('says what is wrong with the section instead of asking what it cannot ask', async () => {
    const home = await centre({ Source: calls().connectionString, ...keys, TimeStampType: '7' });
    const report = await testSystem(home, 'ACD');
    expect(shortly(report).slice(5)).toEqual(['6 first-rows  skipped', '7 yesterday  skipped']);
    expect(stepOf(report, 'yesterday').note?.code).toBe('KEY_VALUE');
  });

  it('tests what was typed as far as the login when the system is not there yet', async () => {
    const home = await centre({ Source: 'x', ...keys });
    const report = await testTyped(home, { source: calls().connectionString, user: '' });
    expect(shortly(report)).toHaveLength(5);
    expect(report.ok).toBe(true);
  });
});

describe('Test ODBC of a system in PostgreSQL', { timeout: 60_000 }, () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
    await server.exec(`
      CREATE TABLE calls (at TIMESTAMP, queue INTEGER, offered INTEGER);
      CREATE TABLE names (id INTEGER, name VARCHAR(20));
      CREATE TABLE hidden (id INTEGER, name VARCHAR(20));
      INSERT INTO names VALUES (1, 'Sales');
      INSERT INTO calls SELECT at, 1, 5
        FROM generate_series(TIMESTAMP '${yesterday} 00:00', TIMESTAMP '${yesterday} 23:30', '30 minutes') at;
      CREATE ROLE reader LOGIN PASSWORD 'r3ad;{er}';
      GRANT SELECT ON calls, names TO reader;`);
  });
  afterAll(() => server.stop());
  const keys = () => ({
    Source: server.connectionString.replace(/;UID=.*$/, ''),
    User: 'reader',
    Pwd: 'r3ad;{er}',
    TimeStampColumn: 'at',
    TimeZone: 'Europe/Paris',
    QueueSQL: 'SELECT name FROM names',
    QueueNameColumn: 'n.name',
    ValueTypes: 'offered',
  });

  it('asks for the right on each table of a join, and goes on past one that is refused', async () => {
    const home = await centre({
      ...keys(),
      CallDataTable: 'calls c JOIN names n ON n.id = c.queue LEFT JOIN hidden h ON h.id = c.queue',
    });
    const report = await testSystem(home, 'ACD');
    expect(shortly(report).slice(5)).toEqual([
      '6 table calls ok',
      '7 table names ok',
      '8 table hidden failed',
      '9 statement QueueSQL ok',
      '10 first-rows  failed',
      '11 yesterday  failed',
    ]);
    expect(stepOf(report, 'table', 'hidden').error).toMatchObject({ code: 'ODBC_NO_RIGHT' });
    expect(report).toMatchObject({ ok: false, databaseName: expect.stringContaining('PostgreSQL') });
  });

  it('counts the rows of yesterday on the wall clock of the source', async () => {
    const home = await centre({ ...keys(), CallDataTable: 'calls c, names n', QueueNameColumn: 'n.name' });
    const report = await testSystem(home, 'ACD');
    expect(stepOf(report, 'yesterday').detail).toBe(
      `48 rows of ${yesterday} (Europe/Paris), from 00:00 to 23:30.`,
    );
    expect(report.ok).toBe(true);
  });

  it('is told in each language, as a text without password and connection string', async () => {
    const home = await centre({ ...keys(), CallDataTable: 'calls c JOIN hidden n ON n.id = c.queue' });
    const report = await testSystem(home, 'ACD');
    const texts = (['en', 'fr', 'de'] as const).map((language) => {
      const t = createWords(language).getFixedT(language, 'dialogs');
      return odbcTestText('ACD', report, { t, tell: (shape) => messageText(language, shape) });
    });
    const [en = '', fr = '', de = ''] = texts;
    expect(en).toMatch(
      /^Test ODBC: ACD, \d{4}-\d\d-\d\d \d\d:\d\d UTC\nThe connection works, but 3 steps failed\.\n/,
    );
    expect(en).toMatch(
      /\n 7 {2}failed {2}Read right: hidden \(\d+ ms\)\n {12}42501 · The user may not read this/,
    );
    expect(en).toContain('\n            ODBC_NO_RIGHT · SQLSTATE 42501');
    expect(en).toContain('\n            SELECT 1 AS xl_one FROM hidden WHERE 1 = 0\n');
    expect(fr).toContain('Droit de lecture\u00a0: hidden');
    expect(de).toContain('Leserecht: hidden');
    for (const text of texts) {
      expect(text).not.toMatch(/r3ad|\{er|UID=|PWD=|Server=|Port=/);
      expect(text).not.toMatch(/undefined|\[object|{{/);
    }
  });
});

describe('Test ODBC of a system in MariaDB', { timeout: 60_000 }, () => {
  let server: MariadbServer;
  beforeAll(async () => {
    server = await startMariadb();
  });
  afterAll(() => server.stop());

  it('reads a date/time column and calls that are rows of their own', async () => {
    await server.exec(`CREATE TABLE cdr (started DATETIME, queue VARCHAR(20), seconds INTEGER);
      INSERT INTO cdr VALUES ('${yesterday} 08:00:07', 'Sales', 3), ('${yesterday} 08:00:07', 'Sales', 4),
        ('${yesterday} 17:59:59', 'Sales', 5), (NULL, 'Sales', 5), ('2020-01-01 00:00:00', 'Sales', 5);`);
    const home = await centre({
      Source: server.connectionString,
      CallDataTable: 'cdr',
      TimeStampColumn: 'started',
      QueueNameColumn: 'queue',
      ValueTypeFunctions: 'count',
    });
    const report = await testSystem(home, 'ACD');
    expect(report.steps.filter(({ outcome }) => outcome !== 'ok')).toEqual([]);
    expect(stepOf(report, 'yesterday').detail).toMatch(
      new RegExp(`^3 rows of ${yesterday} \\(.*\\), from 08:00 to 17:59\\.$`),
    );
  });
});
