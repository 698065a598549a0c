import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeBack } from '#engine/runs/take-back.ts';
import { type DayChunk, unpackDay } from '#engine/wfm/packDay.ts';

/** A day of four intervals of six hours. */
const bounds = { startUtc: 0, endUtc: 86_400 };
const day = (values: readonly (number | null)[], slotMinutes = 360): DayChunk => ({
  startUtc: 0,
  slotMinutes,
  valuesHundredths: JSON.stringify(values),
});

describe('Taking a run back, on a day of one value', () => {
  it('puts back exactly what was there where nobody wrote since', () => {
    const before = day([1, 2, null, 4]);
    const after = day([1, 3, 5, 4]);
    expect(takeBack({ before, after, now: after }, bounds)).toEqual({
      after: before,
      restored: 2,
      changedSince: [],
    });
  });

  it('leaves nothing of a day that was not there before', () => {
    const after = day([1, null, 5, 4]);
    expect(takeBack({ before: undefined, after, now: after }, bounds)).toEqual({
      after: undefined,
      restored: 3,
      changedSince: [],
    });
  });

  it('brings a day back that the run took away', () => {
    const before = day([1, null, 5, 4]);
    expect(takeBack({ before, after: undefined, now: undefined }, bounds)).toMatchObject({
      after: before,
      restored: 3,
    });
  });

  it('leaves the intervals that somebody changed since, and names them', () => {
    const before = day([1, 2, null, 4]);
    const after = day([10, 20, 30, 4]);
    const now = day([10, 21, 30, 44]);
    expect(takeBack({ before, after, now }, bounds)).toEqual({
      after: day([1, 21, null, 44]),
      restored: 2,
      changedSince: [21_600],
    });
  });

  it('finds nothing to do the second time', () => {
    const before = day([1, 2, null, 4]);
    const after = day([10, 20, 30, 4]);
    expect(takeBack({ before, after, now: before }, bounds)).toEqual({
      after: before,
      restored: 0,
      changedSince: [],
    });
  });

  it('brings shorter intervals back that the run put together', () => {
    const before = day([1, 2, 3, 4, 5, 6, 7, 8], 180);
    const after = day([3, 7, 11, 15]);
    expect(takeBack({ before, after, now: after }, bounds).after).toEqual(before);
  });

  it('does not carry values out of the day that the queue has now', () => {
    const before = { ...day([1, 2, 3, 4]), startUtc: -21_600 };
    const after = { ...day([10, 20, 30, 40]), startUtc: -21_600 };
    const now = day([20, 30, 40, 50]);
    const taken = takeBack({ before, after, now }, bounds);
    expect(taken).toEqual({ after: day([2, 3, 4, 50]), restored: 3, changedSince: [-21_600] });
  });

  it('gives every interval what was before, or leaves it: nothing else, whatever was written', () => {
    const slots = fc.array(fc.option(fc.integer({ min: 0, max: 3 })), { minLength: 4, maxLength: 4 });
    const state = fc.option(slots, { nil: undefined });
    fc.assert(
      fc.property(state, state, state, (was, wrote, stands) => {
        const [before, after, now] = [was, wrote, stands].map((values) => values && day(values));
        const taken = takeBack({ before, after, now }, bounds);
        const at = (chunk: DayChunk | undefined, slot: number) =>
          chunk && unpackDay(chunk).find(({ startUtc }) => startUtc === slot * 21_600)?.valueHundredths;
        let restored = 0;
        const changedSince: number[] = [];
        for (let slot = 0; slot < 4; slot += 1) {
          const [old, written, there] = [at(before, slot), at(after, slot), at(now, slot)];
          const byTheRun = old !== written && there === written;
          if (byTheRun) restored += 1;
          if (old !== written && there !== written && there !== old) changedSince.push(slot * 21_600);
          expect(at(taken.after, slot)).toBe(byTheRun ? old : there);
        }
        expect(taken).toMatchObject({ restored, changedSince });
      }),
    );
  });
});
