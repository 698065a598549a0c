import { cursorAfterKey, isMenuKey } from '../cursor-keys.ts';
import { fold } from './filter.ts';
import type { TreeRow } from './source.ts';

/** What a key asks of a tree. */
export type TreeIntent =
  | { readonly kind: 'move'; readonly index: number }
  | { readonly kind: 'open' | 'close'; readonly index: number }
  | { readonly kind: 'open-siblings'; readonly index: number }
  | { readonly kind: 'primary' | 'remove' | 'menu'; readonly index: number };

export interface TreeKey {
  readonly key: string;
  readonly shiftKey: boolean;
}

/** The keys of a tree as the ARIA practices name them; null for a key that is none. */
export function intentOf(
  pressed: TreeKey,
  rows: readonly Pick<TreeRow<unknown>, 'canOpen' | 'open' | 'parent'>[],
  cursor: number,
  pageRows: number,
): TreeIntent | null {
  if (rows.length === 0) return null;
  const { key, shiftKey } = pressed;
  const index = Math.max(0, cursor);
  const row = rows[index]!;
  if (isMenuKey(pressed)) return { kind: 'menu', index };
  if (shiftKey && key !== '*') return null;
  const to = cursorAfterKey(key, cursor, rows.length, pageRows);
  if (to !== null) return { kind: 'move', index: to };
  switch (key) {
    case 'ArrowRight':
      if (!row.canOpen) return null;
      if (!row.open) return { kind: 'open', index };
      return rows[index + 1]?.parent === index ? { kind: 'move', index: index + 1 } : null;
    case 'ArrowLeft':
      if (row.open) return { kind: 'close', index };
      return row.parent >= 0 ? { kind: 'move', index: row.parent } : null;
    case '*':
      return { kind: 'open-siblings', index };
    case ' ':
      return row.canOpen ? { kind: row.open ? 'close' : 'open', index } : { kind: 'move', index };
    case 'Enter':
      return { kind: 'primary', index };
    case 'Delete':
      return { kind: 'remove', index };
    default:
      return null;
  }
}

/**
 * The row that type-ahead goes to: the next one that starts with what was typed, from the cursor on and around. One
 * letter again and again steps through the rows that start with it.
 */
export function typeAhead(texts: readonly string[], cursor: number, typed: string): number | null {
  const letters = fold(typed);
  const sameLetter = [...letters].every((letter) => letter === letters[0]);
  const wanted = sameLetter ? letters.slice(0, 1) : letters;
  const from = sameLetter ? cursor + 1 : Math.max(0, cursor);
  for (let step = 0; step < texts.length; step++) {
    const index = (from + step) % texts.length;
    if (fold(texts[index]!).startsWith(wanted)) return index;
  }
  return null;
}
