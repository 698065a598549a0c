import type { AdoptReport } from '#shared/contract/adopt.ts';
import type { WfmLoad } from '#shared/contract/wfm-load.ts';
import { isTopLevel, type MapDocument, mappingLines } from '#shared/domain/mapping/document.ts';
import type { Directory } from '../wfm/directory.ts';

/** What a map asks of WFM. */
export type WfmNeeds = Pick<AdoptReport, 'queues' | 'valueTypes'>;

/**
 * Every queue and value type that a map names, by id. A queue's parent is the one of its first line; a parent of 0 or
 * 1 is the top level, and so is one that would put the queue under itself.
 */
export function wfmNeeds(document: MapDocument, known: Pick<Directory, 'queues' | 'valueTypes'>): WfmNeeds {
  const parents = new Map<number, number | null>();
  const types = new Set<number>();
  for (const { target, parentQueueId } of mappingLines(document)) {
    types.add(target.valueTypeId);
    if (!parents.has(target.queueId)) {
      parents.set(target.queueId, isTopLevel(parentQueueId) ? null : parentQueueId);
    }
  }
  for (const parent of [...parents.values()]) {
    // Of a group that has no line of its own the map does not say where it stands.
    if (parent !== null && !parents.has(parent)) parents.set(parent, null);
  }
  for (const id of parents.keys()) if (standsUnderItself(id, parents)) parents.set(id, null);

  const queueNames = new Map(known.queues.map(({ id, name }) => [id, name]));
  const typeNames = new Map(known.valueTypes.map(({ id, name }) => [id, name]));
  const ascending = (a: readonly [number, ...unknown[]], b: readonly [number, ...unknown[]]) => a[0] - b[0];
  return {
    queues: [...parents]
      .sort(ascending)
      .map(([id, parentId]) => ({ id, parentId, name: queueNames.get(id) ?? null })),
    valueTypes: [...types].sort((a, b) => a - b).map((id) => ({ id, name: typeNames.get(id) ?? null })),
  };
}

function standsUnderItself(id: number, parents: ReadonlyMap<number, number | null>): boolean {
  const seen = new Set<number>();
  for (let at: number | null | undefined = id; at != null; at = parents.get(at)) {
    if (seen.has(at)) return at === id;
    seen.add(at);
  }
  return false;
}

/** What WFM lacks of the needs, named by its id until somebody gives it a name; queue 0 cannot be made. */
export function missingEntries(
  needs: WfmNeeds,
  known: Pick<Directory, 'valueTypes'>,
  all: { readonly timeZone: string; readonly intervalMinutes: NonNullable<QueueEntry['intervalMinutes']> },
): { readonly queues: QueueEntry[]; readonly valueTypes: ValueTypeEntry[] } {
  const taken = new Set(known.valueTypes.map(({ name }) => name));
  return {
    queues: needs.queues
      .filter(({ id, name }) => name === null && id > 0)
      .map(({ id, parentId }) => ({ id, name: `Queue ${id}`, parent: parentId, ...all })),
    valueTypes: needs.valueTypes
      .filter(({ id, name }) => name === null && id > 0)
      .map(({ id }) => ({ id, name: freeName(`Value type ${id}`, taken) })),
  };
}

type QueueEntry = NonNullable<WfmLoad['queues']>[number];
type ValueTypeEntry = NonNullable<WfmLoad['valueTypes']>[number];

/** Two value types cannot have one name. */
function freeName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let more = 2; taken.has(name); more += 1) name = `${wanted} (${more})`;
  return name;
}
