import { addDays, type Day, parseDay, weekdayOf } from './day.ts';

/** A day, the week it is in (Monday to Sunday), the month it is in. */
export const daySpans = ['day', 'week', 'month'] as const;
export type DaySpan = (typeof daySpans)[number];

export interface Days {
  readonly fromDay: Day;
  /** Included. */
  readonly toDay: Day;
}

/** The days of the span that a day is in. */
export function spanDays(span: DaySpan, day: Day): Days {
  if (span === 'day') return { fromDay: day, toDay: day };
  if (span === 'week') {
    const fromDay = addDays(day, -((weekdayOf(day) + 5) % 7));
    return { fromDay, toDay: addDays(fromDay, 6) };
  }
  const fromDay = parseDay(`${day.slice(0, 7)}-01`);
  const inNextMonth = addDays(fromDay, 31);
  return { fromDay, toDay: addDays(inNextMonth, -Number(inNextMonth.slice(8))) };
}

/** A day of the span before (-1) or after (1): the same weekday, or the first of the month. */
export function stepSpan(span: DaySpan, day: Day, step: -1 | 1): Day {
  if (span === 'day') return addDays(day, step);
  if (span === 'week') return addDays(day, 7 * step);
  const { fromDay, toDay } = spanDays('month', day);
  return step > 0 ? addDays(toDay, 1) : spanDays('month', addDays(fromDay, -1)).fromDay;
}
