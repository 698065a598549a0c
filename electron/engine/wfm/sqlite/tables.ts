import { existsSync, realpathSync, statSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { XlinkError } from '#shared/rpc/errors.ts';
import type { StoreTables, TableReader, TableWriter } from '../copy/store-tables.ts';
import { type CopyCell, columnList, type StoredTable, storedTables } from '../copy/stored-tables.ts';
import { type RunningRow, runningFields } from '../run-row.ts';
import { withStoreErrors } from './errors.ts';
import { openDatabase } from './open.ts';

const ROWS_A_PAGE = 500;

/** A store file seen as tables; one that is not there is made, unless it `mustExist`. Throws what opening a store does. */
export function sqliteTables(file: string, { mustExist = false } = {}): StoreTables {
  if (mustExist && !existsSync(file)) {
    throw new XlinkError('STORE_CANNOT_OPEN', `There is no store ${file}. See that the name is right.`, {
      file,
    });
  }
  const database = openDatabase(file);
  const shown = realpathSync(file);

  async function within<T>(begin: string, end: string, work: () => Promise<T>): Promise<T> {
    withStoreErrors(file, () => database.exec(begin));
    try {
      const outcome = await work();
      withStoreErrors(file, () => database.exec(end));
      return outcome;
    } catch (thrown) {
      if (database.inTransaction) database.exec('ROLLBACK');
      throw thrown;
    }
  }

  async function* rows(table: StoredTable): AsyncGenerator<CopyCell[]> {
    const found = database
      .prepare<[], CopyCell[]>(`SELECT ${columnList(table)} FROM ${table.name}`)
      .raw()
      .iterate();
    try {
      for (;;) {
        const next = withStoreErrors(file, () => found.next());
        if (next.done) return;
        yield next.value;
      }
    } finally {
      found.return?.();
    }
  }

  const reader: TableReader = {
    rows,
    months: async () =>
      withStoreErrors(file, () =>
        database
          .prepare<[], string>('SELECT DISTINCT substr(day, 1, 7) FROM day_values ORDER BY 1')
          .pluck()
          .all(),
      ),
    runningRuns: async () =>
      withStoreErrors(file, () =>
        database.prepare<[], RunningRow>(`SELECT ${runningFields} FROM run WHERE status = 'running'`).all(),
      ),
  };

  const writer: TableWriter = {
    rows,
    isEmpty: async (table) =>
      withStoreErrors(
        file,
        () => database.prepare(`SELECT 1 FROM ${table.name} LIMIT 1`).get() === undefined,
      ),
    async write(table, items) {
      const places = table.columns.map(() => '?').join(', ');
      const insert = database.prepare<CopyCell[]>(
        `INSERT INTO ${table.name} (${columnList(table)}) VALUES (${places})`,
      );
      let page: CopyCell[][] = [];
      const put = () =>
        withStoreErrors(file, () => {
          for (const row of page) insert.run(...row);
          page = [];
        });
      for await (const row of items) {
        page.push(row);
        if (page.length >= ROWS_A_PAGE) put();
      }
      put();
    },
  };

  return {
    shown,
    reading: (work) => within('BEGIN', 'COMMIT', () => work(reader)),
    // A group may come after what stands under it; what is written last makes it whole.
    writing: (work) =>
      within('BEGIN IMMEDIATE; PRAGMA defer_foreign_keys = ON', 'COMMIT', () => work(writer)),
    state: async () =>
      withStoreErrors(file, () => ({
        schemaVersion: database.pragma('user_version', { simple: true }) as number,
        bytes: sizeOf(file) + sizeOf(`${file}-wal`),
        rows: Object.fromEntries(storedTables.map(({ name }) => [name, countOf(database, name)])),
      })),
    close: async () => {
      database.close();
    },
  };
}

function countOf(database: Database.Database, table: string): number {
  return database.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get()!;
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
