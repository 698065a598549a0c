import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { callTable, section, settings, smallCentre } from '../support/acd.ts';
import { handWrittenHome, xlink } from '../support/cli.ts';
import { temporaryFolder } from '../support/home.ts';

async function centre(source?: string) {
  const database = callTable([['2026-03-02T08:00:00Z', 'Sales', 10, 9]]);
  const files = smallCentre(database);
  if (source === undefined) return handWrittenHome(files);
  return handWrittenHome({
    ...files,
    settings: settings(section('ACD', { Source: source, CallDataTable: 'calls' })),
  });
}

describe('xlink test-odbc', () => {
  it('prints the numbered steps as they can be copied in the console', async () => {
    const folder = await centre();
    const { stdout, exitCode } = await xlink(folder, ['test-odbc', 'ACD']);
    expect(stdout).toMatch(
      /^Test ODBC: ACD, \d{4}-\d\d-\d\d \d\d:\d\d UTC\nThe connection works: SQLite3 · SQLite /,
    );
    expect(stdout).toMatch(/\n 1 {2}done {5}Driver manager \([\d,]+ ms\)\n/);
    expect(stdout).toMatch(/\n 5 {2}skipped {2}Clock of the server\n/);
    expect(stdout).toMatch(/\n 6 {2}done {5}Read right: calls /);
    expect(stdout).not.toContain('Database=');
    expect(exitCode).toBe(0);
    // The word on the button does as well.
    expect((await xlink(folder, ['test', 'ACD'])).stdout).toContain('Read right: calls');
  });

  it('ends with 1 when something failed, and says which step', async () => {
    const result = await xlink(await centre('No such DSN'), ['test-odbc', 'ACD', '--json']);
    expect(result.exitCode).toBe(1);
    expect(result.json()).toMatchObject({
      system: 'ACD',
      ok: false,
      steps: [
        { number: 1, step: 'driver-manager', outcome: 'ok' },
        { number: 2, step: 'data-source', outcome: 'failed', error: { code: 'ODBC_NO_DATA_SOURCE' } },
        { number: 3, step: 'driver', outcome: 'skipped' },
        { number: 4, step: 'login', outcome: 'skipped' },
        { number: 5, step: 'clock', outcome: 'skipped' },
        { number: 6, step: 'first-rows', outcome: 'skipped', note: { code: 'KEY_MISSING' } },
        { number: 7, step: 'yesterday', outcome: 'skipped' },
      ],
    });
  });
});

describe('xlink test-odbc of a section with an error', () => {
  it('does not say that all works, and ends with 3', async () => {
    const database = callTable([['2026-03-02T08:00:00Z', 'Sales', 10, 9]]);
    const folder = await handWrittenHome({
      ...smallCentre(database),
      settings: settings(section('ACD', { Source: database.connectionString, CallDataTable: 'calls' })),
    });
    const { stdout, exitCode } = await xlink(folder, ['test-odbc', 'ACD']);
    expect(stdout).toContain(
      'The connection works, but the section has an error: its statements were not tried.\nSQLite3 · SQLite ',
    );
    expect(stdout).toMatch(/skipped {2}First rows\n.*TimeStampColumn is missing/);
    expect(exitCode).toBe(3);
  });
});

describe('xlink data-sources', () => {
  it('lists data sources and drivers, and what is odd about them', async () => {
    const folder = await temporaryFolder();
    const environment = { ODBCINI: path.join(folder, 'odbc.ini') };
    await writeFile(environment.ODBCINI, '[Bank]\nDriver=SQLite3\n[Stranger]\nDriver=FreeTDS\n');
    const { stdout } = await xlink(folder, ['data-sources'], { environment });
    expect(stdout).toMatch(/^data source +driver +bits +scope +defined in\n/);
    expect(stdout).toMatch(/\nBank +SQLite3 +64-bit +user +\S+odbc\.ini\n/);
    expect(stdout).toMatch(/\nSQLite3 +64-bit +libsqlite3odbc\.so +\S+odbcinst\.ini\n/);
    expect(stdout).toMatch(
      /\nStranger \(user, \S+\): Its driver "FreeTDS" is not registered on this machine\./,
    );
    const json = await xlink(folder, ['data-sources', '--json'], { environment });
    expect(json.json()).toMatchObject({
      dataSources: expect.arrayContaining([
        expect.objectContaining({ name: 'Bank', bitness: 64, notes: [] }),
        expect.objectContaining({
          name: 'Stranger',
          notes: [expect.objectContaining({ code: 'DSN_DRIVER' })],
        }),
      ]),
      drivers: expect.arrayContaining([expect.objectContaining({ name: 'SQLite3', bitness: 64 })]),
    });
  });
});
