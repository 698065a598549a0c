import type { RunDayKey, RunProblem } from './store.ts';

/** A problem as stored, named as in {@link RunProblem}. */
export interface ProblemRow {
  readonly code: string;
  readonly message: string;
  readonly system: string | null;
  readonly queueId: number | null;
  readonly valueTypeId: number | null;
  readonly day: string | null;
  readonly startUtc: number | null;
  readonly script: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly count: number;
  /** JSON object. */
  readonly details: string;
}

/** The fields of a problem in the order of {@link problemColumns}; `part` is the (system, day) it came with. */
export function problemFields(
  runId: number,
  part: RunDayKey | undefined,
  problem: RunProblem,
): (number | string | null)[] {
  return [
    runId,
    part?.system ?? null,
    part?.day ?? null,
    problem.code,
    problem.message,
    problem.system ?? null,
    problem.queueId ?? null,
    problem.valueTypeId ?? null,
    problem.day ?? null,
    problem.startUtc ?? null,
    problem.script ?? null,
    problem.line ?? null,
    problem.column ?? null,
    problem.count,
    JSON.stringify(problem.details),
  ];
}

export const problemColumns = `run_id, part_system, part_day, code, message, system, queue_id, value_type_id, day,
  start_utc_s, script, line, "column", count, details`;

/** The columns of a {@link ProblemRow}. */
export const problemFieldsRead = `code, message, system, queue_id AS "queueId", value_type_id AS "valueTypeId", day,
  start_utc_s AS "startUtc", script, line, "column", count, details`;

export function problemOf(row: ProblemRow): RunProblem {
  const { details, ...fields } = row;
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
  return {
    ...(given as Omit<RunProblem, 'details'>),
    details: JSON.parse(details) as Record<string, unknown>,
  };
}
