import { XlinkError } from '#shared/rpc/errors.ts';
import { cancelled, orCancelled } from './abandon.ts';
import { attributeOf, withDefaults } from './connectionString.ts';
import { driverOf, listDataSources } from './dataSources.ts';
import { type DatabaseProduct, dialectOf, productOf } from './dialect.ts';
import { driverTraits } from './drivers.ts';
import { odbcError, statementError } from './errors.ts';
import { type NativeConnection, type NativeStatement, type NativeValue, nativeConnect } from './native.ts';
import { type ColumnInfo, columnInfo, planRead, type ReadPlan } from './read-plan.ts';

/**
 * What the drivers give: integers as number or, where the column is a BIGINT, as bigint; decimals as number or
 * text; dates and times as text (`2026-11-21 08:00:00`); expressions of SQLite as text. See docs/odbc.md.
 */
export type OdbcValue = NativeValue;
export type OdbcRow = readonly OdbcValue[];
export type OdbcParameter = string | number | null;

export interface StatementOptions {
  readonly signal?: AbortSignal | undefined;
}

export interface ReadOptions extends StatementOptions {
  /** Room for the rows of one fetch. */
  readonly bufferBytes?: number;
}

/** An open connection. One statement at a time: the next one waits. Every method throws an XlinkError. */
export interface OdbcConnection {
  readonly driver: { readonly name: string };
  readonly database: { readonly product: DatabaseProduct };
  /** The result columns of a SELECT, learned without reading rows. */
  columns(
    sql: string,
    parameters: readonly OdbcParameter[],
    options?: StatementOptions,
  ): Promise<ColumnInfo[]>;
  /** At most `maxRows` rows. */
  query(
    sql: string,
    parameters: readonly OdbcParameter[],
    options: StatementOptions & { readonly maxRows: number },
  ): Promise<OdbcRow[]>;
  /** The rows in batches, the next batch fetched while this one is used; memory is bounded whatever the columns. */
  read(
    sql: string,
    parameters: readonly OdbcParameter[],
    options?: ReadOptions,
  ): AsyncGenerator<readonly OdbcRow[]>;
  close(): Promise<void>;
}

const usualBufferBytes = 8 * 1024 * 1024;
const closeWithinMs = 2_000;

/**
 * Connects within a deadline.
 *
 * @throws XlinkError `ODBC_CONNECT_TIMEOUT` (retryable), `CANCELLED`, or what the driver says, see `errors.ts`.
 */
export async function openConnection(
  connectionString: string,
  options: { readonly connectTimeoutMs: number; readonly signal?: AbortSignal | undefined },
): Promise<OdbcConnection> {
  options.signal?.throwIfAborted();
  const found = await listDataSources();
  const named = {
    dsn: attributeOf(connectionString, 'DSN'),
    driver: attributeOf(connectionString, 'Driver'),
  };
  const driverText = driverOf(found, named);
  const traits = driverTraits(driverText);
  const seconds = Math.max(1, Math.ceil(options.connectTimeoutMs / 1000));
  const connecting = nativeConnect(withDefaults(connectionString, traits.attributes), seconds);
  let native: NativeConnection;
  try {
    native = await withDeadline(connecting, options.connectTimeoutMs, options.signal);
  } catch (thrown) {
    throw odbcError(thrown, { connectionString, found });
  }
  const product = productOf(driverText);
  return connectionOver(
    native,
    named.driver ?? found.dataSources.find(({ name }) => name === named.dsn)?.driver ?? 'ODBC',
    product,
    connectionString,
  );
}

/** A connection that arrives after its deadline is closed: nobody waits for it any more. */
function withDeadline(
  connecting: Promise<NativeConnection>,
  timeoutMs: number,
  signal: AbortSignal | undefined,
): Promise<NativeConnection> {
  return new Promise((resolve, reject) => {
    let waiting = true;
    const giveUp = (error: XlinkError) => {
      if (!waiting) return;
      waiting = false;
      clearTimeout(timer);
      connecting.then((late) => late.close()).catch(() => {});
      reject(error);
    };
    const timer = setTimeout(() => {
      giveUp(
        new XlinkError(
          'ODBC_CONNECT_TIMEOUT',
          `The data source did not answer within ${Math.round(timeoutMs / 1000)} seconds. Check server name, port and firewall.`,
          {},
          { retryable: true },
        ),
      );
    }, timeoutMs);
    signal?.addEventListener('abort', () => giveUp(cancelled()), { once: true });
    connecting.then(
      (native) => {
        if (!waiting) return;
        waiting = false;
        clearTimeout(timer);
        resolve(native);
      },
      (error: unknown) => {
        if (!waiting) return;
        waiting = false;
        clearTimeout(timer);
        reject(error);
      },
    );
  });
}

function connectionOver(
  native: NativeConnection,
  driverName: string,
  product: DatabaseProduct,
  connectionString: string,
): OdbcConnection {
  const dialect = dialectOf(product);
  /** By statement: an import sends the same one for each day, with other parameters. */
  const plans = new Map<string, ReadPlan>();
  let lost = false;
  let busy: Promise<unknown> = Promise.resolve();

  /** Waits for the statement before, then owns the connection until `release` is called. */
  async function own(): Promise<() => void> {
    const before = busy;
    let release!: () => void;
    busy = new Promise<void>((resolve) => {
      release = resolve;
    });
    await before;
    if (lost) {
      release();
      throw new XlinkError(
        'ODBC_CONNECTION_GIVEN_UP',
        'The driver did not answer a cancel; the connection was given up. Connect again.',
        {},
        { retryable: true },
      );
    }
    return release;
  }

  /** Rows of one statement, fetch by fetch, one fetch ahead. The caller owns the connection. */
  async function* fetchAll(
    sql: string,
    parameters: readonly OdbcParameter[],
    fetchRows: number,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<readonly OdbcRow[] & { readonly columns?: unknown }> {
    if (signal?.aborted) throw cancelled();
    const statement = await native.createStatement();
    const guard = {
      signal,
      cancel: () => statement.cancel(),
      onGivenUp: () => {
        lost = true;
      },
    };
    let ahead: Promise<unknown> = Promise.resolve();
    try {
      await orCancelled(prepared(statement, sql, parameters), guard);
      const cursor = await orCancelled(statement.execute({ cursor: true, fetchSize: fetchRows }), guard);
      try {
        let next = cursor.fetch();
        for (;;) {
          const rows = await orCancelled(next, guard);
          const end = cursor.noData;
          if (!end) {
            next = cursor.fetch();
            ahead = next.catch(() => {});
          }
          if (rows.length > 0 || end) yield rows;
          if (end) break;
        }
      } finally {
        if (!lost) {
          await ahead;
          await cursor.close().catch(() => {});
        }
      }
    } catch (thrown) {
      throw statementError(thrown, sql, connectionString);
    } finally {
      if (!lost) await statement.close().catch(() => {});
    }
  }

  async function shape(sql: string, parameters: readonly OdbcParameter[], signal: AbortSignal | undefined) {
    for await (const rows of fetchAll(`SELECT * FROM (${sql}) xl_shape WHERE 1 = 0`, parameters, 1, signal)) {
      return (rows as { columns?: Parameters<typeof columnInfo>[0][] }).columns;
    }
    return undefined;
  }

  async function planOf(
    sql: string,
    parameters: readonly OdbcParameter[],
    options: ReadOptions,
  ): Promise<ReadPlan> {
    // A statement that cannot stand in parentheses (a procedure, an ORDER BY of SQL Server) is read as it is.
    const columns = await shape(sql, parameters, options.signal).catch((error: unknown) => {
      if (options.signal?.aborted || lost) throw error;
      return undefined;
    });
    return planRead(sql, columns, dialect, options.bufferBytes ?? usualBufferBytes);
  }

  async function* read(
    sql: string,
    parameters: readonly OdbcParameter[],
    options: ReadOptions = {},
  ): AsyncGenerator<readonly OdbcRow[]> {
    const release = await own();
    try {
      const plan = plans.get(sql) ?? (await planOf(sql, parameters, options));
      plans.set(sql, plan);
      for await (const rows of fetchAll(plan.sql, parameters, plan.fetchRows, options.signal)) {
        if (rows.length > 0) yield rows;
      }
    } finally {
      release();
    }
  }

  return {
    driver: { name: driverName },
    database: { product },
    read,
    async columns(sql, parameters, options = {}) {
      const release = await own();
      try {
        return ((await shape(sql, parameters, options.signal)) ?? []).map(columnInfo);
      } finally {
        release();
      }
    },
    async query(sql, parameters, { maxRows, signal }) {
      const found: OdbcRow[] = [];
      for await (const rows of read(sql, parameters, { signal })) {
        for (const row of rows) {
          if (found.length === maxRows) return found;
          found.push(row);
        }
      }
      return found;
    },
    async close() {
      if (lost) return;
      lost = true;
      // A driver that hangs while closing must not hold up whoever is done with it.
      const closed = busy.then(() => native.close()).catch(() => {});
      await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, closeWithinMs).unref())]);
    },
  };
}

async function prepared(
  statement: NativeStatement,
  sql: string,
  parameters: readonly OdbcParameter[],
): Promise<void> {
  await statement.prepare(sql);
  if (parameters.length > 0) await statement.bind(parameters);
}
