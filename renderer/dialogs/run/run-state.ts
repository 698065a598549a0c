import type { RunStatus, RunSummary } from '#shared/contract/imports.ts';
import type { Translate } from '../words.ts';

export const runTones: Readonly<
  Record<RunStatus | 'cancelling', 'accent' | 'ok' | 'warn' | 'bad' | 'neutral'>
> = {
  running: 'accent',
  cancelling: 'accent',
  completed: 'ok',
  'completed-with-problems': 'warn',
  cancelled: 'neutral',
  failed: 'bad',
  interrupted: 'warn',
};

export function runTitle(run: Pick<RunSummary, 'status' | 'stream' | 'undoOf'>, t: Translate): string {
  const isRunning = run.status === 'running';
  if (run.undoOf !== undefined) return t(isRunning ? 'run.undo.running' : 'run.undo.title');
  return t(isRunning ? `run.running.${run.stream}` : `run.title.${run.stream}`);
}

/** A preview that went through its days: the same can be done for good. */
export function isImportable(run: Pick<RunSummary, 'status' | 'dryRun'>): boolean {
  return run.dryRun && (run.status === 'completed' || run.status === 'completed-with-problems');
}

/** Something to take back that nobody has taken back yet. */
export function isUndoable(run: Pick<RunSummary, 'status' | 'undoable' | 'undoneBy'>): boolean {
  return run.undoable && run.undoneBy === undefined && run.status !== 'running';
}
