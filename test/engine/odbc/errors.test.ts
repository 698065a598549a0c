import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withNotes } from '#engine/odbc/data-source-notes.ts';
import type { DataSources } from '#engine/odbc/dataSources.ts';
import { kindsByState } from '#engine/odbc/error-kinds.ts';
import { odbcError } from '#engine/odbc/errors.ts';
import { dataSourcesInRegistry } from '#engine/odbc/windowsRegistry.ts';
import { messageText } from '#shared/i18n/messages.ts';

/** What `odbc` throws for one diagnostic record. */
function driverError(state: string, code: number, message: string): Error {
  return Object.assign(new Error('[odbc] Error'), { odbcErrors: [{ state, code, message }] });
}

// Records of drivers that the tests have no server for, as their documentation and forums show them.
describe('what other drivers say', () => {
  it.each([
    [
      'IM014',
      0,
      '[Microsoft][ODBC Driver Manager] The specified DSN contains an architecture mismatch between the Driver and Application',
      'ODBC_ARCHITECTURE',
      false,
    ],
    [
      'IM003',
      160,
      'Specified driver could not be loaded due to system error 126: The specified module could not be found. (Informix)',
      'ODBC_DRIVER_MISSING',
      false,
    ],
    [
      'IM003',
      0,
      '[unixODBC][Driver Manager]Specified driver could not be loaded',
      'ODBC_DRIVER_MISSING',
      false,
    ],
    [
      '28000',
      18456,
      "[Microsoft][ODBC Driver 18 for SQL Server][SQL Server]Login failed for user 'acd'.",
      'ODBC_LOGIN_REFUSED',
      false,
    ],
    [
      '08001',
      17,
      '[Microsoft][ODBC Driver 18 for SQL Server]TCP Provider: No connection could be made because the target machine actively refused it.',
      'ODBC_SERVER_UNREACHABLE',
      true,
    ],
    [
      'HYT00',
      0,
      '[Microsoft][ODBC Driver 18 for SQL Server]Login timeout expired',
      'ODBC_SERVER_UNREACHABLE',
      true,
    ],
    ['HYT00', 0, '[Microsoft][ODBC Driver 18 for SQL Server]Query timeout', 'ODBC_TIMEOUT', true],
    [
      '42S02',
      208,
      "[Microsoft][ODBC Driver 18 for SQL Server][SQL Server]Invalid object name 'dbo.calls'.",
      'ODBC_TABLE_MISSING',
      false,
    ],
    [
      '42S22',
      207,
      "[Microsoft][ODBC Driver 18 for SQL Server][SQL Server]Invalid column name 'queue'.",
      'ODBC_COLUMN_MISSING',
      false,
    ],
    [
      '42000',
      4060,
      '[Microsoft][ODBC Driver 18 for SQL Server][SQL Server]Cannot open database "acd" requested by the login.',
      'ODBC_DATABASE_MISSING',
      false,
    ],
    [
      '40001',
      1205,
      '[Microsoft][ODBC Driver 18 for SQL Server][SQL Server]Transaction was deadlocked on lock resources',
      'ODBC_LOCKED',
      true,
    ],
    [
      '08S01',
      10054,
      '[Microsoft][ODBC SQL Server Driver]Communication link failure',
      'ODBC_CONNECTION_LOST',
      true,
    ],
    [
      '42S02',
      -206,
      '[Informix][Informix ODBC Driver][Informix]The specified table (calls) is not in the database.',
      'ODBC_TABLE_MISSING',
      false,
    ],
    ['S1000', 1, 'General error of an old driver', 'ODBC_ERROR', false],
    ['HY000', 1, 'Something else', 'ODBC_ERROR', false],
    ['53300', 0, 'FATAL: sorry, too many clients already', 'ODBC_CONNECTION_REFUSED', true],
    ['HY000', 1040, '[ma-3.1.15]Too many connections', 'ODBC_CONNECTION_REFUSED', true],
    [
      'HY000',
      1053,
      '[ma-3.1.15][10.11.6-MariaDB]Server shutdown in progress',
      'ODBC_SERVER_UNREACHABLE',
      true,
    ],
    [
      '08S01',
      1160,
      '[ma-3.1.15][10.11.6-MariaDB]Got an error writing communication packets',
      'ODBC_CONNECTION_LOST',
      true,
    ],
    ['08001', 101, 'FATAL: the database system is starting up', 'ODBC_SERVER_UNREACHABLE', true],
    ['HY000', 26, 'FATAL: the database system is in recovery mode', 'ODBC_SERVER_UNREACHABLE', true],
    [
      'HY000',
      1033,
      '[Oracle][ODBC][Ora]ORA-01033: ORACLE initialization or shutdown in progress',
      'ODBC_SERVER_UNREACHABLE',
      true,
    ],
    [
      'HY000',
      3113,
      '[Oracle][ODBC][Ora]ORA-03113: end-of-file on communication channel',
      'ODBC_CONNECTION_LOST',
      true,
    ],
    [
      'HY000',
      6005,
      '[Microsoft][ODBC Driver 18 for SQL Server][SQL Server]SHUTDOWN is in progress.',
      'ODBC_SERVER_UNREACHABLE',
      true,
    ],
    ['HY000', 5, '[SQLite]database is locked (5)', 'ODBC_LOCKED', true],
    ['07002', 0, 'COUNT field incorrect', 'ODBC_PARAMETERS', false],
    ['22008', 0, 'Datetime field overflow', 'ODBC_DATE_FORMAT', false],
  ])('%s %i %s: %s', (state, code, text, expected, retryable) => {
    const error = odbcError(driverError(state, code, text), { connectionString: 'DSN=acd' });
    expect(error.code).toBe(expected);
    expect(error.retryable).toBe(retryable);
    expect(error.details).toMatchObject({ sqlState: state, nativeCode: code, driverText: text });
    expect(error.message).not.toBe('');
  });

  it('is nothing where the connection of a statement that is made was lost', () => {
    const thrown = Object.assign(new Error('[odbc] Error allocating a handle to create a new Statement'), {
      odbcErrors: [],
    });
    const error = odbcError(thrown, { connectionString: 'DSN=acd' });
    expect(error).toMatchObject({ code: 'ODBC_CONNECTION_LOST', retryable: true });
  });

  it('is shown in their words where there is nothing to add', () => {
    const error = odbcError(driverError('HY000', 4711, 'The moon is\n\tfull'), {
      connectionString: 'DSN=acd',
    });
    expect(error.message).toBe('The driver says: The moon is full');
  });
});

/** The table of docs/odbc.md: SQLSTATE, code, what it means, what to do. */
const documented = readFileSync(new URL('../../../docs/odbc.md', import.meta.url), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, states, code] = /^\| (`[0-9A-Z]{5}`(?:, `[0-9A-Z]{5}`)*) \| `([A-Z_]+)` \|/.exec(line) ?? [];
    return (states?.match(/[0-9A-Z]{5}/g) ?? []).map((state) => [state, code!] as const);
  });

describe('an SQLSTATE', () => {
  it('has help, listed in docs/odbc.md, more than twenty of them', () => {
    expect(documented.length).toBeGreaterThan(20);
    const listed = documented.map(([state]) => state);
    for (const state of [
      'IM002',
      'IM003',
      'IM014',
      '08001',
      '08004',
      '08S01',
      '28000',
      '42000',
      '42S02',
      '42S22',
    ]) {
      expect(listed).toContain(state);
    }
    for (const state of [
      'HYT00',
      'HYT01',
      'HY001',
      'HY008',
      '07002',
      '22007',
      '22018',
      '23000',
      '25S01',
      '40001',
      '42501',
    ]) {
      expect(listed).toContain(state);
    }
    expect(new Set(listed).size).toBe(listed.length);
    expect(new Set([...Object.keys(kindsByState)])).toEqual(new Set(listed));
  });

  it.each(documented)('%s is %s, and says what to do in each language', (state, code) => {
    const error = odbcError(driverError(state, 0, 'What the driver says'), { connectionString: 'DSN=acd' });
    expect(error.code).toBe(code);
    expect(error.message).toMatch(new RegExp(`^${state} · .+\\. .+`));
    for (const language of ['fr', 'de'] as const) {
      const told = messageText(language, error);
      expect(told).not.toBe(error.message);
      expect(told).not.toContain('{{');
    }
  });

  it('that says nothing by itself leaves the word to the driver', () => {
    const records = [
      {
        state: '01000',
        code: 0,
        message: "[unixODBC][Driver Manager]Can't open lib 'x.so' : file not found",
      },
      { state: '01000', code: 0, message: 'Something to know' },
      { state: 'HY000', code: 1, message: 'General error: the tape is at its end' },
    ];
    const codes = records.map((record) => {
      const { state, code, message } = record;
      return odbcError(driverError(state, code, message), { connectionString: 'DSN=acd' });
    });
    expect(codes.map(({ code }) => code)).toEqual(['ODBC_DRIVER_MISSING', 'ODBC_ERROR', 'ODBC_ERROR']);
    expect(codes[2]!.message).toContain('the tape is at its end');
  });
});

describe('a data source of Windows that is "not found"', () => {
  const registered = (name: string) => [
    { key: 'HKLM\\Software\\ODBC\\ODBC.INI\\ODBC Data Sources', values: { [name]: 'Old Informix' } },
  ];
  const found = () =>
    withNotes(
      dataSourcesInRegistry([
        { scope: 'system', bitness: 64, dataSources: registered('Bank'), drivers: [] },
        { scope: 'system', bitness: 32, dataSources: registered('Avaya'), drivers: [] },
      ]),
    );
  const notFound = (dsn: string, sources: DataSources) =>
    odbcError(driverError('IM002', 0, 'Data source name not found and no default driver specified'), {
      connectionString: `DSN=${dsn}`,
      found: sources,
    });

  it('is said to be there for programs of 32 bits', async () => {
    expect(notFound('avaya', await found())).toMatchObject({
      code: 'ODBC_ARCHITECTURE',
      details: { dsn: 'avaya', bits: 32, programBits: 64 },
    });
  });

  it('is answered with those that this program sees', async () => {
    expect(notFound('Bnak', await found())).toMatchObject({
      code: 'ODBC_NO_DATA_SOURCE',
      details: { dsn: 'Bnak', found: ['Bank'] },
    });
  });
});

describe('a secret', () => {
  const connectionString = 'DSN=acd;UID=u;PWD={top;secret}';

  it('that the driver repeats is in neither message nor details', () => {
    const error = odbcError(
      driverError(
        'HY000',
        1,
        'Cannot parse DSN=acd;UID=u;PWD={top;secret} or top;secret, password=other1 either',
      ),
      { connectionString, statement: "SELECT 'top;secret'" },
    );
    const whole = JSON.stringify(error);
    expect(whole).not.toContain('top;secret');
    expect(whole).not.toContain('other1');
    expect(whole).toContain('DSN=acd');
  });

  it('that has braces is taken out as it is written and as it is meant', () => {
    const error = odbcError(
      driverError('HY000', 1, 'In DSN=acd;PWD={a}}b{c} the word a}b{c is wrong; as is PWD={x}}yz'),
      { connectionString: 'DSN=acd;PWD={a}}b{c}' },
    );
    const whole = JSON.stringify(error);
    for (const part of ['a}}b', 'a}b', 'b{c', 'yz']) expect(whole).not.toContain(part);
  });
});
