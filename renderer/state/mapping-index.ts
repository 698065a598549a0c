import type { MappingView } from '#shared/contract/mapping.ts';
import { formatSource } from '#shared/domain/mapping/source.ts';
import type { MappingTarget } from './mappings.ts';

/** The mappings, found by what they are made for and by what feeds them. */
export interface MappingIndex {
  readonly ofTarget: (target: MappingTarget) => MappingView | undefined;
  /** What an external value type feeds. */
  readonly usesOf: (external: ExternalRef) => readonly MappingTarget[];
  /** How many value types of exactly this external queue feed something. */
  readonly usedIn: (system: string, path: readonly string[]) => number;
}

/** A value type of a queue of an external system. */
export interface ExternalRef {
  readonly system: string;
  readonly path: readonly string[];
  readonly valueType: string;
}

/** Names of systems and value types count in any case, as in `acd_map.ini`. */
function keyOf(...names: readonly string[]): string {
  return names.join(':').toLowerCase();
}

export function sourceOf({ system, path, valueType }: ExternalRef): string {
  return formatSource(system, path, valueType);
}

export function sameSource(a: string, b: string): boolean {
  return keyOf(a) === keyOf(b);
}

const known = new WeakMap<readonly MappingView[], MappingIndex>();
const NO_MAPPINGS: readonly MappingView[] = [];
const NO_TARGETS: readonly MappingTarget[] = [];

/** Made once for each reading of the mappings. */
export function indexOf(mappings: readonly MappingView[] | undefined): MappingIndex {
  const views = mappings ?? NO_MAPPINGS;
  let index = known.get(views);
  if (index === undefined) {
    index = makeIndex(views);
    known.set(views, index);
  }
  return index;
}

function makeIndex(views: readonly MappingView[]): MappingIndex {
  const byTarget = new Map<string, MappingView>();
  const bySource = new Map<string, MappingTarget[]>();
  const byQueue = new Map<string, Set<string>>();
  for (const view of views) {
    byTarget.set(targetKey(view), view);
    for (const { source, system, path, valueType } of view.entries) {
      push(bySource, keyOf(source), { queueId: view.queueId, valueTypeId: view.valueTypeId });
      if (system === undefined || path === undefined || valueType === undefined) continue;
      const queue = keyOf(system, ...path);
      const valueTypes = byQueue.get(queue) ?? new Set();
      byQueue.set(queue, valueTypes.add(valueType.toLowerCase()));
    }
  }
  return {
    ofTarget: (target) => byTarget.get(targetKey(target)),
    usesOf: (external) => bySource.get(keyOf(sourceOf(external))) ?? NO_TARGETS,
    usedIn: (system, path) => byQueue.get(keyOf(system, ...path))?.size ?? 0,
  };
}

function targetKey({ queueId, valueTypeId }: MappingTarget): string {
  return `${queueId}:${valueTypeId}`;
}

function push(map: Map<string, MappingTarget[]>, key: string, target: MappingTarget): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [target]);
  else if (!list.some((other) => targetKey(other) === targetKey(target))) list.push(target);
}
