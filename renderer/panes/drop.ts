import type { ValueTypeView } from '#shared/contract/wfm.ts';
import { type Pairing, pairValueTypes } from '#shared/domain/mapping/pair.ts';
import type { QueuePair } from '#shared/domain/mapping/whole-queue.ts';
import {
  type Carried,
  type ExternalRef,
  type MappingIndex,
  type MappingTarget,
  type PairingQuestion,
  sameSource,
  sourceOf,
} from '../state/index.ts';

/** Where something may be dropped. */
export type DropPlace =
  | { readonly kind: 'value-type'; readonly target: MappingTarget }
  | { readonly kind: 'queue'; readonly queueId: number };

/** What dropping would do. */
export type DropPlan =
  | { readonly kind: 'add'; readonly target: MappingTarget; readonly externals: readonly ExternalRef[] }
  | {
      readonly kind: 'pair';
      readonly queueId: number;
      /** Those that are certain and not mapped yet. */
      readonly pairs: readonly QueuePair[];
      readonly count: number;
      readonly questions: readonly PairingQuestion[];
    }
  /** All of it is mapped there. */
  | { readonly kind: 'already' };

export interface DropContext {
  readonly index: MappingIndex;
  readonly valueTypes: readonly ValueTypeView[];
}

/** What dropping it there would do; null where it makes no sense. */
export function planDrop(carried: Carried, place: DropPlace, context: DropContext): DropPlan | null {
  if (place.kind === 'queue') return pairPlan(carried, place.queueId, context);
  const { target } = place;
  const meant = carried.kind === 'value-types' ? carried.externals : pairedWith(carried, target, context);
  if (meant.length === 0) return null;
  const externals = meant.filter((external) => !isMappedTo(external, target, context.index));
  return externals.length === 0 ? { kind: 'already' } : { kind: 'add', target, externals };
}

/** The one value type of the queue that certainly is the one of the target. */
function pairedWith(
  { system, path, valueTypes }: Carried & { kind: 'queue' },
  { valueTypeId }: MappingTarget,
  context: DropContext,
): readonly ExternalRef[] {
  const pair = pairingOf(valueTypes, context.valueTypes).pairs.find((one) => one.valueTypeId === valueTypeId);
  return pair === undefined ? [] : [{ system, path, valueType: pair.valueType }];
}

function pairPlan(carried: Carried, queueId: number, { index, valueTypes }: DropContext): DropPlan | null {
  const pairs: QueuePair[] = [];
  const questions: PairingQuestion[] = [];
  let fits = 0;
  for (const { system, path, valueTypes: offered } of queuesOf(carried)) {
    const pairing = pairingOf(offered, valueTypes);
    fits += pairing.pairs.length + pairing.unsure.length;
    const refTo = (valueType: string): ExternalRef => ({ system, path, valueType });
    const open = pairing.pairs.filter(
      ({ valueType, valueTypeId }) => !isMappedTo(refTo(valueType), { queueId, valueTypeId }, index),
    );
    if (open.length > 0) pairs.push({ system, path, queueId, pairs: open });
    for (const { valueTypeId, candidates } of pairing.unsure) {
      // Answered before, by hand or by a question like this one.
      const isAnswered = candidates.some(({ valueType }) =>
        isMappedTo(refTo(valueType), { queueId, valueTypeId }, index),
      );
      if (isAnswered) continue;
      questions.push({ valueTypeId, candidates: candidates.map(({ valueType }) => refTo(valueType)) });
    }
  }
  if (fits === 0) return null;
  if (pairs.length === 0 && questions.length === 0) return { kind: 'already' };
  const count = pairs.reduce((sum, pair) => sum + pair.pairs.length, 0);
  return { kind: 'pair', queueId, pairs, count, questions };
}

/** What is carried, by external queue. */
function queuesOf(carried: Carried): readonly {
  readonly system: string;
  readonly path: readonly string[];
  readonly valueTypes: readonly string[];
}[] {
  if (carried.kind === 'queue') return [carried];
  const byQueue = Map.groupBy(carried.externals, ({ system, path }) => JSON.stringify([system, path]));
  return [...byQueue.values()].map((externals) => ({
    system: externals[0]!.system,
    path: externals[0]!.path,
    valueTypes: externals.map(({ valueType }) => valueType),
  }));
}

function isMappedTo(external: ExternalRef, target: MappingTarget, index: MappingIndex): boolean {
  const source = sourceOf(external);
  return index.ofTarget(target)?.entries.some((entry) => sameSource(entry.source, source)) ?? false;
}

const pairings = new WeakMap<readonly ValueTypeView[], Map<string, Pairing>>();

/** Asked for each row that something is dragged over: worked out once. */
export function pairingOf(external: readonly string[], valueTypes: readonly ValueTypeView[]): Pairing {
  const known = pairings.get(valueTypes) ?? new Map<string, Pairing>();
  pairings.set(valueTypes, known);
  const key = JSON.stringify(external);
  let pairing = known.get(key);
  if (pairing === undefined) {
    pairing = pairValueTypes(external, valueTypes);
    known.set(key, pairing);
  }
  return pairing;
}
