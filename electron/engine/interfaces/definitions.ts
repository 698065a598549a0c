import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { InterfaceDefinition } from '#shared/contract/systems.ts';
import { XlinkError } from '#shared/rpc/errors.ts';
import { resourcesFolder } from '../home/paths.ts';
import { type StandardDefinition, standardDefinitionSchema } from './definition-schema.ts';

let read: readonly StandardDefinition[] | undefined;

/** Every interface the program knows: one folder under `resources/interfaces` each. Part of the program: read once. */
export function standardDefinitions(): readonly StandardDefinition[] {
  read ??= withUniversalKeys(readDefinitions(path.join(resourcesFolder(), 'interfaces')));
  return read;
}

/** Universal first, the others by name. */
function readDefinitions(folder: string): StandardDefinition[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => path.join(folder, name, 'interface.json'))
    .filter((file) => existsSync(file))
    .map(readDefinition)
    .sort((a, b) => rank(a) - rank(b) || (a.name.en ?? a.id).localeCompare(b.name.en ?? b.id));
}

/** Keys of every interface: the engine reads them, whatever a definition says. Described once, by Universal. */
const engineKeys: ReadonlySet<string> = new Set(['DelayMinutes', 'LookBackDays']);

/**
 * What Universal's section has as well: the engine's own keys, and, where a definition says nothing of agents, those
 * they are read by.
 */
function withUniversalKeys(definitions: readonly StandardDefinition[]): StandardDefinition[] {
  const universal = definitions.find((definition) => rank(definition) === 0);
  return definitions.map((definition) => {
    const own = new Set(definition.keys.map(({ key }) => key.toLowerCase()));
    const more = (universal?.keys ?? []).filter(
      ({ key, group }) =>
        !own.has(key.toLowerCase()) && (engineKeys.has(key) || (group === 'agents' && !definition.agents)),
    );
    return { ...definition, keys: [...definition.keys, ...more] };
  });
}

function rank({ id }: StandardDefinition): number {
  return id === 'universal' ? 0 : 1;
}

/**
 * Also for a definition that is being written, see docs/adding-an-acd.md.
 * @throws XlinkError `INTERFACE_INVALID` naming the file and what is wrong in it
 */
export function readDefinition(file: string): StandardDefinition {
  try {
    return standardDefinitionSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new XlinkError('INTERFACE_INVALID', `${file} is no definition of an interface: ${reason}`, {
      file,
      reason,
    });
  }
}

/** What a console needs of them: names and keys. */
export function interfaceDefinitions(): InterfaceDefinition[] {
  return standardDefinitions().map(({ id, name, summary, keys }) => ({ id, name, summary, keys }));
}

/** @throws XlinkError `INTERFACE_UNKNOWN` with the interfaces that exist. */
export function interfaceDefinition(id: string): StandardDefinition {
  const found = findInterface(id);
  if (found) return found;
  throw interfaceUnknown(id);
}

export function findInterface(id: string): StandardDefinition | undefined {
  return standardDefinitions().find((definition) => definition.id === id);
}

/** `INTERFACE_UNKNOWN`, with the interfaces that exist. */
export function interfaceUnknown(id: string): XlinkError {
  const known = standardDefinitions().map((definition) => definition.id);
  return new XlinkError(
    'INTERFACE_UNKNOWN',
    `There is no interface "${id}". Known are: ${known.join(', ')}.`,
    {
      interface: id,
      known,
    },
  );
}
