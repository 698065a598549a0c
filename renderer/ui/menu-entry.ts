/** A line of a menu, the same whether it stands in the menubar, a context menu or the command palette. */
export type MenuEntry = MenuItem | MenuSeparator | SubMenu;

export interface MenuItem {
  readonly kind: 'item';
  readonly id: string;
  readonly label: string;
  /** As shown, for instance `Ctrl Z`; binding the keys is somebody else's work. */
  readonly shortcut?: string | undefined;
  /** Says why it cannot be chosen now. */
  readonly disabledReason?: string | undefined;
  /** For a choice: whether it is the one that holds. */
  readonly checked?: boolean | undefined;
  readonly run: () => void;
}

export interface MenuSeparator {
  readonly kind: 'separator';
}

export interface SubMenu {
  readonly kind: 'menu';
  readonly id: string;
  readonly label: string;
  readonly entries: readonly MenuEntry[];
}

export const separator: MenuSeparator = { kind: 'separator' };

export function menuItem(
  id: string,
  label: string,
  run: () => void,
  more: Pick<MenuItem, 'shortcut' | 'disabledReason' | 'checked'> = {},
): MenuItem {
  return { kind: 'item', id, label, run, ...more };
}

/** All items of the entries, those of submenus too, each with the titles of the menus it stands in. */
export function itemsOf(
  entries: readonly MenuEntry[],
  within: readonly string[] = [],
): readonly { readonly item: MenuItem; readonly within: readonly string[] }[] {
  return entries.flatMap((entry) => {
    if (entry.kind === 'separator') return [];
    if (entry.kind === 'menu') return itemsOf(entry.entries, [...within, entry.label]);
    return [{ item: entry, within }];
  });
}
