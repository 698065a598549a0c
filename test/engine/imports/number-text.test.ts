import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberOfText } from '#engine/imports/number-text.ts';

describe('a figure in a column of text', () => {
  it('is read as SQL writes numbers', () => {
    for (const [text, value] of [
      ['12', 12],
      [' -0.5 ', -0.5],
      ['+7', 7],
      ['.25', 0.25],
      ['3.', 3],
      ['1e3', 1000],
      ['1.234', 1.234],
    ] as const) {
      expect(numberOfText(text), text).toBe(value);
    }
  });

  it('is read with a decimal comma or with groups of thousands where that can mean one number only', () => {
    for (const [text, value] of [
      ['1,5', 1.5],
      [',5', 0.5],
      ['-12,75', -12.75],
      ['0,125', 0.125],
      ['1234,567', 1234.567],
      ['1.234,5', 1234.5],
      ['1.234.567,89', 1_234_567.89],
      ['1,234.5', 1234.5],
      ['1,234,567', 1_234_567],
      ['1.234.567', 1_234_567],
      ['1 234,5', 1234.5],
      ['1\u202f234', 1234],
      ["1'234.50", 1234.5],
    ] as const) {
      expect(numberOfText(text), text).toBe(value);
    }
  });

  it('is no number where it is ambiguous, or says nothing', () => {
    for (const text of [
      '1,234',
      '',
      ' ',
      'n/a',
      '--',
      '0x10',
      '1,2,3',
      '12.34.56',
      '1.23,4,5',
      'Infinity',
      '5 min',
      '1e999',
    ]) {
      expect(numberOfText(text), text).toBeUndefined();
    }
  });

  it('is the same number whichever way it is written', () => {
    const parts = fc.tuple(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.integer({ min: 0, max: 99 }));
    fc.assert(
      fc.property(parts, ([whole, hundredths]) => {
        const digits = String(Math.abs(whole));
        const sign = whole < 0 ? '-' : '';
        const decimals = String(hundredths).padStart(2, '0');
        const grouped = (by: string) => sign + digits.replace(/\B(?=(\d{3})+$)/g, by);
        const value = Number(`${sign}${digits}.${decimals}`);
        expect(numberOfText(`${sign}${digits},${decimals}`)).toBe(value);
        expect(numberOfText(`${grouped('.')},${decimals}`)).toBe(value);
        expect(numberOfText(`${grouped(',')}.${decimals}`)).toBe(value);
        expect(numberOfText(`${grouped('\u00a0')},${decimals}`)).toBe(value);
      }),
    );
  });
});
