/** Figures of one queue and day, in hundredths by interval; undefined where none was computed. */
export type Figures = readonly (number | undefined)[];

export interface BalanceFigures {
  readonly offered: Figures;
  readonly answered: Figures;
  readonly abandoned: Figures;
  /** Calls that were offered and went elsewhere. */
  readonly leaving: readonly Figures[];
  /** Calls that came from elsewhere. */
  readonly arriving: readonly Figures[];
}

export interface Imbalance {
  /** `missing`: offered and never answered or abandoned; `excess`: answered or abandoned and never offered. */
  readonly kind: 'missing' | 'excess';
  /** Sums of the day, in calls. */
  readonly offered: number;
  readonly answered: number;
  readonly abandoned: number;
  readonly difference: number;
  /** The first interval in which the difference arises, and in how many it does. */
  readonly slot: number;
  readonly intervals: number;
}

/** Differences up to so many calls are let pass on a day, */
const toleratedOfDay = 2;
/** so many in a single interval, where a few calls elsewhere are soon a share of all, */
const toleratedOfInterval = 5;
/** and up to this share of the calls. */
const toleratedShare = 0.05;

const hundred = 100;

/**
 * Whether all calls offered on a day are answered, abandoned or elsewhere. A call may be offered in one interval and
 * end in a later one, so intervals are not compared one by one: what counts is how many calls are under way after
 * each. A call is missing where their number rises and does not come down again until the day ends; one too many is
 * where more have ended than were ever offered. Calls wait at midnight too: the last `edge` intervals are not
 * looked at for missing calls, the first ones not for those too many, except in the sum of the day.
 *
 * Intervals in which one of the three figures is not known are left out. To be asked of a day that is over.
 */
export function imbalance(figures: BalanceFigures, edge: number): Imbalance | undefined {
  const { offered, answered, abandoned, leaving, arriving } = figures;
  const sums = { offered: 0, answered: 0, abandoned: 0 };
  const slots = offered.length;
  const missing = new Float64Array(slots);
  const excess = new Float64Array(slots);
  const volume = new Float64Array(slots);
  let differs = false;
  for (let slot = 0; slot < slots; slot += 1) {
    const [come, taken, lost] = [offered[slot], answered[slot], abandoned[slot]];
    if (come === undefined || taken === undefined || lost === undefined) continue;
    sums.offered += come;
    sums.answered += taken;
    sums.abandoned += lost;
    volume[slot] = Math.max(come, taken + lost);
    missing[slot] = come - taken - lost - sumAt(leaving, slot);
    excess[slot] = come - taken - lost + sumAt(arriving, slot);
    differs ||= missing[slot]! > 0 || excess[slot]! < 0;
  }
  if (!differs) return undefined;
  risesThatStay(missing);
  newLows(excess);
  const found = [
    judged('missing', missing, volume, 0, slots - edge),
    judged('excess', excess, volume, edge, slots),
  ].flatMap((one) => one ?? []);
  const worst = found.reduce<(typeof found)[number] | undefined>(
    (most, one) => (most === undefined || one.difference > most.difference ? one : most),
    undefined,
  );
  if (!worst) return undefined;
  return {
    ...worst,
    offered: sums.offered / hundred,
    answered: sums.answered / hundred,
    abandoned: sums.abandoned / hundred,
    difference: worst.difference / hundred,
  };
}

function sumAt(all: readonly Figures[], slot: number): number {
  return all.reduce((sum, figures) => sum + (figures[slot] ?? 0), 0);
}

/** Turns differences by interval into what each adds to the running sum for good. */
function risesThatStay(differences: Float64Array): void {
  const running = runningSum(differences);
  const lowestLater = running;
  for (let slot = lowestLater.length - 2; slot >= 0; slot -= 1) {
    lowestLater[slot] = Math.min(lowestLater[slot]!, lowestLater[slot + 1]!);
  }
  let before = Math.min(0, lowestLater[0] ?? 0);
  for (let slot = 0; slot < differences.length; slot += 1) {
    differences[slot] = Math.max(0, lowestLater[slot]! - before);
    before = lowestLater[slot]!;
  }
}

/** Turns differences by interval into how far each brings the running sum below where it ever was, and below 0. */
function newLows(differences: Float64Array): void {
  const running = runningSum(differences);
  let lowest = 0;
  for (let slot = 0; slot < differences.length; slot += 1) {
    differences[slot] = Math.max(0, lowest - running[slot]!);
    lowest = Math.min(lowest, running[slot]!);
  }
}

function runningSum(differences: Float64Array): Float64Array {
  let sum = 0;
  return differences.map((difference) => {
    sum += difference;
    return sum;
  });
}

/** The day as a whole beyond the tolerance, or else single intervals between `from` and `to`. */
function judged(
  kind: Imbalance['kind'],
  calls: Float64Array,
  volume: Float64Array,
  from: number,
  to: number,
): Pick<Imbalance, 'kind' | 'difference' | 'slot' | 'intervals'> | undefined {
  const all = sumOf(calls);
  const isDay = isBeyond(all, sumOf(volume), toleratedOfDay);
  let difference = 0;
  let intervals = 0;
  let slot = -1;
  for (let at = isDay ? 0 : from; at < (isDay ? calls.length : to); at += 1) {
    if (isDay ? calls[at]! <= 0 : !isBeyond(calls[at]!, volume[at]!, toleratedOfInterval)) continue;
    if (slot < 0) slot = at;
    intervals += 1;
    difference += calls[at]!;
  }
  return intervals === 0 ? undefined : { kind, difference, slot, intervals };
}

function isBeyond(calls: number, ofCalls: number, tolerated: number): boolean {
  return calls > tolerated * hundred && calls > toleratedShare * ofCalls;
}

function sumOf(calls: Float64Array): number {
  return calls.reduce((sum, call) => sum + call, 0);
}
