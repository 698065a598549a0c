import { type FoundRow, type ReplacedRow, runChangeOf, type WriteRow, writeFields } from '../day-row.ts';
import { type DayKey, keptPreviews, type RunChange, type RunDayKey, undoableRuns } from '../store.ts';
import type { Session } from './connection.ts';

type Row = ReplacedRow & {
  readonly next_start_utc_s: number | null;
  readonly next_slot_minutes: number | null;
  readonly next_hundredths: string | null;
};

export async function changesOf(
  session: Session,
  runId: number,
  { system, day }: RunDayKey,
): Promise<RunChange[]> {
  const rows = await session.rows<Row>(
    `SELECT was.queue_id, was.value_type_id, was.start_utc_s, was.slot_minutes, was.values_hundredths,
       was.after_start_utc_s, was.after_slot_minutes, was.after_hundredths,
       stored.start_utc_s AS now_start_utc_s, stored.slot_minutes AS now_slot_minutes,
       stored.values_hundredths AS now_hundredths, stored.run_id AS now_run_id,
       later.start_utc_s AS next_start_utc_s, later.slot_minutes AS next_slot_minutes,
       later.values_hundredths AS next_hundredths
     FROM replaced_values AS was
     LEFT JOIN day_values AS stored ON stored.day = $2
       AND stored.queue_id = was.queue_id AND stored.value_type_id = was.value_type_id
     LEFT JOIN LATERAL (
       SELECT next.start_utc_s, next.slot_minutes, next.values_hundredths
       FROM run JOIN replaced_values AS next ON next.run_id = run.id
       WHERE run.keeps_changes AND NOT run.dry_run AND next.day = was.day AND next.queue_id = was.queue_id
         AND next.value_type_id = was.value_type_id AND next.previous_run_id = was.run_id
       ORDER BY run.id LIMIT 1
     ) AS later ON was.after_hundredths IS NULL AND stored.run_id IS DISTINCT FROM was.run_id
     WHERE was.run_id = $1 AND was.day = $2 AND was.system = $3
     ORDER BY was.queue_id, was.value_type_id`,
    runId,
    day,
    system,
  );
  return rows.flatMap((row) => runChangeOf(runId, day, row, () => nextOf(row)) ?? []);
}

/** One statement, whatever the number of keys. */
export async function writesOf(session: Session, keys: readonly DayKey[]): Promise<WriteRow[][]> {
  const found: WriteRow[][] = keys.map(() => []);
  if (keys.length === 0) return found;
  const rows = await session.rows<WriteRow & { ordinal: number }>(
    `SELECT wanted.ordinal, ${writeFields}
     FROM unnest($1::bigint[], $2::bigint[], $3::date[]) WITH ORDINALITY
       AS wanted (queue_id, value_type_id, day, ordinal)
     CROSS JOIN run
     JOIN replaced_values AS was ON was.run_id = run.id AND was.day = wanted.day
       AND was.queue_id = wanted.queue_id AND was.value_type_id = wanted.value_type_id
     WHERE run.keeps_changes AND NOT run.dry_run`,
    keys.map(({ queueId }) => queueId),
    keys.map(({ valueTypeId }) => valueTypeId),
    keys.map(({ day }) => day),
  );
  for (const { ordinal, ...row } of rows) found[ordinal - 1]!.push(row);
  return found;
}

/** Lets go of what old runs replaced, but not while one is taken back: nor of what tells how it was left. */
export async function pruneChanges(session: Session): Promise<void> {
  for (const [isDry, kept] of [
    [false, undoableRuns],
    [true, keptPreviews],
  ] as const) {
    const old = await session.rows<{ id: number }>(
      `UPDATE run SET keeps_changes = false WHERE id IN (
         SELECT id FROM run WHERE keeps_changes AND dry_run = $1 AND status <> 'running'
           AND NOT EXISTS (SELECT 1 FROM run AS undo WHERE undo.status = 'running' AND undo.undo_of <= run.id)
         ORDER BY id DESC OFFSET $2)
       RETURNING id`,
      isDry,
      kept,
    );
    if (old.length === 0) continue;
    await session.run(
      'DELETE FROM replaced_values WHERE run_id = ANY ($1::bigint[])',
      old.map(({ id }) => id),
    );
  }
}

function nextOf(row: Row): FoundRow | undefined {
  if (row.next_start_utc_s === null) return undefined;
  return {
    start_utc_s: row.next_start_utc_s,
    slot_minutes: row.next_slot_minutes!,
    values_hundredths: row.next_hundredths,
  };
}
