import { errorShape } from '#shared/rpc/errors.ts';
import { retried } from '../odbc/retry.ts';
import type { WfmStore } from '../wfm/store.ts';

/** With the pauses between them more than a minute: less than after which others take a silent run for lost. */
const attempts = 5;

const isAway = ({ code }: { readonly code: string }): boolean => code === 'STORE_UNREACHABLE';

/**
 * A store for a run, which does not end because a server is started again: what it asks waits a while for a store that is
 * away. A day whose commit came through when the connection broke is not written again, see {@link WfmStore.commitDay}.
 */
export function patientStore(store: WfmStore, signal: AbortSignal): WfmStore {
  const patient =
    <A extends unknown[], T>(call: (...asked: A) => Promise<T>) =>
    (...asked: A): Promise<T> =>
      retried(() => call(...asked), { attempts, signal, isWorthRetrying: isAway });
  return {
    ...store,
    directory: patient(store.directory),
    readDays: patient(store.readDays),
    commitDay: patient(store.commitDay),
    watermarks: patient(store.watermarks),
    runChanges: patient(store.runChanges),
    laterWrites: patient(store.laterWrites),
    run: patient(store.run),
    problems: patient(store.problems),
    /** The end of a cancelled run is waited for too. */
    async finishRun(runId, ...how) {
      let isRepeated = false;
      try {
        return await retried(() => store.finishRun(runId, ...how), {
          attempts,
          isWorthRetrying: isAway,
          onFailed: () => {
            isRepeated = true;
          },
        });
      } catch (error) {
        // The first try had come through, its answer had not.
        if (isRepeated && errorShape(error).code === 'RUN_NOT_OWNED') return store.run(runId);
        throw error;
      }
    },
  };
}
