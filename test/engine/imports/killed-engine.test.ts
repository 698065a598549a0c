import { spawnSync } from 'node:child_process';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import type { RunProgress } from '#shared/contract/imports.ts';
import type { XlinkContract } from '#shared/contract/index.ts';
import type { Client } from '#shared/rpc/client.ts';
import { addCalls, callKeys, callTable, script, section, settings, smallCentre } from '../../support/acd.ts';
import { handWrittenHome } from '../../support/cli.ts';
import { endOfRun, killEngine, supervisedEngine } from '../../support/engine.ts';
import { temporaryFolder } from '../../support/home.ts';

const kills = 100;
const dayCount = 60;
const range = { from: '2025-06-01', to: '2025-07-30' };

/** A home whose import takes some seconds, with a script that fails four times a day. */
async function slowHome(): Promise<string> {
  const database = callTable([]);
  const rows = Array.from({ length: dayCount * 96 }, (_, quarter) => {
    const stamp = new Date(Date.UTC(2025, 5, 1) + quarter * 900_000).toISOString();
    // The same every day: nothing to wonder about, which an import would tell a bounded number of times.
    return [stamp, 'Sales', quarter % 24, quarter % 24] as const;
  });
  addCalls(database, rows);
  database.exec(`CREATE VIEW slow_calls AS SELECT stamp, queue, answered, offered + 0 * (
    WITH RECURSIVE work(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM work WHERE n < 1200 + calls.offered)
    SELECT COUNT(*) FROM work) AS offered FROM calls`);
  const keys = { ...callKeys, CallDataTable: 'slow_calls' };
  return handWrittenHome(
    smallCentre(database, {
      settings: settings(section('ACD', { Source: database.connectionString, ...keys })),
      scripts: {
        1: script(1, 'Result = Abs(100 / (Para1 - 7)) * 100'),
        2: script(1, 'Result = Para1 * 100'),
      },
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

/** The processes that a process started and that are there. */
function childrenOf(pid: number): number[] {
  const listed = spawnSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' }).stdout;
  return listed.split('\n').flatMap((line) => (line.trim() === '' ? [] : [Number(line)]));
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself meanwhile.
  }
}

/** The run when it has done more days, so that the killing comes to an end. */
async function comesFurther(
  engine: Client<XlinkContract>,
  runId: number,
  daysDone: number,
): Promise<RunProgress> {
  for (;;) {
    const run = await engine.call('runs.read', { runId });
    if (run.status !== 'running' || run.daysDone > daysDone) return run;
    await sleep(10);
  }
}

/** What is killed: the process that does the run, the engine that has it done, or both at once. */
type Victim = 'worker' | 'engine' | 'both';

async function strike(engine: Client<XlinkContract>, victim: Victim): Promise<void> {
  const { enginePid } = await engine.call('home.info', {});
  if (victim !== 'engine') for (const worker of childrenOf(enginePid)) kill(worker);
  if (victim !== 'worker') await killEngine(engine, enginePid);
}

/** The run once nobody does it: an engine that just died may be outlived for a moment by its worker. */
async function interrupted(engine: Client<XlinkContract>, runId: number): Promise<RunProgress> {
  await engine.watch('imports.watch', { runId }, () => {}).ended;
  return engine.call('runs.read', { runId });
}

const page = { offset: 0, limit: 1000 };

it(`survives ${kills} kills at any moment, of the engine and of the process that does the run: each time the store is that of an undisturbed run`, async () => {
  const home = await slowHome();
  const calmHome = await temporaryFolder();
  await cp(home, calmHome, { recursive: true });
  const calm = await supervisedEngine(calmHome);
  const { runId: calmId } = await calm.call('imports.start', { stream: 'calls', ...range });
  const undisturbed = await endOfRun(calm, calmId);
  expect(undisturbed).toMatchObject({
    status: 'completed-with-problems',
    daysDone: dayCount,
    rowsRead: dayCount * 96,
    valuesWritten: dayCount * (96 + 92),
    problemCount: dayCount,
  });
  const wanted = leftBehind(calmHome);
  const problems = await calm.call('runs.problems', { runId: calmId, ...page });

  const struck = { worker: 0, engine: 0, both: 0 };
  for (let total = 0; total < kills; ) {
    const victimHome = await temporaryFolder();
    await cp(home, victimHome, { recursive: true });
    const engine = await supervisedEngine(victimHome);
    const { runId } = await engine.call('imports.start', { stream: 'calls', ...range });
    let daysDone = 0;
    while (total < kills) {
      const before = await comesFurther(engine, runId, daysDone);
      if (before.status !== 'running') break;
      daysDone = before.daysDone;
      await sleep(Math.random() * 100);
      const victim = (['worker', 'engine', 'both'] as const)[total % 3]!;
      await strike(engine, victim);
      struck[victim] += 1;
      total += 1;
      if (victim === 'worker') continue;
      const after = await interrupted(engine, runId);
      // What was reported as done is done.
      expect(after.daysDone).toBeGreaterThanOrEqual(before.daysDone);
      if (after.status !== 'interrupted') break;
      expect(await engine.call('runs.list', { limit: 5 })).toMatchObject([{ runId, status: 'interrupted' }]);
      expect(await engine.call('imports.resume', { runId })).toEqual({ runId });
    }
    const { startedUtc: _, finishedUtc: __, rowsPerSecond: ___, ...expected } = undisturbed;
    expect(await endOfRun(engine, runId)).toMatchObject({ ...expected, problems: expect.any(Array) });
    const found = leftBehind(victimHome);
    expect(found.integrity).toBe('ok');
    expect(found).toEqual(wanted);
    expect(await engine.call('runs.problems', { runId, ...page })).toEqual(problems);
  }
  console.log(`killed: ${JSON.stringify(struck)}`);
  expect(Object.values(struck).every((count) => count >= 20)).toBe(true);
}, 1_800_000);
