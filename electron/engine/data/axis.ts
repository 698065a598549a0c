import type { DataPoint } from '#shared/contract/data.ts';
import { utcToLocal } from '#shared/domain/time/zone.ts';
import { localClock, offsetText, utcText } from '../home/time-text.ts';
import type { DayGrid } from '../imports/day-grid.ts';

/** A point of a chart; `key` is the same for the same wall clock, whatever the day and the zone. */
export interface AxisPoint extends DataPoint {
  readonly key: string;
}

/** The steps of a day as points. The repeated hour is there twice: its second time has keys of its own. */
export function pointsOfDay(grid: DayGrid): AxisPoint[] {
  const seen = new Set<string>();
  return grid.starts.map((start) => {
    const place = placeOf(grid, start);
    const key = seen.has(place.startLocal) ? `${place.startLocal} again` : place.startLocal;
    seen.add(key);
    return { key, ...place };
  });
}

/** A day as one point; it begins at midnight save where the clock jumped over it. */
export function pointOfDay(grid: DayGrid): AxisPoint {
  return { key: 'day', ...placeOf(grid, grid.startUtc) };
}

function placeOf({ zone, day }: DayGrid, startUtc: number): DataPoint {
  return {
    day,
    startUtc: utcText(startUtc),
    startLocal: localClock(utcToLocal(zone, startUtc)),
    offset: offsetText(zone.offsetSecondsAt(startUtc)),
  };
}

/** Lays days of several zones over each other: every wall clock once, in an order that holds for each of them. */
export function mergePoints(days: readonly (readonly AxisPoint[])[]): AxisPoint[] {
  const [first = [], ...others] = new Set(days);
  return others.reduce<AxisPoint[]>(mergeTwo, [...first]);
}

function mergeTwo(one: readonly AxisPoint[], other: readonly AxisPoint[]): AxisPoint[] {
  const inOther = new Set(other.map(({ key }) => key));
  const taken = new Set<string>();
  const merged: AxisPoint[] = [];
  const take = (point: AxisPoint) => {
    if (taken.has(point.key)) return;
    taken.add(point.key);
    merged.push(point);
  };
  const ofOne = new Map(one.map((point) => [point.key, point]));
  let next = 0;
  for (const point of one) {
    if (inOther.has(point.key) && !taken.has(point.key)) {
      while (other[next]!.key !== point.key) {
        const skipped = other[next++]!;
        take(ofOne.get(skipped.key) ?? skipped);
      }
      next += 1;
    }
    take(point);
  }
  for (const point of other.slice(next)) take(point);
  return merged;
}
