import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Home } from '#engine/home/home.ts';
import { workerJobs } from '#engine/imports/worker/worker-jobs.ts';
import type { RunProgress } from '#shared/contract/imports.ts';
import { XlinkError } from '#shared/rpc/errors.ts';
import { callTable, smallCentre } from '../../support/acd.ts';
import { homeWith } from '../../support/home.ts';

/* What becomes of a run whose process is gone at a bad moment. */

const script = fileURLToPath(new URL('./dying-worker.ts', import.meta.url));
/** Long enough that it is not over before it is cancelled. */
const range = { from: '2020-01-01', to: '2025-12-31' };

async function centre(dies: 'recorded' | 'answered'): Promise<Home> {
  const home = await homeWith(smallCentre(callTable([['2026-03-02T08:00:00Z', 'Sales', 5, 4]])));
  await writeFile(path.join(home.paths.folder, 'dies'), dies);
  return home;
}

function jobsOf(home: Home) {
  const homeFolder = home.paths.folder;
  const jobs = workerJobs(home, { script, homeFolder, secretKeyFile: path.join(homeFolder, 'secret.key') });
  onTestFinished(() => jobs.close());
  return jobs;
}

describe('a run whose process dies', () => {
  it('before it said that it has begun is interrupted, not running', async () => {
    const home = await centre('recorded');
    await expect(jobsOf(home).start(range)).rejects.toMatchObject({ code: 'IMPORT_WORKER_LOST' });
    expect(await home.store.runs({ limit: 5 })).toMatchObject([{ id: 1, status: 'interrupted' }]);
  });

  it('can be cancelled before another process has gone on with it', async () => {
    const home = await centre('answered');
    const jobs = jobsOf(home);
    const runId = await jobs.start(range);
    await expect
      .poll(() => existsSync(path.join(home.paths.folder, 'next-worker')), { timeout: 60_000 })
      .toBe(true);
    await jobs.cancel(runId);
    expect(await home.store.run(runId)).toMatchObject({ status: 'cancelled' });
  });

  it('stays cancelled when another program has asked for that', async () => {
    const home = await centre('answered');
    const jobs = jobsOf(home);
    const runId = await jobs.start(range);
    await home.store.requestCancel(runId);
    await jobs.watch(runId, new AbortController().signal, () => {});
    expect(await home.store.run(runId)).toMatchObject({ status: 'cancelled' });
    expect(existsSync(path.join(home.paths.folder, 'next-worker'))).toBe(false);
  });

  it('while the store is away ends for whoever watches it, and the engine stays', async () => {
    const home = await centre('answered');
    const away = () => Promise.reject(new XlinkError('STORE_UNREACHABLE', 'The store is away.'));
    const jobs = jobsOf({ ...home, store: { ...home.store, recoverInterruptedRuns: away } });
    const runId = await jobs.start(range);
    const seen: RunProgress[] = [];
    await jobs.watch(runId, new AbortController().signal, (picture) => seen.push(picture));
    expect(seen.at(-1)).toMatchObject({ error: { code: 'STORE_UNREACHABLE' } });
  });
});
