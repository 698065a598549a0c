import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Carried, useStore } from '../state/index.ts';
import type { DropPlace } from './drop.ts';
import { focusPane } from './focus.ts';
import { carriedOf } from './interface/external-nodes.ts';
import { carriedLabel, type MappingActs, planNow, useMappingActs } from './use-mapping-acts.ts';
import { queueIdOfRow } from './wfm/wfm-nodes.ts';

/** Mapping without a mouse: what is selected is taken, arrow keys choose a WFM row, Enter drops it there. */
export interface CarryingActs {
  take(carried: Carried | null): void;
  drop(place: DropPlace): Promise<void>;
  leave(): void;
}

export function useCarrying(): CarryingActs {
  const { t } = useTranslation();
  const acts = useMappingActs();
  return useMemo(() => carryingActs(t, acts), [t, acts]);
}

function carryingActs(t: TFunction, acts: MappingActs): CarryingActs {
  const store = useStore.getState;
  return {
    take(what) {
      if (what === null) {
        store().announce(t('ways.nothingTaken'));
        return;
      }
      store().carry({ what, how: 'keys' });
      store().announce(t('ways.taken', { what: carriedLabel(t, what) }));
      focusPane('wfm');
    },
    async drop(place) {
      const { carrying, carry } = store();
      if (carrying === null) return;
      const plan = planNow(carrying.what, place);
      if (plan !== null && plan.kind !== 'already') {
        // Back to where the next one is taken; a dialog that asks gives the focus back to there.
        carry(null);
        focusPane('interface');
      }
      await acts.drop(carrying.what, place);
    },
    leave() {
      if (store().carrying === null) return;
      store().carry(null);
      store().announce(t('ways.left'));
      focusPane('interface');
    },
  };
}

/** What is selected in the Interface, as it would be carried. */
export function selectedCarried(): Carried | null {
  const { treeViews, externalChoice, trees } = useStore.getState();
  return carriedOf(treeViews.interface.cursor, externalChoice.chosen, trees);
}

/** The WFM queue that is selected: the one of the cursor's row, else that of the target. */
export function selectedQueueId(): number | null {
  const { treeViews, target } = useStore.getState();
  return queueIdOfRow(treeViews.wfm.cursor) ?? target?.queueId ?? null;
}
