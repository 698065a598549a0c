import { startMariadb } from '../../support/mariadb.ts';
import { dayCount, stoppedSourceRules, usualPace } from './stopped-source-rules.ts';

stoppedSourceRules({
  awayBy: 'fast',
  async startSource() {
    const server = await startMariadb();
    await server.exec(`
      SET GLOBAL innodb_flush_log_at_trx_commit = 1;
      CREATE TABLE calls (at DATETIME, queue VARCHAR(20), offered INTEGER, talk DECIMAL(10,2));
      INSERT INTO calls SELECT at, queue, unix_timestamp(at) DIV 900 % 24, (unix_timestamp(at) DIV 900 % 24) / 4.0
        FROM (SELECT TIMESTAMP('2026-03-01') + INTERVAL 15 * seq MINUTE AS at
          FROM seq_0_to_${dayCount * 96 - 1}) stamps,
          (SELECT 'Sales' AS queue UNION SELECT 'Service') queues;
      CREATE TABLE pace (seconds DOUBLE);
      INSERT INTO pace VALUES (${usualPace});
      CREATE VIEW slow_calls AS SELECT calls.*
        FROM (SELECT SUM(SLEEP(seconds)) AS slept FROM pace) slow STRAIGHT_JOIN calls ON slept < 9;`);
    return {
      ...server,
      pace: (seconds) => server.exec(`UPDATE pace SET seconds = ${seconds}`),
      readers: async () =>
        Number(
          await server.exec(
            `SELECT COUNT(*) FROM information_schema.processlist WHERE user = '${server.user}'`,
          ),
        ),
      endless: 'SELECT seq, SLEEP(0.001) AS slept FROM seq_1_to_50000',
      async runsEndless() {
        const running = await server.exec(
          `SELECT COUNT(*) FROM information_schema.processlist
           WHERE user = '${server.user}' AND info LIKE '%slept%' AND time_ms > 300`,
        );
        return Number(running) > 0;
      },
    };
  },
});
