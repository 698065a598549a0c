import { type Day, daysOf, parseDay } from '#shared/domain/time/day.ts';
import type { Home } from '../home/home.ts';
import { callSources, type ExternalSystem, systemConnection } from '../home/systems.ts';
import { dayGrid, gridKey } from '../imports/day-grid.ts';
import type { PlannedPart } from '../imports/plan.ts';
import { prepareImport } from '../imports/prepare.ts';
import { selectColumns } from '../imports/statement-columns.ts';
import { type OdbcConnection, openConnection } from '../odbc/connection.ts';
import { connectionStringOf } from '../odbc/connectionString.ts';
import { type CallSource, sourceId } from './call-source.ts';
import { callStatement, learnKeyTypes } from './call-statement.ts';
import { connectTimeoutMs } from './external-tree.ts';
import { keyOfPath, queueKeyText } from './queue-path.ts';
import { distinctKeysSql, queuesByPath, readExternalQueues } from './read-tree.ts';

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
  const { parts } = await prepareImport(home, [system], false);
  const days = daysOf(parseDay(from), parseDay(to)).slice(0, 31);
  const connection = await openConnection(connectionStringOf(await systemConnection(home, system)), {
    connectTimeoutMs,
  });
  try {
    const shown: ShownStatement[] = [];
    for (const source of callSources(system)) {
      shown.push(...listStatements(source), ...(await dayStatements(connection, source, parts, days)));
    }
    return shown;
  } finally {
    await connection.close();
  }
}

function listStatements(source: CallSource): ShownStatement[] {
  const of = source.kind === '' ? '' : `${source.kind}: `;
  if (source.listing) return [{ title: `${of}queues`, sql: source.listing.sql }];
  const own = [
    ...(source.queueSql ? [{ title: `${of}QueueSQL`, sql: source.queueSql }] : []),
    ...(source.queueNameSql ? [{ title: `${of}QueueMappingSQL`, sql: source.queueNameSql }] : []),
  ];
  return own.length > 0 ? own : [{ title: `${of}CallDataTable`, sql: distinctKeysSql(source) }];
}

async function dayStatements(
  connection: OdbcConnection,
  source: CallSource,
  parts: readonly PlannedPart[],
  days: readonly Day[],
): Promise<ShownStatement[]> {
  const id = sourceId(source);
  const keys = queuesByPath(await readExternalQueues(connection, source));
  const numericKeys = await learnKeyTypes(connection, source, new AbortController().signal);
  const needs = parts.flatMap((part) => part.needs).find((found) => sourceId(found.source) === id);
  const { columns } = selectColumns(needs?.valueTypes ?? source.valueTypes);
  const wanted = needs
    ? needs.queues.map((path) => keys.get(queueKeyText(path))?.key ?? keyOfPath(source, path) ?? path)
    : [...keys.values()].map(({ key }) => key);
  const clocks = new Map(
    parts
      .flatMap((part) => part.mappings)
      .filter((mapping) => mapping.sources.some((found) => found.sourceId === id))
      .map((mapping) => [mapping.gridKey, [mapping.timeZone, mapping.intervalMinutes] as const]),
  );
  if (clocks.size === 0) clocks.set(gridKey('UTC', 15), [source.zone?.id ?? 'UTC', 15]);
  return days.map((day) => {
    const statement = callStatement({
      source,
      product: connection.database.product,
      columns,
      keys: wanted,
      numericKeys,
      grids: [...clocks.values()].map(([zone, minutes]) => dayGrid(zone, minutes, day)),
    });
    return {
      title: source.kind === '' ? day : `${source.kind}: ${day}`,
      sql: `${statement.sql}\n-- ${statement.parameters.join(', ')}`,
    };
  });
}
