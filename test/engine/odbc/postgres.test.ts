import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openConnection } from '#engine/odbc/connection.ts';
import { type PostgresServer, startPostgres } from '../../support/postgres.ts';
import { cancelRules } from './cancel-rules.ts';
import { dialectRules } from './dialect-rules.ts';
import { readingRules } from './reading-rules.ts';
import { errorRules, serverRules } from './server-rules.ts';
import { valuesRules } from './values-rules.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
  await server.exec('CREATE TABLE acd (queue VARCHAR(40), calls INTEGER, stamp TIMESTAMP)');
});
afterAll(() => server?.stop());

const source = () => ({
  ...server,
  sql: {
    numbers: (count: number) => `(SELECT x FROM generate_series(1, ${count}) AS x) numbers`,
    repeated: (text: string, count: string) => `repeat('${text}', ${count})`,
    slow: 'SELECT pg_sleep(60)',
    endless: 'SELECT a.x FROM generate_series(1, 1000000) a(x), generate_series(1, 1000000) b(x)',
    text: 'TEXT',
  },
});

describe('PostgreSQL through its ODBC driver', () => {
  valuesRules(source, {
    create: `CREATE TABLE kinds (i INTEGER, s SMALLINT, b BIGINT, d NUMERIC(10,2), f DOUBLE PRECISION, r REAL, v VARCHAR(40), x TEXT, ts TIMESTAMP, tz TIMESTAMPTZ, dt DATE, tm TIME, bo BOOLEAN, c CHAR(4), id UUID);
      INSERT INTO kinds VALUES (7, 3, 42, 12.34, 1.5, 1.1, 'Zürich', 'long', '2026-01-02 03:04:05.678', '2026-01-02 03:04:05+02', '2026-01-02', '03:04:05', true, 'cc', 'c56a4180-65aa-42ec-a945-5fd21dec0538');
      INSERT INTO kinds (i) VALUES (NULL);`,
    // Decimals are numbers, a time with zone is that of the session's zone, CHAR keeps its blanks, a boolean is text.
    row: [
      7,
      3,
      42,
      12.34,
      1.5,
      1.1,
      'Zürich',
      'long',
      '2026-01-02 03:04:05.678',
      '2026-01-02 01:04:05',
      '2026-01-02',
      '03:04:05',
      '1',
      'cc  ',
      'C56A4180-65AA-42EC-A945-5FD21DEC0538',
    ],
  });
  readingRules(source, { longTextArrives: true, product: 'postgresql' });
  cancelRules(source);
  dialectRules(source, 'TIMESTAMP');
  serverRules(source, { endOwnSession: 'SELECT pg_terminate_backend(pg_backend_pid())' });
  errorRules(source, [
    { what: 'a table that does not exist', sql: 'SELECT * FROM not_there', code: 'ODBC_TABLE_MISSING' },
    { what: 'a column that does not exist', sql: 'SELECT not_there FROM acd', code: 'ODBC_COLUMN_MISSING' },
    { what: 'a misspelt word', sql: 'SELEC queue FROM acd', code: 'ODBC_SYNTAX' },
    { what: 'an unknown function', sql: 'SELECT nofunction(calls) FROM acd', code: 'ODBC_SYNTAX' },
    {
      what: 'a text that is no date',
      sql: "SELECT * FROM acd WHERE stamp > 'then'",
      code: 'ODBC_DATE_FORMAT',
    },
    { what: 'a date that does not exist', sql: "SELECT TIMESTAMP '2026-13-01'", code: 'ODBC_DATE_FORMAT' },
    {
      what: 'a text compared with a number',
      sql: 'SELECT * FROM acd WHERE queue = 5',
      code: 'ODBC_CONVERSION',
    },
    {
      what: 'a value that is missing',
      sql: 'SELECT calls FROM acd WHERE calls = ?',
      code: 'ODBC_PARAMETERS',
    },
  ]);

  it('says that the user may not read a table', async () => {
    await server.exec(
      "CREATE ROLE poor LOGIN PASSWORD 'poor1'; CREATE TABLE hidden (x INTEGER); REVOKE ALL ON hidden FROM PUBLIC;",
    );
    const poor = server.connectionString.replace(/UID=.*$/, 'UID=poor;PWD=poor1');
    const connection = await openConnection(poor, { connectTimeoutMs: 10_000 });
    await expect(connection.query('SELECT x FROM hidden', [], { maxRows: 1 })).rejects.toMatchObject({
      code: 'ODBC_NO_RIGHT',
    });
    await connection.close();
  });

  it('ends a statement at the limit of the server', async () => {
    // Set when it is connected: the statements of a login may take longer than that on a busy machine.
    const connection = await openConnection(server.connectionString, { connectTimeoutMs: 10_000 });
    await connection.query("SELECT set_config('statement_timeout', '200ms', false)", [], { maxRows: 1 });
    await expect(connection.query('SELECT pg_sleep(5)', [], { maxRows: 1 })).rejects.toMatchObject({
      code: 'ODBC_TIMEOUT',
      retryable: true,
      details: { sqlState: '57014' },
    });
    await connection.close();
  });
});
