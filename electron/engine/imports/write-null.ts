import { XlinkError } from '#shared/rpc/errors.ts';
import type { DayChunk } from '../wfm/packDay.ts';
import { unpackDay } from '../wfm/packDay.ts';
import type { RunRequest, RunWithDays, WfmStore, Zeroing } from '../wfm/store.ts';
import type { FreshMapping } from './write-day.ts';

/** Which stored values may become 0 on the days of a system: what a survey found, and somebody agreed to. */
export interface ZeroConsent {
  /** Whether all of these of a WFM queue, on a day for which the source returned something. */
  readonly covers: (day: string, queueId: number, zeroes: ZeroesOfQueue) => boolean;
  /** On a day for which it returned nothing; undefined: the day was not confirmed, it stays as it is. */
  readonly ofEmptyDay: (day: string) => number | undefined;
}

/** A mapping's values with 0 in place of gaps, and where that is. */
export interface FilledMapping extends FreshMapping {
  /** Interval indices that are 0 for want of a figure. */
  readonly gaps: readonly number[];
}

/** First and last interval of several in a row, by their first instants in epoch seconds. */
export type IntervalRange = readonly [from: number, to: number];

/** Stored values of a WFM queue and day other than 0 that would become 0. */
export interface ZeroesOfQueue {
  readonly count: number;
  /** The gaps they are in, by value type; kept with the survey as they are. */
  readonly gaps: Readonly<Record<number, readonly IntervalRange[]>>;
}

/** What gaps would set to 0 by WFM queue; queues without any are left out. */
export function zeroesByQueue(
  filled: readonly FilledMapping[],
  stored: readonly (DayChunk | undefined)[],
): Map<number, ZeroesOfQueue> {
  const found = new Map<number, ZeroesOfQueue>();
  filled.forEach(({ mapping: { queueId, valueTypeId }, grid, gaps }, index) => {
    const chunk = stored[index];
    if (!chunk || gaps.length === 0) return;
    const isGap = new Set(gaps);
    const ranges: [number, number][] = [];
    let lastSlot = -1;
    let slot = 0;
    let count = 0;
    for (const { startUtc, valueHundredths } of unpackDay(chunk)) {
      while (slot + 1 < grid.starts.length && grid.starts[slot + 1]! <= startUtc) slot += 1;
      if (valueHundredths === 0 || !isGap.has(slot)) continue;
      count += 1;
      const start = grid.starts[slot]!;
      const last = ranges.at(-1);
      if (last && slot <= lastSlot + 1) last[1] = start;
      else ranges.push([start, start]);
      lastSlot = slot;
    }
    if (count === 0) return;
    const former = found.get(queueId);
    found.set(queueId, {
      count: (former?.count ?? 0) + count,
      gaps: { ...former?.gaps, [valueTypeId]: ranges },
    });
  });
  return found;
}

/** Whether the gaps of a survey hold all of these. */
function areWithin(zeroes: ZeroesOfQueue, surveyed: ZeroesOfQueue['gaps'] | undefined): boolean {
  return Object.entries(zeroes.gaps).every(([valueTypeId, ranges]) => {
    const seen = surveyed?.[Number(valueTypeId)] ?? [];
    return ranges.every(([from, to]) => seen.some(([first, last]) => first <= from && to <= last));
  });
}

/** The same mappings with their gaps left as they are. */
export function withoutZeroes(filled: readonly FilledMapping[]): FilledMapping[] {
  return filled.map((mapping) => {
    const isGap = new Set(mapping.gaps);
    const values = mapping.values.map((value, slot) => (isGap.has(slot) ? undefined : value));
    return { ...mapping, values, gaps: [] };
  });
}

/**
 * Refuses a run that would set stored values to 0 which nobody was shown. Throws `WRITE_NULL_UNCONFIRMED`, `RUN_UNKNOWN`.
 */
export async function refuseUnconfirmed(store: WfmStore, request: RunRequest): Promise<void> {
  const { writeNull, dryRun, zeroing } = request;
  if (!writeNull || dryRun) return;
  if (!zeroing) {
    throw unconfirmed(
      'none',
      '"Write null values" sets stored values to 0. Make a dry run with it first, look at what would become 0, and confirm that run.',
    );
  }
  const survey = await store.run(zeroing.surveyRunId);
  const { surveyRunId } = zeroing;
  if (!isSurveyFor(survey, request)) {
    throw unconfirmed(
      'survey',
      `Run ${surveyRunId} does not say what would become 0: it has to be a finished dry run with "write null values" of the same systems and days. Make one.`,
      { surveyRunId },
    );
  }
  const consent = await zeroConsents(store, zeroing);
  for (const { system, day } of zeroing.emptyDays) {
    if (consent(system).ofEmptyDay(day) !== undefined) continue;
    throw unconfirmed(
      'day',
      `Run ${surveyRunId} did not find that ${system} returned nothing for ${day}. Leave that day out, or make the dry run again.`,
      { surveyRunId, system, day },
    );
  }
}

function isSurveyFor(survey: RunWithDays, request: RunRequest): boolean {
  const isFinished = survey.status === 'completed' || survey.status === 'completed-with-problems';
  return (
    survey.dryRun &&
    survey.writeNull &&
    isFinished &&
    survey.stream === request.stream &&
    survey.fromDay <= request.fromDay &&
    survey.toDay >= request.toDay &&
    request.systems.every((system) => survey.systems.includes(system)) &&
    isWithin(request.chosenSystems, survey.chosenSystems)
  );
}

/** A survey of some systems has looked at the mappings they feed, not at all of their owners. */
function isWithin(chosen: readonly string[] | undefined, surveyed: readonly string[] | undefined): boolean {
  return surveyed === undefined || (chosen?.every((name) => surveyed.includes(name)) ?? false);
}

function unconfirmed(variant: string, message: string, details: Record<string, unknown> = {}): XlinkError {
  return new XlinkError('WRITE_NULL_UNCONFIRMED', message, { variant, ...details });
}

/** Without a survey nothing stored becomes 0. */
export const noZeroes: ZeroConsent = { covers: () => false, ofEmptyDay: () => undefined };

const problemsAPage = 5_000;

/** What was agreed to, by system. */
export async function zeroConsents(
  store: WfmStore,
  { surveyRunId, emptyDays }: Zeroing,
): Promise<(system: string) => ZeroConsent> {
  const ofQueue = new Map<string, ZeroesOfQueue['gaps']>();
  const ofDay = new Map<string, number>();
  for (let offset = 0; ; offset += problemsAPage) {
    const { problems, total } = await store.problems(surveyRunId, { limit: problemsAPage, offset });
    for (const {
      code,
      system = '',
      day = '',
      queueId,
      count,
      details: { gaps = {} },
    } of problems) {
      if (code === 'WRITE_NULL_ZEROES')
        ofQueue.set(keyOf(system, day, queueId), gaps as ZeroesOfQueue['gaps']);
      if (code === 'WRITE_NULL_DAY_EMPTY') ofDay.set(keyOf(system, day), count);
    }
    if (offset + problemsAPage >= total) break;
  }
  const confirmed = new Set(emptyDays.map(({ system, day }) => keyOf(system, day)));
  return (system) => ({
    covers: (day, queueId, zeroes) => areWithin(zeroes, ofQueue.get(keyOf(system, day, queueId))),
    ofEmptyDay: (day) => (confirmed.has(keyOf(system, day)) ? ofDay.get(keyOf(system, day)) : undefined),
  });
}

function keyOf(...parts: readonly (string | number | undefined)[]): string {
  return JSON.stringify(parts);
}
