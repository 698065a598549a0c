import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modulo } from '#shared/domain/time/civil.ts';
import { dayAt, dayBounds, parseDay } from '#shared/domain/time/day.ts';
import { dayIntervals, intervalEnd, intervalStart, minutesOfDay } from '#shared/domain/time/interval.ts';
import { utcToLocal, zoneOf } from '#shared/domain/time/zone.ts';
import { zoneAndInstant } from './samples.ts';

const at = (iso: string): number => Date.parse(iso) / 1000;
const lengths = fc.constantFrom(5, 10, 15, 20, 30, 60, 1440);

describe('The intervals of a day', () => {
  it.each([
    ['Europe/Paris', 15, '2026-03-29', 92],
    ['Europe/Paris', 15, '2026-03-30', 96],
    ['Europe/Paris', 15, '2026-10-25', 100],
    ['Europe/Paris', 30, '2026-10-25', 50],
    ['Europe/Paris', 60, '2026-03-29', 23],
    ['America/New_York', 15, '2026-11-01', 100],
    ['America/New_York', 30, '2026-03-08', 46],
    ['America/New_York', 60, '2026-11-01', 25],
    ['Australia/Lord_Howe', 15, '2026-10-04', 94],
    ['Australia/Lord_Howe', 30, '2026-04-05', 49],
    ['Australia/Lord_Howe', 60, '2026-10-04', 24],
    ['Australia/Lord_Howe', 60, '2026-04-05', 25],
    ['Asia/Kathmandu', 60, '2026-04-05', 24],
    ['Pacific/Apia', 15, '2011-12-30', 0],
    ['-03:30', 30, '2026-04-05', 48],
  ])('in %s, of %d minutes, on %s are %d', (zone, minutes, day, count) => {
    expect(dayIntervals(zoneOf(zone), minutes, parseDay(day))).toHaveLength(count);
  });

  it('begin at whole multiples on the wall clock, not in UTC', () => {
    const kathmandu = zoneOf('Asia/Kathmandu');
    expect(intervalStart(kathmandu, 60, at('2026-01-01T06:30Z'))).toBe(at('2026-01-01T06:15Z'));
    expect(minutesOfDay(kathmandu, at('2026-01-01T06:15Z'))).toBe(12 * 60);
  });

  it('are short at Lord Howe where half an hour is left of a full one', () => {
    const lordHowe = zoneOf('Australia/Lord_Howe');
    const shortOnes = (day: string): [string, number][] =>
      dayIntervals(lordHowe, 60, parseDay(day)).flatMap((start): [string, number][] => {
        const minutes = (intervalEnd(lordHowe, 60, start) - start) / 60;
        const shown = minutesOfDay(lordHowe, start);
        return minutes < 60 ? [[`${Math.floor(shown / 60)}:${shown % 60}`, minutes]] : [];
      });
    expect(shortOnes('2026-04-05')).toEqual([['1:30', 30]]);
    expect(shortOnes('2026-10-04')).toEqual([['2:30', 30]]);
    expect(shortOnes('2026-07-01')).toEqual([]);
  });

  it('partition the day: they begin with it, follow each other, and end with it', () => {
    fc.assert(
      fc.property(zoneAndInstant, lengths, ({ zone: name, utc }, minutes) => {
        const zone = zoneOf(name);
        const day = dayAt(zone, utc);
        const { startUtc, endUtc } = dayBounds(zone, day);
        const starts = dayIntervals(zone, minutes, day);
        expect(starts[0]).toBe(startUtc);
        starts.forEach((start, index) => {
          const end = starts[index + 1] ?? endUtc;
          expect(intervalEnd(zone, minutes, start)).toBe(end);
          expect(intervalStart(zone, minutes, start)).toBe(start);
          expect(intervalStart(zone, minutes, end - 1)).toBe(start);
          expect(end - start).toBeLessThanOrEqual(minutes * 60);
        });
      }),
      { numRuns: 1000 },
    );
  });
});

describe('The interval of an instant', () => {
  it('holds it, begins on the grid of the wall clock or at a clock change, and never spans one', () => {
    fc.assert(
      fc.property(zoneAndInstant, lengths, ({ zone: name, utc }, minutes) => {
        const zone = zoneOf(name);
        const start = intervalStart(zone, minutes, utc);
        const end = intervalEnd(zone, minutes, utc);
        expect(start).toBeLessThanOrEqual(utc);
        expect(end).toBeGreaterThan(utc);
        expect(zone.transitionsBetween(start + 1, end)).toEqual([]);
        const isOnGrid = modulo(utcToLocal(zone, start), minutes * 60) === 0;
        expect(isOnGrid || zone.transitionsBetween(start, start + 1).length === 1).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  it('has a length that divides the day', () => {
    for (const minutes of [0, -15, 7, 45.5, Number.NaN]) {
      expect(() => intervalStart(zoneOf('UTC'), minutes, 0)).toThrow(
        expect.objectContaining({ code: 'INTERVAL_INVALID' }),
      );
    }
  });
});

describe('Minutes of the day', () => {
  it('are what the wall clock shows, so the repeated hour has them twice', () => {
    const paris = zoneOf('Europe/Paris');
    expect(minutesOfDay(paris, at('2026-10-25T00:30Z'))).toBe(150);
    expect(minutesOfDay(paris, at('2026-10-25T01:30Z'))).toBe(150);
    expect(minutesOfDay(paris, at('2026-10-24T22:00Z'))).toBe(0);
    expect(minutesOfDay(paris, at('1965-01-01T22:59:59Z'))).toBe(23 * 60 + 59);
  });
});
