import { type FormerDays, noFigure } from './history.ts';

export interface UnusualValue {
  /** The first interval, and how many there are. */
  readonly slot: number;
  readonly intervals: number;
  /** All in calls. */
  readonly value: number;
  readonly median: number;
  readonly from: number;
  readonly to: number;
  readonly weeks: number;
}

/** With fewer former weeks nothing is said. */
export const leastWeeks = 4;
/** So many calls beside all that was before are let pass whatever their share, */
export const toleratedStep = 10;
/** and so many times what the former weeks scatter, */
const toleratedScatter = 6;
/**
 * which is at least what chance does to calls (the root of their number), and to days (this share of them), together: few
 * weeks may be alike by chance. The median of few calls is a rough guess itself.
 */
const leastScatterShare = 0.15;
const leastVariance = 4;
/** Makes the median of distances comparable with a standard deviation. */
const medianToDeviation = 1.4826;

const former = new Float64Array(8);

/**
 * Values far from those of the same weekday and time in the former weeks: outside all of them by more than 10 calls,
 * and farther from their median than 6 times their scatter. Median and median distance, so that a single odd week
 * neither makes nor hides anything.
 *
 * @param values hundredths by interval; undefined: not to be looked at
 * @param places where each interval is found in the former days; -1: nowhere
 */
export function unusualValues(
  values: readonly (number | undefined)[],
  places: ArrayLike<number>,
  days: FormerDays,
): UnusualValue | undefined {
  if (days.offsets.length < leastWeeks) return undefined;
  let found: UnusualValue | undefined;
  for (let slot = 0; slot < values.length; slot += 1) {
    const value = values[slot];
    const place = places[slot]!;
    if (value === undefined || place < 0) continue;
    const calls = value / 100;
    if (isNearOne(calls, days, place)) continue;
    const { from, to, weeks } = rangeAt(days, place);
    if (weeks < leastWeeks) continue;
    if (calls <= to + toleratedStep && calls >= from - toleratedStep) continue;
    const median = medianAt(days, place);
    if (Math.abs(calls - median) <= toleratedScatter * scatterAt(days, place, median)) continue;
    found = found
      ? { ...found, intervals: found.intervals + 1 }
      : { slot, intervals: 1, value: calls, median, from, to, weeks };
  }
  return found;
}

/** What is near one of the former weeks is not outside of them: nearly all values end here. */
function isNearOne(calls: number, { figures, offsets }: FormerDays, place: number): boolean {
  for (let at = 0; at < offsets.length; at += 1) {
    const step = calls - figures[offsets[at]! + place]!;
    if (step <= toleratedStep && step >= -toleratedStep) return true;
  }
  return false;
}

function rangeAt(
  { figures, offsets }: FormerDays,
  place: number,
): { readonly from: number; readonly to: number; readonly weeks: number } {
  let from = noFigure;
  let to = 0;
  let weeks = 0;
  for (const offset of offsets) {
    const figure = figures[offset + place]!;
    if (figure === noFigure) continue;
    from = Math.min(from, figure);
    to = Math.max(to, figure);
    weeks += 1;
  }
  return { from, to, weeks };
}

/** Of the figures there are; 0 where there are none. With `missing` the days without a figure count as that. */
export function medianAt(days: FormerDays, place: number, missing?: number): number {
  let count = 0;
  for (const offset of days.offsets) {
    const figure = days.figures[offset + place]!;
    if (figure !== noFigure) former[count++] = figure;
    else if (missing !== undefined) former[count++] = missing;
  }
  return medianOf(count);
}

function scatterAt(days: FormerDays, place: number, median: number): number {
  let count = 0;
  for (const offset of days.offsets) {
    const figure = days.figures[offset + place]!;
    if (figure !== noFigure) former[count++] = Math.abs(figure - median);
  }
  const least = median + (leastScatterShare * median) ** 2 + leastVariance;
  return Math.max(medianToDeviation * medianOf(count), Math.sqrt(least));
}

export function medianOfAll(figures: ArrayLike<number>): number {
  for (let at = 0; at < figures.length; at += 1) former[at] = figures[at]!;
  return medianOf(figures.length);
}

/** The median of the first `count` of `former`, which it sorts. */
function medianOf(count: number): number {
  if (count === 0) return 0;
  for (let at = 1; at < count; at += 1) {
    const figure = former[at]!;
    let to = at;
    while (to > 0 && former[to - 1]! > figure) {
      former[to] = former[to - 1]!;
      to -= 1;
    }
    former[to] = figure;
  }
  const middle = count >> 1;
  return count % 2 === 1 ? former[middle]! : (former[middle - 1]! + former[middle]!) / 2;
}
