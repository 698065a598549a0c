import type Database from 'better-sqlite3';
import type { ChunkRow } from '../day-row.ts';
import type { Directory, ValueTypeUnit, WfmQueue } from '../directory.ts';
import {
  cutAnew,
  directoryChange,
  directoryOf,
  type QueueRow,
  removableQueues,
  type SystemRow,
} from '../directory-row.ts';
import type { DirectoryEntries, LoadSummary } from '../store.ts';

export function directoryRows(database: Database.Database, machineTimeZone: string) {
  const readQueues = database.prepare<[], QueueRow>('SELECT * FROM queue ORDER BY id');
  const readValueTypes = database.prepare<[], { id: number; name: string; unit: ValueTypeUnit }>(
    'SELECT id, name, unit FROM value_type ORDER BY id',
  );
  const readSystems = database.prepare<[], SystemRow>('SELECT * FROM external_system ORDER BY name');
  const writeQueue = database.prepare<[number, string, number | null, string, number, number]>(`
    INSERT INTO queue (id, name, parent_id, time_zone, interval_minutes, active) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, parent_id = excluded.parent_id,
      time_zone = excluded.time_zone, interval_minutes = excluded.interval_minutes, active = excluded.active`);
  const writeValueType = database.prepare<[number, string, string]>(`
    INSERT INTO value_type (id, name, unit) VALUES (?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, unit = excluded.unit`);
  const writeSystem = database.prepare<[string, string, number, number]>(`
    INSERT INTO external_system (name, interface, phone_link, time_link) VALUES (?, ?, ?, ?)
    ON CONFLICT (name) DO UPDATE SET interface = excluded.interface,
      phone_link = excluded.phone_link, time_link = excluded.time_link`);
  const removeSystem = database.prepare<[string]>('DELETE FROM external_system WHERE name = ?');
  const forgetValues = ['day_values', 'replaced_values'].map((table) =>
    database.prepare<[number]>(`DELETE FROM ${table} WHERE queue_id = ?`),
  );
  const removeQueue = database.prepare<[number]>('DELETE FROM queue WHERE id = ?');
  const removeValueType = database.prepare<{ id: number }>(
    'DELETE FROM value_type WHERE id = @id AND NOT EXISTS (SELECT 1 FROM day_values WHERE value_type_id = @id)',
  );
  const valueTypesOf = database
    .prepare<[number], number>('SELECT DISTINCT value_type_id FROM day_values WHERE queue_id = ?')
    .pluck();
  const chunksOf = database.prepare<[number, number], ChunkRow>(`
    SELECT start_utc_s, slot_minutes, values_hundredths FROM day_values
    WHERE queue_id = ? AND value_type_id = ? ORDER BY day`);
  // What a run wrote stands in the days it was cut into no longer.
  const keepWritten = database.prepare<[number]>(`
    UPDATE replaced_values SET after_start_utc_s = stored.start_utc_s, after_slot_minutes = stored.slot_minutes,
      after_hundredths = stored.values_hundredths
    FROM day_values AS stored
    WHERE stored.queue_id = ? AND replaced_values.run_id = stored.run_id AND replaced_values.day = stored.day
      AND replaced_values.queue_id = stored.queue_id AND replaced_values.value_type_id = stored.value_type_id
      AND replaced_values.after_hundredths IS NULL`);
  const deleteChunks = database.prepare<[number, number]>(
    'DELETE FROM day_values WHERE queue_id = ? AND value_type_id = ?',
  );
  const writeChunk = database.prepare<[number, number, string, number, number, string]>(`
    INSERT INTO day_values (queue_id, value_type_id, day, start_utc_s, slot_minutes, values_hundredths)
    VALUES (?, ?, ?, ?, ?, ?)`);

  function read(): Directory {
    return directoryOf(readQueues.all(), readValueTypes.all(), readSystems.all());
  }

  /** To be called within a transaction. */
  function load(document: unknown): LoadSummary {
    const change = directoryChange(read(), document, machineTimeZone);
    for (const { id, name, parentId, timeZone, intervalMinutes, active } of change.queues) {
      writeQueue.run(id, name, parentId, timeZone, intervalMinutes, Number(active));
    }
    for (const queue of change.zoneChanged) cutDaysAnew(queue);
    for (const { id, name, unit } of change.valueTypes) writeValueType.run(id, name, unit);
    for (const { name, interface: kind, phoneLink, timeLink } of change.externalSystems) {
      writeSystem.run(name, kind, Number(phoneLink), Number(timeLink));
    }
    return change.summary;
  }

  function cutDaysAnew(queue: WfmQueue): void {
    keepWritten.run(queue.id);
    for (const valueTypeId of valueTypesOf.all(queue.id)) {
      const days = cutAnew(chunksOf.all(queue.id, valueTypeId), queue);
      deleteChunks.run(queue.id, valueTypeId);
      for (const { day, chunk } of days) {
        const { startUtc, slotMinutes, valuesHundredths } = chunk;
        writeChunk.run(queue.id, valueTypeId, day, startUtc, slotMinutes, valuesHundredths);
      }
    }
  }

  function removeExternalSystem(name: string): void {
    removeSystem.run(name);
  }

  /** To be called within a transaction. */
  function remove(gone: DirectoryEntries & { readonly systems: readonly string[] }): void {
    for (const id of removableQueues(read().queues, gone.queueIds)) {
      for (const forget of forgetValues) forget.run(id);
      removeQueue.run(id);
    }
    for (const id of gone.valueTypeIds) removeValueType.run({ id });
    for (const name of gone.systems) removeSystem.run(name);
  }

  return { read, load, remove, removeExternalSystem };
}
