import { access } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import type { Message } from '#shared/contract/common.ts';
import { type ErrorShape, errorShape, XlinkError } from '#shared/rpc/errors.ts';
import { type OdbcConnection, openConnection } from './connection.ts';
import { attributeOf, connectionStringOf, type SourceLogin } from './connectionString.ts';
import { type DataSources, driverEntryOf, listDataSources } from './dataSources.ts';

export interface OdbcTestStep {
  readonly step: 'data-source' | 'driver' | 'login' | 'statement';
  readonly label: string;
  readonly outcome: 'ok' | 'failed' | 'skipped';
  readonly elapsedMs: number;
  readonly detail: string;
  /** The detail by code, for another language. */
  readonly note?: Message;
  readonly error?: ErrorShape;
}

/** Holds no secret and no connection string: it can be sent to anybody. */
export interface OdbcTestReport {
  readonly ok: boolean;
  readonly steps: OdbcTestStep[];
  readonly driverName?: string;
  readonly databaseName?: string;
  readonly elapsedMs: number;
}

export interface OdbcTestOptions {
  readonly deadlineMs: number;
  readonly statements?: readonly { readonly label: string; readonly sql: string }[];
  readonly signal?: AbortSignal | undefined;
}

const productNames = {
  sqlite: 'SQLite',
  postgresql: 'PostgreSQL',
  mariadb: 'MariaDB',
  mysql: 'MySQL',
  sqlserver: 'SQL Server',
  informix: 'Informix',
  oracle: 'Oracle',
  sybase: 'Sybase',
  other: 'a database of another kind',
} as const;

const countedRows = 1000;
const shownCharacters = 120;

/** Goes the way to the data step by step and says what works. Never throws; ends by the deadline. */
export async function testOdbc(login: SourceLogin, options: OdbcTestOptions): Promise<OdbcTestReport> {
  const startedMs = Date.now();
  const deadline = AbortSignal.timeout(options.deadlineMs);
  const signal = options.signal ? AbortSignal.any([deadline, options.signal]) : deadline;
  const steps: OdbcTestStep[] = [];

  /** Gives what `work` found, or undefined when it failed; says so in the report. */
  async function take<T>(
    step: OdbcTestStep['step'],
    label: string,
    work: () => Promise<{ note: Message; found: T }>,
  ): Promise<T | undefined> {
    const atMs = Date.now();
    try {
      const { note, found } = await before(signal, work());
      const elapsedMs = Date.now() - atMs;
      steps.push({ step, label, outcome: 'ok', elapsedMs, detail: note.message, note });
      return found;
    } catch (thrown) {
      const error = deadline.aborted ? deadlineError(options.deadlineMs) : errorShape(thrown);
      steps.push({
        step,
        label,
        outcome: 'failed',
        elapsedMs: Date.now() - atMs,
        detail: error.message,
        error,
      });
      return undefined;
    }
  }

  const connectionString = connectionStringOf(login);
  const listed = await take('data-source', 'Data source', () => lookUpSource(connectionString));
  if (listed) await take('driver', 'Driver', () => lookUpDriver(connectionString, listed));
  const connection = await take('login', 'Connect', async () => {
    const remainingMs = Math.max(1, startedMs + options.deadlineMs - Date.now());
    const opened = await openConnection(connectionString, { connectTimeoutMs: remainingMs, signal });
    const database = nameOf(opened);
    const variant = opened.database.product === 'other' ? 'connected-other' : 'connected';
    return { found: opened, note: noteOf(variant, `Connected to ${database}.`, { database }) };
  });
  for (const { label, sql } of options.statements ?? []) {
    if (connection) {
      await take('statement', label, () => tryStatement(connection, sql, signal));
    } else {
      const note = noteOf('not-connected', 'Not connected.');
      steps.push({
        step: 'statement',
        label,
        outcome: 'skipped',
        elapsedMs: 0,
        detail: note.message,
        note,
      });
    }
  }
  void connection?.close().catch(() => {});
  return {
    ok: steps.every(({ outcome }) => outcome === 'ok'),
    steps,
    ...(connection ? { driverName: connection.driver.name, databaseName: nameOf(connection) } : {}),
    elapsedMs: Date.now() - startedMs,
  };
}

/** A driver may take longer to give up than there is time. */
function before<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(new XlinkError('CANCELLED', 'The test was cancelled.'));
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}

function deadlineError(deadlineMs: number): ErrorShape {
  return new XlinkError(
    'ODBC_TIMEOUT',
    `No answer within ${Math.round(deadlineMs / 1000)} seconds. Check server name, port and firewall; if the step is a statement, whether it needs that long.`,
    { deadlineMs, seconds: Math.round(deadlineMs / 1000) },
    { retryable: true },
  ).toJSON();
}

function noteOf(variant: string, message: string, details: Record<string, unknown> = {}): Message {
  return { code: 'ODBC_STEP', message, details: { ...details, variant } };
}

function nameOf({ database }: OdbcConnection): string {
  return [productNames[database.product], database.version].filter(Boolean).join(' ');
}

async function lookUpSource(connectionString: string): Promise<{ note: Message; found: DataSources }> {
  const found = await listDataSources();
  const dsn = attributeOf(connectionString, 'DSN');
  if (dsn === undefined) {
    return { found, note: noteOf('no-name', 'A connection string, without a data source name.') };
  }
  const all = found.dataSources.filter(({ name }) => name.toLowerCase() === dsn.toLowerCase());
  if (all.length === 0) {
    const names = found.dataSources.map(({ name }) => name);
    // The driver manager may know more places than this program; it has the last word.
    const message = `"${dsn}" is not among the data sources found here (${names.join(', ') || 'none'}).`;
    return { found, note: noteOf('not-listed', message, { dsn, found: names }) };
  }
  const places = all.map(
    ({ scope, bitness, definedIn }): Message => ({
      code: 'ODBC_PLACE',
      message: [`${scope} data source`, ...(bitness ? [`${bitness}-bit`] : []), `in ${definedIn}`].join(', '),
      details: { variant: scope, bits: bitness, definedIn },
    }),
  );
  const { name } = all[0]!;
  const message = `"${name}": ${places.map((place) => place.message).join('; ')}.`;
  return { found, note: noteOf('listed', message, { dsn: name, places }) };
}

async function lookUpDriver(
  connectionString: string,
  found: DataSources,
): Promise<{ note: Message; found: string }> {
  const entry = driverEntryOf(found, {
    dsn: attributeOf(connectionString, 'DSN'),
    driver: attributeOf(connectionString, 'Driver'),
  });
  if (!entry) return { found: '', note: noteOf('no-driver', 'No driver is named for it.') };
  const library = entry.library ?? entry.name;
  if (isAbsolute(library)) {
    await access(library).catch(() => {
      throw new XlinkError(
        'ODBC_DRIVER_MISSING',
        `The library of the driver is not there: ${library}. Install the driver, or choose another data source.`,
        { library, variant: 'library' },
      );
    });
  }
  const driver = [entry.name, entry.library].filter(Boolean).join(', ');
  return { found: entry.name, note: noteOf('driver', `${driver}.`, { driver }) };
}

async function tryStatement(
  connection: OdbcConnection,
  sql: string,
  signal: AbortSignal,
): Promise<{ note: Message; found: true }> {
  const rows = await connection.query(sql, [], { maxRows: countedRows, signal });
  const first = rows[0]?.map(String).join(', ').slice(0, shownCharacters);
  if (first === undefined) {
    return { found: true, note: noteOf('no-row', 'The statement works and gives no row.') };
  }
  const isMany = rows.length === countedRows;
  const count = isMany ? `${countedRows} or more` : String(rows.length);
  const message = `${count} ${rows.length === 1 ? 'row' : 'rows'}, the first one: ${first}`;
  return {
    found: true,
    note: noteOf(isMany ? 'many-rows' : 'rows', message, { rows: rows.length, first }),
  };
}
