import type { DaySpan } from '#shared/domain/time/day-span.ts';

/**
 * Minutes of a point: intervals for a day, hours for a week, days (null) for a month. Queues of different intervals meet
 * in the shortest step that holds whole ones of each.
 */
export function stepMinutesOf(span: DaySpan, intervalsMinutes: readonly number[]): number | null {
  if (span === 'month') return null;
  return span === 'week' ? 60 : intervalsMinutes.reduce(leastCommonMultiple, 1);
}

export function leastCommonMultiple(a: number, b: number): number {
  let [greater, smaller] = [a, b];
  while (smaller !== 0) [greater, smaller] = [smaller, greater % smaller];
  return (a / greater) * b;
}
