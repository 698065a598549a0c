import { type ChunkRow, chunkOf, intervalsOf } from '../day-row.ts';
import { targetCheck } from '../day-target.ts';
import type { DayChunk } from '../packDay.ts';
import type { DayChange, DayKey, DayRange, StoredInterval } from '../store.ts';
import type { Session, Transaction } from './connection.ts';
import { stage } from './staging.ts';

interface KeyedRow extends ChunkRow {
  readonly queue_id: number;
  readonly value_type_id: number;
  readonly day: string;
}

const ROWS_A_PAGE = 2_000;

/** One statement, whatever the number of keys. The bounds of the days leave the other months alone. */
export async function readDays(session: Session, keys: readonly DayKey[]): Promise<(DayChunk | undefined)[]> {
  if (keys.length === 0) return [];
  const rows = await session.rows<ChunkRow & { ordinal: number }>(
    `SELECT wanted.ordinal, stored.start_utc_s, stored.slot_minutes, stored.values_hundredths
     FROM unnest($1::bigint[], $2::bigint[], $3::date[]) WITH ORDINALITY
       AS wanted (queue_id, value_type_id, day, ordinal)
     JOIN day_values AS stored ON stored.queue_id = wanted.queue_id AND stored.day = wanted.day
       AND stored.value_type_id = wanted.value_type_id
     WHERE stored.day BETWEEN $4 AND $5`,
    keys.map(({ queueId }) => queueId),
    keys.map(({ valueTypeId }) => valueTypeId),
    keys.map(({ day }) => day),
    ...boundsOf(keys),
  );
  const found: (DayChunk | undefined)[] = keys.map(() => undefined);
  for (const row of rows) found[row.ordinal - 1] = chunkOf(row);
  return found;
}

/** Values by queue, value type and start, some thousand days at a time. */
export async function* pages(session: Session, range: DayRange): AsyncGenerator<StoredInterval[]> {
  const queueIds = range.queueIds ?? (await idsOf(session, 'queue'));
  const valueTypeIds = range.valueTypeIds ?? (await idsOf(session, 'value_type'));
  for (const together of batches(ascending(queueIds), queuesAPage(range, valueTypeIds.length))) {
    let after: KeyedRow | undefined;
    do {
      const rows = await session.rows<KeyedRow>(
        `SELECT queue_id, value_type_id, day, start_utc_s, slot_minutes, values_hundredths FROM day_values
         WHERE queue_id = ANY ($1::bigint[]) AND value_type_id = ANY ($2::bigint[]) AND day BETWEEN $3 AND $4
           AND (queue_id, value_type_id, day) > ($5::bigint, $6::bigint, $7::date)
         ORDER BY queue_id, value_type_id, day LIMIT ${ROWS_A_PAGE}`,
        together,
        valueTypeIds,
        range.fromDay,
        range.toDay,
        after?.queue_id ?? 0,
        after?.value_type_id ?? 0,
        after?.day ?? range.fromDay,
      );
      if (rows.length > 0) {
        yield rows.flatMap((row) => intervalsOf(row.queue_id, row.value_type_id, row));
      }
      after = rows.length < ROWS_A_PAGE ? undefined : rows.at(-1);
    } while (after !== undefined);
  }
}

export async function storedDays(
  session: Session,
  queueId: number,
  valueTypeId: number,
): Promise<{ firstDay: string; lastDay: string } | undefined> {
  // Two ordered looks stop at the first month that has a value.
  const end = (order: 'ASC' | 'DESC') =>
    `(SELECT day FROM day_values WHERE queue_id = $1 AND value_type_id = $2 ORDER BY day ${order} LIMIT 1)`;
  const [found] = await session.rows<{ firstDay: string | null; lastDay: string | null }>(
    `SELECT ${end('ASC')} AS "firstDay", ${end('DESC')} AS "lastDay"`,
    queueId,
    valueTypeId,
  );
  const { firstDay, lastDay } = found!;
  return firstDay === null || lastDay === null ? undefined : { firstDay, lastDay };
}

/** To be called with the directory held. Throws `WFM_TARGET_UNKNOWN`, `STORE_CONFLICT`. */
export async function checkTargets(session: Session, changes: readonly DayChange[]): Promise<void> {
  const queues = await session.rows<{ id: number; time_zone: string }>(
    'SELECT id, time_zone FROM queue WHERE id = ANY ($1::bigint[])',
    [...new Set(changes.map(({ queueId }) => queueId))],
  );
  const valueTypes = await session.rows<{ id: number }>('SELECT id FROM value_type');
  const zones = new Map(queues.map((queue) => [queue.id, queue.time_zone]));
  const known = new Set(valueTypes.map(({ id }) => id));
  const checkTarget = targetCheck(
    (queueId) => zones.get(queueId),
    (valueTypeId) => known.has(valueTypeId),
  );
  for (const change of changes) checkTarget(change);
}

const KEPT = `INSERT INTO replaced_values
  (run_id, system, day, queue_id, value_type_id, start_utc_s, slot_minutes, values_hundredths, previous_run_id,
   after_start_utc_s, after_slot_minutes, after_hundredths)`;

const SAME_KEY = `stored.queue_id = staged.queue_id AND stored.day = staged.day
  AND stored.value_type_id = staged.value_type_id`;

// A day that is no longer `before` is left out everywhere, and then missing from the count of what was written. What
// is found is locked, so it is still the same when it is written.
const STILL_BEFORE = `${SAME_KEY} AND stored.start_utc_s = staged.before_start_utc_s
  AND stored.slot_minutes = staged.before_slot_minutes AND stored.values_hundredths = staged.before_hundredths`;

const KEEP_FOUND = `${KEPT}
  SELECT $1, $2, staged.day, staged.queue_id, staged.value_type_id, staged.before_start_utc_s,
    staged.before_slot_minutes, staged.before_hundredths, stored.run_id,
    NULL, NULL, CASE WHEN staged.after_hundredths IS NULL THEN '' END
  FROM staged_day AS staged JOIN day_values AS stored ON ${STILL_BEFORE}
  WHERE stored.day BETWEEN $3 AND $4
  FOR UPDATE OF stored
  ON CONFLICT DO NOTHING`;

const KEEP_NEW = `${KEPT}
  SELECT $1, $2, day, queue_id, value_type_id, after_start_utc_s, after_slot_minutes, NULL, NULL, NULL, NULL, NULL
  FROM staged_day WHERE before_hundredths IS NULL AND after_hundredths IS NOT NULL
  ON CONFLICT DO NOTHING`;

const CHANGE = `
  UPDATE day_values AS stored SET start_utc_s = staged.after_start_utc_s,
    slot_minutes = staged.after_slot_minutes, values_hundredths = staged.after_hundredths, run_id = $1
  FROM staged_day AS staged
  WHERE ${STILL_BEFORE} AND stored.day BETWEEN $2 AND $3 AND staged.after_hundredths IS NOT NULL`;

const REMOVE = `
  DELETE FROM day_values AS stored USING staged_day AS staged
  WHERE ${STILL_BEFORE} AND stored.day BETWEEN $1 AND $2 AND staged.after_hundredths IS NULL`;

const ADD = `
  INSERT INTO day_values (queue_id, value_type_id, day, start_utc_s, slot_minutes, values_hundredths, run_id)
  SELECT queue_id, value_type_id, day, after_start_utc_s, after_slot_minutes, after_hundredths, $1
  FROM staged_day WHERE before_hundredths IS NULL ORDER BY ordinal
  ON CONFLICT DO NOTHING`;

interface Written {
  readonly runId: number;
  readonly system: string;
  readonly changes: readonly DayChange[];
}

/**
 * Writes the changes and keeps what they replace: one statement for each kind of change that there is. False when a
 * stored day is no longer what its change was computed from: the transaction is then to be rolled back.
 */
export async function mergeChanges(
  session: Transaction,
  { runId, system, changes }: Written,
): Promise<boolean> {
  const wanted = changes.filter(({ before, after }) => before || after);
  if (wanted.length === 0) return true;
  await stage(session, wanted);
  const bounds = boundsOf(wanted);
  let written = 0;
  // First, and on its own: it sees, and locks, what others have written while this waited for them.
  if (wanted.some(({ before }) => before)) await session.run(KEEP_FOUND, runId, system, ...bounds);
  if (wanted.some(({ before, after }) => before && after)) {
    written += await session.run(CHANGE, runId, ...bounds);
  }
  if (wanted.some(({ after }) => !after)) written += await session.run(REMOVE, ...bounds);
  if (wanted.some(({ before }) => !before)) {
    await session.run(KEEP_NEW, runId, system);
    written += await session.run(ADD, runId);
  }
  return written === wanted.length;
}

/** Keeps what a dry run would write. */
export async function keepDry(session: Transaction, { runId, system, changes }: Written): Promise<void> {
  await stage(session, changes);
  await session.run(
    `${KEPT}
     SELECT $1, $2, day, queue_id, value_type_id, coalesce(before_start_utc_s, after_start_utc_s, 0),
       coalesce(before_slot_minutes, after_slot_minutes, 0), before_hundredths, NULL,
       after_start_utc_s, after_slot_minutes, coalesce(after_hundredths, '')
     FROM staged_day
     ON CONFLICT DO NOTHING`,
    runId,
    system,
  );
}

function boundsOf(keys: readonly DayKey[]): [first: string, last: string] {
  const days = keys.map(({ day }) => day);
  return [
    days.reduce((one, other) => (other < one ? other : one)),
    days.reduce((one, other) => (other > one ? other : one)),
  ];
}

/** A short range is read for many queues at a time, a long one queue by queue: a page is sorted out of one batch. */
function queuesAPage({ fromDay, toDay }: DayRange, valueTypes: number): number {
  const days = Math.max(1, (Date.parse(toDay) - Date.parse(fromDay)) / 86_400_000 + 1);
  return Math.max(1, Math.floor(ROWS_A_PAGE / (days * Math.max(1, valueTypes))));
}

function* batches<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}

async function idsOf(session: Session, table: 'queue' | 'value_type'): Promise<number[]> {
  const rows = await session.rows<{ id: number }>(`SELECT id FROM ${table} ORDER BY id`);
  return rows.map(({ id }) => id);
}

function ascending(ids: readonly number[]): number[] {
  return [...new Set(ids)].sort((a, b) => a - b);
}
