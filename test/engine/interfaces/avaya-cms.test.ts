import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkHome } from '#engine/check/check-home.ts';
import type { Home } from '#engine/home/home.ts';
import { agentSource, externalSystem } from '#engine/home/systems.ts';
import { agentStatement } from '#engine/interfaces/agent-statement.ts';
import { readExternalTree } from '#engine/interfaces/external-tree.ts';
import { shownStatements } from '#engine/interfaces/shown-statements.ts';
import { testSystem } from '#engine/interfaces/test-system.ts';
import {
  avayaCmsSql,
  cmsDays,
  cmsZone,
  siteColumns,
  splitMaxima,
  splitSums,
  vdnMaxima,
  vdnSums,
} from '../../support/acd/avaya-cms.ts';
import { map, section, settings } from '../../support/acd.ts';
import { homeWith, importMadeUp, storedValues } from '../../support/home.ts';
import { type PostgresServer, startPostgres } from '../../support/postgres.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
  await server.exec(avayaCmsSql());
});
afterAll(() => server.stop());

/** What is mapped: a WFM queue of so many minutes, fed by one external queue. */
interface Mapped {
  /** As it stands in `acd_map.ini`, without the value type. */
  readonly path: string;
  /** Table and condition of the rows that have to come out. */
  readonly rows: string;
  readonly columns: readonly string[];
  readonly minutes?: 15 | 30 | 60;
}

/** A home with WFM queue n for the n-th of these, and value type n for the n-th column of each. */
function cmsHome(mapped: readonly Mapped[], keys: Readonly<Record<string, string>>): Promise<Home> {
  const most = Math.max(1, ...mapped.map(({ columns }) => columns.length));
  return homeWith({
    settings: settings(section('Avaya CMS', { Source: server.connectionString, ...keys })),
    mapping: map(
      ...mapped.flatMap(({ path, columns }, queue) =>
        columns.map((column, type) => `0:${queue + 1}:${type + 1}=Avaya CMS:${path}:${column.toUpperCase()}`),
      ),
    ),
    wfm: {
      queues: [
        ...mapped.map(({ path, minutes = 30 }, index) => ({
          id: index + 1,
          name: `${path}, ${minutes} minutes`,
          timeZone: cmsZone,
          intervalMinutes: minutes,
        })),
      ],
      valueTypes: Array.from({ length: most }, (_, index) => ({
        id: index + 1,
        name: `Figure ${index + 1}`,
      })),
      externalSystems: [{ name: 'Avaya CMS', interface: 'avaya-cms', phoneLink: true, timeLink: false }],
    },
  });
}

const epoch = 'starttime_utc';
/** The first instant at which the clock in Paris showed what the row says: every row of the hour that came twice. */
const parisClock = `(SELECT EXTRACT(EPOCH FROM MIN(at)) FROM generate_series(TIMESTAMPTZ '2025-10-20 00:00+00',
  TIMESTAMPTZ '2025-11-02 00:00+00', INTERVAL '15 minutes') at
  WHERE at AT TIME ZONE '${cmsZone}' = row_date + MAKE_INTERVAL(hours => starttime / 100, mins => starttime % 100))`;
const hoursAhead = (hours: number) =>
  `EXTRACT(EPOCH FROM row_date + MAKE_INTERVAL(hours => starttime / 100 - ${hours}, mins => starttime % 100))`;

/** The figures as SQL reckons them, by column: `{ acdcalls: { '2025-10-24T06:00:00Z': 12 } }`. */
async function reckoned(
  { rows, columns, minutes = 30 }: Mapped,
  startSql: string,
): Promise<Record<string, Record<string, number>>> {
  const maxima = new Set([...splitMaxima, ...vdnMaxima]);
  const figures = columns.map((column) => `${maxima.has(column) ? 'MAX' : 'SUM'}(${column}) AS ${column}`);
  const found = await server.exec(`
    SELECT FLOOR(at / ${minutes * 60}) * ${minutes * 60} AS start, ${figures.join(', ')}
    FROM (SELECT *, ${startSql} AS at FROM ${rows}) r
    WHERE at >= EXTRACT(EPOCH FROM TIMESTAMP '${cmsDays.from}' AT TIME ZONE '${cmsZone}')
      AND at < EXTRACT(EPOCH FROM (TIMESTAMP '${cmsDays.to}' + INTERVAL '1 day') AT TIME ZONE '${cmsZone}')
    GROUP BY 1`);
  return Object.fromEntries(
    columns.map((column) => [
      column,
      Object.fromEntries(
        found.flatMap((row) =>
          row[column] === null ? [] : [[isoOf(Number(row.start)), Number(row[column])]],
        ),
      ),
    ]),
  );
}

const isoOf = (utc: number) => new Date(utc * 1000).toISOString().replace('.000Z', 'Z');

/** Every stored value of every mapping, against SQL. */
async function expectStored(home: Home, mapped: readonly Mapped[], startSql: string): Promise<void> {
  let values = 0;
  for (const [index, one] of mapped.entries()) {
    const wanted = await reckoned(one, startSql);
    for (const [type, column] of one.columns.entries()) {
      expect(Object.keys(wanted[column]!).length, `${one.path}, ${column}`).toBeGreaterThan(50);
      expect(await storedValues(home, index + 1, type + 1), `${one.path}, ${column}`).toEqual(wanted[column]);
      values += Object.keys(wanted[column]!).length;
    }
  }
  expect(values).toBeGreaterThan(0);
}

const some = ['callsoffered', 'acdcalls', 'acdtime', 'maxinqueue'];
const someOfVdn = ['incalls', 'acdcalls', 'abncalls', 'maxocwtime'];
const splitOf = (acd: number, split: number) => `root.hsplit WHERE acd = ${acd} AND split = ${split}`;
const vdnOf = (acd: number, vdn: string) => `root.hvdn WHERE acd = ${acd} AND vdn = '${vdn}'`;

describe('the tree of Avaya CMS', () => {
  const tree = async (keys: Readonly<Record<string, string>> = {}) => {
    const { kinds } = await readExternalTree(await cmsHome([], keys), 'Avaya CMS');
    return Object.fromEntries(
      kinds.map(({ id, queues, valueTypes }) => [
        id,
        { queues: queues.map((path) => path.join(':')), valueTypes },
      ]),
    );
  };

  it('has ACD, Split or VDN, and the name of the dictionary; the number where a name is missing or blank', async () => {
    const { split, vdn } = await tree();
    expect(split?.queues).toEqual(['1:Split:Sales', '1:Split:Été: ventes', '1:Split:7', '2:Split:Sales']);
    // Of two with one name the second one tells its number.
    expect(vdn?.queues).toEqual([
      '1:VDN:Hotline',
      '1:VDN:Hotline (124)',
      '1:VDN:5003',
      '1:VDN:5004',
      '2:VDN:Hotline',
    ]);
  });

  it('shows numbers where the section wants them, and needs no dictionary then', async () => {
    const { split, vdn } = await tree({
      DisplayVDNValue: '1',
      DisplaySplitValue: '1',
      SynonymsTable: 'root.nobody_may_read_this',
    });
    expect(split?.queues).toEqual(['1:Split:1', '1:Split:2', '1:Split:7', '2:Split:1']);
    expect(vdn?.queues).toEqual(['1:VDN:123', '1:VDN:124', '1:VDN:5003', '1:VDN:5004', '2:VDN:123']);
  });

  it('begins with the figures that planning needs and ends with the columns of the site', async () => {
    const { split, vdn } = await tree({ SplitAdditionalFields: 'custom1;ACDCALLS;custom2' });
    expect(split?.valueTypes.slice(0, 4)).toEqual(['CALLSOFFERED', 'ACDCALLS', 'ABNCALLS', 'ACDTIME']);
    expect(split?.valueTypes.slice(-2)).toEqual(['custom1', 'custom2']);
    expect(vdn?.valueTypes.slice(0, 3)).toEqual(['INCALLS', 'ACDCALLS', 'ABNCALLS']);
    const sorted = (names: readonly string[]) => names.map((name) => name.toLowerCase()).sort();
    expect(sorted(split!.valueTypes)).toEqual(sorted([...splitSums, ...splitMaxima, ...siteColumns]));
    expect(sorted(vdn!.valueTypes)).toEqual(sorted([...vdnSums, ...vdnMaxima]));
  });
});

describe('an import from Avaya CMS equals a recomputation by SQL', () => {
  it('with every figure of a split and of a VDN; rows of one start time at the set-back are added', async () => {
    const mapped: Mapped[] = [
      { path: '1:Split:Sales', rows: splitOf(1, 1), columns: [...splitSums, ...splitMaxima, ...siteColumns] },
      { path: '1:VDN:Hotline', rows: vdnOf(1, '123'), columns: [...vdnSums, ...vdnMaxima, ...siteColumns] },
    ];
    const home = await cmsHome(mapped, {
      TimeZone: cmsZone,
      SplitAdditionalFields: 'custom1;custom2',
      VDNAdditionalFields: 'CUSTOM1; CUSTOM2;',
    });
    const run = await importMadeUp(home, cmsDays);
    expect(run.problems).toMatchObject([{ code: 'STAMP_REPEATED_HOUR', day: '2025-10-26' }]);
    await expectStored(home, mapped, parisClock);
    const [offered] = Object.values(await reckoned(mapped[0]!, parisClock));
    // Half past two is there twice in the source and once in the store.
    expect(Object.keys(offered!)).toContain('2025-10-26T00:30:00Z');
    expect(Object.keys(offered!)).not.toContain('2025-10-26T01:30:00Z');
  });

  it('for queues of all forms: by name, by number, without a name, with one shared name, of another ACD', async () => {
    const mapped: Mapped[] = [
      { path: '1:Split:Été: ventes', rows: splitOf(1, 2), columns: some },
      { path: '1:Split:2', rows: splitOf(1, 2), columns: some },
      { path: '1:Split:7', rows: splitOf(1, 7), columns: some },
      { path: '2:Split:Sales', rows: splitOf(2, 1), columns: some },
      { path: '1:VDN:123', rows: vdnOf(1, '123'), columns: someOfVdn },
      { path: '1:VDN:Hotline (124)', rows: vdnOf(1, '124'), columns: someOfVdn },
      { path: '1:VDN:5003', rows: vdnOf(1, '5003'), columns: someOfVdn },
      { path: '1:VDN:5004', rows: vdnOf(1, '5004'), columns: someOfVdn },
      { path: '2:VDN:Hotline', rows: vdnOf(2, '123'), columns: someOfVdn },
    ];
    const home = await cmsHome(mapped, { TimeZone: cmsZone });
    const run = await importMadeUp(home, cmsDays);
    expect(run.problems.map(({ code }) => code)).toEqual(['STAMP_REPEATED_HOUR']);
    await expectStored(home, mapped, parisClock);
  });

  it('with StartTime=utc, exact in the hour that the clock has twice', async () => {
    const mapped: Mapped[] = [
      { path: '1:Split:Sales', rows: splitOf(1, 1), columns: some },
      { path: '1:VDN:123', rows: vdnOf(1, '123'), columns: someOfVdn },
    ];
    const home = await cmsHome(mapped, { TimeZone: '11', StartTime: 'UTC' });
    const run = await importMadeUp(home, cmsDays);
    expect(run).toMatchObject({ status: 'completed', problems: [] });
    await expectStored(home, mapped, epoch);
    const offered = await storedValues(home, 1, 1);
    expect(Object.keys(offered)).toContain('2025-10-26T01:30:00Z');
    // The CMS has its index on the date, so the statement asks for that too.
    const system = await externalSystem(home, 'Avaya CMS');
    const shown = await shownStatements(home, system, { from: cmsDays.from, to: cmsDays.from });
    expect(shown.map(({ sql }) => sql).find((sql) => sql.includes('FROM root.hvdn\n'))).toContain(
      'WHERE row_date >= CAST(? AS DATE) AND row_date < CAST(? AS DATE) AND starttime_utc >= ? AND starttime_utc < ?',
    );
  });

  it.each([
    ['11', 1],
    ['+01:00', 1],
    ['10', 2],
    ['12', 0],
    ['6.5', 5.5],
  ])('with TimeZone=%s, counted down from 12 or as an offset', async (TimeZone, hours) => {
    const mapped: Mapped[] = [{ path: '1:Split:Sales', rows: splitOf(1, 1), columns: some }];
    const home = await cmsHome(mapped, { TimeZone });
    const run = await importMadeUp(home, cmsDays);
    expect(run).toMatchObject({ status: 'completed', problems: [] });
    const wall = hours % 1 === 0 ? hoursAhead(hours) : `${hoursAhead(Math.floor(hours))} - 1800`;
    await expectStored(home, mapped, wall);
  });

  it('in the zone of the WFM queue where the section names none, as old sections with an empty key', async () => {
    const mapped: Mapped[] = [{ path: '1:VDN:124', rows: vdnOf(1, '124'), columns: someOfVdn }];
    const home = await cmsHome(mapped, { TimeZone: '', Interval: '' });
    await importMadeUp(home, cmsDays);
    await expectStored(home, mapped, parisClock);
  });
});

describe('the archive interval of the CMS was changed from 30 to 15 minutes on the way', () => {
  const path = '1:Split:Sales';
  const sixty = { path, rows: splitOf(1, 1), columns: some, minutes: 60 } as const;

  it('a queue of 30 or 60 minutes has the sums of both', async () => {
    const mapped: Mapped[] = [{ ...sixty, minutes: 30 }, sixty];
    const home = await cmsHome(mapped, { StartTime: 'utc', Interval: '30' });
    const run = await importMadeUp(home, cmsDays);
    expect(run).toMatchObject({ status: 'completed', problems: [] });
    await expectStored(home, mapped, epoch);
  });

  it('a queue of 15 minutes has the shorter ones; the longer ones are refused and named', async () => {
    const home = await cmsHome([{ ...sixty, minutes: 15 }], { StartTime: 'utc' });
    const run = await importMadeUp(home, cmsDays);
    expect(run.problems.map(({ code, day }) => [code, day])).toEqual([
      ['ROW_COARSER', '2025-10-24'],
      ['ROW_COARSER', '2025-10-25'],
      ['ROW_COARSER', '2025-10-26'],
    ]);
    const rows = `${splitOf(1, 1)} AND intrvl = 15`;
    await expectStored(home, [{ path, rows, columns: some, minutes: 15 }], epoch);
  });

  it('or are divided, the remainder in the first part, where the section says so', async () => {
    const mapped: Mapped = { path, rows: splitOf(1, 1), columns: ['acdcalls', 'maxinqueue'], minutes: 15 };
    const home = await cmsHome([mapped], { TimeZone: cmsZone, CoarserInterval: 'split' });
    const run = await importMadeUp(home, cmsDays);
    expect(new Set(run.problems.map(({ code }) => code))).toEqual(
      new Set(['ROW_SPLIT', 'STAMP_REPEATED_HOUR']),
    );
    // Rows of one start time are added first, what is largest is not divided.
    const halves = `(
      SELECT row_date, starttime, at, SUM(acdcalls) - SUM(acdcalls) / 2 AS acdcalls, MAX(maxinqueue) AS maxinqueue
      FROM (SELECT *, ${parisClock} AS at FROM ${splitOf(1, 1)} AND intrvl = 30) a GROUP BY 1, 2, 3
      UNION ALL
      SELECT row_date, starttime, at + 900, SUM(acdcalls) / 2, MAX(maxinqueue)
      FROM (SELECT *, ${parisClock} AS at FROM ${splitOf(1, 1)} AND intrvl = 30) b GROUP BY 1, 2, 3
      UNION ALL
      SELECT row_date, starttime, ${parisClock}, acdcalls, maxinqueue FROM ${splitOf(1, 1)} AND intrvl = 15) parts`;
    const rows = `(SELECT at AS part_at, acdcalls, maxinqueue FROM ${halves}) whole`;
    await expectStored(home, [{ ...mapped, rows }], 'part_at');
  });
});

describe('a section of Avaya CMS', () => {
  const findings = async (keys: Readonly<Record<string, string>>, timeLink = false, databases = false) => {
    const home = await cmsHome([], keys);
    const systems = [{ name: 'Avaya CMS', interface: 'avaya-cms', phoneLink: true, timeLink }];
    await home.store.load({ queues: [], valueTypes: [], externalSystems: systems });
    return (await checkHome(home, { databases })).filter(({ code }) => code !== 'PASSWORD_IN_INI');
  };

  it('of the old product is right as it is', async () => {
    const old = {
      User: '',
      Interval: '',
      TimeZone: cmsZone,
      Protocol: '0',
      IgnoreBreaks: '0',
      ActivityDetails: '0',
      IncludeWorkmodeForAgent: '0',
      LoadAllAgentActivities: '1',
      MinimumActivityDuration: '0',
      LogDir: '',
      LogFile: '',
      SplitAdditionalFields: '',
      SplitAdditionalFieldsSize: '255',
      VDNAdditionalFields: '',
      VDNAdditionalFieldsSize: '255',
      '#TimeZone_TimeLink': '12',
      DisplayVDNValue: '0',
      DeactivateTimelinkImportYesterday: '0',
      UseOpenEndTime: '1',
    };
    expect(await findings(old)).toEqual([]);
    expect(await findings(old, true)).toEqual([]);
  });

  it('with mistakes is told the key, the line and what to write', async () => {
    expect(
      await findings({ TimeZone: 'Europe/Pairs', StartTime: 'gmt', DisplayVDNValue: '2', SplitTabel: 'x' }),
    ).toMatchObject([
      { severity: 'error', code: 'ZONE_UNKNOWN', key: 'TimeZone', line: 5 },
      { severity: 'error', code: 'KEY_VALUE', key: 'StartTime', line: 6 },
      { severity: 'error', code: 'KEY_VALUE', key: 'DisplayVDNValue', line: 7 },
      { severity: 'warning', code: 'KEY_UNKNOWN', key: 'SplitTabel', details: { likely: 'SplitTable' } },
    ]);
  });

  it('fits the database: its columns, and those of a release that has fewer', async () => {
    await server.exec(`CREATE SCHEMA old;
      CREATE TABLE old.hsplit AS SELECT * FROM root.hsplit WHERE acd = 1;
      ALTER TABLE old.hsplit DROP COLUMN starttime_utc, DROP COLUMN i_auxtime10, DROP COLUMN i_auxtime99;
      CREATE TABLE old.hvdn AS SELECT * FROM root.hvdn WHERE acd = 1;
      ALTER TABLE old.hvdn DROP COLUMN starttime_utc, DROP COLUMN lookattempts;`);
    const old = { SplitTable: 'old.hsplit', VDNTable: 'old.hvdn', TimeZone: cmsZone };
    expect(await findings({ StartTime: 'utc' }, true, true)).toEqual([]);
    expect(await findings(old, true, true)).toEqual([]);
    expect(await findings({ ...old, StartTime: 'utc' }, false, true)).toMatchObject([
      { severity: 'error', details: { expression: 'starttime_utc' } },
      { severity: 'error', details: { expression: 'starttime_utc' } },
    ]);
    expect(await findings({ VDNAdditionalFields: 'abncals' }, false, true)).toMatchObject([
      { details: { expression: 'abncals' } },
    ]);
    expect(await findings({ SplitTable: 'informix.hsplit' }, false, true)).not.toEqual([]);
  });

  it('passes Test ODBC: right to read, queues, first rows and yesterday of both kinds, logins', async () => {
    const home = await cmsHome([], {});
    const systems = [{ name: 'Avaya CMS', interface: 'avaya-cms', phoneLink: true, timeLink: true }];
    await home.store.load({ queues: [], valueTypes: [], externalSystems: systems });
    const report = await testSystem(home, 'Avaya CMS');
    expect(report.steps.filter(({ outcome }) => outcome !== 'ok')).toEqual([]);
    const tables = report.steps.flatMap(({ step, subject }) => (step === 'table' ? [subject] : []));
    expect(tables).toEqual(['root.hsplit', 'root.hvdn', 'root.haglog']);
  });

  it('reads logins from haglog, in seconds since 1970, whatever the zone of the calls', async () => {
    const home = await cmsHome([], { TimeZone: '11', MinimumActivityDuration: '60' });
    const source = agentSource(await externalSystem(home, 'Avaya CMS'));
    const day = { startUtc: Date.UTC(2025, 9, 23, 22) / 1000, endUtc: Date.UTC(2025, 9, 24, 22) / 1000 };
    expect(await server.exec(source.activitySql)).toMatchObject([{ '?column?': 1 }]);
    const statement = agentStatement({
      source,
      product: 'postgresql',
      windows: [{ ...day, zone: source.zone! }],
    });
    const parameters = [...statement.parameters];
    const sql = statement.sql.replace(/\?/g, () => String(parameters.shift()));
    expect(await server.exec(`${sql} ORDER BY 1`)).toMatchObject([
      {
        xl_agent: '7001            ',
        xl_activity: 1,
        xl_start: day.startUtc + 28_800,
        xl_end: day.startUtc + 57_600,
      },
      { xl_agent: '7002            ', xl_activity: 1, xl_start: day.startUtc + 30_000, xl_end: null },
    ]);
    expect(source).toMatchObject({ start: { kind: 'unix' }, span: { kind: 'end' }, minimumSeconds: 60 });
  });
});
