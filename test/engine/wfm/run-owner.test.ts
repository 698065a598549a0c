import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openSqliteStore } from '#engine/wfm/sqlite/open.ts';
import { noCounters, request } from './samples.ts';
import { scratchFolder } from './scratch.ts';

const begin = 1_790_000_000;

async function opened(file: string, now: () => number) {
  const store = await openSqliteStore(file, { now });
  onTestFinished(() => store.close());
  return store;
}

describe('The owner of a run', () => {
  it('is given up after two silent minutes, and then its days are refused', async () => {
    const file = join(scratchFolder(), 'wfm.db');
    const owner = await opened(file, () => begin);
    const { id } = await owner.createRun(request());
    const early = await opened(file, () => begin + 120);
    expect(await early.recoverInterruptedRuns()).toEqual([]);
    const late = await opened(file, () => begin + 121);
    expect(await late.recoverInterruptedRuns()).toEqual([id]);
    expect(await late.run(id)).toMatchObject({ status: 'interrupted', finishedUtc: begin });
    const outcome = { state: 'done', changes: [], counters: noCounters, problems: [] } as const;
    const commit = owner.commitDay(id, 'Bank', '2026-03-28', outcome);
    await expect(commit).rejects.toMatchObject({ code: 'RUN_NOT_OWNED' });
  });

  it('is heard of with each day it commits', async () => {
    const file = join(scratchFolder(), 'wfm.db');
    let now = begin;
    const owner = await opened(file, () => now);
    const { id } = await owner.createRun(request());
    now += 100;
    await owner.commitDay(id, 'Bank', '2026-03-28', { state: 'skipped', problems: [] });
    const other = await opened(file, () => begin + 220);
    expect(await other.recoverInterruptedRuns()).toEqual([]);
  });

  it('is heard of while one statement of the source takes long', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const file = join(scratchFolder(), 'wfm.db');
    const owner = await opened(file, () => begin + Math.floor(performance.now() / 1000));
    const { id } = await owner.createRun(request());
    vi.advanceTimersByTime(600_000);
    const other = await opened(file, () => begin + 600 + 30);
    expect(await other.recoverInterruptedRuns()).toEqual([]);
    await owner.finishRun(id, 'completed');
    expect(await other.run(id)).toMatchObject({ status: 'completed' });
  });

  it('on another machine counts as there while it is heard of: its pid says nothing here', async () => {
    const file = join(scratchFolder(), 'wfm.db');
    const store = await opened(file, () => begin);
    const { id } = await store.createRun(request());
    const database = new Database(file);
    database.exec(`UPDATE run SET owner_host = 'elsewhere', owner_pid = 1, owner_token = 'other'`);
    database.close();
    expect(await store.recoverInterruptedRuns()).toEqual([]);
    expect(await (await opened(file, () => begin + 121)).recoverInterruptedRuns()).toEqual([id]);
  });

  it('with the pid of this process but of an earlier one is gone: pids come again, in containers at once', async () => {
    const file = join(scratchFolder(), 'wfm.db');
    const store = await opened(file, () => begin);
    const { id } = await store.createRun(request());
    const database = new Database(file);
    database.exec(`UPDATE run SET owner_token = 'of an earlier process'`);
    database.close();
    expect(await store.recoverInterruptedRuns()).toEqual([id]);
  });
});
