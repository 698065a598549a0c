import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openSqliteStore } from '#engine/wfm/sqlite/open.ts';
import { hotline, storeDay } from './samples.ts';
import { scratchFolder } from './scratch.ts';

const run = promisify(execFile);

/** What a program of its own reads with plain SQL, columns parted by `|`. */
function rowsOf(file: string, sql: string): string[] {
  const database = new Database(file, { readonly: true });
  try {
    return database
      .prepare(sql)
      .raw()
      .all()
      .map((row) => (row as unknown[]).join('|'));
  } finally {
    database.close();
  }
}

const sqlite3IsThere = spawnSync('sqlite3', ['-version']).status === 0;
if (!sqlite3IsThere)
  console.warn('Not run: the view read by the sqlite3 program. Install sqlite3 to run it.');

async function opened(file: string) {
  const store = await openSqliteStore(file);
  onTestFinished(() => store.close());
  return store;
}

describe('The view interval_value, read with plain SQL', () => {
  it('gives one row a stored value: queue, value type, start as ISO text in UTC, value as a number', async () => {
    const file = join(scratchFolder(), 'wfm.db');
    const store = await opened(file);
    await store.load(hotline);
    await storeDay(store, 1002, 1, '2026-03-29', (index) => (index >= 7 && index < 9 ? 8023 + index : null));
    await storeDay(store, 1002, 2, '2026-10-25', (index) => ({ 0: 0, 99: -150 })[index] ?? null);
    expect(rowsOf(file, 'SELECT * FROM interval_value ORDER BY 1, 2, 3')).toEqual([
      '1002|1|2026-03-29T00:45:00Z|80.3',
      '1002|1|2026-03-29T01:00:00Z|80.31',
      '1002|2|2026-10-24T22:00:00Z|0',
      '1002|2|2026-10-25T22:45:00Z|-1.5',
    ]);
  });

  it.skipIf(!sqlite3IsThere)('is read by the sqlite3 program too', async () => {
    const file = join(scratchFolder(), 'wfm.db');
    const store = await opened(file);
    await store.load(hotline);
    await storeDay(store, 1002, 1, '2026-03-29', (index) => ({ 8: 8023 })[index] ?? null);
    const { stdout } = await run('sqlite3', ['-readonly', file, 'SELECT * FROM interval_value']);
    expect(stdout).toBe('1002|1|2026-03-29T01:00:00Z|80.23\n');
  });

  it('agrees with the instants of a queue of whole hours on a day with a half-hour clock change', async () => {
    const file = join(scratchFolder(), 'wfm.db');
    const store = await opened(file);
    const queue = { id: 5, name: 'Island', timeZone: 'Australia/Lord_Howe', intervalMinutes: 60 };
    await store.load({ queues: [queue], valueTypes: [{ id: 1, name: 'Offered' }] });
    await storeDay(store, 5, 1, '2026-04-05', (index) => (index + 1) * 100);
    expect(rowsOf(file, 'SELECT start_utc, value FROM interval_value ORDER BY 1').slice(0, 5)).toEqual([
      '2026-04-04T13:00:00Z|1',
      '2026-04-04T14:00:00Z|2',
      '2026-04-04T15:00:00Z|3',
      '2026-04-04T15:30:00Z|4',
      '2026-04-04T16:30:00Z|5',
    ]);
  });

  it('finds one queue by the index, whatever else is stored', async () => {
    const file = join(scratchFolder(), 'wfm.db');
    await (await openSqliteStore(file)).close();
    const plan = rowsOf(
      file,
      `EXPLAIN QUERY PLAN SELECT * FROM interval_value WHERE queue_id = 1002 AND value_type_id = 1
       AND start_utc >= '2026-03-01' AND start_utc < '2026-04-01'`,
    );
    expect(plan.join('\n')).toContain('USING INDEX sqlite_autoindex_day_values_1 (queue_id=?');
    expect(plan.join('\n')).not.toContain('SCAN stored');
  });
});

describe('What a run replaced', () => {
  it('is kept with the run and the one before it: the old day, or that nothing was stored', async () => {
    const file = join(scratchFolder(), 'wfm.db');
    const store = await opened(file);
    await store.load(hotline);
    for (const value of [100, 200, 300]) {
      await storeDay(store, 1002, 1, '2026-03-28', (index) => (index < 2 ? value : null));
    }
    const columns = 'run_id, queue_id, value_type_id, day, start_utc_s, slot_minutes';
    const old = "coalesce(substr(values_hundredths, 1, 13), 'nothing'), coalesce(previous_run_id, 'none')";
    expect(rowsOf(file, `SELECT ${columns}, ${old} FROM replaced_values ORDER BY run_id`)).toEqual([
      '1|1002|1|2026-03-28|1774652400|15|nothing|none',
      '2|1002|1|2026-03-28|1774652400|15|[100,100,null|1',
      '3|1002|1|2026-03-28|1774652400|15|[200,200,null|2',
    ]);
    expect(rowsOf(file, 'SELECT run_id FROM day_values')).toEqual(['3']);
  });
});

describe('The file of a store', () => {
  it('is made once when several programs open it for the first time together', async () => {
    const file = join(scratchFolder(), 'wfm.db');
    const openers = Array.from({ length: 6 }, () => run(process.execPath, [helper, 'load', file]));
    await Promise.all(openers);
    const store = await opened(file);
    expect((await store.directory()).queues).toHaveLength(2);
  });

  it('of a newer program is refused and not touched', async () => {
    const file = join(scratchFolder(), 'wfm.db');
    await (await openSqliteStore(file)).close();
    const database = new Database(file);
    database.pragma('user_version = 999');
    database.close();
    await expect(openSqliteStore(file)).rejects.toMatchObject({
      code: 'STORE_TOO_NEW',
      retryable: false,
      details: { schemaVersion: 999 },
    });
    expect(rowsOf(file, 'PRAGMA user_version')).toEqual(['999']);
  });

  it('that is something else is called damaged and not touched', async () => {
    const file = join(scratchFolder(), 'wfm.db');
    const text = 'This is a letter, long enough to be taken for a header of a database file.\n'.repeat(100);
    writeFileSync(file, text);
    await expect(openSqliteStore(file)).rejects.toMatchObject({ code: 'STORE_DAMAGED', retryable: false });
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('with overwritten pages is called damaged where they are read', async () => {
    const file = join(scratchFolder(), 'wfm.db');
    const store = await openSqliteStore(file);
    await store.load(hotline);
    for (let day = 10; day < 30; day += 1) await storeDay(store, 1002, 1, `2026-03-${day}`, (index) => index);
    await store.close();
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0xa5, 8192, bytes.length));
    await expect(openSqliteStore(file).then((damaged) => damaged.dump())).rejects.toMatchObject({
      code: 'STORE_DAMAGED',
    });
  });

  it.each(['missing/wfm.db', 'folder'])('that cannot be opened says so (%s)', async (name) => {
    const folder = scratchFolder();
    mkdirSync(join(folder, 'folder'));
    await expect(openSqliteStore(join(folder, name))).rejects.toMatchObject({ code: 'STORE_CANNOT_OPEN' });
  });

  it('that another program keeps locked is busy, and usable again afterwards', async () => {
    const file = join(scratchFolder(), 'wfm.db');
    const store = await opened(file);
    const other = new Database(file);
    onTestFinished(() => void other.close());
    other.exec('BEGIN IMMEDIATE');
    expect((await store.directory()).queues).toEqual([]);
    await expect(store.load(hotline)).rejects.toMatchObject({ code: 'STORE_BUSY', retryable: true });
    other.exec('ROLLBACK');
    expect(await store.load(hotline)).toMatchObject({ queues: { added: 2 } });
  });
});

const helper = join(import.meta.dirname, 'store-process.ts');
