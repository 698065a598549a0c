import type { RunProblem } from '../wfm/store.ts';

/** What a problem is about, without its count. */
export type ProblemReport = Omit<RunProblem, 'count' | 'details'> & {
  readonly details?: Record<string, unknown>;
};

/**
 * Problems of one day, put together: the same problem of the same mapping is one entry with the first place
 * and a count, so a script that fails 96 times a day for two years stays readable and bounded in memory.
 */
export interface ProblemCollector {
  add(problem: ProblemReport, count?: number): void;
  take(): RunProblem[];
}

export function collectProblems(): ProblemCollector {
  let found = new Map<string, RunProblem>();
  return {
    add(problem, count = 1) {
      const key = [
        problem.code,
        problem.system,
        problem.queueId,
        problem.valueTypeId,
        problem.day,
        problem.line,
        problem.column,
        problem.script,
      ].join('|');
      const known = found.get(key);
      if (known) found.set(key, { ...known, count: known.count + count });
      else found.set(key, { ...problem, details: problem.details ?? {}, count });
    },
    take() {
      const problems = [...found.values()];
      found = new Map();
      return problems;
    },
  };
}
