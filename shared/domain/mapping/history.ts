/** A step of the journal: a change, or the undo or redo of one. Numbers ascend. */
export interface HistoryStep {
  readonly id: number;
  readonly kind: 'change' | 'undo' | 'redo';
  /** The change that is undone or redone. */
  readonly of?: number | undefined;
}

export interface ChangeState {
  readonly state: 'done' | 'undone';
  /** The step that brought it about: its inverse takes it on to the other state. */
  readonly last: number;
}

/** Of each change: whether it is in effect, and by which step. */
export function changeStates(steps: readonly HistoryStep[]): Map<number, ChangeState> {
  const states = new Map<number, ChangeState>();
  for (const { id, kind, of } of steps) {
    if (kind === 'change') states.set(id, { state: 'done', last: id });
    else if (of !== undefined && states.has(of)) {
      states.set(of, { state: kind === 'undo' ? 'undone' : 'done', last: id });
    }
  }
  return states;
}

/**
 * The stacks of undo and redo after these steps, the next one last. A new change lets go of what could be redone.
 */
export function historyOf<T extends HistoryStep>(
  steps: readonly T[],
): { readonly undoable: readonly T[]; readonly redoable: readonly T[] } {
  const changes = new Map(steps.filter(({ kind }) => kind === 'change').map((step) => [step.id, step]));
  let undoable: T[] = [];
  let redoable: T[] = [];
  for (const step of steps) {
    if (step.kind === 'change') {
      undoable.push(step);
      redoable = [];
      continue;
    }
    const change = step.of === undefined ? undefined : changes.get(step.of);
    if (change === undefined) continue;
    undoable = undoable.filter((other) => other !== change);
    redoable = redoable.filter((other) => other !== change);
    (step.kind === 'undo' ? redoable : undoable).push(change);
  }
  return { undoable, redoable };
}
