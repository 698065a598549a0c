import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { imbalance } from '#engine/imports/checks/balance.ts';
import { figureKind } from '#engine/imports/checks/figure-kind.ts';
import { noFigure } from '#engine/imports/checks/history.ts';
import { unusualValues } from '#engine/imports/checks/unusual.ts';

/* What holds for any figures, beside the examples in ../checks.test.ts. */

const slots = 24;
const edge = 4;

/** Calls by the interval they begin in and how much later they end, and whether somebody answered. */
const calls = fc.array(
  fc.record({
    begins: fc.nat(slots - 1),
    lasts: fc.nat(slots - 1),
    isAnswered: fc.boolean(),
  }),
  { maxLength: 400 },
);

function figuresOf(all: readonly { begins: number; lasts: number; isAnswered: boolean }[]) {
  const count = (slotOf: (call: (typeof all)[number]) => number | undefined) => {
    const figures = new Array<number>(slots).fill(0);
    for (const call of all) {
      const slot = slotOf(call);
      if (slot !== undefined) figures[slot]! += 100;
    }
    return figures;
  };
  const ends = ({ begins, lasts }: (typeof all)[number]) => Math.min(slots - 1, begins + lasts);
  return {
    offered: count((call) => call.begins),
    answered: count((call) => (call.isAnswered ? ends(call) : undefined)),
    abandoned: count((call) => (call.isAnswered ? undefined : ends(call))),
    leaving: [],
    arriving: [],
  };
}

describe('the balance of a day', () => {
  it('is kept by calls that end in whatever later interval of it', () => {
    fc.assert(
      fc.property(calls, (all) => {
        expect(imbalance(figuresOf(all), edge)).toBeUndefined();
      }),
    );
  });

  it('tells of exactly those that never end, where they are more than 2 calls and 5 % of the day', () => {
    fc.assert(
      fc.property(calls, fc.integer({ min: 3, max: 60 }), fc.nat(slots - 1), (all, lost, slot) => {
        const figures = figuresOf(all);
        figures.offered[slot]! += lost * 100;
        const ended = all.length;
        const found = imbalance(figures, edge);
        const volume = figures.offered.reduce(
          (sum, offered, at) => sum + Math.max(offered, figures.answered[at]! + figures.abandoned[at]!) / 100,
          0,
        );
        if (lost > volume * 0.05) expect(found).toMatchObject({ kind: 'missing', difference: lost });
        expect(found?.offered ?? ended + lost).toBe(ended + lost);
      }),
    );
  });

  it('says nothing of intervals in which a figure is not known', () => {
    const figures = { ...figuresOf([]), offered: new Array<number>(slots).fill(5000) };
    expect(imbalance(figures, edge)).toMatchObject({ kind: 'missing', intervals: slots });
    const unknown = { ...figures, answered: new Array<undefined>(slots).fill(undefined) };
    expect(imbalance(unknown, edge)).toBeUndefined();
  });
});

describe('a value far from former weeks', () => {
  const median = (sorted: readonly number[]) => {
    const middle = sorted.length >> 1;
    return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  };
  const inOrder = (figures: readonly number[]) => figures.toSorted((a, b) => a - b);

  it('is found by the rule of the guide, whatever the short cuts', () => {
    const weeks = fc.array(fc.option(fc.nat(300), { nil: noFigure, freq: 5 }), {
      minLength: 4,
      maxLength: 8,
    });
    fc.assert(
      fc.property(weeks, fc.nat(800), (former, calls) => {
        const known = former.filter((figure) => figure !== noFigure);
        const middle = median(inOrder(known.length === 0 ? [0] : known));
        const distances = inOrder(known.map((figure) => Math.abs(figure - middle)));
        const scatter = Math.max(
          1.4826 * median(distances.length === 0 ? [0] : distances),
          Math.sqrt(middle + (0.15 * middle) ** 2 + 4),
        );
        const isFar =
          known.length >= 4 &&
          (calls > Math.max(...known) + 10 || calls < Math.min(...known) - 10) &&
          Math.abs(calls - middle) > 6 * scatter;
        const days = { figures: Uint16Array.from(former), offsets: former.map((_, week) => week) };
        const found = unusualValues([calls * 100], [0], days);
        expect(found !== undefined).toBe(isFar);
        if (found) expect(found).toMatchObject({ value: calls, median: middle, weeks: known.length });
      }),
      { numRuns: 2000 },
    );
  });
});

describe('what a value type is to the checks', () => {
  const kind = (valueType: string, ...external: string[]) =>
    figureKind({
      valueType,
      sources: external.map((name) => ({
        system: 'ACD',
        sourceId: 'ACD',
        path: [],
        valueType: { name, expression: name, function: 'SUM' as const },
      })),
    });

  it.each([
    ['Calls offered', 'offered'],
    ['Angenommene Anrufe', 'answered'],
    ['Appels abandonnés', 'abandoned'],
    ['Overflow calls', 'leaving'],
    ['handled_by_other_csq', 'leaving'],
    ['INFLOWCALLS', 'arriving'],
    ['Talk time', 'handling'],
    ['Average handling time', 'handling'],
    ['ACWOUTTIME', 'other'],
    ['Average waiting time', 'other'],
    ['Service level', 'other'],
    ['Forecast', 'other'],
  ])('%s: %s', (name, expected) => {
    expect(kind(name)).toBe(expected);
  });

  it('is said by its sources where its own name may mean several things, or nothing', () => {
    expect(kind('Calls')).toBe('other');
    expect(kind('Calls', 'CALLSOFFERED')).toBe('offered');
    expect(kind('KPI 7', 'offered', 'CALLSOFFERED')).toBe('offered');
    expect(kind('KPI 7', 'offered', 'answered')).toBe('other');
    expect(kind('Calls', 'answered')).toBe('other');
  });
});
