import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { DataSource, DataSources, OdbcDriver } from './dataSources.ts';

/** The values of one registry key as `reg.exe query` prints them. */
export interface RegistryKey {
  readonly key: string;
  readonly values: Readonly<Record<string, string>>;
}

/** One of the places where Windows keeps ODBC's settings. */
export interface RegistryView {
  readonly scope: 'user' | 'system';
  readonly bitness: 32 | 64;
  /** Keys below `…\ODBC\ODBC.INI`. */
  readonly dataSources: readonly RegistryKey[];
  /** Keys below `…\ODBC\ODBCINST.INI`. */
  readonly drivers: readonly RegistryKey[];
}

/** Reads user and system data sources of both bitnesses with `reg.exe`. */
export async function registryDataSources(): Promise<DataSources> {
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

async function queryRegistry(key: string, bitness: 32 | 64): Promise<RegistryKey[]> {
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

/**
 * The data sources and drivers of all views. Windows keeps one set of user data sources for both bitnesses, so the
 * bitness of those is that of their driver.
 */
export function dataSourcesInRegistry(views: readonly RegistryView[]): DataSources {
  const drivers = views.flatMap((view) =>
    driversOf(view).map((driver) => ({ ...driver, bitness: view.bitness })),
  );
  const bitnessOf = (driverName: string): 32 | 64 | undefined =>
    drivers
      .filter(({ name }) => name.toLowerCase() === driverName.toLowerCase())
      .map(({ bitness }) => bitness)
      .sort((a, b) => b - a)[0];
  const dataSources = new Map<string, DataSource>();
  for (const view of views) {
    for (const source of dataSourcesOf(view)) {
      const bitness = view.scope === 'system' ? view.bitness : bitnessOf(source.driver);
      const key = [view.scope, view.scope === 'system' ? view.bitness : '', source.name].join('\n');
      if (!dataSources.has(key)) {
        dataSources.set(key, { ...source, ...(bitness === undefined ? {} : { bitness }) });
      }
    }
  }
  const distinct = new Map(drivers.map((driver) => [`${driver.definedIn}\n${driver.name}`, driver]));
  return {
    dataSources: [...dataSources.values()],
    drivers: [...distinct.values()].map(({ bitness: _, ...driver }) => driver),
  };
}

function dataSourcesOf(view: RegistryView): DataSource[] {
  const listed = view.dataSources.find(({ key }) => /\\ODBC Data Sources$/i.test(key))?.values ?? {};
  return Object.entries(listed).map(([name, driver]): DataSource => {
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
        definedIn: `${key} (${view.bitness}-bit)`,
      }),
    );
}
