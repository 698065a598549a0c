import type { CutDay } from '../cut-days.ts';
import type { ChunkRow } from '../day-row.ts';
import type { Directory, ValueType, WfmQueue } from '../directory.ts';
import {
  cutAnew,
  directoryChange,
  directoryOf,
  type QueueRow,
  removableQueues,
  type SystemRow,
} from '../directory-row.ts';
import type { DirectoryEntries, LoadSummary } from '../store.ts';
import type { Session, Transaction } from './connection.ts';
import { copyText } from './copy-text.ts';
import { ensureMonthsWithin } from './partitions.ts';

export async function readDirectory(session: Session): Promise<Directory> {
  const queues = await session.rows<QueueRow>('SELECT * FROM queue ORDER BY id');
  const valueTypes = await session.rows<ValueType>('SELECT id, name, unit FROM value_type ORDER BY id');
  const systems = await session.rows<SystemRow>('SELECT * FROM external_system ORDER BY name');
  return directoryOf(queues, valueTypes, systems);
}

/** Waits for those who write values, and keeps others from changing the directory till the transaction ends. */
export async function lockDirectory(session: Transaction): Promise<void> {
  await session.rows(`SELECT name FROM store_lock WHERE name = 'directory' FOR UPDATE`);
}

/** Keeps the directory as it is till the transaction ends; others may do so too. */
export async function holdDirectory(session: Transaction): Promise<void> {
  await session.rows(`SELECT name FROM store_lock WHERE name = 'directory' FOR SHARE`);
}

/** To be called with the directory locked. */
export async function loadDirectory(
  session: Transaction,
  document: unknown,
  machineTimeZone: string,
): Promise<LoadSummary> {
  const change = directoryChange(await readDirectory(session), document, machineTimeZone);
  const { queues, valueTypes, externalSystems } = change;
  await session.run(
    `INSERT INTO queue (id, name, parent_id, time_zone, interval_minutes, active)
     SELECT * FROM unnest($1::bigint[], $2::text[], $3::bigint[], $4::text[], $5::integer[], $6::boolean[])
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, parent_id = excluded.parent_id,
       time_zone = excluded.time_zone, interval_minutes = excluded.interval_minutes, active = excluded.active`,
    queues.map(({ id }) => id),
    queues.map(({ name }) => name),
    queues.map(({ parentId }) => parentId),
    queues.map(({ timeZone }) => timeZone),
    queues.map(({ intervalMinutes }) => intervalMinutes),
    queues.map(({ active }) => active),
  );
  for (const queue of change.zoneChanged) await cutDaysAnew(session, queue);
  await session.run(
    `INSERT INTO value_type (id, name, unit) SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[])
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, unit = excluded.unit`,
    valueTypes.map(({ id }) => id),
    valueTypes.map(({ name }) => name),
    valueTypes.map(({ unit }) => unit),
  );
  await session.run(
    `INSERT INTO external_system (name, interface, phone_link, time_link)
     SELECT * FROM unnest($1::text[], $2::text[], $3::boolean[], $4::boolean[])
     ON CONFLICT (name) DO UPDATE SET interface = excluded.interface,
       phone_link = excluded.phone_link, time_link = excluded.time_link`,
    externalSystems.map(({ name }) => name),
    externalSystems.map((system) => system.interface),
    externalSystems.map(({ phoneLink }) => phoneLink),
    externalSystems.map(({ timeLink }) => timeLink),
  );
  return change.summary;
}

/** To be called with the directory locked. */
export async function removeEntries(
  session: Transaction,
  gone: DirectoryEntries & { readonly systems: readonly string[] },
): Promise<void> {
  const { queues } = await readDirectory(session);
  const queueIds = removableQueues(queues, gone.queueIds);
  await session.run('DELETE FROM day_values WHERE queue_id = ANY ($1::bigint[])', queueIds);
  await session.run('DELETE FROM replaced_values WHERE queue_id = ANY ($1::bigint[])', queueIds);
  await session.run('DELETE FROM queue WHERE id = ANY ($1::bigint[])', queueIds);
  await session.run(
    `DELETE FROM value_type WHERE id = ANY ($1::bigint[])
       AND NOT EXISTS (SELECT 1 FROM day_values WHERE value_type_id = value_type.id)`,
    gone.valueTypeIds,
  );
  await session.run('DELETE FROM external_system WHERE name = ANY ($1::text[])', gone.systems);
}

async function cutDaysAnew(session: Transaction, queue: WfmQueue): Promise<void> {
  // What a run wrote stands in the days it was cut into no longer.
  await session.run(
    `UPDATE replaced_values AS was SET after_start_utc_s = stored.start_utc_s,
       after_slot_minutes = stored.slot_minutes, after_hundredths = stored.values_hundredths
     FROM day_values AS stored
     WHERE stored.queue_id = $1 AND was.run_id = stored.run_id AND was.day = stored.day
       AND was.queue_id = stored.queue_id AND was.value_type_id = stored.value_type_id
       AND was.after_hundredths IS NULL`,
    queue.id,
  );
  const valueTypes = await session.rows<{ value_type_id: number }>(
    'SELECT DISTINCT value_type_id FROM day_values WHERE queue_id = $1',
    queue.id,
  );
  for (const { value_type_id: valueTypeId } of valueTypes) {
    const rows = await session.rows<ChunkRow>(
      `SELECT start_utc_s, slot_minutes, values_hundredths FROM day_values
       WHERE queue_id = $1 AND value_type_id = $2 ORDER BY day`,
      queue.id,
      valueTypeId,
    );
    await session.run(
      'DELETE FROM day_values WHERE queue_id = $1 AND value_type_id = $2',
      queue.id,
      valueTypeId,
    );
    await writeCutDays(session, queue.id, valueTypeId, cutAnew(rows, queue));
  }
}

async function writeCutDays(
  session: Transaction,
  queueId: number,
  valueTypeId: number,
  days: readonly CutDay[],
): Promise<void> {
  await ensureMonthsWithin(
    session,
    days.map(({ day }) => day),
  );
  await session.copyIn(
    'COPY day_values (queue_id, value_type_id, day, start_utc_s, slot_minutes, values_hundredths) FROM STDIN',
    copyText(
      days.map(({ day, chunk }) => [
        queueId,
        valueTypeId,
        day,
        chunk.startUtc,
        chunk.slotMinutes,
        chunk.valuesHundredths,
      ]),
    ),
  );
}
