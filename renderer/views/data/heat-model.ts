import type { HeatMap } from '#shared/contract/data.ts';

/** Shades from the palest to the strongest. */
export const shadeCount = 7;

/** The scale of a heat map: what the palest and the strongest shade stand for. */
export interface HeatScale {
  readonly low: number;
  readonly high: number;
}

/** Counts begin at 0; means only between what there is, or their differences would drown. */
export function heatScale({ rows, aggregate }: Pick<HeatMap, 'rows' | 'aggregate'>): HeatScale | undefined {
  const means = rows.flatMap(({ cells }) => cells.flatMap(({ mean }) => (mean === null ? [] : [mean])));
  if (means.length === 0) return undefined;
  const lowest = means.reduce((low, mean) => Math.min(low, mean));
  return {
    low: aggregate === 'sum' ? Math.min(0, lowest) : lowest,
    high: means.reduce((high, mean) => Math.max(high, mean)),
  };
}

/** The shade of a value: 0 to {@link shadeCount} − 1. */
export function shadeOf(mean: number, { low, high }: HeatScale): number {
  if (high <= low) return 0;
  return Math.min(shadeCount - 1, Math.floor(((mean - low) / (high - low)) * shadeCount));
}

/** `09:00` of the cell at a place in its row; the end of the last one is `24:00`. */
export function cellTime(column: number, stepMinutes: number): string {
  const minutes = column * stepMinutes;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** Where a key leads from a cell; undefined for a key that leads nowhere. */
export function cellAfterKey(
  { key, ctrlKey }: { readonly key: string; readonly ctrlKey: boolean },
  { row, column }: CellPlace,
  columns: number,
  rows = 7,
): CellPlace | undefined {
  const at = (toRow: number, toColumn: number) => ({
    row: Math.min(rows - 1, Math.max(0, toRow)),
    column: Math.min(columns - 1, Math.max(0, toColumn)),
  });
  switch (key) {
    case 'ArrowLeft':
      return at(row, column - 1);
    case 'ArrowRight':
      return at(row, column + 1);
    case 'ArrowUp':
      return at(row - 1, column);
    case 'ArrowDown':
      return at(row + 1, column);
    case 'Home':
      return at(ctrlKey ? 0 : row, 0);
    case 'End':
      return at(ctrlKey ? rows - 1 : row, columns - 1);
    default:
      return undefined;
  }
}
