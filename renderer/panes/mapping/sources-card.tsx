import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MappingView } from '#shared/contract/mapping.ts';
import type { MappingTarget } from '../../state/index.ts';
import { Card, ContextMenu, IconButton } from '../../ui/index.ts';
import { draggedExternal } from '../drag.ts';
import { useMappingActs } from '../use-mapping-acts.ts';
import { SourceItem } from './source-item.tsx';
import { useSourceMenu } from './source-menu.ts';

export type MappingEntry = MappingView['entries'][number];

interface SourcesCardProps {
  readonly target: MappingTarget;
  readonly entries: readonly MappingEntry[];
}

/** The sources in their order: arrows choose one, Alt with arrows moves it, Delete and double click remove it. */
export function SourcesCard({ target, entries }: SourcesCardProps) {
  const { t } = useTranslation();
  const acts = useMappingActs();
  const baseId = useId();
  const [chosen, setChosen] = useState(-1);
  const list = useRef<HTMLDivElement>(null);
  const { dropRef, isOver } = useExternalDrop(target);
  const menu = useSourceMenu(target);

  // What stood behind a removed source takes its place.
  const current = Math.min(chosen, entries.length - 1);
  const entry = entries[current];

  async function move(from: number, to: number): Promise<void> {
    if (to < 0 || to >= entries.length) return;
    setChosen(to);
    await acts.move(target, from, to);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const last = entries.length - 1;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && event.altKey) void move(current, current + step);
    else if (step !== 0) setChosen(Math.min(last, Math.max(0, current + step)));
    else if (event.key === 'Home') setChosen(0);
    else if (event.key === 'End') setChosen(last);
    else if (event.key === 'Delete') void acts.remove(target, current);
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) openMenu();
    else return;
    event.preventDefault();
  }

  function openMenu(): void {
    const element = document.getElementById(`${baseId}-${current}`);
    const box = element?.getBoundingClientRect();
    if (element == null || box === undefined) return;
    const at = { clientX: box.left + 40, clientY: box.bottom - 4 };
    element.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, ...at }));
  }

  const none = entry === undefined ? t('mapping.noEntrySelected') : undefined;
  const note =
    entries.length > 1 ? t('mapping.order') : entries.length === 1 ? t('mapping.orderOne') : undefined;
  return (
    <div ref={dropRef} className={isOver ? 'sources sources--over' : 'sources'}>
      <Card
        title={t('mapping.sources')}
        note={note}
        actions={
          <>
            <IconButton
              small
              look="quiet"
              label={t('mapping.moveUp')}
              shortcut="Alt ↑"
              icon={<ArrowUp size={14} />}
              disabledReason={none ?? (current === 0 ? t('mapping.firstEntry') : undefined)}
              onClick={() => void move(current, current - 1)}
            />
            <IconButton
              small
              look="quiet"
              label={t('mapping.moveDown')}
              shortcut="Alt ↓"
              icon={<ArrowDown size={14} />}
              disabledReason={none ?? (current === entries.length - 1 ? t('mapping.lastEntry') : undefined)}
              onClick={() => void move(current, current + 1)}
            />
            <IconButton
              small
              look="quiet"
              label={t('mapping.removeSource')}
              shortcut={t('keys.delete')}
              icon={<X size={14} />}
              disabledReason={none}
              onClick={() => void acts.remove(target, current)}
            />
          </>
        }
      >
        {entries.length === 0 ? (
          <p className="sources__none">{isOver ? t('wfm.dropToMap') : t('mapping.noSource')}</p>
        ) : (
          <ContextMenu label={t('mapping.sources')} entries={entry === undefined ? [] : menu(entry, current)}>
            <div
              ref={list}
              className="sources__list"
              role="listbox"
              aria-label={t('mapping.sources')}
              aria-activedescendant={entry === undefined ? undefined : `${baseId}-${current}`}
              tabIndex={0}
              onKeyDown={onKeyDown}
              onFocus={() => current < 0 && setChosen(0)}
            >
              {entries.map((one, index) => (
                <SourceItem
                  // biome-ignore lint/suspicious/noArrayIndexKey: the place is what an entry is: Para1, Para2
                  key={index}
                  id={`${baseId}-${index}`}
                  entry={one}
                  index={index}
                  isChosen={index === current}
                  onChoose={() => {
                    list.current?.focus({ preventScroll: true });
                    setChosen(index);
                  }}
                  onRemove={() => void acts.remove(target, index)}
                  onMoveHere={(from, to) => void move(from, to)}
                />
              ))}
            </div>
          </ContextMenu>
        )}
      </Card>
    </div>
  );
}

/** An external value type dropped anywhere on the card becomes the last source. */
function useExternalDrop(target: MappingTarget) {
  const acts = useMappingActs();
  const dropRef = useRef<HTMLDivElement>(null);
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    if (dropRef.current === null) return;
    return dropTargetForElements({
      element: dropRef.current,
      canDrop: ({ source }) => draggedExternal(source.data) !== null,
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: ({ source }) => {
        setOver(false);
        const external = draggedExternal(source.data);
        if (external !== null) void acts.map(external, target);
      },
    });
  }, [acts, target]);
  return { dropRef, isOver };
}
