import { type FormerDays, noFigure } from './history.ts';
import { leastWeeks, medianOfAll } from './unusual.ts';

/** A day that is not like former ones as a whole; all in calls. */
export interface OddDay {
  /** `low`: far fewer calls; `doubled`: every figure is a multiple of `factor`, as when rows are there several times. */
  readonly kind: 'low' | 'doubled';
  /** The first interval with a figure, and how many there are. */
  readonly slot: number;
  readonly intervals: number;
  readonly calls: number;
  /** Of the former weeks, over the intervals that have a figure. */
  readonly median: number;
  readonly weeks: number;
  readonly factor: number;
}

/** Days of fewer calls come about by chance. */
const leastCalls = 50;
/** A day is low below this share of the median, and half of the least former one. */
const lowShare = 0.3;
/** So many figures are all even once in a million days. */
const leastFigures = 20;
const doubledShare = 1.5;

/**
 * Whether a day differs as a whole from the same weekday of the former weeks. Twice the calls alone are no news: there are
 * campaigns. Figures that are all even, where those of former weeks are not, are rows that came twice.
 *
 * @param values hundredths by interval
 * @param places where each interval is found in the former days; -1: nowhere
 */
export function oddDay(
  values: readonly (number | undefined)[],
  places: ArrayLike<number>,
  days: FormerDays,
): OddDay | undefined {
  const weeks = days.offsets.length;
  if (weeks === 0) return undefined;
  const formerSums = new Float64Array(weeks);
  let first = -1;
  let intervals = 0;
  let calls = 0;
  let figures = 0;
  let factor = 0;
  for (let slot = 0; slot < values.length; slot += 1) {
    const value = values[slot];
    if (value === undefined) continue;
    const count = value / 100;
    if (count !== 0) {
      figures += 1;
      factor = Number.isInteger(count) && count > 0 ? commonDivisor(count, factor) : 1;
    }
    const place = places[slot]!;
    if (place < 0) continue;
    if (first < 0) first = slot;
    intervals += 1;
    calls += count;
    for (let week = 0; week < weeks; week += 1) {
      const figure = days.figures[days.offsets[week]! + place]!;
      if (figure !== noFigure) formerSums[week]! += figure;
    }
  }
  if (first < 0) return undefined;
  const median = medianOfAll(formerSums);
  const found = { slot: first, intervals, calls, median, weeks, factor };
  if (isLow(calls, median, formerSums)) return { kind: 'low', ...found };
  const isDoubled =
    factor > 1 &&
    figures >= leastFigures &&
    calls >= doubledShare * median &&
    // Where that is always so the figures are of another kind.
    formerDivisor(days, places) % factor !== 0;
  return isDoubled ? { kind: 'doubled', ...found } : undefined;
}

function isLow(calls: number, median: number, sums: Float64Array): boolean {
  return (
    sums.length >= leastWeeks &&
    median >= leastCalls &&
    calls < lowShare * median &&
    calls < Math.min(...sums) / 2
  );
}

/** The greatest common divisor of all figures of the former days; 0 where there are none. */
function formerDivisor({ figures, offsets }: FormerDays, places: ArrayLike<number>): number {
  let divisor = 0;
  for (const offset of offsets) {
    for (let slot = 0; slot < places.length && divisor !== 1; slot += 1) {
      const figure = places[slot]! < 0 ? noFigure : figures[offset + places[slot]!]!;
      if (figure !== noFigure && figure !== 0) divisor = commonDivisor(figure, divisor);
    }
  }
  return divisor;
}

function commonDivisor(one: number, other: number): number {
  return other === 0 ? one : commonDivisor(other, one % other);
}
