import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { DefinedDataSource, DefinedSources, OdbcDriver } from './dataSources.ts';
import type { Bitness } from './library.ts';

/** The values of one registry key as `reg.exe query` prints them. */
export interface RegistryKey {
  readonly key: string;
  readonly values: Readonly<Record<string, string>>;
}

/** One of the places where Windows keeps ODBC's settings. */
export interface RegistryView {
  readonly scope: 'user' | 'system';
  readonly bitness: Bitness;
  /** Keys below `…\ODBC\ODBC.INI`. */
  readonly dataSources: readonly RegistryKey[];
  /** Keys below `…\ODBC\ODBCINST.INI`. */
  readonly drivers: readonly RegistryKey[];
}

/** Reads user and system data sources of both bitnesses with `reg.exe`. */
export async function registryDataSources(): Promise<DefinedSources> {
  const views = await Promise.all(
    (['user', 'system'] as const).flatMap((scope) =>
      ([64, 32] as const).map(async (bitness): Promise<RegistryView> => {
        const root = scope === 'user' ? 'HKCU' : 'HKLM';
        const [dataSources, drivers] = await Promise.all([
          queryRegistry(`${root}\\Software\\ODBC\\ODBC.INI`, bitness),
          queryRegistry(`${root}\\Software\\ODBC\\ODBCINST.INI`, bitness),
        ]);
        return { scope, bitness, dataSources, drivers };
      }),
    ),
  );
  return dataSourcesInRegistry(views);
}

async function queryRegistry(key: string, bitness: Bitness): Promise<RegistryKey[]> {
  try {
    const { stdout } = await promisify(execFile)('reg.exe', ['query', key, '/s', `/reg:${bitness}`], {
      timeout: 10_000,
      maxBuffer: 16 * 1024 * 1024,
      windowsHide: true,
    });
    return parseRegQuery(stdout);
  } catch {
    // reg.exe fails when the key does not exist.
    return [];
  }
}

/**
 * Parses what `reg.exe query KEY /s` prints: the path of each key at the start of a line, below it its values, each
 * on a line of four blanks, name, four blanks, type, four blanks, data.
 */
export function parseRegQuery(output: string): RegistryKey[] {
  const keys: { key: string; values: Record<string, string> }[] = [];
  for (const line of output.split(/\r?\n/)) {
    if (/^HKEY_/.test(line)) {
      keys.push({ key: line.trim(), values: {} });
      continue;
    }
    const value = /^ {4}(.+?) {4}(REG_[A-Z_0-9]+)(?: {4}(.*))?$/.exec(line);
    if (value && keys.length > 0) keys.at(-1)!.values[value[1]!] = value[3] ?? '';
  }
  return keys;
}

/** The data sources and drivers of all views; Windows keeps one set of those of the user for both bitnesses. */
export function dataSourcesInRegistry(views: readonly RegistryView[]): DefinedSources {
  const dataSources = new Map<string, DefinedDataSource>();
  const drivers = new Map<string, OdbcDriver>();
  for (const view of views) {
    const onlyForBits = view.scope === 'system' ? view.bitness : undefined;
    for (const source of dataSourcesOf(view)) {
      const key = [view.scope, onlyForBits, source.name].join('\n');
      if (dataSources.has(key)) continue;
      dataSources.set(key, onlyForBits === undefined ? source : { ...source, onlyForBits });
    }
    for (const driver of driversOf(view)) {
      const key = [view.scope, onlyForBits, driver.name].join('\n');
      if (drivers.has(key)) continue;
      drivers.set(key, onlyForBits === undefined ? driver : { ...driver, bitness: onlyForBits });
    }
  }
  return { dataSources: [...dataSources.values()], drivers: [...drivers.values()] };
}

function dataSourcesOf(view: RegistryView): DefinedDataSource[] {
  const listed = view.dataSources.find(({ key }) => /\\ODBC Data Sources$/i.test(key))?.values ?? {};
  return Object.entries(listed).map(([name, driver]): DefinedDataSource => {
    const own = view.dataSources.find(({ key }) =>
      key.toLowerCase().endsWith(`\\odbc.ini\\${name.toLowerCase()}`),
    );
    const description = own?.values.Description;
    return {
      name,
      driver,
      ...(description ? { description } : {}),
      scope: view.scope,
      definedIn: own?.key ?? `${view.scope === 'user' ? 'HKCU' : 'HKLM'}\\Software\\ODBC\\ODBC.INI`,
    };
  });
}

function driversOf(view: RegistryView): OdbcDriver[] {
  return view.drivers
    .filter(({ values }) => values.Driver !== undefined)
    .map(
      ({ key, values }): OdbcDriver => ({
        name: key.slice(key.lastIndexOf('\\') + 1),
        library: values.Driver!,
        definedIn: view.scope === 'system' ? `${key} (${view.bitness}-bit)` : key,
      }),
    );
}
