import { expect, it } from 'vitest';
import { openConnection } from '#engine/odbc/connection.ts';
import { messageText } from '#shared/i18n/messages.ts';
import { errorShape } from '#shared/rpc/errors.ts';
import { leftBehind } from '../../support/left-behind.ts';
import { startPostgres } from '../../support/postgres.ts';
import { dayCount, stoppedSourceRules, usualPace } from './stopped-source-rules.ts';

const { source, undisturbed, importAnd } = stoppedSourceRules({
  awayBy: 'kill',
  async startSource() {
    const server = await startPostgres();
    await server.exec(`
      CREATE TABLE calls (at TIMESTAMP, queue VARCHAR(20), offered INTEGER, talk DECIMAL(10,2));
      INSERT INTO calls
        SELECT at, queue, extract(epoch FROM at)::bigint / 900 % 24, (extract(epoch FROM at)::bigint / 900 % 24) / 4.0
        FROM generate_series(TIMESTAMP '2026-03-01', '2026-03-30 23:45', '15 minutes') at,
          unnest(ARRAY['Sales', 'Service']) queue;
      CREATE TABLE pace (seconds DOUBLE PRECISION);
      INSERT INTO pace VALUES (${usualPace});
      CREATE VIEW slow_calls AS
        WITH slow AS MATERIALIZED (SELECT pg_sleep(seconds) FROM pace) SELECT calls.* FROM calls, slow;`);
    // It writes down later what it committed, and a kill does not wait for that.
    await server.exec('CHECKPOINT');
    return {
      ...server,
      pace: (seconds) => server.exec(`UPDATE pace SET seconds = ${seconds}`),
      async readers() {
        const [found] = await server.exec(
          `SELECT count(*)::int AS count FROM pg_stat_activity
           WHERE datname = current_database() AND pid <> pg_backend_pid()`,
        );
        return Number(found?.count);
      },
      endless: 'SELECT n, pg_sleep(0.0005)::text AS slept FROM generate_series(1, 100000) n',
    };
  },
});

it('a server that is up and refuses connections until it has recovered is waited for', async () => {
  const expected = await undisturbed();
  const { home, run } = await importAnd([
    3,
    async () => {
      await source().halt('fast');
      const { letGo } = await source().startHeld();
      const refusal = errorShape(
        await openConnection(source().connectionString, { connectTimeoutMs: 10_000 }).catch(
          (thrown: unknown) => thrown,
        ),
      );
      expect(refusal).toMatchObject({
        code: 'ODBC_SERVER_UNREACHABLE',
        retryable: true,
        message: expect.stringContaining('being started'),
        details: { driverText: expect.stringContaining('the database system is starting up') },
      });
      for (const language of ['fr', 'de'] as const) {
        expect(messageText(language, refusal)).not.toBe(refusal.message);
      }
      await letGo();
    },
  ]);
  expect(run).toMatchObject({ daysDone: dayCount, problemCount: 1 });
  expect(await leftBehind(home, run.runId)).toEqual(expected);
}, 120_000);
