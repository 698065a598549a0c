import type { Day } from '#shared/domain/time/day.ts';
import type { RunProblem } from '../../wfm/store.ts';
import type { PlannedMapping } from '../plan.ts';
import type { FreshMapping } from '../write-day.ts';
import type { Imbalance } from './balance.ts';
import type { Gap } from './gaps.ts';
import type { IdleTime } from './handling-time.ts';
import type { UnusualValue } from './unusual.ts';

/** Whether a problem of a run is what a check says. */
export function isFinding({ code }: Pick<RunProblem, 'code'>): boolean {
  return code.startsWith('CHECK_');
}

/** Whether a finding is about a day of the source as a whole: of those there is one a day at most. */
export function isOfDay({ code }: Pick<RunProblem, 'code'>): boolean {
  return code === 'CHECK_FEWER_ROWS' || code === 'CHECK_SOURCE_INTERVAL';
}

/** What the checks say: each with the numbers it is about, its place and how many intervals it concerns. */

export function unbalanced(offered: FreshMapping, found: Imbalance): RunProblem {
  const { kind, slot, intervals, ...numbers } = found;
  const { queue } = offered.mapping;
  const sums = `${queue}, calls of the day: ${shown(numbers.offered)} offered, ${shown(numbers.answered)} answered, ${shown(numbers.abandoned)} abandoned.`;
  return {
    ...placeOf(offered, slot),
    code: 'CHECK_CALLS_UNBALANCED',
    message:
      kind === 'missing'
        ? `${sums} ${shown(numbers.difference)} of those offered were neither answered nor abandoned. Check the mappings: are calls that overflow, or are put through elsewhere, counted?`
        : `${sums} ${shown(numbers.difference)} more ended than were offered. Check the mappings: is a figure taken twice, or from another queue?`,
    count: intervals,
    details: { variant: kind, queue, ...numbers },
  };
}

export function idleTime(time: FreshMapping, { slot, intervals, value }: IdleTime): RunProblem {
  const { queue, valueType } = time.mapping;
  return {
    ...placeOf(time, slot),
    code: 'CHECK_TIME_WITHOUT_CALLS',
    message: `${queue}, ${valueType}: ${shown(value / 100)} though no call was answered in the hour before and after. Check the sources of both values.`,
    count: intervals,
    details: { queue, valueType, value: value / 100 },
  };
}

export function negative(fresh: FreshMapping, slot: number, intervals: number): RunProblem {
  const { queue, valueType, script } = fresh.mapping;
  const value = fresh.values[slot]! / 100;
  return {
    ...placeOf(fresh, slot),
    code: 'CHECK_VALUE_NEGATIVE',
    message: `${queue}, ${valueType}: ${shown(value)} is below 0. Check ${script ?? 'the sources of the value'}.`,
    ...(script === undefined ? {} : { script }),
    count: intervals,
    details: { queue, valueType, value },
  };
}

export function unusual(fresh: FreshMapping, found: UnusualValue): RunProblem {
  const { queue, valueType } = fresh.mapping;
  const { slot, intervals, ...numbers } = found;
  return {
    ...placeOf(fresh, slot),
    code: 'CHECK_VALUE_UNUSUAL',
    message: `${queue}, ${valueType}: ${shown(numbers.value)}, where the same weekday and time of ${numbers.weeks} former weeks had ${shown(numbers.from)} to ${shown(numbers.to)} (median ${shown(numbers.median)}). If nothing was special about the day, compare with a report of the ACD.`,
    count: intervals,
    details: { queue, valueType, ...numbers },
  };
}

export function gap(fresh: FreshMapping, { slot, intervals, expected }: Gap): RunProblem {
  const { queue } = fresh.mapping;
  const calls = Math.round(expected);
  return {
    ...placeOf(fresh, slot),
    code: 'CHECK_GAP',
    message: `${queue}: the source has no figure in ${intervalsText(intervals)} in which former weeks had about ${calls} calls in all. What is stored stays. Import the day again when the ACD has the figures.`,
    count: intervals,
    details: { queue, intervals, calls },
  };
}

/** Queues of a day that differ from former weeks in the same way. */
export interface OddQueue {
  readonly fresh: FreshMapping;
  readonly slot: number;
  readonly intervals: number;
  /** Of the day, and in former weeks. */
  readonly calls: number;
  readonly median: number;
  readonly weeks: number;
  readonly factor: number;
}

export type OddKind = 'closed' | 'low' | 'doubled';

/** So many queues, and a tenth of all, are told of together: then it is the day or the source, not the queue. */
const toldTogether = 5;

/** @param of all queues that could have been told of */
export function oddQueues(
  system: string,
  kind: OddKind,
  found: readonly OddQueue[],
  of: number,
): RunProblem[] {
  const first = found[0];
  if (first === undefined) return [];
  if (found.length < toldTogether || found.length * 10 < of) return found.map((one) => oddQueue(kind, one));
  const sum = (part: (one: OddQueue) => number) => found.reduce((all, one) => all + part(one), 0);
  const [calls, median] = [Math.round(sum((one) => one.calls)), Math.round(sum((one) => one.median))];
  const { factor } = first;
  const words = {
    closed: `${found.length} of ${of} queues of ${system} have no figure on the day, where former weeks had about ${median} calls in all. What is stored stays. If it was no holiday, import the day again when the ACD has the figures.`,
    low: `${found.length} of ${of} queues of ${system} have far fewer calls on the day: ${calls} in all, where former weeks had about ${median}. If it was no holiday, look at the ACD and import the day again.`,
    doubled: `${found.length} of ${of} queues of ${system} have figures that are all multiples of ${factor}, and ${calls} calls in all, where former weeks had about ${median}. Is each row of the day there ${factor} times?`,
  };
  return [
    {
      system,
      ...placeOf(first.fresh, first.slot),
      code: kind === 'closed' ? 'CHECK_GAP' : 'CHECK_VALUE_UNUSUAL',
      message: words[kind],
      count: sum((one) => one.intervals),
      details: { variant: `${kind}-many`, system, queues: found.length, of, calls, median, factor },
    },
  ];
}

function oddQueue(kind: OddKind, { fresh, slot, intervals, ...numbers }: OddQueue): RunProblem {
  const { queue, valueType } = fresh.mapping;
  if (kind === 'closed') return gap(fresh, { slot, intervals, expected: numbers.median });
  const [calls, median] = [Math.round(numbers.calls), Math.round(numbers.median)];
  const { weeks, factor } = numbers;
  return {
    ...placeOf(fresh, slot),
    code: 'CHECK_VALUE_UNUSUAL',
    message:
      kind === 'low'
        ? `${queue}, ${valueType}: ${calls} on the day, where the same weekday of ${weeks} former weeks had about ${median}. If nothing was special about the day, look at the ACD and import it again.`
        : `${queue}, ${valueType}: every figure of the day is a multiple of ${factor}, and the day has ${calls}, where former weeks had about ${median}. Is each row of the day there ${factor} times?`,
    count: intervals,
    details: { variant: kind, queue, valueType, calls, median, weeks, factor },
  };
}

export function silence(fresh: FreshMapping, { slot, intervals, expected }: Gap): RunProblem {
  const { queue, valueType } = fresh.mapping;
  const calls = Math.round(expected);
  return {
    ...placeOf(fresh, slot),
    code: 'CHECK_VALUE_UNUSUAL',
    message: `${queue}, ${valueType}: 0 in ${intervalsText(intervals)} in which former weeks had about ${calls} calls in all. Compare with a report of the ACD.`,
    count: intervals,
    details: { variant: 'silent', queue, valueType, intervals, calls },
  };
}

export function otherStep(
  system: string,
  { fresh, slot }: IntervalPlace,
  minutes: number,
  before: number,
  known: 'former' | 'section',
): RunProblem {
  return {
    system,
    ...placeOf(fresh, slot),
    code: 'CHECK_SOURCE_INTERVAL',
    message:
      known === 'former'
        ? `${system} has figures every ${minutes} minutes; on the days before it was every ${before} minutes. Was the ACD set to other intervals? Check Interval in the section, and the intervals of the WFM queues.`
        : `${system} has figures every ${minutes} minutes, the section says Interval=${before}. Check which of them is right.`,
    count: 1,
    details: { variant: known, minutes, before },
  };
}

/** `place`: where a stored value has no figure any more, if that is seen. */
export function fewerRows(
  system: string,
  day: Day,
  { rows, before }: { readonly rows: number; readonly before: number },
  place: IntervalPlace | undefined,
): RunProblem {
  return {
    system,
    day,
    ...(place ? placeOf(place.fresh, place.slot) : {}),
    code: 'CHECK_FEWER_ROWS',
    message: `${system} returned ${rows} rows for ${day}, at the last import ${before}. What is stored stays where there is no figure any more. Has the ACD begun to clear the day?`,
    count: before - rows,
    details: { rows, before },
  };
}

/** Stands for what is not said one by one any more; its place is that of the first. */
export function furtherFindings(system: string, first: RunProblem, findings: number): RunProblem {
  const { code, day, queueId, valueTypeId, startUtc } = first;
  return {
    system,
    ...(day === undefined ? {} : { day }),
    ...(queueId === undefined ? {} : { queueId }),
    ...(valueTypeId === undefined ? {} : { valueTypeId }),
    ...(startUtc === undefined ? {} : { startUtc }),
    code,
    message: `${findings} further ${findings === 1 ? 'finding' : 'findings'} of this kind on the day, not told one by one. Begin with the first ones: they often have one cause.`,
    count: findings,
    details: { variant: 'further', findings },
  };
}

/** An interval of a value. */
export interface IntervalPlace {
  readonly fresh: FreshMapping;
  readonly slot: number;
}

/** The first interval of all these values for which `isMeant` holds. */
export function firstPlace(
  all: readonly FreshMapping[],
  isMeant: (fresh: FreshMapping, slot: number) => boolean,
): IntervalPlace | undefined {
  let first: IntervalPlace | undefined;
  const startOf = ({ fresh, slot }: IntervalPlace) => fresh.grid.starts[slot]!;
  for (const fresh of all) {
    const slot = fresh.values.findIndex((_, at) => isMeant(fresh, at));
    if (slot >= 0 && (first === undefined || fresh.grid.starts[slot]! < startOf(first)))
      first = { fresh, slot };
  }
  return first;
}

function placeOf(
  { mapping, grid }: FreshMapping,
  slot: number,
): Pick<RunProblem, 'queueId' | 'valueTypeId' | 'day' | 'startUtc'> {
  const { queueId, valueTypeId }: PlannedMapping = mapping;
  return { queueId, valueTypeId, day: grid.day, startUtc: grid.starts[slot]! };
}

function intervalsText(count: number): string {
  return count === 1 ? '1 interval' : `${count} intervals`;
}

/** As stored, at most two places. */
function shown(value: number): string {
  return String(Math.round(value * 100) / 100);
}
