import { describe, expect, it } from 'vitest';
import { openConnection } from '#engine/odbc/connection.ts';
import { testOdbc } from '#engine/odbc/test.ts';
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

/** The event loop's longest pause while `work` runs. */
async function longestPauseMs(work: () => Promise<unknown>): Promise<number> {
  let last = performance.now();
  let longest = 0;
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 20);
  await work();
  clearInterval(timer);
  return longest;
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
      const startedMs = performance.now();
      const pauseMs = await longestPauseMs(async () => {
        error = await failure(mute, 1500);
      });
      expect(error).toMatchObject({ code: 'ODBC_CONNECT_TIMEOUT', retryable: true });
      expect(performance.now() - startedMs).toBeLessThan(3000);
      expect(pauseMs).toBeLessThan(1000);
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
      setTimeout(() => {
        proxy.mute();
        controller.abort();
      }, 400);
      const pauseMs = await longestPauseMs(() =>
        expect(
          connection.query(source().sql.slow, [], { maxRows: 1, signal: controller.signal }),
        ).rejects.toMatchObject({ code: 'CANCELLED' }),
      );
      expect(pauseMs).toBeLessThan(1000);
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

    it('goes through all steps and names driver and database', async () => {
      const report = await testOdbc(login(), {
        deadlineMs: 15_000,
        statements: [
          { label: 'QueueSQL', sql: `SELECT x FROM ${source().sql.numbers(3)} ORDER BY x;` },
          { label: 'QueueMappingSQL', sql: 'SELECT name FROM not_there' },
        ],
      });
      expect(report.ok).toBe(false);
      expect(report.steps.map(({ step, outcome }) => [step, outcome])).toEqual([
        ['data-source', 'ok'],
        ['driver', 'ok'],
        ['login', 'ok'],
        ['statement', 'ok'],
        ['statement', 'failed'],
      ]);
      expect(report.steps[3]!.detail).toBe('3 rows, the first one: 1');
      expect(report.steps[4]!.error?.code).toBe('ODBC_TABLE_MISSING');
      expect(report.databaseName).toMatch(/^(PostgreSQL|MariaDB) \d+\.\d+/);
      expect(report.driverName).toMatch(/PostgreSQL|MariaDB/);
    });

    it('says what is wrong with the login and skips what needs it', async () => {
      const report = await testOdbc(
        { ...login(), password: 'dead-secret' },
        { deadlineMs: 15_000, statements: [{ label: 'QueueSQL', sql: 'SELECT 1' }] },
      );
      expect(report.steps.map(({ step, outcome }) => [step, outcome])).toEqual([
        ['data-source', 'ok'],
        ['driver', 'ok'],
        ['login', 'failed'],
        ['statement', 'skipped'],
      ]);
      expect(report.steps[2]!.error?.code).toBe('ODBC_LOGIN_REFUSED');
      expect(JSON.stringify(report)).not.toContain('dead-secret');
    });

    it('holds neither password nor connection string', async () => {
      const report = JSON.stringify(await testOdbc(login(), { deadlineMs: 15_000 }));
      expect(report).not.toContain(source().password);
      expect(report).not.toContain('UID=');
    });

    it('ends by its deadline, whatever hangs', async () => {
      const startedMs = performance.now();
      const report = await testOdbc(login(), {
        deadlineMs: 1500,
        statements: [
          { label: 'slow', sql: source().sql.slow },
          { label: 'after', sql: 'SELECT 1' },
        ],
      });
      expect(performance.now() - startedMs).toBeLessThan(2500);
      expect(report.ok).toBe(false);
      expect(report.steps.at(-1)).toMatchObject({ outcome: 'failed', error: { code: 'ODBC_TIMEOUT' } });
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
