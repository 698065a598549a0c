import type { Day } from '#shared/domain/time/day.ts';
import { errorShape } from '#shared/rpc/errors.ts';
import { sourceId } from '../interfaces/call-source.ts';
import type { DayOutcome, WfmStore } from '../wfm/store.ts';
import { noteProblems } from './bucket-problems.ts';
import { computeDay } from './compute.ts';
import { type DayGrid, dayGrid } from './day-grid.ts';
import type { PlannedMapping, PlannedPart, PlannedSource } from './plan.ts';
import { collectProblems, type ProblemCollector } from './problems.ts';
import type { ScriptLog } from './script-log.ts';
import type { ReadDay, SystemReader } from './system-reader.ts';
import { diffDay, type FreshMapping } from './write-day.ts';

export interface PartOptions {
  readonly part: PlannedPart;
  readonly days: readonly Day[];
  /** By `sourceId`; all sources the part needs. */
  readonly readers: ReadonlyMap<string, SystemReader>;
  readonly store: WfmStore;
  readonly writeNull: boolean;
  /** Intervals that end after this instant (epoch seconds) are not over and are not taken. */
  readonly nowUtc: () => number;
  readonly signal: AbortSignal;
  /** Takes what the scripts print. */
  readonly printed: ScriptLog;
  readonly onReading: (day: Day) => void;
  /** Takes the outcome of a day over, written or not. */
  readonly onDay: (day: Day, outcome: DayOutcome) => Promise<void>;
}

interface DayReads {
  readonly grids: ReadonlyMap<string, DayGrid>;
  /** By `sourceId`. */
  readonly bySource: ReadonlyMap<string, ReadDay>;
  /** Other systems that could not be read: the mappings they feed are left out, the rest goes on. */
  readonly failed: ReadonlyMap<string, unknown>;
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

async function dayOutcome(options: PartOptions, day: Day, reads: DayReads): Promise<DayOutcome> {
  const { part, store } = options;
  const problems = collectProblems();
  let rowsRead = 0;
  for (const read of reads.bySource.values()) {
    rowsRead += read.buckets.rowsRead;
    noteProblems(read.buckets.notes, read.source, day, problems);
  }
  for (const [system, error] of reads.failed) {
    const { code, message, details } = errorShape(error);
    problems.add({
      code,
      message: `${message} Values fed by ${system} too were left out.`,
      system,
      day,
      details: { ...details, effect: 'values-left-out' },
    });
  }
  if (rowsRead === 0) {
    // Nothing at all is no zero: what is stored stays, also with "write null values".
    if (options.writeNull) {
      problems.add({
        code: 'WRITE_NULL_DAY_EMPTY',
        message: `${part.system} returned nothing for ${day}. No value was set to 0, what is stored stays.`,
        system: part.system,
        day,
      });
    }
    return {
      state: 'done',
      changes: [],
      counters: { rowsRead, valuesWritten: 0, valuesUnchanged: 0 },
      problems: problems.take(),
    };
  }
  const nowUtc = options.nowUtc();
  const whole = part.mappings.filter((mapping) => hasAllSources(mapping, reads, day, problems));
  const fresh = whole.map((mapping): FreshMapping => {
    const grid = reads.grids.get(mapping.gridKey)!;
    const places = mapping.sources.map((source) => {
      const read = reads.bySource.get(source.sourceId)!;
      return { read, queue: read.queueIndex(source.path), place: read.place(source.valueType.name) };
    });
    const computed = computeDay(
      mapping,
      grid,
      (index, slot) => {
        const { read, queue, place } = places[index]!;
        return read.buckets.figure(mapping.gridKey, queue, place, slot);
      },
      problems,
      options.printed,
    );
    const fillsGaps = options.writeNull && mapping.sources.every((source) => isReadable(source, reads));
    const values = computed.map((value, slot) => {
      // A row that is divided has its figures when it is over itself.
      const endUtc = places.reduce(
        (until, { read }) => Math.max(until, read.buckets.dividedUntilUtc(mapping.gridKey, slot)),
        grid.starts[slot + 1] ?? grid.endUtc,
      );
      if (endUtc > nowUtc || value === null) return undefined;
      return value === undefined && fillsGaps ? 0 : value;
    });
    return { mapping, grid, values };
  });
  const { changes, valuesWritten, valuesUnchanged } = await diffDay(store, fresh);
  return {
    state: 'done',
    changes,
    counters: { rowsRead, valuesWritten, valuesUnchanged },
    problems: problems.take(),
  };
}

/**
 * A mapping of several systems is computed when all of them could be read and returned something for the day:
 * never from half of its sources.
 */
function hasAllSources(
  mapping: PlannedMapping,
  reads: DayReads,
  day: Day,
  problems: ProblemCollector,
): boolean {
  for (const { system, sourceId: id } of mapping.sources) {
    const read = reads.bySource.get(id);
    if (!read) return false;
    if (read.buckets.rowsRead > 0 || mapping.sources.every((source) => source.system === system)) continue;
    problems.add({
      code: 'SYSTEM_DAY_EMPTY',
      message: `${system} returned nothing for ${day}. Values it feeds together with other systems stay as they were.`,
      system,
      day,
    });
    return false;
  }
  return true;
}

/** Whether an interval without a figure is one without calls: not where figures were there and could not be read. */
function isReadable({ sourceId: id, valueType }: PlannedSource, reads: DayReads): boolean {
  const { notes, rowsRead } = reads.bySource.get(id)!.buckets;
  return rowsRead > 0 && notes.unreadableStamps === 0 && !notes.notNumbers.has(valueType.name);
}
