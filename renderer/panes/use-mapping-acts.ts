import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HomeCommand } from '#shared/contract/mapping.ts';
import { mapQueuesCommands } from '#shared/domain/mapping/whole-queue.ts';
import { defaultScenario } from '#shared/domain/scenario/index.ts';
import {
  type Carried,
  type ExternalRef,
  indexOf,
  type MappingTarget,
  openDialog,
  sameSource,
  sourceOf,
  useStore,
} from '../state/index.ts';
import { formatNumber } from '../ui/index.ts';
import { type DropPlace, type DropPlan, planDrop } from './drop.ts';
import { targetLabel, wfmQueue } from './wfm/wfm-nodes.ts';

/** What an operator does to a mapping, whichever way: double click, Enter, menu, drag. All of it can be undone. */
export interface MappingActs {
  /** Adds the external value types, one or many, as the last sources of the target. */
  map(externals: readonly ExternalRef[], target: MappingTarget | null): Promise<void>;
  /**
   * Maps what is carried to where it is dropped: what is certain at once, in one step; the rest is asked. Answers
   * whether it made sense there.
   */
  drop(carried: Carried, place: DropPlace | null): Promise<boolean>;
  remove(target: MappingTarget, index: number): Promise<void>;
  removeAll(target: MappingTarget): Promise<void>;
  /** Takes the external value types away from the target, wherever they stand among its sources. */
  unmap(externals: readonly ExternalRef[], target: MappingTarget): Promise<void>;
  move(target: MappingTarget, from: number, to: number): Promise<void>;
  /** Writes the default script for the sources that the target has; it must not have a script yet. */
  createScenario(target: MappingTarget): Promise<void>;
}

export function useMappingActs(): MappingActs {
  const { t } = useTranslation();
  return useMemo(() => mappingActs(t), [t]);
}

/** `Sales` or `Sales › ACDCALLS`, or how many of them. */
export function carriedLabel(t: TFunction, carried: Carried): string {
  if (carried.kind === 'queue') return carried.path.join(' › ');
  const count = carried.externals.length;
  return t('ways.types', {
    count,
    number: formatNumber(useStore.getState().language, count),
    name: externalLabel(carried.externals[0]!),
  });
}

/** The WFM queue or value type that something may be dropped on, as it is said in sentences. */
export function placeLabel(place: DropPlace): string {
  const { wfm } = useStore.getState();
  if (place.kind === 'queue') return wfmQueue(wfm, place.queueId)?.name ?? '';
  return targetLabel(wfm, place.target) ?? '';
}

/** What dropping it there would do, as things stand. */
export function planNow(carried: Carried, place: DropPlace): DropPlan | null {
  const { mappings, wfm } = useStore.getState();
  if (wfm === undefined) return null;
  return planDrop(carried, place, { index: indexOf(mappings), valueTypes: wfm.valueTypes });
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

  async function drop(carried: Carried, place: DropPlace | null): Promise<boolean> {
    if (place === null) {
      store().announce(t('ways.chooseQueue'));
      return false;
    }
    const plan = planNow(carried, place);
    if (plan === null || plan.kind === 'already') {
      const one =
        place.kind === 'value-type' && carried.kind === 'value-types' && carried.externals.length === 1;
      const said = { place: placeLabel(place), target: placeLabel(place) };
      if (plan === null) store().announce(t('ways.nothingHere', said));
      else store().announce(t(one ? 'interface.alreadyMapped' : 'ways.alreadyHere', said));
      return false;
    }
    if (plan.kind === 'add') await add(plan.target, plan.externals);
    else await pair(carried, plan);
    return true;
  }

  async function add(target: MappingTarget, externals: readonly ExternalRef[]): Promise<void> {
    const [first] = externals;
    const name = nameOf(target);
    const n = entriesOf(target).length + 1;
    const label =
      externals.length === 1 && first !== undefined
        ? t('mapping.done.added', { source: externalLabel(first), target: name, n })
        : t('ways.done.added', { ...counted(externals.length), target: name });
    const commands = externals.map(
      (external): HomeCommand => ({ kind: 'add-entry', target, source: sourceOf(external) }),
    );
    await store().applyCommands(commands, label);
  }

  async function pair(carried: Carried, plan: DropPlan & { kind: 'pair' }): Promise<void> {
    const { queueId, pairs, count, questions } = plan;
    if (count > 0) {
      const said = { from: carriedLabel(t, carried), queue: placeLabel({ kind: 'queue', queueId }) };
      const label = t('ways.done.paired', { ...said, ...counted(count) });
      const commands = mapQueuesCommands(pairs, store().mappings ?? []);
      if (!(await store().applyCommands(commands, label))) return;
    }
    if (questions.length > 0) openDialog({ kind: 'pairing', queueId, questions });
  }

  const counted = (count: number) => ({ count, number: formatNumber(store().language, count) });

  return {
    remove,
    async map(externals, target) {
      if (target === null || targetLabel(store().wfm, target) === null) {
        store().announce(t('interface.chooseTarget'));
        return;
      }
      await drop({ kind: 'value-types', externals }, { kind: 'value-type', target });
    },
    drop,
    async removeAll(target) {
      // From the last to the first, so that the places of the others stay what they are.
      const commands = entriesOf(target)
        .map(({ source }, index): HomeCommand => ({ kind: 'remove-entry', target, index, source }))
        .reverse();
      if (commands.length === 0) return;
      await store().applyCommands(commands, t('mapping.done.removedAll', { target: nameOf(target) }));
    },
    async unmap(externals, target) {
      const unwanted = externals.map(sourceOf);
      const places = entriesOf(target).flatMap(({ source }, index) =>
        unwanted.some((other) => sameSource(source, other)) ? [{ source, index }] : [],
      );
      const [first] = places;
      if (first === undefined) return;
      if (places.length === 1) return remove(target, first.index);
      const commands = places
        .map(({ source, index }): HomeCommand => ({ kind: 'remove-entry', target, index, source }))
        .reverse();
      const label = t('ways.done.removed', { ...counted(places.length), target: nameOf(target) });
      await store().applyCommands(commands, label);
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
