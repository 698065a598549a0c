import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { WfmStore } from '#engine/wfm/store.ts';
import { manyQueues } from './store-process.ts';

const helper = join(import.meta.dirname, 'store-process.ts');

/** What there is of each day of the run, in words that every database knows. */
export const partsOfDays = `
  WITH stored AS (
    SELECT day, count(*) AS lists, count(DISTINCT values_hundredths) AS numbers FROM day_values GROUP BY day
  ), earlier AS (SELECT day, count(*) AS replaced FROM replaced_values GROUP BY day
  ), marks AS (SELECT day, count(*) AS watermarks FROM watermark GROUP BY day
  ), met AS (SELECT part_day AS day, count(*) AS problems FROM problem GROUP BY part_day)
  SELECT day, state, lists, numbers, replaced, watermarks, problems
  FROM run_day LEFT JOIN stored USING (day) LEFT JOIN earlier USING (day) LEFT JOIN marks USING (day)
    LEFT JOIN met USING (day)
  WHERE coalesce(lists, replaced, watermarks, problems) IS NOT NULL OR state = 'done'`;

/** Starts a program that commits day after day, and kills it a while after its first day. */
export async function commitUntilKilled(place: string, delayMs: number): Promise<void> {
  const child = spawn(process.execPath, [helper, 'commit', place], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), ended]);
  await new Promise((resolve) => setTimeout(resolve, delayMs));
  child.kill('SIGKILL');
  expect((await ended)[1]).toBe('SIGKILL');
}

/** The number of days that are there as a whole; fails for a day of which only a part is there. */
export function wholeDays(parts: readonly object[]): number {
  const lists = manyQueues.queues.length * manyQueues.valueTypes.length;
  for (const part of parts) {
    const { state, ...counts } = part as Record<string, unknown>;
    const numbers = Object.entries(counts).filter(([name]) => name !== 'day');
    expect({ state, ...Object.fromEntries(numbers.map(([name, count]) => [name, Number(count)])) }).toEqual({
      state: 'done',
      lists,
      numbers: 1,
      replaced: lists,
      watermarks: 1,
      problems: 1,
    });
  }
  return parts.length;
}

/** Kills a writer again and again, each time after it has gone on with what the one before left. */
export async function killWriters(
  kills: number,
  place: string,
  { open, parts }: { open: () => Promise<WfmStore>; parts: () => Promise<readonly object[]> },
): Promise<void> {
  let before = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    await commitUntilKilled(place, Math.random() * 150);
    const store = await open();
    expect(await store.recoverInterruptedRuns()).toEqual([1]);
    const run = await store.run(1);
    await store.close();
    expect(run.status).toBe('interrupted');
    const days = wholeDays(await parts());
    expect(run.days.filter(({ state }) => state === 'done')).toHaveLength(days);
    expect(days).toBeGreaterThan(before);
    before = days;
  }
}
