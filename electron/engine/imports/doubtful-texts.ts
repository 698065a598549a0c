import { type BucketNotes, noteFigure } from './bucket-notes.ts';
import type { FigureCells } from './figure-cells.ts';
import { hasDecimalComma, mayBeGrouped } from './number-text.ts';

/**
 * Texts such as `1.234` are read as SQL reads them, a little more than one. In a column where others have a decimal comma
 * they may mean more than a thousand: then they are no numbers.
 */
export interface DoubtfulTexts {
  /** A figure of the row at hand. */
  see(text: string, column: number): void;
  /** Another row is at hand. */
  nextRow(): void;
  /** Where the figure last seen of the column was added. */
  added(figures: FigureCells, cell: number, column: number): void;
  settle(): void;
}

export function doubtfulTexts(notes: BucketNotes, columnNames: readonly string[]): DoubtfulTexts {
  const columns = columnNames.map(() => ({
    hasCommas: false,
    isDoubtful: false,
    count: 0,
    first: '',
    cells: new Map<FigureCells, Set<number>>(),
  }));
  let isAnyDoubtful = false;
  return {
    nextRow() {
      if (!isAnyDoubtful) return;
      for (const column of columns) column.isDoubtful = false;
      isAnyDoubtful = false;
    },
    see(text, index) {
      const column = columns[index]!;
      column.hasCommas ||= hasDecimalComma(text);
      column.isDoubtful = mayBeGrouped(text);
      if (!column.isDoubtful) return;
      isAnyDoubtful = true;
      column.count += 1;
      column.first ||= text;
    },
    added(figures, cell, index) {
      const column = columns[index]!;
      if (!isAnyDoubtful || !column.isDoubtful) return;
      const cells = column.cells.get(figures) ?? new Set();
      column.cells.set(figures, cells.add(cell));
    },
    settle() {
      for (const [index, { hasCommas, count, first, cells }] of columns.entries()) {
        if (!hasCommas || count === 0) continue;
        noteFigure(notes.notNumbers, columnNames[index]!, first, count);
        for (const [figures, spoilt] of cells) for (const cell of spoilt) figures.spoil(cell, cell + 1);
      }
    },
  };
}
