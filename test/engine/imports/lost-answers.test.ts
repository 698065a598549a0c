import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Home } from '#engine/home/home.ts';
import { callKeys, callTable, script, section, smallCentre } from '../../support/acd.ts';
import { type Cable, cableTo } from '../../support/cable.ts';
import { homeWith, importCalls, undoRun } from '../../support/home.ts';
import { leftBehind } from '../../support/left-behind.ts';
import { type PostgresServer, startPostgres } from '../../support/postgres.ts';
import type { SqliteFile } from '../../support/sqlite.ts';

const dayCount = 4;
const range = { from: '2026-03-01', to: '2026-03-04' };
/** What the store says when it commits a day with values. */
const commitOfDay = { after: 'COPY staged_day', question: 'COMMIT' };

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

let stores = 0;

/** A home with a store of its own on the server, at the end of that cable. */
function storeAt(source: SqliteFile, cable: Cable): Promise<Home> {
  const url = new URL(`${server.url}?schema=answers_${++stores}`);
  url.port = String(cable.port);
  const acd = section('ACD', { Source: source.connectionString, ...callKeys });
  return homeWith(
    smallCentre(source, {
      settings: `[DB]\r\n1=WFM,0,,\r\nStoreUrl=${url.href}\r\n${acd}`,
      // Fails once a day.
      scripts: {
        1: script(1, 'Result = Abs(100 / (Para1 - 7)) * 100'),
        2: script(1, 'Result = Para1 * 100'),
      },
    }),
  );
}

function calls(): SqliteFile {
  return callTable(
    Array.from({ length: dayCount * 96 }, (_, quarter) => {
      const stamp = new Date(Date.UTC(2026, 2, 1) + quarter * 900_000).toISOString();
      return [stamp, 'Sales', quarter % 96, quarter % 13] as const;
    }),
  );
}

/** Two homes that have imported the same days, and for which the source now gives others. */
async function twins(cable: Cable): Promise<{ calm: Home; disturbed: Home }> {
  const source = calls();
  const homes = [await storeAt(source, cable), await storeAt(source, cable)] as const;
  for (const home of homes) await importCalls(home, range);
  source.exec(
    'UPDATE calls SET answered = answered + 1 WHERE stamp % 1800 = 0; DELETE FROM calls WHERE offered = 90',
  );
  return { calm: homes[0], disturbed: homes[1] };
}

describe('a store whose answers get lost after it has written', { timeout: 120_000 }, () => {
  it('has each day of an import once, with the counts, problems and replaced values of a calm one', async () => {
    const cable = await cableTo(server.port);
    const { calm, disturbed } = await twins(cable);
    const before = await leftBehind(disturbed, 1);
    const undisturbed = await importCalls(calm, range);
    expect(undisturbed.valuesWritten).toBeGreaterThan(dayCount * 40);

    const losing = cable.loseAnswers(commitOfDay);
    const run = await importCalls(disturbed, range);
    expect(losing.count()).toBe(dayCount);
    losing.stop();
    const { startedUtc: _, finishedUtc: __, rowsPerSecond: ___, ...calmPicture } = undisturbed;
    expect(run).toMatchObject(calmPicture);
    expect(await leftBehind(disturbed, run.runId)).toEqual(await leftBehind(calm, undisturbed.runId));

    const losingAgain = cable.loseAnswers(commitOfDay);
    const undo = await undoRun(disturbed, run.runId);
    expect(losingAgain.count()).toBe(dayCount);
    expect(undo).toMatchObject({ status: 'completed', valuesWritten: run.valuesWritten });
    expect((await leftBehind(disturbed, 1)).values).toEqual(before.values);
  });

  it.each([
    ['of a dry run', { after: 'COPY staged_day', question: 'COMMIT' }, { dryRun: true }],
    ['to the end of a run', { after: 'UPDATE run SET finished_utc_s', question: 'COMMIT' }, {}],
  ])('%s: nothing is told but what a calm one tells', async (_, question, how) => {
    const cable = await cableTo(server.port);
    const { calm, disturbed } = await twins(cable);
    const undisturbed = await importCalls(calm, { ...range, ...how });
    const losing = cable.loseAnswers(question);
    const run = await importCalls(disturbed, { ...range, ...how });
    expect(losing.count()).toBeGreaterThan(0);
    expect(await leftBehind(disturbed, run.runId)).toEqual(await leftBehind(calm, undisturbed.runId));
  });
});
