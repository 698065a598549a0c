import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openConnection } from '#engine/odbc/connection.ts';
import { dataSourceInUse } from '#engine/odbc/data-source-in-use.ts';
import { notesFor, withNotes } from '#engine/odbc/data-source-notes.ts';
import { type DataSources, dataSourcesIn } from '#engine/odbc/dataSources.ts';
import { testOdbc } from '#engine/odbc/test.ts';
import { dataSourcesInRegistry } from '#engine/odbc/windowsRegistry.ts';
import { messageText } from '#shared/i18n/messages.ts';

const folder = mkdtempSync(join(tmpdir(), 'xlink-dsn-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function library(name: string, fileClass: 1 | 2): string {
  const header = Buffer.alloc(64);
  header.write('\x7fELF', 'latin1');
  header[4] = fileClass;
  return file(name, header);
}

const old = library('libold.so', 1);
const userFile = file(
  'user.ini',
  `[Bank]\nDriver=Good\n[Old]\nDriver=Old driver\n[By path]\nDriver=${old}\n[Nobody]\nDescription=x\n`,
);
const systemFile = file(
  'system.ini',
  `[bank]\nDriver=Good\n[Gone]\nDriver=Gone driver\n[Unknown]\nDriver=FreeTDS\n[Fine]\nDriver=Good\n`,
);
const drivers = file(
  'inst.ini',
  `[Good]\nDriver=${library('libgood.so', 2)}\n[Old driver]\nDriver=${old}\n[Gone driver]\nDriver=${join(folder, 'libgone.so')}\n`,
);

const onThisMachine = async () =>
  withNotes(await dataSourcesIn({ userDataSources: userFile, systemDataSources: systemFile, drivers }), 64);

function notesOf(found: DataSources, name: string, scope?: 'user' | 'system', onlyForBits?: 32 | 64) {
  const source = found.dataSources.find(
    (one) =>
      one.name === name &&
      (scope === undefined || one.scope === scope) &&
      (onlyForBits === undefined || one.onlyForBits === onlyForBits),
  );
  return source?.notes.map(({ code, details }) => [code, details?.variant].filter(Boolean).join('.'));
}

describe('the notes on a data source', () => {
  it('are none where nothing is odd', async () => {
    expect(notesOf(await onThisMachine(), 'Fine')).toEqual([]);
  });

  it('say which one counts of a user and a system data source of one name', async () => {
    const found = await onThisMachine();
    expect(notesOf(found, 'Bank', 'user')).toEqual(['DSN_TWICE.counts']);
    expect(notesOf(found, 'bank', 'system')).toEqual(['DSN_TWICE.hidden-by-user']);
    expect(dataSourceInUse(found.dataSources, 'BANK')?.definedIn).toBe(userFile);
    expect(found.dataSources[0]!.notes[0]!.message).toContain(systemFile);
  });

  it('name a driver of the other bitness, registered or named by its path', async () => {
    const found = await onThisMachine();
    expect(notesOf(found, 'Old')).toEqual(['DSN_DRIVER.bitness']);
    expect(notesOf(found, 'By path')).toEqual(['DSN_DRIVER.bitness']);
    expect(found.dataSources.find(({ name }) => name === 'Old')).toMatchObject({ bitness: 32 });
    expect(found.drivers).toMatchObject([
      { name: 'Good', bitness: 64 },
      { name: 'Old driver', bitness: 32 },
      {},
    ]);
  });

  it('name a driver that is not registered, whose library is gone, or that is not said', async () => {
    const found = await onThisMachine();
    expect(notesOf(found, 'Unknown')).toEqual(['DSN_DRIVER.unregistered']);
    expect(notesOf(found, 'Gone')).toEqual(['DSN_DRIVER.library']);
    expect(notesOf(found, 'Nobody')).toEqual(['DSN_DRIVER.none']);
  });

  it('are there for a driver in a connection string as well', async () => {
    const found = await onThisMachine();
    expect(await notesFor(found, { driver: 'Old driver' })).toMatchObject([
      { code: 'DSN_DRIVER', details: { variant: 'bitness', bits: 32, programBits: 64 } },
    ]);
    expect(await notesFor(found, { driver: 'Good' })).toEqual([]);
    expect(await notesFor(found, { dsn: 'bank' })).toMatchObject([{ details: { variant: 'counts' } }]);
  });

  it('are told in each language', async () => {
    for (const note of (await onThisMachine()).dataSources.flatMap(({ notes }) => notes)) {
      for (const language of ['fr', 'de'] as const) {
        expect(messageText(language, note)).not.toBe(note.message);
        expect(messageText(language, note)).not.toContain('{{');
      }
    }
  });
});

describe('the notes on a data source of Windows', () => {
  const key = (path: string, values: Record<string, string>) => ({ key: path, values });
  const sources = (root: string, values: Record<string, string>) => [
    key(`${root}\\Software\\ODBC\\ODBC.INI\\ODBC Data Sources`, values),
  ];
  const driver = (name: string) => [
    key(`HKEY_LOCAL_MACHINE\\Software\\ODBC\\ODBCINST.INI\\${name}`, { Driver: `C:\\${name}.dll` }),
  ];
  const user = sources('HKEY_CURRENT_USER', { Both: 'New', Mine: 'Old' });
  const machine = 'HKEY_LOCAL_MACHINE';
  const inRegistry = dataSourcesInRegistry([
    { scope: 'user', bitness: 64, dataSources: user, drivers: [] },
    { scope: 'user', bitness: 32, dataSources: user, drivers: [] },
    {
      scope: 'system',
      bitness: 64,
      dataSources: sources(machine, { Both: 'New', Twin: 'New' }),
      drivers: driver('New'),
    },
    {
      scope: 'system',
      bitness: 32,
      dataSources: sources(machine, { Avaya: 'Old', Twin: 'Old' }),
      drivers: driver('Old'),
    },
  ]);

  it('name one that only programs of the other bitness see', async () => {
    const found = await withNotes(inRegistry, 64);
    expect(notesOf(found, 'Avaya')).toEqual(['DSN_BITNESS']);
    expect(dataSourceInUse(found.dataSources, 'Avaya', 64)).toBeUndefined();
    expect(await notesFor(found, { dsn: 'avaya' })).toMatchObject([
      { code: 'DSN_BITNESS', details: { bits: 32, programBits: 64 } },
    ]);
    // For a program of 32 bits it is the other way round.
    const for32 = await withNotes(inRegistry, 32);
    expect(notesOf(for32, 'Avaya')).toEqual([]);
    expect(notesOf(for32, 'Both', 'system')).toEqual(['DSN_TWICE.hidden-by-user']);
  });

  it('say of two bitnesses of one name which this program uses', async () => {
    const found = await withNotes(inRegistry, 64);
    expect(notesOf(found, 'Twin', 'system', 64)).toEqual([]);
    expect(notesOf(found, 'Twin', 'system', 32)).toEqual(['DSN_TWICE.hidden-by-system']);
  });

  it('say of a user data source that it hides the one of the system, and that its driver does not fit', async () => {
    const found = await withNotes(inRegistry, 64);
    expect(notesOf(found, 'Both', 'user')).toEqual(['DSN_TWICE.counts']);
    expect(notesOf(found, 'Mine')).toEqual(['DSN_DRIVER.bitness']);
  });
});

describe.skipIf(process.platform === 'win32')('a driver of 32 bits', () => {
  it('is named as the reason when a connect fails, which the driver manager calls "not found"', async () => {
    const failure = openConnection(`Driver=${old};Database=x`, { connectTimeoutMs: 5_000 });
    await expect(failure).rejects.toMatchObject({
      code: 'ODBC_ARCHITECTURE',
      details: { driver: old, bits: 32, programBits: 64 },
    });
  });

  it('is named by Test ODBC, in the step that loads it', async () => {
    const { steps } = await testOdbc({ source: `Driver=${old};Database=x` }, { deadlineMs: 10_000 });
    expect(steps.slice(2, 4)).toMatchObject([
      {
        step: 'driver',
        outcome: 'failed',
        error: { code: 'ODBC_ARCHITECTURE' },
        warnings: [{ code: 'DSN_DRIVER', details: { variant: 'bitness' } }],
      },
      { step: 'login', outcome: 'skipped' },
    ]);
  });
});
