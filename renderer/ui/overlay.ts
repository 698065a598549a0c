import { useCallback, useEffect, useState } from 'react';

/** Menus and tooltips are put into the page's main region, so that nothing on the page stands outside of one. */
export function overlayHost(): HTMLElement | undefined {
  return document.querySelector('main') ?? undefined;
}

/**
 * Gives the focus back to where it was when what is drawn over the window came. Radix gives it to the button that
 * opened a dialog only, and ours are opened from anywhere.
 */
export function useReturnFocus(then?: () => void): (event: Event) => void {
  const [before] = useState(() => document.activeElement);
  const giveBack = useCallback(() => {
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
  }, [before]);
  // At once: the next key is meant for it. Radix asks a moment later only.
  useEffect(() => giveBack, [giveBack]);
  return (event) => {
    event.preventDefault();
    if (document.activeElement === document.body) giveBack();
    then?.();
  };
}
