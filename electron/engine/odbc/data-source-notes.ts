import { isAbsolute } from 'node:path';
import type { Message } from '#shared/contract/common.ts';
import { type DriverReference, dataSourceInUse, isNamed, isSeen } from './data-source-in-use.ts';
import type {
  DataSource,
  DataSources,
  DefinedDataSource,
  DefinedSources,
  OdbcDriver,
} from './dataSources.ts';
import { type Bitness, type LibraryFacts, libraryFacts, programBitness } from './library.ts';

/** Adds what is known of the libraries and, to each data source, what somebody who wants to use it should know. */
export async function withNotes(
  { dataSources, drivers }: DefinedSources,
  programBits: Bitness = programBitness,
): Promise<DataSources> {
  const libraries = new Set([
    ...drivers.flatMap(({ library }) => library ?? []),
    ...dataSources.map(({ driver }) => driver).filter(isAbsolute),
  ]);
  const facts = new Map(
    await Promise.all([...libraries].map(async (library) => [library, await libraryFacts(library)] as const)),
  );
  const known = drivers.map((driver): OdbcDriver => {
    const bitness = driver.bitness ?? facts.get(driver.library ?? '')?.bitness;
    return bitness === undefined ? driver : { ...driver, bitness };
  });
  return {
    drivers: known,
    dataSources: dataSources.map((source): DataSource => {
      const driver = driverFor(source, known, facts, programBits);
      const bitness = source.onlyForBits ?? driver?.bitness;
      return {
        ...source,
        ...(bitness === undefined ? {} : { bitness }),
        notes: [
          ...visibilityNotes(source, dataSources, programBits),
          ...(isSeen(source, programBits) ? driverNotes(source, driver, known, programBits) : []),
        ],
      };
    }),
  };
}

/** What somebody should know who connects by that data source or driver. */
export async function notesFor(found: DataSources, { dsn, driver }: DriverReference): Promise<Message[]> {
  if (driver !== undefined) {
    // As if a data source named it.
    const nameless = { name: '', driver, scope: 'user', definedIn: '' } as const;
    const { dataSources } = await withNotes({ dataSources: [nameless], drivers: found.drivers });
    return dataSources.flatMap(({ notes }) => notes);
  }
  if (dsn === undefined) return [];
  const source =
    dataSourceInUse(found.dataSources, dsn) ?? found.dataSources.find((one) => isNamed(one, dsn));
  return [...(source?.notes ?? [])];
}

function visibilityNotes(
  source: DefinedDataSource,
  all: readonly DefinedDataSource[],
  programBits: Bitness,
): Message[] {
  const { name, scope } = source;
  const used = dataSourceInUse(all, name, programBits);
  if (used === undefined) {
    const bits = source.onlyForBits;
    return [
      {
        code: 'DSN_BITNESS',
        message: `Only ${bits}-bit programs see it, this one is ${programBits}-bit. Make a data source of the same name in ODBC Data Sources (${programBits}-bit), with the ${programBits}-bit driver.`,
        details: { bits, programBits },
      },
    ];
  }
  if (used !== source) {
    return [
      {
        code: 'DSN_TWICE',
        message: `The ${used.scope} data source of the same name in ${used.definedIn} counts, not this one.`,
        details: { variant: `hidden-by-${used.scope}`, definedIn: used.definedIn },
      },
    ];
  }
  const other = all.find(
    (one) => one !== source && isNamed(one, name) && isSeen(one, programBits) && one.scope !== scope,
  );
  if (other === undefined) return [];
  return [
    {
      code: 'DSN_TWICE',
      message: `There is also a ${other.scope} data source of the same name in ${other.definedIn}; this one counts.`,
      details: { variant: 'counts', definedIn: other.definedIn },
    },
  ];
}

/** A driver as a data source names it: by its registered name, or by its library. */
interface FoundDriver {
  readonly name: string;
  readonly library?: string;
  readonly bitness?: Bitness;
  readonly isMissing?: true;
}

function driverFor(
  { driver, onlyForBits }: DefinedDataSource,
  drivers: readonly OdbcDriver[],
  facts: ReadonlyMap<string, LibraryFacts>,
  programBits: Bitness,
): FoundDriver | undefined {
  const named = drivers.filter(({ name }) => name.toLowerCase() === driver.toLowerCase());
  const wanted = onlyForBits ?? programBits;
  const registered = named.find(({ bitness }) => bitness === wanted) ?? named[0];
  if (registered) return { ...facts.get(registered.library ?? ''), ...registered };
  if (!isLibrary(driver)) return undefined;
  return { name: driver, library: driver, ...facts.get(driver) };
}

function isLibrary(driver: string): boolean {
  return isAbsolute(driver) || /\.(so|dylib|dll|sl)(\.[\d.]+)?$/i.test(driver);
}

function driverNotes(
  { driver: named }: DefinedDataSource,
  driver: FoundDriver | undefined,
  drivers: readonly OdbcDriver[],
  programBits: Bitness,
): Message[] {
  if (named === '') return [driverNote('none', 'It names no driver. Choose one in its settings.')];
  if (driver === undefined) {
    const installed = [...new Set(drivers.map(({ name }) => name))];
    return [
      driverNote(
        installed.length === 0 ? 'unregistered-alone' : 'unregistered',
        `Its driver "${named}" is not registered on this machine. Registered are: ${installed.join(', ') || 'none'}.`,
        { driver: named, drivers: installed },
      ),
    ];
  }
  const { library, bitness } = driver;
  if (driver.isMissing) {
    return [
      driverNote(
        'library',
        `The library of its driver is not there: ${library}. Install the driver, or choose another data source.`,
        { library },
      ),
    ];
  }
  if (bitness === undefined || bitness === programBits) return [];
  return [
    driverNote(
      'bitness',
      `Its driver ${driver.name} is ${bitness}-bit, this program is ${programBits}-bit and cannot load it. Install the ${programBits}-bit driver.`,
      { driver: driver.name, bits: bitness, programBits },
    ),
  ];
}

function driverNote(variant: string, message: string, details: Record<string, unknown> = {}): Message {
  return { code: 'DSN_DRIVER', message, details: { ...details, variant } };
}
