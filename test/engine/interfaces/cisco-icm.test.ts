import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkHome } from '#engine/check/check-home.ts';
import type { Home } from '#engine/home/home.ts';
import { agentSource, callSources, externalSystem } from '#engine/home/systems.ts';
import { dayGrid } from '#engine/imports/day-grid.ts';
import { selectColumns } from '#engine/imports/statement-columns.ts';
import { agentStatement } from '#engine/interfaces/agent-statement.ts';
import { callStatement } from '#engine/interfaces/call-statement.ts';
import { interfaceDefinition } from '#engine/interfaces/definitions.ts';
import { interfaceDocumentation } from '#engine/interfaces/documentation.ts';
import { readExternalTree } from '#engine/interfaces/external-tree.ts';
import { shownStatements } from '#engine/interfaces/shown-statements.ts';
import { testSystem } from '#engine/interfaces/test-system.ts';
import { parseDay } from '#shared/domain/time/day.ts';
import {
  icmDatabase,
  icmDays,
  icmFigures,
  icmSkillGroupFigures,
  icmZone,
} from '../../support/acd/cisco-icm.ts';
import {
  expectFigures,
  type Figures,
  importedFigures,
  type RecomputedRow,
  recomputedFigures,
  type StandardCentre,
} from '../../support/acd/imported.ts';
import { section, settings } from '../../support/acd.ts';
import { homeWith } from '../../support/home.ts';
import { type MariadbServer, startMariadb } from '../../support/mariadb.ts';
import { type SqliteFile, sqliteFile } from '../../support/sqlite.ts';

let sqlite: SqliteFile;
let mariadb: MariadbServer;
beforeAll(async () => {
  sqlite = sqliteFile(icmDatabase());
  mariadb = await startMariadb();
  await mariadb.exec(icmDatabase());
});
afterAll(async () => {
  sqlite.remove();
  await mariadb.stop();
});

type Keys = Readonly<Record<string, string>>;

/** Paths by number, as the tree shows them; the last one is mapped by its number. */
const queues: Readonly<Record<number, string>> = {
  5001: 'Sales_EN',
  5002: 'Été_FR',
  5003: '5003',
  5004: 'Sales_EN (5004)',
  5009: '5009',
};

const centre = (more: Partial<StandardCentre> = {}): StandardCentre => ({
  interface: 'cisco-icm',
  connectionString: sqlite.connectionString,
  queues: Object.values(queues),
  valueTypes: icmFigures,
  timeZone: icmZone,
  intervalMinutes: 30,
  days: icmDays,
  ...more,
  keys: { IntervalColumn: 'ReportingInterval', ...more.keys },
});

const startUtc = 'unixepoch(DateTime) + TimeZone * 60';

/** By SQL on the rows as they are: the controller's clock and the minutes it is behind UTC give the instant. */
function recomputed(
  options: {
    table?: string;
    start?: string;
    seconds?: number;
    where?: string;
    columns?: readonly string[];
  } = {},
): Figures {
  const { table = 'Call_Type_Interval', start = startUtc, where = '1 = 1' } = options;
  const { seconds = 1800, columns = icmFigures } = options;
  const database = new Database(sqlite.path, { readonly: true });
  try {
    const rows = database
      .prepare(
        `SELECT strftime('%Y-%m-%dT%H:%M:%SZ', (${start}) / ${seconds} * ${seconds}, 'unixepoch') AS start, CallTypeID,
           ${columns.map((name) => `SUM(${name}) AS ${name}`).join(', ')}
         FROM ${table} WHERE ${start} >= unixepoch('2025-11-01T04:00:00') AND ${start} < unixepoch('2025-11-04T05:00:00')
           AND ${where}
         GROUP BY 1, 2`,
      )
      .all() as { start: string; CallTypeID: number }[];
    const named = rows.map((row): RecomputedRow => ({ ...row, queue: queues[row.CallTypeID]! }));
    return recomputedFigures(named, columns);
  } finally {
    database.close();
  }
}

async function icmHome(keys: Keys, timeLink = false): Promise<Home> {
  return homeWith({
    settings: settings(section('ACD', { Source: sqlite.connectionString, ...keys })),
    mapping: '',
    wfm: {
      queues: [],
      valueTypes: [],
      externalSystems: [{ name: 'ACD', interface: 'cisco-icm', phoneLink: true, timeLink }],
    },
  });
}

describe('the tree of Cisco ICM', () => {
  it('has the call types by name, the number where there is none, both for the second of a name', async () => {
    const { kinds } = await readExternalTree(await icmHome({}), 'ACD');
    expect(kinds).toHaveLength(1);
    expect(kinds[0]?.queues).toEqual([['5003'], ['Quiet'], ['Sales_EN'], ['Sales_EN (5004)'], ['Été_FR']]);
    expect(kinds[0]?.valueTypes).toEqual(expect.arrayContaining([...icmFigures, 'CallsOfferedRouted']));
  });

  it('has the figures of the table by skill group, where the section names it, and the further ones', async () => {
    const home = await icmHome({
      CallDataTableName: 'Call_Type_SG_Interval',
      AdditionalFields: 'RouterCallsDequeued',
    });
    const { kinds } = await readExternalTree(home, 'ACD');
    expect(kinds[0]?.valueTypes).toEqual(
      expect.arrayContaining(['CallsOfferedRouted', 'RouterCallsDequeued']),
    );
    expect(kinds[0]?.valueTypes).not.toContain('CallsOffered');
  });
});

describe('an import from Cisco ICM equals a recomputation by SQL', () => {
  it.each(['SQLite', 'MariaDB'])(
    'from %s: every figure of every call type, each of the two autumn hours in its own place',
    async (product) => {
      const { connectionString } = product === 'SQLite' ? sqlite : mariadb;
      const { run, figures } = await importedFigures(centre({ connectionString }));
      expect(run).toMatchObject({
        status: 'completed-with-problems',
        problems: [{ code: 'EXTERNAL_QUEUE_MISSING' }],
      });
      expectFigures(figures, recomputed());
      const twice = [
        '2025-11-02T05:00:00Z',
        '2025-11-02T05:30:00Z',
        '2025-11-02T06:00:00Z',
        '2025-11-02T06:30:00Z',
      ];
      expect(Object.keys(figures.Sales_EN?.CallsRouted ?? {})).toEqual(expect.arrayContaining(twice));
    },
  );

  it('for a WFM queue at another place: the instants are the same', async () => {
    const days = { from: '2025-11-02', to: '2025-11-02' };
    const { figures } = await importedFigures(
      centre({ timeZone: 'Europe/Paris', days, keys: { TimeZone: 'Asia/Tokyo' } }),
    );
    const where = `${startUtc} >= unixepoch('2025-11-01T23:00:00') AND ${startUtc} < unixepoch('2025-11-02T23:00:00')`;
    expectFigures(figures, recomputed({ where }));
  });

  it('by the zone of the section where the column is not to be trusted: both autumn hours are one', async () => {
    const { run, figures } = await importedFigures(
      centre({ keys: { UseTimeZoneColumn: '0', TimeZone: icmZone } }),
    );
    expect(run.problems.map(({ code }) => code)).toContain('STAMP_REPEATED_HOUR');
    const start = `unixepoch(DateTime) + CASE WHEN DateTime < '2025-11-02 02:00:00' THEN 240 ELSE 300 END * 60`;
    expectFigures(figures, recomputed({ start }));
  });

  it('without the intervals in which no call was routed, where the section says so', async () => {
    const { figures } = await importedFigures(centre({ keys: { ImportWhenNoCallsRouted: '0' } }));
    expectFigures(figures, recomputed({ where: 'CallsRouted > 0' }));
  });

  it('by skill group: the rows of a call type are added', async () => {
    const more = { valueTypes: icmSkillGroupFigures };
    const options = { table: 'Call_Type_SG_Interval', columns: icmSkillGroupFigures };
    const all = await importedFigures(
      centre({ ...more, keys: { CallDataTableName: 'Call_Type_SG_Interval' } }),
    );
    expectFigures(all.figures, recomputed(options));
    const routed = await importedFigures(
      centre({ ...more, keys: { CallDataTableName: 'Call_Type_SG_Interval', ImportWhenNoCallsRouted: '0' } }),
    );
    expectFigures(routed.figures, recomputed({ ...options, where: 'CallsOfferedRouted > 0' }));
  });
});

describe('an interval that was changed in the middle', () => {
  const columns = ['CallsOffered', 'HandleTime'];
  const quarters = (keys: Keys) => centre({ intervalMinutes: 15, valueTypes: columns, keys });

  it('is told by IntervalColumn: half hours are refused for a queue of quarters, quarters are taken', async () => {
    const { run, figures } = await importedFigures(quarters({}));
    expect(run.problems.map(({ code }) => code)).toContain('ROW_COARSER');
    expectFigures(figures, recomputed({ seconds: 900, columns, where: 'ReportingInterval = 15' }));
  });

  it('is divided by CoarserInterval=split as far as it is coarser, the remainder in the first part', async () => {
    const { figures } = await importedFigures(quarters({ CoarserInterval: 'split' }));
    const part = (at: 0 | 1) =>
      columns.map(
        (name) =>
          `CASE WHEN ReportingInterval = 15 THEN ${name} ELSE ${at === 0 ? `${name} - ${name} / 2` : `${name} / 2`} END AS ${name}`,
      );
    const keys = 'CallTypeID, TimeZone, ReportingInterval';
    const table = `(
      SELECT DateTime, ${keys}, ${part(0).join(', ')} FROM Call_Type_Interval
      UNION ALL
      SELECT datetime(DateTime, '15 minutes'), ${keys}, ${part(1).join(', ')} FROM Call_Type_Interval WHERE ReportingInterval = 30)`;
    expectFigures(figures, recomputed({ table, seconds: 900, columns }));
  });

  it('is refused as a whole where the section says 30 minutes for all', async () => {
    const { run, figures } = await importedFigures(quarters({ IntervalColumn: '' }));
    expect(run.problems.map(({ code }) => code)).toContain('INTERVAL_COARSER');
    expect(figures).toEqual({});
  });
});

describe('the statements for Cisco ICM', () => {
  it('read the offset beside the time stamp and group by both', async () => {
    const home = await icmHome({ TimeZone: icmZone });
    const shown = await shownStatements(home, await externalSystem(home, 'ACD'), {
      from: '2025-11-02',
      to: '2025-11-02',
    });
    const day = shown.at(-1)!.sql;
    expect(day).toMatch(
      /^SELECT DateTime AS xl_stamp, TimeZone AS xl_stamp2, CallTypeID AS xl_queue1, SUM\(CallsOffered\) AS xl_value1,/,
    );
    expect(day).toContain('GROUP BY DateTime, TimeZone, CallTypeID');
  });

  it('are in the words of SQL Server, wider than the day by as much as clocks differ', async () => {
    const home = await icmHome({ TimeZone: icmZone, ImportWhenNoCallsRouted: '0' });
    const source = callSources(await externalSystem(home, 'ACD'))[0]!;
    const { sql, parameters } = callStatement({
      source,
      product: 'sqlserver',
      columns: selectColumns(source.valueTypes.filter(({ name }) => name === 'HandleTime')).columns,
      keys: [[5001], [5002]],
      numericKeys: [true],
      wideWindow: true,
      grids: [dayGrid(icmZone, 30, parseDay('2025-11-02'))],
    });
    expect(sql.split('\n')).toEqual([
      'SELECT DateTime AS xl_stamp, TimeZone AS xl_stamp2, CallTypeID AS xl_queue1, SUM(HandleTime) AS xl_value1',
      'FROM Call_Type_Interval',
      'WHERE DateTime >= CONVERT(DATETIME, ?, 120) AND DateTime < CONVERT(DATETIME, ?, 120) AND CallsRouted > 0 AND CallTypeID IN (?, ?)',
      'GROUP BY DateTime, TimeZone, CallTypeID',
    ]);
    expect(parameters).toEqual(['2025-10-31 20:30:00', '2025-11-04 03:00:00', 5001, 5002]);
  });

  it("read an agent's sessions and not-ready states, which ICM stamps at their end", async () => {
    const home = await icmHome({ TimeZone: icmZone, AgentIdColumn: 'PeripheralNumber' }, true);
    const source = agentSource(await externalSystem(home, 'ACD'));
    expect(source.activitySql).toBe(
      "SELECT 'Logged on' AS activity_name, 65536 AS activity_id\nUNION ALL SELECT 'Not ready', 0\nUNION ALL SELECT ReasonText, ReasonCode FROM Reason_Code WHERE ReasonCode <> 0",
    );
    const { sql } = agentStatement({
      source,
      product: 'sqlserver',
      windows: [dayGrid(icmZone, 30, parseDay('2025-11-02'))],
    });
    const start =
      'CASE WHEN e.Event = 2 THEN e.LoginDateTime ELSE DATEADD(second, -e.Duration, e.DateTime) END';
    expect(sql.split('\n')).toEqual([
      `SELECT a.PeripheralNumber AS xl_agent, CASE WHEN e.Event = 2 THEN 65536 ELSE COALESCE(e.ReasonCode, 0) END AS xl_activity, ${start} AS xl_start, e.DateTime AS xl_end`,
      'FROM Agent_Event_Detail e',
      'INNER JOIN Agent a ON a.SkillTargetID = e.SkillTargetID AND e.Event IN (2, 3)',
      `WHERE ${start} >= CONVERT(DATETIME, ?, 120) AND ${start} < CONVERT(DATETIME, ?, 120)`,
    ]);
  });
});

describe('the check of a Cisco ICM section', () => {
  async function findings(keys: Keys, databases = true) {
    return checkHome(await icmHome({ TimeZone: icmZone, ...keys }), { databases });
  }

  it('has nothing against the database as it is, nor against a section of the old program', async () => {
    expect(await findings({})).toEqual([]);
    const old = {
      Interval: '',
      Protocol: '0',
      ImportWhenNoCallsRouted: '1',
      AgentEventDetailTableName: 'Agent_Event_Detail',
      AgentTableName: 'Agent',
      ReasonCodeTableName: 'Reason_Code',
      AgentIdColumn: 'PersonID',
      OverNightActivity: '1',
    };
    expect(await findings(old)).toEqual([]);
  });

  it('asks only for the columns that every release has', async () => {
    sqlite.exec(`CREATE VIEW IF NOT EXISTS core AS
      SELECT DateTime, TimeZone, CallTypeID, CallsOffered, CallsHandled, CallsAnswered, HandleTime, RouterCallsAbandQ
      FROM Call_Type_Interval`);
    expect(await findings({ CallDataTableName: 'core' })).toEqual([]);
    expect(await testSystem(await icmHome({ CallDataTableName: 'core' }), 'ACD')).toMatchObject({ ok: true });
  });

  it('says of a Half_Hour table that it stays empty since release 8.0', async () => {
    const found = await findings({ CallDataTableName: 't_Call_Type_Half_Hour' });
    expect(found).toContainEqual(
      expect.objectContaining({
        code: 'TABLE_EMPTY',
        details: { variant: 'half-hour', table: 't_Call_Type_Half_Hour' },
      }),
    );
  });

  it.each([
    [{ ImportWhenNoCallsRouted: '2' }, 'ImportWhenNoCallsRouted'],
    [{ UseTimeZoneColumn: 'yes' }, 'UseTimeZoneColumn'],
    [{ Interval: '25' }, 'Interval'],
  ])('says what is wrong with %o', async (keys, key) => {
    expect(await findings(keys, false)).toMatchObject([
      { severity: 'error', code: 'KEY_VALUE', key, line: 6 },
    ]);
  });
});

it('every key of Cisco ICM is on its page', async () => {
  const page = await interfaceDocumentation('cisco-icm', 'en');
  for (const { key } of interfaceDefinition('cisco-icm').keys) expect(page).toContain(`\`${key}\``);
});
