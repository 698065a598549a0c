import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'ini';
import type { Message } from '#shared/contract/common.ts';
import { withNotes } from './data-source-notes.ts';
import type { Bitness } from './library.ts';
import { registryDataSources } from './windowsRegistry.ts';

/** A data source as it is written down. */
export interface DefinedDataSource {
  readonly name: string;
  /** Name of the driver, or the path of its library. */
  readonly driver: string;
  readonly description?: string;
  readonly scope: 'user' | 'system';
  /** Set for system data sources on Windows: programs of the other bitness do not see it. */
  readonly onlyForBits?: Bitness;
  /** The file or registry key. */
  readonly definedIn: string;
}

export interface DataSource extends DefinedDataSource {
  /** Of the place it is defined in, else of its driver; undefined where it is not known. */
  readonly bitness?: Bitness;
  /** Why it may not be what it seems: see `data-source-notes.ts`. */
  readonly notes: Message[];
}

export interface OdbcDriver {
  readonly name: string;
  readonly library?: string;
  readonly bitness?: Bitness;
  readonly definedIn: string;
}

/** What is written down, without a look at the drivers. */
export interface DefinedSources {
  readonly dataSources: readonly DefinedDataSource[];
  readonly drivers: readonly OdbcDriver[];
}

export interface DataSources extends DefinedSources {
  readonly dataSources: readonly DataSource[];
}

/** Where unixODBC keeps its files. */
export interface OdbcFiles {
  readonly userDataSources: string;
  readonly systemDataSources: string;
  readonly drivers: string;
  readonly userDrivers?: string;
}

/** The data sources and drivers of this machine; what cannot be read is left out. */
export async function listDataSources(): Promise<DataSources> {
  return withNotes(
    process.platform === 'win32' ? await registryDataSources() : await dataSourcesIn(await odbcFiles()),
  );
}

/** Reads `odbc.ini` and `odbcinst.ini`. */
export async function dataSourcesIn(files: OdbcFiles): Promise<DefinedSources> {
  const [user, system, drivers, userDrivers] = await Promise.all([
    readIni(files.userDataSources),
    readIni(files.systemDataSources),
    readIni(files.drivers),
    files.userDrivers === undefined ? {} : readIni(files.userDrivers),
  ]);
  return {
    dataSources: [
      ...dataSourcesOf(user, 'user', files.userDataSources),
      ...dataSourcesOf(system, 'system', files.systemDataSources),
    ],
    drivers: [...driversOf(userDrivers, files.userDrivers ?? ''), ...driversOf(drivers, files.drivers)],
  };
}

type Section = Readonly<Record<string, unknown>>;

async function readIni(path: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    // `ini` makes a tree of dots in names of sections, which for ODBC are just part of the name.
    return parse(
      (await readFile(path, 'utf8')).replaceAll(/^(\s*\[.*)$/gm, (line) => line.replaceAll('.', '\\.')),
    );
  } catch {
    return {};
  }
}

function sectionsOf(file: Readonly<Record<string, unknown>>): [string, Section][] {
  return Object.entries(file).filter(
    (entry): entry is [string, Section] => typeof entry[1] === 'object' && entry[1] !== null,
  );
}

function textOf(section: Section, key: string): string | undefined {
  const found = Object.entries(section).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1];
  return typeof found === 'string' && found !== '' ? found : undefined;
}

const notDataSources: ReadonlySet<string> = new Set(['odbc', 'odbc data sources', 'default']);

function dataSourcesOf(
  file: Readonly<Record<string, unknown>>,
  scope: DefinedDataSource['scope'],
  definedIn: string,
): DefinedDataSource[] {
  const sections = sectionsOf(file);
  const listed = sections.find(([name]) => name.toLowerCase() === 'odbc data sources')?.[1] ?? {};
  return sections
    .filter(([name]) => !notDataSources.has(name.toLowerCase()))
    .map(([name, section]): DefinedDataSource => {
      const description = textOf(section, 'Description');
      return {
        name,
        driver: textOf(section, 'Driver') ?? textOf(listed, name) ?? '',
        ...(description === undefined ? {} : { description }),
        scope,
        definedIn,
      };
    })
    .sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

const notDrivers: ReadonlySet<string> = new Set(['odbc', 'odbc drivers', 'odbc connection pooling']);

function driversOf(file: Readonly<Record<string, unknown>>, definedIn: string): OdbcDriver[] {
  return sectionsOf(file)
    .filter(([name]) => !notDrivers.has(name.toLowerCase()))
    .map(([name, section]): OdbcDriver => {
      const library = textOf(section, 'Driver64') ?? textOf(section, 'Driver');
      return { name, ...(library === undefined ? {} : { library }), definedIn };
    });
}

/** The files as unixODBC finds them: by the environment, else as `odbcinst -j` says, else in the usual places. */
export async function odbcFiles(environment: NodeJS.ProcessEnv = process.env): Promise<OdbcFiles> {
  const told = await toldByOdbcinst();
  const systemFolder = environment.ODBCSYSINI;
  const drivers = environment.ODBCINSTINI ?? 'odbcinst.ini';
  return {
    userDataSources: environment.ODBCINI ?? told.userDataSources ?? join(homedir(), '.odbc.ini'),
    userDrivers: join(homedir(), '.odbcinst.ini'),
    systemDataSources:
      systemFolder === undefined
        ? (told.systemDataSources ?? '/etc/odbc.ini')
        : join(systemFolder, 'odbc.ini'),
    drivers:
      systemFolder === undefined
        ? drivers.startsWith('/')
          ? drivers
          : (told.drivers ?? '/etc/odbcinst.ini')
        : join(systemFolder, drivers),
  };
}

async function toldByOdbcinst(): Promise<Partial<OdbcFiles>> {
  try {
    const { stdout } = await promisify(execFile)('odbcinst', ['-j'], { timeout: 5000 });
    const after = (label: string) => new RegExp(`^${label}\\.*:\\s*(.+)$`, 'm').exec(stdout)?.[1]?.trim();
    const found = {
      drivers: after('DRIVERS'),
      systemDataSources: after('SYSTEM DATA SOURCES'),
      userDataSources: after('USER DATA SOURCES'),
    };
    return Object.fromEntries(Object.entries(found).filter(([, path]) => path !== undefined));
  } catch {
    return {};
  }
}
