import type { Day } from '#shared/domain/time/day.ts';
import { errorShape } from '#shared/rpc/errors.ts';
import type { DayChunk } from '../wfm/packDay.ts';
import type { DayOutcome, RowCount, WfmStore } from '../wfm/store.ts';
import { noteProblems } from './bucket-problems.ts';
import type { ImportChecks } from './checks/import-checks.ts';
import { computeDay } from './compute.ts';
import type { DayGrid } from './day-grid.ts';
import type { PlannedMapping, PlannedPart, PlannedSource } from './plan.ts';
import { collectProblems, type ProblemCollector } from './problems.ts';
import type { ReadDay } from './read-day.ts';
import type { ScriptLog } from './script-log.ts';
import { diffDay, readStored } from './write-day.ts';
import { type FilledMapping, withoutZeroes, type ZeroConsent, zeroesByQueue } from './write-null.ts';

/** What the computation of a day depends on besides its rows. */
export interface DayOptions {
  readonly part: PlannedPart;
  readonly store: WfmStore;
  readonly writeNull: boolean;
  /** With "write null values": what may become 0. Undefined: the run is a survey, which says how much would. */
  readonly zeroes?: ZeroConsent | undefined;
  /** Takes what the scripts print. */
  readonly printed: ScriptLog;
  readonly checks: ImportChecks;
}

/** What was read for one day of a part. */
export interface DayReads {
  readonly grids: ReadonlyMap<string, DayGrid>;
  /** By `sourceId`. */
  readonly bySource: ReadonlyMap<string, ReadDay>;
  /** Other systems that could not be read: the mappings they feed are left out, the rest goes on. */
  readonly failed: ReadonlyMap<string, unknown>;
  /** Stands for all that the sources gave; undefined where that is not known. */
  readonly fingerprint: string | undefined;
  /**
   * Epoch seconds, before the first source was asked. Intervals that had not been over for the delay of their sources by then
   * are not taken.
   */
  readonly askedUtc: number;
}

/** The outcome of a day, and what stands for it. */
export interface ComputedOutcome extends Extract<DayOutcome, { state: 'done' }> {
  /** What is stored of each mapping once the changes are, in their order. */
  readonly stored: readonly (DayChunk | undefined)[];
  /** Every mapping was computed, and every interval of the day is over: the same rows would give the same again. */
  readonly isFinal: boolean;
}

/** Computes a day from what was read and compares it with the store; writes nothing. */
export async function dayOutcome(options: DayOptions, day: Day, reads: DayReads): Promise<ComputedOutcome> {
  const { part, store } = options;
  const problems = collectProblems();
  const rowCounts: RowCount[] = [];
  let rowsRead = 0;
  for (const [source, read] of reads.bySource) {
    rowsRead += read.buckets.rowsRead;
    rowCounts.push({ source, ...read.counting, rows: read.buckets.rowsRead });
    noteProblems(read.buckets.notes, read.source, day, problems);
  }
  for (const [system, error] of reads.failed) {
    const { code, message, details } = errorShape(error);
    problems.add({
      code,
      message: `${message} Values fed by ${system} too were left out: resume the run when it can be read.`,
      system,
      day,
      details: { ...details, effect: 'values-left-out' },
    });
  }
  const isEmpty = rowsRead === 0;
  if (isEmpty && !options.writeNull) {
    const odd = await options.checks.day({
      day,
      rowsRead,
      rowCounts,
      fresh: [],
      changes: [],
      nowUtc: reads.askedUtc,
    });
    return {
      state: 'done',
      changes: [],
      counters: { rowsRead, valuesWritten: 0, valuesUnchanged: 0 },
      problems: [...problems.take(), ...odd].map((problem) => ({ system: part.system, ...problem })),
      rowCounts,
      stored: [],
      isFinal: false,
    };
  }
  const nowUtc = reads.askedUtc;
  let isFinal = true;
  const whole = isEmpty
    ? part.mappings.filter(({ sources }) => sources.every(({ sourceId: id }) => reads.bySource.has(id)))
    : part.mappings.filter((mapping) => hasAllSources(mapping, reads, day, problems));
  const fresh = whole.map((mapping): FilledMapping => {
    const grid = reads.grids.get(mapping.gridKey)!;
    const sources = mapping.sources.map((source) => {
      const { source: of, buckets, queueIndex, place } = reads.bySource.get(source.sourceId)!;
      const figures = buckets.figures(mapping.gridKey, queueIndex(source.path), place(source.valueType.name));
      return { figures, dividedUntil: buckets.dividedUntilUtc(mapping.gridKey), delay: of.delayMinutes };
    });
    const paras = sources.map(({ figures }) => figures);
    const computed = computeDay(mapping, grid, paras, problems, options.printed);
    const overUtc = nowUtc - 60 * Math.max(...sources.map(({ delay }) => delay));
    const divided = sources.flatMap(({ dividedUntil }) => (dividedUntil ? [dividedUntil] : []));
    const fillsGaps =
      options.writeNull && mapping.sources.every((source) => isReadable(source, reads, isEmpty));
    const gaps: number[] = [];
    const values = computed.map((value, slot) => {
      let endUtc = grid.starts[slot + 1] ?? grid.endUtc;
      // A row that is divided has its figures when it is over itself.
      for (const until of divided) endUtc = Math.max(endUtc, until[slot]!);
      if (endUtc > overUtc) isFinal = false;
      if (endUtc > overUtc || value === null) return undefined;
      if (value !== undefined || !fillsGaps) return value;
      gaps.push(slot);
      return 0;
    });
    return { mapping, grid, values, gaps };
  });
  const found = await readStored(store, fresh);
  const agreed = options.writeNull ? agreedZeroes(options, { day, isEmpty }, fresh, found, problems) : fresh;
  const { changes, stored, valuesWritten, valuesUnchanged } = diffDay(agreed, found);
  // What was filled in is not looked at: the source did not give it.
  const given = options.writeNull ? withoutZeroes(fresh) : fresh;
  const odd = await options.checks.day({ day, rowsRead, rowCounts, fresh: given, changes, nowUtc });
  return {
    state: 'done',
    changes,
    counters: { rowsRead, valuesWritten, valuesUnchanged },
    problems: [...problems.take(), ...odd].map((problem) => ({ system: part.system, ...problem })),
    rowCounts,
    stored,
    isFinal: isFinal && whole.length === part.mappings.length && !options.writeNull,
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
      message: `${system} returned nothing for ${day}. Values it feeds together with other systems stay as they were. Look at that system, then import the day again.`,
      system,
      day,
    });
    return false;
  }
  return true;
}

/**
 * What of the zeros is written. Nothing at all is no zero: what is stored of such a day stays unless it was confirmed. A day
 * in which more would become 0 than was agreed to gets none.
 */
function agreedZeroes(
  { part: { system }, zeroes }: DayOptions,
  { day, isEmpty }: { readonly day: Day; readonly isEmpty: boolean },
  fresh: readonly FilledMapping[],
  stored: readonly (DayChunk | undefined)[],
  problems: ProblemCollector,
): readonly FilledMapping[] {
  const found = zeroesByQueue(fresh, stored);
  const all = [...found.values()].reduce((sum, { count }) => sum + count, 0);
  const agreedToEmpty = zeroes?.ofEmptyDay(day);
  if (isEmpty && agreedToEmpty === undefined) {
    const message = `${system} returned nothing for ${day}. No value was set to 0, what is stored stays. If the day really had no calls, confirm it before the import.`;
    problems.add({ code: 'WRITE_NULL_DAY_EMPTY', message, system, day }, all);
    return withoutZeroes(fresh);
  }
  if (!zeroes) {
    for (const [queueId, { count, gaps }] of found) {
      const message = `${count} stored ${count === 1 ? 'value' : 'values'} of ${day} would become 0. Look at them before you confirm the import.`;
      problems.add({ code: 'WRITE_NULL_ZEROES', message, system, queueId, day, details: { gaps } }, count);
    }
    return fresh;
  }
  const isAgreed = isEmpty
    ? all <= agreedToEmpty!
    : [...found].every(([queueId, ofQueue]) => zeroes.covers(day, queueId, ofQueue));
  if (isAgreed) return fresh;
  const message = `More or other stored values of ${day} would become 0 than were confirmed. None was set to 0: make the dry run again.`;
  problems.add({ code: 'WRITE_NULL_CHANGED', message, system, day }, all);
  return withoutZeroes(fresh);
}

/**
 * Whether an interval without a figure is one without calls: not where figures were there and could not be read, nor, but on a
 * day without any row, where this source gave none.
 */
function isReadable({ sourceId: id, valueType }: PlannedSource, reads: DayReads, isEmpty: boolean): boolean {
  const { notes, rowsRead } = reads.bySource.get(id)!.buckets;
  const isPlaced = notes.unreadableStamps + notes.unknownZoneRows + notes.unmatchedRows === 0;
  return (isEmpty || rowsRead > 0) && isPlaced && !notes.notNumbers.has(valueType.name);
}
