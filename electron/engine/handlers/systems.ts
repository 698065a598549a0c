import type { SystemDetail, SystemSummary, systemsContract } from '#shared/contract/systems.ts';
import { entries } from '#shared/domain/ini/document.ts';
import { unquote } from '#shared/domain/ini/values.ts';
import type { Handlers } from '#shared/rpc/contract.ts';
import { addSystem } from '../home/add-system.ts';
import type { Home } from '../home/home.ts';
import { updateHomeFile } from '../home/home-file.ts';
import { isPasswordKey, readSettings } from '../home/settings.ts';
import { maskedSectionText, saveSystem, sectionRemoved } from '../home/system-edit.ts';
import { externalSystem, externalSystems, passwordPlace } from '../home/systems.ts';
import { interfaceDefinitions } from '../interfaces/definitions.ts';
import { interfaceDocumentation } from '../interfaces/documentation.ts';
import { shownStatements } from '../interfaces/shown-statements.ts';
import { testTyped } from '../interfaces/test-system.ts';
import { withoutSecrets } from '../odbc/connectionString.ts';
import { listDataSources } from '../odbc/dataSources.ts';

export function systemsHandlers(home: Home): Handlers<typeof systemsContract> {
  return {
    'interfaces.list': async () => interfaceDefinitions(),
    'interfaces.documentation': async ({ id, language }) => ({
      markdown: await interfaceDocumentation(id, language),
    }),
    'systems.list': async () => systemSummaries(home),
    'systems.read': async ({ name }) => systemDetail(home, name),
    'systems.save': async ({ name, revision, change }) => saveSystem(home, name, revision, change),
    'systems.add': async (system) => addSystem(home, system),
    'systems.remove': async ({ name }) => {
      const system = await externalSystem(home, name);
      const { revision } = await updateHomeFile(home.paths.settings, undefined, (bytes) =>
        sectionRemoved(bytes, system.name),
      );
      await home.store.removeExternalSystem(system.name);
      await home.secrets.write(system.name, '');
      home.logs.write('isps_ul.log', `system ${system.name} removed`);
      return { revision };
    },
    'systems.dataSources': async () => {
      const { dataSources, drivers } = await listDataSources();
      return { dataSources: [...dataSources], drivers: [...drivers] };
    },
    'systems.test': async (typed, { signal }) => testTyped(home, typed, signal),
    'systems.statements': async ({ name, ...range }) => ({
      statements: await shownStatements(home, await externalSystem(home, name), range),
    }),
  };
}

export async function systemSummaries(home: Home): Promise<SystemSummary[]> {
  const definitions = interfaceDefinitions();
  return (await externalSystems(home)).map((system) => {
    const definition = definitions.find((found) => found.id === system.interface);
    return {
      name: system.name,
      interface: system.interface,
      interfaceName: definition?.name.en ?? system.interface,
      phoneLink: system.phoneLink,
      timeLink: system.timeLink,
      configured: system.section !== undefined,
      source: withoutSecrets(system.section?.value('Source') ?? ''),
    };
  });
}

async function systemDetail(home: Home, name: string): Promise<SystemDetail> {
  const settings = await readSettings(home.paths);
  const system = await externalSystem(home, name, settings);
  const summary = (await systemSummaries(home)).find((found) => found.name === system.name)!;
  const lines = system.section ? entries(settings.document, system.name) : [];
  return {
    ...summary,
    user: system.section?.value('User') ?? '',
    password: await passwordPlace(home, system.name, system.section),
    keys: lines
      .filter((entry) => !isPasswordKey(entry.key))
      .map((entry) => ({ key: entry.key, value: keyValue(entry.key, entry.rawValue), line: entry.line })),
    text: maskedSectionText(settings.document, system.name),
    revision: settings.revision,
  };
}

function keyValue(key: string, rawValue: string): string {
  const value = unquote(rawValue);
  return key.toLowerCase() === 'source' ? withoutSecrets(value) : value;
}
