/** What a kind of ODBC error means and what to do; all codes are in docs/errors.md. */
export interface ErrorKind {
  readonly code: string;
  readonly retryable: boolean;
  readonly advice: string;
  /** True: the driver's words say what exactly is wrong, so they belong to the message. */
  readonly quotesDriver: boolean;
  /** Which of the sentences of the code it is, where there are several; see `shared/i18n/messages.ts`. */
  readonly variant?: string;
}

const kind = (code: string, advice: string, more: Partial<ErrorKind> = {}): ErrorKind => ({
  code,
  advice,
  retryable: false,
  quotesDriver: false,
  ...more,
});
const passing = { retryable: true };
const quoted = { quotesDriver: true };

const unreachable = kind(
  'ODBC_SERVER_UNREACHABLE',
  'The database server cannot be reached. Check server name, port, firewall and whether the server runs.',
  { ...passing, ...quoted },
);
const starting = kind(
  'ODBC_SERVER_UNREACHABLE',
  'The database server is being started or stopped. It is tried again; go on when it runs.',
  { ...passing, variant: 'starting' },
);
const loginRefused = kind(
  'ODBC_LOGIN_REFUSED',
  'User or password was refused by the database. Enter them again in Configuration….',
);
const databaseMissing = kind(
  'ODBC_DATABASE_MISSING',
  'The server has no such database, or the user may not use it. Check its name in the data source.',
  quoted,
);
const fileMissing = kind(
  'ODBC_DATABASE_MISSING',
  'The database file cannot be opened. Check its path and permissions.',
  { variant: 'file' },
);
const tableMissing = kind(
  'ODBC_TABLE_MISSING',
  'A table or view of the statement does not exist, or the user may not see it. Check its name and owner.',
  quoted,
);
const columnMissing = kind(
  'ODBC_COLUMN_MISSING',
  'A column of the statement does not exist. Check its name.',
  quoted,
);
const syntax = kind('ODBC_SYNTAX', 'The database does not understand the statement. Check its SQL.', quoted);
const conversion = kind(
  'ODBC_CONVERSION',
  'A value does not fit its column. Check whether the column holds text or numbers (QueueNameType, TimeStampType).',
  quoted,
);
const dateFormat = kind(
  'ODBC_DATE_FORMAT',
  'A value is no date of the form the database expects. Check TimeStampType and TimeStampFormat.',
  quoted,
);
const noRight = kind(
  'ODBC_NO_RIGHT',
  'The user may not read this. Ask the database administrator for the right to SELECT.',
  quoted,
);
const connectionLost = kind(
  'ODBC_CONNECTION_LOST',
  'The connection to the database was lost. It is tried again; check the network if this stays.',
  passing,
);
const connectionRefused = kind(
  'ODBC_CONNECTION_REFUSED',
  'The server refused the connection. Check user, database and the number of connections it allows.',
  quoted,
);
const timeout = kind(
  'ODBC_TIMEOUT',
  'The database did not answer in time. Try again; a shorter range or an index on the time stamp may help.',
  passing,
);
const locked = kind('ODBC_LOCKED', 'The rows were locked by another program. It is tried again.', passing);
const busy = kind(
  'ODBC_CONNECTION_REFUSED',
  'The server takes no more connections at the moment. It is tried again; otherwise raise their number at the server.',
  { ...passing, variant: 'busy' },
);
const driverMissing = kind(
  'ODBC_DRIVER_MISSING',
  'The driver of the data source is not installed, or its library cannot be loaded. Install it, or choose another data source.',
);
const driverFailed = kind(
  'ODBC_DRIVER_FAILED',
  'The driver could not start. Reinstall it, or check its configuration.',
);
const parameterCount = kind(
  'ODBC_PARAMETERS',
  'The statement has another number of question marks than it was given values. Put question marks that are meant as text into quotes.',
);

const memory = kind(
  'ODBC_MEMORY',
  'Driver or server ran out of memory. Ask for fewer days or columns, or close other programs.',
  passing,
);
const notSupported = kind(
  'ODBC_NOT_SUPPORTED',
  'The driver or the database cannot do this. Install a newer driver, or write the statement without it.',
  quoted,
);
const badAttribute = kind(
  'ODBC_CONNECTION_STRING',
  'The driver does not take an attribute of the connection string or data source. Check how its name and value are spelt.',
  quoted,
);
const rolledBack = kind('ODBC_LOCKED', 'The server took the transaction back. It is tried again.', {
  ...passing,
  variant: 'rolled-back',
});
const writes = kind(
  'ODBC_WRITES',
  'The statement changes data. Statements of a section may only read: write a SELECT.',
  quoted,
);
const divided = kind(
  'ODBC_DIVISION',
  'The statement divides by zero in a row. Divide by NULLIF(…, 0) instead.',
  quoted,
);
const sequence = kind(
  'ODBC_DRIVER_FAILED',
  'The driver came out of step. Test ODBC again; install a newer driver if this stays.',
  { ...passing, variant: 'sequence' },
);

/** By SQLSTATE; classes that are not listed are left to the driver's words. */
export const kindsByState: Readonly<Record<string, ErrorKind>> = {
  IM002: kind('ODBC_NO_DATA_SOURCE', 'There is no such data source. Choose another one in Configuration….'),
  IM003: driverMissing,
  IM004: driverFailed,
  IM005: driverFailed,
  IM006: driverFailed,
  IM010: kind('ODBC_NO_DATA_SOURCE', 'The data source name is too long. ODBC takes 32 characters.', {
    variant: 'too-long',
  }),
  IM012: kind(
    'ODBC_NO_DATA_SOURCE',
    'The connection string cannot be read. Check its Driver= and its semicolons, and the length of the data source name (32 characters).',
    { variant: 'unreadable' },
  ),
  IM014: kind(
    'ODBC_ARCHITECTURE',
    'The data source belongs to a 32-bit driver, this program is 64-bit. Make a data source of the same name with the 64-bit driver (ODBC Data Sources, 64-bit).',
  ),
  IM001: notSupported,
  '01S00': badAttribute,
  '01S09': badAttribute,
  '07001': parameterCount,
  '07002': parameterCount,
  '08001': unreachable,
  '08003': connectionLost,
  '08004': connectionRefused,
  '08006': connectionLost,
  '08007': connectionLost,
  '08S01': connectionLost,
  '57P01': connectionLost,
  '57P02': connectionLost,
  '57P03': starting,
  '57P05': connectionLost,
  '53300': busy,
  '28000': loginRefused,
  '28P01': loginRefused,
  '3D000': databaseMissing,
  '42S02': tableMissing,
  '42P01': tableMissing,
  '3F000': tableMissing,
  '42S22': columnMissing,
  '42703': columnMissing,
  '42000': syntax,
  '42601': syntax,
  '42702': syntax,
  '42803': syntax,
  '37000': syntax,
  '22007': dateFormat,
  '22008': dateFormat,
  '22018': conversion,
  '22P02': conversion,
  '22003': conversion,
  '42883': conversion,
  '42501': noRight,
  '22012': divided,
  '23000': writes,
  '25006': writes,
  '25S01': rolledBack,
  '25S02': rolledBack,
  '25S03': rolledBack,
  '40003': rolledBack,
  '0A000': notSupported,
  HYC00: notSupported,
  HY001: memory,
  HY010: sequence,
  HY013: memory,
  HY014: memory,
  HY024: badAttribute,
  '53200': memory,
  // Drivers of ODBC 2, with which old systems are read.
  S0002: tableMissing,
  S0022: columnMissing,
  S1001: memory,
  S1010: sequence,
  S1C00: notSupported,
  S1T00: timeout,
  '57014': kind(
    'ODBC_TIMEOUT',
    'The database ended the statement, for example by its own time limit. Try again, or have the limit raised.',
    {
      ...passing,
      variant: 'ended',
    },
  ),
  HYT00: timeout,
  HYT01: timeout,
  HY008: kind('ODBC_TIMEOUT', 'The driver ended the statement. Try again.', {
    ...passing,
    variant: 'driver',
  }),
  '40001': locked,
  '40P01': locked,
  '55P03': locked,
};

/** MariaDB and MySQL by native code: their SQLSTATEs are rough (42000, HY000, HY018 for many things). */
const mysqlKinds: Readonly<Record<number, ErrorKind>> = {
  1040: busy,
  1044: databaseMissing,
  1045: loginRefused,
  1049: databaseMissing,
  1052: syntax,
  1053: starting,
  1054: columnMissing,
  1064: syntax,
  1080: connectionLost,
  1142: noRight,
  1143: noRight,
  1146: tableMissing,
  1152: connectionLost,
  1158: connectionLost,
  1159: connectionLost,
  1160: connectionLost,
  1161: connectionLost,
  1184: connectionLost,
  1203: busy,
  1205: locked,
  1213: locked,
  1292: dateFormat,
  1305: syntax,
  1317: timeout,
  1698: loginRefused,
  1927: connectionLost,
  1969: timeout,
  2002: unreachable,
  2003: unreachable,
  2005: unreachable,
  2006: connectionLost,
  2012: connectionLost,
  2013: connectionLost,
  2055: connectionLost,
  3169: connectionLost,
  4031: connectionLost,
};

/** SQLite by result code: its driver gives HY000 for everything. 1 is told by its words. */
const sqliteKinds: Readonly<Record<number, ErrorKind>> = {
  5: locked,
  6: locked,
  14: fileMissing,
  23: noRight,
  26: kind('ODBC_DATABASE_MISSING', 'The file is not an SQLite database. Check its path.', {
    variant: 'not-sqlite',
  }),
};

/** By native code, of the drivers that say in each message who they are. */
export function kindByNativeCode(text: string, code: number): ErrorKind | undefined {
  if (/^\[ma-|\[MySQL\]|\[MariaDB\]/.test(text)) return mysqlKinds[code];
  if (text.startsWith('[SQLite]')) return sqliteKinds[code];
  return undefined;
}

/** By words, of drivers that use one SQLSTATE for several things (psqlODBC: 08001 for all that ends a connect). */
export const kindsByWords: readonly (readonly [RegExp, ErrorKind])[] = [
  [
    /the database system is (starting up|shutting down|in recovery mode|not (yet )?accepting connections)|ORA-0?(1033|1034|1089|12528)\b|shutdown is in progress|is being recovered/i,
    starting,
  ],
  [
    /password authentication failed|access denied for user|login failed|no password supplied|role ".*" does not exist|invalid username\/password|incorrect password/i,
    loginRefused,
  ],
  [/too many (clients|connections)|remaining connection slots/i, busy],
  [/no pg_hba.conf entry/i, connectionRefused],
  [/unknown database|database ".*" does not exist|cannot open database/i, databaseMissing],
  [
    /connection refused|could not connect|can't connect|could not translate host|unknown (mysql )?server host|no route to host|timeout expired|ORA-(12170|12514|12541)\b/i,
    unreachable,
  ],
  [/wrong elf class|architecture mismatch|incompatible architecture/i, kindsByState.IM014!],
  [/can't open lib|file not found|cannot open shared object/i, driverMissing],
  [/relation ".*" does not exist|no such table|table '.*' doesn't exist|invalid object name/i, tableMissing],
  [/no such column|column ".*" does not exist|unknown column|invalid column name/i, columnMissing],
  [/unable to open database|\[SQLite\]connect failed/i, fileMissing],
  [
    /function .* does not exist|no such function|syntax error|unrecognized token|incomplete input|ambiguous column|only one SQL statement|misuse of aggregate/i,
    syntax,
  ],
  [/unbound parameters|number of parameters/i, parameterCount],
  [/database is locked|deadlock/i, locked],
  [
    /server has gone away|lost connection|terminating connection|server closed the connection|connection (was )?(reset|closed|killed)|ORA-0?(3113|3114|3135)\b/i,
    connectionLost,
  ],
  // What the package says of a driver that has no statement to give: MariaDB's, when its server was killed a moment ago.
  [/^\[odbc\] Error allocating .*statement/i, connectionLost],
];
