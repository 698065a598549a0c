import { errorShape, XlinkError } from '#shared/rpc/errors.ts';
import { type Connected, type ConnectOptions, connect } from './connect.ts';
import { type DatabaseProduct, dialectOf } from './dialect.ts';
import { odbcError } from './errors.ts';
import type { NativeColumn, NativeRows, NativeValue } from './native.ts';
import { type ColumnInfo, columnInfo, planRead, type ReadPlan, rowByRow } from './read-plan.ts';
import { asTable, withLimit, withoutSemicolon } from './sql-text.ts';
import { type RunsOn, runStatement } from './statement-run.ts';

/**
 * What the drivers give: integers as number, beyond 2^53 as bigint; decimals as number or text; dates and times as text
 * (`2026-11-21 08:00:00`); expressions of SQLite as text. See docs/odbc.md.
 */
export type OdbcValue = NativeValue;
export type OdbcRow = readonly OdbcValue[];
export type OdbcParameter = string | number | bigint | null;

export interface StatementOptions {
  readonly signal?: AbortSignal | undefined;
  /** The longest that the statement may take as a whole. */
  readonly statementTimeoutMs?: number;
}

export interface ReadOptions extends StatementOptions {
  /** Room for the rows of one fetch. */
  readonly bufferBytes?: number;
  /** The rows have long texts, which are wanted whole: read one by one. */
  readonly longTexts?: boolean;
}

export interface TableInfo {
  readonly catalog: string | undefined;
  readonly schema: string | undefined;
  readonly name: string;
  /** `TABLE` or `VIEW`. */
  readonly type: string;
}

/** An open connection. One statement at a time: the next one waits. Every method throws an XlinkError. */
export interface OdbcConnection {
  /** `readsOneByOne`: a second connection that reads at the same time gains nothing. */
  readonly driver: { readonly name: string; readonly readsOneByOne: boolean };
  readonly database: { readonly product: DatabaseProduct; readonly version?: string };
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
  tables(): Promise<TableInfo[]>;
  columnsOf(table: Pick<TableInfo, 'name'> & Partial<TableInfo>): Promise<ColumnInfo[]>;
  /** Does no harm a second time. */
  close(): Promise<void>;
}

/** Connects within a deadline; throws as {@link connect} does. */
export async function openConnection(
  connectionString: string,
  options: ConnectOptions,
): Promise<OdbcConnection> {
  return connectionOver(await connect(connectionString, options), connectionString);
}

const usualBufferBytes = 8 * 1024 * 1024;
const closeWithinMs = 2_000;

function connectionOver(connected: Connected, connectionString: string): OdbcConnection {
  const { native, database, traits } = connected;
  const dialect = dialectOf(database.product);
  /** By statement: an import sends the same one for each day, with other parameters. */
  const plans = new Map<string, ReadPlan>();
  let state: 'open' | 'given-up' | 'closed' = 'open';
  let busy: Promise<unknown> = Promise.resolve();
  const on: RunsOn = {
    native,
    cancelAside: connected.cancelAside,
    connectionString,
    cancelDelayMs: traits.cancelDelayMs ?? 0,
    onGivenUp: () => {
      state = 'given-up';
    },
  };

  /** Waits for the statement before, then owns the connection until `release` is called. */
  async function own(): Promise<() => void> {
    const before = busy;
    let release!: () => void;
    busy = new Promise<void>((resolve) => {
      release = resolve;
    });
    await before;
    if (state !== 'open') {
      release();
      throw state === 'closed' ? closed() : givenUp();
    }
    return release;
  }

  async function owned<T>(work: () => Promise<T>): Promise<T> {
    const release = await own();
    try {
      return await work();
    } finally {
      release();
    }
  }

  async function shape(
    sql: string,
    parameters: readonly OdbcParameter[],
    signal: AbortSignal | undefined,
  ): Promise<readonly NativeColumn[]> {
    const plan = rowByRow(`SELECT * FROM ${asTable(sql, 'xl_shape')} WHERE 1 = 0`);
    for await (const rows of runStatement(on, { statement: sql, plan, parameters, signal })) {
      return rows.columns ?? [];
    }
    return [];
  }

  async function planOf(
    sql: string,
    parameters: readonly OdbcParameter[],
    bufferBytes: number,
    signal: AbortSignal | undefined,
  ): Promise<ReadPlan> {
    // A statement that cannot stand in parentheses (a procedure, an ORDER BY of SQL Server) is read as it is.
    const columns = await shape(sql, parameters, signal).catch((error: unknown) => {
      const isLost = errorShape(error).code === 'ODBC_CONNECTION_LOST';
      if (signal?.aborted || state !== 'open' || isLost) throw error;
      return undefined;
    });
    return planRead(sql, columns, traits, dialect, bufferBytes);
  }

  /** @param maxRows more rows than one beyond these need not come */
  async function* readUpTo(
    maxRows: number,
    asked: string,
    parameters: readonly OdbcParameter[],
    options: ReadOptions,
  ): AsyncGenerator<readonly OdbcRow[]> {
    const statement = withoutSemicolon(asked);
    const { bufferBytes = usualBufferBytes } = options;
    const { signal, timeoutError } = limits(options);
    const release = await own();
    const rowsBy = async function* (plan: ReadPlan) {
      for await (const rows of runStatement(on, { statement, parameters, signal, plan })) {
        if (rows.length > 0) yield rows;
      }
    };
    try {
      if (options.longTexts) {
        yield* rowsBy(rowByRow(statement));
        return;
      }
      const key = `${bufferBytes}\n${statement}`;
      const plan = plans.get(key) ?? (await planOf(statement, parameters, bufferBytes, signal));
      plans.set(key, plan);
      if (plan.how === 'whole') {
        const wanted = Math.min(plan.rows, maxRows);
        const sql = withLimit(plan.sql, wanted + 1) ?? plan.sql;
        let all: NativeRows = [];
        for await (const rows of rowsBy({ ...plan, sql })) all = rows;
        if (all.length <= wanted || wanted === maxRows) {
          yield all;
          return;
        }
        plans.set(key, rowByRow(statement));
      }
      yield* rowsBy(plan.how === 'whole' ? rowByRow(statement) : plan);
    } catch (thrown) {
      throw timeoutError(thrown);
    } finally {
      release();
    }
  }

  function read(
    sql: string,
    parameters: readonly OdbcParameter[],
    options: ReadOptions = {},
  ): AsyncGenerator<readonly OdbcRow[]> {
    return readUpTo(Number.POSITIVE_INFINITY, sql, parameters, options);
  }

  async function catalog(rows: Promise<NativeRows>): Promise<NativeRows> {
    try {
      return await rows;
    } catch (thrown) {
      throw odbcError(thrown, { connectionString });
    }
  }

  return {
    driver: { name: connected.driverName, readsOneByOne: traits.readsOneByOne === true },
    database,
    read,
    columns: (sql, parameters, options = {}) =>
      owned(async () => {
        const { signal, timeoutError } = limits(options);
        try {
          return (await shape(withoutSemicolon(sql), parameters, signal)).map(columnInfo);
        } catch (thrown) {
          throw timeoutError(thrown);
        }
      }),
    async query(sql, parameters, { maxRows, ...options }) {
      const found: OdbcRow[] = [];
      for await (const rows of readUpTo(maxRows, sql, parameters, options)) {
        for (const row of rows) {
          if (found.length === maxRows) return found;
          found.push(row);
        }
      }
      return found;
    },
    tables: () =>
      owned(async () => {
        const rows = await catalog(native.tables(null, null, null, 'TABLE,VIEW'));
        return rows.map(([inCatalog, schema, name, type]) => ({
          catalog: textOrNone(inCatalog),
          schema: textOrNone(schema),
          name: String(name),
          type: String(type),
        }));
      }),
    columnsOf: (table) =>
      owned(async () => {
        const rows = await catalog(
          native.columns(table.catalog ?? null, table.schema ?? null, table.name, null),
        );
        return rows.map((row) =>
          columnInfo({
            name: String(row[3]),
            dataType: Number(row[4]),
            dataTypeName: String(row[5]),
            columnSize: Number(row[6] ?? 0),
            nullable: Number(row[10]) !== 0,
          }),
        );
      }),
    async close() {
      if (state !== 'open') return;
      state = 'closed';
      // A driver that hangs while closing must not hold up whoever is done with it.
      const closing = busy.then(() => native.close()).catch(() => {});
      await Promise.race([closing, new Promise((resolve) => setTimeout(resolve, closeWithinMs).unref())]);
    },
  };
}

/** The signal of the caller and the timeout of the statement as one. */
function limits({ signal, statementTimeoutMs }: StatementOptions): {
  signal: AbortSignal | undefined;
  timeoutError: (thrown: unknown) => unknown;
} {
  if (statementTimeoutMs === undefined) return { signal, timeoutError: (thrown) => thrown };
  const timeout = AbortSignal.timeout(statementTimeoutMs);
  return {
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    timeoutError: (thrown) =>
      timeout.aborted && !signal?.aborted ? statementTimeout(statementTimeoutMs) : thrown,
  };
}

function statementTimeout(timeoutMs: number): XlinkError {
  return new XlinkError(
    'ODBC_TIMEOUT',
    `The statement took more than ${Math.round(timeoutMs / 1000)} seconds and was cancelled. Ask for less, or for an index on the time stamp.`,
    { timeoutMs, seconds: Math.round(timeoutMs / 1000), variant: 'statement' },
    { retryable: true },
  );
}

function givenUp(): XlinkError {
  return new XlinkError(
    'ODBC_CONNECTION_GIVEN_UP',
    'The driver did not answer a cancel; the connection was given up. Connect again.',
    {},
    { retryable: true },
  );
}

function closed(): XlinkError {
  return new XlinkError('ODBC_CONNECTION_CLOSED', 'The connection was closed. Connect again.');
}

function textOrNone(value: NativeValue | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
