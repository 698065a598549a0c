import { useCallback, useMemo, useState } from 'react';
import {
  type ScenarioInput,
  type ScenarioProgram,
  type ScenarioTrace,
  traceScenario,
} from '#shared/domain/scenario/index.ts';
import { back, into, over } from './stepping.ts';

export type StepAct = 'over' | 'into' | 'back' | 'end' | 'start';

export interface Steps {
  /** Undefined while nothing can be run. */
  readonly trace: ScenarioTrace | undefined;
  /** Index of the step that comes next; the number of steps at the end. */
  readonly at: number;
  go(act: StepAct): void;
}

/** Long enough for every script that a person steps through, short enough for the page to answer. */
const BUDGET = { steps: 500_000 };

/** A recorded run and the place in it; another script or other values begin anew. */
export function useSteps(
  program: ScenarioProgram | undefined,
  input: ScenarioInput | undefined,
  active: boolean,
): Steps {
  const trace = useMemo(
    () =>
      program === undefined || input === undefined || !active
        ? undefined
        : traceScenario(program, input, { budget: BUDGET }),
    [program, input, active],
  );
  const [place, setPlace] = useState<{ readonly trace: ScenarioTrace | undefined; readonly at: number }>();
  const at = place !== undefined && place.trace === trace ? place.at : 0;
  const go = useCallback(
    (act: StepAct) => {
      if (trace !== undefined) setPlace({ trace, at: placeAfter(trace, at, act) });
    },
    [trace, at],
  );
  return { trace, at, go };
}

function placeAfter(trace: ScenarioTrace, at: number, act: StepAct): number {
  switch (act) {
    case 'over':
      return over(trace, at);
    case 'into':
      return into(trace, at);
    case 'back':
      return back(trace, at);
    case 'end':
      return trace.steps.length;
    case 'start':
      return 0;
  }
}
