import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MappingView } from '#shared/contract/mapping.ts';
import type { Problem } from '#shared/domain/mapping/states.ts';
import { type MappingTarget, openDialog, statesOf, useStore } from '../../state/index.ts';
import { cursorAfterKey, isMenuKey, openMenuAt } from '../../ui/cursor-keys.ts';
import { Card, ContextMenu, IconButton } from '../../ui/index.ts';
import { draggedCarried } from '../drag.ts';
import { focusPane } from '../focus.ts';
import { externalOfEntry, showExternal, showTarget } from '../jump.ts';
import { planNow, useMappingActs } from '../use-mapping-acts.ts';
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
  const chosen = useStore((state) => state.sourceCursor);
  const setChosen = useStore((state) => state.setSourceCursor);
  const why = useStore(statesOf).brokenWhy(target);
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
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const to = cursorAfterKey(event.key, current, entries.length, entries.length);
    if (step !== 0 && event.altKey) void move(current, current + step);
    else if (to !== null) setChosen(to);
    else if (event.key.toLowerCase() === 'j' && event.ctrlKey) jump(event.shiftKey);
    else if (event.key === 'h' && event.ctrlKey) replaceQueue();
    else if (event.key === 'Delete') void acts.remove(target, current);
    else if (isMenuKey(event)) openMenuAt(document.getElementById(`${baseId}-${current}`));
    else return;
    event.preventDefault();
  }

  /** To the other end: where the source comes from, or where it goes. */
  function jump(toWfm: boolean): void {
    const external = entry === undefined ? null : externalOfEntry(entry);
    if (toWfm) showTarget(target);
    else if (external !== null) showExternal(external);
    else return;
    focusPane(toWfm ? 'wfm' : 'interface');
  }

  function replaceQueue(): void {
    const external = entry === undefined ? null : externalOfEntry(entry);
    if (external !== null) openDialog({ kind: 'replace-queue', ...external });
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
          <p className="sources__none">
            {isOver ? t('ways.drop.add', { count: 1, number: '1' }) : t('mapping.noSource')}
          </p>
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
                  entry={withProblem(one, why)}
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

/** A source that is understood may be gone all the same: its queue or value type is not in the tree any more. */
function withProblem(entry: MappingEntry, why: readonly Problem[]): MappingEntry {
  if (entry.problem !== undefined || entry.path === undefined) return entry;
  const queue = entry.path.join(':');
  const problem = why.find(
    ({ details }) =>
      details?.system === entry.system &&
      details?.queue === queue &&
      (details?.valueType === undefined || details.valueType === entry.valueType),
  );
  if (problem === undefined) return entry;
  const { code, message, details } = problem;
  return { ...entry, problem: { code, message, details: { ...details } } };
}

/** What is dropped anywhere on the card becomes the last sources, where that makes sense. */
function useExternalDrop(target: MappingTarget) {
  const acts = useMappingActs();
  const dropRef = useRef<HTMLDivElement>(null);
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    if (dropRef.current === null) return;
    const place = { kind: 'value-type', target } as const;
    return dropTargetForElements({
      element: dropRef.current,
      canDrop: ({ source }) => {
        const carried = draggedCarried(source.data);
        return carried !== null && planNow(carried, place) !== null;
      },
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: ({ source }) => {
        setOver(false);
        const carried = draggedCarried(source.data);
        if (carried !== null) void acts.drop(carried, place);
      },
    });
  }, [acts, target]);
  return { dropRef, isOver };
}
