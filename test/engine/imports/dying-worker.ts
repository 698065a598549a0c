import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openHome } from '#engine/home/home.ts';
import { importJobs } from '#engine/imports/jobs.ts';
import { workerContract } from '#engine/imports/worker/contract.ts';
import { serveProcess } from '#engine/serve-process.ts';

/*
 * A worker of which the first one of a home dies, as the file `dies` in there says: once its run is recorded, before it
 * answers (`recorded`) or behind that (`answered`). The next one takes its time to come.
 */
const folder = process.argv[process.argv.indexOf('--home') + 1]!;
const isFirst = !existsSync(path.join(folder, 'first-worker'));
writeFileSync(path.join(folder, isFirst ? 'first-worker' : 'next-worker'), '');
const dies = isFirst ? readFileSync(path.join(folder, 'dies'), 'utf8') : undefined;
const die = () => process.kill(process.pid, 'SIGKILL');

await serveProcess(
  workerContract,
  async () => {
    if (!isFirst) await sleep(500);
    const home = await openHome(folder, path.join(folder, 'secret.key'));
    const jobs = importJobs(home, 'console');
    return {
      handlers: {
        'work.begin': async ({ work }) => {
          if (work.kind === 'undo') throw new Error('There is nothing to undo.');
          const runId = await (work.kind === 'start' ? jobs.start(work.request) : jobs.resume(work.runId));
          if (dies === 'recorded') die();
          if (dies === 'answered') setTimeout(die, 200);
          return { runId };
        },
        'work.watch': ({ runId }, { signal }, emit) => jobs.watch(runId, signal as AbortSignal, emit),
        'work.cancel': async ({ runId }) => {
          await jobs.cancel(runId);
          return {};
        },
      },
      async close() {
        await jobs.close();
        await home.close();
      },
    };
  },
  { endsWithHost: true },
);
