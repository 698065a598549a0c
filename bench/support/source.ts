import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import Database from 'better-sqlite3';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { startPostgres } from '../../test/support/postgres.ts';

/** The table `calls` of an ACD's database. */
export interface CallTable {
  /** By name; types that both databases know. `stamp` is text in SQLite, as it has no type for it. */
  readonly columns: Readonly<Record<string, 'stamp' | 'varchar(40)' | 'integer'>>;
  readonly rows: () => Iterable<readonly (string | number)[]>;
  /** Of the time, which has an index. */
  readonly timeColumn: string;
  /** Further statements, for further tables. */
  readonly more?: string;
}

/** A database that was made for a benchmark. */
export interface BenchSource {
  readonly name: 'SQLite' | 'PostgreSQL';
  readonly connectionString: string;
  exec(sql: string): Promise<void>;
  stop(): Promise<void>;
}

export const sourceNames = ['sqlite', 'postgresql'] as const;

/** Makes a SQLite file, or starts a PostgreSQL server of its own that ends with `stop()`. */
export function makeSource(
  name: (typeof sourceNames)[number],
  file: string,
  table: CallTable,
): Promise<BenchSource> {
  return name === 'sqlite' ? sqliteSource(file, table) : postgresSource(table);
}

async function sqliteSource(file: string, table: CallTable): Promise<BenchSource> {
  const database = new Database(file);
  database.pragma('journal_mode = OFF');
  database.pragma('synchronous = OFF');
  database.exec(createTable(table, 'varchar(19)'));
  const marks = Object.keys(table.columns).map(() => '?');
  const insert = database.prepare(`INSERT INTO calls VALUES (${marks.join(', ')})`);
  database.transaction(() => {
    for (const row of table.rows()) insert.run(...row);
  })();
  database.exec(afterwards(table));
  database.close();
  return {
    name: 'SQLite',
    connectionString: `Driver=SQLite3;Database=${file}`,
    async exec(sql) {
      const changing = new Database(file);
      changing.exec(sql);
      changing.close();
    },
    stop: async () => {},
  };
}

async function postgresSource(table: CallTable): Promise<BenchSource> {
  const server = await startPostgres();
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query(createTable(table, 'timestamp'));
  await pipeline(Readable.from(copyTexts(table.rows())), client.query(copyFrom('COPY calls FROM STDIN')));
  await client.query(afterwards(table));
  await client.query('VACUUM ANALYZE calls');
  await client.end();
  return {
    name: 'PostgreSQL',
    connectionString: server.connectionString,
    exec: async (sql) => {
      await server.exec(sql);
    },
    stop: () => server.stop(),
  };
}

function createTable({ columns }: CallTable, stampType: string): string {
  const list = Object.entries(columns).map(
    ([name, type]) => `${name} ${type === 'stamp' ? stampType : type}`,
  );
  return `CREATE TABLE calls (${list.join(', ')})`;
}

function afterwards({ timeColumn, more = '' }: CallTable): string {
  return `CREATE INDEX calls_time ON calls (${timeColumn}); ${more}`;
}

function* copyTexts(rows: Iterable<readonly (string | number)[]>): Generator<string> {
  let text = '';
  for (const row of rows) {
    text += `${row.join('\t')}\n`;
    if (text.length > 100_000) {
      yield text;
      text = '';
    }
  }
  yield text;
}
