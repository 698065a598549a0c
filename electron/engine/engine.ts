import type { XlinkContract } from '#shared/contract/index.ts';
import type { Handlers } from '#shared/rpc/contract.ts';
import { errorShape } from '#shared/rpc/errors.ts';
import { adoptHandlers } from './handlers/adopt.ts';
import { checkHandlers } from './handlers/check.ts';
import { dataHandlers } from './handlers/data.ts';
import { findTablesHandlers } from './handlers/find-tables.ts';
import { homeHandlers } from './handlers/home.ts';
import { importsHandlers } from './handlers/imports.ts';
import { journalHandlers } from './handlers/journal.ts';
import { mappingHandlers } from './handlers/mapping.ts';
import { matchHandlers } from './handlers/match.ts';
import { passwordsHandlers } from './handlers/passwords.ts';
import { previewHandlers } from './handlers/preview.ts';
import { systemsHandlers } from './handlers/systems.ts';
import { treeHandlers, treeReader } from './handlers/tree.ts';
import { wfmHandlers } from './handlers/wfm.ts';
import { correctHomeParents } from './home/correct-parents.ts';
import { ensureSample } from './home/first-start.ts';
import { openHome } from './home/home.ts';
import { recoverBatch } from './home/mapping-apply.ts';
import { watchStorePlace } from './home/store-moved.ts';
import { watchHome } from './home/watch.ts';
import { importJobs } from './imports/jobs.ts';
import { workerJobs } from './imports/worker/worker-jobs.ts';

export interface Engine {
  readonly handlers: Handlers<XlinkContract>;
  close(): Promise<void>;
}

/** Opens a home and answers for it. A folder without `isps_ul.ini` gets the sample contact centre. */
export async function openEngine(options: {
  homeFolder: string;
  secretKeyFile?: string;
  /** The built `imports/worker/process.ts`: runs are done in processes of their own. Without it, in this one. */
  workerScript?: string;
  /** Called once when `isps_ul.ini` names another store and no import is under way: this engine has the former one. */
  onStoreMoved?: () => void;
}): Promise<Engine> {
  const home = await openHome(options.homeFolder, options.secretKeyFile);
  const sample = await ensureSample(home);
  await home.store.recoverInterruptedRuns().catch((error: unknown) => {
    // The console opens without a store that is away for now; what needs it says so.
    if (!errorShape(error).retryable) throw error;
    home.logs.write('isps_ul.log', `the store was not looked through: ${String(error)}`);
  });
  await recoverBatch(home);
  // A map that cannot be read or written is told by what needs it; the console opens all the same.
  await correctHomeParents(home).catch((error: unknown) => {
    home.logs.write('isps_ul.log', `the parents of queues were not compared: ${String(error)}`);
  });
  const changes = watchHome(home);
  const { homeFolder, secretKeyFile, workerScript } = options;
  const jobs =
    workerScript === undefined
      ? importJobs(home, 'console')
      : workerJobs(home, { script: workerScript, homeFolder, secretKeyFile });
  const { onStoreMoved } = options;
  const unwatchStore =
    onStoreMoved && watchStorePlace(home, changes, { isIdle: jobs.isIdle, onMoved: onStoreMoved });
  const readTree = treeReader(home);
  return {
    handlers: {
      ...homeHandlers(home, changes, sample),
      ...systemsHandlers(home),
      ...treeHandlers(readTree),
      ...wfmHandlers(home),
      ...mappingHandlers(home),
      ...matchHandlers(home, readTree),
      ...previewHandlers(home),
      ...journalHandlers(home),
      ...importsHandlers(home, jobs),
      ...dataHandlers(home),
      ...checkHandlers(home),
      ...findTablesHandlers(home),
      ...adoptHandlers(home),
      ...passwordsHandlers(home),
    },
    async close() {
      unwatchStore?.();
      await jobs.close();
      await changes.close();
      await home.close();
    },
  };
}
