import type { FoundTable, FoundTables, TableRef } from '#shared/contract/find-tables.ts';
import type { OdbcConnection, TableInfo } from '../../odbc/connection.ts';
import type { DatabaseProduct } from '../../odbc/dialect.ts';
import { ratedByColumns, ratedByTableName } from './rank-tables.ts';
import { readColumns } from './read-table.ts';
import { withinDeadline } from './source.ts';

/** Schemas, owners or catalogs that belong to a product itself. */
const systemSchemas =
  /^(information_schema|pg_catalog|pg_toast.*|pg_temp.*|sys|system|systems|mysql|performance_schema|master\.sys|msdb|tempdb|model|sybsystemprocs|sybsystemdb|sysmaster|sysutils|sysuser|sysadmin|syscdr|ctxsys|mdsys|xdb|wmsys|olapsys|ordsys|orddata|exfsys|dbsnmp|appqossys|outln|lbacsys|dvsys|gsmadmin_internal|ojvmsys|audsys|apex_.*|flows_files)$/i;

/** Tables that a product keeps beside the user's own. */
const systemTables: Partial<Record<DatabaseProduct, RegExp>> = {
  sqlite: /^sqlite_/i,
  informix: /^(sys(?!tem_|plit)[a-z_]+|vers[0-9]*|gl_collate|gl_ctype)$/i,
  sybase: /^(sys[a-z_]+|spt_.*|ms_.*)$/i,
  sqlserver: /^(sysdiagrams|spt_.*|MSreplication_.*|trace_xe_.*)$/i,
  oracle: /^(BIN\$.*|DR\$.*|MLOG\$_.*|RUPD\$_.*)$/,
};

/** Owners under which Informix keeps its own tables; users' tables may have the same owner. */
const informixOwners = /^informix$/i;

/** More columns than those of so many tables are not read for a ranking, and not for longer. */
const mostLookedAt = 60;
const lookingMs = 4_000;

/** Tables and views that are the site's own, the likeliest for call data first. */
export async function listTables(connection: OdbcConnection, signal: AbortSignal): Promise<FoundTables> {
  const startedMs = Date.now();
  const { product, version } = connection.database;
  const all = await withinDeadline(connection.tables(), signal);
  const own = all.filter((table) => !isSystemTable(product, table));
  const rated = tableRefs(own, product)
    .map((ref, index) => ({
      ...ref,
      kind: own[index]!.type.toUpperCase().includes('VIEW') ? ('view' as const) : ('table' as const),
      ...ratedByTableName(ref.name),
    }))
    .sort(byLikelihood);
  const ranked = await lookedInto(connection, rated, signal);
  return {
    product,
    databaseName: [productNames[product], version].filter((part) => part !== undefined).join(' '),
    tables: ranked,
    systemTables: all.length - own.length,
    elapsedMs: Date.now() - startedMs,
  };
}

const productNames: Readonly<Record<DatabaseProduct, string>> = {
  sqlite: 'SQLite',
  postgresql: 'PostgreSQL',
  mariadb: 'MariaDB',
  mysql: 'MySQL',
  sqlserver: 'SQL Server',
  informix: 'Informix',
  oracle: 'Oracle',
  sybase: 'Sybase',
  other: 'ODBC',
};

export function isSystemTable(product: DatabaseProduct, { catalog, schema, name }: TableInfo): boolean {
  if (schema !== undefined && systemSchemas.test(schema)) return true;
  if (catalog !== undefined && systemSchemas.test(catalog)) return true;
  if (product === 'informix' && schema !== undefined && !informixOwners.test(schema)) return false;
  return systemTables[product]?.test(name) ?? false;
}

/** The catalog is written only where tables of several are listed. */
export function tableRefs(tables: readonly TableInfo[], product: DatabaseProduct): TableRef[] {
  const catalogs = new Set(tables.map(({ catalog }) => catalog));
  const isNeeded = catalogs.size > 1 && product !== 'postgresql';
  return tables.map(({ catalog, schema, name }) => ({
    ...(isNeeded && catalog !== undefined ? { catalog } : {}),
    ...(schema === undefined ? {} : { schema }),
    name,
  }));
}

/** The likeliest by name are rated again by their columns, as far as the time goes. */
async function lookedInto(
  connection: OdbcConnection,
  tables: readonly FoundTable[],
  signal: AbortSignal,
): Promise<FoundTable[]> {
  const untilMs = Date.now() + lookingMs;
  const looked: FoundTable[] = [];
  for (const table of tables.slice(0, mostLookedAt)) {
    if (Date.now() > untilMs) break;
    // A view over a table that is gone, or one without the right to read it, is still listed.
    const columns = await readColumns(connection, table, signal).catch((error: unknown) => {
      if (signal.aborted) throw error;
      return undefined;
    });
    looked.push(columns ? { ...table, ...ratedByColumns(table.name, columns) } : { ...table, likelihood: 0 });
  }
  const rest = tables.slice(looked.length);
  return [...looked, ...rest].sort(byLikelihood);
}

function byLikelihood(one: FoundTable, other: FoundTable): number {
  return other.likelihood - one.likelihood || one.name.localeCompare(other.name);
}
