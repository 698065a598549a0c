import { type RefObject, useEffect } from 'react';

/**
 * Gives an element of a dialog the focus once the dialog stands. `autoFocus` comes too early for a dialog over a
 * dialog: the one below still holds the focus then and takes it back. What comes later, with what it shows, says when it
 * `isThere`.
 */
export function useFirstFocus(
  find: RefObject<HTMLElement | null> | (() => HTMLElement | null | undefined),
  isThere = true,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the dialog opens.
  useEffect(() => {
    if (!isThere) return;
    const timer = setTimeout(() => (typeof find === 'function' ? find() : find.current)?.focus());
    return () => clearTimeout(timer);
  }, [isThere]);
}
