import { describe, expect, it } from 'vitest';
import { openConnection } from '#engine/odbc/connection.ts';
import { type OdbcQuestion, testOdbc } from '#engine/odbc/test.ts';
import type { OdbcTestReport } from '#shared/contract/odbc.ts';
import { createWords } from '#shared/i18n/index.ts';
import { odbcTestText } from '#shared/i18n/odbc-test-text.ts';
import { errorShape, type XlinkError } from '#shared/rpc/errors.ts';
import { muteProxy } from '../../support/muteProxy.ts';
import type { Source } from './source.ts';

export interface ServerTraits {
  /** Ends the session that it runs in. */
  readonly endOwnSession: string;
}

function changed(connectionString: string, name: string, value: string): string {
  return connectionString.replace(new RegExp(`${name}=(\\{.*\\}|[^;]*)`), `${name}=${value}`);
}

async function failure(connectionString: string, connectTimeoutMs = 10_000): Promise<XlinkError> {
  try {
    await (await openConnection(connectionString, { connectTimeoutMs })).close();
  } catch (thrown) {
    return thrown as XlinkError;
  }
  throw new Error('It did connect.');
}

/**
 * How much of the time that `work` takes the event loop is busy, 0 to 1: close to 1 if a call waited on its thread. Time
 * in which a busy machine does not give us the processor counts as that in which we wanted it.
 */
async function busyShare(work: () => Promise<unknown>): Promise<number> {
  const before = performance.eventLoopUtilization();
  await work();
  return performance.eventLoopUtilization(before).utilization;
}

/** Rules for databases that are reached over the network. */
export function serverRules(
  source: () => Source & Required<Pick<Source, 'port' | 'password'>>,
  traits: ServerTraits,
): void {
  describe('connecting', () => {
    it('says that the login was refused, and never the password', async () => {
      const error = await failure(changed(source().connectionString, 'PWD', 'dead-secret'));
      expect(error.code).toBe('ODBC_LOGIN_REFUSED');
      expect(error.retryable).toBe(false);
      expect(error.details).toMatchObject({ sqlState: expect.any(String), driverText: expect.any(String) });
      expect(JSON.stringify(error)).not.toContain('dead-secret');
    });

    it('says that there is no such database', async () => {
      const error = await failure(changed(source().connectionString, 'Database', 'no_such_db'));
      expect(error.code).toBe('ODBC_DATABASE_MISSING');
    });

    it('says that nobody listens there, which may pass', async () => {
      const error = await failure(changed(source().connectionString, 'Port', '1'));
      expect(error).toMatchObject({ code: 'ODBC_SERVER_UNREACHABLE', retryable: true });
    });

    it('says that the host is unknown', async () => {
      const error = await failure(changed(source().connectionString, 'Server', 'no-such-host.invalid'));
      expect(error.code).toBe('ODBC_SERVER_UNREACHABLE');
    });

    it('ends at its deadline when the server does not answer; others can go on after it', async () => {
      const proxy = await muteProxy(source().port);
      proxy.mute();
      const mute = changed(source().connectionString, 'Port', String(proxy.port));
      let error: XlinkError | undefined;
      const busy = await busyShare(async () => {
        error = await failure(mute, 4_000);
      });
      expect(error).toMatchObject({ code: 'ODBC_CONNECT_TIMEOUT', retryable: true });
      expect(busy).toBeLessThan(0.5);
      const connection = await openConnection(source().connectionString, { connectTimeoutMs: 10_000 });
      await connection.close();
      await proxy.close();
    });

    it('can be cancelled', async () => {
      const proxy = await muteProxy(source().port);
      proxy.mute();
      const controller = new AbortController();
      const opening = openConnection(changed(source().connectionString, 'Port', String(proxy.port)), {
        connectTimeoutMs: 3000,
        signal: controller.signal,
      });
      controller.abort();
      await expect(opening).rejects.toMatchObject({ code: 'CANCELLED' });
      await proxy.close();
    });
  });

  describe('a server that goes mute', () => {
    it('costs a cancelled statement five seconds and its connection, never the event loop', async () => {
      const proxy = await muteProxy(source().port);
      const connection = await openConnection(
        changed(source().connectionString, 'Port', String(proxy.port)),
        {
          connectTimeoutMs: 10_000,
        },
      );
      const controller = new AbortController();
      // The driver has to be in a call that waits for the server.
      proxy.muteAfter(/sleep/i, () => controller.abort());
      const busy = await busyShare(() =>
        expect(
          connection.query(source().sql.slow, [], { maxRows: 1, signal: controller.signal }),
        ).rejects.toMatchObject({ code: 'CANCELLED' }),
      );
      expect(busy).toBeLessThan(0.5);
      await expect(connection.query('SELECT 1', [], { maxRows: 1 })).rejects.toMatchObject({
        code: 'ODBC_CONNECTION_GIVEN_UP',
        retryable: true,
      });
      await connection.close();
      await proxy.close();
    });
  });

  describe('a connection that is lost', () => {
    it('is an error that may pass', async () => {
      const connection = await openConnection(source().connectionString, { connectTimeoutMs: 10_000 });
      const error = await connection
        .query(traits.endOwnSession, [], { maxRows: 1 })
        .then(() => connection.query('SELECT 1', [], { maxRows: 1 }))
        .catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: 'ODBC_CONNECTION_LOST', retryable: true });
      await connection.close();
    });
  });

  describe('Test ODBC', () => {
    const login = () => {
      const { connectionString, password } = source();
      return { source: connectionString.replace(/;PWD=.*$/, ''), password };
    };
    const asks = (...questions: readonly (readonly [subject: string, sql: string])[]) => ({
      deadlineMs: 15_000,
      questions: () =>
        questions.map(
          ([subject, sql]): OdbcQuestion => ({
            step: 'statement',
            subject,
            sql,
            maxRows: 10,
            tell: (rows) => ({ note: { code: 'ODBC_STEP', message: `rows: ${rows.length}` } }),
          }),
        ),
    });
    const outcomes = ({ steps }: OdbcTestReport) =>
      steps.map(({ number, step, outcome }) => [number, step, outcome]);
    const numbers = () => `SELECT x FROM ${source().sql.numbers(3)} ORDER BY x;`;

    it('goes through all steps, also past one that fails, and names driver and database', async () => {
      const report = await testOdbc(
        login(),
        asks(['one', numbers()], ['two', 'SELECT name FROM not_there'], ['three', 'SELECT 1']),
      );
      expect(report.ok).toBe(false);
      expect(outcomes(report)).toEqual([
        [1, 'driver-manager', 'ok'],
        [2, 'data-source', 'ok'],
        [3, 'driver', 'ok'],
        [4, 'login', 'ok'],
        [5, 'clock', 'ok'],
        [6, 'statement', 'ok'],
        [7, 'statement', 'failed'],
        [8, 'statement', 'ok'],
      ]);
      expect(report.steps[5]!.detail).toBe('rows: 3');
      expect(report.steps[6]!.error?.code).toBe('ODBC_TABLE_MISSING');
      expect(report.databaseName).toMatch(/^(PostgreSQL|MariaDB) \d+\.\d+/);
      expect(report.driverName).toMatch(/PostgreSQL|MariaDB/);
    });

    it('names the driver manager and the driver with its bitness', async () => {
      const { steps } = await testOdbc(login(), asks());
      expect(steps[0]!.detail).toMatch(/^unixODBC \d+\.\d+\.\d+, 64-bit, \/.*libodbc\.so/);
      expect(steps[2]!.detail).toMatch(/^(PostgreSQL|MariaDB) Unicode, \S+\.so, 64-bit\.$/);
    });

    it('holds the clock of the server against ours: here it is the same one', async () => {
      const { steps } = await testOdbc(login(), asks());
      expect(steps[4]).toMatchObject({
        step: 'clock',
        outcome: 'ok',
        note: { details: { variant: 'clock-same', offset: expect.stringMatching(/^UTC[+-]\d\d:\d\d$/) } },
        warnings: [],
      });
    });

    it('says what is wrong with the login and skips what needs it', async () => {
      const report = await testOdbc({ ...login(), password: 'dead-secret' }, asks(['QueueSQL', 'SELECT 1']));
      expect(outcomes(report)).toEqual([
        [1, 'driver-manager', 'ok'],
        [2, 'data-source', 'ok'],
        [3, 'driver', 'ok'],
        [4, 'login', 'failed'],
        [5, 'clock', 'skipped'],
        [6, 'statement', 'skipped'],
      ]);
      expect(report.steps[3]!.error?.code).toBe('ODBC_LOGIN_REFUSED');
      expect(report.steps[5]!.detail).toBe('Not connected.');
      expect(JSON.stringify(report)).not.toContain('dead-secret');
    });

    it('calls a login without an answer what it calls any step that took too long', async () => {
      const proxy = await muteProxy(source().port);
      proxy.mute();
      const mute = { ...login(), source: changed(login().source, 'Port', String(proxy.port)) };
      const report = await testOdbc(mute, { ...asks(['QueueSQL', 'SELECT 1']), deadlineMs: 1_500 });
      expect(report.steps.slice(3)).toMatchObject([
        { step: 'login', outcome: 'failed', error: { code: 'ODBC_TIMEOUT' } },
        { step: 'clock', outcome: 'skipped' },
        { step: 'statement', outcome: 'skipped' },
      ]);
      await proxy.close();
    });

    it('holds neither password nor connection string, nor does its text', async () => {
      const report = await testOdbc(login(), asks(['wrong', 'SELECT name FROM not_there']));
      const words = createWords('en').getFixedT('en', 'dialogs');
      const text = odbcTestText('Bank', report, { t: words, tell: ({ message }) => message });
      expect(text).toContain('ODBC_TABLE_MISSING');
      for (const whole of [JSON.stringify(report), text]) {
        expect(whole).not.toContain(source().password);
        expect(whole).not.toMatch(/UID=|Server=/);
      }
    });

    it('gives a statement that takes too long up, and goes on to the next', async () => {
      const options = { ...asks(['slow', source().sql.slow], ['after', 'SELECT 1']), deadlineMs: 6_000 };
      const report = await testOdbc(login(), options);
      expect(report.steps.slice(5)).toMatchObject([
        { subject: 'slow', outcome: 'failed', error: { code: 'ODBC_TIMEOUT' } },
        { subject: 'after', outcome: 'ok' },
      ]);
    });

    it('ends by its deadline when the server goes mute, and says for what there was no time', async () => {
      const proxy = await muteProxy(source().port);
      const mute = {
        ...login(),
        source: changed(login().source, 'Port', String(proxy.port)),
      };
      const questions = [
        ['mute', `SELECT x FROM ${source().sql.numbers(2)}`],
        ['after', 'SELECT 1'],
      ] as const;
      const { questions: asked } = asks(...questions);
      const report = await testOdbc(mute, {
        deadlineMs: 6_000,
        questions: () => {
          proxy.mute();
          return asked();
        },
      });
      expect(report.steps.slice(5)).toMatchObject([
        { subject: 'mute', outcome: 'failed', error: { code: 'ODBC_TIMEOUT' } },
        { subject: 'after', outcome: 'skipped', detail: 'No time was left.' },
      ]);
      await proxy.close();
    });

    it('connects again when the connection is lost in between', async () => {
      const report = await testOdbc(login(), asks(['lost', traits.endOwnSession], ['after', 'SELECT 1']));
      expect(report.steps.slice(5)).toMatchObject([{ subject: 'lost' }, { subject: 'after', outcome: 'ok' }]);
    });

    it('can be stopped', async () => {
      const controller = new AbortController();
      const asked = asks(['slow', source().sql.slow], ['after', 'SELECT 1']);
      const report = await testOdbc(login(), {
        ...asked,
        signal: controller.signal,
        questions: () => {
          setTimeout(() => controller.abort(), 200);
          return asked.questions();
        },
      });
      expect(report.steps.slice(5)).toMatchObject([
        { subject: 'slow', outcome: 'failed', error: { code: 'CANCELLED' } },
        { subject: 'after', outcome: 'skipped', detail: 'The test was stopped.' },
      ]);
    });
  });
}

export interface ErrorCase {
  readonly what: string;
  readonly sql: string;
  readonly parameters?: readonly (string | number)[];
  readonly code: string;
}

/** What a wrong statement is called. */
export function errorRules(source: () => Source, cases: readonly ErrorCase[]): void {
  describe('what is wrong with a statement', () => {
    it.each(cases)('$what is $code', async ({ sql, code, parameters = [] }) => {
      const connection = await openConnection(source().connectionString, { connectTimeoutMs: 10_000 });
      try {
        const thrown = await connection
          .query(sql, parameters, { maxRows: 10 })
          .catch((error: unknown) => error);
        const error = errorShape(thrown);
        expect(error.code).toBe(code);
        expect(error.details).toMatchObject({ statement: sql, driverText: expect.any(String) });
        expect(await connection.query('SELECT 1', [], { maxRows: 1 })).toHaveLength(1);
      } finally {
        await connection.close();
      }
    });
  });
}
