import { describe, expect, it } from 'vitest';
import { odbcError } from '#engine/odbc/errors.ts';

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

  it('is shown in their words where there is nothing to add', () => {
    const error = odbcError(driverError('HY000', 4711, 'The moon is\n\tfull'), {
      connectionString: 'DSN=acd',
    });
    expect(error.message).toBe('The driver says: The moon is full');
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
});
