import { daysOf, parseDay } from '#shared/domain/time/day.ts';
import type { Home } from '../home/home.ts';
import { callSource, type ExternalSystem, systemConnection } from '../home/systems.ts';
import { dayGrid, gridKey } from '../imports/day-grid.ts';
import { prepareImport } from '../imports/prepare.ts';
import { selectColumns } from '../imports/statement-columns.ts';
import { openConnection } from '../odbc/connection.ts';
import { connectionStringOf } from '../odbc/connectionString.ts';
import type { DatabaseProduct } from '../odbc/dialect.ts';
import type { CallSource } from './call-source.ts';
import { callStatement, learnKeyTypes } from './call-statement.ts';
import { connectTimeoutMs } from './external-tree.ts';
import { distinctKeysSql, readExternalQueues } from './read-tree.ts';

export interface ShownStatement {
  readonly title: string;
  readonly sql: string;
}

/** The statements an import of these days would send, values written behind them, for a person to read. */
export async function shownStatements(
  home: Home,
  system: ExternalSystem,
  from: string,
  to: string,
): Promise<ShownStatement[]> {
  const source = callSource(system);
  const shown: ShownStatement[] = [
    ...(source.queueSql ? [{ title: 'QueueSQL', sql: source.queueSql }] : []),
    ...(source.queueNameSql ? [{ title: 'QueueMappingSQL', sql: source.queueNameSql }] : []),
    ...(source.queueSql || source.queueNameSql
      ? []
      : [{ title: 'CallDataTable', sql: distinctKeysSql(source) }]),
  ];
  const { product, keys, numericKeys } = await askSource(home, system, source);
  const { parts } = await prepareImport(home, [system], false);
  const mappings = parts.flatMap((part) => part.mappings);
  const needs = parts.flatMap((part) => part.needs).find((found) => found.source.system === system.name);
  const { columns } = selectColumns(needs?.valueTypes ?? source.valueTypes);
  const wanted = needs?.queues.map((path) => keys.get(path.join(':')) ?? path) ?? [...keys.values()];
  const clocks = new Map(
    mappings.map((mapping) => [mapping.gridKey, [mapping.timeZone, mapping.intervalMinutes] as const]),
  );
  if (clocks.size === 0) clocks.set(gridKey('UTC', 15), [source.zone?.id ?? 'UTC', 15]);
  for (const day of daysOf(parseDay(from), parseDay(to)).slice(0, 31)) {
    const statement = callStatement({
      source,
      product,
      columns,
      keys: wanted,
      numericKeys,
      grids: [...clocks.values()].map(([zone, minutes]) => dayGrid(zone, minutes, day)),
    });
    shown.push({ title: day, sql: `${statement.sql}\n-- ${statement.parameters.join(', ')}` });
  }
  return shown;
}

async function askSource(
  home: Home,
  system: ExternalSystem,
  source: CallSource,
): Promise<{
  product: DatabaseProduct;
  keys: Map<string, readonly (string | number)[]>;
  numericKeys: boolean[];
}> {
  const connection = await openConnection(connectionStringOf(await systemConnection(home, system)), {
    connectTimeoutMs,
  });
  try {
    const queues = await readExternalQueues(connection, source);
    return {
      product: connection.database.product,
      keys: new Map(queues.map((queue) => [queue.path.join(':'), queue.key])),
      numericKeys: await learnKeyTypes(connection, source, new AbortController().signal),
    };
  } finally {
    await connection.close();
  }
}
