import type { ShownStatement } from '#shared/contract/systems.ts';
import { type Day, dayBounds, daysOf } from '#shared/domain/time/day.ts';
import { zoneOf } from '#shared/domain/time/zone.ts';
import type { Home } from '../home/home.ts';
import { agentSource, callSources, type ExternalSystem, systemConnection } from '../home/systems.ts';
import { dayGrid } from '../imports/day-grid.ts';
import { dayRange } from '../imports/day-range.ts';
import type { PlannedPart, SystemNeeds } from '../imports/plan.ts';
import { prepareImport } from '../imports/prepare.ts';
import { selectColumns } from '../imports/statement-columns.ts';
import { type OdbcConnection, openConnection } from '../odbc/connection.ts';
import { connectionStringOf } from '../odbc/connectionString.ts';
import type { AgentSource } from './agent-source.ts';
import { agentStatement } from './agent-statement.ts';
import { type CallSource, sourceId } from './call-source.ts';
import { callStatement, learnKeyTypes } from './call-statement.ts';
import { connectTimeoutMs } from './external-tree.ts';
import { keyOfPath, queueKeyText } from './queue-path.ts';
import { distinctKeysSql, hasWholeKey, queuesByPath, readExternalQueues } from './read-tree.ts';

export interface ShownRange {
  readonly from: string;
  readonly to: string;
  /** Those for the agents' activities instead of those for call data. */
  readonly agents?: boolean | undefined;
}

/**
 * The statements an import of these days would send. Connects: whose SQL it is, and by what keys the mapped queues
 * are found, is known to the source only. Throws `DAYS_REVERSED`, what the section has against it, and what ODBC has.
 */
export async function shownStatements(
  home: Home,
  system: ExternalSystem,
  { from, to, agents = false }: ShownRange,
): Promise<ShownStatement[]> {
  const { fromDay, toDay } = dayRange(from, to);
  const days = daysOf(fromDay, toDay);
  if (agents) {
    const source = agentSource(system);
    return connected(home, system, ({ database }) => agentStatements(home, source, database.product, days));
  }
  const sources = callSources(system);
  const { parts } = await prepareImport(home, [system], false);
  return connected(home, system, async (connection) => {
    const shown: ShownStatement[] = [];
    for (const source of sources) {
      shown.push(...listStatements(source), ...(await dayStatements(connection, source, parts, days)));
    }
    return shown;
  });
}

async function connected<T>(
  home: Home,
  system: ExternalSystem,
  work: (connection: OdbcConnection) => Promise<T>,
): Promise<T> {
  const connection = await openConnection(connectionStringOf(await systemConnection(home, system)), {
    connectTimeoutMs,
  });
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
}

async function agentStatements(
  home: Home,
  source: AgentSource,
  product: OdbcConnection['database']['product'],
  days: readonly Day[],
): Promise<ShownStatement[]> {
  const zones = source.zone ? [source.zone] : (await queueZones(home)).map(zoneOf);
  const list = { title: 'ActivitySQL', sql: source.activitySql, parameters: [] };
  return [
    list,
    ...days.map((day) => {
      const windows = zones.map((zone) => ({ zone, ...dayBounds(zone, day) }));
      const { sql, parameters } = agentStatement({ source, product, windows });
      return { title: day, day, sql, parameters: [...parameters] };
    }),
  ];
}

/** The clocks that the people of this home live by. */
async function queueZones(home: Home): Promise<string[]> {
  const { queues } = await home.store.directory();
  const zones = new Set(queues.map(({ timeZone }) => timeZone));
  return zones.size === 0 ? ['UTC'] : [...zones];
}

function listStatements(source: CallSource): ShownStatement[] {
  const shown = (key: string, sql: string): ShownStatement => ({
    title: titled(source, key),
    sql,
    parameters: [],
  });
  if (source.listing) return [shown('queues', source.listing.sql)];
  const own = [
    ...(source.queueSql ? [shown('QueueSQL', source.queueSql)] : []),
    ...(source.queueNameSql ? [shown('QueueMappingSQL', source.queueNameSql)] : []),
  ];
  return own.length > 0 ? own : [shown('CallDataTable', distinctKeysSql(source))];
}

function titled({ kind }: CallSource, title: string): string {
  return kind === '' ? title : `${kind}: ${title}`;
}

/** What is mapped; where nothing is, what would be read if everything were. */
async function dayStatements(
  connection: OdbcConnection,
  source: CallSource,
  parts: readonly PlannedPart[],
  days: readonly Day[],
): Promise<ShownStatement[]> {
  const id = sourceId(source);
  const byPath = queuesByPath(await readExternalQueues(connection, source));
  const numericKeys = await learnKeyTypes(connection, source, new AbortController().signal);
  const statementsOf = (
    { queues, valueTypes }: Pick<SystemNeeds, 'queues' | 'valueTypes'>,
    clocks: readonly (readonly [timeZone: string, intervalMinutes: number])[],
    behind: string,
  ) =>
    days.map((day): ShownStatement => {
      const { sql, parameters } = callStatement({
        source,
        product: connection.database.product,
        columns: selectColumns(valueTypes).columns,
        keys: queues.map((path) => {
          const listed = byPath.get(queueKeyText(path));
          return listed && hasWholeKey(source, listed) ? listed.key : keyOfPath(source, path);
        }),
        numericKeys,
        wideWindow: source.stamp.minutesWest !== undefined,
        grids: clocks.map(([timeZone, minutes]) => dayGrid(timeZone, minutes, day)),
      });
      return { title: `${titled(source, day)}${behind}`, day, sql, parameters: [...parameters] };
    });
  const planned = parts.flatMap((part) =>
    part.needs
      .filter((need) => sourceId(need.source) === id)
      .flatMap((need) => {
        const clocks = new Map(
          part.mappings
            .filter(({ sources }) => sources.some((found) => found.sourceId === id))
            .map(({ gridKey: key, timeZone, intervalMinutes }) => [
              key,
              [timeZone, intervalMinutes] as const,
            ]),
        );
        // Values fed by several systems are read together with those of their first one.
        return statementsOf(
          need,
          [...clocks.values()],
          part.system === source.system ? '' : ` (${part.system})`,
        );
      }),
  );
  if (planned.length > 0) return planned;
  const paths = [...new Set(byPath.values())].map(({ path }) => path);
  return statementsOf({ queues: paths, valueTypes: source.valueTypes }, [[source.zone?.id ?? 'UTC', 15]], '');
}
