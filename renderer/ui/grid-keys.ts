/** What a key does in a grid whose rows are gone through by a cursor; null where it is not the grid's. */
export type GridIntent = { readonly kind: 'move'; readonly to: number } | { readonly kind: 'open' | 'leave' };

interface Pressed {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** `cursor` is -1 where no row has been gone to yet. */
export function gridIntent(
  { key, altKey, ctrlKey, metaKey }: Pressed,
  cursor: number,
  rowCount: number,
  pageRows: number,
): GridIntent | null {
  if (altKey || ctrlKey || metaKey) return null;
  const move = (to: number): GridIntent | null =>
    rowCount === 0 ? null : { kind: 'move', to: Math.min(rowCount - 1, Math.max(0, to)) };
  switch (key) {
    case 'ArrowDown':
      return move(cursor + 1);
    case 'ArrowUp':
      return move(cursor - 1);
    case 'PageDown':
      return move(cursor + pageRows);
    case 'PageUp':
      return move(cursor - pageRows);
    case 'Home':
      return move(0);
    case 'End':
      return move(rowCount - 1);
    case 'Enter':
      return cursor < 0 ? null : { kind: 'open' };
    case 'Backspace':
      return { kind: 'leave' };
    default:
      return null;
  }
}

export interface GridSort {
  readonly id: string;
  readonly isDescending: boolean;
}

/** A value to sort by; undefined comes last in either direction. */
export type SortValue = number | string | undefined;

const byText = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' }).compare;

/** Rows in another order; equal ones keep theirs. */
export function sortedRows<Row>(
  rows: readonly Row[],
  sortBy: (row: Row) => SortValue,
  isDescending: boolean,
): readonly Row[] {
  const sign = isDescending ? -1 : 1;
  return rows
    .map((row) => ({ row, value: sortBy(row) }))
    .sort(({ value: a }, { value: b }) => {
      if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
      return sign * (typeof a === 'number' && typeof b === 'number' ? a - b : byText(String(a), String(b)));
    })
    .map(({ row }) => row);
}
