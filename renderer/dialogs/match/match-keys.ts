export type MatchIntent =
  | { readonly kind: 'move'; readonly to: number }
  | { readonly kind: 'accept' | 'expand' | 'collapse' | 'choose' | 'clear' | 'accept-shown' | 'apply' };

interface Pressed {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** What a key does in the table of proposals; null where it is not the table's. */
export function matchIntent(
  { key, altKey, ctrlKey, metaKey }: Pressed,
  cursor: number,
  rowCount: number,
  pageRows: number,
): MatchIntent | null {
  if ((ctrlKey || metaKey) && key.toLowerCase() === 'a') return { kind: 'accept-shown' };
  if (altKey) return key === 'ArrowDown' ? { kind: 'choose' } : null;
  if (ctrlKey || metaKey) return null;
  const move = (to: number): MatchIntent | null =>
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
    case ' ':
      return { kind: 'accept' };
    case 'ArrowRight':
      return { kind: 'expand' };
    case 'ArrowLeft':
      return { kind: 'collapse' };
    case 'F2':
      return { kind: 'choose' };
    case 'Delete':
      return { kind: 'clear' };
    case 'Enter':
      return { kind: 'apply' };
    default:
      return null;
  }
}
