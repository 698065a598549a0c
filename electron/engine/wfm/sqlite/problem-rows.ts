import type Database from 'better-sqlite3';
import {
  type ProblemRow,
  problemColumns,
  problemFields,
  problemFieldsRead,
  problemOf,
} from '../problem-row.ts';
import type { RunDayKey, RunProblem } from '../store.ts';

/** Problems of runs. A part is the (system, day) they came with; undefined: the run as a whole. */
export function problemRows(database: Database.Database) {
  const insert = database.prepare<unknown[]>(`
    INSERT INTO problem (${problemColumns})
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
    SELECT ${problemFieldsRead}
    FROM problem WHERE run_id = ? ORDER BY part_day, part_system, id LIMIT ? OFFSET ?`);

  return {
    /** Puts the problems of a part in place of those it had. */
    replace(runId: number, part: RunDayKey | undefined, problems: readonly RunProblem[]): void {
      removeOfPart.run(runId, part?.system ?? null, part?.day ?? null);
      for (const problem of problems) insert.run(...problemFields(runId, part, problem));
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
