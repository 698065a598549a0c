import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkHome } from '#engine/check/check-home.ts';
import type { Home } from '#engine/home/home.ts';
import { callSources, externalSystem } from '#engine/home/systems.ts';
import { dayGrid } from '#engine/imports/day-grid.ts';
import { selectColumns } from '#engine/imports/statement-columns.ts';
import { callStatement } from '#engine/interfaces/call-statement.ts';
import { interfaceDefinition } from '#engine/interfaces/definitions.ts';
import { interfaceDocumentation } from '#engine/interfaces/documentation.ts';
import { readExternalTree } from '#engine/interfaces/external-tree.ts';
import { shownStatements } from '#engine/interfaces/shown-statements.ts';
import { testSystem } from '#engine/interfaces/test-system.ts';
import { parseDay } from '#shared/domain/time/day.ts';
import {
  expectFigures,
  type Figures,
  importedFigures,
  recomputedFigures,
  type StandardCentre,
} from '../../support/acd/imported.ts';
import {
  nortelApplications,
  nortelCdns,
  nortelDatabase,
  nortelDays,
  nortelFigures,
  nortelZone,
} from '../../support/acd/nortel-symposium.ts';
import { section, settings } from '../../support/acd.ts';
import { homeWith } from '../../support/home.ts';
import { type PostgresServer, startPostgres } from '../../support/postgres.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
  await server.exec(nortelDatabase());
});
afterAll(() => server.stop());

type Kind = keyof typeof nortelFigures;
type Keys = Readonly<Record<string, string>>;

interface KindRows {
  /** As it stands in the map. */
  readonly constant: string;
  readonly table: string;
  readonly key: string;
  /** Paths by key. */
  readonly queues: Readonly<Record<string, string>>;
}

const kinds: Readonly<Record<Kind, KindRows>> = {
  application: {
    constant: 'Application',
    table: 'iApplicationStat',
    key: 'ApplicationID',
    queues: Object.fromEntries(nortelApplications.map(([id, name]) => [id, `Application:${name ?? id}`])),
  },
  skillset: {
    constant: 'Skillset',
    table: 'iSkillsetStat',
    key: 'SkillsetID',
    queues: {
      10001: 'Skillset:Sales',
      10002: "Skillset:L'accueil",
      10003: 'Skillset:Sales (10003)',
      10004: 'Skillset:10004',
    },
  },
  cdn: {
    constant: 'CDN',
    table: 'iCDNStat',
    key: 'CDN',
    queues: Object.fromEntries(nortelCdns.map((cdn) => [cdn, `CDN:${cdn}`])),
  },
};

const valueTypesOf = (kind: Kind): string[] => [...nortelFigures[kind].sums, ...nortelFigures[kind].maxima];

/** All queues of a kind with all value types. */
const centre = (kind: Kind, more: Partial<StandardCentre> = {}): StandardCentre => ({
  interface: 'nortel-symposium',
  connectionString: server.connectionString,
  queues: Object.values(kinds[kind].queues),
  valueTypes: valueTypesOf(kind),
  timeZone: nortelZone,
  intervalMinutes: 15,
  days: nortelDays,
  ...more,
  keys: { TimeZone: nortelZone, ...more.keys },
});

const withoutSystem = "Application IS DISTINCT FROM 'System_Application'";

/**
 * By SQL on the rows as they are. The server's clock goes back at three in the morning: until then it is two hours
 * ahead of UTC, afterwards one; the hour without a mark counts in the first of the two.
 */
async function recomputed(
  kind: Kind,
  options: { minutes?: number; where?: string; columns?: Readonly<Record<string, string>> } = {},
): Promise<Figures> {
  const { table, key, queues } = kinds[kind];
  const { minutes = 15, where = kind === 'skillset' ? withoutSystem : 'TRUE', columns = {} } = options;
  const { sums, maxima } = nortelFigures[kind];
  const aggregates = [
    ...sums.map((name) => `SUM(${columns[name] ?? name}) AS "${name}"`),
    ...maxima.map((name) => `MAX(${name}) AS "${name}"`),
  ];
  const rows = await server.exec(`
    SELECT TO_CHAR(DATE_BIN('${minutes} minutes', utc, '2025-01-01'), 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS start,
      ${key} AS key, ${aggregates.join(', ')}
    FROM (SELECT *, "Timestamp" - CASE WHEN "Timestamp" < '2025-10-26 03:00' THEN INTERVAL '2 hours' ELSE INTERVAL '1 hour' END AS utc
      FROM ${table}) AS ${kind}
    WHERE "Timestamp" >= '2025-10-25' AND "Timestamp" < '2025-10-28' AND ${where}
    GROUP BY 1, 2`);
  return recomputedFigures(
    rows.map((row) => ({ ...row, start: String(row.start), queue: queues[String(row.key)]! })),
    valueTypesOf(kind),
  );
}

/** All a run over these days says: the hour of each time stamp that Paris had twice. */
const repeatedHour = [{ code: 'STAMP_REPEATED_HOUR', day: '2025-10-26' }];

async function nortelHome(keys: Keys, timeLink = false): Promise<Home> {
  return homeWith({
    settings: settings(section('ACD', { Source: server.connectionString, ...keys })),
    mapping: '',
    wfm: {
      queues: [],
      valueTypes: [],
      externalSystems: [{ name: 'ACD', interface: 'nortel-symposium', phoneLink: true, timeLink }],
    },
  });
}

/** What the check says of the section, the address of the database aside. */
async function findings(keys: Keys, options: { timeLink?: boolean; databases?: boolean } = {}) {
  const { timeLink = false, databases = false } = options;
  const all = await checkHome(await nortelHome({ TimeZone: nortelZone, ...keys }, timeLink), { databases });
  return all.filter(({ code }) => code !== 'PASSWORD_IN_INI');
}

describe('the tree of Nortel Symposium', () => {
  const paths = (kind: Kind) =>
    Object.values(kinds[kind].queues)
      .map((path) => path.split(/:(.*)/).slice(0, 2))
      .sort();

  it('has applications, skillsets and CDNs by name, the number where there is none, both for the second of a name', async () => {
    const { kinds: read } = await readExternalTree(await nortelHome({}), 'ACD');
    expect(read.map(({ id }) => id)).toEqual(['application', 'skillset', 'cdn']);
    for (const { id, queues, valueTypes } of read) {
      expect([...queues].sort()).toEqual(paths(id as Kind));
      expect([...valueTypes].sort()).toEqual(valueTypesOf(id as Kind).sort());
    }
  });

  it('has the same queues under the names of AACC 6, with the value types known of it', async () => {
    const { kinds: read } = await readExternalTree(await nortelHome({ TableNames: 'AACC6' }), 'ACD');
    for (const { id, queues } of read) expect([...queues].sort()).toEqual(paths(id as Kind));
    expect(read[1]?.valueTypes).toEqual([
      'CallsOffered',
      'CallsAnswered',
      'SkillsetAbandoned',
      'WaitTime',
      'TalkTime',
      'PostCallProcessingTime',
      'NotReadyTime',
    ]);
  });

  it('has the names of a table that the section names, and the further figures', async () => {
    const home = await nortelHome({
      ApplicationNames: 'Application',
      CdnAdditionalFields: 'CallsTerminated; CallsOffered',
    });
    const { kinds: read } = await readExternalTree(home, 'ACD');
    expect([...read[0]!.queues].sort()).toEqual(paths('application'));
    expect(read[2]?.valueTypes).toEqual([
      'CallsOffered',
      'CallsAnswered',
      'CallsAbandoned',
      'CallsTerminated',
    ]);
  });
});

describe('an import from Nortel Symposium equals a recomputation by SQL', () => {
  it.each(['application', 'skillset', 'cdn'] as const)('every figure of every %s', async (kind) => {
    const { run, figures } = await importedFigures(centre(kind));
    expect(run).toMatchObject({ status: 'completed-with-problems', problems: repeatedHour });
    expectFigures(figures, await recomputed(kind));
  });

  it('under the names of AACC 6', async () => {
    for (const kind of ['application', 'skillset', 'cdn'] as const) {
      const known = (await readExternalTree(await nortelHome({ TableNames: 'aacc6' }), 'ACD')).kinds;
      const valueTypes = known.find(({ id }) => id === kind)!.valueTypes;
      const { figures } = await importedFigures(centre(kind, { valueTypes, keys: { TableNames: 'aacc6' } }));
      const all = await recomputed(kind);
      expectFigures(
        figures,
        Object.fromEntries(
          Object.entries(all).map(([queue, byType]) => [
            queue,
            Object.fromEntries(Object.entries(byType).filter(([type]) => valueTypes.includes(type))),
          ]),
        ),
      );
    }
  });

  it('in half hours: quarters are added, of the largest it is the largest', async () => {
    const { figures } = await importedFigures(centre('skillset', { intervalMinutes: 30 }));
    expectFigures(figures, await recomputed('skillset', { minutes: 30 }));
  });

  it('with the rows of the system application, where the section says so', async () => {
    const { figures } = await importedFigures(centre('skillset', { keys: { ImportSystemApplication: '1' } }));
    expectFigures(figures, await recomputed('skillset', { where: 'TRUE' }));
  });

  it('with an apostrophe in the name of that application', async () => {
    const { figures } = await importedFigures(
      centre('skillset', { keys: { SystemApplication: "L'application du système" } }),
    );
    expectFigures(figures, await recomputed('skillset', { where: 'TRUE' }));
  });

  it('without those of the application that the site calls otherwise', async () => {
    const where = "Application IS DISTINCT FROM 'Hotline'";
    for (const TableNames of ['classic', 'aacc6']) {
      const valueTypes = ['CallsOffered', 'TalkTime'];
      const { figures } = await importedFigures(
        centre('skillset', { valueTypes, keys: { TableNames, SystemApplication: 'Hotline' } }),
      );
      const all = await recomputed('skillset', { where });
      expectFigures(
        figures,
        Object.fromEntries(
          Object.entries(all).map(([queue, { CallsOffered, TalkTime }]) => [
            queue,
            { CallsOffered: CallsOffered!, TalkTime: TalkTime! },
          ]),
        ),
      );
    }
  });

  it('with other columns for TalkTime and NotReadyTime', async () => {
    const { figures } = await importedFigures(
      centre('skillset', {
        keys: { TalkTime: 'TalkTime - PostCallProcessingTime', NotReadyTime: 'PostCallProcessingTime' },
      }),
    );
    const columns = {
      TalkTime: 'TalkTime - PostCallProcessingTime',
      NotReadyTime: 'PostCallProcessingTime',
    };
    expectFigures(figures, await recomputed('skillset', { columns }));
  });

  it('from views of other names, with a time stamp of another', async () => {
    await server.exec(`
      CREATE SCHEMA IF NOT EXISTS copied;
      CREATE OR REPLACE VIEW copied.calls AS SELECT *, "Timestamp" AS "From" FROM iSkillsetStat;`);
    const { figures } = await importedFigures(
      centre('skillset', { keys: { SkillSetStat: 'copied.calls', TimeStampColumn: '""From""' } }),
    );
    expectFigures(figures, await recomputed('skillset'));
  });

  it('for skillsets that are mapped by their number', async () => {
    const { figures } = await importedFigures(
      centre('skillset', { queues: ['Skillset:10001', 'Skillset:10003'], valueTypes: ['CallsOffered'] }),
    );
    const all = await recomputed('skillset');
    expectFigures(figures, {
      'Skillset:10001': { CallsOffered: all['Skillset:Sales']!.CallsOffered! },
      'Skillset:10003': { CallsOffered: all['Skillset:Sales (10003)']!.CallsOffered! },
    });
  });
});

describe('IntervalDuration', () => {
  it('of more minutes than the WFM queue counts in refuses the rows', async () => {
    const { run, figures } = await importedFigures(centre('cdn', { keys: { IntervalDuration: '30' } }));
    expect(run.problems.map(({ code }) => code)).toContain('INTERVAL_COARSER');
    expect(figures).toEqual({});
  });

  it('is what the rows are divided by, where the section says so', async () => {
    await server.exec(`
      CREATE TABLE IF NOT EXISTS halves AS SELECT DATE_BIN('30 minutes', "Timestamp", '2025-01-01') AS "Timestamp", CDN,
        SUM(CallsOffered) AS CallsOffered FROM iCDNStat WHERE "Timestamp" < '2025-10-26' GROUP BY 1, 2;`);
    const { figures } = await importedFigures(
      centre('cdn', {
        valueTypes: ['CallsOffered'],
        days: { from: '2025-10-25', to: '2025-10-25' },
        keys: { CdnStat: 'halves', IntervalDuration: '30', CoarserInterval: 'split' },
      }),
    );
    const rows = await server.exec(`
      SELECT TO_CHAR("Timestamp" - INTERVAL '2 hours' + part * INTERVAL '15 minutes', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS start,
        CDN AS key, CASE part WHEN 0 THEN CallsOffered - CallsOffered / 2 ELSE CallsOffered / 2 END AS "CallsOffered"
      FROM halves, GENERATE_SERIES(0, 1) part WHERE "Timestamp" >= '2025-10-25'`);
    expectFigures(
      figures,
      recomputedFigures(
        rows.map((row) => ({ ...row, start: String(row.start), queue: `CDN:${row.key}` })),
        ['CallsOffered'],
      ),
    );
  });
});

describe('the statements for Nortel Symposium', () => {
  async function dayStatements(keys: Keys): Promise<string[]> {
    const home = await nortelHome({ TimeZone: nortelZone, ...keys });
    const shown = await shownStatements(home, await externalSystem(home, 'ACD'), {
      from: '2025-10-25',
      to: '2025-10-25',
    });
    return shown.map(({ sql }) => sql).filter((sql) => sql.includes('xl_stamp'));
  }

  it('quote the reserved word Timestamp and leave the system application out of the skillsets only', async () => {
    const [application, skillset, cdn] = await dayStatements({});
    expect(application).toMatch(/^SELECT "Timestamp" AS xl_stamp, ApplicationID AS xl_queue1,/);
    expect(application).toContain('GROUP BY "Timestamp", ApplicationID');
    expect(application).not.toContain('System_Application');
    expect(skillset).toContain("AND (Application IS NULL OR Application <> 'System_Application') AND");
    expect(cdn).toContain('FROM iCDNStat');
  });

  it('have the names of AACC 6 and find the system application by its number', async () => {
    const [application, skillset] = await dayStatements({ TableNames: 'aacc6' });
    expect(application).toMatch(/^SELECT statTimestamp AS xl_stamp/);
    expect(application).toContain('FROM stat.NIiAppStat');
    expect(skillset).toContain(
      `AND ApplicationID NOT IN (SELECT ApplicationID FROM ccms.NIApplication WHERE "Name" = 'System_Application') AND`,
    );
  });
});

describe('the statements in the words of Sybase', () => {
  it('keep the quotes of Timestamp and compare it as a date/time', async () => {
    const home = await nortelHome({ TimeZone: nortelZone });
    const source = callSources(await externalSystem(home, 'ACD'))[1]!;
    const { sql, parameters } = callStatement({
      source,
      product: 'sybase',
      columns: selectColumns(source.valueTypes.slice(0, 1)).columns,
      keys: [[10001]],
      numericKeys: [true],
      grids: [dayGrid(nortelZone, 15, parseDay('2026-03-02'))],
    });
    expect(sql.split('\n')).toEqual([
      'SELECT "Timestamp" AS xl_stamp, SkillsetID AS xl_queue1, SUM(CallsOffered) AS xl_value1',
      'FROM iSkillsetStat',
      `WHERE "Timestamp" >= CONVERT(DATETIME, ?) AND "Timestamp" < CONVERT(DATETIME, ?) AND (Application IS NULL OR Application <> 'System_Application') AND SkillsetID IN (?)`,
      'GROUP BY "Timestamp", SkillsetID',
    ]);
    expect(parameters).toEqual(['2026-03-02 00:00:00', '2026-03-03 00:00:00', 10001]);
  });
});

describe('the check of a Nortel Symposium section', () => {
  it('has nothing against the database as it is, under either names', async () => {
    expect(await findings({}, { databases: true, timeLink: true })).toEqual([]);
    const aacc = await findings({ TableNames: 'aacc6' }, { databases: true, timeLink: true });
    expect(aacc).toEqual([]);
  });

  it('has nothing against a section of the old program', async () => {
    const old = {
      ApplicationStat: 'iApplicationStat',
      AgentApplicationStat: 'iAgentByApplicationStat',
      AgentPerformanceStat: 'iAgentPerformanceStat',
      SkillSetStat: 'iSkillsetStat',
      AgentLoginStat: 'eAgentLoginStat',
      NotReadyTime: 'PostCallProcessingTime',
      Protocol: '0',
      IntervalDuration: '15',
      TalkTime: 'TalkTime',
      CdnStat: 'iCDNStat',
      AgentBySkillSetStat: 'AgentBySkillsetStat',
      ActivityCodeStat: 'iActivityCodeStat',
      NIActivityCode: 'CCMS.NIActivityCode',
      AgentImportMode: '0',
      IncludeNotReadyCodes: '0',
      MaximumActivityDuration: '0',
      SequenceNumberSupported: '0',
    };
    expect(await findings(old, { databases: true, timeLink: true })).toEqual([]);
  });

  it.each([
    [{ TableNames: 'modern' }, 'TableNames'],
    [{ ImportSystemApplication: 'yes' }, 'ImportSystemApplication'],
    [{ IntervalDuration: '7' }, 'IntervalDuration'],
    [{ AgentImportMode: '1' }, 'AgentImportMode'],
    [{ IncludeNotReadyCodes: '1' }, 'IncludeNotReadyCodes'],
  ])('says what is wrong with %o', async (keys, key) => {
    const found = await findings(keys, { timeLink: true });
    expect(found).toMatchObject([{ severity: 'error', code: 'KEY_VALUE', key, line: 6 }]);
  });

  it('is what Test ODBC tries: every kind of queues, under either names', async () => {
    for (const TableNames of ['classic', 'aacc6']) {
      const report = await testSystem(await nortelHome({ TimeZone: nortelZone, TableNames }, true), 'ACD');
      expect(report.steps.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
      expect(report.ok).toBe(true);
    }
  });

  it('names a view that is not there', async () => {
    const found = await findings({ CdnStat: 'iCDNStats' }, { databases: true });
    expect(found.map(({ code }) => code)).toContain('TABLE_REFUSED');
  });
});

describe("the agents' log-ins of Nortel Symposium", () => {
  it.each([
    ['classic', 'eAgentLoginStat', '"Timestamp"'],
    ['aacc6', 'stat.NIeAgentLoginStat', 'statTimestamp'],
  ])('are events that LO ends, under the names of %s', async (TableNames, table, stamp) => {
    const home = await nortelHome({ TimeZone: nortelZone, TableNames }, true);
    const shown = await shownStatements(home, await externalSystem(home, 'ACD'), {
      from: '2025-10-26',
      to: '2025-10-26',
      agents: true,
    });
    const [activities, day] = shown.map(({ sql }) => sql);
    expect(await server.exec(activities!)).toEqual(
      expect.arrayContaining([
        { activity_name: 'LI', activity_id: 'LI' },
        { activity_name: 'LO', activity_id: 'LO' },
      ]),
    );
    expect(day).toContain(
      `SELECT AgentLogin AS xl_agent, EventType AS xl_activity, ${stamp} AS xl_start\nFROM ${table}\n`,
    );
  });
});

it('every key of Nortel Symposium is on its page', async () => {
  const page = await interfaceDocumentation('nortel-symposium', 'en');
  for (const { key } of interfaceDefinition('nortel-symposium').keys) expect(page).toContain(`\`${key}\``);
});
