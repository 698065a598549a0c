import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { requireOdbcDriver } from './throwAwayServer.ts';

export interface SqliteFile {
  readonly connectionString: string;
  readonly driver: string;
  readonly path: string;
  exec(sql: string): void;
  /** What SQLite itself answers, past the ODBC driver. */
  rows<T>(sql: string): T[];
  remove(): void;
}

const DRIVER = 'SQLite3';

/** A SQLite database made by `sql` (several statements), to be read through the ODBC driver. */
export function sqliteFile(sql: string): SqliteFile {
  requireOdbcDriver(DRIVER, 'libsqliteodbc');
  const folder = mkdtempSync(join(tmpdir(), 'xlink-sqlite-'));
  const path = join(folder, 'acd.db');
  const exec = (statements: string) => {
    const database = new Database(path);
    try {
      database.exec(statements);
    } finally {
      database.close();
    }
  };
  exec(sql);
  return {
    connectionString: `Driver=${DRIVER};Database=${path}`,
    driver: DRIVER,
    path,
    exec,
    rows<T>(query: string) {
      const database = new Database(path, { readonly: true });
      try {
        return database.prepare(query).all() as T[];
      } finally {
        database.close();
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
