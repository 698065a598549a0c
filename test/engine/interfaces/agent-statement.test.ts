import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemSection } from '#engine/home/settings.ts';
import { stampReader } from '#engine/imports/stamps.ts';
import type { AgentSource } from '#engine/interfaces/agent-source.ts';
import { agentStatement } from '#engine/interfaces/agent-statement.ts';
import { interfaceDefinition } from '#engine/interfaces/definitions.ts';
import { readSection } from '#engine/interfaces/read-section.ts';
import { type OdbcConnection, type OdbcRow, openConnection } from '#engine/odbc/connection.ts';
import { parseIni } from '#shared/domain/ini/document.ts';
import { type Day, dayBounds } from '#shared/domain/time/day.ts';
import { zoneOf } from '#shared/domain/time/zone.ts';
import { section } from '../../support/acd.ts';
import { startMariadb } from '../../support/mariadb.ts';
import { startPostgres } from '../../support/postgres.ts';
import { sqliteFile } from '../../support/sqlite.ts';

/*
 * One small log of agents' activities in three databases behind their real drivers. What a day needs is reckoned here
 * from the events as they were written: everything that was going on at some time of it.
 */

interface Activity {
  readonly agent: number;
  readonly activity: number;
  readonly startSeconds: number;
  readonly endSeconds: number;
}

/** Shifts of eight hours, of which agent 3's and 4's go on over midnight; 99 is the log-off. */
function activities(): Activity[] {
  const made: Activity[] = [];
  for (let agent = 1; agent <= 4; agent += 1) {
    for (let shift = 0; shift < 5; shift += 1) {
      const hour = agent <= 2 ? 8 : 20;
      let at = Date.UTC(2026, 2, 1 + shift, hour, agent) / 1000;
      for (let step = 0; step < 8; step += 1) {
        const endSeconds = at + 1800 + ((agent * 7 + shift * 13 + step * 31) % 60) * 60;
        made.push({ agent, activity: 1 + (step % 3), startSeconds: at, endSeconds });
        at = endSeconds;
      }
      made.push({ agent, activity: 99, startSeconds: at, endSeconds: at });
    }
  }
  return made;
}
const log = activities();

const iso = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
const german = (seconds: number) => {
  const [day = '', time = ''] = iso(seconds).split(' ');
  return `${day.split('-').reverse().join('.')} ${time}`;
};

function schema(dateTime: string): string {
  const rows = log.map(({ agent, activity, startSeconds, endSeconds }) => {
    const [from, to] = [iso(startSeconds), iso(endSeconds)];
    const end = agent === 4 && activity === 2 ? 'NULL' : `'${to}'`;
    return `(${agent}, ${activity}, '${from}', ${end}, ${startSeconds}, ${endSeconds - startSeconds}, '${german(startSeconds)}', '${from.slice(0, 10)}', '${from.slice(11)}', '${from.slice(0, 10)}', '${from.slice(11)}')`;
  });
  return `
    CREATE TABLE activities (name VARCHAR(20), id INTEGER);
    INSERT INTO activities VALUES ('Ready', 1), ('Talking', 2), ('Break', 3), ('Logged off', 99);
    CREATE TABLE people (id INTEGER, login VARCHAR(10));
    INSERT INTO people VALUES (1, 'a1'), (2, 'a2'), (3, 'a3'), (4, 'a4');
    CREATE TABLE events (agent INTEGER, activity INTEGER, began ${dateTime}, ended ${dateTime}, began_unix BIGINT,
      seconds INTEGER, began_german VARCHAR(20), day_text VARCHAR(10), clock_text VARCHAR(8), day_date DATE,
      clock_time TIME);
    INSERT INTO events VALUES ${rows.join(',')};`;
}

interface Reading {
  readonly keys: Readonly<Record<string, string>>;
  /** Reads the start from its columns. */
  readonly start?: (columns: OdbcRow) => string;
}

const stampOf = (source: AgentSource) => (columns: OdbcRow) => {
  const read = stampReader({ expression: '', kind: source.start.kind, ...formatOf(source) })(columns);
  if (!read) throw new Error(`"${String(columns[0])}" is no time stamp.`);
  return iso('utc' in read ? read.utc : read.local);
};
const formatOf = ({ start }: AgentSource) =>
  start.formats === undefined ? {} : { format: start.formats.join(' ') };

const byEnd = { ActivityTimeSpanType: '1', ActivityEndTimeStampColumn: 'ended' };
const twoColumns = (columns: OdbcRow) => `${String(columns[0])} ${String(columns[1]).slice(0, 8)}`;

const readings: Readonly<Record<string, Reading>> = {
  'start and end, date/time': { keys: { ...byEnd, ActivityStartTimeStampColumn: 'began' } },
  'start and seconds': {
    keys: {
      ActivityTimeSpanType: '0',
      ActivityDurationColumn: 'seconds + 0',
      ActivityStartTimeStampColumn: 'began',
    },
  },
  'start only, Unix seconds, a log-off': {
    keys: {
      ActivityTimeSpanType: '2',
      LogOffActivities: '99',
      ActivityStartTimeStampColumn: 'began_unix',
      ActivityStartTimeStampType: '1 ;(Unix)',
    },
  },
  'start only, date/time': {
    keys: { ActivityTimeSpanType: '2', LogOffActivities: '99', ActivityStartTimeStampColumn: 'began' },
  },
  'text that does not sort': {
    keys: {
      ...byEnd,
      ActivityStartTimeStampColumn: 'began_german',
      ActivityStartTimeStampType: '0',
      ActivityTimeStampFormat: 'dd.mm.yyyy HH:MM:SS',
    },
  },
  'date and time as two columns of text': {
    keys: {
      ActivityTimeSpanType: '2',
      LogOffActivities: '99',
      ActivityStartTimeStampColumn: 'day_text;clock_text',
      ActivityStartTimeStampType: '0',
      ActivityStartTimeStampFormat: 'yyyy-mm-dd;HH:MM:SS',
    },
    start: twoColumns,
  },
  'a DATE and a TIME column': {
    keys: {
      ActivityTimeSpanType: '0',
      ActivityDurationColumn: 'seconds',
      ActivityStartTimeStampColumn: 'day_date;clock_time',
    },
    start: twoColumns,
  },
  'a join with aliases, and expressions': {
    keys: {
      ...byEnd,
      AgentActivityTable: 'events e INNER JOIN people p ON p.id = e.agent',
      AgentColumn: 'p.login',
      ActivityColumn: 'CASE WHEN e.activity = 2 THEN 2 ELSE e.activity END',
      ActivityStartTimeStampColumn: 'e.began',
      ActivityEndTimeStampColumn: 'e.ended',
    },
  },
};

function sourceOf(keys: Readonly<Record<string, string>>): AgentSource {
  const written = section('Bank', {
    ActivitySQL: 'SELECT name, id FROM activities',
    AgentActivityTable: 'events',
    AgentColumn: 'agent',
    ActivityColumn: 'activity',
    ...keys,
  });
  const document = parseIni(new TextEncoder().encode(written));
  const streams = { phoneLink: false, timeLink: true };
  const { agents, findings } = readSection(
    systemSection(document, 'Bank')!,
    interfaceDefinition('universal'),
    streams,
  );
  if (!agents) throw new Error(JSON.stringify(findings));
  return agents;
}

/** What was going on at some time of the day, as `agent activity start`. */
function needed(startUtc: number, endUtc: number): string[] {
  return log
    .filter(({ startSeconds, endSeconds }) => startSeconds < endUtc && endSeconds > startUtc)
    .map(({ agent, activity, startSeconds }) => `${agent} ${activity} ${iso(startSeconds)}`);
}

const databases: Readonly<Record<string, () => Promise<{ connectionString: string; stop: () => unknown }>>> =
  {
    async PostgreSQL() {
      const server = await startPostgres();
      await server.exec(schema('TIMESTAMP'));
      return server;
    },
    async MariaDB() {
      const server = await startMariadb();
      await server.exec(schema('DATETIME'));
      return server;
    },
    async SQLite() {
      const file = sqliteFile(schema('TIMESTAMP'));
      return { connectionString: file.connectionString, stop: file.remove };
    },
  };

for (const [product, start] of Object.entries(databases)) {
  describe(`the statement for a day of activities, sent to ${product}`, () => {
    let database: Awaited<ReturnType<typeof start>>;
    let connection: OdbcConnection;
    beforeAll(async () => {
      database = await start();
      connection = await openConnection(database.connectionString, { connectTimeoutMs: 15_000 });
    });
    afterAll(async () => {
      await connection?.close();
      await database?.stop();
    });

    for (const [what, reading] of Object.entries(readings)) {
      it(`gives all that was going on: ${what}`, async () => {
        for (const [zone, day] of [
          ['UTC', '2026-03-03'],
          ['America/New_York', '2026-03-03'],
          ['Pacific/Auckland', '2026-03-04'],
        ] as const) {
          const source = sourceOf({ TimeZone: 'UTC', ...reading.keys });
          const readStart = reading.start ?? stampOf(source);
          const window = { zone: zoneOf(zone), ...dayBounds(zoneOf(zone), day as Day) };
          const statement = agentStatement({
            source,
            product: connection.database.product,
            windows: [window],
          });
          const rows = await connection.query(statement.sql, statement.parameters, { maxRows: 10_000 });
          const { columns } = statement;
          const found = rows.map((row) => {
            const agent = String(row[columns.agent]).replace('a', '');
            return `${agent} ${row[columns.activity]} ${readStart(columns.start.map((at) => row[at]!))}`;
          });
          expect(found).toEqual(expect.arrayContaining(needed(window.startUtc, window.endUtc)));
          expect(new Set(found).size, 'each once').toBe(found.length);
          const earliest = iso(window.startUtc - statement.lookBackSeconds - 86_400);
          const latest = iso(window.endUtc + 86_400);
          for (const text of found) {
            expect(text.slice(-19) >= earliest && text.slice(-19) <= latest, text).toBe(true);
          }
          if (statement.isOrdered) expect(found).toEqual([...found].sort(byAgentAndTime));
        }
      });
    }
  });
}

function byAgentAndTime(a: string, b: string): number {
  return Number(a[0]) - Number(b[0]) || (a.slice(-19) < b.slice(-19) ? -1 : 1);
}

describe('the statement for a day of activities', () => {
  const of = (keys: Readonly<Record<string, string>>) =>
    agentStatement({
      source: sourceOf({ ActivityStartTimeStampColumn: 'began', TimeZone: 'UTC', ...keys }),
      product: 'postgresql',
      windows: [{ zone: zoneOf('UTC'), ...dayBounds(zoneOf('UTC'), '2026-03-03' as Day) }],
    });

  it('looks back a day for what began before and goes on, or as far as the longest activity that counts', () => {
    expect(of(byEnd)).toMatchObject({
      lookBackSeconds: 86_400,
      parameters: ['2026-03-02 00:00:00', '2026-03-04 00:00:00'],
    });
    expect(of({ ...byEnd, MaximumActivityDuration: '3600' })).toMatchObject({
      lookBackSeconds: 3600,
      parameters: ['2026-03-02 23:00:00', '2026-03-04 00:00:00'],
    });
  });

  it('asks for the last date too where the column of dates has no time', () => {
    const { sql, parameters } = of({
      ...byEnd,
      ActivityStartTimeStampColumn: 'day;clock',
      ActivityStartTimeStampType: '0',
      ActivityTimeStampFormat: 'yyyymmdd;HHMM',
      ActivityEndTimeStampColumn: 'ended',
    });
    expect(sql).toContain('WHERE day >= ? AND day <= ?');
    expect(parameters).toEqual(['20260302', '20260304']);
  });

  it('names the columns of its result', () => {
    const { sql, columns } = of({
      ...byEnd,
      ActivityStartTimeStampColumn: 'd1;t1',
      ActivityEndTimeStampColumn: 'd2;t2',
    });
    expect(sql.split('\n')[0]).toBe(
      'SELECT agent AS xl_agent, activity AS xl_activity, d1 AS xl_start, t1 AS xl_start2, d2 AS xl_end, t2 AS xl_end2',
    );
    expect(columns).toEqual({ agent: 0, activity: 1, start: [2, 3], span: [4, 5] });
  });

  it('comes by agent and time where the next activity ends the one before and the stamps sort', () => {
    const next = { ActivityTimeSpanType: '2', LogOffActivities: '0' };
    expect(of(next).sql).toMatch(/\nORDER BY 1, 3$/);
    const german = { ActivityStartTimeStampType: '0', ActivityTimeStampFormat: 'dd.mm.yyyy HH:MM' };
    expect(of({ ...next, ...german })).toMatchObject({ isOrdered: false });
  });
});
