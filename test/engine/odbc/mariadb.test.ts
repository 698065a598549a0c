import { afterAll, beforeAll, describe } from 'vitest';
import { type MariadbServer, startMariadb } from '../../support/mariadb.ts';
import { cancelRules } from './cancel-rules.ts';
import { dialectRules } from './dialect-rules.ts';
import { readingRules } from './reading-rules.ts';
import { errorRules, serverRules } from './server-rules.ts';
import { valuesRules } from './values-rules.ts';

let server: MariadbServer;
beforeAll(async () => {
  server = await startMariadb();
  await server.exec('CREATE TABLE acd (queue VARCHAR(40), calls INTEGER, stamp DATETIME)');
});
afterAll(() => server?.stop());

const source = () => ({
  ...server,
  sql: {
    // Without WHERE: MariaDB's sequences lose rows when they are filtered and read backwards.
    numbers: (count: number) =>
      count === 0
        ? '(SELECT 1 AS x FROM DUAL WHERE 1 = 0) numbers'
        : `(SELECT seq AS x FROM seq_1_to_${count}) numbers`,
    repeated: (text: string, count: string) => `REPEAT('${text}', ${count})`,
    slow: 'SELECT SLEEP(60)',
    // Not quite: the driver takes the whole result into its memory.
    endless: 'SELECT seq FROM seq_1_to_1000000',
    text: 'TEXT',
  },
});

describe('MariaDB through its ODBC driver', () => {
  valuesRules(source, {
    create: `CREATE TABLE kinds (i INTEGER, s SMALLINT, b BIGINT, d DECIMAL(10,2), f DOUBLE, r FLOAT, v VARCHAR(40), x TEXT, ts DATETIME(3), dt DATE, tm TIME, bo BOOLEAN, bi BIT(1), c CHAR(4), y YEAR);
      INSERT INTO kinds VALUES (7, 3, 42, 12.34, 1.5, 1.1, 'Zürich', 'long', '2026-01-02 03:04:05.678', '2026-01-02', '03:04:05', true, 1, 'cc', 2026);
      INSERT INTO kinds (i) VALUES (NULL);`,
    // Decimals are numbers, a boolean is one as well.
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
      '2026-01-02',
      '03:04:05',
      1,
      1,
      'cc',
      2026,
    ],
  });
  readingRules(source, { longTextArrives: true, product: 'mariadb' });
  cancelRules(source);
  dialectRules(source, 'DATETIME');
  serverRules(source, { endOwnSession: 'KILL CONNECTION_ID()' });
  errorRules(source, [
    { what: 'a table that does not exist', sql: 'SELECT * FROM not_there', code: 'ODBC_TABLE_MISSING' },
    { what: 'a column that does not exist', sql: 'SELECT not_there FROM acd', code: 'ODBC_COLUMN_MISSING' },
    { what: 'a misspelt word', sql: 'SELEC queue FROM acd', code: 'ODBC_SYNTAX' },
    { what: 'an unknown function', sql: 'SELECT nofunction(calls) FROM acd', code: 'ODBC_SYNTAX' },
    { what: 'a table of others', sql: 'SELECT * FROM mysql.user', code: 'ODBC_NO_RIGHT' },
    {
      what: 'a value that is missing',
      sql: 'SELECT calls FROM acd WHERE calls = ?',
      code: 'ODBC_PARAMETERS',
    },
  ]);
});
