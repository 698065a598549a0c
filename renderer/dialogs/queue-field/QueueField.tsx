import { Popover } from 'radix-ui';
import { type KeyboardEvent, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNumber } from '../../ui/index.ts';
import { useOptionCursor } from '../../ui/option-cursor.ts';
import { findOptions, type QueueOption } from './find-options.ts';
import './queue-field.css';

export interface QueueFieldProps {
  readonly label: string;
  readonly options: readonly QueueOption[];
  /** Offered before anything is typed. */
  readonly first?: readonly QueueOption[] | undefined;
  readonly value: QueueOption | null;
  readonly onChange: (value: QueueOption) => void;
  /** Forgets what was chosen when it was: for a field that adds to a list. */
  readonly adds?: boolean | undefined;
  readonly placeholder?: string | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly mono?: boolean | undefined;
  /** There for one choice: its list is open from the start, and Escape, Tab or a click elsewhere end it. */
  readonly onLeave?: ((byKey: boolean) => void) | undefined;
}

/** More than one looks through: who wants another types more of its name. */
const MOST = 50;
const none: readonly QueueOption[] = [];

/** One queue of many: searched by any words of its name, chosen by arrows and Enter. */
export function QueueField(props: QueueFieldProps) {
  const { label, options, first = none, value, onChange, adds, mono, onLeave } = props;
  const { t } = useTranslation();
  const number = useNumber();
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  /** Within the dialog: the page outside it is hidden from screen readers. */
  const [host, setHost] = useState<HTMLElement>();
  useLayoutEffect(() => {
    setHost(input.current?.closest<HTMLElement>('[role=dialog]') ?? document.body);
  }, []);
  /** Undefined while the list is closed. */
  const [typed, setTyped] = useState<string | undefined>(onLeave && '');
  const open = typed !== undefined;
  const { found, more } = useMemo(
    () => (typed === undefined ? { found: none, more: 0 } : findOptions(options, first, typed, MOST)),
    [typed, options, first],
  );
  const { at, point, move } = useOptionCursor(listId, found.length);

  function search(text: string): void {
    setTyped(text);
    point(0);
  }

  function pick(option: QueueOption | undefined): void {
    if (option === undefined) return;
    onChange(option);
    setTyped(undefined);
  }

  function close(byKey: boolean): void {
    setTyped(undefined);
    onLeave?.(byKey);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (!open) {
      if (event.key !== 'ArrowDown') return;
      search('');
    } else if (event.key === 'Enter') pick(found[at]);
    else if (event.key === 'Escape' || (event.key === 'Tab' && onLeave !== undefined)) {
      event.stopPropagation();
      close(true);
    } else if (!move(event.key)) return;
    event.preventDefault();
  }

  return (
    <Popover.Root open={open} onOpenChange={(wanted) => !wanted && close(false)}>
      <Popover.Anchor asChild>
        <input
          ref={input}
          className={mono ? 'input mono' : 'input'}
          role="combobox"
          aria-label={label}
          aria-expanded={open}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={open && at >= 0 ? `${listId}-${at}` : undefined}
          placeholder={props.placeholder ?? t('ways.queueField.placeholder')}
          autoComplete="off"
          spellCheck={false}
          // biome-ignore lint/a11y/noAutofocus: the one thing a dialog asks for
          autoFocus={props.autoFocus}
          value={typed ?? (adds ? '' : (value?.text ?? ''))}
          onChange={(event) => search(event.target.value)}
          onClick={() => !open && search('')}
          onBlur={() => close(false)}
          onKeyDown={onKeyDown}
        />
      </Popover.Anchor>
      {host !== undefined && (
        <Popover.Portal container={host}>
          <Popover.Content
            className="queue-list"
            // It is no dialog: the list in it has its own role.
            role="presentation"
            align="start"
            sideOffset={3}
            onOpenAutoFocus={(event) => event.preventDefault()}
            onCloseAutoFocus={(event) => event.preventDefault()}
            // The field has the focus, and this key as well.
            onEscapeKeyDown={(event) => event.preventDefault()}
            onInteractOutside={(event) => {
              if (input.current?.contains(event.target as Node)) event.preventDefault();
            }}
          >
            <div
              id={listId}
              className="queue-list__options"
              role="listbox"
              aria-label={t('ways.queueField.list')}
            >
              {found.map((option, index) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the keys are the combobox's, which keeps the focus.
                <div
                  key={option.key}
                  id={`${listId}-${index}`}
                  role="option"
                  aria-selected={index === at}
                  aria-description={option.note}
                  className="queue-list__option"
                  // The field keeps the focus.
                  onPointerDown={(event) => event.preventDefault()}
                  onPointerMove={() => point(index)}
                  onClick={() => pick(option)}
                >
                  {option.isNone ? (
                    <i>{option.text}</i>
                  ) : (
                    <span className={mono ? 'queue-list__name mono' : 'queue-list__name'}>{option.text}</span>
                  )}
                  {(option.aside ?? option.note) !== undefined && (
                    <span className="queue-list__note" aria-hidden="true">
                      {option.aside ?? option.note}
                    </span>
                  )}
                </div>
              ))}
            </div>
            <p className="queue-list__more" role="status">
              {found.length === 0 && t('ways.queueField.nothing')}
              {more > 0 && t('ways.queueField.more', { number: number(more) })}
            </p>
          </Popover.Content>
        </Popover.Portal>
      )}
    </Popover.Root>
  );
}
