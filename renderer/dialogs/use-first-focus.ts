import { type RefObject, useEffect } from 'react';

/**
 * Gives an element of a dialog the focus once the dialog stands, before the next key. `autoFocus` comes too early for a
 * dialog over a dialog: the one below still holds the focus then and takes it back. What comes later, with what it shows,
 * says when it `isThere`. Who types in a field of the dialog by then goes on typing.
 */
export function useFirstFocus(
  find: RefObject<HTMLElement | null> | (() => HTMLElement | null | undefined),
  isThere = true,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the dialog opens.
  useEffect(() => {
    if (!isThere) return;
    let isGone = false;
    // Behind the effects of the dialog around it, which takes the focus from the one below.
    queueMicrotask(() => {
      const element = isGone ? undefined : typeof find === 'function' ? find() : find.current;
      if (element != null && !isTypedIn(element.closest('[role=dialog]'))) element.focus();
    });
    return () => {
      isGone = true;
    };
  }, [isThere]);
}

function isTypedIn(dialog: Element | null): boolean {
  const { activeElement } = document;
  return (
    activeElement?.matches('input, textarea') === true && activeElement.closest('[role=dialog]') === dialog
  );
}
