import { describe, expect, it } from 'vitest';
import { dataSourcesInRegistry, parseRegQuery } from '#engine/odbc/windowsRegistry.ts';

// In the form `reg.exe query … /s` prints: an empty line, the key, its values, each indented by four blanks.
const systemSources = [
  '',
  'HKEY_LOCAL_MACHINE\\Software\\ODBC\\ODBC.INI\\Avaya CMS',
  '    Driver    REG_SZ    C:\\Program Files\\OpenLink\\oplodbc.dll',
  '    Description    REG_SZ    Calls of the CMS',
  '    Port    REG_DWORD    0x1388',
  '    Empty    REG_SZ    ',
  '',
  'HKEY_LOCAL_MACHINE\\Software\\ODBC\\ODBC.INI\\ODBC Data Sources',
  '    Avaya CMS    REG_SZ    OpenLink Lite',
  '',
  'End of search: 5 match(es) found.',
  '',
].join('\r\n');

const systemDrivers = [
  '',
  'HKEY_LOCAL_MACHINE\\Software\\ODBC\\ODBCINST.INI\\ODBC Drivers',
  '    OpenLink Lite    REG_SZ    Installed',
  '',
  'HKEY_LOCAL_MACHINE\\Software\\ODBC\\ODBCINST.INI\\OpenLink Lite',
  '    Driver    REG_SZ    C:\\Program Files\\OpenLink\\oplodbc.dll',
  '    UsageCount    REG_DWORD    0x1',
  '',
].join('\r\n');

const oldDrivers =
  '\r\nHKEY_LOCAL_MACHINE\\Software\\ODBC\\ODBCINST.INI\\Old Informix\r\n    Driver    REG_SZ    C:\\old.dll\r\n';

const userSources = [
  'HKEY_CURRENT_USER\\Software\\ODBC\\ODBC.INI\\ODBC Data Sources',
  '    Old    REG_SZ    Old Informix',
  '    Mine    REG_SZ    OpenLink Lite',
].join('\r\n');

describe('what reg.exe prints', () => {
  it('is read as keys with their values', () => {
    expect(parseRegQuery(systemSources)).toEqual([
      {
        key: 'HKEY_LOCAL_MACHINE\\Software\\ODBC\\ODBC.INI\\Avaya CMS',
        values: {
          Driver: 'C:\\Program Files\\OpenLink\\oplodbc.dll',
          Description: 'Calls of the CMS',
          Port: '0x1388',
          Empty: '',
        },
      },
      {
        key: 'HKEY_LOCAL_MACHINE\\Software\\ODBC\\ODBC.INI\\ODBC Data Sources',
        values: { 'Avaya CMS': 'OpenLink Lite' },
      },
    ]);
  });
});

describe('the data sources in the registry', () => {
  const user = parseRegQuery(userSources);
  const { dataSources, drivers } = dataSourcesInRegistry([
    { scope: 'user', bitness: 64, dataSources: user, drivers: [] },
    { scope: 'user', bitness: 32, dataSources: user, drivers: [] },
    {
      scope: 'system',
      bitness: 64,
      dataSources: parseRegQuery(systemSources),
      drivers: parseRegQuery(systemDrivers),
    },
    {
      scope: 'system',
      bitness: 32,
      dataSources: parseRegQuery(systemSources),
      drivers: parseRegQuery(oldDrivers),
    },
  ]);

  it('are those of the user once: all programs see them', () => {
    expect(
      dataSources.filter(({ scope }) => scope === 'user').map(({ name, onlyForBits }) => [name, onlyForBits]),
    ).toEqual([
      ['Old', undefined],
      ['Mine', undefined],
    ]);
  });

  it('are those of the system for each bitness', () => {
    expect(dataSources.filter(({ scope }) => scope === 'system')).toEqual(
      [64, 32].map((bitness) => ({
        name: 'Avaya CMS',
        driver: 'OpenLink Lite',
        description: 'Calls of the CMS',
        scope: 'system',
        onlyForBits: bitness,
        definedIn: 'HKEY_LOCAL_MACHINE\\Software\\ODBC\\ODBC.INI\\Avaya CMS',
      })),
    );
  });

  it('come with the drivers, their library and bitness', () => {
    expect(drivers).toEqual([
      {
        name: 'OpenLink Lite',
        library: 'C:\\Program Files\\OpenLink\\oplodbc.dll',
        bitness: 64,
        definedIn: 'HKEY_LOCAL_MACHINE\\Software\\ODBC\\ODBCINST.INI\\OpenLink Lite (64-bit)',
      },
      {
        name: 'Old Informix',
        library: 'C:\\old.dll',
        bitness: 32,
        definedIn: 'HKEY_LOCAL_MACHINE\\Software\\ODBC\\ODBCINST.INI\\Old Informix (32-bit)',
      },
    ]);
  });
});
