import type { Day } from '#shared/domain/time/day.ts';
import { minutesOfDay } from '#shared/domain/time/interval.ts';
import { unpackDay } from '../../wfm/packDay.ts';
import type { WfmStore } from '../../wfm/store.ts';
import { dayGrid } from '../day-grid.ts';
import type { PlannedMapping } from '../plan.ts';
import type { FreshMapping } from '../write-day.ts';

/** With fewer intervals that have a figure the step between them may be chance. */
const leastIntervals = 12;

/**
 * The minutes a source counts in, as far as its figures show: the longest step that all intervals with a figure lie
 * on, at most an hour. Undefined where there are too few. Steps below the intervals of the WFM queues cannot be seen.
 *
 * @param fresh mappings of that source only, of one day
 */
export function sourceStepMinutes(fresh: readonly FreshMapping[]): number | undefined {
  const finest = Math.min(...fresh.map(({ grid }) => grid.intervalMinutes));
  const grids = new Map<string, { readonly one: FreshMapping; readonly hasFigure: Uint8Array }>();
  for (const one of fresh) {
    const { grid, mapping, values } = one;
    if (grid.intervalMinutes !== finest) continue;
    let found = grids.get(mapping.gridKey);
    if (!found) {
      found = { one, hasFigure: new Uint8Array(values.length) };
      grids.set(mapping.gridKey, found);
    }
    const { hasFigure } = found;
    for (let slot = 0; slot < values.length; slot += 1) if (values[slot] !== undefined) hasFigure[slot] = 1;
  }
  let step = 60;
  let intervals = 0;
  for (const { one, hasFigure } of grids.values()) {
    for (let slot = 0; slot < hasFigure.length; slot += 1) {
      if (hasFigure[slot] === 0) continue;
      intervals += 1;
      if (step > finest) step = commonDivisor(minutesOfDay(one.grid.zone, one.grid.starts[slot]!), step);
    }
  }
  return intervals < leastIntervals || step < finest ? undefined : step;
}

/** A stored day in the form of one that is computed. */
export async function storedFresh(
  store: WfmStore,
  mappings: readonly PlannedMapping[],
  day: Day,
): Promise<FreshMapping[]> {
  const grids = new Map(
    mappings.map(({ gridKey, timeZone, intervalMinutes }) => [gridKey, { timeZone, intervalMinutes }]),
  );
  const gridOf = new Map(
    [...grids].map(([key, { timeZone, intervalMinutes }]) => [key, dayGrid(timeZone, intervalMinutes, day)]),
  );
  const stored = await store.readDays(
    mappings.map(({ queueId, valueTypeId }) => ({ queueId, valueTypeId, day })),
  );
  return mappings.map((mapping, index) => {
    const grid = gridOf.get(mapping.gridKey)!;
    const chunk = stored[index];
    const values = new Map(
      chunk ? unpackDay(chunk).map((slot) => [slot.startUtc, slot.valueHundredths]) : [],
    );
    return { mapping, grid, values: grid.starts.map((start) => values.get(start)) };
  });
}

function commonDivisor(one: number, other: number): number {
  return one === 0 ? other : commonDivisor(other % one, one);
}
