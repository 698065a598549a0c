import type { Message } from '#shared/contract/common.ts';
import { attributeOf } from './connectionString.ts';
import { type DriverReference, driverInUse } from './data-source-in-use.ts';
import { notesFor } from './data-source-notes.ts';
import { type DataSources, listDataSources } from './dataSources.ts';
import { driverManager } from './driver-manager.ts';
import { programBitness } from './library.ts';
import { noteOf, type Told } from './test-run.ts';

export async function lookUpManager(): Promise<Told> {
  const { name, version, library } = await driverManager();
  const manager = [name, version].filter(Boolean).join(' ');
  const bits = programBitness;
  const place = library === undefined ? '' : `, ${library}`;
  return {
    note: noteOf('manager', `${manager}, ${bits}-bit${place}.`, { manager, bits, library }),
    found: undefined,
  };
}

/** Where the data source is defined, each place. */
export async function lookUpSource(connectionString: string): Promise<Told<DataSources>> {
  const found = await listDataSources();
  const dsn = attributeOf(connectionString, 'DSN');
  if (dsn === undefined) {
    return { found, note: noteOf('no-name', 'A connection string, without a data source name.') };
  }
  const all = found.dataSources.filter(({ name }) => name.toLowerCase() === dsn.toLowerCase());
  if (all.length === 0) {
    const names = [...new Set(found.dataSources.map(({ name }) => name))];
    // The driver manager may know more places than this program; it has the last word.
    const message = `"${dsn}" is not among the data sources found here (${names.join(', ') || 'none'}).`;
    return { found, note: noteOf('not-listed', message, { dsn, found: names }) };
  }
  const places = all.map(
    ({ scope, bitness, definedIn }): Message => ({
      code: 'ODBC_PLACE',
      message: [`${scope} data source`, ...(bitness ? [`${bitness}-bit`] : []), `in ${definedIn}`].join(', '),
      details: { variant: scope, bits: bitness, definedIn },
    }),
  );
  const { name } = all[0]!;
  const message = `"${name}": ${places.map((place) => place.message).join('; ')}.`;
  const warnings = await notesFor(found, { dsn });
  return { found, note: noteOf('listed', message, { dsn: name, places }), warnings };
}

/** Which driver it is and what is odd about it. Whether it loads, a connect will tell. */
export async function lookUpDriver(connectionString: string, found: DataSources | undefined): Promise<Told> {
  const driver = attributeOf(connectionString, 'Driver');
  const reference: DriverReference = { driver, dsn: attributeOf(connectionString, 'DSN') };
  const entry = found && (await driverInUse(found, reference));
  if (!entry) return { note: noteOf('no-driver', 'No driver is named for it.'), found: undefined };
  const name = [...new Set([entry.name, entry.library])].filter(Boolean).join(', ');
  const { bitness } = entry;
  const message = bitness === undefined ? `${name}.` : `${name}, ${bitness}-bit.`;
  // Those of a data source stand beside it.
  const warnings = driver === undefined ? [] : await notesFor(found, { driver });
  return { note: noteOf('driver', message, { driver: name, bits: bitness }), warnings, found: undefined };
}
