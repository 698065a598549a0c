import type { Problem, ProblemGroup, RunDayView, RunSummary } from '#shared/contract/imports.ts';
import type { MessageShape } from '#shared/i18n/messages.ts';
import type { Home } from '../home/home.ts';
import { directoryNames, problemView } from '../imports/problem-view.ts';
import type { RunWithDays } from '../wfm/store.ts';
import { changedSlots, figure, sumOf } from './change-views.ts';
import { eachDayOfChanges } from './each-day.ts';
import { eachPageOfProblems, problemGroups } from './problem-groups.ts';

/** What a run changed of one value in all: sums over the days it changed, null where nothing is stored on any of them. */
export interface ChangedValue {
  readonly queueId: number;
  readonly queue: string;
  readonly valueTypeId: number;
  readonly valueType: string;
  readonly days: number;
  readonly intervalsChanged: number;
  readonly oldSum: number | null;
  readonly newSum: number | null;
}

/** A problem without what only programs read: details may hold statements, which are nobody's business outside. */
export type ReportedProblem = Omit<Problem, 'details'>;

export interface RunReport {
  readonly run: RunSummary;
  readonly days: readonly (Omit<RunDayView, 'unusual'> & { readonly problemCount: number })[];
  readonly problemGroups: readonly (Omit<ProblemGroup, 'first'> & { readonly first: ReportedProblem[] })[];
  /** At most {@link reportedProblems}, in the order of the days. */
  readonly problems: readonly ReportedProblem[];
  readonly changed: readonly ChangedValue[];
}

/** A report has to be readable, and to be held in memory: a run with more of them has one cause many times. */
export const reportedProblems = 10_000;

/** @param tell says what has a code and an English message in the reader's words */
export async function runReport(
  home: Home,
  run: RunWithDays,
  summary: RunSummary,
  tell: (shape: MessageShape) => string,
): Promise<RunReport> {
  const told = ({ details, ...problem }: Problem): ReportedProblem => ({
    ...problem,
    message: tell({ ...problem, details }),
  });
  const { store } = home;
  const names = await directoryNames(home);
  const problems: ReportedProblem[] = [];
  for await (const page of eachPageOfProblems(store, run.id)) {
    problems.push(...page.map((problem) => told(problemView(problem, names))));
    if (problems.length >= reportedProblems) break;
  }
  const groups = await problemGroups(store, run.id, names);
  const { error, ...plain } = summary;
  return {
    run: error ? { ...plain, error: { ...error, message: tell(error), details: {} } } : plain,
    days: run.days.map(({ system, day, state, rowsRead, valuesWritten, problemCount }) => ({
      system,
      day,
      state,
      rowsRead,
      valuesWritten,
      problemCount,
    })),
    problemGroups: groups.map((group) => ({ ...group, first: group.first.map(told) })),
    problems: problems.slice(0, reportedProblems),
    changed: await changedValues(home, run, names),
  };
}

interface Sums {
  readonly queueId: number;
  readonly valueTypeId: number;
  days: number;
  intervalsChanged: number;
  /** Hundredths. */
  oldSum: number | null;
  newSum: number | null;
}

async function changedValues(
  { store }: Home,
  run: RunWithDays,
  names: Awaited<ReturnType<typeof directoryNames>>,
): Promise<ChangedValue[]> {
  const found = new Map<string, Sums>();
  for await (const { changes } of eachDayOfChanges(store, run)) {
    for (const change of changes) {
      const { queueId, valueTypeId } = change;
      const key = `${queueId}|${valueTypeId}`;
      const sums = found.get(key) ?? {
        queueId,
        valueTypeId,
        days: 0,
        intervalsChanged: 0,
        oldSum: null,
        newSum: null,
      };
      found.set(key, sums);
      sums.days += 1;
      sums.intervalsChanged += changedSlots(change).length;
      sums.oldSum = plus(sums.oldSum, sumOf(change.before));
      sums.newSum = plus(sums.newSum, sumOf(change.after));
    }
  }
  return [...found.values()]
    .sort((one, other) => one.queueId - other.queueId || one.valueTypeId - other.valueTypeId)
    .map((sums) => ({
      ...sums,
      queue: names.queues.get(sums.queueId) ?? '',
      valueType: names.valueTypes.get(sums.valueTypeId) ?? '',
      oldSum: figure(sums.oldSum),
      newSum: figure(sums.newSum),
    }));
}

function plus(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : one + other;
}
