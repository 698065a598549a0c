import { Check, ChevronRight } from 'lucide-react';
import {
  ContextMenu as RadixContext,
  DropdownMenu as RadixDropdown,
  Menubar as RadixMenubar,
} from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { Kbd } from './kbd.tsx';
import type { MenuEntry, MenuItem } from './menu-entry.ts';
import './menu.css';

/** The three kinds of Radix menu offer the same parts under the same names. */
type Parts = Pick<
  typeof RadixMenubar,
  'Item' | 'CheckboxItem' | 'Separator' | 'Sub' | 'SubTrigger' | 'SubContent' | 'Portal'
>;

function Entries({ entries, parts }: { readonly entries: readonly MenuEntry[]; readonly parts: Parts }) {
  return entries.map((entry, index) => {
    if (entry.kind === 'separator') {
      // biome-ignore lint/suspicious/noArrayIndexKey: a separator is nothing but its place
      return <parts.Separator key={`separator-${index}`} className="menu__separator" />;
    }
    if (entry.kind === 'menu') {
      return (
        <parts.Sub key={entry.id}>
          <parts.SubTrigger className="menu__item">
            <span className="menu__check" />
            <span className="menu__label">{entry.label}</span>
            <ChevronRight size={14} aria-hidden />
          </parts.SubTrigger>
          <parts.Portal>
            <parts.SubContent className="menu" collisionPadding={6}>
              <Entries entries={entry.entries} parts={parts} />
            </parts.SubContent>
          </parts.Portal>
        </parts.Sub>
      );
    }
    return <Item key={entry.id} item={entry} parts={parts} />;
  });
}

function Item({ item, parts }: { readonly item: MenuItem; readonly parts: Parts }) {
  const disabled = item.disabledReason !== undefined;
  const inside = (
    <>
      <span className="menu__check">{item.checked && <Check size={14} aria-hidden />}</span>
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
        onSelect={item.run}
      >
        {inside}
      </parts.CheckboxItem>
    );
  }
  return (
    <parts.Item className="menu__item" disabled={disabled} onSelect={item.run}>
      {inside}
    </parts.Item>
  );
}

export interface MenuProps {
  readonly entries: readonly MenuEntry[];
  /** The button that opens it. */
  readonly children: ReactElement;
}

/** A menu that a button opens. */
export function Menu({ entries, children }: MenuProps) {
  return (
    <RadixDropdown.Root modal={false}>
      <RadixDropdown.Trigger asChild>{children}</RadixDropdown.Trigger>
      <RadixDropdown.Portal>
        <RadixDropdown.Content className="menu" align="start" sideOffset={2} collisionPadding={6}>
          <Entries entries={entries} parts={RadixDropdown as Parts} />
        </RadixDropdown.Content>
      </RadixDropdown.Portal>
    </RadixDropdown.Root>
  );
}

export interface ContextMenuProps {
  readonly label: string;
  /** Asked when the menu opens. */
  readonly entries: readonly MenuEntry[];
  readonly children: ReactElement;
  readonly onOpenChange?: ((open: boolean) => void) | undefined;
}

/** The menu of whatever is right-clicked inside the child. With no entries there is no menu. */
export function ContextMenu({ label, entries, children, onOpenChange }: ContextMenuProps) {
  return (
    <RadixContext.Root modal={false} onOpenChange={(open) => onOpenChange?.(open)}>
      <RadixContext.Trigger asChild>{children}</RadixContext.Trigger>
      {entries.length > 0 && (
        <RadixContext.Portal>
          <RadixContext.Content className="menu" aria-label={label} collisionPadding={6}>
            <Entries entries={entries} parts={RadixContext as Parts} />
          </RadixContext.Content>
        </RadixContext.Portal>
      )}
    </RadixContext.Root>
  );
}

export interface MenubarProps {
  readonly label: string;
  readonly menus: readonly {
    readonly id: string;
    readonly title: string;
    readonly entries: readonly MenuEntry[];
  }[];
  readonly children?: ReactNode;
}

export function Menubar({ label, menus }: MenubarProps) {
  return (
    <RadixMenubar.Root className="menubar" aria-label={label}>
      {menus.map((menu) => (
        <RadixMenubar.Menu key={menu.id} value={menu.id}>
          <RadixMenubar.Trigger className="menubar__trigger">{menu.title}</RadixMenubar.Trigger>
          <RadixMenubar.Portal>
            <RadixMenubar.Content className="menu" align="start" sideOffset={2} collisionPadding={6}>
              <Entries entries={menu.entries} parts={RadixMenubar} />
            </RadixMenubar.Content>
          </RadixMenubar.Portal>
        </RadixMenubar.Menu>
      ))}
    </RadixMenubar.Root>
  );
}
