import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agentData } from '../../support/acd/agents.ts';
import {
  expectFigures,
  importedFigures,
  objections,
  queuesInTree,
  type RecomputedRow,
  recomputedFigures,
} from '../../support/acd/imported.ts';
import { openscapeDatabase, openscapeDays, openscapeValueTypes } from '../../support/acd/openscape.ts';
import { type SqliteFile, sqliteFile } from '../../support/sqlite.ts';

let file: SqliteFile;
beforeAll(() => {
  file = sqliteFile(openscapeDatabase());
});
afterAll(() => file.remove());

const centre = (intervalMinutes: 15 | 60) => ({
  interface: 'openscape',
  connectionString: file.connectionString,
  keys: { TimeZone: 'UTC' },
  queues: ['Störung', '8', 'Vertrieb', '99'],
  valueTypes: openscapeValueTypes,
  timeZone: 'Europe/Paris',
  intervalMinutes,
  days: openscapeDays,
});

function recomputed(minutes: number): RecomputedRow[] {
  const database = new Database(file.path, { readonly: true });
  try {
    return database
      .prepare(
        `SELECT STRFTIME('%Y-%m-%dT%H:%M:%SZ', UNIXEPOCH(recordtimestamp) / ${minutes * 60} * ${minutes * 60}, 'unixepoch') AS start,
          COALESCE((SELECT NULLIF(calltypename, '') FROM calltypes WHERE calltypes.calltypekey = figures.calltypekey), calltypekey) || '' AS queue,
          ${openscapeValueTypes.map((type) => `SUM(${type}) AS ${type}`)}
        FROM calltypefifteenmin figures
        WHERE recordtimestamp >= '2025-10-24 22:00:00' AND recordtimestamp < '2025-10-27 23:00:00'
        GROUP BY 1, 2`,
      )
      .all() as RecomputedRow[];
  } finally {
    database.close();
  }
}

describe('OpenScape Contact Center', () => {
  it('lists the call types; one without a name shows its number', async () => {
    expect(await queuesInTree(centre(15))).toEqual(['8', 'Störung', 'Vertrieb']);
  });

  for (const minutes of [15, 60] as const) {
    it(`is imported into ${minutes} minutes as SQL computes it, a call type that is gone by its number`, async () => {
      const { run, figures } = await importedFigures(centre(minutes));
      expect(run.status).toBe('completed-with-problems');
      expect(run.problems.map(({ code }) => code)).toEqual(['EXTERNAL_QUEUE_MISSING']);
      expectFigures(figures, recomputedFigures(recomputed(minutes), openscapeValueTypes));
    });
  }

  it('reads agents by the keys of Universal, which are known to the check', async () => {
    const agents = {
      ActivitySQL: "SELECT 'Ready', 1 UNION SELECT 'Logged off', 9",
      AgentActivityTable: 'states',
      AgentColumn: 'agent',
      ActivityColumn: 'state',
      ActivityTimeSpanType: '2',
      ActivityStartTimeStampColumn: 'at_unix',
      ActivityStartTimeStampType: '1',
      LogOffActivities: '9',
    };
    file.exec(`CREATE TABLE states (agent VARCHAR(20), state INTEGER, at_unix INTEGER);
      INSERT INTO states VALUES ('4711', 1, ${Date.UTC(2025, 9, 26, 7) / 1000}), ('4711', 9, ${Date.UTC(2025, 9, 26, 15) / 1000})`);
    const withAgents = { ...centre(15), keys: { TimeZone: 'UTC', ...agents } };
    expect(await objections(withAgents)).toEqual({ findings: [], steps: [] });
    expect((await agentData(withAgents, '2025-10-26')).events).toEqual([
      ['2025-10-26T07:00:00', '4711', '1'],
      ['2025-10-26T15:00:00', '4711', '9'],
    ]);
  });

  it('has a section that fits its database and passes Test ODBC', async () => {
    const calls = { phoneLink: true, timeLink: false };
    expect(await objections(centre(15), calls)).toEqual({ findings: [], steps: [] });
  });
});
