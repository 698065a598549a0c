import type { TFunction } from 'i18next';
import type { MappingView } from '#shared/contract/mapping.ts';
import {
  type ExternalRef,
  indexOf,
  type MappingTarget,
  sameSource,
  sourceOf,
  useStore,
} from '../state/index.ts';
import { focusPane } from './focus.ts';
import { ancestorsOf, valueTypeId } from './interface/external-nodes.ts';
import { queuePath, targetLabel, wfmQueueId, wfmValueTypeId } from './wfm/wfm-nodes.ts';

/** Selects a WFM value type and shows it in its tree. */
export function showTarget(target: MappingTarget): void {
  const { wfm, revealNode, setTarget } = useStore.getState();
  if (wfm === undefined) return;
  const ancestors = queuePath(wfm, target.queueId).map(({ id }) => wfmQueueId(id));
  setTarget(target);
  revealNode('wfm', wfmValueTypeId(target), ancestors);
}

/** Puts the cursor of the WFM tree on a queue. */
export function showQueue(queueId: number): void {
  const { wfm, revealNode } = useStore.getState();
  if (wfm === undefined) return;
  const ids = queuePath(wfm, queueId).map(({ id }) => wfmQueueId(id));
  revealNode('wfm', wfmQueueId(queueId), ids);
}

/** Opens the Interface tree down to an external value type and puts the cursor on it. */
export function showExternal(external: ExternalRef): void {
  useStore.getState().revealNode('interface', valueTypeId(external), ancestorsOf(external));
}

/** The external value type that a source of a mapping names; null where the source is not understood. */
export function externalOfEntry({
  system,
  path,
  valueType,
}: MappingView['entries'][number]): ExternalRef | null {
  return system === undefined || path === undefined || valueType === undefined
    ? null
    : { system, path, valueType };
}

/**
 * From an external value type to the mapping it feeds: the WFM value type is selected and the source in its list. Of
 * several, the one after the selected one: asked again and again, it goes through them all.
 */
export function showMappingOf(external: ExternalRef, t: TFunction): void {
  const { mappings, target, wfm, announce, setSourceCursor } = useStore.getState();
  const index = indexOf(mappings);
  const uses = index.usesOf(external).filter((use) => targetLabel(wfm, use) !== null);
  if (uses.length === 0) {
    announce(t('ways.notUsed'));
    return;
  }
  const current =
    target === null ? -1 : uses.findIndex((use) => wfmValueTypeId(use) === wfmValueTypeId(target));
  const use = uses[(current + 1) % uses.length]!;
  showTarget(use);
  const source = sourceOf(external);
  setSourceCursor(index.ofTarget(use)?.entries.findIndex((entry) => sameSource(entry.source, source)) ?? -1);
  announce(targetLabel(wfm, use) ?? '');
  focusSources();
}

/** From a WFM value type to its sources. */
export function focusSources(): void {
  // The list may only be drawn when the mapping that was selected is.
  requestAnimationFrame(() => focusPane('mapping'));
}
