import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HomeCommand } from '#shared/contract/mapping.ts';
import { defaultScenario } from '#shared/domain/scenario/index.ts';
import {
  type ExternalRef,
  indexOf,
  type MappingTarget,
  sameSource,
  sourceOf,
  useStore,
} from '../state/index.ts';
import { targetLabel } from './wfm/wfm-nodes.ts';

/** What an operator does to a mapping, whichever way: double click, Enter, menu, drag. All of it can be undone. */
export interface MappingActs {
  /** Adds the external value type as the last source of the target. */
  map(external: ExternalRef, target: MappingTarget | null): Promise<void>;
  remove(target: MappingTarget, index: number): Promise<void>;
  removeAll(target: MappingTarget): Promise<void>;
  /** Takes the external value type away from the target, wherever it stands among its sources. */
  unmap(external: ExternalRef, target: MappingTarget): Promise<void>;
  move(target: MappingTarget, from: number, to: number): Promise<void>;
  /** Writes the default script for the sources that the target has; it must not have a script yet. */
  createScenario(target: MappingTarget): Promise<void>;
}

export function useMappingActs(): MappingActs {
  const { t } = useTranslation();
  return useMemo(() => mappingActs(t), [t]);
}

/** `Sales › ACDCALLS`, as it is said in sentences. */
export function externalLabel({ path, valueType }: ExternalRef): string {
  return [...path, valueType].join(' › ');
}

function mappingActs(t: TFunction): MappingActs {
  const store = useStore.getState;
  const nameOf = (target: MappingTarget) => targetLabel(store().wfm, target) ?? '';
  const entriesOf = (target: MappingTarget) => indexOf(store().mappings).ofTarget(target)?.entries ?? [];

  async function remove(target: MappingTarget, index: number): Promise<void> {
    const entry = entriesOf(target)[index];
    if (entry === undefined) return;
    const label = t('mapping.done.removed', { source: shortLabel(entry), target: nameOf(target) });
    await store().applyCommands([{ kind: 'remove-entry', target, index, source: entry.source }], label);
  }

  return {
    remove,
    async map(external, target) {
      const name = targetLabel(store().wfm, target);
      if (target === null || name === null) {
        store().announce(t('interface.chooseTarget'));
        return;
      }
      const source = sourceOf(external);
      const entries = entriesOf(target);
      if (entries.some((entry) => sameSource(entry.source, source))) {
        store().announce(t('interface.alreadyMapped', { target: name }));
        return;
      }
      const said = { source: externalLabel(external), target: name, n: entries.length + 1 };
      await store().applyCommands([{ kind: 'add-entry', target, source }], t('mapping.done.added', said));
    },
    async removeAll(target) {
      // From the last to the first, so that the places of the others stay what they are.
      const commands = entriesOf(target)
        .map(({ source }, index): HomeCommand => ({ kind: 'remove-entry', target, index, source }))
        .reverse();
      if (commands.length === 0) return;
      await store().applyCommands(commands, t('mapping.done.removedAll', { target: nameOf(target) }));
    },
    async unmap(external, target) {
      const source = sourceOf(external);
      await remove(
        target,
        entriesOf(target).findIndex((entry) => sameSource(entry.source, source)),
      );
    },
    async move(target, from, to) {
      const entries = entriesOf(target);
      const entry = entries[from];
      if (entry === undefined || from === to || to < 0 || to >= entries.length) return;
      const label = t('mapping.done.moved', { source: shortLabel(entry), n: to + 1 });
      await store().applyCommands([{ kind: 'move-entry', target, from, to }], label);
    },
    async createScenario(target) {
      const text = defaultScenario(entriesOf(target).length);
      await store().saveScenario(target, text, t('mapping.done.created', { target: nameOf(target) }));
    },
  };
}

function shortLabel(entry: {
  readonly source: string;
  readonly path?: readonly string[] | undefined;
  readonly valueType?: string | undefined;
}): string {
  const { path, valueType } = entry;
  return path === undefined || valueType === undefined
    ? entry.source
    : externalLabel({ system: '', path, valueType });
}
