import { Popover } from 'radix-ui';
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNumber } from '../../ui/index.ts';
import { matcher } from '../../ui/tree/index.ts';

export interface QueueOption {
  readonly key: string;
  /** What the field shows once it is chosen, and what is searched. */
  readonly text: string;
  /** Where it stands, or why it is offered. */
  readonly note?: string | undefined;
}

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
}

const MOST = 50;

/** One queue of many: searched by any words of its name, chosen by arrows and Enter. */
export function QueueField(props: QueueFieldProps) {
  const { label, options, first, value, onChange, adds, mono } = props;
  const { t } = useTranslation();
  const number = useNumber();
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string>();
  const [active, setActive] = useState(0);
  const open = typed !== undefined;

  const matching = useMemo(() => {
    if (typed === undefined) return [];
    if (typed.trim() === '') return first !== undefined && first.length > 0 ? first : options;
    const matches = matcher(typed);
    return options.filter(({ text }) => matches(text));
  }, [typed, options, first]);
  const shown = matching.slice(0, MOST);
  const at = Math.min(active, shown.length - 1);

  function pick(option: QueueOption | undefined): void {
    if (option === undefined) return;
    onChange(option);
    setTyped(undefined);
  }

  function search(text: string): void {
    setTyped(text);
    setActive(0);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const last = shown.length - 1;
    if (event.key === 'ArrowDown') {
      if (open) setActive(at >= last ? 0 : at + 1);
      else search('');
    } else if (event.key === 'ArrowUp' && open) setActive(at <= 0 ? last : at - 1);
    else if (event.key === 'Enter' && open) pick(shown[at]);
    else if (event.key === 'Escape' && open) {
      event.stopPropagation();
      setTyped(undefined);
    } else return;
    event.preventDefault();
  }

  return (
    <Popover.Root open={open} onOpenChange={(wanted) => !wanted && setTyped(undefined)}>
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
          onBlur={() => setTyped(undefined)}
          onKeyDown={onKeyDown}
        />
      </Popover.Anchor>
      {/* Within the dialog: the page outside it is hidden from screen readers. */}
      <Popover.Portal container={input.current?.closest<HTMLElement>('[role=dialog]') ?? null}>
        <Popover.Content
          className="queue-list"
          // It is no dialog: the list in it has its own role.
          role="presentation"
          align="start"
          sideOffset={3}
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
          onInteractOutside={(event) => {
            if (input.current?.contains(event.target as Node)) event.preventDefault();
          }}
        >
          <div id={listId} role="listbox" aria-label={t('ways.queueField.list')}>
            {shown.map((option, index) => (
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
                onPointerMove={() => setActive(index)}
                onClick={() => pick(option)}
              >
                <span className={mono ? 'queue-list__name mono' : 'queue-list__name'}>{option.text}</span>
                {option.note !== undefined && (
                  <span className="queue-list__note" aria-hidden="true">
                    {option.note}
                  </span>
                )}
              </div>
            ))}
          </div>
          <p className="queue-list__more" role="status">
            {shown.length === 0 && t('ways.queueField.nothing')}
            {matching.length > MOST && t('ways.queueField.more', { number: number(matching.length - MOST) })}
          </p>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
