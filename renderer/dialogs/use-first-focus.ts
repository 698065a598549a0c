import { type RefObject, useEffect } from 'react';

/**
 * Gives an element of a dialog the focus once the dialog stands. `autoFocus` comes too early for a dialog over a
 * dialog: the one below still holds the focus then and takes it back.
 */
export function useFirstFocus(
  find: RefObject<HTMLElement | null> | (() => HTMLElement | null | undefined),
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the dialog opens.
  useEffect(() => {
    const timer = setTimeout(() => (typeof find === 'function' ? find() : find.current)?.focus());
    return () => clearTimeout(timer);
  }, []);
}
