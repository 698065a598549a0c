import { cp } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { addCalls, callKeys, callTable, script, section, settings, smallCentre } from '../../support/acd.ts';
import { handWrittenHome } from '../../support/cli.ts';
import { endOfRun, killEngine, supervisedEngine } from '../../support/engine.ts';
import { temporaryFolder } from '../../support/home.ts';

const kills = 10;
const dayCount = 200;
const range = { from: '2025-06-01', to: '2025-12-17' };

/** A home whose import of 200 days takes some seconds, with a script that fails once a day. */
async function slowHome(): Promise<string> {
  const database = callTable([]);
  const rows = Array.from({ length: dayCount * 24 }, (_, hour) => {
    const stamp = new Date(Date.UTC(2025, 5, 1) + hour * 3_600_000).toISOString();
    return [stamp, 'Sales', hour % 24, hour] as const;
  });
  addCalls(database, rows);
  database.exec(`CREATE VIEW slow_calls AS SELECT stamp, queue, answered, offered + 0 * (
    WITH RECURSIVE work(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM work WHERE n < 5000 + calls.offered)
    SELECT COUNT(*) FROM work) AS offered FROM calls`);
  const keys = { ...callKeys, CallDataTable: 'slow_calls' };
  return handWrittenHome(
    smallCentre(database, {
      settings: settings(section('ACD', { Source: database.connectionString, ...keys })),
      scripts: { 1: script(1, 'Result = 100 / (Para1 - 7) * 100'), 2: script(1, 'Result = Para1 * 100') },
    }),
  );
}

/** All that an import leaves behind but the times at which it did so. */
function leftBehind(home: string) {
  const store = new Database(path.join(home, 'wfm.db'), { readonly: true });
  try {
    return {
      integrity: store.pragma('integrity_check', { simple: true }),
      values: store.prepare('SELECT * FROM interval_value ORDER BY 1, 2, 3').all(),
      days: store
        .prepare(
          'SELECT system, day, state, rows_read, values_written, values_unchanged, problem_count FROM run_day ORDER BY day',
        )
        .all(),
    };
  } finally {
    store.close();
  }
}

it(`survives ${kills} kills at any moment: the run is interrupted, resumed, and leaves what an undisturbed one leaves`, async () => {
  const home = await slowHome();
  const undisturbedHome = await temporaryFolder();
  await cp(home, undisturbedHome, { recursive: true });

  const engine = await supervisedEngine(home);
  const { runId } = await engine.call('imports.start', { stream: 'calls', ...range });
  for (let kill = 0; kill < kills; kill += 1) {
    const { enginePid } = await engine.call('home.info', {});
    await sleep(Math.random() * 250);
    const before = await engine.call('runs.read', { runId });
    expect(before.status).toBe('running');
    await killEngine(engine, enginePid);

    const after = await engine.call('runs.read', { runId });
    expect(after.status).toBe('interrupted');
    expect((await engine.call('home.info', {})).enginePid).not.toBe(enginePid);
    // What was reported as done is done.
    expect(after.daysDone).toBeGreaterThanOrEqual(before.daysDone);
    expect(await engine.call('runs.list', { limit: 5 })).toMatchObject([{ runId, status: 'interrupted' }]);
    expect(await engine.call('imports.resume', { runId })).toEqual({ runId });
  }
  const resumed = await endOfRun(engine, runId);

  const calm = await supervisedEngine(undisturbedHome);
  const { runId: calmId } = await calm.call('imports.start', { stream: 'calls', ...range });
  const undisturbed = await endOfRun(calm, calmId);

  const { startedUtc: _, finishedUtc: __, rowsPerSecond: ___, ...expected } = undisturbed;
  expect(resumed).toMatchObject({ ...expected, problems: expect.any(Array) });
  expect(undisturbed).toMatchObject({
    status: 'completed-with-problems',
    daysDone: dayCount,
    problemCount: dayCount,
    rowsRead: dayCount * 24,
    valuesWritten: dayCount * (24 + 23),
  });
  const [found, wanted] = [leftBehind(home), leftBehind(undisturbedHome)];
  expect(found.integrity).toBe('ok');
  expect(found).toEqual(wanted);
  const page = { offset: 0, limit: 1000 };
  const problems = await engine.call('runs.problems', { runId, ...page });
  expect(problems).toEqual(await calm.call('runs.problems', { runId: calmId, ...page }));
}, 300_000);
