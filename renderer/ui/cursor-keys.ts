/** What of a key press tells which key was meant. */
export interface PressedKey {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/**
 * Where a key moves the cursor of a list, kept within its rows; null where the key moves no cursor. `cursor` is -1 where
 * no row has been gone to yet.
 */
export function cursorAfterKey(
  key: string,
  cursor: number,
  rowCount: number,
  pageRows: number,
): number | null {
  const at = Math.max(0, cursor);
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: cursor + 1,
    ArrowUp: at - 1,
    PageDown: at + pageRows,
    PageUp: at - pageRows,
    Home: 0,
    End: rowCount - 1,
  };
  const to = rowCount === 0 ? undefined : steps[key];
  return to === undefined ? null : Math.min(rowCount - 1, Math.max(0, to));
}

/** As far as Page Up and Page Down go: what is in sight but for a row that stays, and for `headRows`. */
export function pageRowsOf(scroller: Element | null, rowHeightPx: number, headRows: 0 | 1): number {
  return Math.max(1, Math.floor((scroller?.clientHeight ?? 0) / rowHeightPx) - 1 - headRows);
}

/** The key that opens the menu of what is selected: one of its own, or Shift F10. */
export function isMenuKey({ key, shiftKey }: { readonly key: string; readonly shiftKey: boolean }): boolean {
  return key === 'ContextMenu' || (key === 'F10' && shiftKey);
}

/** Opens the menu of a row that was asked for by key, as if the row had been clicked there. */
export function openMenuAt(row: HTMLElement | null, rowHeightPx?: number): void {
  if (row === null) return;
  const { left, top, height } = row.getBoundingClientRect();
  const at = { clientX: left + 40, clientY: top + (rowHeightPx ?? height) - 4 };
  row.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, ...at }));
}
