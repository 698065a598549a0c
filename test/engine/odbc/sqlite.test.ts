import { afterAll, describe, expect, it } from 'vitest';
import { openConnection } from '#engine/odbc/connection.ts';
import { testOdbc } from '#engine/odbc/test.ts';
import { sqliteFile } from '../../support/sqlite.ts';
import { cancelRules } from './cancel-rules.ts';
import { dialectRules } from './dialect-rules.ts';
import { readingRules } from './reading-rules.ts';
import { errorRules } from './server-rules.ts';
import type { Source } from './source.ts';
import { valuesRules } from './values-rules.ts';

const file = sqliteFile('CREATE TABLE acd (queue VARCHAR(40), calls INTEGER)');
afterAll(() => file.remove());

const numbers = (count: number) =>
  `(WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < ${count}) SELECT x FROM n WHERE x <= ${count}) numbers`;

const source: Source = {
  connectionString: file.connectionString,
  exec: file.exec,
  sql: {
    numbers,
    repeated: (text, count) => `replace(hex(zeroblob(${count})), '00', '${text}')`,
    slow: 'WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 2000000000) SELECT max(x) FROM n',
    endless: 'WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n',
    text: 'TEXT',
  },
};

describe('SQLite through its ODBC driver', () => {
  valuesRules(() => source, {
    create: `CREATE TABLE kinds (i INTEGER, s SMALLINT, b BIGINT, d DECIMAL(10,2), f DOUBLE, v VARCHAR(40), x TEXT, ts TIMESTAMP, dt DATE, tm TIME, bo BOOLEAN, c CHAR(10));
      INSERT INTO kinds VALUES (7, 3, 42, '12.34', 1.5, 'Zürich', 'long', '2026-01-02 03:04:05', '2026-01-02', '03:04:05', 1, 'cc');
      INSERT INTO kinds (i) VALUES (NULL);`,
    // Decimals are text; DATE, TIME and TIMESTAMP as they were stored.
    row: [7, 3, 42, '12.34', 1.5, 'Zürich', 'long', '2026-01-02 03:04:05', '2026-01-02', '03:04:05', 1, 'cc'],
  });
  readingRules(() => source, { longTextArrives: false, product: 'sqlite' });
  cancelRules(() => source);
  dialectRules(() => source, 'TIMESTAMP');
  errorRules(
    () => source,
    [
      { what: 'a table that does not exist', sql: 'SELECT * FROM not_there', code: 'ODBC_TABLE_MISSING' },
      { what: 'a column that does not exist', sql: 'SELECT not_there FROM acd', code: 'ODBC_COLUMN_MISSING' },
      { what: 'a misspelt word', sql: 'SELEC queue FROM acd', code: 'ODBC_SYNTAX' },
      { what: 'a quote nobody closes', sql: "SELECT 'queue FROM acd", code: 'ODBC_SYNTAX' },
      { what: 'an unknown function', sql: 'SELECT nofunction(calls) FROM acd', code: 'ODBC_SYNTAX' },
      {
        what: 'a value that is missing',
        sql: 'SELECT calls FROM acd WHERE calls = ?',
        code: 'ODBC_PARAMETERS',
      },
      {
        what: 'a value too many',
        sql: 'SELECT calls FROM acd WHERE calls = ?',
        parameters: [1, 2],
        code: 'ODBC_PARAMETERS',
      },
    ],
  );

  it('keeps texts that are longer than their column declares', async () => {
    file.exec(
      `CREATE TABLE loose (name VARCHAR(5)); INSERT INTO loose VALUES ('${'abcdefghij'.repeat(9)}');`,
    );
    const connection = await openConnection(file.connectionString, { connectTimeoutMs: 10_000 });
    expect(await connection.query('SELECT name FROM loose', [], { maxRows: 1 })).toEqual([
      ['abcdefghij'.repeat(9)],
    ]);
    await connection.close();
  });

  it('is never made by reading it', async () => {
    await expect(
      openConnection(`Driver=SQLite3;Database=${file.path}.typo`, { connectTimeoutMs: 10_000 }),
    ).rejects.toMatchObject({ code: 'ODBC_DATABASE_MISSING' });
  });

  it('that is no database is said to be none', async () => {
    const connection = await openConnection('Driver=SQLite3;Database=/etc/passwd', {
      connectTimeoutMs: 10_000,
    });
    await expect(connection.query('SELECT * FROM acd', [], { maxRows: 1 })).rejects.toMatchObject({
      code: 'ODBC_DATABASE_MISSING',
    });
    await connection.close();
  });

  it('passes Test ODBC', async () => {
    const report = await testOdbc({ source: file.connectionString }, { deadlineMs: 10_000 });
    expect(report.ok).toBe(true);
    expect(report.databaseName).toMatch(/^SQLite 3\.\d+/);
    expect(report.driverName).toBe('SQLite3');
    expect(report.steps.at(-1)).toMatchObject({
      step: 'clock',
      outcome: 'skipped',
      detail: 'The database is a file: its clock is that of this machine.',
    });
  });
});

describe('the driver manager', () => {
  const failure = (connectionString: string) =>
    openConnection(connectionString, { connectTimeoutMs: 10_000 }).catch((error: unknown) => error);

  it('knows no such data source: those that exist are named', async () => {
    expect(await failure('DSN=No such DSN')).toMatchObject({
      code: 'ODBC_NO_DATA_SOURCE',
      message: expect.stringContaining('"No such DSN"'),
      details: { sqlState: 'IM002', found: expect.any(Array) },
    });
  });

  it('knows no such driver: those that exist are named', async () => {
    expect(await failure('Driver=No such driver;Database=x')).toMatchObject({
      code: 'ODBC_DRIVER_MISSING',
      message: expect.stringContaining('SQLite3'),
    });
  });

  it('finds no library where the driver is said to be', async () => {
    expect(await failure('Driver=/nowhere/libdriver.so;Database=x')).toMatchObject({
      code: 'ODBC_DRIVER_MISSING',
    });
    const report = await testOdbc({ source: 'Driver=/nowhere/libdriver.so' }, { deadlineMs: 10_000 });
    expect(report.steps.map(({ step, outcome }) => [step, outcome])).toEqual([
      ['driver-manager', 'ok'],
      ['data-source', 'ok'],
      ['driver', 'failed'],
      ['login', 'skipped'],
      ['clock', 'skipped'],
    ]);
    expect(report.steps[2]!.error?.code).toBe('ODBC_DRIVER_MISSING');
    expect(report.steps[2]!.warnings).toMatchObject([
      { code: 'DSN_DRIVER', details: { variant: 'library', library: '/nowhere/libdriver.so' } },
    ]);
  });

  it('takes no name of more than 32 characters', async () => {
    expect(await failure(`DSN=${'x'.repeat(40)}`)).toMatchObject({
      code: 'ODBC_NO_DATA_SOURCE',
      message: expect.stringContaining('32 characters'),
    });
  });
});
