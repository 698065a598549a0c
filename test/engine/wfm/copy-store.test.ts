import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { copyStore } from '#engine/wfm/copy/copy-store.ts';
import type { StoreTables } from '#engine/wfm/copy/store-tables.ts';
import { type CopyCell, storedTables } from '#engine/wfm/copy/stored-tables.ts';
import { postgresLocation } from '#engine/wfm/postgres/location.ts';
import { postgresTables } from '#engine/wfm/postgres/tables.ts';
import { openSqliteStore } from '#engine/wfm/sqlite/open.ts';
import { sqliteTables } from '#engine/wfm/sqlite/tables.ts';
import type { WfmStore } from '#engine/wfm/store.ts';
import { postgresServer } from './postgres-home.ts';
import { changeOf, done, hotline, request, storeDay } from './samples.ts';
import { scratchFolder } from './scratch.ts';

const { freshUrl, open, exec } = postgresServer();

function scratchFile(): string {
  return join(scratchFolder(), 'wfm.db');
}

function asTables(place: string): StoreTables {
  const tables = place.startsWith('postgresql:')
    ? postgresTables(postgresLocation(place))
    : sqliteTables(place);
  onTestFinished(() => tables.close());
  return tables;
}

/** All rows of all tables, in an order that does not depend on the database. */
async function contentOf(place: string): Promise<Record<string, CopyCell[][]>> {
  const content: Record<string, CopyCell[][]> = {};
  await asTables(place).reading(async (reader) => {
    for (const table of storedTables) {
      const rows: CopyCell[][] = [];
      for await (const row of reader.rows(table)) rows.push(row);
      content[table.name] = rows.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    }
  });
  return content;
}

/** A store in which every table has rows, and texts that formats stumble over. */
async function fill(store: WfmStore): Promise<void> {
  await store.load(hotline);
  await store.load({
    queues: [
      { id: 3, name: 'Tab\there, "quotes", back\\slash, \\N, é漢🙂', parent: 'Hotline', active: false },
    ],
    externalSystems: [{ name: 'Line | bar; "q"', timeLink: true }],
  });
  await storeDay(store, 1002, 1, '2025-12-31', (index) => (index % 5 === 0 ? null : index * 7));
  await storeDay(store, 3, 2, '2026-03-29', (index) => -index);
  await storeDay(store, 3, 2, '2026-03-29', (index) => (index < 9 ? 2 ** 53 - 1 : null));
  const dry = await store.createRun(request({ dryRun: true, systems: ['Bank', 'Line | bar; "q"'] }));
  const changes = [await changeOf(store, 1002, 2, '2026-03-28', () => 4)];
  const problems = [
    {
      code: 'SOURCE_GAP',
      message: 'A gap\r\nin "it".',
      day: '2026-03-28',
      queueId: 3,
      count: 2,
      details: { a: [1, null, '\\N'] },
    },
  ];
  await store.commitDay(dry.id, 'Bank', '2026-03-28', done({ changes, problems }));
  await store.finishRun(dry.id, 'failed', {
    error: { code: 'X', message: 'm', details: { to: ['\\', '\t'] }, retryable: true },
    problems: [{ code: 'Y', message: '', count: 1, details: {} }],
  });
  await store.createRun(
    request({
      stream: 'agents',
      writeNull: true,
      undoOf: dry.id,
      zeroing: { surveyRunId: 1, emptyDays: [] },
    }),
  );
}

async function filledFile(): Promise<string> {
  const file = scratchFile();
  const store = await openSqliteStore(file);
  await fill(store);
  await store.close();
  return file;
}

describe('The tables that are copied', () => {
  it('are all that a store has, with all their columns', async () => {
    const listed = Object.fromEntries(
      storedTables.map(({ name, columns }) => [name, columns.map((column) => column.name).sort()]),
    );
    const file = scratchFile();
    await (await openSqliteStore(file)).close();
    const database = new Database(file, { readonly: true });
    const inFile = database
      .prepare<[], { table: string; column: string }>(
        `SELECT t.name AS "table", c.name AS "column" FROM sqlite_schema AS t, pragma_table_info(t.name) AS c
         WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'`,
      )
      .all();
    database.close();
    expect(byTable(inFile)).toEqual(listed);

    const url = freshUrl();
    await (await open(url)).close();
    const onServer = await exec(
      url,
      `SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
       JOIN pg_class ON relname = table_name AND relkind IN ('r', 'p')
       WHERE table_schema = current_schema() AND relnamespace = current_schema()::regnamespace
         AND table_name NOT IN ('schema_version', 'store_lock', 'store_change')`,
    );
    expect(byTable(onServer as { table: string; column: string }[])).toEqual(listed);
  });
});

describe('A copy of a store', () => {
  it('from a file to a server and back has every row of every table as it was', async () => {
    const file = await filledFile();
    const url = freshUrl();
    const back = scratchFile();
    const there = await copyStore(asTables(file), asTables(url));
    const home = await copyStore(asTables(url), asTables(back));
    const before = await contentOf(file);
    for (const { name } of storedTables) expect(before[name], name).not.toEqual([]);
    expect(await contentOf(url)).toEqual(before);
    expect(await contentOf(back)).toEqual(before);
    expect(there).toEqual(home);
    expect(there.map(({ table, rows }) => [table, rows])).toEqual(
      storedTables.map(({ name }) => [name, before[name]!.length]),
    );
  });

  it('is a store to go on with: runs and problems are counted on, partitions are there', async () => {
    const file = await filledFile();
    const url = freshUrl();
    await copyStore(asTables(file), asTables(url));
    const store = await open(url);
    onTestFinished(() => store.close());
    const [newest] = await store.runs({ limit: 1 });
    const next = await store.createRun(request({ systems: ['Avaya'] }));
    expect(next.id).toBe(newest!.id + 1);
    await store.finishRun(next.id, 'failed', {
      problems: [{ code: 'Z', message: '', count: 1, details: {} }],
    });
    expect((await store.problems(next.id, { limit: 9, offset: 0 })).total).toBe(1);
    await storeDay(store, 1002, 1, '2025-12-31', () => 5);
    const months = await exec(
      url,
      `SELECT relname FROM pg_class WHERE relname ~ '^day_values_[0-9_]+$' AND relnamespace = current_schema()::regnamespace ORDER BY 1`,
    );
    expect(months.map(({ relname }) => relname)).toEqual(['day_values_2025_12', 'day_values_2026_03']);
  });

  it('is refused into a store that has something in it, which stays as it is', async () => {
    const [file, other] = [await filledFile(), scratchFile()];
    const store = await openSqliteStore(other);
    await store.load({ valueTypes: [{ name: 'Offered' }] });
    await store.close();
    const before = await contentOf(other);
    await expect(copyStore(asTables(file), asTables(other))).rejects.toMatchObject({
      code: 'STORE_NOT_EMPTY',
      details: { found: ['value_type'] },
    });
    expect(await contentOf(other)).toEqual(before);
  });

  it('is refused to the store itself, and while a run is writing', async () => {
    const file = scratchFile();
    const store = await openSqliteStore(file);
    onTestFinished(() => store.close());
    await expect(copyStore(asTables(file), asTables(file))).rejects.toMatchObject({ code: 'STORE_SAME' });
    const { id } = await store.createRun(request());
    await expect(copyStore(asTables(file), asTables(scratchFile()))).rejects.toMatchObject({
      code: 'STORE_COPY_RUNNING',
      details: { runId: id },
    });
  });

  it('that is not what was read leaves nothing behind', async () => {
    const url = freshUrl();
    await (await open(url)).close();
    await exec(
      url,
      `CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN new.rows_read := new.rows_read + 1; RETURN new; END $$;
       CREATE TRIGGER spoil BEFORE INSERT ON run_day FOR EACH ROW EXECUTE FUNCTION spoil()`,
    );
    await expect(copyStore(asTables(await filledFile()), asTables(url))).rejects.toMatchObject({
      code: 'STORE_COPY_DIFFERS',
      details: { table: 'run_day' },
    });
    const content = await contentOf(url);
    expect(Object.values(content).flat()).toEqual([]);
  });

  it('shows characters that PostgreSQL does not have as unreadable ones', async () => {
    const file = scratchFile();
    const store = await openSqliteStore(file);
    const { id } = await store.createRun(request());
    await store.finishRun(id, 'failed', {
      problems: [{ code: 'Z', message: 'a\0b', count: 1, details: {} }],
    });
    await store.close();
    const url = freshUrl();
    await copyStore(asTables(file), asTables(url));
    expect(await exec(url, 'SELECT message FROM problem')).toEqual([{ message: 'a\uFFFDb' }]);
  });
});

function byTable(rows: readonly { table: string; column: string }[]): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const { table, column } of rows) {
    found[table] ??= [];
    found[table].push(column);
  }
  // The partitions of a month have what their parent has.
  for (const [name, columns] of Object.entries(found)) {
    if (/^day_values_\d/.test(name)) delete found[name];
    else columns.sort();
  }
  return found;
}
