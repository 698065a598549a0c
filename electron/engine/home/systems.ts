import { XlinkError } from '#shared/rpc/errors.ts';
import type { AgentSource } from '../interfaces/agent-source.ts';
import type { CallSource } from '../interfaces/call-source.ts';
import { findInterface, interfaceUnknown } from '../interfaces/definitions.ts';
import { readSection, type Streams } from '../interfaces/read-section.ts';
import type { SectionReading } from '../interfaces/section-reading.ts';
import { withoutPassword } from '../odbc/connectionString.ts';
import type { Home } from './home.ts';
import { writtenPassword } from './password-lines.ts';
import { passwordVariable } from './secrets.ts';
import { readSettings, type Settings, type SystemSection, systemNames, systemSection } from './settings.ts';

/** An external system as the home knows it: a section of the ini, a record of WFM, or both. */
export interface ExternalSystem {
  readonly name: string;
  /** `universal`, …: WFM's record says it; a section without a record is of the Universal interface. */
  readonly interface: string;
  readonly phoneLink: boolean;
  readonly timeLink: boolean;
  readonly section?: SystemSection;
}

export interface SystemConnection {
  readonly source: string;
  readonly user?: string;
  readonly password?: string;
}

/** All systems: sections in the order of the file, then those only WFM knows. */
export async function externalSystems(home: Home, settings?: Settings): Promise<ExternalSystem[]> {
  const { document } = settings ?? (await readSettings(home.paths));
  const records = (await home.store.directory()).externalSystems;
  const names = systemNames(document);
  const known = new Set(names.map((name) => name.toLowerCase()));
  for (const record of records) if (!known.has(record.name.toLowerCase())) names.push(record.name);
  return names.map((name) => {
    const record = records.find((found) => found.name.toLowerCase() === name.toLowerCase());
    const section = systemSection(document, name);
    return {
      name,
      interface: record?.interface ?? 'universal',
      phoneLink: record?.phoneLink ?? true,
      timeLink: record?.timeLink ?? false,
      ...(section === undefined ? {} : { section }),
    };
  });
}

/** @throws XlinkError `SYSTEM_UNKNOWN` with the systems that exist. */
export async function externalSystem(home: Home, name: string, settings?: Settings): Promise<ExternalSystem> {
  const all = await externalSystems(home, settings);
  const found = all.find((system) => system.name.toLowerCase() === name.trim().toLowerCase());
  if (found) return found;
  const names = all.map((system) => system.name);
  throw new XlinkError(
    'SYSTEM_UNKNOWN',
    names.length === 0
      ? `There is no external system "${name}": isps_ul.ini has no section for one.`
      : `There is no external system "${name}". Configured are: ${names.join(', ')}.`,
    { system: name, known: names },
  );
}

/** Data source, user and password; the environment comes before the secret store, that before the ini. */
export async function systemConnection(home: Home, system: ExternalSystem): Promise<SystemConnection> {
  const section = configuredSection(system);
  const source = section.value('Source');
  if (source === undefined) {
    throw new XlinkError(
      'SYSTEM_NO_SOURCE',
      `"${system.name}" has no data source. Enter one in Configuration… (key Source in isps_ul.ini).`,
      { system: system.name },
    );
  }
  const user = section.value('User');
  const password = await systemPassword(home, system.name, section);
  return {
    // A driver would take the one in the connection string before the one beside it.
    source: password === undefined ? source : withoutPassword(source),
    ...(user === undefined ? {} : { user }),
    ...(password === undefined ? {} : { password }),
  };
}

export async function passwordPlace(
  home: Home,
  name: string,
  section: SystemSection | undefined,
): Promise<'none' | 'ini' | 'store' | 'environment'> {
  if (process.env[passwordVariable(name)] !== undefined) return 'environment';
  if (await home.secrets.has(name)) return 'store';
  return section && writtenPassword(section) ? 'ini' : 'none';
}

async function systemPassword(home: Home, name: string, section: SystemSection): Promise<string | undefined> {
  const given = process.env[passwordVariable(name)] ?? (await home.secrets.read(name));
  if (given !== undefined) return given;
  const written = writtenPassword(section);
  if (written?.encoded) {
    throw new XlinkError(
      'PASSWORD_ENCODED',
      `The password of "${name}" in isps_ul.ini is encoded by the old program and cannot be read. Enter it in Configuration….`,
      { system: name },
    );
  }
  // The other place is the connection string itself.
  return written?.place === 'key' ? written.value : undefined;
}

/**
 * Reads the section by the rules of the system's interface; both streams, or those asked for. An interface that the
 * program does not have (a record of another release) is a finding: the other systems go on.
 */
export function readSystemSection(
  system: ExternalSystem,
  streams: Streams = { phoneLink: true, timeLink: system.timeLink },
): SectionReading {
  const section = configuredSection(system);
  const definition = findInterface(system.interface);
  if (definition) return readSection(section, definition, streams);
  const { code, message, details } = interfaceUnknown(system.interface);
  return { sources: [], findings: [{ severity: 'error', code, message, details }] };
}

/**
 * The sources of call data, one for each kind of queues.
 * @throws XlinkError `SECTION_INVALID` naming the first error with key and line.
 */
export function callSources(system: ExternalSystem): readonly CallSource[] {
  const { sources, findings } = readSystemSection(system, { phoneLink: true, timeLink: false });
  if (sources.length > 0) return sources;
  throw sectionInvalid(system, findings);
}

/** @throws XlinkError `SECTION_INVALID` naming the first error with key and line. */
export function agentSource(system: ExternalSystem): AgentSource {
  const { agents, findings } = readSystemSection(system, { phoneLink: false, timeLink: true });
  if (agents) return agents;
  throw sectionInvalid(system, findings);
}

function sectionInvalid(system: ExternalSystem, findings: SectionReading['findings']): XlinkError {
  const first = findings.find((finding) => finding.severity === 'error')!;
  return new XlinkError(
    'SECTION_INVALID',
    `isps_ul.ini, section [${system.name}]${first.line === undefined ? '' : `, line ${first.line}`}: ${first.message}`,
    { system: system.name, key: first.key, line: first.line, problem: first, findings },
  );
}

function configuredSection(system: ExternalSystem): SystemSection {
  if (system.section) return system.section;
  throw new XlinkError(
    'SYSTEM_NOT_CONFIGURED',
    `"${system.name}" has no section in isps_ul.ini yet. Right-click it and choose Configuration….`,
    { system: system.name },
  );
}
