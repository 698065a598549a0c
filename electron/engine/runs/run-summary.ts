import type { RunSummary } from '#shared/contract/imports.ts';
import type { Run } from '../wfm/store.ts';

/** A run of the store as the contract has it: instants as ISO text. */
export function runSummary(run: Run): RunSummary {
  return {
    runId: run.id,
    stream: run.stream,
    status: run.status,
    systems: [...run.systems],
    ...(run.chosenSystems === undefined ? {} : { chosenSystems: [...run.chosenSystems] }),
    fromDay: run.fromDay,
    toDay: run.toDay,
    dryRun: run.dryRun,
    writeNull: run.writeNull,
    origin: run.origin,
    startedUtc: new Date(run.startedUtc * 1000).toISOString(),
    ...(run.finishedUtc === undefined ? {} : { finishedUtc: new Date(run.finishedUtc * 1000).toISOString() }),
    rowsRead: run.rowsRead,
    valuesWritten: run.valuesWritten,
    valuesUnchanged: run.valuesUnchanged,
    problemCount: run.problemCount,
    ...(run.undoOf === undefined ? {} : { undoOf: run.undoOf }),
    ...(run.undoneBy === undefined ? {} : { undoneBy: run.undoneBy }),
    undoable: run.undoable,
    resumable: run.resumable,
    ...(run.error === undefined ? {} : { error: run.error }),
  };
}
