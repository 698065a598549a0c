import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

  it('has a section that fits its database and passes Test ODBC', async () => {
    const calls = { phoneLink: true, timeLink: false };
    expect(await objections(centre(15), calls)).toEqual({ findings: [], steps: [] });
  });
});
