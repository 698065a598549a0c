import { stringify } from 'csv-stringify/sync';
import type { ReportedProblem, RunReport } from './run-report.ts';

const columns = [
  'system',
  'day',
  'state',
  'rows_read',
  'values_written',
  'problem',
  'count',
  'queue',
  'value_type',
  'start_utc',
  'script',
  'line',
  'message',
] as const;

/**
 * A report as one table: each day of each system with its figures on its first line, and one line for each of its problems.
 * Problems of the run as a whole come first, without a day's figures.
 */
export function reportCsv(report: RunReport): string {
  const ofDay = Map.groupBy(report.problems, (problem) => dayKey(problem.system, problem.day));
  const days = new Set(report.days.map((day) => dayKey(day.system, day.day)));
  const ofRun = report.problems.filter((problem) => !days.has(dayKey(problem.system, problem.day)));
  return stringify([
    columns,
    ...ofRun.map((problem) => [
      problem.system ?? '',
      problem.day ?? '',
      '',
      '',
      '',
      ...problemCells(problem),
    ]),
    ...report.days.flatMap(({ system, day, state, rowsRead, valuesWritten }) => {
      const [first, ...rest] = ofDay.get(dayKey(system, day)) ?? [];
      return [
        [system, day, state, rowsRead, valuesWritten, ...problemCells(first)],
        ...rest.map((problem) => [system, day, '', '', '', ...problemCells(problem)]),
      ];
    }),
  ]);
}

function problemCells(problem: ReportedProblem | undefined): (string | number)[] {
  if (!problem) return columns.slice(5).map(() => '');
  const { code, count, queue, valueType, startUtc, script, line, message } = problem;
  return [code, count, queue ?? '', valueType ?? '', startUtc ?? '', script ?? '', line ?? '', message];
}

function dayKey(system: string | undefined, day: string | undefined): string {
  return `${day ?? ''}|${system ?? ''}`;
}
