import { systemSection } from '#engine/home/settings.ts';
import { stampReader } from '#engine/imports/stamps.ts';
import { agentStatement } from '#engine/interfaces/agent-statement.ts';
import { interfaceDefinition } from '#engine/interfaces/definitions.ts';
import { readSection } from '#engine/interfaces/read-section.ts';
import { openConnection } from '#engine/odbc/connection.ts';
import { parseIni } from '#shared/domain/ini/document.ts';
import { type Day, dayBounds } from '#shared/domain/time/day.ts';
import { zoneOf } from '#shared/domain/time/zone.ts';
import { section } from '../acd.ts';
import type { StandardCentre } from './imported.ts';

export interface AgentData {
  /** Name and id of each activity, as `ActivitySQL` gives them. */
  readonly activities: readonly (readonly [name: string, id: string])[];
  readonly logOff: readonly string[];
  /** What began on the day: the instant in UTC, or the time of a clock without a zone. */
  readonly events: readonly (readonly [start: string, agent: string, activity: string])[];
}

/** Sends the statements for the agents of a standard interface, as an import would, and gives what comes back. */
export async function agentData(
  centre: Pick<StandardCentre, 'interface' | 'connectionString' | 'keys' | 'timeZone'>,
  day: string,
): Promise<AgentData> {
  const ini = systemSection(parseIni(Buffer.from(section('ACD', { ...centre.keys }))), 'ACD')!;
  const { agents: source, findings } = readSection(ini, interfaceDefinition(centre.interface), {
    phoneLink: false,
    timeLink: true,
  });
  if (!source) throw new Error(`The section cannot be read: ${JSON.stringify(findings)}`);
  const connection = await openConnection(centre.connectionString, { connectTimeoutMs: 15_000 });
  try {
    const zone = zoneOf(centre.timeZone);
    const bounds = dayBounds(zone, day as Day);
    const statement = agentStatement({
      source,
      product: connection.database.product,
      windows: [{ zone, ...bounds }],
    });
    const read = stampReader({ expression: '', kind: source.start.kind });
    const rows = await connection.query(statement.sql, statement.parameters, { maxRows: 100_000 });
    const events = rows.flatMap((row): AgentData['events'] => {
      const stamp = read(statement.columns.start.map((at) => row[at]));
      if (!stamp) throw new Error(`No time stamp: ${JSON.stringify(row)}`);
      const seconds = 'utc' in stamp ? stamp.utc : stamp.local;
      const start = new Date(seconds * 1000).toISOString().slice(0, 19);
      return start.startsWith(day) ? [[start, String(row[0]), String(row[1])]] : [];
    });
    const activities = await connection.query(source.activitySql, [], { maxRows: 1000 });
    return {
      activities: activities.map(([name, id]) => [String(name), String(id)] as const),
      logOff: source.span.kind === 'next' ? source.span.logOffActivities : [],
      events,
    };
  } finally {
    await connection.close();
  }
}
