import { Check, ChevronRight } from 'lucide-react';
import {
  ContextMenu as RadixContext,
  DropdownMenu as RadixDropdown,
  Menubar as RadixMenubar,
} from 'radix-ui';
import { type ReactElement, useRef, useState } from 'react';
import { Kbd } from './kbd.tsx';
import type { MenuEntry, MenuItem } from './menu-entry.ts';
import { overlayHost } from './overlay.ts';
import './menu.css';

/** The three kinds of Radix menu offer the same parts under the same names. */
type Parts = Pick<
  typeof RadixMenubar,
  'Item' | 'CheckboxItem' | 'Separator' | 'Sub' | 'SubTrigger' | 'SubContent' | 'Portal'
>;

type Choose = (item: MenuItem) => void;

/**
 * What is chosen runs once the menu is gone and the focus is back where it came from: a dialog that it opens then
 * knows where to give the focus to when it closes.
 */
function useChoice() {
  const chosen = useRef<MenuItem>(undefined);
  return {
    choose: (item: MenuItem) => {
      chosen.current = item;
    },
    onCloseAutoFocus: () => {
      const item = chosen.current;
      chosen.current = undefined;
      if (item !== undefined) queueMicrotask(item.run);
    },
  };
}

interface EntriesProps {
  readonly entries: readonly MenuEntry[];
  readonly parts: Parts;
  readonly choose: Choose;
  /** Where submenus are put. */
  readonly host: HTMLElement | undefined;
}

function Entries({ entries, parts, choose, host }: EntriesProps) {
  const hasChecks = entries.some((entry) => entry.kind === 'item' && entry.checked !== undefined);
  return entries.map((entry, index) => {
    if (entry.kind === 'separator') {
      // biome-ignore lint/suspicious/noArrayIndexKey: a separator is nothing but its place
      return <parts.Separator key={`separator-${index}`} className="menu__separator" />;
    }
    if (entry.kind === 'menu') {
      return (
        <parts.Sub key={entry.id}>
          <parts.SubTrigger className="menu__item">
            {hasChecks && <span className="menu__check" />}
            <span className="menu__label">{entry.label}</span>
            <ChevronRight size={14} aria-hidden />
          </parts.SubTrigger>
          <parts.Portal container={host}>
            <parts.SubContent className="menu" collisionPadding={6}>
              <Entries entries={entry.entries} parts={parts} choose={choose} host={host} />
            </parts.SubContent>
          </parts.Portal>
        </parts.Sub>
      );
    }
    return <Item key={entry.id} item={entry} parts={parts} choose={choose} hasChecks={hasChecks} />;
  });
}

interface ItemProps {
  /** Then items without one leave room for it, so that the words stand in a line. */
  readonly hasChecks: boolean;
  readonly item: MenuItem;
  readonly parts: Parts;
  readonly choose: Choose;
}

function Item({ item, parts, choose, hasChecks }: ItemProps) {
  const disabled = item.disabledReason !== undefined;
  const inside = (
    <>
      {hasChecks && <span className="menu__check">{item.checked && <Check size={14} aria-hidden />}</span>}
      <span className="menu__label">
        {item.label}
        {disabled && <div className="menu__reason">{item.disabledReason}</div>}
      </span>
      {item.shortcut !== undefined && <Kbd>{item.shortcut}</Kbd>}
    </>
  );
  if (item.checked !== undefined) {
    return (
      <parts.CheckboxItem
        className="menu__item"
        checked={item.checked}
        disabled={disabled}
        onSelect={() => choose(item)}
      >
        {inside}
      </parts.CheckboxItem>
    );
  }
  return (
    <parts.Item className="menu__item" disabled={disabled} onSelect={() => choose(item)}>
      {inside}
    </parts.Item>
  );
}

export interface MenuProps {
  readonly entries: readonly MenuEntry[];
  /** Of a button in a dialog, whose focus does not leave it: the dialog. */
  readonly within?: (() => HTMLElement | null | undefined) | undefined;
  /** The button that opens it. */
  readonly children: ReactElement;
}

/** A menu that a button opens. */
export function Menu({ entries, within, children }: MenuProps) {
  const { choose, onCloseAutoFocus } = useChoice();
  const [open, setOpen] = useState(false);
  const host = (open ? within?.() : undefined) ?? overlayHost();
  return (
    <RadixDropdown.Root modal={false} open={open} onOpenChange={setOpen}>
      <RadixDropdown.Trigger asChild>{children}</RadixDropdown.Trigger>
      <RadixDropdown.Portal container={host}>
        <RadixDropdown.Content
          className="menu"
          align="start"
          sideOffset={2}
          collisionPadding={6}
          onCloseAutoFocus={onCloseAutoFocus}
        >
          <Entries entries={entries} parts={RadixDropdown as Parts} choose={choose} host={host} />
        </RadixDropdown.Content>
      </RadixDropdown.Portal>
    </RadixDropdown.Root>
  );
}

export interface ContextMenuProps {
  readonly label: string;
  /** Asked when the menu opens. */
  readonly entries: readonly MenuEntry[];
  /** Of what stands in a dialog, whose focus does not leave it: the dialog. */
  readonly within?: HTMLElement | null | undefined;
  readonly children: ReactElement;
  readonly onOpenChange?: ((open: boolean) => void) | undefined;
}

/** The menu of whatever is right-clicked inside the child. With no entries there is no menu. */
export function ContextMenu({ label, entries, within, children, onOpenChange }: ContextMenuProps) {
  const { choose, onCloseAutoFocus } = useChoice();
  const host = within ?? overlayHost();
  return (
    <RadixContext.Root modal={false} onOpenChange={(open) => onOpenChange?.(open)}>
      <RadixContext.Trigger asChild>{children}</RadixContext.Trigger>
      {entries.length > 0 && (
        <RadixContext.Portal container={host}>
          <RadixContext.Content
            className="menu"
            aria-label={label}
            collisionPadding={6}
            onCloseAutoFocus={onCloseAutoFocus}
          >
            <Entries entries={entries} parts={RadixContext as Parts} choose={choose} host={host} />
          </RadixContext.Content>
        </RadixContext.Portal>
      )}
    </RadixContext.Root>
  );
}

interface MenubarMenu {
  readonly id: string;
  readonly title: string;
  readonly entries: readonly MenuEntry[];
}

export interface MenubarProps {
  readonly label: string;
  readonly menus: readonly MenubarMenu[];
}

export function Menubar({ label, menus }: MenubarProps) {
  return (
    <RadixMenubar.Root className="menubar" aria-label={label}>
      {menus.map((menu) => (
        <OneMenu key={menu.id} menu={menu} />
      ))}
    </RadixMenubar.Root>
  );
}

function OneMenu({ menu }: { readonly menu: MenubarMenu }) {
  const { choose, onCloseAutoFocus } = useChoice();
  const host = overlayHost();
  return (
    <RadixMenubar.Menu value={menu.id}>
      <RadixMenubar.Trigger className="menubar__trigger">{menu.title}</RadixMenubar.Trigger>
      <RadixMenubar.Portal container={host}>
        <RadixMenubar.Content
          className="menu"
          align="start"
          sideOffset={2}
          collisionPadding={6}
          onCloseAutoFocus={onCloseAutoFocus}
        >
          <Entries entries={menu.entries} parts={RadixMenubar} choose={choose} host={host} />
        </RadixMenubar.Content>
      </RadixMenubar.Portal>
    </RadixMenubar.Menu>
  );
}
