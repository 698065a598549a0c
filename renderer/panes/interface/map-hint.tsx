import { MousePointerClick } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from '../../state/index.ts';
import { carriedLabel } from '../use-mapping-acts.ts';
import { queueIdOfRow, targetLabel, wfmQueue } from '../wfm/wfm-nodes.ts';
import { carriedOf } from './external-nodes.ts';

/** Says what a double click or Enter will do; the place is always there, so nothing moves when it changes. */
export function MapHint({ urgent }: { readonly urgent: boolean }) {
  const { t } = useTranslation();
  const wfm = useStore((state) => state.wfm);
  const target = useStore((state) => state.target);
  const carrying = useStore((state) => state.carrying);
  const chosen = useStore((state) => state.externalChoice.chosen);
  const cursor = useStore((state) => state.treeViews.interface.cursor);
  const wfmCursor = useStore((state) => state.treeViews.wfm.cursor);
  const trees = useStore((state) => state.trees);
  const label = targetLabel(wfm, target);

  function text(): string {
    if (carrying !== null) return t('ways.hintTaken', { what: carriedLabel(t, carrying.what) });
    const carried = carriedOf(cursor, chosen, trees);
    const queueId = queueIdOfRow(wfmCursor) ?? target?.queueId ?? null;
    const queue = queueId === null ? undefined : wfmQueue(wfm, queueId);
    if (carried?.kind === 'queue' && queue !== undefined) return t('ways.hintQueue', { queue: queue.name });
    if (label === null) return t('interface.chooseTarget');
    if (carried?.kind === 'value-types' && carried.externals.length > 1) {
      return t('ways.hintChosen', { what: carriedLabel(t, carried), target: label });
    }
    return t('interface.doubleClickMaps', { target: label });
  }

  return (
    <p className={urgent && carrying === null ? 'map-hint map-hint--urgent' : 'map-hint'}>
      <MousePointerClick size={14} aria-hidden />
      <span>{text()}</span>
    </p>
  );
}
