import type { ValueTypeView, WfmQueueView } from '#shared/contract/wfm.ts';
import type { MappingStates } from '#shared/domain/mapping/states.ts';
import type { MappingTarget, StateFilter, WfmData } from '../../state/index.ts';
import type { TreeSource } from '../../ui/tree/index.ts';
import type { DropPlace } from '../drop.ts';

export interface WfmQueueNode {
  readonly kind: 'queue';
  readonly id: string;
  readonly queue: WfmQueueView;
  readonly below: readonly WfmQueueNode[];
  readonly valueTypes: readonly WfmValueTypeNode[];
  /** Their names, the same array for all queues. */
  readonly valueTypeNames: readonly string[];
}

export interface WfmValueTypeNode {
  readonly kind: 'value-type';
  readonly id: string;
  readonly target: MappingTarget;
  readonly queue: WfmQueueView;
  readonly valueType: ValueTypeView;
}

export type WfmNode = WfmQueueNode | WfmValueTypeNode;

export const wfmQueueId = (queueId: number) => `queue ${queueId}`;
export const wfmValueTypeId = ({ queueId, valueTypeId }: MappingTarget) => `value ${queueId} ${valueTypeId}`;

const made = new WeakMap<WfmData, readonly WfmQueueNode[]>();

/** The queues as the tree they form, made once for each reading. A parent that is not there counts as none. */
export function wfmTopLevel(wfm: WfmData): readonly WfmQueueNode[] {
  let top = made.get(wfm);
  if (top === undefined) {
    top = makeTopLevel(wfm);
    made.set(wfm, top);
  }
  return top;
}

function makeTopLevel({ queues, valueTypes }: WfmData): readonly WfmQueueNode[] {
  const byId = new Map(queues.map((queue) => [queue.id, queue]));
  const byParent = Map.groupBy(queues, (queue) =>
    queue.parentId !== null && byId.has(queue.parentId) && !isInCircle(queue, byId) ? queue.parentId : null,
  );
  const valueTypeNames = valueTypes.map(({ name }) => name);
  const nodeOf = (queue: WfmQueueView): WfmQueueNode => ({
    kind: 'queue',
    valueTypeNames,
    id: wfmQueueId(queue.id),
    queue,
    below: (byParent.get(queue.id) ?? []).map(nodeOf),
    valueTypes: valueTypes.map((valueType) => {
      const target = { queueId: queue.id, valueTypeId: valueType.id };
      return { kind: 'value-type', id: wfmValueTypeId(target), target, queue, valueType };
    }),
  });
  return (byParent.get(null) ?? []).map(nodeOf);
}

/** Queues that are each other's parents would never be seen. */
function isInCircle(queue: WfmQueueView, byId: ReadonlyMap<number, WfmQueueView>): boolean {
  const seen = new Set<number>();
  let above: WfmQueueView | undefined = queue;
  while (above !== undefined && above.parentId !== null) {
    if (seen.has(above.id)) return true;
    seen.add(above.id);
    above = byId.get(above.parentId);
  }
  return false;
}

/**
 * Which value types are shown below their queue. A queue that others stand below is usually there to group them: its
 * own are shown where something is mapped to one, or where the reader asked for them.
 */
export function showsOwn(
  node: WfmQueueNode,
  isMapped: (target: MappingTarget) => boolean,
  askedFor: ReadonlySet<number>,
): boolean {
  return (
    node.below.length === 0 ||
    askedFor.has(node.queue.id) ||
    node.valueTypes.some(({ target }) => isMapped(target))
  );
}

export interface WfmSourceOptions {
  readonly isMapped: (target: MappingTarget) => boolean;
  /** Queues with others below that show their own value types all the same. */
  readonly askedFor: ReadonlySet<number>;
  /** Leaves out the others, but never `keep`: a row does not go away under the reader's hands. */
  readonly only?: ((target: MappingTarget) => boolean) | undefined;
  readonly keep: MappingTarget | null;
}

export function wfmSource(
  top: readonly WfmQueueNode[],
  { isMapped, askedFor, only, keep }: WfmSourceOptions,
): TreeSource<WfmNode> & { readonly left: number } {
  let left = 0;
  const shown = new Map<WfmNode, Shown>();
  const keepId = keep === null ? undefined : wfmValueTypeId(keep);

  const visit = (node: WfmQueueNode): boolean => {
    const own = showsOwn(node, isMapped, askedFor) ? node.valueTypes : NO_VALUE_TYPES;
    const valueTypes =
      only === undefined ? own : own.filter(({ id, target }) => id === keepId || only(target));
    left += own.length - valueTypes.length;
    const below = node.below.filter(visit);
    const names =
      valueTypes.length === node.valueTypes.length
        ? node.valueTypeNames
        : valueTypes.map(({ valueType }) => valueType.name);
    shown.set(node, { valueTypes, names, below });
    const stays = only === undefined || valueTypes.length > 0 || below.length > 0;
    if (!stays) left++;
    return stays;
  };

  const roots = top.filter(visit);
  const shownOf = (node: WfmNode) => shown.get(node) ?? NOTHING_SHOWN;
  return {
    left,
    roots,
    id: (node) => node.id,
    text: (node) => (node.kind === 'queue' ? node.queue.name : node.valueType.name),
    canOpen(node) {
      const { valueTypes, below } = shownOf(node);
      return valueTypes.length + below.length > 0;
    },
    children(node) {
      const { valueTypes, below } = shownOf(node);
      return [...valueTypes, ...below];
    },
    parts(node) {
      const { names, below } = shownOf(node);
      return { leafTexts: names, branches: below };
    },
  };
}

interface Shown {
  readonly valueTypes: readonly WfmValueTypeNode[];
  readonly names: readonly string[];
  readonly below: readonly WfmQueueNode[];
}

const NO_VALUE_TYPES: readonly WfmValueTypeNode[] = [];
const NOTHING_SHOWN: Shown = { valueTypes: NO_VALUE_TYPES, names: [], below: [] };

export interface MappedCount {
  readonly mapped: number;
  readonly total: number;
}

/** For each queue how many of the value types at and below it have a source. */
export function countMapped(
  top: readonly WfmQueueNode[],
  { isMapped, askedFor }: Pick<WfmSourceOptions, 'isMapped' | 'askedFor'>,
): ReadonlyMap<number, MappedCount> {
  const counts = new Map<number, MappedCount>();
  const visit = (node: WfmQueueNode): MappedCount => {
    const own = showsOwn(node, isMapped, askedFor) ? node.valueTypes : [];
    let mapped = own.filter(({ target }) => isMapped(target)).length;
    let total = own.length;
    for (const below of node.below) {
      const count = visit(below);
      mapped += count.mapped;
      total += count.total;
    }
    counts.set(node.queue.id, { mapped, total });
    return { mapped, total };
  };
  top.forEach(visit);
  return counts;
}

/** How many value types that are shown stand in each state. */
export function stateCounts(
  top: readonly WfmQueueNode[],
  counts: ReadonlyMap<number, MappedCount>,
  states: MappingStates,
): { readonly unmapped: number; readonly shared: number; readonly broken: number } {
  const all = top.map(({ queue }) => counts.get(queue.id) ?? { mapped: 0, total: 0 });
  return {
    unmapped: all.reduce((sum, { mapped, total }) => sum + total - mapped, 0),
    shared: sharedTargets(states).size,
    broken: states.broken.length,
  };
}

export function isInState(states: MappingStates, target: MappingTarget, state: StateFilter): boolean {
  if (state === 'all') return true;
  if (state === 'shared') return sharedTargets(states).has(wfmValueTypeId(target));
  return states.ofTarget(target) === state;
}

const knownShared = new WeakMap<MappingStates, ReadonlySet<string>>();

/** The value types of WFM that have a source which feeds others too. */
function sharedTargets(states: MappingStates): ReadonlySet<string> {
  let targets = knownShared.get(states);
  if (targets === undefined) {
    targets = new Set(states.shared.flatMap((one) => one.targets.map(wfmValueTypeId)));
    knownShared.set(states, targets);
  }
  return targets;
}

const queuesById = new WeakMap<WfmData, ReadonlyMap<number, WfmQueueView>>();

/** Looked up for every row of a tree. */
export function wfmQueue(wfm: WfmData | undefined, queueId: number): WfmQueueView | undefined {
  if (wfm === undefined) return undefined;
  let byId = queuesById.get(wfm);
  if (byId === undefined) {
    byId = new Map(wfm.queues.map((queue) => [queue.id, queue]));
    queuesById.set(wfm, byId);
  }
  return byId.get(queueId);
}

/** The queues from the top level down to the one of the id; empty when there is none. */
export function queuePath(wfm: WfmData, queueId: number): readonly WfmQueueView[] {
  const path: WfmQueueView[] = [];
  let queue = wfmQueue(wfm, queueId);
  while (queue !== undefined && !path.includes(queue)) {
    path.unshift(queue);
    queue = queue.parentId === null ? undefined : wfmQueue(wfm, queue.parentId);
  }
  return path;
}

/** `Hotline › Calls offered`, null when either is no longer there. */
export function targetLabel(wfm: WfmData | undefined, target: MappingTarget | null): string | null {
  if (wfm === undefined || target === null) return null;
  const queue = wfmQueue(wfm, target.queueId);
  const valueType = wfm.valueTypes.find(({ id }) => id === target.valueTypeId);
  return queue === undefined || valueType === undefined ? null : `${queue.name} › ${valueType.name}`;
}

/** Where something dropped on the row goes. */
export function placeOf(node: WfmNode): DropPlace {
  return node.kind === 'queue'
    ? { kind: 'queue', queueId: node.queue.id }
    : { kind: 'value-type', target: node.target };
}

/** The same by the row's id. */
export function placeOfRow(id: string | null): DropPlace | null {
  const [kind, queueId, valueTypeId] = id?.split(' ') ?? [];
  if (queueId === undefined) return null;
  if (kind === 'queue') return { kind: 'queue', queueId: Number(queueId) };
  return { kind: 'value-type', target: { queueId: Number(queueId), valueTypeId: Number(valueTypeId) } };
}

/** The WFM queue that a row is or belongs to, by the row's id. */
export function queueIdOfRow(id: string | null): number | null {
  const number = Number(id?.split(' ')[1]);
  return id === null || Number.isNaN(number) ? null : number;
}
