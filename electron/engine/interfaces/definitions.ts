import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type InterfaceDefinition, interfaceDefinitionSchema } from '#shared/contract/systems.ts';
import { XlinkError } from '#shared/rpc/errors.ts';
import { resourcesFolder } from '../home/paths.ts';

/** Every interface the program knows: one folder under `resources/interfaces` each. */
export async function interfaceDefinitions(): Promise<InterfaceDefinition[]> {
  const folder = path.join(resourcesFolder(), 'interfaces');
  const ids = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  return Promise.all(
    ids.map(async ({ name }) => {
      const file = path.join(folder, name, 'interface.json');
      return interfaceDefinitionSchema.parse(JSON.parse(await readFile(file, 'utf8')));
    }),
  );
}

/** @throws XlinkError `INTERFACE_UNKNOWN` with the interfaces that exist. */
export async function interfaceDefinition(id: string): Promise<InterfaceDefinition> {
  const all = await interfaceDefinitions();
  const found = all.find((definition) => definition.id === id);
  if (found) return found;
  throw new XlinkError(
    'INTERFACE_UNKNOWN',
    `There is no interface "${id}". Known are: ${all.map((definition) => definition.id).join(', ')}.`,
    { interface: id, known: all.map((definition) => definition.id) },
  );
}
