import type { FoundTable, FoundTables, TableRef } from '#shared/contract/find-tables.ts';
import type { OdbcConnection, TableInfo } from '../../odbc/connection.ts';
import type { DatabaseProduct } from '../../odbc/dialect.ts';
import { ratedByColumns, ratedByTableName } from './rank-tables.ts';
import { readColumns } from './read-table.ts';
import { withinDeadline } from './source.ts';

/** Schemas, owners and catalogs that are a product's own. */
const ownSchemas: Readonly<Record<DatabaseProduct, RegExp>> = {
  sqlite: /^$/,
  postgresql: /^(information_schema|pg_.*)$/i,
  mariadb: /^(information_schema|performance_schema|mysql|sys)$/i,
  mysql: /^(information_schema|performance_schema|mysql|sys)$/i,
  sqlserver: /^(information_schema|sys|msdb|tempdb)$/i,
  informix: /^(sysmaster|sysutils|sysuser|sysadmin|syscdr)$/i,
  oracle:
    /^(sys|system|ctxsys|mdsys|xdb|wmsys|olapsys|ordsys|orddata|exfsys|dbsnmp|appqossys|outln|lbacsys|dvsys|gsmadmin_internal|ojvmsys|audsys|apex_.*|flows_files)$/i,
  sybase: /^(sybsystemprocs|sybsystemdb|tempdb)$/i,
  other: /^(information_schema|sys|syscat|sysibm|sysstat)$/i,
};

/** Tables that a product keeps among the user's own. */
const ownTables: Partial<Record<DatabaseProduct, RegExp>> = {
  sqlite: /^sqlite_/i,
  informix: /^(sys[a-z_]+|vers[0-9]*|gl_collate|gl_ctype)$/i,
  sybase: /^(sys[a-z_]+|spt_.*|ms_.*)$/i,
  sqlserver: /^(sysdiagrams|spt_.*|MSreplication_.*|trace_xe_.*)$/i,
  oracle: /^(BIN\$.*|DR\$.*|MLOG\$_.*|RUPD\$_.*)$/,
};

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
  if ([catalog, schema].some((place) => place !== undefined && ownSchemas[product].test(place))) return true;
  // The owner of Informix' own tables is called so; those of others may be called anything.
  if (product === 'informix' && schema !== undefined && schema.toLowerCase() !== 'informix') return false;
  return ownTables[product]?.test(name) ?? false;
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
    const leftMs = untilMs - Date.now();
    if (leftMs <= 0) break;
    // A view over a table that is gone, or that computes for minutes, or that may not be read, is still listed.
    const columns = await readColumns(connection, table, signal, Math.max(leftMs, 500)).catch(
      (error: unknown) => {
        if (signal.aborted) throw error;
        return undefined;
      },
    );
    looked.push(
      columns
        ? { ...table, ...ratedByColumns(table.name, columns) }
        : { ...table, likelihood: table.likelihood / 2 },
    );
  }
  const rest = tables.slice(looked.length);
  return [...looked, ...rest].sort(byLikelihood);
}

function byLikelihood(one: FoundTable, other: FoundTable): number {
  return other.likelihood - one.likelihood || one.name.localeCompare(other.name);
}
