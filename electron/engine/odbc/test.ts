import type { Message } from '#shared/contract/common.ts';
import type { OdbcTestReport, OdbcTestStepName } from '#shared/contract/odbc.ts';
import type { ErrorShape } from '#shared/rpc/errors.ts';
import { clockDifference, clockQuestion, offsetText } from './clock.ts';
import { type OdbcConnection, type OdbcParameter, type OdbcRow, openConnection } from './connection.ts';
import { connectionStringOf, type SourceLogin } from './connectionString.ts';
import type { DatabaseProduct } from './dialect.ts';
import { lookUpDriver, lookUpManager, lookUpSource } from './test-look-ups.ts';
import { noteOf, type TestRun, type Told, testRun } from './test-run.ts';

type QuestionStep = Extract<OdbcTestStepName, 'table' | 'statement' | 'first-rows' | 'yesterday'>;

/** What is asked of the source once it is connected. */
export interface OdbcQuestion {
  readonly step: QuestionStep;
  /** Which table, which key; empty where there is one question of the kind only. */
  readonly subject: string;
  readonly sql: string;
  readonly parameters?: readonly OdbcParameter[];
  /** No more rows are read. */
  readonly maxRows: number;
  readonly tell: (rows: readonly OdbcRow[]) => Omit<Told, 'found'>;
}

/** A question that cannot be put, and why. */
export interface UnaskedQuestion {
  readonly step: QuestionStep;
  readonly subject: string;
  readonly reason: Message;
}

export interface OdbcTestOptions {
  /** For all of it. */
  readonly deadlineMs: number;
  /** By the kind of database, which is `other` as long as it is not connected. */
  readonly questions?: (product: DatabaseProduct) => readonly (OdbcQuestion | UnaskedQuestion)[];
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

/**
 * Goes the way to the data step by step and says what works; a step that fails does not stop those that do not need it.
 * Never throws; ends by the deadline, or when the signal is aborted.
 */
export async function testOdbc(login: SourceLogin, options: OdbcTestOptions): Promise<OdbcTestReport> {
  const connectionString = connectionStringOf(login);
  const run = testRun(options.deadlineMs, options.signal);
  let connection = await reach(run, connectionString);
  const first = connection;
  await askClock(run, connection);
  const questions = options.questions?.(connection?.database.product ?? 'other') ?? [];
  for (const question of questions) {
    const { step, subject } = question;
    if ('reason' in question) {
      run.skip(step, question.reason, subject);
    } else if (connection === undefined) {
      run.skip(step, notConnected, subject);
    } else {
      let wasLost = false;
      await ask(run, connection, question, ({ code }) => {
        wasLost = lostCodes.has(code);
      });
      if (!wasLost) continue;
      letGo(connection);
      connection = await reopened(run, connectionString, options.signal);
    }
  }
  letGo(connection);
  const steps = run.steps();
  return {
    ok: steps.every(({ outcome }) => outcome !== 'failed') && first !== undefined,
    startedAtUtc: new Date(run.startedMs).toISOString(),
    steps,
    ...(first ? { driverName: first.driver.name, databaseName: nameOf(first) } : {}),
    elapsedMs: Date.now() - run.startedMs,
  };
}

const notConnected = noteOf('not-connected', 'Not connected.');
const notReached = noteOf('not-reached', 'Not reached.');

/** After these the connection is of no use to the next step. */
const lostCodes = new Set(['ODBC_CONNECTION_LOST', 'ODBC_CONNECTION_GIVEN_UP', 'ODBC_CONNECTION_CLOSED']);

/** Errors of a connect that say it failed on the way to the server. */
const blamed: Readonly<Record<string, OdbcTestStepName>> = {
  ODBC_NO_DATA_SOURCE: 'data-source',
  ODBC_CONNECTION_STRING: 'data-source',
  ODBC_ARCHITECTURE: 'driver',
  ODBC_DRIVER_MISSING: 'driver',
  ODBC_DRIVER_FAILED: 'driver',
};

/** From the driver manager to the login. Only a connect tells whether the driver can be loaded. */
async function reach(run: TestRun, connectionString: string): Promise<OdbcConnection | undefined> {
  await run.take({ step: 'driver-manager' }, lookUpManager);
  const found = await run.take({ step: 'data-source' }, () => lookUpSource(connectionString));
  await run.take({ step: 'driver' }, () => lookUpDriver(connectionString, found));
  const onFailed = ({ code }: ErrorShape) => {
    const culprit = blamed[code];
    if (culprit) run.blame(culprit, notReached);
  };
  return run.take({ step: 'login' }, (signal) => logIn(run, connectionString, signal), { onFailed });
}

async function logIn(
  run: TestRun,
  connectionString: string,
  signal: AbortSignal,
): Promise<Told<OdbcConnection>> {
  // The deadline of the test comes first, always: at the same millisecond either could be what is reported.
  const connectTimeoutMs = run.remainingMs() + 1_000;
  const opening = openConnection(connectionString, { connectTimeoutMs, signal });
  // The test may be over when it comes.
  opening.then((opened) => signal.aborted && letGo(opened)).catch(() => {});
  const opened = await opening;
  const database = nameOf(opened);
  const variant = opened.database.product === 'other' ? 'connected-other' : 'connected';
  return { found: opened, note: noteOf(variant, `Connected to ${database}.`, { database }) };
}

/** A new connection in place of one that was lost, without a step of its own. */
async function reopened(
  run: TestRun,
  connectionString: string,
  signal: AbortSignal | undefined,
): Promise<OdbcConnection | undefined> {
  const connectTimeoutMs = run.remainingMs() / 2;
  if (connectTimeoutMs < 1) return undefined;
  return openConnection(connectionString, { connectTimeoutMs, signal }).catch(() => undefined);
}

function letGo(connection: OdbcConnection | undefined): void {
  void connection?.close().catch(() => {});
}

function nameOf({ database }: OdbcConnection): string {
  return [productNames[database.product], database.version].filter(Boolean).join(' ');
}

/** So that one that takes long leaves time for those behind it. */
function shareMs(run: TestRun): number {
  return run.remainingMs() / 2;
}

async function ask(
  run: TestRun,
  connection: OdbcConnection,
  { step, subject, sql, parameters = [], maxRows, tell }: OdbcQuestion,
  onFailed: (error: ErrorShape) => void,
): Promise<void> {
  await run.take(
    { step, subject },
    async (signal) => ({
      ...tell(await connection.query(sql, parameters, { maxRows, signal })),
      found: undefined,
    }),
    { limitMs: shareMs(run), onFailed },
  );
}

/** From so many seconds on the newest intervals are asked for before they are there, or late. */
const clockWarningSeconds = 60;

async function askClock(run: TestRun, connection: OdbcConnection | undefined): Promise<void> {
  if (!connection) return run.skip('clock', notConnected);
  const question = clockQuestion(connection.database.product);
  if (!question) {
    return run.skip(
      'clock',
      noteOf('no-clock', 'The database is a file: its clock is that of this machine.'),
    );
  }
  await run.take(
    { step: 'clock' },
    async (signal) => {
      const askedMs = Date.now();
      const [row] = await connection.query(question.sql, [], { maxRows: 1, signal });
      return tellClock(clockDifference(row, question.columns, { askedMs, answeredMs: Date.now() }));
    },
    { limitMs: shareMs(run) },
  );
}

function tellClock(difference: ReturnType<typeof clockDifference>): Told {
  if (!difference) {
    return { note: noteOf('clock-unknown', 'The server does not tell its time.'), found: undefined };
  }
  const { aheadSeconds, offsetMinutes } = difference;
  const seconds = Math.abs(aheadSeconds);
  const offset = offsetMinutes === undefined ? undefined : offsetText(offsetMinutes);
  const local = offset === undefined ? '' : ` Its local time is ${offset}.`;
  const variant = seconds < 2 ? 'clock-same' : aheadSeconds > 0 ? 'clock-ahead' : 'clock-behind';
  const words = {
    'clock-same': 'The clock of the server goes with ours.',
    'clock-ahead': `The clock of the server is ${seconds} seconds ahead of ours.`,
    'clock-behind': `The clock of the server is ${seconds} seconds behind ours.`,
  };
  const warning: Message = {
    code: 'ODBC_CLOCK',
    message: `The clocks are ${seconds} seconds apart. Set both by a time server (NTP), or the newest intervals are read too early or too late.`,
    details: { seconds },
  };
  return {
    note: noteOf(variant, `${words[variant]}${local}`, { seconds, offset }),
    warnings: seconds < clockWarningSeconds ? [] : [warning],
    found: undefined,
  };
}
