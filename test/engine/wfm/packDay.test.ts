import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DayChunk, type FreshDay, mergeDay, packDay, unpackDay } from '#engine/wfm/packDay.ts';
import { freshDay, utc } from './samples.ts';

const midnight = utc('2026-06-01T00:00:00Z');
const hour = 3600;

function hourly(values: readonly (number | null)[]): FreshDay {
  const starts = values.map((_, index) => midnight + index * hour);
  return { startUtc: midnight, intervalMinutes: 60, starts, values };
}

function pack({ starts, startUtc, values, intervalMinutes }: FreshDay): DayChunk {
  return packDay(starts, startUtc, values, intervalMinutes);
}

describe('A packed day', () => {
  it('is a JSON array of hundredths, one slot an interval, null where there is no value', () => {
    expect(pack(hourly([100, null, 8023]))).toEqual({
      startUtc: midnight,
      slotMinutes: 60,
      valuesHundredths: '[100,null,8023]',
    });
  });

  it.each([
    ['2026-03-29', 92],
    ['2026-06-01', 96],
    ['2026-10-25', 100],
  ])('has in Paris on %s %i quarter hours', (day, slots) => {
    const chunk = pack(freshDay('Europe/Paris', 15, day, (index) => index));
    expect(chunk.slotMinutes).toBe(15);
    expect(JSON.parse(chunk.valuesHundredths)).toHaveLength(slots);
  });

  it('has shorter slots where a clock change of half an hour moves the starts of whole hours', () => {
    const fresh = freshDay('Australia/Lord_Howe', 60, '2026-04-05', (index) => index * 100);
    const chunk = pack(fresh);
    expect(chunk.slotMinutes).toBe(30);
    expect(unpackDay(chunk)).toEqual(
      fresh.starts.map((startUtc, index) => ({ startUtc, valueHundredths: index * 100 })),
    );
  });

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])(
    'refuses %d: no whole hundredths',
    (value) => {
      expect(() => pack(hourly([value]))).toThrow(RangeError);
    },
  );

  it('refuses starts that are not ascending whole minutes', () => {
    expect(() => packDay([midnight + 30], midnight, [1], 15)).toThrow(RangeError);
    expect(() => packDay([midnight, midnight], midnight, [1, 2], 15)).toThrow(RangeError);
    expect(() => packDay([midnight], midnight, [1, 2], 15)).toThrow(RangeError);
  });

  it('gives back every value at its instant, for any zone, interval and day of a year', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Europe/Paris', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'),
        fc.constantFrom(5, 10, 15, 20, 30, 60),
        fc.integer({ min: 0, max: 364 }),
        fc.infiniteStream(fc.option(fc.integer({ min: -1e9, max: 1e9 }))),
        (timeZone, intervalMinutes, dayOfYear, stream) => {
          const day = new Date(Date.UTC(2026, 0, 1 + dayOfYear)).toISOString().slice(0, 10);
          const fresh = freshDay(timeZone, intervalMinutes, day, () => stream.next().value ?? null);
          const given = fresh.starts
            .map((startUtc, index) => ({ startUtc, valueHundredths: fresh.values[index] }))
            .filter(({ valueHundredths }) => valueHundredths != null);
          expect(unpackDay(pack(fresh))).toEqual(given);
        },
      ),
    );
  });
});

describe('Merging a fresh day into the stored one', () => {
  it('counts every fresh value as changed where nothing is stored', () => {
    const fresh = hourly([100, null, 300]);
    expect(mergeDay(undefined, fresh)).toEqual({ chunk: pack(fresh), changed: 2, unchanged: 0 });
  });

  it('finds nothing changed in the same day', () => {
    const stored = pack(hourly([100, null, 300]));
    expect(mergeDay(stored, hourly([100, null, 300]))).toEqual({ chunk: stored, changed: 0, unchanged: 2 });
  });

  it('keeps what is stored where there is no fresh value', () => {
    const merged = mergeDay(pack(hourly([100, 200, 300])), hourly([null, 250, 300]));
    expect(merged).toEqual({ chunk: pack(hourly([100, 250, 300])), changed: 1, unchanged: 1 });
  });

  it('tells a stored zero from no value', () => {
    expect(mergeDay(pack(hourly([null])), hourly([0]))).toMatchObject({ changed: 1, unchanged: 0 });
    expect(mergeDay(pack(hourly([0])), hourly([0]))).toMatchObject({ changed: 0, unchanged: 1 });
  });

  it('replaces quarter hours by the hour that covers them, and keeps those of other hours', () => {
    const quarters = [10, 20, 30, 40, 50, 60, 70, 80];
    const stored = packDay(
      quarters.map((_, index) => midnight + index * 900),
      midnight,
      quarters,
      15,
    );
    const merged = mergeDay(stored, hourly([100, null]));
    expect(merged).toMatchObject({ changed: 1, unchanged: 0 });
    expect(unpackDay(merged.chunk).map(({ valueHundredths }) => valueHundredths)).toEqual([
      100, 50, 60, 70, 80,
    ]);
    expect(unpackDay(merged.chunk)[1]!.startUtc).toBe(midnight + hour);
  });

  it('calls an hour changed when only the quarter hours beside the same value give way', () => {
    const stored = packDay([midnight, midnight + 900], midnight, [100, 20], 15);
    const merged = mergeDay(stored, hourly([100]));
    expect(merged).toEqual({ chunk: pack(hourly([100])), changed: 1, unchanged: 0 });
  });

  it('puts quarter hours beside the values of an hour they do not begin', () => {
    const stored = pack(hourly([100, 200]));
    const starts = [0, 1, 2, 3, 4].map((index) => midnight + index * 900);
    const merged = mergeDay(stored, {
      startUtc: midnight,
      intervalMinutes: 15,
      starts,
      values: [10, 20, null, null, null],
    });
    expect(merged.chunk).toMatchObject({ slotMinutes: 15, valuesHundredths: '[10,20,null,null,200]' });
  });

  it('is done after once: the same day again changes nothing, and every fresh value is there', () => {
    const values = fc.array(fc.option(fc.integer({ min: 0, max: 5 })), { minLength: 24, maxLength: 24 });
    fc.assert(
      fc.property(
        values,
        values,
        fc.constantFrom(15, 30, 60),
        fc.constantFrom(15, 30, 60),
        (old, next, was, is) => {
          const day = (list: readonly (number | null)[], intervalMinutes: number): FreshDay => {
            const starts = Array.from(
              { length: 1440 / intervalMinutes },
              (_, at) => midnight + at * intervalMinutes * 60,
            );
            return {
              startUtc: midnight,
              intervalMinutes,
              starts,
              values: starts.map((_, at) => list[at % 24]!),
            };
          };
          const fresh = day(next, is);
          const merged = mergeDay(pack(day(old, was)), fresh);
          const again = mergeDay(merged.chunk, fresh);
          const given = next.filter((value) => value !== null).length * (60 / is);
          expect(again).toEqual({ chunk: merged.chunk, changed: 0, unchanged: given });
          expect(merged.changed + merged.unchanged).toBe(given);
          const found = new Map(unpackDay(merged.chunk).map((slot) => [slot.startUtc, slot.valueHundredths]));
          fresh.starts.forEach((start, at) => {
            if (fresh.values[at] !== null) expect(found.get(start)).toBe(fresh.values[at]);
          });
        },
      ),
    );
  });
});
