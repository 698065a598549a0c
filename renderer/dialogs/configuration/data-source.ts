import type { DataSources } from '#shared/contract/odbc.ts';

export type DataSource = DataSources['dataSources'][number];

/** `Driver=…;Database=…` says all itself; a name stands for an entry of `odbc.ini` or the registry. */
export function isConnectionString(source: string): boolean {
  return source.includes('=');
}

/** ODBC compares the names of data sources in any case; of several, the one that counts has no note that another does. */
export function findDataSource(sources: readonly DataSource[], name: string): DataSource | undefined {
  const folded = name.trim().toLowerCase();
  const named = sources.filter((source) => source.name.toLowerCase() === folded);
  return named.find((source) => !isHidden(source)) ?? named[0];
}

/** Another data source of the same name is used instead, or programs of the other bitness only see it. */
export function isHidden({ notes }: DataSource): boolean {
  return notes.some(
    ({ code, details }) =>
      code === 'DSN_BITNESS' || (code === 'DSN_TWICE' && String(details?.variant).startsWith('hidden')),
  );
}

/** Those whose name, driver or description has the text; all while the text is the chosen one itself. */
export function matchingSources(sources: readonly DataSource[], typed: string): readonly DataSource[] {
  const text = typed.trim().toLowerCase();
  if (text === '' || findDataSource(sources, text) !== undefined) return sources;
  if (isConnectionString(text)) return [];
  return sources.filter(({ name, driver, description }) =>
    [name, driver, description ?? ''].some((part) => part.toLowerCase().includes(text)),
  );
}
