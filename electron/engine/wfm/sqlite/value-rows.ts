import type Database from 'better-sqlite3';
import { type ChunkRow, chunkOf, intervalsOf } from '../day-row.ts';
import { checkBefore, targetCheck } from '../day-target.ts';
import type { DayChunk } from '../packDay.ts';
import type { DayChange, DayKey, DayRange, StoredInterval } from '../store.ts';
import type { ChangeRows } from './change-rows.ts';

const DAYS_A_PAGE = 200;

export function valueRows(database: Database.Database, replaced: ChangeRows) {
  const readDay = database.prepare<[number, string, number], ChunkRow & { readonly run_id: number | null }>(`
    SELECT start_utc_s, slot_minutes, values_hundredths, run_id FROM day_values
    WHERE queue_id = ? AND day = ? AND value_type_id = ?`);
  const readPage = database.prepare<
    [number, number, string, string, number],
    ChunkRow & { readonly day: string }
  >(`
    SELECT day, start_utc_s, slot_minutes, values_hundredths FROM day_values
    WHERE queue_id = ? AND value_type_id = ? AND day >= ? AND day <= ? ORDER BY day LIMIT ?`);
  const firstDay = database
    .prepare<[number, number], string>(
      'SELECT day FROM day_values WHERE queue_id = ? AND value_type_id = ? ORDER BY day LIMIT 1',
    )
    .pluck();
  const lastDay = database
    .prepare<[number, number], string>(
      'SELECT day FROM day_values WHERE queue_id = ? AND value_type_id = ? ORDER BY day DESC LIMIT 1',
    )
    .pluck();
  const queueIds = database.prepare<[], number>('SELECT id FROM queue ORDER BY id').pluck();
  const valueTypeIds = database.prepare<[], number>('SELECT id FROM value_type ORDER BY id').pluck();
  const zoneOfQueue = database.prepare<[number], string>('SELECT time_zone FROM queue WHERE id = ?').pluck();
  const valueTypeKnown = database.prepare<[number], number>('SELECT 1 FROM value_type WHERE id = ?').pluck();
  const writeDay = database.prepare<[number, string, number, number, number, string, number]>(`
    INSERT INTO day_values (queue_id, day, value_type_id, start_utc_s, slot_minutes, values_hundredths, run_id)
    VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (queue_id, day, value_type_id) DO UPDATE SET start_utc_s = excluded.start_utc_s,
      slot_minutes = excluded.slot_minutes, values_hundredths = excluded.values_hundredths, run_id = excluded.run_id`);
  const deleteDay = database.prepare<[number, string, number]>(
    'DELETE FROM day_values WHERE queue_id = ? AND day = ? AND value_type_id = ?',
  );

  function readDays(keys: readonly DayKey[]): (DayChunk | undefined)[] {
    return keys.map(({ queueId, valueTypeId, day }) => {
      const row = readDay.get(queueId, day, valueTypeId);
      return row && chunkOf(row);
    });
  }

  /** Pages of one queue and value type after another, so the reader decides how much is held at a time. */
  function* pages(range: DayRange): Generator<StoredInterval[]> {
    const queues = range.queueIds ? ascending(range.queueIds) : queueIds.all();
    const valueTypes = range.valueTypeIds ? ascending(range.valueTypeIds) : valueTypeIds.all();
    for (const queueId of queues) {
      for (const valueTypeId of valueTypes) {
        let rows = readPage.all(queueId, valueTypeId, range.fromDay, range.toDay, DAYS_A_PAGE);
        while (rows.length > 0) {
          yield rows.flatMap((row) => intervalsOf(queueId, valueTypeId, row));
          if (rows.length < DAYS_A_PAGE) break;
          rows = readPage.all(queueId, valueTypeId, rightAfter(rows.at(-1)!.day), range.toDay, DAYS_A_PAGE);
        }
      }
    }
  }

  function storedDays(
    queueId: number,
    valueTypeId: number,
  ): { firstDay: string; lastDay: string } | undefined {
    const first = firstDay.get(queueId, valueTypeId);
    const last = lastDay.get(queueId, valueTypeId);
    return first === undefined || last === undefined ? undefined : { firstDay: first, lastDay: last };
  }

  /** To be called within a transaction: all changes are written or, when this throws, none. */
  function applyChanges(runId: number, system: string, changes: readonly DayChange[]): void {
    const checkTarget = targetCheck(
      (queueId) => zoneOfQueue.get(queueId),
      (valueTypeId) => valueTypeKnown.get(valueTypeId) !== undefined,
    );
    for (const change of changes) {
      const { queueId, valueTypeId, day, after } = change;
      checkTarget(change);
      const stored = readDay.get(queueId, day, valueTypeId);
      checkBefore(change, stored && chunkOf(stored));
      replaced.keep(runId, system, change, stored?.run_id ?? null);
      if (after) {
        const { startUtc, slotMinutes, valuesHundredths } = after;
        writeDay.run(queueId, day, valueTypeId, startUtc, slotMinutes, valuesHundredths, runId);
      } else {
        deleteDay.run(queueId, day, valueTypeId);
      }
    }
  }

  return { readDays, pages, storedDays, applyChanges };
}

function ascending(ids: readonly number[]): number[] {
  return [...new Set(ids)].sort((a, b) => a - b);
}

/** Sorts after the day and before the next one. */
function rightAfter(day: string): string {
  return `${day} `;
}
