import { Search } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Kbd, useReturnFocus } from '../../ui/index.ts';
import { useOptionCursor } from '../../ui/option-cursor.ts';
import { type Found, useFound } from './use-found.ts';
import './palette.css';

/** Finds a command or a place by a few letters; Enter does it or goes there. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const baseId = useId();
  const [query, setQuery] = useState('');
  const chosen = useRef<Found>(undefined);
  const found = useFound(query);
  // First the focus goes back to where it was, then runs what may take it elsewhere.
  const returnFocus = useReturnFocus(() => chosen.current?.run());
  const { at, point, move } = useOptionCursor(baseId, found.length);

  function run(one: Found | undefined): void {
    if (one === undefined || one.disabledReason !== undefined) return;
    chosen.current = one;
    onClose();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter') run(found[at]);
    else if (!move(event.key)) return;
    event.preventDefault();
  }

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <div className="dialog__scrim" onPointerDown={onClose} />
        <Dialog.Content className="palette" aria-describedby={undefined} onCloseAutoFocus={returnFocus}>
          <Dialog.Title className="visually-hidden">{t('palette.title')}</Dialog.Title>
          <div className="palette__query">
            <Search size={16} aria-hidden />
            <input
              className="palette__input"
              role="combobox"
              aria-expanded
              aria-autocomplete="list"
              aria-label={t('palette.title')}
              aria-controls={`${baseId}-list`}
              aria-activedescendant={at >= 0 ? `${baseId}-${at}` : undefined}
              placeholder={t('palette.placeholder')}
              spellCheck={false}
              autoComplete="off"
              value={query}
              onChange={(event) => {
                setQuery(event.target.value);
                point(0);
              }}
              onKeyDown={onKeyDown}
            />
          </div>
          {found.length === 0 && (
            <p className="palette__nothing" role="status">
              {t('palette.nothing', { text: query })}
            </p>
          )}
          <div id={`${baseId}-list`} className="palette__list" role="listbox" aria-label={t('palette.title')}>
            {found.map((one, index) => (
              // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus and points at the option
              // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field does the same
              <div
                key={one.id}
                id={`${baseId}-${index}`}
                className="palette__option"
                role="option"
                aria-selected={index === at}
                aria-disabled={one.disabledReason !== undefined || undefined}
                aria-description={one.disabledReason ?? one.within}
                onMouseMove={() => point(index)}
                onClick={() => run(one)}
              >
                <span className="palette__label">{one.label}</span>
                <span className="palette__within" aria-hidden="true">
                  {one.disabledReason ?? (one.within === '' ? one.group : one.within)}
                </span>
                {one.shortcut !== undefined && <Kbd>{one.shortcut}</Kbd>}
              </div>
            ))}
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
