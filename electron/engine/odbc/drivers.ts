/** What has to be known about a driver before it is connected or read; the reasons are in docs/odbc.md. */
export interface DriverTraits {
  /** Connection attributes that are set unless the connection string sets them. */
  readonly attributes: Readonly<Record<string, string>>;
  /** The attribute for the seconds of a login, of a driver that ignores ODBC's own setting. */
  readonly loginTimeoutAttribute?: string;
  /** False: several rows at a time cannot be trusted. */
  readonly blockFetch: boolean;
  /** True: two statements at once, on two connections, take longer than one after the other. */
  readonly readsOneByOne?: true;
  /** Which text columns the source has to make shorter before several rows at a time are read. */
  readonly shortenText: 'none' | 'unbounded' | 'all';
  /** Instead of a cast: what makes a text column one that the driver gives so many characters of room. */
  readonly shortenBy?: (column: string) => string;
  /** Characters for which there is room in an expression that gives text. */
  readonly expressionCharacters: number;
  /** How long a call may still run after a cancel was asked for before `SQLCancel` is called. */
  readonly cancelDelayMs?: number;
  /**
   * How to cancel from a second connection, for drivers that would do it by a connection of their own: `odbc` calls
   * `SQLCancel` on the thread of the event loop, which then stands still as long as the server is mute.
   */
  readonly sideCancel?: {
    /** Gives the number of this session. */
    readonly sessionSql: string;
    readonly cancelSql: (session: number) => string;
  };
}

const usual: DriverTraits = {
  attributes: {},
  blockFetch: true,
  shortenText: 'unbounded',
  expressionCharacters: 1001,
};

interface KnownDriver {
  /** Of the driver's name or library, in lower case. */
  readonly pattern: RegExp;
  readonly traits: DriverTraits;
}

const killQuery = {
  sessionSql: 'SELECT CONNECTION_ID()',
  cancelSql: (session: number) => `KILL QUERY ${session}`,
};

const knownDrivers: readonly KnownDriver[] = [
  {
    pattern: /sqlite/,
    traits: {
      // Without StepAPI the driver reads the whole result before the first row and takes the type of an expression from
      // its first value: a sum whose first value is 0 loses its decimals in every later row, and 5000000000 arrives as
      // 705032704. With it expressions arrive as text, exact. BigInt does the same for declared integers.
      // NoCreat: a mistyped path is an error, not an empty database.
      attributes: { StepAPI: '1', BigInt: '1', NoCreat: '1' },
      blockFetch: true,
      // All of SQLite in a process shares one lock for memory: two readers take 22 ms for what one does in 18, and spend
      // twice the processor time waiting.
      readsOneByOne: true,
      // SQLite keeps to no declared size, and the driver fills the rest of 64 KB with zeros for each value of a `text`.
      shortenText: 'all',
      // Its SQLCancel frees the statement's memory under a fetch that is running in another thread (seen as a double
      // free). A fetch of rows that come is over in milliseconds; only a call that really takes long is interrupted.
      cancelDelayMs: 700,
      // An expression has no declared size, and this one costs nothing.
      shortenBy: (column) => `+${column}`,
      expressionCharacters: 255,
    },
  },
  {
    pattern: /psqlodbc|postgres/,
    traits: {
      ...usual,
      // Without UseDeclareFetch the driver reads the whole result before the first row.
      attributes: { UseDeclareFetch: '1', Fetch: '1000' },
      // It hands long text over piece by piece, also out of a block.
      shortenText: 'none',
      sideCancel: {
        sessionSql: 'SELECT pg_backend_pid()',
        cancelSql: (session) => `SELECT pg_cancel_backend(${session})`,
      },
    },
  },
  {
    // MariaDB's driver (3.1) counts SQLSetPos, which `odbc` calls for each row of a block, as progress through the
    // result: it ends too early and rows are missing, without an error. Long columns come from the wrong row.
    pattern: /mariadb|maodbc/,
    traits: {
      ...usual,
      loginTimeoutAttribute: 'CONN_TIMEOUT',
      blockFetch: false,
      sideCancel: killQuery,
    },
  },
  { pattern: /mysql|myodbc/, traits: { ...usual, sideCancel: killQuery } },
];

/** @param driverText the name of the driver, its library, or both. */
export function driverTraits(driverText: string): DriverTraits {
  const text = driverText.toLowerCase();
  return knownDrivers.find(({ pattern }) => pattern.test(text))?.traits ?? usual;
}
