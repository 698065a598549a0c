import { addDays, type Day } from '#shared/domain/time/day.ts';
import { sourceId } from '../../interfaces/call-source.ts';
import { unpackDay } from '../../wfm/packDay.ts';
import type { DayChange, RowCount, RunProblem, Watermark, WfmStore } from '../../wfm/store.ts';
import type { PlannedMapping, PlannedPart } from '../plan.ts';
import { fewerRows } from '../row-count.ts';
import type { FreshMapping } from '../write-day.ts';
import { imbalance } from './balance.ts';
import { type CheckedQueue, checkedQueues, checkedSources, seriesOf } from './checked-part.ts';
import * as findings from './findings.ts';
import { timeWithoutCalls } from './handling-time.ts';
import { formerWeeks, gridPlaces, type History, type Series, seriesHistory } from './history.ts';
import { sourceStepMinutes, storedFresh } from './source-interval.ts';
import { unusualValues } from './unusual.ts';
import { silences, wholeDays } from './whole-days.ts';

/** A day as it was read and computed, compared with the store and not yet written. */
export interface CheckedDay {
  readonly day: Day;
  readonly rowsRead: number;
  /** `rowsRead` by source. */
  readonly rowCounts: readonly RowCount[];
  readonly fresh: readonly FreshMapping[];
  /** Of `fresh`, in its order. */
  readonly changes: readonly DayChange[];
  /** Epoch seconds. */
  readonly nowUtc: number;
}

/** Looks whether what an import brings can be right, see "What the program checks after an import" in the operator's guide. */
export interface ImportChecks {
  /**
   * What is odd about a day: warnings, nothing is held back. To be asked in the order of the days; one that could not be
   * read at first may come later.
   */
  day(checked: CheckedDay): Promise<RunProblem[]>;
}

/** Findings of a code that are told one by one, in a part of a run; of the others there is one entry a day. */
export const toldOneByOne = 500;
/** Calls may begin in one interval and end in another: so far around an interval. */
const edgeMinutes = 60;

/**
 * The checks of a part of a run. They look at what the run changes, and at all of a day where this is the first import
 * since its end: a run that finds everything as it is stored costs next to nothing, and says nothing twice.
 */
export function importChecks(options: {
  readonly store: WfmStore;
  readonly part: PlannedPart;
  /** Ascending. */
  readonly days: readonly Day[];
}): ImportChecks {
  const { store, part, days } = options;
  const { system } = part;
  const queues = checkedQueues(part);
  const sources = checkedSources(part);
  const series = seriesOf(queues);
  const delaySeconds = 60 * Math.max(0, ...part.needs.map(({ source }) => source.delayMinutes));
  const toldOf = new Map<string, number>();
  /** In this run: what is not held any more of them is in the store. */
  const seen = new Set<string>();
  const stepOf = new Map<string, { readonly day: Day; readonly minutes: number }>();
  let begun: Begun | undefined;

  interface Begun {
    readonly history: History;
    /** Days for which anything was imported before. */
    readonly withImport: ReadonlySet<string>;
    /** The last import of the part's days. */
    readonly imported: ReadonlyMap<string, Pick<Watermark, 'importedUtc' | 'rowCounts'>>;
  }

  async function begin(): Promise<Begun> {
    const from = addDays(days[0]!, -7 * formerWeeks);
    const watermarks = await store.watermarks('calls', from, days.at(-1)!);
    const withImport = new Set(watermarks.map((mark) => mark.day));
    return {
      withImport,
      history: seriesHistory({
        store,
        series: [...series.values()],
        mayHaveValues: (day) => withImport.has(day) || seen.has(day),
      }),
      imported: new Map(watermarks.filter((mark) => mark.system === system).map((mark) => [mark.day, mark])),
    };
  }

  async function checkDay(checked: CheckedDay): Promise<RunProblem[]> {
    const { day, rowsRead, rowCounts, fresh, changes, nowUtc } = checked;
    const found: RunProblem[] = [];
    begun ??= await begin();
    const { history, imported } = begun;
    seen.add(day);
    const last = imported.get(day);
    const fewer = last?.rowCounts && fewerRows(rowCounts, last.rowCounts);
    if (fewer) found.push(findings.fewerRows(system, day, fewer, await firstLoss(day, fresh)));
    if (rowsRead === 0) return found;

    const isOver = ({ grid }: FreshMapping) => grid.endUtc + delaySeconds <= nowUtc;
    const isFirstSinceEnd = ({ grid }: FreshMapping) =>
      last === undefined || last.importedUtc < grid.endUtc + delaySeconds;
    const looked = lookedAt(queues, fresh, changes, isOver, isFirstSinceEnd);
    if (looked.changed.length === 0 && looked.queues.length === 0) return found;

    const placesOf = new Map<string, Int16Array>();
    const places = ({ mapping, grid }: FreshMapping) => {
      let known = placesOf.get(mapping.gridKey);
      if (!known) {
        known = gridPlaces(grid);
        placesOf.set(mapping.gridKey, known);
      }
      return known;
    };
    const counted = looked.changed.flatMap((one) => {
      const of = series.get(one.fresh.mapping);
      return of ? [{ ...one, series: of }] : [];
    });
    const whole = looked.queues.flatMap((one) => {
      const of = one.queue.counted && series.get(one.queue.counted);
      const leading = of && one.of(one.queue.counted);
      if (!leading) return [];
      return [{ leading, fresh: one.fresh, series: of }];
    });
    await history.prepare(day, [...new Set<Series>([...counted, ...whole].map((one) => one.series))]);

    for (const { fresh: one, values } of looked.changed) found.push(...negativeValues(one, values));
    const days = wholeDays(
      system,
      whole.map((one) => ({ ...one, places: places(one.leading), former: history.former(one.series, day) })),
    );
    const told = new Set<FreshMapping>();
    for (const one of counted) {
      if (days.told.has(one.fresh.mapping.queueId)) continue;
      const odd = unusualValues(one.values, places(one.fresh), history.former(one.series, day));
      if (!odd) continue;
      found.push(findings.unusual(one.fresh, odd));
      told.add(one.fresh);
    }
    found.push(...days.found, ...silences(days.silent, told));
    for (const one of looked.queues) found.push(...wholeDay(one));
    found.push(...(await sourceSteps(day, fresh, looked.queues)));
    // A day that was there already is read when it is asked for: what is computed may be only some of it.
    for (const one of counted) {
      if (one.change.before === undefined) history.keep(one.series, day, one.fresh.values, places(one.fresh));
    }
    return found;
  }

  /** The first interval of which a value is stored and the source has no figure any more. */
  async function firstLoss(day: Day, fresh: readonly FreshMapping[]) {
    const now = new Map(fresh.map(({ mapping, values }) => [mapping, values]));
    const looked = fresh.length === 0 ? part.mappings : fresh.map(({ mapping }) => mapping);
    return findings.firstPlace(
      await storedFresh(store, looked, day),
      ({ mapping, values }, slot) => values[slot] !== undefined && now.get(mapping)?.[slot] === undefined,
    );
  }

  async function sourceSteps(
    day: Day,
    fresh: readonly FreshMapping[],
    whole: readonly LookedQueue[],
  ): Promise<RunProblem[]> {
    if (whole.length === 0) return [];
    const found: RunProblem[] = [];
    for (const { source, mappings } of sources) {
      const given = fresh.filter(({ mapping }) => mappings.has(mapping));
      const minutes = sourceStepMinutes(given);
      const place = findings.firstPlace(given, ({ values }, slot) => values[slot] !== undefined);
      if (minutes === undefined || place === undefined) continue;
      const id = sourceId(source);
      const known = stepOf.get(id) ?? (await storedStep(mappings, day));
      // A day that comes later than its turn is not compared.
      if (known !== undefined && known.day > day) continue;
      stepOf.set(id, { day, minutes });
      if (known !== undefined && known.day < day) {
        if (known.minutes !== minutes)
          found.push(findings.otherStep(system, place, minutes, known.minutes, 'former'));
        continue;
      }
      const said = source.intervalColumn === undefined ? source.intervalMinutes : undefined;
      const finest = Math.min(...[...mappings].map((mapping) => mapping.intervalMinutes));
      if (said !== undefined && minutes > Math.max(said, finest))
        found.push(findings.otherStep(system, place, minutes, said, 'section'));
    }
    return found;
  }

  /** What earlier runs, or the part of this one before it broke off, stored of the week before. */
  async function storedStep(
    mappings: ReadonlySet<PlannedMapping>,
    day: Day,
  ): Promise<{ readonly day: Day; readonly minutes: number } | undefined> {
    for (let back = 1; back <= 7; back += 1) {
      const former = addDays(day, -back);
      if (begun?.withImport.has(former) !== true) continue;
      const minutes = sourceStepMinutes(await storedFresh(store, [...mappings], former));
      if (minutes !== undefined) return { day: former, minutes };
    }
    return undefined;
  }

  /** So that a source that is wrong all along does not fill the store with the same words. */
  function bounded(found: readonly RunProblem[]): RunProblem[] {
    const further: RunProblem[] = [];
    const shown = found.filter((problem) => {
      const { code } = problem;
      if (findings.isOfDay(problem)) return true;
      const before = toldOf.get(code) ?? 0;
      if (before >= toldOneByOne) further.push(problem);
      else toldOf.set(code, before + 1);
      return before < toldOneByOne;
    });
    const byCode = Map.groupBy(further, ({ code }) => code);
    return [
      ...shown,
      ...[...byCode.values()].map((all) => findings.furtherFindings(system, all[0]!, all.length)),
    ];
  }

  return { day: async (checked) => bounded(await checkDay(checked)) };
}

/** A value that the run changes. */
interface LookedValue {
  readonly fresh: FreshMapping;
  readonly change: DayChange;
  /** Those of `fresh` that differ from what is stored. */
  readonly values: readonly (number | undefined)[];
}

/** A queue whose day is over and is looked at as a whole. */
interface LookedQueue {
  readonly queue: CheckedQueue;
  readonly fresh: readonly FreshMapping[];
  readonly of: (mapping: FreshMapping['mapping'] | undefined) => FreshMapping | undefined;
}

function lookedAt(
  queues: readonly CheckedQueue[],
  fresh: readonly FreshMapping[],
  changes: readonly DayChange[],
  isOver: (fresh: FreshMapping) => boolean,
  isFirstSinceEnd: (fresh: FreshMapping) => boolean,
): { changed: LookedValue[]; queues: LookedQueue[] } {
  const changed: LookedValue[] = [];
  const changedQueues = new Set<number>();
  let next = 0;
  for (const one of fresh) {
    const change = changes[next];
    const { queueId, valueTypeId } = one.mapping;
    if (change?.queueId !== queueId || change.valueTypeId !== valueTypeId) continue;
    next += 1;
    changed.push({ fresh: one, change, values: newValues(one, change) });
    changedQueues.add(queueId);
  }
  const whole = fresh.filter(
    (one) => isOver(one) && (changedQueues.has(one.mapping.queueId) || isFirstSinceEnd(one)),
  );
  if (whole.length === 0) return { changed, queues: [] };
  const byMapping = new Map(whole.map((one) => [one.mapping, one]));
  const of: LookedQueue['of'] = (mapping) => mapping && byMapping.get(mapping);
  return {
    changed,
    queues: queues.flatMap((queue) => {
      const ofQueue = queue.mappings.flatMap((mapping) => of(mapping) ?? []);
      return ofQueue.length === 0 ? [] : [{ queue, fresh: ofQueue, of }];
    }),
  };
}

function newValues({ grid, values }: FreshMapping, { before }: DayChange): LookedValue['values'] {
  if (!before) return values;
  const stored = new Map(unpackDay(before).map((slot) => [slot.startUtc, slot.valueHundredths]));
  return values.map((value, slot) => (stored.get(grid.starts[slot]!) === value ? undefined : value));
}

function negativeValues(fresh: FreshMapping, values: LookedValue['values']): RunProblem[] {
  let first = -1;
  let count = 0;
  for (let slot = 0; slot < values.length; slot += 1) {
    if (values[slot] === undefined || values[slot]! >= 0) continue;
    if (first < 0) first = slot;
    count += 1;
  }
  return count === 0 ? [] : [findings.negative(fresh, first, count)];
}

function wholeDay({ queue, of }: LookedQueue): RunProblem[] {
  const found: RunProblem[] = [];
  const [offered, answered, abandoned] = [of(queue.offered), of(queue.answered), of(queue.abandoned)];
  if (offered && answered && abandoned) {
    const valuesOf = (mappings: CheckedQueue['mappings']) =>
      mappings.flatMap((mapping) => {
        const fresh = of(mapping);
        return fresh ? [fresh.values] : [];
      });
    const odd = imbalance(
      {
        offered: offered.values,
        answered: answered.values,
        abandoned: abandoned.values,
        leaving: valuesOf(queue.leaving),
        arriving: valuesOf(queue.arriving),
      },
      edgeOf(offered),
    );
    if (odd) found.push(findings.unbalanced(offered, odd));
  }
  if (answered) {
    for (const mapping of queue.handling) {
      const time = of(mapping);
      const idle = time && timeWithoutCalls(time.values, answered.values, edgeOf(time));
      if (idle) found.push(findings.idleTime(time, idle));
    }
  }
  return found;
}

function edgeOf({ grid }: FreshMapping): number {
  return Math.ceil(edgeMinutes / grid.intervalMinutes);
}
