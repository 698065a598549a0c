import type { WfmLoad, WfmLoadFault, WfmLoadQueue } from '#shared/contract/wfm-load.ts';
import type { WfmQueue } from './directory.ts';

// Ids that people give start at 1 and stand in acd_map.ini, where 0 and 1 as a parent mean "top level".
const FIRST_ASSIGNED_ID = 1001;
const DEFAULT_INTERVAL_MINUTES = 15;

/** A queue whose zone may still have to come from its parent. */
type Draft = { -readonly [K in keyof WfmQueue]: WfmQueue[K] } & { inheritsZone: boolean };

/**
 * The queues after a load. An entry means the queue with its id; without an id the one with its parent and
 * name; without an id and parent the top queue of that name or else the only one of that name. Entries may
 * stand in any order. What is wrong goes to `faults`.
 */
export function planQueues(
  stored: readonly WfmQueue[],
  entries: NonNullable<WfmLoad['queues']>,
  machineTimeZone: string,
  faults: WfmLoadFault[],
): WfmQueue[] {
  const drafts = new Map<number, Draft>();
  const idsByName = new Map<string, Set<number>>();
  const storedParents = new Map(stored.map((queue) => [queue.id, queue.parentId]));
  /** Queue id by index of the entry, and the reverse. */
  const idOf = new Map<number, number>();
  const entryOf = new Map<number, number>();
  const visiting = new Set<number>();
  const failed = new Set<number>();

  for (const queue of stored) put({ ...queue, inheritsZone: false });
  let nextId = Math.max(
    FIRST_ASSIGNED_ID - 1,
    ...stored.map((queue) => queue.id),
    ...entries.map((entry) => entry.id ?? 0),
  );

  entries.forEach((entry, index) => {
    if (entry.id === undefined) return;
    const known = drafts.get(entry.id);
    if (known) rename(known, entry.name);
    else put(newDraft(entry.id, entry.name, null));
    claim(index, entry.id);
  });
  const order = entries
    .map((_, index) => index)
    .sort((a, b) => rank(entries[a]!) - rank(entries[b]!) || a - b);
  for (const index of order) resolve(index);
  for (const [id, index] of entryOf) {
    if (standsUnderItself(id)) fault(index, 'parent', 'the queue would stand under itself');
  }
  if (faults.length > 0) return [];

  for (const [id, index] of entryOf) applyFields(drafts.get(id)!, entries[index]!);
  return [...drafts.values()].map(({ inheritsZone: _, ...queue }) => ({
    ...queue,
    timeZone: zoneFor(queue.id),
  }));

  function put(draft: Draft): void {
    drafts.set(draft.id, draft);
    named(draft.name).add(draft.id);
  }

  function named(name: string): Set<number> {
    let ids = idsByName.get(name);
    if (!ids) {
      ids = new Set();
      idsByName.set(name, ids);
    }
    return ids;
  }

  function rename(draft: Draft, name: string): void {
    named(draft.name).delete(draft.id);
    draft.name = name;
    named(name).add(draft.id);
  }

  function claim(index: number, id: number): void {
    const other = entryOf.get(id);
    if (other !== undefined) fault(index, undefined, `is the same queue as queues[${other}]`);
    else {
      entryOf.set(id, index);
      idOf.set(index, id);
    }
  }

  function fault(index: number, key: string | undefined, reason: string): void {
    failed.add(index);
    faults.push({ place: `queues[${index}]${key === undefined ? '' : `.${key}`}`, reason });
  }

  /** Finds or makes the queue of an entry and puts it under its parent. */
  function resolve(index: number): void {
    const entry = entries[index]!;
    if (visiting.has(index) || failed.has(index)) return;
    const givenId = entry.id;
    if (givenId === undefined && idOf.has(index)) return;
    visiting.add(index);
    const parentId = entry.parent === undefined ? undefined : parentOf(index, entry);
    if (failed.has(index)) {
      // Its place in the tree is unknown, so nothing more can be said about it.
    } else if (givenId !== undefined) {
      if (parentId !== undefined) drafts.get(givenId)!.parentId = parentId;
    } else {
      const found = parentId === undefined ? byNameAlone(index, entry) : byPlace(index, entry, parentId);
      if (found !== undefined) claim(index, found);
      else if (!failed.has(index)) {
        nextId += 1;
        put(newDraft(nextId, entry.name, parentId ?? null));
        claim(index, nextId);
      }
    }
    visiting.delete(index);
  }

  function byNameAlone(index: number, entry: WfmLoadQueue): number | undefined {
    const free = [...named(entry.name)].filter((id) => !entryOf.has(id));
    const top = free.filter((id) => drafts.get(id)!.parentId === null);
    const found = top.length > 0 ? top : free;
    if (found.length > 1) fault(index, 'name', `several queues are called "${entry.name}"; give the id`);
    return found.length === 1 ? found[0] : undefined;
  }

  function byPlace(index: number, entry: WfmLoadQueue, parentId: number | null): number | undefined {
    const found = [...named(entry.name)].filter((id) => drafts.get(id)!.parentId === parentId);
    if (found.length > 1) {
      fault(index, 'name', `several queues under this parent are called "${entry.name}"; give the id`);
    }
    return found.length === 1 ? found[0] : undefined;
  }

  function parentOf(index: number, entry: WfmLoadQueue): number | null | undefined {
    const { parent } = entry;
    if (parent === null || parent === undefined) return null;
    if (typeof parent === 'number') {
      if (!drafts.has(parent)) fault(index, 'parent', `no queue has the id ${parent}`);
      return parent;
    }
    let circle = false;
    entries.forEach((other, otherIndex) => {
      if (otherIndex === index || other.id !== undefined || other.name !== parent) return;
      if (visiting.has(otherIndex)) circle = true;
      else resolve(otherIndex);
    });
    const candidates = [...named(parent)].filter((id) => id !== entry.id);
    if (candidates.length === 1) return candidates[0]!;
    if (candidates.length > 1) return bestParent(index, entry, candidates);
    if (circle || parent === entry.name) {
      fault(index, 'parent', 'the queue would stand under itself');
      return undefined;
    }
    return newGroup(parent, entry);
  }

  /** Of several queues with the parent's name: the present parent, else the one that has such a child. */
  function bestParent(index: number, entry: WfmLoadQueue, candidates: readonly number[]): number | undefined {
    const present = entry.id === undefined ? undefined : storedParents.get(entry.id);
    if (present !== undefined && present !== null && candidates.includes(present)) return present;
    const children = [...named(entry.name)].map((id) => drafts.get(id)!.parentId);
    const withChild = candidates.filter((id) => children.includes(id));
    if (withChild.length === 1) return withChild[0];
    fault(index, 'parent', `several queues are called "${entry.parent}"; write the parent's id instead`);
    return undefined;
  }

  function newGroup(name: string, child: WfmLoadQueue): number {
    const known = child.id === undefined ? undefined : drafts.get(child.id);
    nextId += 1;
    put({
      ...newDraft(nextId, name, null),
      timeZone: child.timeZone ?? (known?.timeZone || machineTimeZone),
      intervalMinutes: child.intervalMinutes ?? known?.intervalMinutes ?? DEFAULT_INTERVAL_MINUTES,
      inheritsZone: false,
    });
    return nextId;
  }

  function standsUnderItself(id: number): boolean {
    const seen = new Set<number>();
    for (let at: number | null | undefined = id; at != null; at = drafts.get(at)?.parentId) {
      if (seen.has(at)) return true;
      seen.add(at);
    }
    return false;
  }

  function zoneFor(id: number): string {
    const draft = drafts.get(id)!;
    if (!draft.inheritsZone) return draft.timeZone;
    return draft.parentId === null ? machineTimeZone : zoneFor(draft.parentId);
  }
}

/** Entries with an id come first, then those with a parent: they are known for sure, the others take what is left. */
function rank(entry: WfmLoadQueue): number {
  if (entry.id !== undefined) return 0;
  return entry.parent === undefined ? 2 : 1;
}

function newDraft(id: number, name: string, parentId: number | null): Draft {
  return {
    id,
    name,
    parentId,
    timeZone: '',
    intervalMinutes: DEFAULT_INTERVAL_MINUTES,
    active: true,
    inheritsZone: true,
  };
}

function applyFields(draft: Draft, entry: WfmLoadQueue): void {
  if (entry.timeZone !== undefined) {
    draft.timeZone = entry.timeZone;
    draft.inheritsZone = false;
  }
  draft.intervalMinutes = entry.intervalMinutes ?? draft.intervalMinutes;
  draft.active = entry.active ?? draft.active;
}
