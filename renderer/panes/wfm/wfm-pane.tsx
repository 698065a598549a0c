import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import {
  indexOf,
  type MappingTarget,
  openDialog,
  statesOf,
  useStore,
  type WfmData,
} from '../../state/index.ts';
import { EmptyState, FilterField, Pane, useNumber } from '../../ui/index.ts';
import { Tree, TreeSkeleton, useFilteredTree } from '../../ui/tree/index.ts';
import { focusSources } from '../jump.ts';
import { StateFilterBar } from '../state-filter.tsx';
import { useCarrying } from '../use-carrying.ts';
import { useCopying } from '../use-copying.ts';
import { useMappingActs } from '../use-mapping-acts.ts';
import { useDropRows } from './use-drop-rows.ts';
import { useWfmMenu } from './wfm-menu.ts';
import {
  countMapped,
  isInState,
  placeOf,
  stateCounts,
  type WfmNode,
  wfmSource,
  wfmTopLevel,
  wfmValueTypeId,
} from './wfm-nodes.ts';
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
  const states = useStore(statesOf);
  const carrying = useStore((state) => state.carrying);
  const askedFor = useStore((state) => state.ownValueTypes);
  const view = useStore((state) => state.treeViews.wfm);
  const setTreeView = useStore((state) => state.setTreeView);
  const treeElement = useRef<HTMLDivElement>(null);
  const carryingActs = useCarrying();
  const copying = useCopying();

  useOpenAtStart(wfm);

  const index = indexOf(mappings);
  const top = wfmTopLevel(wfm ?? NO_WFM);
  const { counts, isMapped, inStates } = useMemo(() => {
    const isMapped = (one: MappingTarget) => (index.ofTarget(one)?.entries.length ?? 0) > 0;
    const counts = countMapped(top, { isMapped, askedFor });
    return { isMapped, counts, inStates: stateCounts(top, counts, states) };
  }, [index, top, askedFor, states]);
  // The selected one is kept where only some are shown: without that, selecting changes no tree.
  const keep = view.states === 'all' ? null : target;
  const source = useMemo(() => {
    const only =
      view.states === 'all' ? undefined : (one: MappingTarget) => isInState(states, one, view.states);
    return wfmSource(top, { isMapped, askedFor, only, keep });
  }, [top, isMapped, askedFor, states, view.states, keep]);
  const shown = useFilteredTree(source, view.filter, view.expanded, (expanded) =>
    setTreeView('wfm', { expanded }),
  );
  const open = (id: string) => shown.onExpanded(new Set([...shown.expanded, id]));
  const { over, attachRow } = useDropRows((carried, node) => {
    setCursor(node.id, node);
    void acts.drop(carried, placeOf(node));
  }, open);
  const drop = carrying === null ? null : { carrying, over: carrying.how === 'keys' ? view.cursor : over };
  const row = useWfmRow(index, states, counts, drop);
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

  /** Keys beside those of every tree. */
  function onKey(event: KeyboardEvent, node: WfmNode | undefined): boolean {
    if (event.key === 'Escape' && carrying !== null) {
      carryingActs.leave();
      return true;
    }
    if (node === undefined || event.shiftKey) return false;
    if (event.key === 'Enter' && !event.ctrlKey && carrying !== null) {
      void carryingActs.drop(placeOf(node));
      return true;
    }
    if (!event.ctrlKey) return false;
    const place = placeOf(node);
    if (event.key === 'c') copying.copy(place);
    else if (event.key === 'v') copying.paste(place);
    else if (event.key === 'j' && node.kind === 'value-type') focusSources();
    else return false;
    return true;
  }

  const hidden = shown.hidden + source.left;
  const nothing = shown.nothing
    ? t('tree.filterNothing', { text: view.filter })
    : view.states !== 'all' && wfm !== undefined && source.roots.length === 0
      ? t('ways.filter.none')
      : null;
  return (
    <Pane title={t('wfm.title')} note={<ZoneNote wfm={wfm} />}>
      <FilterField
        label={t('wfm.filter')}
        value={view.filter}
        onChange={(filter) => setTreeView('wfm', { filter })}
        hidden={hidden}
        onLeave={() => treeElement.current?.focus()}
      />
      <StateFilterBar
        counts={inStates}
        value={view.states}
        onChange={(states) => setTreeView('wfm', { states })}
      />
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
          onKey={onKey}
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
