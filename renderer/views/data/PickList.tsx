import { Check } from 'lucide-react';
import { type KeyboardEvent, type Ref, useEffect, useId, useRef, useState } from 'react';
import { cursorAfterKey, pageRowsOf } from '../../ui/cursor-keys.ts';
import type { PickRow } from './data-choice.ts';

export interface PickListProps {
  readonly label: string;
  readonly rows: readonly PickRow[];
  readonly chosen: readonly number[];
  readonly onToggle: (id: number) => void;
  readonly onOnly: (id: number) => void;
  readonly listRef?: Ref<HTMLDivElement> | undefined;
}

const ROW_HEIGHT_PX = 24;

/** Several of a list: Space adds one or takes it away, Enter takes it alone. */
export function PickList({ label, rows, chosen, onToggle, onOnly, listRef }: PickListProps) {
  const baseId = useId();
  const list = useRef<HTMLDivElement | null>(null);
  const [cursorId, setCursorId] = useState<number>();
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === (cursorId ?? chosen[0])),
  );
  const rowId = (index: number) => `${baseId}-${index}`;

  // biome-ignore lint/correctness/useExhaustiveDependencies: when it comes, what is chosen is in sight
  useEffect(() => {
    document.getElementById(rowId(at))?.scrollIntoView({ block: 'nearest' });
  }, []);

  function onKeyDown(event: KeyboardEvent): void {
    const row = rows[at];
    if (row === undefined || event.shiftKey || event.altKey || event.ctrlKey) return;
    const to = cursorAfterKey(event.key, at, rows.length, pageRowsOf(list.current, ROW_HEIGHT_PX, 0));
    if (to !== null) move(to);
    else if (event.key === ' ') onToggle(row.id);
    else if (event.key === 'Enter') onOnly(row.id);
    else return;
    event.preventDefault();
  }

  function move(index: number): void {
    setCursorId(rows[index]?.id);
    document.getElementById(rowId(index))?.scrollIntoView({ block: 'nearest' });
  }

  return (
    <div
      ref={(element) => {
        list.current = element;
        if (typeof listRef === 'function') listRef(element);
        else if (listRef) listRef.current = element;
      }}
      className="pick-list"
      role="listbox"
      aria-multiselectable
      aria-label={label}
      aria-activedescendant={rows.length === 0 ? undefined : rowId(at)}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      {rows.map(({ id, name, depth }, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the focus and its keys do the same
        // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and points at the option
        <div
          key={id}
          id={rowId(index)}
          className={index === at ? 'pick-list__row is-current' : 'pick-list__row'}
          data-depth={Math.min(depth, 5)}
          role="option"
          aria-selected={chosen.includes(id)}
          title={name}
          onClick={() => {
            setCursorId(id);
            onToggle(id);
          }}
          onDoubleClick={() => onOnly(id)}
        >
          <span className="pick-list__box" aria-hidden="true">
            {chosen.includes(id) && <Check size={12} strokeWidth={3} />}
          </span>
          <span className="pick-list__name">{name}</span>
        </div>
      ))}
    </div>
  );
}
