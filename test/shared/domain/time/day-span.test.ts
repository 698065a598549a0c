import { expect, it } from 'vitest';
import { parseDay } from '#shared/domain/time/day.ts';
import { type DaySpan, spanDays, stepSpan } from '#shared/domain/time/day-span.ts';

const days = (span: DaySpan, day: string) => {
  const { fromDay, toDay } = spanDays(span, parseDay(day));
  return `${fromDay}..${toDay}`;
};

it('a span is the day, its week from Monday to Sunday, or its month', () => {
  expect(days('day', '2026-03-29')).toBe('2026-03-29..2026-03-29');
  expect(days('week', '2026-03-29')).toBe('2026-03-23..2026-03-29');
  expect(days('week', '2026-03-23')).toBe('2026-03-23..2026-03-29');
  expect(days('month', '2026-02-28')).toBe('2026-02-01..2026-02-28');
  expect(days('month', '2028-02-10')).toBe('2028-02-01..2028-02-29');
  expect(days('month', '2026-12-31')).toBe('2026-12-01..2026-12-31');
});

it('the span before or after begins on the same weekday, or on the first of the month', () => {
  const step = (span: DaySpan, day: string, by: -1 | 1) => stepSpan(span, parseDay(day), by);
  expect(step('day', '2026-03-01', -1)).toBe('2026-02-28');
  expect(step('week', '2026-12-30', 1)).toBe('2027-01-06');
  expect(step('month', '2026-01-31', 1)).toBe('2026-02-01');
  expect(step('month', '2026-03-31', -1)).toBe('2026-02-01');
  expect(step('month', '2026-01-15', -1)).toBe('2025-12-01');
});
