import { useEffect, useState } from 'react';

const PAGE = 8;

/**
 * The option of a list that a field points at, while the field keeps the focus: arrows go round, pages stop at the ends.
 * The options' ids are `${listId}-${index}`; -1 where there is none.
 */
export function useOptionCursor(listId: string, count: number) {
  const [pointed, setPointed] = useState(0);
  const last = count - 1;
  const at = Math.min(pointed, last);

  useEffect(() => {
    document.getElementById(`${listId}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [listId, at]);

  /** Whether the key was one that moves. */
  function move(key: string): boolean {
    if (key === 'ArrowDown') setPointed(at >= last ? 0 : at + 1);
    else if (key === 'ArrowUp') setPointed(at <= 0 ? last : at - 1);
    else if (key === 'PageDown') setPointed(Math.min(last, at + PAGE));
    else if (key === 'PageUp') setPointed(Math.max(0, at - PAGE));
    else return false;
    return true;
  }
  return { at, point: setPointed, move };
}
