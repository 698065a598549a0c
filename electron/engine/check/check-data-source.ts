import type { Finding } from '#shared/contract/check.ts';
import type { ExternalSystem } from '../home/systems.ts';
import { attributeOf, connectionStringOf } from '../odbc/connectionString.ts';
import { notesFor } from '../odbc/data-source-notes.ts';
import type { listDataSources } from '../odbc/dataSources.ts';
import { settingsFile } from './files.ts';

/** What is known of the system's data source and driver without connecting: a driver of the other bitness, a double. */
export async function checkDataSource(
  { name, section }: ExternalSystem,
  known: Awaited<ReturnType<typeof listDataSources>>,
): Promise<Finding[]> {
  const source = section?.value('Source');
  if (source === undefined) return [];
  const connectionString = connectionStringOf({ source });
  const notes = await notesFor(known, {
    dsn: attributeOf(connectionString, 'DSN'),
    driver: attributeOf(connectionString, 'Driver'),
  });
  const line = section?.line('Source');
  return notes.map(({ code, message, details }) => ({
    severity: code === 'DSN_TWICE' ? ('hint' as const) : ('error' as const),
    code,
    message,
    ...(details === undefined ? {} : { details }),
    file: settingsFile,
    system: name,
    key: 'Source',
    ...(line === undefined ? {} : { line }),
  }));
}
