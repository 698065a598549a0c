import { setImmediate as turnOfOthers } from 'node:timers/promises';
import type { MatchRow } from '#shared/contract/match.ts';
import type { ExternalTree } from '#shared/contract/tree.ts';
import { type OfferedQueue, proposing, type WantingQueue } from '#shared/domain/mapping/match.ts';
import { type Pairing, pairValueTypes } from '#shared/domain/mapping/pair.ts';
import type { KnownMapping } from '#shared/domain/mapping/whole-queue.ts';
import type { AbortSignal } from '#shared/rpc/abort.ts';
import type { Home } from '../home/home.ts';
import { mappingViews } from '../home/mapping.ts';
import type { WfmQueue } from '../wfm/directory.ts';

export interface SystemProposals {
  readonly system: string;
  readonly rows: MatchRow[];
  /** By kind of queues: what a whole queue of it feeds. */
  readonly kinds: { id: string; valueTypes: string[]; pairing: Pairing }[];
  readonly externalQueues: number;
}

/**
 * An external queue of the tree's system for each WFM queue that is active and has nothing of it yet, or for those
 * asked for.
 */
export async function proposeForSystem(
  home: Home,
  tree: ExternalTree,
  queueIds: readonly number[] | undefined,
  signal: AbortSignal,
): Promise<SystemProposals> {
  const { system } = tree;
  const [{ queues, valueTypes }, mappings] = await Promise.all([home.store.directory(), mappingViews(home)]);
  // What a queue has itself is proposed to it again where it is asked for by name.
  const asked = new Set(queueIds);
  const used = usedQueues(
    mappings.filter(({ queueId }) => !asked.has(queueId)),
    system,
  );
  const wanting =
    queueIds === undefined
      ? openQueues(queues, mappings, fedQueues(mappings, system))
      : queues.filter(({ id }) => asked.has(id));
  const offered = tree.kinds.flatMap(({ id: kind, queues: paths }) =>
    paths.map((path): OfferedQueue => ({ kind, path, usedBy: used.get(keyOf(path)) })),
  );
  return {
    system,
    rows: await inTurns(proposing(withParents(wanting, queues), offered), signal),
    kinds: tree.kinds.map(({ id, valueTypes: names }) => ({
      id,
      valueTypes: names,
      pairing: pairValueTypes(names, valueTypes),
    })),
    externalQueues: offered.length,
  };
}

/** An import may be running in the same process, so thousands of names are gone through a few at a time. */
const turnMs = 20;

async function inTurns(work: Generator<void, MatchRow[]>, signal: AbortSignal): Promise<MatchRow[]> {
  for (;;) {
    const until = performance.now() + turnMs;
    while (performance.now() < until) {
      const step = work.next();
      if (step.done) return step.value;
    }
    signal.throwIfAborted();
    await turnOfOthers();
  }
}

/** By the text of the path: the WFM queue that an external queue feeds, the first one where it feeds several. */
function usedQueues(mappings: readonly KnownMapping[], system: string): Map<string, number> {
  const used = new Map<string, number>();
  for (const { queueId, entries } of mappings) {
    for (const entry of entries) {
      if (entry.path === undefined || entry.system?.toLowerCase() !== system.toLowerCase()) continue;
      const key = keyOf(entry.path);
      if (!used.has(key)) used.set(key, queueId);
    }
  }
  return used;
}

function fedQueues(mappings: readonly KnownMapping[], system: string): Set<number> {
  const name = system.toLowerCase();
  const isOfSystem = ({ entries }: KnownMapping) =>
    entries.some((entry) => entry.system?.toLowerCase() === name);
  return new Set(mappings.filter(isOfSystem).map(({ queueId }) => queueId));
}

/** Active queues without anything of the system; groups that nothing is mapped to only hold others. */
function openQueues(
  queues: readonly WfmQueue[],
  mappings: readonly KnownMapping[],
  fed: ReadonlySet<number>,
): WfmQueue[] {
  const groups = new Set(queues.map(({ parentId }) => parentId));
  const mapped = new Set(mappings.filter(({ entries }) => entries.length > 0).map(({ queueId }) => queueId));
  return queues.filter(({ id, active }) => active && !fed.has(id) && (!groups.has(id) || mapped.has(id)));
}

function withParents(wanting: readonly WfmQueue[], queues: readonly WfmQueue[]): WantingQueue[] {
  const byId = new Map(queues.map((queue) => [queue.id, queue]));
  return wanting.map(({ id, name, parentId }) => {
    const parents: string[] = [];
    for (let at = parentId; at !== null; at = byId.get(at)?.parentId ?? null) {
      parents.unshift(byId.get(at)?.name ?? '');
    }
    return { id, name, parents };
  });
}

function keyOf(path: readonly string[]): string {
  return path.join(':').toLowerCase();
}
