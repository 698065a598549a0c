import { Plus, RefreshCw } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { indexOf, openDialog, statesOf, useStore } from '../../state/index.ts';
import { Button, EmptyState, FilterField, IconButton, Pane, useNumber } from '../../ui/index.ts';
import { type Choice, Tree, TreeSkeleton, useFilteredTree } from '../../ui/tree/index.ts';
import { showMappingOf } from '../jump.ts';
import { StateFilterBar } from '../state-filter.tsx';
import { selectedQueueId, useCarrying } from '../use-carrying.ts';
import { useMappingActs } from '../use-mapping-acts.ts';
import { useExternalMenu } from './external-menu.ts';
import {
  carriedOf,
  type ExternalNode,
  externalSource,
  meantWith,
  shownIn,
  stateCounts,
  systemId,
  systemOfId,
} from './external-nodes.ts';
import { useExternalRow } from './external-row.tsx';
import { MapHint } from './map-hint.tsx';
import { useDraggableRow } from './use-draggable-row.ts';
import './interface.css';

/** The external systems with their queues and value types. */
export function InterfacePane() {
  const { t } = useTranslation();
  const number = useNumber();
  const acts = useMappingActs();
  const systems = useStore((state) => state.systems);
  const trees = useStore((state) => state.trees);
  const mappings = useStore((state) => state.mappings);
  const wfm = useStore((state) => state.wfm);
  const target = useStore((state) => state.target);
  const view = useStore((state) => state.treeViews.interface);
  const choice = useStore((state) => state.externalChoice);
  const setChoice = useStore((state) => state.setExternalChoice);
  const states = useStore(statesOf);
  const setTreeView = useStore((state) => state.setTreeView);
  const treeElement = useRef<HTMLDivElement>(null);
  const [triedWithout, setTriedWithout] = useState(false);

  useReadWhenOpen();

  // The row of the cursor is kept where only some are shown: without that, moving it changes no tree.
  const keep = view.states === 'all' ? null : view.cursor;
  const source = useMemo(
    () => externalSource(systems ?? [], trees, shownIn(view.states, states, keep)),
    [systems, trees, view.states, states, keep],
  );
  const inStates = useMemo(() => stateCounts(trees, states), [trees, states]);
  const shown = useFilteredTree(source, view.filter, view.expanded, (expanded) =>
    setTreeView('interface', { expanded }),
  );
  const row = useExternalRow(indexOf(mappings), wfm);
  const menu = useExternalMenu();
  const carrying = useCarrying();
  const attachRow = useDraggableRow();

  const setFilter = (filter: string) => setTreeView('interface', { filter });

  function primary(node: ExternalNode): void {
    if (node.kind === 'value-type') {
      if (target === null) setTriedWithout(true);
      void acts.map(meantWith(node, choice.chosen), target);
    } else if (node.kind === 'system' && !source.canOpen(node)) {
      openDialog({ kind: 'configuration', system: node.system.name });
    } else if (node.kind !== 'waiting' && node.kind !== 'no-queues') {
      const expanded = new Set(shown.expanded);
      if (!expanded.delete(node.id)) expanded.add(node.id);
      shown.onExpanded(expanded);
    }
  }

  function choose(next: Choice): void {
    setChoice(next);
    const count = next.chosen.size;
    if (count > 1 && next.chosen !== choice.chosen) {
      useStore.getState().announce(t('ways.chosen', { count, number: number(count) }));
    }
  }

  /** Keys beside those of every tree. */
  function onKey(event: KeyboardEvent, node: ExternalNode | undefined): boolean {
    const { key, ctrlKey, shiftKey } = event;
    if (key === 'Escape' && useStore.getState().carrying !== null) {
      carrying.leave();
      return true;
    }
    if (node === undefined) return false;
    const carried = carriedOf(node.id, choice.chosen, trees);
    if (key === 'Enter' && ctrlKey && !shiftKey) carrying.take(carried);
    else if (key === 'Enter' && shiftKey && !ctrlKey && carried !== null) {
      const queueId = selectedQueueId();
      void acts.drop(carried, queueId === null ? null : { kind: 'queue', queueId });
    } else if (key === 'j' && ctrlKey && node.kind === 'value-type') showMappingOf(node, t);
    else if (key === 'h' && ctrlKey && node.kind === 'queue') {
      openDialog({ kind: 'replace-queue', system: node.system, path: node.path });
    } else return false;
    return true;
  }

  const count = systems?.length ?? 0;
  return (
    <Pane
      title={t('interface.title')}
      note={systems !== undefined && t('interface.systems', { count, number: number(count) })}
      actions={
        <IconButton
          small
          look="quiet"
          label={t('interface.readAgain')}
          shortcut="F5"
          icon={<RefreshCw size={14} />}
          disabledReason={count === 0 ? t('menu.noSystem') : undefined}
          onClick={() => readAgain(systemOfId(view.cursor))}
        />
      }
    >
      <FilterField
        label={t('interface.filter')}
        value={view.filter}
        onChange={setFilter}
        hidden={shown.hidden + source.left}
        onLeave={() => treeElement.current?.focus()}
      />
      <StateFilterBar
        counts={inStates}
        value={view.states}
        onChange={(wanted) => setTreeView('interface', { states: wanted })}
      />
      {systems === undefined ? (
        <TreeSkeleton label={t('common.loading')} />
      ) : systems.length === 0 ? (
        <EmptyState
          title={t('interface.emptyTitle')}
          actions={
            <Button look="primary" onClick={() => openDialog({ kind: 'systems' })}>
              <Plus size={16} aria-hidden />
              {t('interface.addSystem')}
            </Button>
          }
        >
          {t('interface.emptyText')}
        </EmptyState>
      ) : shown.nothing ? (
        <p className="pane__nothing">{t('tree.filterNothing', { text: view.filter })}</p>
      ) : (
        <Tree
          label={t('interface.title')}
          treeRef={treeElement}
          source={shown.source}
          expanded={shown.expanded}
          onExpanded={shown.onExpanded}
          cursor={view.cursor}
          onCursor={(cursor) => setTreeView('interface', { cursor })}
          row={row}
          menu={menu}
          choosing={{ choice, canChoose: isValueType, onChoice: choose }}
          onKey={onKey}
          onPrimary={primary}
          onRemove={(node) =>
            node.kind === 'value-type' &&
            target !== null &&
            void acts.unmap(meantWith(node, choice.chosen), target)
          }
          attachRow={attachRow}
        />
      )}
      <MapHint urgent={triedWithout && target === null} />
    </Pane>
  );
}

const isValueType = (node: ExternalNode) => node.kind === 'value-type';

/** A system is read when it is first opened, the first one at once. */
function useReadWhenOpen(): void {
  const systems = useStore((state) => state.systems);
  const trees = useStore((state) => state.trees);
  const expanded = useStore((state) => state.treeViews.interface.expanded);
  const started = useRef(false);

  useEffect(() => {
    if (systems === undefined || started.current) return;
    const first = systems.find(({ configured }) => configured);
    if (first === undefined) return;
    started.current = true;
    const { setTreeView, treeViews } = useStore.getState();
    const id = systemId(first.name);
    setTreeView('interface', {
      expanded: new Set([...treeViews.interface.expanded, id]),
      cursor: treeViews.interface.cursor ?? id,
    });
  }, [systems]);

  useEffect(() => {
    for (const { name, configured } of systems ?? []) {
      if (configured && trees[name] === undefined && expanded.has(systemId(name))) {
        void useStore.getState().readTree(name, false);
      }
    }
  }, [systems, trees, expanded]);
}

/** Reads the tree of the system again, or of all that were read where none is meant. */
export function readAgain(system: string | null): void {
  const { trees, readTree, systems } = useStore.getState();
  const names = system === null ? Object.keys(trees) : [system];
  for (const name of names) {
    if (systems?.some((known) => known.name === name && known.configured)) void readTree(name, true);
  }
}
