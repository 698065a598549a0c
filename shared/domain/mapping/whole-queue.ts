import { defaultScenario } from '../scenario/default-scenario.ts';
import type { MappingCommand } from './commands.ts';
import { formatSource } from './source.ts';
import type { MappingTarget } from './syntax.ts';

/** A command of the map, or one that writes the file of a script as well; see `shared/contract/mapping.ts`. */
export type WholeQueueCommand =
  | MappingCommand
  | { readonly kind: 'create-scenario'; readonly target: MappingTarget; readonly text: string };

/** A mapping as a console knows it. */
export interface KnownMapping {
  readonly queueId: number;
  readonly valueTypeId: number;
  readonly entries: readonly KnownEntry[];
  readonly scenario?: { readonly number: number } | undefined;
}

export interface KnownEntry {
  /** The right side of the line. */
  readonly source: string;
  readonly system?: string | undefined;
  readonly path?: readonly string[] | undefined;
  readonly valueType?: string | undefined;
}

/** An external queue that shall feed a WFM queue, and which of its value types feed which. */
export interface QueuePair {
  readonly system: string;
  readonly path: readonly string[];
  readonly queueId: number;
  readonly pairs: readonly { readonly valueType: string; readonly valueTypeId: number }[];
}

/**
 * Maps whole external queues to whole WFM queues. What is mapped already is left alone. With `scripts` a target without
 * a script gets the default one; without, the import takes the sum just the same.
 */
export function mapQueuesCommands(
  pairs: readonly QueuePair[],
  mappings: readonly KnownMapping[],
  { scripts = false }: { readonly scripts?: boolean } = {},
): WholeQueueCommand[] {
  const known = byTarget(mappings);
  const added = new Map<string, { readonly target: MappingTarget; readonly sources: string[] }>();
  for (const { system, path, queueId, pairs: types } of pairs) {
    for (const { valueType, valueTypeId } of types) {
      const target = { queueId, valueTypeId };
      const source = formatSource(system, path, valueType);
      const place = added.get(keyOf(target)) ?? { target, sources: [] };
      const there = [
        ...(known.get(keyOf(target))?.entries ?? []).map((entry) => entry.source),
        ...place.sources,
      ];
      if (there.some((other) => sameText(other, source))) continue;
      place.sources.push(source);
      added.set(keyOf(target), place);
    }
  }
  return [...added.values()].flatMap(({ target, sources }): WholeQueueCommand[] => {
    const before = known.get(keyOf(target));
    const count = (before?.entries.length ?? 0) + sources.length;
    return [
      ...sources.map((source): WholeQueueCommand => ({ kind: 'add-entry', target, source })),
      ...(scripts && before?.scenario === undefined
        ? [{ kind: 'create-scenario' as const, target, text: defaultScenario(count) }]
        : []),
    ];
  });
}

/** The sources of a mapping with the external queue of that system replaced; those of other systems stay. */
export function sourcesForQueue(from: KnownMapping, system: string, path: readonly string[]): string[] {
  return from.entries.map((entry) =>
    entry.system !== undefined && entry.valueType !== undefined && sameText(entry.system, system)
      ? formatSource(entry.system, path, entry.valueType)
      : entry.source,
  );
}

/**
 * Copies a mapping with its script: each target gets the sources given for it instead of its own, and a script of its
 * own with the text. Without a text the targets have no script afterwards; the files of theirs are kept, since another
 * mapping may use them.
 */
export function copyMappingCommands(
  targets: readonly { readonly target: MappingTarget; readonly sources: readonly string[] }[],
  mappings: readonly KnownMapping[],
  scriptText: string | undefined,
): WholeQueueCommand[] {
  const known = byTarget(mappings);
  return targets.flatMap(({ target, sources }): WholeQueueCommand[] => {
    const before = known.get(keyOf(target));
    const gone = (before?.entries ?? []).map(({ source }, index) => ({ source, index })).reverse();
    return [
      ...(before?.scenario === undefined ? [] : [{ kind: 'set-script' as const, target, script: null }]),
      ...gone.map(({ source, index }) => ({ kind: 'remove-entry' as const, target, index, source })),
      ...sources.map((source) => ({ kind: 'add-entry' as const, target, source })),
      ...(scriptText === undefined ? [] : [{ kind: 'create-scenario' as const, target, text: scriptText }]),
    ];
  });
}

/**
 * Copies all mappings of a WFM queue to others, each of which has an external queue of its own in the place of the
 * first one's. Scripts are copied by their text.
 */
export function copyQueueCommands(
  fromQueueId: number,
  targets: readonly { readonly queueId: number; readonly system: string; readonly path: readonly string[] }[],
  mappings: readonly KnownMapping[],
  scriptTexts: ReadonlyMap<number, string>,
): WholeQueueCommand[] {
  const copied = mappings.filter(({ queueId, entries }) => queueId === fromQueueId && entries.length > 0);
  return copied.flatMap((from) =>
    copyMappingCommands(
      targets
        .filter(({ queueId }) => queueId !== fromQueueId)
        .map(({ queueId, system, path }) => ({
          target: { queueId, valueTypeId: from.valueTypeId },
          sources: sourcesForQueue(from, system, path),
        })),
      mappings,
      from.scenario === undefined ? undefined : scriptTexts.get(from.scenario.number),
    ),
  );
}

/** Puts the new name of an external queue in the place of the old one, wherever it stands. */
export function replaceQueueCommands(
  mappings: readonly KnownMapping[],
  system: string,
  oldPath: readonly string[],
  newPath: readonly string[],
): WholeQueueCommand[] {
  const old = oldPath.join(':');
  return mappings.flatMap(({ queueId, valueTypeId, entries }) =>
    entries.flatMap((entry, index): WholeQueueCommand[] => {
      if (entry.system === undefined || entry.path === undefined || entry.valueType === undefined) return [];
      if (!sameText(entry.system, system) || entry.path.join(':') !== old) return [];
      const replacement = formatSource(entry.system, newPath, entry.valueType);
      const target = { queueId, valueTypeId };
      return [{ kind: 'replace-entry', target, index, source: entry.source, replacement }];
    }),
  );
}

function byTarget(mappings: readonly KnownMapping[]): ReadonlyMap<string, KnownMapping> {
  return new Map(mappings.map((mapping) => [keyOf(mapping), mapping]));
}

function keyOf({ queueId, valueTypeId }: MappingTarget): string {
  return `${queueId}:${valueTypeId}`;
}

/** Names of systems and value types count in any case, as everywhere in the map. */
function sameText(a: string, b: string): boolean {
  return a === b || a.toLowerCase() === b.toLowerCase();
}
