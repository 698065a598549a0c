import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { driverOf } from '#engine/odbc/data-source-in-use.ts';
import { dataSourcesIn, listDataSources, odbcFiles } from '#engine/odbc/dataSources.ts';

const folder = mkdtempSync(join(tmpdir(), 'xlink-odbcini-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const userDataSources = file(
  'user.ini',
  `[ODBC Data Sources]
Old style = FreeTDS

[Bank ACD]
Description = Calls; of the bank
Driver      = PostgreSQL Unicode
Servername  = db.bank.example

[cms.example.org]
driver=/opt/informix/lib/iclit09b.so

[Old style]
Server = x

[ODBC]
Trace = no
`,
);
const systemDataSources = file(
  'system.ini',
  '[Bank ACD]\nDriver=MariaDB Unicode\n[Shared]\nDriver=SQLite3\n',
);
const drivers = file(
  'inst.ini',
  '[ODBC]\nTrace=no\n[SQLite3]\nDescription=SQLite\nDriver=libsqlite3odbc.so\nUsageCount=1\n[PostgreSQL Unicode]\nDriver=/usr/lib/psqlodbcw.so\nDriver64=/usr/lib64/psqlodbcw.so\n',
);
const files = { userDataSources, systemDataSources, drivers };

describe('the data sources of unixODBC', () => {
  it('are the sections of odbc.ini, of the user and of the system', async () => {
    const { dataSources } = await dataSourcesIn(files);
    expect(dataSources).toEqual([
      {
        name: 'Bank ACD',
        driver: 'PostgreSQL Unicode',
        description: 'Calls',
        scope: 'user',
        definedIn: userDataSources,
      },
      {
        name: 'cms.example.org',
        driver: '/opt/informix/lib/iclit09b.so',
        scope: 'user',
        definedIn: userDataSources,
      },
      { name: 'Old style', driver: 'FreeTDS', scope: 'user', definedIn: userDataSources },
      { name: 'Bank ACD', driver: 'MariaDB Unicode', scope: 'system', definedIn: systemDataSources },
      { name: 'Shared', driver: 'SQLite3', scope: 'system', definedIn: systemDataSources },
    ]);
  });

  it('come with the drivers of odbcinst.ini', async () => {
    expect((await dataSourcesIn(files)).drivers).toEqual([
      { name: 'SQLite3', library: 'libsqlite3odbc.so', definedIn: drivers },
      { name: 'PostgreSQL Unicode', library: '/usr/lib64/psqlodbcw.so', definedIn: drivers },
    ]);
  });

  it('are none where there are no files', async () => {
    const nowhere = join(folder, 'nowhere.ini');
    expect(
      await dataSourcesIn({ userDataSources: nowhere, systemDataSources: nowhere, drivers: nowhere }),
    ).toEqual({ dataSources: [], drivers: [] });
  });

  it('lead to a driver, the user’s before the system’s', async () => {
    const found = await dataSourcesIn(files);
    expect(driverOf(found, { dsn: 'bank acd' })).toBe('PostgreSQL Unicode /usr/lib64/psqlodbcw.so');
    expect(driverOf(found, { driver: 'sqlite3' })).toBe('SQLite3 libsqlite3odbc.so');
    expect(driverOf(found, { dsn: 'unknown' })).toBe('');
  });
});

describe('the files of unixODBC', () => {
  it('are those the environment names', async () => {
    expect(await odbcFiles({ ODBCINI: '/a/own.ini', ODBCSYSINI: '/b' })).toMatchObject({
      userDataSources: '/a/own.ini',
      systemDataSources: '/b/odbc.ini',
      drivers: '/b/odbcinst.ini',
    });
    expect(await odbcFiles({ ODBCSYSINI: '/b', ODBCINSTINI: 'mine.ini' })).toMatchObject({
      drivers: '/b/mine.ini',
    });
    expect(await odbcFiles({ ODBCINSTINI: '/c/mine.ini' })).toMatchObject({ drivers: '/c/mine.ini' });
  });

  it.skipIf(process.platform === 'win32')('name the drivers of this machine', async () => {
    const { drivers: found } = await listDataSources();
    expect(found.map(({ name }) => name)).toContain('SQLite3');
  });
});
