import {
  type ProblemRow,
  problemColumns,
  problemFields,
  problemFieldsRead,
  problemOf,
} from '../problem-row.ts';
import type { RunDayKey, RunProblem } from '../store.ts';
import type { Session } from './connection.ts';

const fieldTypes = [
  'bigint',
  'text',
  'date',
  'text',
  'text',
  'text',
  'bigint',
  'bigint',
  'text',
  'bigint',
  'text',
  'bigint',
  'bigint',
  'bigint',
  'text',
];

/** Puts the problems of a part in place of those it had; undefined: those of the run as a whole. */
export async function replaceProblems(
  session: Session,
  runId: number,
  part: RunDayKey | undefined,
  problems: readonly RunProblem[],
): Promise<void> {
  await session.run(
    `DELETE FROM problem WHERE run_id = $1
       AND part_system IS NOT DISTINCT FROM $2::text AND part_day IS NOT DISTINCT FROM $3::date`,
    runId,
    part?.system ?? null,
    part?.day ?? null,
  );
  if (problems.length === 0) return;
  const rows = problems.map((problem) => problemFields(runId, part, problem));
  await session.run(
    `INSERT INTO problem (${problemColumns})
     SELECT * FROM unnest(${fieldTypes.map((type, index) => `$${index + 1}::${type}[]`).join(', ')})`,
    ...fieldTypes.map((_, index) => rows.map((row) => row[index]!)),
  );
}

/** Forgets the problems of failed days and of the run as a whole: a resumed run meets them again or not. */
export async function forgetUndone(session: Session, runId: number): Promise<void> {
  await session.run(
    `DELETE FROM problem WHERE run_id = $1 AND (part_day IS NULL OR EXISTS (
       SELECT 1 FROM run_day WHERE run_day.run_id = problem.run_id AND run_day.system = part_system
         AND run_day.day = part_day AND state = 'failed'))`,
    runId,
  );
}

export async function problemPage(
  session: Session,
  runId: number,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ total: number; problems: RunProblem[] }> {
  const [counted] = await session.rows<{ total: number }>(
    'SELECT count(*) AS total FROM problem WHERE run_id = $1',
    runId,
  );
  const rows = await session.rows<ProblemRow>(
    `SELECT ${problemFieldsRead} FROM problem WHERE run_id = $1
     ORDER BY part_day NULLS FIRST, part_system NULLS FIRST, id LIMIT $2 OFFSET $3`,
    runId,
    limit,
    offset,
  );
  return { total: counted!.total, problems: rows.map(problemOf) };
}
