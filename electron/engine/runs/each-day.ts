import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RunChange, RunDay, RunWithDays, WfmStore } from '../wfm/store.ts';

export type RunStore = Pick<WfmStore, 'run' | 'runChanges' | 'problems'>;

/** The changes of each day that a run did. Between two of them others get their turn: an engine answers meanwhile. */
export async function* eachDayOfChanges(
  store: RunStore,
  run: RunWithDays,
): AsyncGenerator<{ readonly part: RunDay; readonly changes: readonly RunChange[] }> {
  for (const part of run.days) {
    if (part.valuesWritten === 0) continue;
    yield { part, changes: await store.runChanges(run.id, part) };
    await nextTurn();
  }
}
