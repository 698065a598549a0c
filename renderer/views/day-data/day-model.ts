import type { DayData } from '#shared/contract/data.ts';

/** An interval as it is named to a reader. */
export interface IntervalTimes {
  readonly index: number;
  readonly startUtc: string;
  /** `09:15`, wall clock of the queue. */
  readonly start: string;
  /** `09:30`; the start of the next interval, `00:00` for the last one. */
  readonly end: string;
  /** `+02:00`, only where the same wall clock comes twice on this day. */
  readonly offset?: string;
}

export interface IntervalRow extends IntervalTimes {
  readonly value: number | null;
}

export interface DaySummary {
  readonly storedCount: number;
  readonly total: number;
  /** The first interval with the highest value. */
  readonly peak?: IntervalRow;
  /** Decimals that show every stored value of the day in full, at most two. */
  readonly decimals: 0 | 1 | 2;
}

interface IntervalPlace {
  readonly startUtc: string;
  readonly startLocal: string;
  readonly offset: string;
}

/** The names of all intervals of a day, in its order. */
export function intervalTimes(intervals: readonly IntervalPlace[]): IntervalTimes[] {
  const seen = new Map<string, number>();
  for (const { startLocal } of intervals) seen.set(startLocal, (seen.get(startLocal) ?? 0) + 1);
  return intervals.map((interval, index) => ({
    index,
    startUtc: interval.startUtc,
    start: interval.startLocal,
    end: intervals[index + 1]?.startLocal ?? '00:00',
    ...((seen.get(interval.startLocal) ?? 0) > 1 ? { offset: interval.offset } : {}),
  }));
}

export function intervalRows({ intervals }: Pick<DayData, 'intervals'>): IntervalRow[] {
  return intervalTimes(intervals).map((times, index) => ({
    ...times,
    value: intervals[index]?.value ?? null,
  }));
}

export function daySummary(rows: readonly IntervalRow[]): DaySummary {
  let peak: IntervalRow | undefined;
  let total = 0;
  let storedCount = 0;
  let decimals: DaySummary['decimals'] = 0;
  for (const row of rows) {
    if (row.value === null) continue;
    storedCount += 1;
    total += row.value;
    if (peak === undefined || row.value > (peak.value ?? Number.NEGATIVE_INFINITY)) peak = row;
    const hundredths = Math.round(row.value * 100);
    if (hundredths % 10 !== 0) decimals = 2;
    else if (hundredths % 100 !== 0 && decimals === 0) decimals = 1;
  }
  return { storedCount, total: Math.round(total * 100) / 100, decimals, ...(peak ? { peak } : {}) };
}

/**
 * The intervals that get a label under the curve: full hours, as many as fit.
 *
 * The axis counts intervals, not time: on a day of 25 hours both hours `02` have their place and their label, and on
 * one of 23 hours the missing one leaves no hole.
 */
export function hourTicks(rows: readonly Pick<IntervalRow, 'index' | 'start'>[], widthPx: number): number[] {
  const mostLabels = Math.max(2, Math.floor(widthPx / 52));
  const step = [1, 2, 3, 4, 6, 12].find((hours) => 24 / hours <= mostLabels) ?? 12;
  return rows
    .filter((row) => row.start.endsWith(':00') && Number(row.start.slice(0, 2)) % step === 0)
    .map((row) => row.index);
}

/** `offsetDays` away from a day; days are dates, so no zone is involved. */
export function addDays(day: string, offsetDays: number): string {
  return new Date(Date.parse(day) + offsetDays * 86_400_000).toISOString().slice(0, 10);
}
