import { type DayChunk, unpackDay } from './packDay.ts';
import type { DayChange, LaterWrite, RunChange, StoredInterval } from './store.ts';

/* The rows of packed days as both stores have them. */

export interface ChunkRow {
  readonly start_utc_s: number;
  readonly slot_minutes: number;
  readonly values_hundredths: string;
}

/** `values_hundredths` null: nothing was stored. */
export type FoundRow = Omit<ChunkRow, 'values_hundredths'> & { readonly values_hundredths: string | null };

/** What a run replaced, beside what stands there now. */
export interface ReplacedRow extends FoundRow {
  readonly queue_id: number;
  readonly value_type_id: number;
  readonly after_start_utc_s: number | null;
  readonly after_slot_minutes: number | null;
  /** `''` where nothing was left; null: what the run wrote stands in `day_values`, or was found by the run after it. */
  readonly after_hundredths: string | null;
  readonly now_start_utc_s: number | null;
  readonly now_slot_minutes: number | null;
  readonly now_hundredths: string | null;
  readonly now_run_id: number | null;
}

/** `after_hundredths` where nothing is left. */
export const NOTHING_LEFT = '';

export function chunkOf(row: ChunkRow): DayChunk {
  return {
    startUtc: row.start_utc_s,
    slotMinutes: row.slot_minutes,
    valuesHundredths: row.values_hundredths,
  };
}

export function foundChunk(row: FoundRow): DayChunk | undefined {
  const { values_hundredths } = row;
  return values_hundredths === null ? undefined : chunkOf({ ...row, values_hundredths });
}

/** What a run replaced, and which run had written that last. */
export type WriteRow = FoundRow &
  Pick<ReplacedRow, 'after_start_utc_s' | 'after_slot_minutes' | 'after_hundredths'> & {
    readonly run_id: number;
    readonly previous_run_id: number | null;
  };

/** The columns of a {@link WriteRow}. */
export const writeFields = `run_id, previous_run_id, start_utc_s, slot_minutes, values_hundredths,
  after_start_utc_s, after_slot_minutes, after_hundredths`;

/** What runs did to a day of a value after `runId`, from all of its rows: the last one first. */
export function laterWrites(
  runId: number,
  rows: readonly WriteRow[],
  now: DayChunk | undefined,
): LaterWrite[] {
  const left = rows.filter((row) => row.run_id !== runId).sort((one, other) => one.run_id - other.run_id);
  const found: { readonly row: WriteRow; readonly before: DayChunk | undefined }[] = [];
  for (let last = runId; ; ) {
    // Where a day was taken away or cut anew nothing leads on: then it is the next one that found no run before it.
    const linked = left.findIndex((row) => row.previous_run_id === last);
    const at =
      linked >= 0
        ? linked
        : left.findIndex(({ run_id, previous_run_id }) => previous_run_id === null && run_id > last);
    if (at < 0) break;
    const [row] = left.splice(at, 1);
    found.push({ row: row!, before: foundChunk(row!) });
    last = row!.run_id;
  }
  return found
    .map(({ row, before }, index) => ({
      runId: row.run_id,
      before,
      after: writtenChunk(row) ?? (index + 1 < found.length ? found[index + 1]!.before : now),
    }))
    .reverse();
}

function writtenChunk(row: WriteRow): DayChunk | undefined {
  const { after_start_utc_s, after_slot_minutes, after_hundredths } = row;
  if (after_hundredths === null || after_hundredths === NOTHING_LEFT) return undefined;
  return {
    startUtc: after_start_utc_s!,
    slotMinutes: after_slot_minutes!,
    valuesHundredths: after_hundredths,
  };
}

/** The values of a stored day, ascending. */
export function intervalsOf(queueId: number, valueTypeId: number, row: ChunkRow): StoredInterval[] {
  return unpackDay(chunkOf(row)).map((slot) => ({ queueId, valueTypeId, ...slot }));
}

/** What is kept of a day that a run replaces, or that a dry run would. */
export function replacedFields(
  { before, after }: DayChange,
  isDry: boolean,
): readonly [
  startUtc: number,
  slotMinutes: number,
  values: string | null,
  afterStartUtc: number | null,
  afterSlotMinutes: number | null,
  afterValues: string | null,
] {
  const shown = before ?? after;
  const written = isDry ? after : undefined;
  return [
    shown?.startUtc ?? 0,
    shown?.slotMinutes ?? 0,
    before?.valuesHundredths ?? null,
    written?.startUtc ?? null,
    written?.slotMinutes ?? null,
    after ? (written?.valuesHundredths ?? null) : NOTHING_LEFT,
  ];
}

/**
 * `next`: what the first run after this one found there; asked only where what this one wrote stands nowhere else.
 * Undefined where nobody knows any more what the run wrote.
 */
export function runChangeOf(
  runId: number,
  day: string,
  row: ReplacedRow,
  next: () => FoundRow | undefined,
): RunChange | undefined {
  const { now_hundredths, after_hundredths } = row;
  const now =
    now_hundredths === null
      ? undefined
      : {
          startUtc: row.now_start_utc_s!,
          slotMinutes: row.now_slot_minutes!,
          valuesHundredths: now_hundredths,
        };
  const after = written();
  if (after === 'unknown') return undefined;
  return {
    queueId: row.queue_id,
    valueTypeId: row.value_type_id,
    day,
    before: foundChunk(row),
    after,
    now,
    nowRunId: row.now_run_id ?? undefined,
  };

  function written(): DayChunk | undefined | 'unknown' {
    if (after_hundredths === NOTHING_LEFT) return undefined;
    if (after_hundredths !== null) {
      return {
        startUtc: row.after_start_utc_s!,
        slotMinutes: row.after_slot_minutes!,
        valuesHundredths: after_hundredths,
      };
    }
    if (row.now_run_id === runId) return now;
    const found = next();
    return found ? foundChunk(found) : 'unknown';
  }
}
