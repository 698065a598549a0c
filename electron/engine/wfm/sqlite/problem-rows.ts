import type Database from 'better-sqlite3';
import type { RunDayKey, RunProblem } from '../store.ts';

interface ProblemRow {
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
  readonly details: string;
}

/** Problems of runs. A part is the (system, day) they came with; undefined: the run as a whole. */
export function problemRows(database: Database.Database) {
  const insert = database.prepare<unknown[]>(`
    INSERT INTO problem (run_id, part_system, part_day, code, message, system, queue_id, value_type_id, day,
      start_utc_s, script, line, "column", count, details)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const removeOfPart = database.prepare<[number, string | null, string | null]>(
    'DELETE FROM problem WHERE run_id = ? AND part_system IS ? AND part_day IS ?',
  );
  const removeOfUndone = database.prepare<[number]>(`
    DELETE FROM problem WHERE run_id = ? AND (part_day IS NULL OR EXISTS (
      SELECT 1 FROM run_day WHERE run_day.run_id = problem.run_id AND system = part_system
        AND run_day.day = part_day AND state = 'failed'))`);
  const count = database.prepare<[number], number>('SELECT count(*) FROM problem WHERE run_id = ?').pluck();
  const readPage = database.prepare<[number, number, number], ProblemRow>(`
    SELECT code, message, system, queue_id AS queueId, value_type_id AS valueTypeId, day, start_utc_s AS startUtc,
      script, line, "column" AS "column", count, details
    FROM problem WHERE run_id = ? ORDER BY part_day, part_system, id LIMIT ? OFFSET ?`);

  return {
    /** Puts the problems of a part in place of those it had. */
    replace(runId: number, part: RunDayKey | undefined, problems: readonly RunProblem[]): void {
      removeOfPart.run(runId, part?.system ?? null, part?.day ?? null);
      for (const problem of problems) {
        insert.run(
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
        );
      }
    },

    /** Forgets the problems of failed days and of the run as a whole: a resumed run meets them again or not. */
    forgetUndone(runId: number): void {
      removeOfUndone.run(runId);
    },

    page(runId: number, limit: number, offset: number): { total: number; problems: RunProblem[] } {
      return { total: count.get(runId) ?? 0, problems: readPage.all(runId, limit, offset).map(problemOf) };
    },
  };
}

function problemOf(row: ProblemRow): RunProblem {
  const { details, ...fields } = row;
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
  return {
    ...(given as Omit<RunProblem, 'details'>),
    details: JSON.parse(details) as Record<string, unknown>,
  };
}
