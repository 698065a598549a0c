import type { Span } from '#shared/contract/data.ts';
import { addDays, type Day, parseDay, weekdayOf } from '#shared/domain/time/day.ts';

export interface Days {
  readonly fromDay: Day;
  readonly toDay: Day;
}

/** The days of the span a day is in: itself, Monday to Sunday, or its month. */
export function spanDays(span: Span, day: Day): Days {
  if (span === 'day') return { fromDay: day, toDay: day };
  if (span === 'week') {
    const fromDay = addDays(day, -((weekdayOf(day) + 5) % 7));
    return { fromDay, toDay: addDays(fromDay, 6) };
  }
  const fromDay = parseDay(`${day.slice(0, 7)}-01`);
  const inNextMonth = addDays(fromDay, 31);
  return { fromDay, toDay: addDays(inNextMonth, -Number(inNextMonth.slice(8))) };
}

/**
 * Minutes of a point: intervals for a day, hours for a week, days (null) for a month. Queues of different intervals meet
 * in the shortest step that holds whole ones of each.
 */
export function stepMinutesOf(span: Span, intervalsMinutes: readonly number[]): number | null {
  if (span === 'month') return null;
  return span === 'week' ? 60 : intervalsMinutes.reduce(leastCommonMultiple, 1);
}

export function leastCommonMultiple(a: number, b: number): number {
  let [greater, smaller] = [a, b];
  while (smaller !== 0) [greater, smaller] = [smaller, greater % smaller];
  return (a / greater) * b;
}
