import type { SystemSummary } from '#shared/contract/systems.ts';
import type { ExternalTree } from '#shared/contract/tree.ts';
import { type ExternalRef, type TreeState, unreadTree } from '../../state/index.ts';

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
const queueId = (system: string, path: readonly string[]) => `queue ${JSON.stringify([system, ...path])}`;
export const valueTypeId = ({ system, path, valueType }: ExternalRef) =>
  `value ${JSON.stringify([system, path, valueType])}`;

/** The system that a row belongs to, by the row's id. */
export function systemOfId(id: string | null): string | null {
  if (id === null) return null;
  const [kind] = id.split(' ', 1);
  const rest = id.slice(kind!.length + 1);
  return kind === 'system' ? rest : ((JSON.parse(rest) as string[])[0] ?? null);
}

/** The ids of everything above a value type, from the system down. */
export function ancestorsOf({ system, path }: ExternalRef): readonly string[] {
  return [systemId(system), ...path.map((_, i) => queueId(system, path.slice(0, i + 1)))];
}

/** Value types are made where a queue is open: 2,000 queues with 10 each are 2,000 nodes, not 22,000. */
export function externalSource(
  systems: readonly SystemSummary[],
  trees: Readonly<Record<string, TreeState>>,
): TreeSource<ExternalNode> {
  const roots = systems.map((system): SystemNode => {
    const state = trees[system.name] ?? unreadTree;
    return { kind: 'system', id: systemId(system.name), system, state };
  });
  return {
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
      return node.kind === 'queue' && (node.below.length > 0 || (node.isQueue && node.valueTypes.length > 0));
    },
    children(node) {
      if (node.kind === 'system') return queuesOf(node);
      return node.kind === 'queue' ? [...valueTypesOf(node), ...node.below] : [];
    },
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
      const id = queueId(system, path);
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

function valueTypesOf(queue: QueueNode): readonly ValueTypeNode[] {
  if (!queue.isQueue) return [];
  let nodes = madeValueTypes.get(queue);
  if (nodes === undefined) {
    nodes = queue.valueTypes.map((valueType) => {
      const external = { system: queue.system, path: queue.path, valueType };
      return { kind: 'value-type', id: valueTypeId(external), ...external };
    });
    madeValueTypes.set(queue, nodes);
  }
  return nodes;
}
