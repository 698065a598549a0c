import type { Aggregate } from '#shared/contract/data.ts';
import type { Problem, ProblemGroup, RunDayView, RunSummary } from '#shared/contract/imports.ts';
import type { MessageShape } from '#shared/i18n/messages.ts';
import { addTally, aggregateOf, noTally, type Tally } from '../data/aggregate.ts';
import type { Home } from '../home/home.ts';
import { directoryNames, problemView } from '../imports/problem-view.ts';
import type { RunWithDays } from '../wfm/store.ts';
import { changedSlots, roundedFigure, tallyOfDay } from './change-views.ts';
import { eachDayOfChanges } from './each-day.ts';
import { eachPageOfProblems, problemGroups } from './problem-groups.ts';

/** What a run changed of one value in all: over the days it changed, as of one day in {@link RunChangeView}. */
export interface ChangedValue {
  readonly queueId: number;
  readonly queue: string;
  readonly valueTypeId: number;
  readonly valueType: string;
  readonly days: number;
  readonly intervalsChanged: number;
  readonly aggregate: Aggregate;
  readonly old: number | null;
  readonly new: number | null;
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

interface Tallies {
  readonly queueId: number;
  readonly valueTypeId: number;
  days: number;
  intervalsChanged: number;
  old: Tally;
  new: Tally;
}

async function changedValues(
  { store }: Home,
  run: RunWithDays,
  names: Awaited<ReturnType<typeof directoryNames>>,
): Promise<ChangedValue[]> {
  const found = new Map<string, Tallies>();
  for await (const { changes } of eachDayOfChanges(store, run)) {
    for (const change of changes) {
      const { queueId, valueTypeId } = change;
      const key = `${queueId}|${valueTypeId}`;
      const tallies = found.get(key) ?? {
        queueId,
        valueTypeId,
        days: 0,
        intervalsChanged: 0,
        old: noTally,
        new: noTally,
      };
      found.set(key, tallies);
      tallies.days += 1;
      tallies.intervalsChanged += changedSlots(change).length;
      tallies.old = addTally(tallies.old, tallyOfDay(change.before));
      tallies.new = addTally(tallies.new, tallyOfDay(change.after));
    }
  }
  return [...found.values()]
    .sort((one, other) => one.queueId - other.queueId || one.valueTypeId - other.valueTypeId)
    .map((tallies) => {
      const aggregate = aggregateOf(names.units.get(tallies.valueTypeId));
      return {
        ...tallies,
        queue: names.queues.get(tallies.queueId) ?? '',
        valueType: names.valueTypes.get(tallies.valueTypeId) ?? '',
        aggregate,
        old: roundedFigure(tallies.old, aggregate),
        new: roundedFigure(tallies.new, aggregate),
      };
    });
}
