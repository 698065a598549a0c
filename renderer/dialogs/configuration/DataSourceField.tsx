import { ChevronDown, TriangleAlert } from 'lucide-react';
import { Popover } from 'radix-ui';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { Chip, Field, IconButton, useMessageText } from '../../ui/index.ts';
import { useFirstFocus } from '../use-first-focus.ts';
import { useWords } from '../words.ts';
import {
  type DataSource,
  findDataSource,
  isConnectionString,
  isHidden,
  matchingSources,
} from './data-source.ts';

export interface DataSourceFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Undefined while they are being read. */
  readonly sources: readonly DataSource[] | undefined;
  readonly error: string | undefined;
  /** Until the settings are there: what is typed before would be taken away by them. */
  readonly readOnly: boolean;
  /** The first field of its dialog gets the focus. */
  readonly isFirst: boolean;
}

/** A data source: typed, or chosen from those that were found. */
export function DataSourceField({
  value,
  onChange,
  sources,
  error,
  readOnly,
  isFirst,
}: DataSourceFieldProps) {
  const { t } = useWords();
  const tell = useMessageText();
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  useFirstFocus(() => (isFirst ? input.current : null));
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  // The arrow asks for all of them, whatever stands in the field; typing, for those that go with it.
  const [typed, setTyped] = useState(false);
  const matching = typed ? matchingSources(sources ?? [], value) : (sources ?? []);
  const shown = open && matching.length > 0;

  const pick = (source: DataSource) => {
    onChange(source.name);
    setOpen(false);
    input.current?.focus();
  };
  const openList = (at: number, forTyped = false) => {
    setTyped(forTyped);
    setOpen(true);
    setActive(at);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const last = matching.length - 1;
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      openList(shown ? Math.min(active + 1, last) : 0, shown && typed);
    } else if (event.key === 'ArrowUp') {
      event.preventDefault();
      openList(shown ? Math.max(active - 1, 0) : last, shown && typed);
    } else if (event.key === 'Enter' && shown) {
      const source = matching[active];
      setOpen(false);
      if (source === undefined) return;
      event.preventDefault();
      pick(source);
    } else if (event.key === 'Tab') {
      setOpen(false);
    }
  };

  return (
    <Field label={t('configuration.source')} hint={hint()} error={error}>
      {(wiring) => (
        <Popover.Root open={shown} onOpenChange={setOpen}>
          <Popover.Anchor asChild>
            <span className="source-field">
              <input
                {...wiring}
                ref={input}
                className="input mono"
                role="combobox"
                aria-expanded={shown}
                aria-controls={listId}
                aria-autocomplete="list"
                aria-activedescendant={shown && active >= 0 ? `${listId}-${active}` : undefined}
                autoComplete="off"
                spellCheck={false}
                readOnly={readOnly}
                value={value}
                onChange={(event) => {
                  onChange(event.target.value);
                  openList(-1, true);
                }}
                onKeyDown={onKeyDown}
              />
              <IconButton
                look="quiet"
                className="source-field__open"
                tabIndex={-1}
                label={t('configuration.sourceList')}
                icon={<ChevronDown size={16} />}
                onClick={() => (shown ? setOpen(false) : openList(-1))}
              />
            </span>
          </Popover.Anchor>
          {/* Within the dialog: the page outside it is hidden from screen readers. */}
          <Popover.Portal container={input.current?.closest<HTMLElement>('[role=dialog]') ?? null}>
            <Popover.Content
              id={listId}
              role="listbox"
              aria-label={t('configuration.sourceList')}
              className="source-list"
              align="start"
              sideOffset={3}
              onOpenAutoFocus={(event) => event.preventDefault()}
              onCloseAutoFocus={(event) => event.preventDefault()}
              onInteractOutside={(event) => {
                // The button beside the field closes the list itself.
                if (input.current?.parentElement?.contains(event.target as Node)) event.preventDefault();
              }}
            >
              {matching.map((source, index) => (
                <Option
                  key={`${source.scope} ${source.definedIn} ${source.bitness} ${source.name}`}
                  id={`${listId}-${index}`}
                  source={source}
                  active={index === active}
                  onPick={() => pick(source)}
                  onPoint={() => setActive(index)}
                />
              ))}
            </Popover.Content>
          </Popover.Portal>
        </Popover.Root>
      )}
    </Field>
  );

  function hint() {
    if (value.trim() === '' || sources === undefined) {
      return sources?.length === 0 ? t('configuration.sourceNone') : t('configuration.sourceHelp');
    }
    if (isConnectionString(value)) return t('configuration.sourceString');
    const known = findDataSource(sources, value);
    if (known === undefined) return t('configuration.sourceUnknown');
    return (
      <>
        {[known.driver, known.description, known.definedIn].filter(Boolean).join(' · ')}
        {known.notes.map((note) => (
          <span key={note.message} className="source-note">
            <TriangleAlert size={12} aria-hidden />
            {tell(note)}
          </span>
        ))}
      </>
    );
  }
}

function Option({
  id,
  source,
  active,
  onPick,
  onPoint,
}: {
  readonly id: string;
  readonly source: DataSource;
  readonly active: boolean;
  readonly onPick: () => void;
  readonly onPoint: () => void;
}) {
  const { t } = useWords();
  const tell = useMessageText();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the keys are the combobox's, which keeps the focus.
    <div
      id={id}
      role="option"
      aria-selected={active}
      className={isHidden(source) ? 'source-option source-option--hidden' : 'source-option'}
      // The field keeps the focus.
      onPointerDown={(event) => event.preventDefault()}
      onPointerMove={onPoint}
      onClick={onPick}
    >
      <span className="source-option__line">
        <span className="mono">{source.name}</span>
        <span className="source-option__driver">{source.driver}</span>
        {source.bitness !== undefined && (
          <Chip>{t('configuration.bits', { bits: String(source.bitness) })}</Chip>
        )}
        <Chip>{t(source.scope === 'user' ? 'configuration.scopeUser' : 'configuration.scopeSystem')}</Chip>
      </span>
      {source.notes.map((note) => (
        <span key={note.message} className="source-note">
          <TriangleAlert size={12} aria-hidden />
          {tell(note)}
        </span>
      ))}
    </div>
  );
}
