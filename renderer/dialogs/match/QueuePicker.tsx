import { Popover } from 'radix-ui';
import { type KeyboardEvent, type RefObject, useEffect, useId, useMemo, useState } from 'react';
import { useWords } from '../words.ts';
import { Confidence } from './Confidence.tsx';
import { type ExternalQueue, findQueues, type MatchLine, queueKey, queueText } from './match-model.ts';

export interface QueuePickerProps {
  readonly line: MatchLine;
  readonly queues: readonly ExternalQueue[];
  readonly anchor: RefObject<HTMLElement | null>;
  /** The dialog: the page outside it is hidden from screen readers. */
  readonly container: HTMLElement | null;
  readonly nameOf: (queueId: number) => string;
  readonly onPick: (queue: ExternalQueue | null) => void;
  readonly onClose: () => void;
}

interface Option {
  readonly key: string;
  readonly queue: ExternalQueue | null;
  readonly candidate?: MatchLine['candidates'][number];
}

/** More than one looks through: who wants another types more of its name. */
const MOST_LISTED = 60;

/** Another external queue for a WFM queue: first what was proposed, then all others by their name. */
export function QueuePicker({ line, queues, anchor, container, nameOf, onPick, onClose }: QueuePickerProps) {
  const { t } = useWords();
  const listId = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const { options, more } = useMemo(() => optionsFor(line, queues, query), [line, queues, query]);
  const at = Math.min(active, options.length - 1);

  useEffect(() => {
    document.getElementById(`${listId}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [listId, at]);

  function onKeyDown(event: KeyboardEvent): void {
    const last = options.length - 1;
    const option = options[at];
    if (event.key === 'ArrowDown') setActive(at >= last ? 0 : at + 1);
    else if (event.key === 'ArrowUp') setActive(at <= 0 ? last : at - 1);
    else if (event.key === 'PageDown') setActive(Math.min(last, at + 8));
    else if (event.key === 'PageUp') setActive(Math.max(0, at - 8));
    else if (event.key === 'Tab') onClose();
    else if (event.key === 'Enter') {
      if (option !== undefined) onPick(option.queue);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const label = t('match.choose', { queue: line.name });
  return (
    <Popover.Root open onOpenChange={(open) => !open && onClose()}>
      <Popover.Anchor virtualRef={anchor as RefObject<HTMLElement>} />
      <Popover.Portal container={container}>
        <Popover.Content
          className="match-picker"
          align="start"
          sideOffset={2}
          aria-label={label}
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          <input
            className="input"
            role="combobox"
            aria-expanded
            aria-autocomplete="list"
            aria-label={label}
            aria-controls={listId}
            aria-activedescendant={at >= 0 ? `${listId}-${at}` : undefined}
            placeholder={t('match.search')}
            spellCheck={false}
            autoComplete="off"
            value={query}
            onChange={(event) => {
              setQuery(event.target.value);
              setActive(0);
            }}
            onKeyDown={onKeyDown}
          />
          <div id={listId} role="listbox" aria-label={t('match.others')} className="match-picker__list">
            {options.map((option, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the keys are the combobox's, which keeps the focus.
              <div
                key={option.key}
                id={`${listId}-${index}`}
                role="option"
                aria-selected={index === at}
                className="match-option"
                // The field keeps the focus.
                onPointerDown={(event) => event.preventDefault()}
                onPointerMove={() => setActive(index)}
                onClick={() => onPick(option.queue)}
              >
                {option.queue === null ? (
                  <i>{t('match.clear')}</i>
                ) : (
                  <span className="match-option__name">{queueText(option.queue)}</span>
                )}
                {option.candidate !== undefined && (
                  <>
                    {option.candidate.takenBy !== undefined && (
                      <small>{t('match.takenBy', { queue: nameOf(option.candidate.takenBy) })}</small>
                    )}
                    <Confidence value={option.candidate.confidence} reason={option.candidate.reason} />
                  </>
                )}
              </div>
            ))}
          </div>
          {more > 0 && <p className="match-picker__note">{t('match.moreQueues', { count: more })}</p>}
          {options.length === 0 && (
            <p className="match-picker__note" role="status">
              {t('match.noQueueFound')}
            </p>
          )}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function optionsFor(
  { candidates, choice }: MatchLine,
  queues: readonly ExternalQueue[],
  query: string,
): { readonly options: readonly Option[]; readonly more: number } {
  const isSearch = query.trim() !== '';
  const { found, more } = findQueues(queues, query, MOST_LISTED);
  const byKey = new Map(candidates.map((candidate) => [queueKey(candidate), candidate]));
  const optionOf = (queue: ExternalQueue): Option => {
    const key = queueKey(queue);
    const candidate = byKey.get(key);
    return { key, queue, ...(candidate === undefined ? {} : { candidate }) };
  };
  if (isSearch) return { options: found.map(optionOf), more };
  const others = found.filter((queue) => !byKey.has(queueKey(queue)));
  const none: Option[] = choice === null ? [] : [{ key: '', queue: null }];
  return { options: [...candidates.map(optionOf), ...none, ...others.map(optionOf)], more };
}
