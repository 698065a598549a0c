import { type BucketNotes, noteFigure } from './bucket-notes.ts';
import { invalidFigure, mostWithDecimals } from './figure-cells.ts';
import { numberOfText } from './number-text.ts';

/** The number of a figure as the driver gives it: NaN for null, {@link invalidFigure} for what is none (with a note). */
export type FigureReader = (raw: unknown, column: number) => number;

/** @param columnNames value types by column, for messages */
export function figureReader(notes: BucketNotes, columnNames: readonly string[]): FigureReader {
  return (raw, column) => {
    if (raw === null || raw === undefined) return Number.NaN;
    if (typeof raw === 'number' && Math.abs(raw) < mostWithDecimals) return raw;
    const value = numberOf(raw);
    if (value !== undefined && Math.abs(value) >= mostWithDecimals) notes.largeFigures += 1;
    if (value === undefined || Math.abs(value) > Number.MAX_SAFE_INTEGER) {
      noteFigure(value === undefined ? notes.notNumbers : notes.tooLarge, columnNames[column]!, raw);
      return invalidFigure;
    }
    return value;
  };
}

/** Some databases have infinity among their numbers. */
function numberOf(raw: unknown): number | undefined {
  if (typeof raw === 'string') return numberOfText(raw);
  const value = Number(raw);
  return Number.isFinite(value) ? value : undefined;
}
