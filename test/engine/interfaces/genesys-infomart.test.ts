import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { infomartDatabase, infomartDays, infomartValueTypes } from '../../support/acd/genesys-infomart.ts';
import {
  expectFigures,
  importedFigures,
  objections,
  queuesInTree,
  type RecomputedRow,
  recomputedFigures,
} from '../../support/acd/imported.ts';
import { type PostgresServer, startPostgres } from '../../support/postgres.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
  await server.exec(infomartDatabase());
});
afterAll(() => server.stop());

const centre = (minutes: 15 | 30 = 15, keys: Readonly<Record<string, string>> = {}) => ({
  interface: 'genesys-infomart',
  connectionString: server.connectionString,
  keys,
  queues: ['14', 'VQ_Sales', 'VQ_Service', 'VQ_Service (13)'],
  valueTypes: infomartValueTypes,
  timeZone: 'Europe/Paris',
  intervalMinutes: minutes,
  days: infomartDays,
});

/** Unix seconds are UTC whatever the clock on the wall does. */
async function recomputed(minutes: number, columns: readonly string[]): Promise<RecomputedRow[]> {
  const rows = await server.exec(`
    SELECT TO_CHAR(TO_TIMESTAMP(DATE_TIME_KEY - DATE_TIME_KEY % ${minutes * 60}) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS start,
      CASE RESOURCE_KEY WHEN 11 THEN 'VQ_Sales' WHEN 12 THEN 'VQ_Service' WHEN 13 THEN 'VQ_Service (13)' ELSE '14' END AS queue,
      ${columns.map((type) => `${type.endsWith('MAX') ? 'MAX' : 'SUM'}(${type}) AS "${type}"`).join(', ')}
    FROM AG2_QUEUE_SUBHR
    WHERE TO_TIMESTAMP(DATE_TIME_KEY) >= TIMESTAMP '2025-10-25' AT TIME ZONE 'Europe/Paris'
      AND TO_TIMESTAMP(DATE_TIME_KEY) < TIMESTAMP '2025-10-28' AT TIME ZONE 'Europe/Paris'
    GROUP BY 1, 2`);
  return rows as RecomputedRow[];
}

describe('Genesys Info Mart', () => {
  it('lists the queues that have figures, and no agents', async () => {
    expect(await queuesInTree(centre())).toEqual(['VQ_Sales', 'VQ_Service', 'VQ_Service (13)', '14']);
    expect(await queuesInTree(centre(15, { QueueFilter: "RESOURCE_NAME LIKE '%Sales'" }))).toEqual([
      'VQ_Sales',
    ]);
  });

  it('is imported as SQL computes it, rows of media and interaction types added up', async () => {
    const { run, figures } = await importedFigures(centre());
    expect(run).toMatchObject({ status: 'completed', problems: [] });
    expectFigures(figures, recomputedFigures(await recomputed(15, infomartValueTypes), infomartValueTypes));
  });

  it('is imported into longer intervals, with a further column', async () => {
    const types = [...infomartValueTypes, 'SITE_FIGURE'];
    const { run, figures } = await importedFigures({
      ...centre(30, { MoreValueTypes: 'SITE_FIGURE' }),
      valueTypes: types,
    });
    expect(run).toMatchObject({ status: 'completed', problems: [] });
    expectFigures(figures, recomputedFigures(await recomputed(30, types), types));
  });

  it('has a section that fits its database and passes Test ODBC', async () => {
    const calls = { phoneLink: true, timeLink: false };
    expect(await objections(centre(), calls)).toEqual({ findings: [], steps: [] });
  });
});
