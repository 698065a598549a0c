import { cursorAfterKey, isMenuKey, type PressedKey } from './cursor-keys.ts';

/** What a key does in a grid whose rows are gone through by a cursor; null where it is not the grid's. */
export type GridIntent =
  | { readonly kind: 'move'; readonly to: number }
  | { readonly kind: 'open' | 'leave' | 'menu' };

/** `cursor` is -1 where no row has been gone to yet. */
export function gridIntent(
  pressed: PressedKey & { readonly shiftKey: boolean },
  cursor: number,
  rowCount: number,
  pageRows: number,
): GridIntent | null {
  const { key, altKey, ctrlKey, metaKey } = pressed;
  if (altKey || ctrlKey || metaKey) return null;
  if (cursor >= 0 && key === 'Enter') return { kind: 'open' };
  if (cursor >= 0 && isMenuKey(pressed)) return { kind: 'menu' };
  if (key === 'Backspace') return { kind: 'leave' };
  const to = cursorAfterKey(key, cursor, rowCount, pageRows);
  return to === null ? null : { kind: 'move', to };
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
