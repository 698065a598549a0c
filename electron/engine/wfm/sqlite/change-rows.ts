import type Database from 'better-sqlite3';
import {
  type FoundRow,
  type ReplacedRow,
  replacedFields,
  runChangeOf,
  type WriteRow,
  writeFields,
} from '../day-row.ts';
import {
  type DayChange,
  type DayKey,
  keptPreviews,
  type RunChange,
  type RunDayKey,
  undoableRuns,
} from '../store.ts';

export type ChangeRows = ReturnType<typeof changeRows>;

/** What runs replaced, and what dry runs would have written. What writes is to be called within a transaction. */
export function changeRows(database: Database.Database) {
  // A run undone as a whole goes back to what it found first.
  const insert = database.prepare<unknown[]>(`
    INSERT INTO replaced_values
      (run_id, system, day, queue_id, value_type_id, start_utc_s, slot_minutes, values_hundredths, previous_run_id,
       after_start_utc_s, after_slot_minutes, after_hundredths)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`);
  // Nearly all of them: an import leaves values, and what it wrote stands in day_values.
  const insertWritten = database.prepare<
    [number, string, string, number, number, number, number, string | null, number | null]
  >(`
    INSERT INTO replaced_values
      (run_id, system, day, queue_id, value_type_id, start_utc_s, slot_minutes, values_hundredths, previous_run_id)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`);
  const read = database.prepare<[number, string, string], ReplacedRow>(`
    SELECT was.queue_id, was.value_type_id, was.start_utc_s, was.slot_minutes, was.values_hundredths,
      was.after_start_utc_s, was.after_slot_minutes, was.after_hundredths,
      stored.start_utc_s AS now_start_utc_s, stored.slot_minutes AS now_slot_minutes,
      stored.values_hundredths AS now_hundredths, stored.run_id AS now_run_id
    FROM replaced_values AS was LEFT JOIN day_values AS stored
      ON stored.queue_id = was.queue_id AND stored.day = was.day AND stored.value_type_id = was.value_type_id
    WHERE was.run_id = ? AND was.day = ? AND was.system = ? ORDER BY was.queue_id, was.value_type_id`);
  // The cross join keeps the order: a few runs, of each the rows of one day. The first run after this one counts.
  const readFoundAfter = database.prepare<
    [string, number],
    FoundRow & { readonly queue_id: number; readonly value_type_id: number }
  >(`
    SELECT later.queue_id, later.value_type_id, later.start_utc_s, later.slot_minutes, later.values_hundredths
    FROM run CROSS JOIN replaced_values AS later
    WHERE run.keeps_changes = 1 AND run.dry_run = 0 AND later.run_id = run.id AND later.day = ?
      AND later.previous_run_id = ? ORDER BY run.id DESC`);
  const readWrites = database.prepare<[string, number, number], WriteRow>(`
    SELECT ${writeFields} FROM run CROSS JOIN replaced_values AS was
    WHERE run.keeps_changes = 1 AND run.dry_run = 0 AND was.run_id = run.id AND was.day = ?
      AND was.queue_id = ? AND was.value_type_id = ?`);
  // What is being taken back, and what tells how it was left, stays until that is done.
  const readOld = database
    .prepare<[number, number], number>(`
      SELECT id FROM run WHERE keeps_changes = 1 AND dry_run = ? AND status <> 'running'
        AND NOT EXISTS (SELECT 1 FROM run AS undo WHERE undo.status = 'running' AND undo.undo_of <= run.id)
      ORDER BY id DESC LIMIT -1 OFFSET ?`)
    .pluck();
  const forget = database.prepare<[number]>('DELETE FROM replaced_values WHERE run_id = ?');
  const note = database.prepare<[number, number]>('UPDATE run SET keeps_changes = ? WHERE id = ?');

  function put(
    runId: number,
    system: string,
    change: DayChange,
    { previousRunId, isDry }: { previousRunId: number | null; isDry: boolean },
  ): void {
    const { queueId, valueTypeId, day } = change;
    const [startUtc, slotMinutes, values, ...after] = replacedFields(change, isDry);
    insert.run(
      runId,
      system,
      day,
      queueId,
      valueTypeId,
      startUtc,
      slotMinutes,
      values,
      previousRunId,
      ...after,
    );
  }

  return {
    /** `previousRunId`: the last run that wrote what is replaced. */
    keep(runId: number, system: string, change: DayChange, previousRunId: number | null): void {
      const { queueId, valueTypeId, day, before, after } = change;
      if (!after) {
        put(runId, system, change, { previousRunId, isDry: false });
        return;
      }
      const { startUtc, slotMinutes } = before ?? after;
      const values = before?.valuesHundredths ?? null;
      insertWritten.run(
        runId,
        system,
        day,
        queueId,
        valueTypeId,
        startUtc,
        slotMinutes,
        values,
        previousRunId,
      );
    },

    /** What a dry run would have written, which stands nowhere else. */
    keepDry(runId: number, system: string, changes: readonly DayChange[]): void {
      for (const change of changes) put(runId, system, change, { previousRunId: null, isDry: true });
    },

    /** Says that the run has changed something: only then it can be undone. */
    note(runId: number): void {
      note.run(1, runId);
    },

    of(runId: number, { system, day }: RunDayKey): RunChange[] {
      let later: Map<string, FoundRow> | undefined;
      const next = (row: ReplacedRow) => {
        later ??= new Map(readFoundAfter.all(day, runId).map((found) => [keyOf(found), found]));
        return later.get(keyOf(row));
      };
      return read
        .all(runId, day, system)
        .flatMap((row) => runChangeOf(runId, day, row, () => next(row)) ?? []);
    },

    writesOf: ({ queueId, valueTypeId, day }: DayKey): WriteRow[] =>
      readWrites.all(day, queueId, valueTypeId),

    /** Lets go of what old runs replaced. */
    prune(): void {
      for (const id of [...readOld.all(0, undoableRuns), ...readOld.all(1, keptPreviews)]) {
        forget.run(id);
        note.run(0, id);
      }
    },
  };
}

function keyOf({ queue_id, value_type_id }: Pick<ReplacedRow, 'queue_id' | 'value_type_id'>): string {
  return `${queue_id}|${value_type_id}`;
}
