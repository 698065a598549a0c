import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openSqliteStore } from '#engine/wfm/sqlite/open.ts';
import { mountShell } from '../../support/mount.ts';
import { scratchFolder } from './scratch.ts';
import { manyQueues } from './store-process.ts';

const helper = join(import.meta.dirname, 'store-process.ts');
const KILLS = 20;

/** Starts a program that commits day after day, and kills it a while after its first day. */
async function commitUntilKilled(file: string, delayMs: number): Promise<void> {
  const child = spawn(process.execPath, [helper, 'commit', file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), ended]);
  await new Promise((resolve) => setTimeout(resolve, delayMs));
  child.kill('SIGKILL');
  expect((await ended)[1]).toBe('SIGKILL');
}

/** The days that are there as a whole; throws for a day of which only a part is there. */
function wholeDays(file: string): number {
  const database = new Database(file, { readonly: true });
  try {
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    const days = database
      .prepare<[], Record<string, number | string | null>>(`
        WITH stored AS (
          SELECT day, count(*) AS lists, count(DISTINCT values_hundredths) AS numbers FROM day_values GROUP BY day
        ), earlier AS (SELECT day, count(*) AS replaced FROM replaced_values GROUP BY day
        ), marks AS (SELECT day, count(*) AS watermarks FROM watermark GROUP BY day
        ), met AS (SELECT day, count(*) AS problems FROM problem GROUP BY day)
        SELECT day, state, lists, numbers, replaced, watermarks, problems
        FROM run_day LEFT JOIN stored USING (day) LEFT JOIN earlier USING (day) LEFT JOIN marks USING (day)
          LEFT JOIN met USING (day)
        WHERE coalesce(lists, replaced, watermarks, problems) IS NOT NULL OR state = 'done'`)
      .all();
    const lists = manyQueues.queues.length * manyQueues.valueTypes.length;
    for (const day of days) {
      expect(day).toMatchObject({
        state: 'done',
        lists,
        numbers: 1,
        replaced: lists,
        watermarks: 1,
        problems: 1,
      });
    }
    return days.length;
  } finally {
    database.close();
  }
}

describe('A program that commits days and is killed', () => {
  it(`leaves whole days only and a run that can be resumed, ${KILLS} times`, {
    timeout: 180_000,
  }, async () => {
    const file = join(scratchFolder(), 'wfm.db');
    let before = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      await commitUntilKilled(file, Math.random() * 150);
      const store = await openSqliteStore(file);
      expect(await store.recoverInterruptedRuns()).toEqual([1]);
      const run = await store.run(1);
      await store.close();
      expect(run.status).toBe('interrupted');
      const days = wholeDays(file);
      expect(run.days.filter(({ state }) => state === 'done')).toHaveLength(days);
      expect(days).toBeGreaterThan(before);
      before = days;
    }
  });
});

const shell = mountShell();
if (!shell)
  console.warn(
    'Not run: a store on a full disk. This system lets no test mount a small tmpfs (unshare, mount).',
  );

describe.skipIf(!shell)('A store on a disk that is full', () => {
  it('says so, has the days before, and goes on once there is space', () => {
    const disk = scratchFolder();
    const script = `mount -t tmpfs -o size=6m tmpfs "$1"
      head -c 3000000 /dev/zero > "$1/ballast"
      "$2" "$3" fill "$1/wfm.db" "$1/ballast"`;
    const printed = execFileSync('unshare', [...shell!, script, 'sh', disk, process.execPath, helper], {
      encoding: 'utf8',
    });
    const { code, retryable, day, unwritten, next, integrity } = JSON.parse(printed);
    expect({ code, retryable, integrity }).toEqual({
      code: 'STORE_DISK_FULL',
      retryable: true,
      integrity: 'ok',
    });
    expect(unwritten).toBe(day);
    expect(next > day).toBe(true);
  });
});
