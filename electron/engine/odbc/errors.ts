import { XlinkError } from '#shared/rpc/errors.ts';
import { attributeOf, secretsOf } from './connectionString.ts';
import type { DataSources } from './dataSources.ts';

/** One diagnostic record as the driver gave it. */
interface Diagnostic {
  readonly state: string;
  readonly code: number;
  readonly message: string;
}

export interface OdbcErrorContext {
  readonly connectionString: string;
  readonly statement?: string;
  /** For IM002: what data sources there are. */
  readonly found?: DataSources;
}

interface Kind {
  readonly code: string;
  readonly retryable: boolean;
  /** What it means and what to do. */
  readonly advice: string;
}

const kind = (code: string, advice: string, retryable = false): Kind => ({ code, advice, retryable });

const unreachable = kind(
  'ODBC_SERVER_UNREACHABLE',
  'The database server cannot be reached. Check server name, port, firewall and whether the server runs.',
  true,
);
const loginRefused = kind(
  'ODBC_LOGIN_REFUSED',
  'User or password was refused by the database. Enter them again in Configuration….',
);
const databaseMissing = kind(
  'ODBC_DATABASE_MISSING',
  'The server has no such database. Check its name in the data source.',
);
const tableMissing = kind(
  'ODBC_TABLE_MISSING',
  'A table or view of the statement does not exist, or the user may not see it. Check its name and owner.',
);
const columnMissing = kind(
  'ODBC_COLUMN_MISSING',
  'A column of the statement does not exist. Check its name.',
);
const syntax = kind('ODBC_SYNTAX', 'The database does not understand the statement. Check its SQL.');
const connectionLost = kind(
  'ODBC_CONNECTION_LOST',
  'The connection to the database was lost. It is tried again; check the network if this stays.',
  true,
);
const timeout = kind(
  'ODBC_TIMEOUT',
  'The database did not answer in time. Try again; a shorter range or an index on the time stamp may help.',
  true,
);
const locked = kind('ODBC_LOCKED', 'The rows were locked by another program. It is tried again.', true);
const driverMissing = kind(
  'ODBC_DRIVER_MISSING',
  'The driver of the data source is not installed, or its library cannot be loaded. Install it, or choose another data source.',
);

/** By native code or words of the drivers, which use SQLSTATEs of their own for these. Looked at before the SQLSTATE. */
const byText: readonly (readonly [RegExp, Kind])[] = [
  [
    /password authentication failed|access denied for user|login failed|no password supplied|role ".*" does not exist/i,
    loginRefused,
  ],
  [/unknown database|database ".*" does not exist|cannot open database/i, databaseMissing],
  [
    /connection refused|could not connect|can't connect|could not translate host|unknown (mysql )?server host|no route to host|timeout expired/i,
    unreachable,
  ],
  [/can't open lib|file not found|cannot open shared object/i, driverMissing],
  [/relation ".*" does not exist|no such table|table '.*' doesn't exist|invalid object name/i, tableMissing],
  [/no such column|column ".*" does not exist|unknown column|invalid column name/i, columnMissing],
  [
    /unable to open database|\[SQLite\]connect failed/i,
    kind('ODBC_DATABASE_MISSING', 'The database file cannot be opened. Check its path and permissions.'),
  ],
  [/database is locked|deadlock/i, locked],
  [
    /server has gone away|lost connection|terminating connection|server closed the connection|connection (was )?(reset|closed)/i,
    connectionLost,
  ],
];

/** Twenty states and classes with help; the rest shows the driver's words. */
const byState: Readonly<Record<string, Kind>> = {
  IM002: kind('ODBC_NO_DATA_SOURCE', 'There is no such data source.'),
  IM003: driverMissing,
  IM004: kind('ODBC_DRIVER_FAILED', 'The driver could not start. Reinstall it, or check its configuration.'),
  IM005: kind('ODBC_DRIVER_FAILED', 'The driver could not make a connection. Check its configuration.'),
  IM010: kind('ODBC_NO_DATA_SOURCE', 'The data source name is too long.'),
  IM014: kind(
    'ODBC_ARCHITECTURE',
    'The data source belongs to a 32-bit driver, this program is 64-bit. Make a data source of the same name with the 64-bit driver (ODBC Data Sources, 64-bit).',
  ),
  '08001': unreachable,
  '08003': connectionLost,
  '08004': kind(
    'ODBC_CONNECTION_REFUSED',
    'The server refused the connection. Check user, database and the number of connections it allows.',
  ),
  '08007': connectionLost,
  '08S01': connectionLost,
  '28000': loginRefused,
  '28P01': loginRefused,
  '3D000': databaseMissing,
  '42S02': tableMissing,
  '42P01': tableMissing,
  '42S22': columnMissing,
  '42703': columnMissing,
  '42000': syntax,
  '42601': syntax,
  '37000': syntax,
  '22007': kind(
    'ODBC_DATE_FORMAT',
    'A value is no date of the form the database expects. Check TimeStampType and TimeStampFormat.',
  ),
  '22008': kind('ODBC_DATE_FORMAT', 'A date is out of range. Check TimeStampType and TimeStampFormat.'),
  '22018': kind(
    'ODBC_CONVERSION',
    'A value cannot be converted. Check whether the column holds text or numbers (QueueNameType, TimeStampType).',
  ),
  '42883': kind(
    'ODBC_CONVERSION',
    'The types of a comparison do not fit. Check whether the column holds text or numbers (QueueNameType, TimeStampType).',
  ),
  '42501': kind(
    'ODBC_NO_RIGHT',
    'The user may not read this. Ask the database administrator for the right to SELECT.',
  ),
  '57014': kind('ODBC_TIMEOUT', 'The database ended the statement.', true),
  HYT00: timeout,
  HYT01: timeout,
  '40001': locked,
  '40P01': locked,
};

/**
 * What a driver said, as an XlinkError: SQLSTATE, native code and its words kept, a fact and the next step as the
 * message. Secrets of the connection string are taken out of everything.
 */
export function odbcError(thrown: unknown, context: OdbcErrorContext): XlinkError {
  if (thrown instanceof XlinkError) return thrown;
  const diagnostics = diagnosticsOf(thrown);
  const clean = scrubber(context.connectionString);
  const first = diagnostics[0];
  const driverText = clean(
    diagnostics.map((diagnostic) => diagnostic.message.trim()).join(' · ') || messageOf(thrown),
  );
  const known = kindOf(diagnostics, driverText);
  const details: Record<string, unknown> = {
    ...(first ? { sqlState: first.state, nativeCode: first.code } : {}),
    driverText,
    ...(context.statement === undefined ? {} : { statement: context.statement }),
  };
  let advice = known?.advice ?? `The driver says: ${driverText}`;
  if (known?.code === 'ODBC_NO_DATA_SOURCE' && context.found) {
    const dsn = attributeOf(context.connectionString, 'DSN');
    const names = context.found.dataSources.map((source) => source.name);
    details.found = names;
    advice =
      dsn === undefined
        ? `The connection string names no data source and no driver that exists. Drivers here: ${context.found.drivers.map((driver) => driver.name).join(', ') || 'none'}.`
        : `There is no data source named "${dsn}". ${names.length > 0 ? `Found here: ${names.join(', ')}.` : 'None is defined on this machine.'}`;
  }
  if (known?.code === 'ODBC_DRIVER_MISSING' && context.found) {
    advice = `${advice} Installed drivers: ${context.found.drivers.map((driver) => driver.name).join(', ') || 'none'}.`;
  }
  const state = first && known ? `${first.state} · ` : '';
  return new XlinkError(known?.code ?? 'ODBC_ERROR', `${state}${advice}`, details, {
    retryable: known?.retryable ?? false,
    cause: undefined,
  });
}

export function statementError(thrown: unknown, statement: string, connectionString: string): XlinkError {
  return odbcError(thrown, { connectionString, statement });
}

function kindOf(diagnostics: readonly Diagnostic[], text: string): Kind | undefined {
  const driverManager = diagnostics.find((diagnostic) => diagnostic.state.startsWith('IM'));
  if (driverManager && byState[driverManager.state]) return byState[driverManager.state];
  for (const [pattern, found] of byText) if (pattern.test(text)) return found;
  for (const { state } of diagnostics) if (byState[state]) return byState[state];
  return undefined;
}

function diagnosticsOf(thrown: unknown): Diagnostic[] {
  const records = (thrown as { odbcErrors?: unknown } | null)?.odbcErrors;
  if (!Array.isArray(records)) return [];
  return records.map((record: Partial<Diagnostic>) => ({
    state: String(record.state ?? ''),
    code: Number(record.code ?? 0),
    message: String(record.message ?? ''),
  }));
}

function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** Drivers repeat parts of the connection string in their words. */
function scrubber(connectionString: string): (text: string) => string {
  const secrets = secretsOf(connectionString).filter((secret) => secret.length >= 3);
  return (text) =>
    secrets
      .reduce((clean, secret) => clean.replaceAll(secret, '••••'), text)
      .replace(/\b(pwd|password)\s*=\s*(\{[^}]*\}|[^;\s]*)/gi, '$1=••••');
}
