import type { AdoptedSystem, AdoptReport } from '#shared/contract/adopt.ts';
import { systemNameSchema } from '#shared/contract/common.ts';
import type { InterfaceDefinition } from '#shared/contract/systems.ts';
import { entries, type IniDocument, sections } from '#shared/domain/ini/document.ts';
import { type MapDocument, mappings, parseSource } from '#shared/domain/mapping/document.ts';
import { withoutSecrets } from '../odbc/connectionString.ts';
import { guessInterface } from './adopt-guess.ts';
import { writtenPassword } from './password-lines.ts';
import { systemNames, systemSection } from './settings.ts';
import { type ExternalSystem, readSystemSection } from './systems.ts';

/** They say nothing of what a section is used for: both streams have them. */
const sharedKeys: ReadonlySet<string> = new Set(['interval', 'timezone']);

/**
 * The systems of an `isps_ul.ini` of which nothing else is known: interface and streams are told by what stands there.
 *
 * @param chosen interface by name of the system in small letters, where it is to be another than the guessed one
 */
export function systemsOfFile(
  document: IniDocument,
  map: MapDocument,
  definitions: readonly InterfaceDefinition[],
  chosen: ReadonlyMap<string, string>,
): AdoptedSystem[] {
  const names = systemNames(document);
  const mapped = mappedBySystem(map, names);
  return names.map((name) => {
    const section = systemSection(document, name)!;
    const keys = entries(document, name)
      .filter(({ rawValue }) => rawValue.trim() !== '')
      .map(({ key }) => key);
    const guess = guessInterface(name, keys, definitions);
    const id = chosen.get(name.toLowerCase()) ?? guess.interface;
    const group = (which: string) =>
      new Set(
        definitions
          .find((definition) => definition.id === id)
          ?.keys.filter((known) => known.group === which && !sharedKeys.has(known.key.toLowerCase()))
          .map(({ key }) => key.toLowerCase()),
      );
    const [calls, agents] = [group('calls'), group('agents')];
    const timeLink = keys.some((key) => agents.has(key.toLowerCase()));
    const password = writtenPassword(section);
    return {
      name,
      line: sections(document).find((found) => found.name === name)?.line ?? 1,
      interface: id,
      guess,
      usable: systemNameSchema.safeParse(name).success,
      phoneLink: !timeLink || mapped.has(name) || keys.some((key) => calls.has(key.toLowerCase())),
      timeLink,
      source: withoutSecrets(section.value('Source') ?? ''),
      password: password === undefined ? 'none' : password.encoded ? 'encoded' : 'clear',
      mapped: mapped.get(name) ?? 0,
    };
  });
}

function mappedBySystem(map: MapDocument, names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  const known = names.map((name) => ({ name }));
  for (const { entries: sources } of mappings(map)) {
    for (const { source } of sources) {
      const parsed = parseSource(source, known);
      if ('system' in parsed) counts.set(parsed.system, (counts.get(parsed.system) ?? 0) + 1);
    }
  }
  return counts;
}

const intervals = [5, 10, 15, 20, 30, 60] as const;

/**
 * For queues that are made: a zone of which the ACDs know the name, else that of this machine. The longest interval of
 * the ACDs, since a figure over more minutes than its queue counts in would not be imported; half an hour where none says.
 */
export function suggestedQueue(systems: readonly ExternalSystem[]): AdoptReport['suggested'] {
  const sources = systems.flatMap((system) => (system.section ? readSystemSection(system).sources : []));
  const named = sources.find(({ zone }) => zone?.id.includes('/'))?.zone?.id;
  const known = sources.flatMap(({ intervalMinutes }) =>
    intervals.filter((minutes) => minutes === intervalMinutes),
  );
  return {
    timeZone: named ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    intervalMinutes: known.length === 0 ? 30 : Math.max(...known),
  };
}
