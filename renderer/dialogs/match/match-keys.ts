import { cursorAfterKey, type PressedKey } from '../../ui/cursor-keys.ts';

type Act = 'accept' | 'expand' | 'collapse' | 'choose' | 'clear' | 'accept-shown' | 'apply';

export type MatchIntent = { readonly kind: 'move'; readonly to: number } | { readonly kind: Act };

const acts: Readonly<Record<string, Act>> = {
  ' ': 'accept',
  ArrowRight: 'expand',
  ArrowLeft: 'collapse',
  F2: 'choose',
  Delete: 'clear',
  Enter: 'apply',
};

/** What a key does in the table of proposals; null where it is not the table's. */
export function matchIntent(
  { key, altKey, ctrlKey, metaKey }: PressedKey,
  cursor: number,
  rowCount: number,
  pageRows: number,
): MatchIntent | null {
  if ((ctrlKey || metaKey) && key.toLowerCase() === 'a') return { kind: 'accept-shown' };
  if (altKey) return key === 'ArrowDown' ? { kind: 'choose' } : null;
  if (ctrlKey || metaKey) return null;
  const to = cursorAfterKey(key, cursor, rowCount, pageRows);
  if (to !== null) return { kind: 'move', to };
  const act = acts[key];
  return act === undefined ? null : { kind: act };
}
