import { parseArgs } from 'node:util';
import { openHome } from '../../home/home.ts';
import { serveProcess } from '../../serve-process.ts';
import { importJobs } from '../jobs.ts';
import { workerContract } from './contract.ts';

/*
 * A process that does one run for the engine: `--home DIR [--secret-key-file FILE]`. What a driver does to it, a crash or a
 * call that never comes back, is no concern of the engine, which answers the console meanwhile.
 */
const { values } = parseArgs({
  options: { home: { type: 'string' }, 'secret-key-file': { type: 'string' } },
});
const { home: folder, 'secret-key-file': secretKeyFile } = values;
if (folder === undefined) throw new Error('--home is missing: it names the folder the run belongs to.');

// An engine that died is started again, and shows the run as interrupted: to be resumed by whoever wants it done.
await serveProcess(
  workerContract,
  async () => {
    const home = await openHome(folder, secretKeyFile);
    const jobs = importJobs(home, 'console');
    return {
      handlers: {
        'work.begin': async ({ work }) => {
          if (work.kind === 'start') return { runId: await jobs.start(work.request) };
          return { runId: await (work.kind === 'undo' ? jobs.undo(work.runId) : jobs.resume(work.runId)) };
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
