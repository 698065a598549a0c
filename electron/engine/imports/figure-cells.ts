import type { Combine } from './statement-columns.ts';

/** Stands for a figure that is no number: whatever is computed from it would be wrong. */
export const invalidFigure = Number.POSITIVE_INFINITY;

/** Of a Double's 15 digits two are behind the point. */
export const mostWithDecimals = 1e13;

/** Figures by the number of their cell. */
export interface FigureCells {
  add(cell: number, how: Combine, value: number): void;
  /** Makes the cells `[from, to)` invalid. */
  spoil(from: number, to: number): void;
  /** NaN where nothing was added; decimals as {@link roundedFigure} has them. */
  read(cell: number): number;
}

/**
 * Whole numbers are summed exactly up to 2^53. Others are summed with what each addition loses kept apart (Neumaier),
 * so that a sum is as exact as its parts, however many there are.
 */
export function figureCells(size: number): FigureCells {
  const figures = new Float64Array(size).fill(Number.NaN);
  /** What the additions lost; only where something can be lost. */
  let lost: Float64Array | undefined;

  return {
    add(cell, how, value) {
      const before = figures[cell]!;
      if (Number.isNaN(before)) {
        figures[cell] = value;
      } else if (before === invalidFigure || value === invalidFigure) {
        figures[cell] = invalidFigure;
      } else if (how === 'sum') {
        const sum = before + value;
        figures[cell] = sum;
        if (Number.isSafeInteger(sum) && Number.isInteger(before) && Number.isInteger(value)) return;
        lost ??= new Float64Array(size);
        lost[cell]! += Math.abs(before) >= Math.abs(value) ? before - sum + value : value - sum + before;
      } else {
        figures[cell] = how === 'min' ? Math.min(before, value) : Math.max(before, value);
      }
    },
    spoil(from, to) {
      figures.fill(invalidFigure, from, to);
    },
    read(cell) {
      const value = figures[cell]!;
      if (lost === undefined || !Number.isFinite(value)) return roundedFigure(value);
      return roundedFigure(value + lost[cell]!);
    },
  };
}

/**
 * Nine decimals, in large numbers as many as a Double carries (15 digits in all): a source that sums 0.1 ten times to
 * 0.9999999999999999 means 1, and must not lose a hundredth where decimals are cut off. Numbers so large that 15 digits do
 * not say their hundredths stay what they are: rounded they would look whole.
 */
export function roundedFigure(value: number): number {
  if (Number.isInteger(value) || !(Math.abs(value) < mostWithDecimals)) return value;
  if (Math.abs(value) < 1e6) return Math.round(value * 1e9) / 1e9 + 0;
  return Number(value.toPrecision(15));
}
