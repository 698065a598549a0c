import type { DataSource, DefinedDataSource, DefinedSources, OdbcDriver } from './dataSources.ts';
import { type Bitness, libraryFacts, programBitness } from './library.ts';

/** Windows keeps system data sources apart by bitness. */
export function isSeen({ onlyForBits }: Pick<DataSource, 'onlyForBits'>, programBits: Bitness): boolean {
  return onlyForBits === undefined || onlyForBits === programBits;
}

/** The data source that a name leads to: that of the user comes before that of the system. */
export function dataSourceInUse<T extends DefinedDataSource>(
  all: readonly T[],
  name: string,
  programBits: Bitness = programBitness,
): T | undefined {
  const seen = all.filter((source) => isNamed(source, name) && isSeen(source, programBits));
  return seen.find(({ scope }) => scope === 'user') ?? seen[0];
}

export function isNamed(source: DefinedDataSource, name: string): boolean {
  return source.name.toLowerCase() === name.trim().toLowerCase();
}

/** What names the driver in a connection string. */
export interface DriverReference {
  readonly dsn?: string | undefined;
  readonly driver?: string | undefined;
}

/** The driver that a DSN or connection string leads to; its name may be the path of its library. */
export function driverEntryOf(
  { dataSources, drivers }: DefinedSources,
  { dsn, driver }: DriverReference,
): Omit<OdbcDriver, 'definedIn'> | undefined {
  const named = driver ?? (dsn === undefined ? undefined : dataSourceInUse(dataSources, dsn)?.driver);
  if (!named) return undefined;
  const registered = drivers.filter(({ name }) => name.toLowerCase() === named.toLowerCase());
  return registered.find(({ bitness }) => bitness === programBitness) ?? registered[0] ?? { name: named };
}

/** Name and library of that driver as one text, as far as they are known. */
export function driverOf(found: DefinedSources, reference: DriverReference): string {
  const entry = driverEntryOf(found, reference);
  return entry ? [entry.name, entry.library].filter(Boolean).join(' ') : '';
}

/** The driver that it leads to, with its bitness where that can be told. */
export async function driverInUse(
  found: DefinedSources,
  reference: DriverReference,
): Promise<{ readonly name: string; readonly library?: string; readonly bitness?: Bitness } | undefined> {
  const entry = driverEntryOf(found, reference);
  return entry && { ...(await libraryFacts(entry.library ?? entry.name)), ...entry };
}
