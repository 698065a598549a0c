import { useMemo } from 'react';
import type { ValueTypeView, WfmQueueView } from '#shared/contract/wfm.ts';
import type { ZoneOf } from '#shared/i18n/problem-place.ts';
import { type MappingTarget, useStore } from '../state/index.ts';
import { useWords } from './words.ts';

export function useValueType(valueTypeId: number): ValueTypeView | undefined {
  return useStore((state) => state.wfm?.valueTypes.find(({ id }) => id === valueTypeId));
}

export function useQueue(queueId: number): WfmQueueView | undefined {
  return useStore((state) => state.wfm?.queues.find(({ id }) => id === queueId));
}

/** `Hotline › Calls offered`; the ids where WFM does not know them. */
export function useTargetName(target: MappingTarget): string {
  const { t } = useWords();
  const queue = useQueue(target.queueId);
  const valueType = useValueType(target.valueTypeId);
  if (queue === undefined || valueType === undefined) return t('scenario.unknownTarget', { ...target });
  return `${queue.name} › ${valueType.name}`;
}

export function useZoneOf(): ZoneOf {
  const queues = useStore((state) => state.wfm?.queues);
  return useMemo(() => {
    const zones = new Map(queues?.map((queue) => [queue.id, queue.timeZone]));
    return (queueId) => (queueId === undefined ? undefined : zones.get(queueId)) ?? 'UTC';
  }, [queues]);
}
