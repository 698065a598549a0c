/*
 * A program of its own that works on a store, for tests that end it in the middle or give it a full disk.
 *
 *   load FILE             loads the sample queues
 *   commit FILE|URL       does the days of a run, or goes on with the one left, until it is killed; prints a line a day
 *   fill FILE BALLAST     the same until the disk is full; then removes BALLAST and writes the day once more; prints JSON
 */
import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { isPostgresUrl, postgresLocation } from '#engine/wfm/postgres/location.ts';
import { openPostgresStore } from '#engine/wfm/postgres/open.ts';
import { openSqliteStore } from '#engine/wfm/sqlite/open.ts';
import type { WfmStore } from '#engine/wfm/store.ts';
import { errorShape } from '#shared/rpc/errors.ts';
import { changeOf, hotline, request } from './samples.ts';

export const manyQueues = {
  queues: Array.from({ length: 30 }, (_, index) => ({
    id: index + 1,
    name: `Queue ${index + 1}`,
    timeZone: 'UTC',
  })),
  valueTypes: [
    { id: 1, name: 'Offered' },
    { id: 2, name: 'Answered' },
  ],
};

/** Writes 60 values lists, all of the same number, which differs from day to day. */
async function commitOne(store: WfmStore, runId: number, day: string): Promise<void> {
  const value = Date.parse(day) / 86_400_000;
  const keys = manyQueues.queues.flatMap(({ id }) => [1, 2].map((valueTypeId) => ({ id, valueTypeId })));
  const changes = await Promise.all(
    keys.map(({ id, valueTypeId }) => changeOf(store, id, valueTypeId, day, () => value)),
  );
  await store.commitDay(runId, 'Bank', day, {
    state: 'done',
    changes,
    counters: { rowsRead: value, valuesWritten: changes.length, valuesUnchanged: 0 },
    problems: [{ code: 'SOURCE_GAP', message: 'A gap.', day, count: 1, details: {} }],
  });
}

async function openRun(store: WfmStore): Promise<{ runId: number; days: string[] }> {
  await store.load(manyQueues);
  await store.recoverInterruptedRuns();
  const [last] = await store.runs({ limit: 1 });
  const { id } = last
    ? await store.resumeRun(last.id)
    : await store.createRun(request({ fromDay: '2000-01-01', toDay: '2049-12-31' }));
  return { runId: id, days: (await store.unfinishedDays(id)).map(({ day }) => day) };
}

function openPlace(place: string): Promise<WfmStore> {
  return isPostgresUrl(place) ? openPostgresStore(postgresLocation(place)) : openSqliteStore(place);
}

async function commit(place: string): Promise<void> {
  const store = await openPlace(place);
  const { runId, days } = await openRun(store);
  for (const day of days) {
    await commitOne(store, runId, day);
    process.stdout.write(`${day}\n`);
  }
}

async function fill(file: string, ballast: string): Promise<void> {
  const store = await openSqliteStore(file);
  const { runId, days } = await openRun(store);
  for (const day of days) {
    try {
      await commitOne(store, runId, day);
    } catch (thrown) {
      const { code, retryable } = errorShape(thrown);
      const [unwritten] = await store.unfinishedDays(runId);
      rmSync(ballast);
      await commitOne(store, runId, day);
      const [next] = await store.unfinishedDays(runId);
      await store.close();
      const database = new Database(file, { readonly: true });
      const integrity = database.pragma('integrity_check', { simple: true });
      database.close();
      process.stdout.write(
        JSON.stringify({ code, retryable, day, unwritten: unwritten?.day, next: next?.day, integrity }),
      );
      return;
    }
  }
}

async function load(file: string): Promise<void> {
  const store = await openSqliteStore(file);
  await store.load(hotline);
  await store.close();
}

if (import.meta.main) {
  const [task, file, ballast] = process.argv.slice(2);
  if (task === 'load') await load(file!);
  if (task === 'commit') await commit(file!);
  if (task === 'fill') await fill(file!, ballast!);
}
