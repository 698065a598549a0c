import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextTimeLeft, roundedSeconds, type TimeLeft } from '../../../renderer/dialogs/run/time-left.ts';

/** Feeds estimates at four a second, as a run sends them; answers what was shown after each. */
function shownOver(estimates: readonly number[]): number[] {
  let state: TimeLeft | undefined;
  return estimates.map((estimate, index) => {
    state = nextTimeLeft(state, estimate, index * 250);
    return state?.shownSeconds ?? Number.NaN;
  });
}

describe('the time left of a run', () => {
  it('is not there before the engine has an estimate', () => {
    expect(nextTimeLeft(undefined, undefined, 0)).toBeUndefined();
  });

  it('is said in steps a person would say: 5 s, 10 s, a minute, five minutes', () => {
    expect([3, 17, 42, 89, 130, 3000, 5000].map(roundedSeconds)).toEqual([5, 20, 50, 90, 180, 3000, 5100]);
  });

  it('counts down to nothing when the estimate is exact', () => {
    const estimates = Array.from({ length: 400 }, (_, index) => Math.max(0, 100 - index * 0.25));
    const shown = shownOver(estimates);
    expect(shown[0]).toBe(120);
    expect(shown.at(-1)).toBe(5);
    for (let index = 1; index < shown.length; index += 1) {
      expect(shown[index]).toBeLessThanOrEqual(shown[index - 1]!);
    }
  });

  it('never grows while the estimate jitters by a fifth around a steady end', () => {
    const jitters = fc.array(fc.double({ min: 0.8, max: 1.2, noNaN: true }), {
      minLength: 40,
      maxLength: 200,
    });
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 3_600 }), jitters, (totalSeconds, factors) => {
        const estimates = factors.map((factor, index) => Math.max(0, totalSeconds - index * 0.25) * factor);
        const shown = shownOver(estimates);
        // The first picture is all it has to go by; from the second on it must be calm.
        const highest = Math.max(...shown);
        expect(highest).toBeLessThanOrEqual(roundedSeconds(totalSeconds * 1.2) * 1.2 + 300);
        const growths = shown.filter((value, index) => index > 0 && value > shown[index - 1]!).length;
        expect(growths).toBeLessThanOrEqual(2);
      }),
    );
  });

  it('follows an end that really moved away, after a few seconds', () => {
    const steady = Array.from({ length: 20 }, () => 60);
    const slower = Array.from({ length: 80 }, () => 600);
    const shown = shownOver([...steady, ...slower]);
    expect(shown[24]).toBeLessThanOrEqual(70);
    expect(shown.at(-1)).toBeGreaterThan(480);
  });
});
