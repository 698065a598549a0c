import type { findTablesContract } from '#shared/contract/find-tables.ts';
import type { Handlers } from '#shared/rpc/contract.ts';
import type { Home } from '../home/home.ts';
import { isSystemTable, listTables, tableRefs } from '../interfaces/find-tables/list-tables.ts';
import { previewKeys } from '../interfaces/find-tables/preview.ts';
import { proposeForTable, readTable } from '../interfaces/find-tables/read-table.ts';
import { sectionKeys } from '../interfaces/find-tables/section-keys.ts';
import { withinDeadline, withSource } from '../interfaces/find-tables/source.ts';

/** The guided search for call data in a database nobody here knows. */
export function findTablesHandlers(home: Home): Handlers<typeof findTablesContract> {
  return {
    'findTables.list': ({ system }, { signal }) =>
      withSource(home, system, signal, (connection, limited) => listTables(connection, limited)),
    'findTables.table': ({ system, table }, { signal }) =>
      withSource(home, system, signal, (connection, limited) => readTable(connection, table, limited)),
    'findTables.propose': ({ system, table }, { signal }) =>
      withSource(home, system, signal, (connection, limited) =>
        proposeForTable(
          connection,
          table,
          async () => {
            const { product } = connection.database;
            const all = await withinDeadline(connection.tables(), limited);
            return tableRefs(
              all.filter((found) => !isSystemTable(product, found)),
              product,
            );
          },
          limited,
        ),
      ),
    'findTables.keys': async ({ product, columns, choices }) => sectionKeys(product, columns, choices),
    'findTables.preview': ({ system, keys }, { signal }) => previewKeys(home, system, keys, signal),
  };
}
