import type { Day } from '#shared/domain/time/day.ts';
import { type ErrorShape, errorShape } from '#shared/rpc/errors.ts';
import { sourceId } from '../interfaces/call-source.ts';
import type { DayOutcome, Watermark } from '../wfm/store.ts';
import { isFinding } from './checks/findings.ts';
import { type DayGrid, dayGrid } from './day-grid.ts';
import { type DayOptions, type DayReads, dayOutcome } from './day-outcome.ts';
import { fingerprintOf, planFingerprint, storedFingerprint } from './fingerprint.ts';
import type { PlannedPart } from './plan.ts';
import type { FetchedDay, ReadDay, SystemReader } from './read-day.ts';

export interface PartOptions extends DayOptions {
  readonly days: readonly Day[];
  /** Epoch seconds. */
  readonly nowUtc: () => number;
  /** By `sourceId`; all sources the part needs. */
  readonly readers: ReadonlyMap<string, SystemReader>;
  /** What the last import of the part's system said, by day. */
  readonly watermarks: ReadonlyMap<string, Watermark>;
  readonly signal: AbortSignal;
  readonly onReading: (day: Day) => void;
  /** The day is read once more when the others are done. */
  readonly onPostponed: (day: Day) => void;
  /** Takes the outcome of a day over, written or not. */
  readonly onDay: (day: Day, outcome: DayOutcome) => Promise<void>;
}

/** Days that are read or lie read before they are computed: the source never waits for the store. */
const daysAhead = 3;

type Read =
  | DayReads
  | { readonly unchanged: DayOutcome }
  /** Another system of the part, which may be back when the other days are done: the day was not read. */
  | { readonly awaits: string }
  | { readonly error: unknown };

/**
 * Goes through the days of a part in order, with the next ones being read meanwhile. Days that failed with what may pass
 * are read once more at the end.
 */
export async function runPart(options: PartOptions): Promise<void> {
  const { days, signal } = options;
  const planned = planFingerprint(options.part);
  const again: Day[] = [];
  const end = await goThrough(days, false);
  if (end === undefined) {
    for (const reader of options.readers.values()) reader.startOver();
    await goThrough(again, true);
  } else for (const day of again) await options.onDay(day, { state: 'failed', problems: [] });

  /** Gives the error that ended it early: what every further day would meet as well. */
  async function goThrough(list: readonly Day[], isLastTry: boolean): Promise<ErrorShape | undefined> {
    const ahead: Promise<Read>[] = [];
    let started = 0;
    for (const [index, day] of list.entries()) {
      while (started < list.length && ahead.length < daysAhead) {
        ahead.push(startRead(options, planned, list[started]!, isLastTry));
        started += 1;
      }
      options.onReading(day);
      const read = await ahead.shift()!;
      signal.throwIfAborted();
      if ('error' in read) {
        const error = errorShape(read.error);
        if (error.retryable && !isLastTry) {
          again.push(day);
          options.onPostponed(day);
          continue;
        }
        const { code, message, details } = error;
        await options.onDay(day, {
          state: 'failed',
          problems: [{ code, message, system: options.part.system, day, count: 1, details }],
        });
        if (!hopeless.has(code)) continue;
        for (const rest of list.slice(index + 1))
          await options.onDay(rest, { state: 'failed', problems: [] });
        return error;
      }
      if ('awaits' in read) {
        again.push(day);
        options.onPostponed(day);
        continue;
      }
      if ('unchanged' in read) await writtenAgain(() => options.onDay(day, read.unchanged));
      else await writeDay(options, planned, day, read);
    }
    return undefined;
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

/** What is not there leaves the day for later: then its own system is not read for nothing. */
function othersFirst({ needs, system }: PlannedPart): PlannedPart['needs'] {
  const isOwn = ({ source }: PlannedPart['needs'][number]) => source.system === system;
  return [...needs.filter((need) => !isOwn(need)), ...needs.filter(isOwn)];
}

const mayPass = (error: unknown): boolean => error !== undefined && errorShape(error).retryable;

const writeAttempts = 3;
const writeAgain: ReadonlySet<string> = new Set(['STORE_CONFLICT', 'STORE_BUSY']);

/** Another program may have written one of the days meanwhile: then the comparison is made again, not the read. */
async function writeDay(
  options: PartOptions,
  planned: string | undefined,
  day: Day,
  reads: DayReads,
): Promise<void> {
  await writtenAgain(async () => {
    const { stored, isFinal, ...outcome } = await dayOutcome(options, day, reads);
    if (reads.failed.size > 0) {
      const { problems, changes, counters, rowCounts } = outcome;
      await options.onDay(day, { state: 'failed', problems, values: { changes, counters, rowCounts } });
      return;
    }
    const fetched = reads.fingerprint;
    // What is to be told again, or may be another the next time, is computed again; findings are told once.
    const isSettled = isFinal && outcome.problems.every(isFinding);
    const fingerprint =
      planned !== undefined && fetched !== undefined && isSettled
        ? fingerprintOf([planned, fetched, storedFingerprint(stored)])
        : undefined;
    await options.onDay(day, { ...outcome, fingerprint });
  });
}

/** Writes once more what met another writer. */
async function writtenAgain(write: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await write();
      return;
    } catch (error) {
      if (attempt === writeAttempts || !writeAgain.has(errorShape(error).code)) throw error;
    }
  }
}

/** Never rejects: a read that is under way while the loop ends by another error must not be an unhandled rejection. */
async function startRead(
  options: PartOptions,
  planned: string | undefined,
  day: Day,
  isLastTry: boolean,
): Promise<Read> {
  try {
    const grids = new Map<string, DayGrid>();
    for (const { gridKey, timeZone, intervalMinutes } of options.part.mappings) {
      if (!grids.has(gridKey)) grids.set(gridKey, dayGrid(timeZone, intervalMinutes, day));
    }
    const askedUtc = options.nowUtc();
    const fetchedBy = new Map<string, FetchedDay>();
    const failed = new Map<string, unknown>();
    const given = async <T>(system: string, work: () => Promise<T>): Promise<T | undefined> => {
      try {
        return await work();
      } catch (error) {
        if (system === options.part.system || options.signal.aborted) throw error;
        failed.set(system, error);
        return undefined;
      }
    };
    for (const { source } of othersFirst(options.part)) {
      const reader = options.readers.get(sourceId(source))!;
      const fetched = await given(source.system, () => reader.fetchDay(grids, options.signal));
      if (fetched) fetchedBy.set(sourceId(source), fetched);
      else if (!isLastTry && mayPass(failed.get(source.system))) return { awaits: source.system };
    }
    const fingerprint = () => {
      const prints = [...fetchedBy.values()].map((fetched) => fetched.fingerprint);
      return failed.size === 0 && prints.every((print) => print !== undefined)
        ? fingerprintOf(prints)
        : undefined;
    };
    const unchanged = await unchangedDay(options, planned, fingerprint(), day);
    if (unchanged) return { unchanged };
    const bySource = new Map<string, ReadDay>();
    for (const { source } of options.part.needs) {
      const read = await given(source.system, async () => fetchedBy.get(sourceId(source))?.open());
      if (read) bySource.set(sourceId(source), read);
      else if (!isLastTry && mayPass(failed.get(source.system))) return { awaits: source.system };
    }
    return { grids, bySource, failed, fingerprint: fingerprint(), askedUtc };
  } catch (error) {
    return { error };
  }
}

/**
 * The outcome of a day for which the source gave the very same rows as at the last import, the mappings are the same, and
 * the store holds what that import left there: computing it again would change nothing.
 */
async function unchangedDay(
  { part, store, watermarks, writeNull }: PartOptions,
  planned: string | undefined,
  fetched: string | undefined,
  day: Day,
): Promise<DayOutcome | undefined> {
  const last = watermarks.get(day);
  if (planned === undefined || fetched === undefined || last?.fingerprint === undefined || writeNull) {
    return undefined;
  }
  const stored = await store.readDays(
    part.mappings.map(({ queueId, valueTypeId }) => ({ queueId, valueTypeId, day })),
  );
  const fingerprint = fingerprintOf([planned, fetched, storedFingerprint(stored)]);
  if (fingerprint !== last.fingerprint) return undefined;
  return {
    state: 'done',
    changes: [],
    counters: { rowsRead: last.rowsRead, valuesWritten: 0, valuesUnchanged: last.valueCount },
    problems: [],
    fingerprint,
    rowCounts: last.rowCounts,
  };
}
