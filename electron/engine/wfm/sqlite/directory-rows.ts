import type Database from 'better-sqlite3';
import { parseWfmLoad } from '#shared/contract/wfm-load.ts';
import { cutDays } from '../cut-days.ts';
import {
  type Directory,
  type ExternalSystem,
  type IntervalMinutes,
  parentsFirst,
  type ValueTypeUnit,
  type WfmQueue,
} from '../directory.ts';
import { unpackDay } from '../packDay.ts';
import { changedEntries, planLoad, summarizeLoad } from '../plan-load.ts';
import type { DirectoryEntries, LoadSummary } from '../store.ts';
import { type ChunkRow, chunkOf } from './value-rows.ts';

interface QueueRow {
  readonly id: number;
  readonly name: string;
  readonly parent_id: number | null;
  readonly time_zone: string;
  readonly interval_minutes: IntervalMinutes;
  readonly active: number;
}

interface SystemRow {
  readonly name: string;
  readonly interface: string;
  readonly phone_link: number;
  readonly time_link: number;
}

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
  const isGroup = database
    .prepare<[number], number>('SELECT 1 FROM queue WHERE parent_id = ? LIMIT 1')
    .pluck();
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
  const deleteChunks = database.prepare<[number, number]>(
    'DELETE FROM day_values WHERE queue_id = ? AND value_type_id = ?',
  );
  const writeChunk = database.prepare<[number, number, string, number, number, string]>(`
    INSERT INTO day_values (queue_id, value_type_id, day, start_utc_s, slot_minutes, values_hundredths)
    VALUES (?, ?, ?, ?, ?, ?)`);

  function read(): Directory {
    return {
      queues: parentsFirst(readQueues.all().map(queueOf)),
      valueTypes: readValueTypes.all(),
      externalSystems: readSystems.all().map(systemOf),
    };
  }

  /** To be called within a transaction. */
  function load(document: unknown): LoadSummary {
    const before = read();
    const after = planLoad(before, parseWfmLoad(document), machineTimeZone);
    const queues = changedEntries(before.queues, parentsFirst(after.queues), (queue) => queue.id);
    for (const { entry } of queues) {
      const { id, name, parentId, timeZone, intervalMinutes, active } = entry;
      writeQueue.run(id, name, parentId, timeZone, intervalMinutes, Number(active));
    }
    for (const { entry, stored } of queues) {
      if (stored !== undefined && stored.timeZone !== entry.timeZone) cutAnew(entry);
    }
    for (const { entry } of changedEntries(before.valueTypes, after.valueTypes, ({ id }) => id)) {
      writeValueType.run(entry.id, entry.name, entry.unit);
    }
    for (const { entry } of changedEntries(
      before.externalSystems,
      after.externalSystems,
      ({ name }) => name,
    )) {
      writeSystem.run(entry.name, entry.interface, Number(entry.phoneLink), Number(entry.timeLink));
    }
    return summarizeLoad(before, after);
  }

  /** Days are those of the queue's zone: in another zone the same instants lie in other days. */
  function cutAnew(queue: WfmQueue): void {
    for (const valueTypeId of valueTypesOf.all(queue.id)) {
      const values = chunksOf.all(queue.id, valueTypeId).flatMap((row) => unpackDay(chunkOf(row)));
      deleteChunks.run(queue.id, valueTypeId);
      for (const { day, chunk } of cutDays(values, queue.timeZone, queue.intervalMinutes)) {
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
    const wanted = new Set(gone.queueIds);
    // Brothers and children before what they stand under.
    for (const { id } of [...read().queues].reverse()) {
      if (!wanted.has(id) || isGroup.get(id) !== undefined) continue;
      for (const forget of forgetValues) forget.run(id);
      removeQueue.run(id);
    }
    for (const id of gone.valueTypeIds) removeValueType.run({ id });
    for (const name of gone.systems) removeSystem.run(name);
  }

  return { read, load, remove, removeExternalSystem };
}

function queueOf(row: QueueRow): WfmQueue {
  return {
    id: row.id,
    name: row.name,
    parentId: row.parent_id,
    timeZone: row.time_zone,
    intervalMinutes: row.interval_minutes,
    active: row.active === 1,
  };
}

function systemOf(row: SystemRow): ExternalSystem {
  return {
    name: row.name,
    interface: row.interface,
    phoneLink: row.phone_link === 1,
    timeLink: row.time_link === 1,
  };
}
