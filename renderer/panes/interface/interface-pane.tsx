import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { pointerOutsideOfPreview } from '@atlaskit/pragmatic-drag-and-drop/element/pointer-outside-of-preview';
import { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview';
import { MousePointerClick, Plus, RefreshCw } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { indexOf, openDialog, useStore } from '../../state/index.ts';
import { Button, EmptyState, FilterField, IconButton, Pane, useNumber } from '../../ui/index.ts';
import { Tree, TreeSkeleton, useFilteredTree } from '../../ui/tree/index.ts';
import { externalDrag } from '../drag.ts';
import { externalLabel, useMappingActs } from '../use-mapping-acts.ts';
import { targetLabel } from '../wfm/wfm-nodes.ts';
import { useExternalMenu } from './external-menu.ts';
import { type ExternalNode, externalSource, systemId, systemOfId } from './external-nodes.ts';
import { useExternalRow } from './external-row.tsx';
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
  const setTreeView = useStore((state) => state.setTreeView);
  const treeElement = useRef<HTMLDivElement>(null);
  const [triedWithout, setTriedWithout] = useState(false);

  useReadWhenOpen();

  const source = useMemo(() => externalSource(systems ?? [], trees), [systems, trees]);
  const shown = useFilteredTree(source, view.filter, view.expanded, (expanded) =>
    setTreeView('interface', { expanded }),
  );
  const row = useExternalRow(indexOf(mappings), wfm);
  const menu = useExternalMenu();

  const setFilter = (filter: string) => setTreeView('interface', { filter });

  function primary(node: ExternalNode): void {
    if (node.kind === 'value-type') {
      if (target === null) setTriedWithout(true);
      void acts.map(node, target);
    } else if (node.kind === 'system' && !source.canOpen(node)) {
      openDialog({ kind: 'configuration', system: node.system.name });
    } else if (node.kind !== 'waiting' && node.kind !== 'no-queues') {
      const expanded = new Set(shown.expanded);
      if (!expanded.delete(node.id)) expanded.add(node.id);
      shown.onExpanded(expanded);
    }
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
        hidden={shown.hidden}
        onLeave={() => treeElement.current?.focus()}
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
          onPrimary={primary}
          onRemove={(node) => node.kind === 'value-type' && target !== null && void acts.unmap(node, target)}
          attachRow={makeDraggable}
        />
      )}
      <MapHint label={targetLabel(wfm, target)} urgent={triedWithout && target === null} />
    </Pane>
  );
}

/** Says what a double click will do; the place is always there, so nothing moves when it changes. */
function MapHint({ label, urgent }: { readonly label: string | null; readonly urgent: boolean }) {
  const { t } = useTranslation();
  return (
    <p className={urgent ? 'map-hint map-hint--urgent' : 'map-hint'}>
      <MousePointerClick size={14} aria-hidden />
      <span>
        {label === null ? t('interface.chooseTarget') : t('interface.doubleClickMaps', { target: label })}
      </span>
    </p>
  );
}

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

function makeDraggable(element: HTMLElement, node: ExternalNode): () => void {
  if (node.kind !== 'value-type') return () => {};
  return draggable({
    element,
    getInitialData: () => externalDrag(node),
    onGenerateDragPreview: ({ nativeSetDragImage }) =>
      setCustomNativeDragPreview({
        nativeSetDragImage,
        getOffset: pointerOutsideOfPreview({ x: '12px', y: '8px' }),
        render: ({ container }) => {
          const preview = document.createElement('div');
          preview.className = 'drag-preview';
          preview.textContent = externalLabel(node);
          container.append(preview);
        },
      }),
  });
}
