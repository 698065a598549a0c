import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  expectFigures,
  importedFigures,
  objections,
  queuesInTree,
  type RecomputedRow,
  recomputedFigures,
} from '../../support/acd/imported.ts';
import { mitelDatabase, mitelDays, mitelValueTypes } from '../../support/acd/mitel.ts';
import { type PostgresServer, startPostgres } from '../../support/postgres.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
  await server.exec(mitelDatabase());
});
afterAll(() => server.stop());

const centre = (keys: Readonly<Record<string, string>> = {}) => ({
  interface: 'mitel',
  connectionString: server.connectionString,
  keys: { TimeZone: 'Europe/Paris', ...keys },
  queues: ['Sales', 'P1: Service'],
  valueTypes: mitelValueTypes as readonly string[],
  timeZone: 'Europe/Paris',
  intervalMinutes: 15 as const,
  days: mitelDays,
});

/** Local times are summer time until the clock is set back; of the hour that is there twice all is in the first. */
async function recomputed(talkTime = 'QueueTotalTalkTime'): Promise<RecomputedRow[]> {
  const rows = await server.exec(`
    SELECT TO_CHAR(local - CASE WHEN local < '2025-10-26 03:00' THEN INTERVAL '2 hours' ELSE INTERVAL '1 hour' END,
        'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS start, QueueName AS queue,
      ${mitelValueTypes.map((type) => type.replace('QueueTotalTalkTime', talkTime)).map((type) => `SUM(${type}) AS "${type}"`)}
    FROM (SELECT MidnightStartDate + TimeIntervalID * INTERVAL '15 minutes' AS local, figures.*
      FROM QueuePerformanceByPeriodStats figures) rows
    WHERE local >= '2025-10-25' AND local < '2025-10-28' AND QueueName IS NOT NULL
    GROUP BY 1, 2`);
  return rows as RecomputedRow[];
}

describe('Mitel MiContact Center', () => {
  it('lists the queues that have a name', async () => {
    expect(await queuesInTree(centre())).toEqual(['P1: Service', 'Sales']);
    expect(await queuesInTree(centre({ QueueFilter: "QueueName LIKE 'S%'" }))).toEqual(['Sales']);
  });

  it('is imported as SQL computes it; the hour that is there twice is added up and reported', async () => {
    const { run, figures } = await importedFigures(centre());
    expect(run.status).toBe('completed-with-problems');
    expect(run.problems.map(({ code }) => code)).toEqual(['STAMP_REPEATED_HOUR']);
    expectFigures(figures, recomputedFigures(await recomputed(), mitelValueTypes));
  });

  it('has another column for the talk time before release 9', async () => {
    await server.exec(
      'DROP TABLE QueuePerformanceByPeriodStats; CREATE SCHEMA older; SET search_path TO older;' +
        mitelDatabase('QueueTalkTimeTotal') +
        'CREATE VIEW public.QueuePerformanceByPeriodStats AS SELECT * FROM older.QueuePerformanceByPeriodStats;',
    );
    const types = mitelValueTypes.map((type) => type.replace('QueueTotalTalkTime', 'QueueTalkTimeTotal'));
    const { run, figures } = await importedFigures({ ...centre({ Release: '8' }), valueTypes: types });
    expect(run.status).toBe('completed-with-problems');
    expectFigures(figures, recomputedFigures(await recomputed('QueueTalkTimeTotal'), types));
  });

  it('has a section that fits its database and passes Test ODBC', async () => {
    const calls = { phoneLink: true, timeLink: false };
    expect(await objections(centre({ Release: '8' }), calls)).toEqual({ findings: [], steps: [] });
  });
});
