import type { DataSources } from '#shared/contract/systems.ts';

export type DataSource = DataSources['dataSources'][number];

/** `Driver=…;Database=…` says all itself; a name stands for an entry of `odbc.ini` or the registry. */
export function isConnectionString(source: string): boolean {
  return source.includes('=');
}

/** ODBC compares the names of data sources in any case. */
export function findDataSource(sources: readonly DataSource[], name: string): DataSource | undefined {
  const folded = name.trim().toLowerCase();
  return sources.find((source) => source.name.toLowerCase() === folded);
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
