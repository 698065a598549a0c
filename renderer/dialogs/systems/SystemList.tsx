import { type KeyboardEvent, useId, useRef } from 'react';
import type { SystemSummary } from '#shared/contract/systems.ts';
import { Chip } from '../../ui/index.ts';
import { useFirstFocus } from '../use-first-focus.ts';
import { useWords } from '../words.ts';

export interface SystemListProps {
  readonly systems: readonly SystemSummary[];
  readonly selected: string | undefined;
  readonly onSelect: (name: string) => void;
  /** Delete asks for it. */
  readonly onRemove: (name: string) => void;
}

export function SystemList({ systems, selected, onSelect, onRemove }: SystemListProps) {
  const { t } = useWords();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  // The first thing a reader does here is to choose a system.
  useFirstFocus(list);
  const at = systems.findIndex((system) => system.name === selected);
  const onKeyDown = (event: KeyboardEvent) => {
    const target = {
      ArrowDown: systems[at + 1],
      ArrowUp: systems[at - 1],
      Home: systems[0],
      End: systems.at(-1),
    }[event.key];
    if (target !== undefined) {
      event.preventDefault();
      onSelect(target.name);
    } else if (event.key === 'Delete' && selected !== undefined) {
      event.preventDefault();
      onRemove(selected);
    }
  };
  return (
    <div
      ref={list}
      className="system-list"
      role="listbox"
      aria-label={t('systems.list')}
      aria-activedescendant={at < 0 ? undefined : `${id}-${at}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      {systems.map((system, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the list has the focus and the keys.
        <div
          key={system.name}
          id={`${id}-${index}`}
          role="option"
          aria-selected={system.name === selected}
          className="system-list__item"
          onClick={() => onSelect(system.name)}
        >
          <span className="system-list__name">{system.name}</span>
          {system.configured ? (
            <span className="system-list__interface">{system.interfaceName}</span>
          ) : (
            <Chip tone="warn">{t('systems.notConfigured')}</Chip>
          )}
        </div>
      ))}
    </div>
  );
}
