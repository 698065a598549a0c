import type { ValueTypeView, WfmQueueView } from '#shared/contract/wfm.ts';
import type { MappingTarget, WfmData } from '../../state/index.ts';
import type { TreeSource } from '../../ui/tree/index.ts';

export interface WfmQueueNode {
  readonly kind: 'queue';
  readonly id: string;
  readonly queue: WfmQueueView;
  readonly below: readonly WfmQueueNode[];
  readonly valueTypes: readonly WfmValueTypeNode[];
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
  const nodeOf = (queue: WfmQueueView): WfmQueueNode => ({
    kind: 'queue',
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
  /** Leaves out what is mapped, but never `keep`: a row does not go away under the reader's hands. */
  readonly unmappedOnly: boolean;
  readonly keep: MappingTarget | null;
}

export function wfmSource(
  top: readonly WfmQueueNode[],
  { isMapped, askedFor, unmappedOnly, keep }: WfmSourceOptions,
): TreeSource<WfmNode> & { readonly left: number } {
  let left = 0;
  const childrenOf = new Map<string, readonly WfmNode[]>();
  const keepId = keep === null ? undefined : wfmValueTypeId(keep);

  const visit = (node: WfmQueueNode): boolean => {
    const own = showsOwn(node, isMapped, askedFor) ? node.valueTypes : [];
    const shownOwn = unmappedOnly
      ? own.filter((valueType) => valueType.id === keepId || !isMapped(valueType.target))
      : own;
    left += own.length - shownOwn.length;
    const below = node.below.filter(visit);
    childrenOf.set(node.id, [...shownOwn, ...below]);
    const stays = !unmappedOnly || shownOwn.length > 0 || below.length > 0;
    if (!stays) left++;
    return stays;
  };

  const roots = top.filter(visit);
  return {
    left,
    roots,
    id: (node) => node.id,
    text: (node) => (node.kind === 'queue' ? node.queue.name : node.valueType.name),
    canOpen: (node) => (childrenOf.get(node.id)?.length ?? 0) > 0,
    children: (node) => childrenOf.get(node.id) ?? [],
  };
}

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

/** The queues from the top level down to the one of the id; empty when there is none. */
export function queuePath(wfm: WfmData, queueId: number): readonly WfmQueueView[] {
  const path: WfmQueueView[] = [];
  let queue = wfm.queues.find(({ id }) => id === queueId);
  while (queue !== undefined && !path.includes(queue)) {
    path.unshift(queue);
    const { parentId } = queue;
    queue = wfm.queues.find(({ id }) => id === parentId);
  }
  return path;
}

/** `Hotline › Calls offered`, null when either is no longer there. */
export function targetLabel(wfm: WfmData | undefined, target: MappingTarget | null): string | null {
  if (wfm === undefined || target === null) return null;
  const queue = wfm.queues.find(({ id }) => id === target.queueId);
  const valueType = wfm.valueTypes.find(({ id }) => id === target.valueTypeId);
  return queue === undefined || valueType === undefined ? null : `${queue.name} › ${valueType.name}`;
}
