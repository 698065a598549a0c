import odbc from 'odbc';

/**
 * The parts of the npm package `odbc` that are used, as it really behaves: its typings lack `fetchArray` and the
 * options of `Statement.execute`. Only prepared statements are used: `Connection.query` waits on the event loop's
 * thread for the lock that a connect in progress holds.
 */
export type NativeValue = string | number | bigint | boolean | ArrayBuffer | null;

export interface NativeColumn {
  readonly name: string;
  readonly dataType: number;
  readonly dataTypeName: string;
  readonly columnSize: number;
  readonly nullable: boolean;
}

export type NativeRows = NativeValue[][] & { readonly columns?: readonly NativeColumn[] };

export interface NativeCursor {
  readonly noData: boolean;
  fetch(): Promise<NativeRows>;
  close(): Promise<void>;
}

/** The first room for a long value; it grows with the value. The package's own choice is 1 MB for each. */
interface LongValues {
  readonly initialBufferSize: number;
}

export interface NativeStatement {
  prepare(sql: string): Promise<void>;
  bind(parameters: readonly NativeValue[]): Promise<void>;
  execute(options: LongValues & { readonly cursor: true; readonly fetchSize: number }): Promise<NativeCursor>;
  /** All rows. */
  execute(options: LongValues): Promise<NativeRows>;
  cancel(): Promise<void>;
  close(): Promise<void>;
}

export interface NativeConnection {
  createStatement(): Promise<NativeStatement>;
  tables(
    catalog: string | null,
    schema: string | null,
    table: string | null,
    type: string | null,
  ): Promise<NativeRows>;
  columns(
    catalog: string | null,
    schema: string | null,
    table: string | null,
    column: string | null,
  ): Promise<NativeRows>;
  close(): Promise<void>;
}

export const longValues: LongValues = { initialBufferSize: 256 };

/** Connects; rows of this connection are arrays, so that two columns of one name stay apart. */
export function nativeConnect(
  connectionString: string,
  loginTimeoutSeconds: number,
): Promise<NativeConnection> {
  const parameters = { connectionString, loginTimeout: loginTimeoutSeconds, fetchArray: true };
  return odbc.connect(parameters) as unknown as Promise<NativeConnection>;
}

/** Prepares, binds, executes without a cursor and closes: for statements with few rows. */
export async function allRows(connection: NativeConnection, sql: string): Promise<NativeRows> {
  const statement = await connection.createStatement();
  try {
    await statement.prepare(sql);
    return await statement.execute(longValues);
  } finally {
    await statement.close().catch(() => {});
  }
}
