import type { SystemSummary } from '#shared/contract/systems.ts';
import type { ExternalTree } from '#shared/contract/tree.ts';
import type { MappingStates } from '#shared/domain/mapping/states.ts';
import {
  type Carried,
  type ExternalRef,
  type StateFilter,
  type TreeState,
  unreadTree,
} from '../../state/index.ts';
import type { TreeSource } from '../../ui/tree/index.ts';

export interface SystemNode {
  readonly kind: 'system';
  readonly id: string;
  readonly system: SystemSummary;
  readonly state: TreeState;
}

/** A level of the tree of queues: a queue, something queues stand below, or both. */
export interface QueueNode {
  readonly kind: 'queue';
  readonly id: string;
  readonly system: string;
  readonly path: readonly string[];
  readonly isQueue: boolean;
  readonly below: readonly QueueNode[];
  readonly valueTypes: readonly string[];
}

export interface ValueTypeNode extends ExternalRef {
  readonly kind: 'value-type';
  readonly id: string;
}

/** Keeps the place of what is being read. */
export interface WaitingNode {
  readonly kind: 'waiting';
  readonly id: string;
}

export interface EmptyNode {
  readonly kind: 'no-queues';
  readonly id: string;
}

export type ExternalNode = SystemNode | QueueNode | ValueTypeNode | WaitingNode | EmptyNode;

export const systemId = (system: string) => `system ${system}`;
export const externalQueueId = (system: string, path: readonly string[]) =>
  `queue ${JSON.stringify([system, ...path])}`;
export const valueTypeId = ({ system, path, valueType }: ExternalRef) =>
  `value ${JSON.stringify([system, path, valueType])}`;

/** The system that a row belongs to, by the row's id. */
export function systemOfId(id: string | null): string | null {
  if (id === null) return null;
  const [kind] = id.split(' ', 1);
  const rest = id.slice(kind!.length + 1);
  return kind === 'system' ? rest : ((JSON.parse(rest) as string[])[0] ?? null);
}

/** The external value type that a row stands for, by the row's id; undefined for other rows. */
export function externalOfId(id: string): ExternalRef | undefined {
  if (!id.startsWith('value ')) return undefined;
  const [system, path, valueType] = JSON.parse(id.slice('value '.length)) as [string, string[], string];
  return { system, path, valueType };
}

/** The queue of a tree at exactly this path. */
export function queueNodeAt(tree: ExternalTree | undefined, path: readonly string[]): QueueNode | undefined {
  let nodes = tree === undefined ? [] : topLevelOf(tree);
  let node: QueueNode | undefined;
  for (const [depth, name] of path.entries()) {
    node = nodes.find((one) => one.path[depth] === name);
    if (node === undefined) return undefined;
    nodes = node.below;
  }
  return node;
}

/** The queue that a row stands for or belongs to, by the row's id. */
export function queueOfId(
  id: string | null,
  trees: Readonly<Record<string, TreeState>>,
): QueueNode | undefined {
  if (id === null) return undefined;
  const external = externalOfId(id);
  if (external !== undefined) return queueNodeAt(trees[external.system]?.tree, external.path);
  if (!id.startsWith('queue ')) return undefined;
  const [system, ...path] = JSON.parse(id.slice('queue '.length)) as [string, ...string[]];
  return queueNodeAt(trees[system]?.tree, path);
}

/** What the rows stand for when they are carried: those chosen together, or the one of the cursor. */
export function carriedOf(
  cursor: string | null,
  chosen: ReadonlySet<string>,
  trees: Readonly<Record<string, TreeState>>,
): Carried | null {
  const externals = [...chosen].flatMap((id) => externalOfId(id) ?? []);
  if (externals.length > 0) return { kind: 'value-types', externals };
  if (cursor === null) return null;
  const external = externalOfId(cursor);
  if (external !== undefined) return { kind: 'value-types', externals: [external] };
  const queue = queueOfId(cursor, trees);
  return queue?.isQueue ? { kind: 'queue', ...wholeQueue(queue) } : null;
}

function wholeQueue({ system, path, valueTypes }: QueueNode) {
  return { system, path, valueTypes };
}

/** What an act on a value type is meant for: all that are chosen together with it, or it alone. */
export function meantWith(node: ValueTypeNode, chosen: ReadonlySet<string>): readonly ExternalRef[] {
  return chosen.has(node.id) ? [...chosen].flatMap((id) => externalOfId(id) ?? []) : [node];
}

/** Which value types of a queue are shown where only those in one state are; the kept row is shown in any. */
export function shownIn(
  wanted: StateFilter,
  states: MappingStates,
  keep: string | null,
): ((queue: QueueNode) => readonly string[]) | undefined {
  if (wanted === 'all') return undefined;
  const kept = keep === null ? undefined : externalOfId(keep);
  return ({ system, path, valueTypes }) => {
    const { mapped, shared } = states.ofExternalQueue(system, path);
    const isKeptQueue =
      kept !== undefined && kept.system === system && kept.path.join(':') === path.join(':');
    if (!isKeptQueue) {
      if (wanted === 'unmapped' && mapped === 0) return valueTypes;
      if (wanted === 'shared' && shared === 0) return NO_TYPES;
    }
    return valueTypes.filter(
      (valueType) =>
        (isKeptQueue && kept.valueType === valueType) ||
        states.ofExternal(system, path, valueType) === wanted,
    );
  };
}

/** How many external value types of the trees that were read stand in each state. */
export function stateCounts(
  trees: Readonly<Record<string, TreeState>>,
  states: MappingStates,
): { readonly unmapped: number; readonly shared: number } {
  let unmapped = 0;
  let shared = 0;
  const visit = (queue: QueueNode) => {
    if (queue.isQueue) {
      const counts = states.ofExternalQueue(queue.system, queue.path);
      unmapped += Math.max(0, queue.valueTypes.length - counts.mapped);
      shared += counts.shared;
    }
    queue.below.forEach(visit);
  };
  for (const { tree } of Object.values(trees)) if (tree !== undefined) topLevelOf(tree).forEach(visit);
  return { unmapped, shared };
}

/** The ids of everything above a value type, from the system down. */
export function ancestorsOf({ system, path }: Pick<ExternalRef, 'system' | 'path'>): readonly string[] {
  return [systemId(system), ...path.map((_, i) => externalQueueId(system, path.slice(0, i + 1)))];
}

/** Value types are made where a queue is open: 2,000 queues with 10 each are 2,000 nodes, not 22,000. */
export function externalSource(
  systems: readonly SystemSummary[],
  trees: Readonly<Record<string, TreeState>>,
  /** Which value types of a queue are shown: all where it is left out. Queues without any are left out then. */
  shownOf?: (queue: QueueNode) => readonly string[],
): TreeSource<ExternalNode> & { readonly left: number } {
  const { left, typesOf, belowOf, stays } = shownParts(shownOf);
  const roots = systems.map((system): SystemNode => {
    const state = trees[system.name] ?? unreadTree;
    return { kind: 'system', id: systemId(system.name), system, state };
  });
  const queues = new Map(roots.map((root) => [root, queuesOf(root).filter(stays)]));
  return {
    left: left(),
    roots,
    id: (node) => node.id,
    text(node) {
      if (node.kind === 'system') return node.system.name;
      if (node.kind === 'queue') return node.path.at(-1) ?? '';
      return node.kind === 'value-type' ? node.valueType : '';
    },
    canOpen(node) {
      if (node.kind === 'system') {
        return node.state.tree !== undefined || (node.system.configured && node.state.status !== 'failed');
      }
      return node.kind === 'queue' && (belowOf(node).length > 0 || typesOf(node).length > 0);
    },
    children(node) {
      if (node.kind === 'system') return queues.get(node) ?? NO_NODES;
      return node.kind === 'queue' ? [...valueTypesOf(node, typesOf(node)), ...belowOf(node)] : NO_NODES;
    },
    parts(node) {
      if (node.kind === 'system') return { leafTexts: NO_TYPES, branches: queues.get(node) ?? NO_NODES };
      if (node.kind !== 'queue') return NO_PARTS;
      return { leafTexts: typesOf(node), branches: belowOf(node) };
    },
  };
}

const NO_NODES: readonly ExternalNode[] = [];
const NO_TYPES: readonly string[] = [];
const NO_PARTS = { leafTexts: NO_TYPES, branches: NO_NODES };

/** What of each queue is shown, worked out once for a tree. */
function shownParts(shownOf: ((queue: QueueNode) => readonly string[]) | undefined) {
  const own = (queue: QueueNode) => (queue.isQueue ? queue.valueTypes : NO_TYPES);
  if (shownOf === undefined) {
    const below = (queue: QueueNode) => queue.below;
    return { left: () => 0, typesOf: own, belowOf: below, stays: () => true };
  }
  let left = 0;
  const parts = new Map<
    QueueNode,
    { readonly types: readonly string[]; readonly below: readonly QueueNode[] }
  >();
  const visit = (queue: QueueNode): boolean => {
    const types = queue.isQueue ? shownOf(queue) : NO_TYPES;
    const below = queue.below.filter(visit);
    left += own(queue).length - types.length;
    parts.set(queue, { types, below });
    const stays = types.length > 0 || below.length > 0;
    if (!stays) left++;
    return stays;
  };
  return {
    left: () => left,
    typesOf: (queue: QueueNode) => parts.get(queue)?.types ?? NO_TYPES,
    belowOf: (queue: QueueNode) => parts.get(queue)?.below ?? [],
    stays: (node: ExternalNode) => node.kind !== 'queue' || visit(node),
  };
}

function queuesOf({ system, state }: SystemNode): readonly ExternalNode[] {
  if (state.tree === undefined) {
    return [1, 2, 3].map((place) => ({
      kind: 'waiting',
      id: `waiting ${JSON.stringify([system.name, place])}`,
    }));
  }
  const queues = topLevelOf(state.tree);
  return queues.length > 0 ? queues : [{ kind: 'no-queues', id: `empty ${JSON.stringify([system.name])}` }];
}

const madeTopLevels = new WeakMap<ExternalTree, readonly QueueNode[]>();

/** Made once for each tree that was read. */
function topLevelOf(tree: ExternalTree): readonly QueueNode[] {
  let top = madeTopLevels.get(tree);
  if (top === undefined) {
    top = makeTopLevel(tree);
    madeTopLevels.set(tree, top);
  }
  return top;
}

interface Level {
  readonly name: string;
  isQueue: boolean;
  /** Those of its kind; a queue that two kinds have offers the figures of both. */
  valueTypes: readonly string[];
  readonly below: Map<string, Level>;
}

function makeTopLevel({ system, kinds }: ExternalTree): readonly QueueNode[] {
  const top = new Map<string, Level>();
  for (const { queues, valueTypes } of kinds) {
    for (const path of queues) {
      const level = levelAt(top, path);
      if (level === undefined) continue;
      level.valueTypes = level.isQueue ? [...new Set([...level.valueTypes, ...valueTypes])] : valueTypes;
      level.isQueue = true;
    }
  }
  const nodesOf = (levels: ReadonlyMap<string, Level>, above: readonly string[]): QueueNode[] =>
    [...levels.values()].map(({ name, isQueue, below, valueTypes }) => {
      const path = [...above, name];
      const id = externalQueueId(system, path);
      return { kind: 'queue', id, system, path, isQueue, below: nodesOf(below, path), valueTypes };
    });
  return nodesOf(top, []);
}

/** The level of a path, made with those above it where it is not there yet; undefined for an empty path. */
function levelAt(top: Map<string, Level>, path: readonly string[]): Level | undefined {
  let levels = top;
  let level: Level | undefined;
  for (const name of path) {
    level = levels.get(name);
    if (level === undefined) {
      level = { name, isQueue: false, valueTypes: [], below: new Map() };
      levels.set(name, level);
    }
    levels = level.below;
  }
  return level;
}

/** How many external queues a tree has, of all kinds. */
export function queueCount({ kinds }: ExternalTree): number {
  return kinds.reduce((count, { queues }) => count + queues.length, 0);
}

const madeValueTypes = new WeakMap<QueueNode, readonly ValueTypeNode[]>();

function valueTypesOf(queue: QueueNode, shown: readonly string[]): readonly ValueTypeNode[] {
  if (!queue.isQueue) return [];
  let nodes = madeValueTypes.get(queue);
  if (nodes === undefined) {
    nodes = queue.valueTypes.map((valueType) => {
      const external = { system: queue.system, path: queue.path, valueType };
      return { kind: 'value-type', id: valueTypeId(external), ...external };
    });
    madeValueTypes.set(queue, nodes);
  }
  return shown === queue.valueTypes ? nodes : nodes.filter(({ valueType }) => shown.includes(valueType));
}
