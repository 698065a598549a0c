import { formatSource } from './source.ts';
import type { MappingTarget } from './syntax.ts';
import type { KnownMapping } from './whole-queue.ts';

/** What has a code and an English message. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly details?: Readonly<Record<string, unknown>> | undefined;
}

export interface StatedMapping extends KnownMapping {
  readonly entries: readonly (KnownMapping['entries'][number] & { readonly problem?: Problem | undefined })[];
  readonly scenario?:
    | { readonly number: number; readonly fileName: string; readonly state: string }
    | undefined;
}

export interface StatedTree {
  readonly system: string;
  readonly kinds: readonly {
    readonly queues: readonly (readonly string[])[];
    readonly valueTypes: readonly string[];
  }[];
}

export interface MappingStatesInput {
  readonly mappings: readonly StatedMapping[];
  readonly queues: readonly { readonly id: number }[];
  readonly valueTypes: readonly { readonly id: number }[];
  /** Those that were read; of systems without one it is not known what they offer, so nothing is said about it. */
  readonly trees: readonly StatedTree[];
}

export type TargetState = 'unmapped' | 'mapped' | 'broken';
/** `shared`: feeds several value types of WFM. That may well be meant: a hint. */
export type ExternalState = 'unmapped' | 'mapped' | 'shared';

export interface MappingStates {
  ofTarget(target: MappingTarget): TargetState;
  /** Why a mapping is broken; empty where it is not. */
  brokenWhy(target: MappingTarget): readonly Problem[];
  /** Over the value types of one WFM queue. */
  ofQueue(queueId: number): { readonly mapped: number; readonly broken: number; readonly unmapped: number };
  ofExternal(system: string, path: readonly string[], valueType: string): ExternalState;
  /** How many value types of one external queue feed something, and how many of them several. */
  ofExternalQueue(
    system: string,
    path: readonly string[],
  ): { readonly mapped: number; readonly shared: number };
  readonly broken: readonly MappingTarget[];
  readonly shared: readonly { readonly source: string; readonly targets: readonly MappingTarget[] }[];
  /** External queues that are mapped and that the tree no longer lists: renamed, or taken away. */
  readonly gone: readonly {
    readonly system: string;
    readonly path: readonly string[];
    readonly targets: readonly MappingTarget[];
  }[];
}

const NO_PROBLEMS: readonly Problem[] = [];

/** What the panes filter by, worked out once for each reading of mappings, WFM and trees. */
export function mappingStates(input: MappingStatesInput): MappingStates {
  const missing = missingIn(input.trees);
  const queueIds = new Set(input.queues.map(({ id }) => id));
  const typeIds = new Set(input.valueTypes.map(({ id }) => id));
  const broken = new Map<string, Problem[]>();
  const mapped = new Set<string>();
  const countsOfQueue = new Map<number, { mapped: number; broken: number }>();
  const uses = new Map<string, { readonly source: string; readonly targets: MappingTarget[] }>();
  const usesOfQueue = new Map<string, Set<string>>();
  const gone = new Map<string, { system: string; path: readonly string[]; targets: MappingTarget[] }>();

  for (const mapping of input.mappings) {
    if (mapping.entries.length === 0) continue;
    const target = { queueId: mapping.queueId, valueTypeId: mapping.valueTypeId };
    const problems = [...targetProblems(target, queueIds, typeIds), ...scenarioProblems(mapping)];
    for (const { source, system, path, valueType, problem } of mapping.entries) {
      if (problem !== undefined) problems.push(problem);
      const key = folded(source);
      addTarget(uses, key, () => ({ source, targets: [] }), target);
      if (system === undefined || path === undefined || valueType === undefined) continue;
      const queue = queueKey(system, path);
      usesOfQueue.set(queue, (usesOfQueue.get(queue) ?? new Set()).add(key));
      const why = missing(system, path, valueType);
      if (why === undefined) continue;
      problems.push(why);
      if (why.code === 'MAPPED_QUEUE_GONE')
        addTarget(gone, queue, () => ({ system, path, targets: [] }), target);
    }
    const isBroken = problems.length > 0;
    if (isBroken) broken.set(keyOf(target), problems);
    mapped.add(keyOf(target));
    const counts = countsOfQueue.get(target.queueId) ?? { mapped: 0, broken: 0 };
    counts[isBroken ? 'broken' : 'mapped'] += 1;
    countsOfQueue.set(target.queueId, counts);
  }

  return {
    ofTarget: (target) =>
      broken.has(keyOf(target)) ? 'broken' : mapped.has(keyOf(target)) ? 'mapped' : 'unmapped',
    brokenWhy: (target) => broken.get(keyOf(target)) ?? NO_PROBLEMS,
    ofQueue(queueId) {
      const counts = countsOfQueue.get(queueId) ?? { mapped: 0, broken: 0 };
      const unmapped = Math.max(0, input.valueTypes.length - counts.mapped - counts.broken);
      return { ...counts, unmapped };
    },
    ofExternal(system, path, valueType) {
      const count = uses.get(folded(formatSource(system, path, valueType)))?.targets.length ?? 0;
      return count === 0 ? 'unmapped' : count === 1 ? 'mapped' : 'shared';
    },
    ofExternalQueue(system, path) {
      const sources = [...(usesOfQueue.get(queueKey(system, path)) ?? [])];
      const shared = sources.filter((source) => uses.get(source)!.targets.length > 1).length;
      return { mapped: sources.length, shared };
    },
    broken: input.mappings
      .filter((mapping) => broken.has(keyOf(mapping)))
      .map(({ queueId, valueTypeId }) => ({ queueId, valueTypeId })),
    shared: [...uses.values()].filter(({ targets }) => targets.length > 1),
    gone: [...gone.values()],
  };
}

function targetProblems(
  { queueId, valueTypeId }: MappingTarget,
  queueIds: ReadonlySet<number>,
  typeIds: ReadonlySet<number>,
): Problem[] {
  if (!queueIds.has(queueId)) {
    const message = `WFM queue ${queueId} of the mapping is not known to WFM. Load it with "xlink wfm load", or remove the mapping.`;
    return [{ code: 'MAPPING_TARGET_UNKNOWN', message, details: { variant: 'queue', queueId, valueTypeId } }];
  }
  if (!typeIds.has(valueTypeId)) {
    const message = `Value type ${valueTypeId} of the mapping is not known to WFM. Load it with "xlink wfm load", or remove the mapping.`;
    return [
      { code: 'MAPPING_TARGET_UNKNOWN', message, details: { variant: 'value-type', queueId, valueTypeId } },
    ];
  }
  return [];
}

function scenarioProblems({ scenario }: StatedMapping): Problem[] {
  if (scenario?.state === 'missing') {
    const message = `${scenario.fileName} does not exist. Open the scenario and create it, or remove the script line from acd_map.ini.`;
    return [{ code: 'SCENARIO_MISSING', message, details: { script: scenario.fileName } }];
  }
  if (scenario?.state === 'invalid') {
    const message = `${scenario.fileName} has mistakes, so nothing is imported. Open the scenario and correct it.`;
    return [{ code: 'MAPPED_SCENARIO_BROKEN', message, details: { script: scenario.fileName } }];
  }
  return [];
}

/** Says what of a source its system's tree does not offer; nothing where the tree was not read. */
function missingIn(trees: readonly StatedTree[]) {
  const offers = new Map<string, Map<string, ReadonlySet<string>[]>>();
  for (const { system, kinds } of trees) {
    const queues = new Map<string, ReadonlySet<string>[]>();
    for (const kind of kinds) {
      const types = new Set(kind.valueTypes.map(folded));
      for (const path of kind.queues) {
        const key = folded(path.join(':'));
        queues.set(key, [...(queues.get(key) ?? []), types]);
      }
    }
    offers.set(folded(system), queues);
  }
  return (system: string, path: readonly string[], valueType: string): Problem | undefined => {
    const queues = offers.get(folded(system));
    if (queues === undefined) return undefined;
    const queue = path.join(':');
    const types = queues.get(folded(queue));
    if (types === undefined) {
      // ACDs whose queues have numbers take the number for the name, and the tree shows only one of them.
      if (/^\d+$/.test(path.at(-1) ?? '')) return undefined;
      const message = `${system} has no queue "${queue}" any more. If it was renamed, replace it everywhere.`;
      return { code: 'MAPPED_QUEUE_GONE', message, details: { system, queue } };
    }
    if (types.some((offered) => offered.has(folded(valueType)))) return undefined;
    const message = `"${queue}" of ${system} offers no value type "${valueType}" any more. Map another one.`;
    return { code: 'MAPPED_VALUE_TYPE_GONE', message, details: { system, queue, valueType } };
  };
}

function addTarget<T extends { readonly targets: MappingTarget[] }>(
  map: Map<string, T>,
  key: string,
  make: () => T,
  target: MappingTarget,
): void {
  const known = map.get(key) ?? make();
  map.set(key, known);
  if (!known.targets.some((other) => keyOf(other) === keyOf(target))) known.targets.push(target);
}

function queueKey(system: string, path: readonly string[]): string {
  return folded([system, ...path].join(':'));
}

function keyOf({ queueId, valueTypeId }: MappingTarget): string {
  return `${queueId}:${valueTypeId}`;
}

/** Names of systems and value types count in any case, as everywhere in the map. */
function folded(text: string): string {
  return text.toLowerCase();
}
