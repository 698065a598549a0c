import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type CopiedMapping, indexOf, openDialog, sameTarget, useStore } from '../state/index.ts';
import type { DropPlace } from './drop.ts';
import { placeLabel } from './use-mapping-acts.ts';

/** Copies a mapping with its script, of a value type or of a whole WFM queue, to other places. */
export interface CopyingActs {
  copy(place: DropPlace): void;
  /** Asks which external queue stands in the place of the copied one's. */
  paste(place: DropPlace): void;
  copyTo(place: DropPlace): void;
  /** Why it cannot be copied, or put there. */
  copyReason(place: DropPlace): string | undefined;
  pasteReason(place: DropPlace): string | undefined;
}

export function useCopying(): CopyingActs {
  const { t } = useTranslation();
  return useMemo(() => copyingActs(t), [t]);
}

export function copiedOf(place: DropPlace): CopiedMapping {
  return place.kind === 'queue' ? place : { kind: 'value-type', target: place.target };
}

function copyingActs(t: TFunction): CopyingActs {
  const store = useStore.getState;

  function copyReason(place: DropPlace): string | undefined {
    const { mappings } = store();
    const isMapped =
      place.kind === 'value-type'
        ? (indexOf(mappings).ofTarget(place.target)?.entries.length ?? 0) > 0
        : mappings?.some(({ queueId, entries }) => queueId === place.queueId && entries.length > 0);
    return isMapped ? undefined : t('ways.copyReason');
  }

  function pasteReason(place: DropPlace): string | undefined {
    const { copied } = store();
    if (copied === null) return t('ways.pasteNothing');
    const gone = copyReason(copied);
    if (gone !== undefined) return gone;
    if (copied.kind === 'queue') {
      if (place.kind !== 'queue') return t('ways.pasteKind');
      return place.queueId === copied.queueId ? t('ways.pasteSelf') : undefined;
    }
    const target = place.kind === 'value-type' ? place.target : { ...copied.target, queueId: place.queueId };
    return sameTarget(target, copied.target) ? t('ways.pasteSelf') : undefined;
  }

  return {
    copyReason,
    pasteReason,
    copy(place) {
      const reason = copyReason(place);
      if (reason === undefined) store().setCopied(copiedOf(place));
      store().announce(reason ?? t('ways.done.copied', { from: placeLabel(place) }));
    },
    paste(place) {
      const { copied } = store();
      const reason = pasteReason(place);
      if (reason !== undefined || copied === null) {
        store().announce(reason ?? t('ways.pasteNothing'));
        return;
      }
      const [queueId, valueTypeId] =
        place.kind === 'queue' ? [place.queueId] : [place.target.queueId, place.target.valueTypeId];
      openDialog({ kind: 'copy-mapping', from: copied, to: [queueId], valueTypeId });
    },
    copyTo(place) {
      openDialog({ kind: 'copy-mapping', from: copiedOf(place), to: [] });
    },
  };
}
