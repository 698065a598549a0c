import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { useFirstFocus } from './use-first-focus.ts';
import './side-list.css';

export interface SideListProps {
  readonly label: string;
  readonly items: readonly { readonly id: string; readonly name: string; readonly note?: ReactNode }[];
  readonly selected: string | undefined;
  readonly onSelect: (id: string) => void;
  /** Delete asks for it. */
  readonly onRemove?: ((id: string) => void) | undefined;
}

/** The list at the left of a dialog: what is selected in it is what the dialog shows. Gets the focus first. */
export function SideList({ label, items, selected, onSelect, onRemove }: SideListProps) {
  const baseId = useId();
  const list = useRef<HTMLDivElement>(null);
  useFirstFocus(list);
  const at = items.findIndex(({ id }) => id === selected);
  useEffect(() => {
    document.getElementById(`${baseId}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [baseId, at]);

  const onKeyDown = (event: KeyboardEvent) => {
    const target = {
      ArrowDown: items[at + 1],
      ArrowUp: items[at - 1],
      Home: items[0],
      End: items.at(-1),
    }[event.key];
    if (target !== undefined) {
      event.preventDefault();
      onSelect(target.id);
    } else if (event.key === 'Delete' && onRemove !== undefined && selected !== undefined) {
      event.preventDefault();
      onRemove(selected);
    }
  };
  return (
    <div
      ref={list}
      className="side-list"
      role="listbox"
      aria-label={label}
      aria-activedescendant={at < 0 ? undefined : `${baseId}-${at}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      {items.map(({ id, name, note }, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the list has the focus and the keys.
        <div
          key={id}
          id={`${baseId}-${index}`}
          role="option"
          aria-selected={id === selected}
          className="side-list__item"
          onClick={() => onSelect(id)}
        >
          <span className="side-list__name">{name}</span>
          {note !== undefined && <span className="side-list__note">{note}</span>}
        </div>
      ))}
    </div>
  );
}
