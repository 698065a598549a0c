import { type ErrorShape, errorShape } from '#shared/rpc/errors.ts';
import { type OdbcConnection, openConnection } from './connection.ts';
import { attributeOf, connectionStringOf, type SourceLogin } from './connectionString.ts';
import { listDataSources } from './dataSources.ts';
import type { DatabaseProduct } from './dialect.ts';

export interface OdbcTestStep {
  readonly step: 'data-source' | 'driver' | 'login' | 'statement';
  readonly label: string;
  outcome: 'ok' | 'failed' | 'skipped';
  elapsedMs: number;
  detail: string;
  error?: ErrorShape;
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

const versionSql: Partial<Record<DatabaseProduct, string>> = {
  sqlite: "SELECT 'SQLite ' || sqlite_version()",
  postgresql: 'SELECT version()',
  mariadb: 'SELECT version()',
  mysql: 'SELECT version()',
  sqlserver: 'SELECT @@version',
  sybase: 'SELECT @@version',
};

/** Connects step by step and says what works. Never throws; ends by the deadline. */
export async function testOdbc(login: SourceLogin, options: OdbcTestOptions): Promise<OdbcTestReport> {
  const startedMs = Date.now();
  const deadline = AbortSignal.timeout(options.deadlineMs);
  const signal = options.signal ? AbortSignal.any([deadline, options.signal]) : deadline;
  const steps: OdbcTestStep[] = [];
  let connection: OdbcConnection | undefined;
  let databaseName: string | undefined;

  async function take(
    step: OdbcTestStep['step'],
    label: string,
    work: () => Promise<string>,
  ): Promise<boolean> {
    const atMs = Date.now();
    const entry: OdbcTestStep = { step, label, outcome: 'ok', elapsedMs: 0, detail: '' };
    steps.push(entry);
    try {
      entry.detail = await work();
    } catch (thrown) {
      entry.error = errorShape(thrown);
      entry.detail = deadline.aborted
        ? `No answer within ${Math.round(options.deadlineMs / 1000)} seconds.`
        : entry.error.message;
      entry.outcome = 'failed';
    }
    entry.elapsedMs = Date.now() - atMs;
    return entry.outcome === 'ok';
  }

  const connectionString = connectionStringOf(login);
  await take('data-source', 'Data source', () => describeSource(connectionString));
  const connected = await take('login', 'Connect', async () => {
    connection = await openConnection(connectionString, { connectTimeoutMs: options.deadlineMs, signal });
    return `Connected with the driver ${connection.driver.name}.`;
  });
  if (connected && connection) {
    const open = connection;
    const sql = versionSql[open.database.product];
    if (sql) {
      await take('driver', 'Database', async () => {
        const [row] = await open.query(sql, [], { maxRows: 1, signal });
        databaseName = String(row?.[0] ?? '').split('\n')[0] ?? '';
        return databaseName;
      });
    }
    for (const { label, sql: statement } of options.statements ?? []) {
      await take('statement', label, async () => {
        const rows = await open.query(statement, [], { maxRows: 1000, signal });
        const first = rows[0]?.map(String).join(', ') ?? '';
        return rows.length === 0
          ? 'The statement works and returns no row.'
          : `${rows.length === 1000 ? '1000 or more' : rows.length} rows, the first one: ${first.slice(0, 120)}`;
      });
    }
    await open.close();
  } else {
    for (const { label } of options.statements ?? []) {
      steps.push({ step: 'statement', label, outcome: 'skipped', elapsedMs: 0, detail: 'Not connected.' });
    }
  }
  return {
    ok: steps.every((step) => step.outcome === 'ok'),
    steps,
    ...(connection ? { driverName: connection.driver.name } : {}),
    ...(databaseName ? { databaseName } : {}),
    elapsedMs: Date.now() - startedMs,
  };
}

async function describeSource(connectionString: string): Promise<string> {
  const { dataSources, drivers } = await listDataSources();
  const dsn = attributeOf(connectionString, 'DSN');
  if (dsn === undefined) {
    return `Connection string, driver ${attributeOf(connectionString, 'Driver') ?? 'not named'}.`;
  }
  const found = dataSources.find(({ name }) => name.toLowerCase() === dsn.toLowerCase());
  if (!found) {
    // The driver manager may know more places than this program; it has the last word.
    return `"${dsn}" is not among the data sources found here (${dataSources.map(({ name }) => name).join(', ') || 'none'}; ${drivers.length} drivers).`;
  }
  return `"${found.name}", driver ${found.driver}, defined in ${found.definedIn}.`;
}
