import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ProblemGroup } from '#shared/contract/imports.ts';
import { type DirectoryNames, problemView } from '../imports/problem-view.ts';
import type { RunProblem } from '../wfm/store.ts';
import type { RunStore } from './each-day.ts';

/** So many places of a cause are told; the whole list is there beside. */
export const firstPlaces = 20;

const problemsAPage = 5_000;

/** The problems of a run, page by page. */
export async function* eachPageOfProblems(store: RunStore, runId: number): AsyncGenerator<RunProblem[]> {
  for (let offset = 0; ; offset += problemsAPage) {
    const { problems } = await store.problems(runId, { limit: problemsAPage, offset });
    yield problems;
    if (problems.length < problemsAPage) return;
    await nextTurn();
  }
}

/**
 * The problems of a run by cause: first what kept whole days out, be it told once, and the checks, which only doubt what
 * was stored, last; among the like the cause of most intervals and rows first.
 */
export async function problemGroups(
  store: RunStore,
  runId: number,
  names: DirectoryNames,
): Promise<ProblemGroup[]> {
  const { days } = await store.run(runId);
  const failed = new Set(days.filter(({ state }) => state === 'failed').map(dayKey));
  const groups = new Map<string, ProblemGroup>();
  const ofFailedDays = new Set<string>();
  for await (const problems of eachPageOfProblems(store, runId)) {
    for (const problem of problems) {
      const group = groups.get(problem.code);
      if (failed.has(dayKey(problem))) ofFailedDays.add(problem.code);
      groups.set(problem.code, group ? added(group, problem, names) : groupOf(problem, names));
    }
  }
  const weightOf = ({ code }: ProblemGroup) =>
    ofFailedDays.has(code) ? 2 : code.startsWith('CHECK_') ? 0 : 1;
  return [...groups.values()].sort(
    (one, other) =>
      weightOf(other) - weightOf(one) || other.count - one.count || byText(one.code, other.code),
  );
}

function dayKey({ system, day }: Pick<RunProblem, 'system' | 'day'>): string {
  return `${day} ${system}`;
}

function groupOf(problem: RunProblem, names: DirectoryNames): ProblemGroup {
  const { code, count, day } = problem;
  return {
    code,
    count,
    entries: 1,
    ...(day === undefined ? {} : { firstDay: day, lastDay: day }),
    first: [problemView(problem, names)],
  };
}

function added(group: ProblemGroup, problem: RunProblem, names: DirectoryNames): ProblemGroup {
  const { day } = problem;
  const { firstDay = day, lastDay = day } = group;
  if (group.first.length < firstPlaces) group.first.push(problemView(problem, names));
  return {
    ...group,
    count: group.count + problem.count,
    entries: group.entries + 1,
    ...(day === undefined || firstDay === undefined || lastDay === undefined
      ? {}
      : { firstDay: day < firstDay ? day : firstDay, lastDay: day > lastDay ? day : lastDay }),
  };
}

function byText(one: string, other: string): number {
  return one < other ? -1 : 1;
}
