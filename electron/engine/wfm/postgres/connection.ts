import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type Cell, storableText } from './copy-text.ts';
import { isPassing, storeError } from './errors.ts';
import type { PostgresLocation } from './location.ts';

export type Parameter = string | number | boolean | null | readonly (string | number | boolean | null)[];

/** Statements on one connection, or each on the next free one. */
export interface Session {
  /** Days come as `YYYY-MM-DD`, bigint as number. */
  rows<T extends object>(sql: string, ...parameters: Parameter[]): Promise<T[]>;
  /** The number of rows written. */
  run(sql: string, ...parameters: Parameter[]): Promise<number>;
}

/** One connection, within a transaction. */
export interface Transaction extends Session {
  /** Rows in the text form of COPY, see copy-text.ts. */
  copyIn(sql: string, text: AsyncIterable<string>): Promise<void>;
  /** Rows of a query, page by page: what is held at a time does not depend on how many there are. */
  stream(sql: string): AsyncIterable<Cell[]>;
}

export interface Database extends Session {
  transaction<T>(
    work: (session: Transaction) => Promise<T>,
    options?: { readonly reading?: boolean },
  ): Promise<T>;
  close(): Promise<void>;
}

// More than the imports of one engine write at a time; the rest waits for a free one.
const CONNECTIONS = 6;
const CONNECT_TIMEOUT_MS = 10_000;
const LOCK_TIMEOUT = '30s';
// A machine that vanished amid a transaction must not hold its locks for long.
const IDLE_IN_TRANSACTION_TIMEOUT = '5min';
const TRIES = 4;
const ROWS_A_PAGE = 2_000;

const INT8 = 20;
const DATE = 1082;

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === INT8) return Number;
    if (oid === DATE) return (text: string) => text;
    return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text');
  }) as typeof pg.types.getTypeParser,
};

/** Nothing is connected before the first statement. What goes wrong is an XlinkError, see errors.ts. */
export function connectDatabase(location: PostgresLocation): Database {
  const { host, port, database, user, password, schema, tls } = location;
  const pool = new pg.Pool({
    host,
    port,
    database,
    user,
    // Asked only when the server wants one. Without any the library would leave the connection open: a wrong one is
    // refused by the server, which closes it.
    password: async () => (await password()) || 'none',
    ssl: tls ?? false,
    types,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    allowExitOnIdle: true,
    application_name: 'xlink',
    options: [
      `-c search_path=${schema}`,
      '-c datestyle=ISO',
      // The large joins are from a list of keys to a table by its key. Without statistics of that list the planner
      // would read a whole month for them, or worse.
      '-c enable_hashjoin=off',
      '-c enable_mergejoin=off',
      `-c lock_timeout=${LOCK_TIMEOUT}`,
      `-c idle_in_transaction_session_timeout=${IDLE_IN_TRANSACTION_TIMEOUT}`,
    ].join(' '),
  });
  // A connection that is lost is told by the statement on it, or by the next one.
  pool.on('error', () => {});
  pool.on('connect', (client) => void client.on('error', () => {}));

  async function told<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (thrown) {
      throw storeError(location, thrown);
    }
  }

  async function attempt<T>(work: (session: Transaction) => Promise<T>, begin: string): Promise<T> {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      await client.query(begin);
      const result = await work(transactionOf(client));
      await client.query('COMMIT');
      return result;
    } catch (thrown) {
      await client.query('ROLLBACK').catch((error: Error) => {
        broken = error;
      });
      throw thrown;
    } finally {
      client.release(broken);
    }
  }

  const session = sessionOf(pool);
  return {
    rows: (sql, ...parameters) => told(() => session.rows(sql, ...parameters)),
    run: (sql, ...parameters) => told(() => session.run(sql, ...parameters)),
    transaction: (work, { reading = false } = {}) =>
      told(async () => {
        const begin = reading
          ? 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY'
          : 'BEGIN ISOLATION LEVEL READ COMMITTED';
        for (let tried = 1; ; tried += 1) {
          try {
            return await attempt(work, begin);
          } catch (thrown) {
            if (tried >= TRIES || !isPassing(thrown)) throw thrown;
          }
        }
      }),
    close: () => pool.end(),
  };
}

function sessionOf(client: Pick<pg.Pool, 'query'> | pg.PoolClient): Session {
  const query = (sql: string, parameters: readonly Parameter[]) =>
    client.query(sql, parameters.map(storable));
  return {
    rows: async <T extends object>(sql: string, ...parameters: Parameter[]) =>
      (await query(sql, parameters)).rows as T[],
    run: async (sql, ...parameters) => (await query(sql, parameters)).rowCount ?? 0,
  };
}

function transactionOf(client: pg.PoolClient): Transaction {
  return {
    ...sessionOf(client),
    async copyIn(sql, text) {
      await pipeline(Readable.from(text), client.query(copyFrom(sql)));
    },
    async *stream(sql) {
      await client.query(`DECLARE page CURSOR FOR ${sql}`);
      for (;;) {
        const { rows } = await client.query<Cell[]>({
          text: `FETCH ${ROWS_A_PAGE} FROM page`,
          rowMode: 'array',
        });
        yield* rows;
        if (rows.length < ROWS_A_PAGE) break;
      }
      await client.query('CLOSE page');
    },
  };
}

function storable(parameter: Parameter): unknown {
  if (typeof parameter === 'string') return storableText(parameter);
  if (!Array.isArray(parameter)) return parameter;
  return parameter.map((item: unknown) => (typeof item === 'string' ? storableText(item) : item));
}
