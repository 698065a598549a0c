import { readFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import type { Home } from '#engine/home/home.ts';
import { mappingViews, sourceVocabulary } from '#engine/home/mapping.ts';
import { applyHomeCommands, saveScenario } from '#engine/home/mapping-apply.ts';
import { externalSystems } from '#engine/home/systems.ts';
import { decodeText } from '#shared/domain/ini/bytes.ts';
import { parseSource } from '#shared/domain/mapping/document.ts';
import { defaultScenario } from '#shared/domain/scenario/index.ts';
import { XlinkError } from '#shared/rpc/errors.ts';
import { withHome } from '../context.ts';
import { addManyCommands } from './map-many.ts';

const byCommand = { origin: 'cli' } as const;

export function mapCommand(): Command {
  const map = new Command('map').description('which external value types feed which WFM value types');
  map
    .command('list')
    .description('every mapping, in the order of acd_map.ini')
    .action((_, command: Command) =>
      withHome(command, async (home) => {
        const mappings = await namedMappings(home);
        return {
          json: { mappings },
          text: mappings
            .flatMap((mapping) => [
              `${mapping.queue} (${mapping.queueId}), ${mapping.valueType} (${mapping.valueTypeId})${mapping.scenario ? ` · ${mapping.scenario.fileName}` : ''}`,
              ...mapping.entries.map((entry, index) => `  Para${index + 1} = ${entry.source}`),
            ])
            .join('\n'),
        };
      }),
    );
  map
    .command('add')
    .description('adds a source to a WFM value type')
    .argument('<queue>', 'WFM queue, id or name')
    .argument('<value-type>', 'WFM value type, id or name')
    .argument('<source>', 'external value type as <system>:<queue…>:<value type>')
    .addOption(
      new Option(
        '--scenario <file>',
        'script to write for the mapping; "default" for the sum of its sources',
      ),
    )
    .action(
      (queue: string, valueType: string, source: string, options: { scenario?: string }, command: Command) =>
        withHome(command, async (home) => {
          const target = await findTarget(home, queue, valueType);
          await refuseUnknownSystem(home, source);
          const script = options.scenario === undefined ? undefined : await readScript(options.scenario);
          await applyHomeCommands(home, [{ kind: 'add-entry', target, source }], byCommand);
          if (script !== undefined) {
            const { entries } = await changedView(home, target);
            await saveScenario(home, target, script.text ?? defaultScenario(entries.length), byCommand);
          }
          return changedMapping(home, target);
        }),
    );
  map
    .command('remove')
    .description('removes a source from a WFM value type, or all of them with their script')
    .argument('<queue>', 'WFM queue, id or name')
    .argument('<value-type>', 'WFM value type, id or name')
    .argument('[source]', 'the source as "map list" shows it; all when left out')
    .action((queue: string, valueType: string, source: string | undefined, _, command: Command) =>
      withHome(command, async (home) => {
        const target = await findTarget(home, queue, valueType);
        const view = (await mappingViews(home)).find(
          (found) => found.queueId === target.queueId && found.valueTypeId === target.valueTypeId,
        );
        const wanted = (view?.entries ?? [])
          .map((entry, index) => ({ index, source: entry.source }))
          .filter((entry) => source === undefined || entry.source === source);
        if (wanted.length === 0) {
          throw new XlinkError(
            'MAPPING_SOURCE_ABSENT',
            source === undefined
              ? 'Nothing is mapped there.'
              : `"${source}" is not mapped there. "xlink map list" shows what is.`,
            { ...target },
          );
        }
        if (source === undefined && view?.scenario) await saveScenario(home, target, '', byCommand);
        await applyHomeCommands(
          home,
          wanted.reverse().map((entry) => ({ kind: 'remove-entry' as const, target, ...entry })),
          byCommand,
        );
        return changedMapping(home, target);
      }),
    );
  addManyCommands(map);
  return map;
}

/** No text: the default script. */
async function readScript(file: string): Promise<{ text?: string }> {
  if (file === 'default') return {};
  try {
    return { text: decodeText(await readFile(file)).text };
  } catch (error) {
    throw new XlinkError(
      'FILE_UNREADABLE',
      `${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`,
      { file },
      { cause: error },
    );
  }
}

/** A value type that the system does not offer may come with its next version; a system is a matter of spelling. */
async function refuseUnknownSystem(home: Home, source: string): Promise<void> {
  const parsed = parseSource(source, sourceVocabulary(await externalSystems(home)));
  if ('code' in parsed) {
    const { message } = parsed;
    throw new XlinkError('MAPPING_SOURCE_UNKNOWN', message, { source, problem: parsed });
  }
}

async function namedMappings(home: Home) {
  const { queues, valueTypes } = await home.store.directory();
  const queueNames = new Map(queues.map((queue) => [queue.id, queue.name]));
  const typeNames = new Map(valueTypes.map((type) => [type.id, type.name]));
  return (await mappingViews(home)).map((mapping) => ({
    queue: queueNames.get(mapping.queueId) ?? 'unknown queue',
    valueType: typeNames.get(mapping.valueTypeId) ?? 'unknown value type',
    ...mapping,
  }));
}

async function changedView(home: Home, target: { queueId: number; valueTypeId: number }) {
  const mapping = (await namedMappings(home)).find(
    (found) => found.queueId === target.queueId && found.valueTypeId === target.valueTypeId,
  );
  return {
    ...target,
    entries: mapping?.entries ?? [],
    ...(mapping?.scenario ? { scenario: mapping.scenario } : {}),
  };
}

async function changedMapping(home: Home, target: { queueId: number; valueTypeId: number }) {
  const view = await changedView(home, target);
  return {
    json: view,
    text:
      view.entries.map((entry, index) => `Para${index + 1} = ${entry.source}`).join('\n') ||
      'Nothing is mapped there now.',
  };
}

async function findTarget(home: Home, queue: string, valueType: string) {
  const { queues, valueTypes } = await home.store.directory();
  return {
    queueId: findOne(queues, queue, 'WFM queue', 'QUEUE_UNKNOWN'),
    valueTypeId: findOne(valueTypes, valueType, 'value type', 'VALUE_TYPE_UNKNOWN'),
  };
}

/** By id, else by name without case; a name that several carry has to be given as id. */
export function findOne(
  items: readonly { readonly id: number; readonly name: string }[],
  wanted: string,
  what: string,
  code: string,
): number {
  const byId = items.find((item) => String(item.id) === wanted.trim());
  if (byId) return byId.id;
  const byName = items.filter((item) => item.name.toLowerCase() === wanted.trim().toLowerCase());
  if (byName.length === 1) return byName[0]!.id;
  throw new XlinkError(
    code,
    byName.length > 1
      ? `Several are called "${wanted}". Give the id: ${byName.map((item) => item.id).join(', ')}.`
      : `There is no ${what} "${wanted}". Known are: ${items
          .slice(0, 20)
          .map((item) => `${item.name} (${item.id})`)
          .join(', ')}.`,
    { wanted },
  );
}
