import type { HomeCommand, MappingView } from '#shared/contract/mapping.ts';
import { applyCommand } from '#shared/domain/mapping/commands.ts';
import {
  type MapContext,
  type MapDocument,
  type Mapping,
  mapBytes,
  mappings,
  parseMap,
  parseSource,
} from '#shared/domain/mapping/document.ts';
import { compileScenario, defaultScenario } from '#shared/domain/scenario/index.ts';
import { XlinkError } from '#shared/rpc/errors.ts';
import type { Home } from './home.ts';
import { readHomeFile, updateHomeFile } from './home-file.ts';
import { createScenario, readScenario, writeScenario } from './scenarios.ts';
import { databaseName, readSettings } from './settings.ts';
import { type ExternalSystem, externalSystems, readSystemSection } from './systems.ts';

export async function readMap(home: Home): Promise<MapDocument> {
  return parseMap((await readHomeFile(home.paths.mapping)).bytes);
}

/** What the map's right sides are understood with: systems and, where their sections can be read, value types. */
export function sourceVocabulary(
  systems: readonly ExternalSystem[],
): { name: string; valueTypes?: string[] }[] {
  return systems.map((system) => {
    const sources = system.section ? readSystemSection(system).sources : [];
    const valueTypes = sources.flatMap((source) => source.valueTypes.map((type) => type.name));
    return sources.length > 0 ? { name: system.name, valueTypes } : { name: system.name };
  });
}

/** The mappings as a console shows them: sources understood where they can be, state of each script. */
export async function mappingViews(home: Home): Promise<MappingView[]> {
  const vocabulary = sourceVocabulary(await externalSystems(home));
  const found = mappings(await readMap(home));
  return Promise.all(
    found.map(async (mapping): Promise<MappingView> => {
      const scenario = await scenarioState(home, mapping);
      return {
        queueId: mapping.target.queueId,
        valueTypeId: mapping.target.valueTypeId,
        entries: mapping.entries.map(({ source }) => {
          const parsed = parseSource(source, vocabulary);
          return 'code' in parsed
            ? { source, problem: parsed }
            : { source, ...parsed, path: [...parsed.path] };
        }),
        ...(scenario === undefined ? {} : { scenario }),
      };
    }),
  );
}

async function scenarioState(home: Home, mapping: Mapping): Promise<MappingView['scenario']> {
  if (!mapping.script) return undefined;
  const { number, fileName } = mapping.script;
  const text = await readScenario(home.paths, number);
  if (text === undefined) return { number, fileName, state: 'missing' };
  if (sameScript(text, defaultScenario(mapping.entries.length)))
    return { number, fileName, state: 'default' };
  return { number, fileName, state: compileScenario(text).program ? 'changed' : 'invalid' };
}

function sameScript(a: string, b: string): boolean {
  const plain = (text: string) => text.replace(/\r\n?/g, '\n').trimEnd();
  return plain(a) === plain(b);
}

/**
 * Applies commands to `acd_map.ini` and the scripts, all or nothing, under the file's lock.
 *
 * @returns the commands that take them back, in the order to apply them.
 * @throws XlinkError `MAP_CONFLICT` when the files no longer are what a command expects.
 */
export async function applyHomeCommands(
  home: Home,
  commands: readonly HomeCommand[],
): Promise<HomeCommand[]> {
  const context = await mapContext(home);
  const inverse: HomeCommand[] = [];
  await updateHomeFile(home.paths.mapping, undefined, (bytes) => {
    let document = parseMap(bytes);
    inverse.length = 0;
    for (const command of commands) {
      if (command.kind === 'write-scenario' || command.kind === 'create-scenario') continue;
      const applied = applyCommand(document, command, context);
      document = applied.doc;
      inverse.unshift(applied.inverse);
    }
    const changed = mapBytes(document);
    return changed.length === 0 && bytes.length === 0 ? undefined : changed;
  });
  for (const command of commands) {
    if (command.kind !== 'write-scenario') continue;
    const before = await writeScenario(home.paths, command.number, command.text);
    inverse.unshift({ kind: 'write-scenario', number: command.number, text: before });
  }
  for (const command of commands) home.logs.write('isps_ul.log', describe(command));
  return inverse;
}

/** Writes a mapping's script under its number or the next free one; an emptied script is deleted. */
export async function saveScenario(
  home: Home,
  target: { queueId: number; valueTypeId: number },
  text: string,
): Promise<{ number: number | null; inverse: HomeCommand[] }> {
  const all = mappings(await readMap(home));
  const mapping = all.find((found) => isTarget(found, target));
  if (!mapping || mapping.entries.length === 0) {
    throw new XlinkError(
      'MAPPING_EMPTY',
      'Nothing is mapped to this value type yet. Map an external value type first, then write its script.',
      { ...target },
    );
  }
  if (text.trim() === '') {
    if (!mapping.script) return { number: null, inverse: [] };
    const shared = all.some((other) => other !== mapping && other.script?.number === mapping.script!.number);
    const inverse = await applyHomeCommands(home, [
      { kind: 'set-script', target, script: null },
      ...(shared ? [] : [{ kind: 'write-scenario' as const, number: mapping.script.number, text: null }]),
    ]);
    return { number: null, inverse };
  }
  if (mapping.script) {
    const { number } = mapping.script;
    return { number, inverse: await applyHomeCommands(home, [{ kind: 'write-scenario', number, text }]) };
  }
  // The file comes first: another program that looks for a free number at this moment must find it taken.
  const inUse = all.flatMap((found) => (found.script ? [found.script.number] : []));
  const number = await createScenario(home.paths, inUse, text);
  try {
    const inverse = await applyHomeCommands(home, [{ kind: 'set-script', target, script: number }]);
    home.logs.write('isps_ul.log', `${number}.BAS written`);
    return { number, inverse: [...inverse, { kind: 'write-scenario', number, text: null }] };
  } catch (error) {
    await writeScenario(home.paths, number, null);
    throw error;
  }
}

export function isTarget(mapping: Mapping, target: { queueId: number; valueTypeId: number }): boolean {
  return mapping.target.queueId === target.queueId && mapping.target.valueTypeId === target.valueTypeId;
}

/** Left sides need the database's name and the parent of the queue; top level is written as 0. */
async function mapContext(home: Home): Promise<MapContext> {
  const { document } = await readSettings(home.paths);
  const existing = mappings(await readMap(home))[0]?.database;
  const parents = new Map(
    (await home.store.directory()).queues.map((queue) => [queue.id, queue.parentId ?? 0]),
  );
  return {
    database: databaseName(document) ?? existing ?? 'WFM',
    parentQueueId: (queueId) => parents.get(queueId) ?? 0,
  };
}

function describe(command: HomeCommand): string {
  if (command.kind === 'write-scenario') {
    return command.text === null ? `${command.number}.BAS removed` : `${command.number}.BAS written`;
  }
  const { queueId, valueTypeId } = command.target;
  const place = `queue ${queueId}, value type ${valueTypeId}`;
  switch (command.kind) {
    case 'add-entry':
      return `mapped ${command.source} to ${place}`;
    case 'remove-entry':
      return `removed ${command.source} from ${place}`;
    case 'move-entry':
      return `moved source ${command.from + 1} of ${place} to ${command.to + 1}`;
    case 'replace-entry':
      return `mapped ${command.replacement} in place of ${command.source} to ${place}`;
    case 'create-scenario':
      return `script created for ${place}`;
    case 'set-script':
      return command.script === null
        ? `script taken from ${place}`
        : `script ${command.script}.BAS set for ${place}`;
  }
}
