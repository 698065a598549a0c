import type { DayGrid } from '../imports/day-grid.ts';
import type { SlotValue } from '../wfm/packDay.ts';
import { addTally, noTally, type Tally, tallySteps } from './aggregate.ts';
import { pointsOfDay } from './axis.ts';

/** A day by the queue's own intervals, with what is stored of it. */
export interface ComparedDay {
  readonly grid: DayGrid;
  readonly slots: readonly SlotValue[];
}

/** What two days come to over the intervals that are stored on both: only those can be held against each other. */
export interface Compared {
  readonly now: Tally;
  readonly before: Tally;
}

export const nothingCompared: Compared = { now: noTally, before: noTally };

/** Intervals meet by their wall clock; one that the other day did not have meets none. */
export function compareDays(now: ComparedDay, before: ComparedDay): Compared {
  if (now.slots.length === 0 || before.slots.length === 0) return nothingCompared;
  const nowSteps = tallySteps(now.grid, now.slots);
  const beforeSteps = tallySteps(before.grid, before.slots);
  const partner = partnersOf(now.grid, before.grid);
  let compared = nothingCompared;
  for (const [step, own] of nowSteps.entries()) {
    const other = beforeSteps[partner(step)];
    if (own.count === 0 || other === undefined || other.count === 0) continue;
    compared = addCompared(compared, { now: own, before: other });
  }
  return compared;
}

export function addCompared(one: Compared, other: Compared): Compared {
  return { now: addTally(one.now, other.now), before: addTally(one.before, other.before) };
}

/** The step of the other day with the same wall clock, -1 where there is none. Names are made where clocks changed only. */
function partnersOf(now: DayGrid, before: DayGrid): (step: number) => number {
  if (isEven(now) && isEven(before)) return (step) => step;
  const keys = pointsOfDay(now).map(({ key }) => key);
  const others = new Map(pointsOfDay(before).map(({ key }, step) => [key, step]));
  return (step) => others.get(keys[step]!) ?? -1;
}

function isEven({ startUtc, endUtc, zone }: DayGrid): boolean {
  return endUtc - startUtc === 86_400 && zone.transitionsBetween(startUtc, endUtc).length === 0;
}
