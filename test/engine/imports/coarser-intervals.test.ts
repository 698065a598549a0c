import { describe, expect, it, onTestFinished } from 'vitest';
import { callKeys, callTable, map, section, settings, smallCentre } from '../../support/acd.ts';
import { homeWith, importCalls, storedValues } from '../../support/home.ts';
import { sqliteFile } from '../../support/sqlite.ts';

/* A source that counts over an hour, a WFM queue over a quarter of it; docs/architecture.md, "Rules worth knowing". */

const day = { from: '2026-03-02', to: '2026-03-02' };
const at = (clock: string) => `2026-03-02T${clock}:00Z`;

async function hourly(keys: Record<string, string>) {
  const database = callTable([[at('08:00'), 'Sales', 7, 40]]);
  const home = await homeWith(
    smallCentre(database, {
      settings: settings(
        section('ACD', { Source: database.connectionString, ...callKeys, Interval: '60', ...keys }),
      ),
      mapping: map('0:1:1=ACD:Sales:offered', '0:1:2=ACD:Sales:answered'),
      scripts: {},
    }),
  );
  const run = await importCalls(home, day);
  return { run, first: await storedValues(home, 1, 1), second: await storedValues(home, 1, 2) };
}

describe('A source with longer intervals than the WFM queue', () => {
  it('is left out and reported, unless the section says otherwise', async () => {
    const { run, first } = await hourly({});
    expect(run.problemCount).toBeGreaterThan(0);
    expect(first).toEqual({});
  });

  it('is divided with CoarserInterval=split: the remainder goes into the first part, the sum stays', async () => {
    const { first } = await hourly({ CoarserInterval: 'split' });
    expect(first).toEqual({ [at('08:00')]: 4, [at('08:15')]: 1, [at('08:30')]: 1, [at('08:45')]: 1 });
  });

  it.each(['AVG', 'MIN', 'MAX'])('gives each part the whole of what cannot be divided: %s', async (name) => {
    const { first, second } = await hourly({
      CoarserInterval: 'split',
      ValueTypeFunctions: `SUM;${name}`,
    });
    expect(Object.values(first)).toEqual([4, 1, 1, 1]);
    expect(second).toEqual({ [at('08:00')]: 40, [at('08:15')]: 40, [at('08:30')]: 40, [at('08:45')]: 40 });
  });

  it('is divided row by row as the source tells rows apart: without an offset and with an empty one', async () => {
    const database = sqliteFile(`
      CREATE TABLE calls (stamp VARCHAR(14), zone VARCHAR(6), queue VARCHAR(10), offered INTEGER);
      INSERT INTO calls VALUES ('20260301080000', NULL, 'Sales', 7), ('20260302080000', NULL, 'Sales', 7),
        ('20260302080000', '', 'Sales', 7);`);
    onTestFinished(database.remove);
    const keys = {
      ...callKeys,
      TimeStampType: '0',
      TimeStampFormat: 'yyyymmddHHMMSS',
      TimeStampZoneColumn: 'zone',
      TimeZone: 'UTC',
      ValueTypes: 'offered',
      Interval: '60',
      CoarserInterval: 'split',
    };
    const parts = { [at('08:00')]: 8, [at('08:15')]: 2, [at('08:30')]: 2, [at('08:45')]: 2 };
    // From the first day on each row is read as it is; on a day alone they are summed by the source.
    for (const from of ['2026-03-01', '2026-03-02']) {
      const home = await homeWith(
        smallCentre(database, {
          settings: settings(section('ACD', { Source: database.connectionString, ...keys })),
          mapping: map('0:1:1=ACD:Sales:offered'),
          scripts: {},
        }),
      );
      await importCalls(home, { from, to: '2026-03-02' });
      expect(await storedValues(home, 1, 1)).toMatchObject(parts);
    }
  });
});
