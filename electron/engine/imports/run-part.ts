import type { Day } from '#shared/domain/time/day.ts';
import { errorShape } from '#shared/rpc/errors.ts';
import { sourceId } from '../interfaces/call-source.ts';
import type { DayOutcome } from '../wfm/store.ts';
import { type DayGrid, dayGrid } from './day-grid.ts';
import { type DayOptions, type DayReads, dayOutcome } from './day-outcome.ts';
import type { ReadDay, SystemReader } from './system-reader.ts';

export interface PartOptions extends DayOptions {
  readonly days: readonly Day[];
  /** By `sourceId`; all sources the part needs. */
  readonly readers: ReadonlyMap<string, SystemReader>;
  readonly signal: AbortSignal;
  readonly onReading: (day: Day) => void;
  /** Takes the outcome of a day over, written or not. */
  readonly onDay: (day: Day, outcome: DayOutcome) => Promise<void>;
}

/**
 * Goes through the days of a part in order. The next day is read while this one is computed and written: the
 * source and the store never wait for each other.
 */
export async function runPart(options: PartOptions): Promise<void> {
  const { days, signal } = options;
  let next = days[0] === undefined ? undefined : startRead(options, days[0]);
  for (const [index, day] of days.entries()) {
    options.onReading(day);
    const reads = await next!;
    const following = days[index + 1];
    signal.throwIfAborted();
    if ('error' in reads) {
      const { code, message, details } = errorShape(reads.error);
      await options.onDay(day, {
        state: 'failed',
        problems: [{ code, message, system: options.part.system, day, count: 1, details }],
      });
      if (hopeless.has(code)) {
        for (const rest of days.slice(index + 1))
          await options.onDay(rest, { state: 'failed', problems: [] });
        return;
      }
      next = following === undefined ? undefined : startRead(options, following);
      continue;
    }
    next = following === undefined ? undefined : startRead(options, following);
    await writeDay(options, day, reads);
  }
}

/** What the next day would meet as well. A login that is refused again and again gets the user locked out. */
const hopeless: ReadonlySet<string> = new Set([
  'ODBC_ARCHITECTURE',
  'ODBC_COLUMN_MISSING',
  'ODBC_DATABASE_MISSING',
  'ODBC_DRIVER_FAILED',
  'ODBC_DRIVER_MISSING',
  'ODBC_LOGIN_REFUSED',
  'ODBC_NO_DATA_SOURCE',
  'ODBC_NO_RIGHT',
  'ODBC_SYNTAX',
  'ODBC_TABLE_MISSING',
  'QUEUE_LEVELS',
  'QUEUE_MAPPING_COLUMNS',
]);

const writeAttempts = 3;
const writeAgain: ReadonlySet<string> = new Set(['STORE_CONFLICT', 'STORE_BUSY']);

/** Another program may have written one of the days meanwhile: then the comparison is made again, not the read. */
async function writeDay(options: PartOptions, day: Day, reads: DayReads): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await options.onDay(day, await dayOutcome(options, day, reads));
      return;
    } catch (error) {
      if (attempt === writeAttempts || !writeAgain.has(errorShape(error).code)) throw error;
    }
  }
}

/** Never rejects: a read that is under way while the loop ends by another error must not be an unhandled rejection. */
async function startRead(options: PartOptions, day: Day): Promise<DayReads | { error: unknown }> {
  try {
    const grids = new Map<string, DayGrid>();
    for (const { gridKey, timeZone, intervalMinutes } of options.part.mappings) {
      if (!grids.has(gridKey)) grids.set(gridKey, dayGrid(timeZone, intervalMinutes, day));
    }
    const bySource = new Map<string, ReadDay>();
    const failed = new Map<string, unknown>();
    for (const { source } of options.part.needs) {
      const { system } = source;
      try {
        const id = sourceId(source);
        bySource.set(id, await options.readers.get(id)!.readDay(grids, options.signal));
      } catch (error) {
        if (system === options.part.system || options.signal.aborted) throw error;
        failed.set(system, error);
      }
    }
    return { grids, bySource, failed };
  } catch (error) {
    return { error };
  }
}
