import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayAt,
  dayBounds,
  daysOf,
  isDay,
  nextDay,
  parseDay,
  previousDay,
  today,
  weekdayOf,
} from '#shared/domain/time/day.ts';
import { zoneOf } from '#shared/domain/time/zone.ts';
import { zoneAndInstant } from './samples.ts';

const at = (iso: string): number => Date.parse(iso) / 1000;
const hoursOf = (zone: string, day: string): number => {
  const { startUtc, endUtc } = dayBounds(zoneOf(zone), parseDay(day));
  return (endUtc - startUtc) / 3600;
};

describe('A day', () => {
  it('is written YYYY-MM-DD and has to exist', () => {
    expect(parseDay('2028-02-29')).toBe('2028-02-29');
    const wrong = [
      '2026-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-01-00',
      '26-01-01',
      '2026-1-1',
      '2026-01-01 ',
    ];
    for (const text of wrong) {
      expect(isDay(text)).toBe(false);
      expect(() => parseDay(text)).toThrow(expect.objectContaining({ code: 'DAY_INVALID' }));
    }
  });

  it('has neighbours and a weekday, Sunday being 1', () => {
    expect(nextDay(parseDay('2026-12-31'))).toBe('2027-01-01');
    expect(previousDay(parseDay('2028-03-01'))).toBe('2028-02-29');
    expect(weekdayOf(parseDay('2026-11-01'))).toBe(1);
    expect(weekdayOf(parseDay('2026-11-07'))).toBe(7);
  });

  it('counts as the calendar does', () => {
    const dates = fc.tuple(fc.integer({ min: 0, max: 3_650_000 }), fc.integer({ min: -1000, max: 1000 }));
    fc.assert(
      fc.property(dates, ([number, days]) => {
        const date = Temporal.PlainDate.from('0004-01-01').add({ days: number % 3_600_000 });
        const day = parseDay(date.toString());
        const moved = date.add({ days });
        fc.pre(moved.year >= 0 && moved.year <= 9999);
        expect(addDays(day, days)).toBe(moved.toString());
        expect(weekdayOf(day)).toBe((date.dayOfWeek % 7) + 1);
      }),
    );
  });

  it('ranges include both ends', () => {
    expect(daysOf(parseDay('2026-02-27'), parseDay('2026-03-01'))).toEqual([
      '2026-02-27',
      '2026-02-28',
      '2026-03-01',
    ]);
    expect(daysOf(parseDay('2026-03-01'), parseDay('2026-03-01'))).toHaveLength(1);
    expect(daysOf(parseDay('2026-03-02'), parseDay('2026-03-01'))).toEqual([]);
  });
});

describe('Today', () => {
  it('depends on where one is', () => {
    const now = at('2026-06-30T22:30Z');
    expect(today(zoneOf('Europe/Paris'), now)).toBe('2026-07-01');
    expect(today(zoneOf('America/New_York'), now)).toBe('2026-06-30');
  });
});

describe('A clock that is set back over midnight', () => {
  it('does not end a day that has begun', () => {
    const stJohns = zoneOf('America/St_Johns');
    // At 00:01 on 7 November 2010 it showed 23:01 of the 6th again.
    expect(dayAt(stJohns, at('2010-11-07T02:30Z'))).toBe('2010-11-07');
    expect(dayAt(stJohns, at('2010-11-07T02:31Z'))).toBe('2010-11-07');
    expect(dayAt(stJohns, at('2010-11-07T02:29Z'))).toBe('2010-11-06');
    expect(dayBounds(stJohns, parseDay('2010-11-07')).startUtc).toBe(at('2010-11-07T02:30Z'));
  });
});

describe('The bounds of a day', () => {
  it.each([
    ['Europe/Paris', '2026-03-29', 23],
    ['Europe/Paris', '2026-07-01', 24],
    ['Europe/Paris', '2026-10-25', 25],
    ['America/New_York', '2026-03-08', 23],
    ['America/New_York', '2026-11-01', 25],
    ['Australia/Lord_Howe', '2026-10-04', 23.5],
    ['Australia/Lord_Howe', '2026-04-05', 24.5],
    ['Asia/Kathmandu', '2026-03-29', 24],
    ['+05:30', '2026-03-29', 24],
    ['Pacific/Apia', '2011-12-30', 0],
    ['Pacific/Apia', '2011-12-29', 24],
    ['Pacific/Apia', '2011-12-31', 24],
  ])('in %s, %s has %d hours', (zone, day, hours) => expect(hoursOf(zone, day)).toBe(hours));

  it.each([
    ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00Z'],
    ['Africa/Cairo', '2024-04-26', '2024-04-25T22:00Z'],
    // The clock went from 23:30 to 00:30: the day begins in the middle of its first hour.
    ['America/Toronto', '1919-03-31', '1919-03-31T04:30Z'],
    // Midnight was shown twice.
    ['America/Havana', '2026-11-01', '2026-11-01T04:00Z'],
  ])('where midnight is missing or repeated (%s, %s), the first instant counts', (zone, day, start) => {
    expect(dayBounds(zoneOf(zone), parseDay(day)).startUtc).toBe(at(start));
  });

  it('are those of Temporal, and each instant lies in its day', () => {
    fc.assert(
      fc.property(zoneAndInstant, ({ zone, utc }) => {
        const day = dayAt(zoneOf(zone), utc);
        const { startUtc, endUtc } = dayBounds(zoneOf(zone), day);
        const date = Temporal.PlainDate.from(day);
        expect(startUtc).toBe(date.toZonedDateTime(zone).startOfDay().epochMilliseconds / 1000);
        expect(endUtc).toBe(date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds / 1000);
        expect(utc).toBeGreaterThanOrEqual(startUtc);
        expect(utc).toBeLessThan(endUtc);
      }),
      { numRuns: 3000 },
    );
  });
});
