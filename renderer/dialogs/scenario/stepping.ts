import type { ScenarioStep, ScenarioTrace, TracedState } from '#shared/domain/scenario/index.ts';

/**
 * A run that was recorded is walked through in both directions. A place is the index of the statement about to run;
 * the number of steps stands for the end.
 */
export function into({ steps }: ScenarioTrace, at: number): number {
  return Math.min(at + 1, steps.length);
}

/** The next statement of this procedure, or of the one that called it: what is called is not gone through. */
export function over({ steps }: ScenarioTrace, at: number): number {
  const depth = steps[at]?.depth ?? 0;
  const next = steps.findIndex((step, index) => index > at && step.depth <= depth);
  return next < 0 ? steps.length : next;
}

/** The statement before, as `over` would have come from it. */
export function back({ steps, end }: ScenarioTrace, at: number): number {
  const depth = (steps[at] ?? end).depth;
  return Math.max(
    0,
    steps.findLastIndex((step, index) => index < at && step.depth <= depth),
  );
}

export function stateAt({ steps, end }: ScenarioTrace, at: number): TracedState {
  return steps[at] ?? end;
}

/** Undefined at the end. */
export function stepAt({ steps }: ScenarioTrace, at: number): ScenarioStep | undefined {
  return steps[at];
}
