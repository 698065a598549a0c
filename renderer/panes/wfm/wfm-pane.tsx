import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { indexOf, type MappingTarget, openDialog, useStore, type WfmData } from '../../state/index.ts';
import { Button, EmptyState, FilterField, Pane, useNumber } from '../../ui/index.ts';
import { Tree, TreeSkeleton, useFilteredTree } from '../../ui/tree/index.ts';
import { useMappingActs } from '../use-mapping-acts.ts';
import { useDropRows } from './use-drop-rows.ts';
import { useWfmMenu } from './wfm-menu.ts';
import { countMapped, type WfmNode, wfmSource, wfmTopLevel, wfmValueTypeId } from './wfm-nodes.ts';
import { useWfmRow } from './wfm-row.tsx';
import './wfm.css';

const NO_WFM: WfmData = { queues: [], valueTypes: [] };

/** The WFM queues with their value types; the selected one is what external value types are mapped to. */
export function WfmPane() {
  const { t } = useTranslation();
  const acts = useMappingActs();
  const wfm = useStore((state) => state.wfm);
  const mappings = useStore((state) => state.mappings);
  const target = useStore((state) => state.target);
  const setTarget = useStore((state) => state.setTarget);
  const unmappedOnly = useStore((state) => state.unmappedOnly);
  const setUnmappedOnly = useStore((state) => state.setUnmappedOnly);
  const askedFor = useStore((state) => state.ownValueTypes);
  const view = useStore((state) => state.treeViews.wfm);
  const setTreeView = useStore((state) => state.setTreeView);
  const treeElement = useRef<HTMLDivElement>(null);

  useOpenAtStart(wfm);

  const index = indexOf(mappings);
  const top = wfmTopLevel(wfm ?? NO_WFM);
  const { source, counts } = useMemo(() => {
    const isMapped = (one: MappingTarget) => (index.ofTarget(one)?.entries.length ?? 0) > 0;
    return {
      source: wfmSource(top, { isMapped, askedFor, unmappedOnly, keep: target }),
      counts: countMapped(top, { isMapped, askedFor }),
    };
  }, [index, top, askedFor, unmappedOnly, target]);
  const shown = useFilteredTree(source, view.filter, view.expanded, (expanded) =>
    setTreeView('wfm', { expanded }),
  );
  const open = (id: string) => shown.onExpanded(new Set([...shown.expanded, id]));
  const { drop, attachRow } = useDropRows((external, node) => {
    if (node.kind !== 'value-type') return;
    setCursor(node.id, node);
    void acts.map(external, node.target);
  }, open);
  const row = useWfmRow(index, counts, drop);
  const menu = useWfmMenu();

  function setCursor(cursor: string, node: WfmNode): void {
    setTreeView('wfm', { cursor });
    if (node.kind === 'value-type') setTarget(node.target);
  }

  function primary(node: WfmNode): void {
    if (node.kind === 'value-type') {
      openDialog({ kind: 'scenario', target: node.target });
      return;
    }
    const expanded = new Set(shown.expanded);
    if (!expanded.delete(node.id)) expanded.add(node.id);
    shown.onExpanded(expanded);
  }

  const hidden = shown.hidden + source.left;
  const nothing = shown.nothing
    ? t('tree.filterNothing', { text: view.filter })
    : unmappedOnly && wfm !== undefined && source.roots.length === 0
      ? t('wfm.unmappedNone')
      : null;
  return (
    <Pane title={t('wfm.title')} note={<ZoneNote wfm={wfm} />}>
      <FilterField
        label={t('wfm.filter')}
        value={view.filter}
        onChange={(filter) => setTreeView('wfm', { filter })}
        hidden={hidden}
        onLeave={() => treeElement.current?.focus()}
      >
        <Button
          small
          look="quiet"
          className={unmappedOnly ? 'filter__toggle button--on' : 'filter__toggle'}
          aria-pressed={unmappedOnly}
          onClick={() => setUnmappedOnly(!unmappedOnly)}
        >
          {t('wfm.unmappedOnly')}
        </Button>
      </FilterField>
      {wfm === undefined ? (
        <TreeSkeleton label={t('common.loading')} />
      ) : wfm.queues.length === 0 ? (
        <EmptyState title={t('wfm.emptyTitle')}>{t('wfm.emptyText')}</EmptyState>
      ) : nothing !== null ? (
        <p className="pane__nothing">{nothing}</p>
      ) : (
        <Tree
          label={t('wfm.title')}
          treeRef={treeElement}
          source={shown.source}
          expanded={shown.expanded}
          onExpanded={shown.onExpanded}
          cursor={view.cursor}
          onCursor={setCursor}
          selected={target === null ? null : wfmValueTypeId(target)}
          row={row}
          menu={menu}
          onPrimary={primary}
          onRemove={(node) => node.kind === 'value-type' && void acts.removeAll(node.target)}
          attachRow={attachRow}
        />
      )}
    </Pane>
  );
}

/** The zone and interval of the queues, or how many zones there are. */
function ZoneNote({ wfm }: { readonly wfm: WfmData | undefined }) {
  const { t } = useTranslation();
  const number = useNumber();
  const queues = wfm?.queues ?? [];
  const zones = new Set(queues.map(({ timeZone }) => timeZone));
  const intervals = [...new Set(queues.map(({ intervalMinutes }) => intervalMinutes))].sort((a, b) => a - b);
  if (queues.length === 0) return null;
  if (zones.size > 1) return t('wfm.zonesSeveral', { number: number(zones.size) });
  return t('wfm.zone', { zone: [...zones][0] ?? '', minutes: intervals.join(', ') });
}

/** At the start the top level stands open, and the cursor on its first queue. */
function useOpenAtStart(wfm: WfmData | undefined): void {
  const started = useRef(false);
  useEffect(() => {
    if (wfm === undefined || started.current) return;
    const top = wfmTopLevel(wfm);
    if (top.length === 0) return;
    started.current = true;
    const { setTreeView, treeViews } = useStore.getState();
    const groups = top.filter(({ below }) => below.length > 0).map(({ id }) => id);
    setTreeView('wfm', {
      expanded: new Set([...treeViews.wfm.expanded, ...groups]),
      cursor: treeViews.wfm.cursor ?? top[0]?.id ?? null,
    });
  }, [wfm]);
}
