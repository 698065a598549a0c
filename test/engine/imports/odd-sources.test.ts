import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { checkHome } from '#engine/check/check-home.ts';
import type { Home } from '#engine/home/home.ts';
import { mappingViews } from '#engine/home/mapping.ts';
import { readExternalTree } from '#engine/interfaces/external-tree.ts';
import { callKeys, callTable, map, section, settings, smallCentre } from '../../support/acd.ts';
import { homeWith, importCalls, storedValues } from '../../support/home.ts';
import { type PostgresServer, startPostgres } from '../../support/postgres.ts';
import { sqliteFile } from '../../support/sqlite.ts';

const day = { from: '2026-03-02', to: '2026-03-02' };

function database(sql: string) {
  const made = sqliteFile(sql);
  onTestFinished(made.remove);
  return made;
}

/** Splits of a CMS, each mapped line feeding one WFM queue of its own. */
function cmsHome(connectionString: string, sources: readonly string[], keys = {}): Promise<Home> {
  const tables = { SplitTable: 'hsplit', VDNTable: 'hvdn', SynonymsTable: 'synonyms' };
  return homeWith({
    settings: settings(section('CMS', { Source: connectionString, ...tables, TimeZone: 'UTC', ...keys })),
    mapping: map(...sources.map((source, index) => `0:${index + 1}:1=CMS:${source}:CALLSOFFERED`)),
    wfm: {
      queues: sources.map((name, index) => ({ id: index + 1, name, timeZone: 'UTC', intervalMinutes: 15 })),
      valueTypes: [{ id: 1, name: 'Offered' }],
      externalSystems: [{ name: 'CMS', interface: 'avaya-cms', phoneLink: true, timeLink: false }],
    },
  });
}

const cmsTables = (dateType: string, figureType = 'INTEGER') => `
  CREATE TABLE hsplit (row_date ${dateType}, starttime INTEGER, intrvl INTEGER, acd INTEGER, split INTEGER,
    callsoffered ${figureType});
  CREATE TABLE hvdn (row_date ${dateType}, starttime INTEGER, intrvl INTEGER, acd INTEGER, vdn VARCHAR(10));
  CREATE TABLE synonyms (acd_no INTEGER, item_type VARCHAR(10), item_name VARCHAR(40), value VARCHAR(40));`;

describe('a system whose interface the program does not have', () => {
  it('is an error of its own: the other systems are imported, shown and checked', async () => {
    const calls = callTable([['2026-03-02T08:00:00Z', 'Sales', 5, 4]]);
    const { wfm, mapping } = smallCentre(calls);
    const home = await homeWith({
      ...smallCentre(calls),
      settings: settings(
        section('ACD', { Source: calls.connectionString, ...callKeys }),
        section('Newer', { Source: calls.connectionString }),
      ),
      mapping: mapping + map('0:1:3=Newer:Sales:offered'),
      wfm: {
        ...wfm,
        valueTypes: [...(wfm.valueTypes ?? []), { id: 3, name: 'Other' }],
        externalSystems: [
          { name: 'ACD', interface: 'universal', phoneLink: true, timeLink: false },
          { name: 'Newer', interface: 'of-a-later-release', phoneLink: true, timeLink: true },
        ],
      },
    });

    const run = await importCalls(home, day);
    expect(run.status).toBe('completed-with-problems');
    expect(run.problems.map(({ code, system }) => [code, system])).toContainEqual([
      'SECTION_INVALID',
      'Newer',
    ]);
    expect(await storedValues(home, 1, 1)).toEqual({ '2026-03-02T08:00:00Z': 5 });
    expect(await mappingViews(home)).toHaveLength(3);
    const findings = await checkHome(home);
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code, system }) => [code, system])).toEqual([['INTERFACE_UNKNOWN', 'Newer']]);
  });
});

describe('queues of one name', () => {
  it('are all in the tree, and a queue that is really called like a made-up name keeps its own', async () => {
    const cms = database(`${cmsTables('VARCHAR(10)')}
      INSERT INTO synonyms VALUES (1, 'split', 'A (3)', '1'), (1, 'split', 'A', '2'), (1, 'split', 'A', '3'),
        (1, 'split', 'A', '4');
      INSERT INTO hsplit VALUES ('2026-03-02', 800, 15, 1, 1, 10), ('2026-03-02', 800, 15, 1, 2, 20),
        ('2026-03-02', 800, 15, 1, 3, 30), ('2026-03-02', 800, 15, 1, 4, 40);`);
    const names = ['1:Split:A (3)', '1:Split:A', '1:Split:A (3) (3)', '1:Split:A (4)'];
    const home = await cmsHome(cms.connectionString, names);

    const { kinds } = await readExternalTree(home, 'CMS');
    expect(kinds[0]!.queues.map((path) => path.join(':'))).toEqual(names);
    await importCalls(home, day);
    for (const [index, offered] of [10, 20, 30, 40].entries()) {
      expect(await storedValues(home, index + 1, 1)).toEqual({ '2026-03-02T08:00:00Z': offered });
    }
  });
});

describe('a queue with two names', () => {
  it('stands once in the tree and is read by either', async () => {
    const cms = database(`${cmsTables('VARCHAR(10)')}
      INSERT INTO synonyms VALUES (1, 'split', 'Hotline', '1'), (1, 'split', 'Hotline, old', '1');
      INSERT INTO hsplit VALUES ('2026-03-02', 800, 15, 1, 1, 10);`);
    const home = await cmsHome(cms.connectionString, ['1:Split:Hotline', '1:Split:Hotline, old']);
    const { kinds } = await readExternalTree(home, 'CMS');
    expect(kinds[0]!.queues).toEqual([['1', 'Split', 'Hotline']]);
    expect(await importCalls(home, day)).toMatchObject({ status: 'completed', problems: [] });
    expect(await storedValues(home, 1, 1)).toEqual({ '2026-03-02T08:00:00Z': 10 });
    expect(await storedValues(home, 2, 1)).toEqual({ '2026-03-02T08:00:00Z': 10 });
  });
});

describe('a mapped queue with another number of levels than the key', () => {
  const levels = async (queueSql: string, ...paths: readonly string[]) => {
    const acd =
      database(`CREATE TABLE calls (stamp INTEGER, site VARCHAR(20), queue VARCHAR(20), offered INTEGER,
        answered INTEGER);
      INSERT INTO calls VALUES (1772438400, 'North', 'Sales', 1, 0), (1772438400, 'South', NULL, 2, 0),
        (1772438400, 'South', 'A:B', 4, 0);`);
    const keys = { ...callKeys, QueueSQL: queueSql, QueueNameColumn: 'site;queue' };
    const home = await homeWith({
      settings: settings(section('ACD', { Source: acd.connectionString, ...keys })),
      mapping: map(...paths.map((path, index) => `0:${index + 1}:1=ACD:${path}:offered`)),
      wfm: {
        queues: paths.map((name, index) => ({ id: index + 1, name, timeZone: 'UTC', intervalMinutes: 15 })),
        valueTypes: [{ id: 1, name: 'Offered' }],
      },
    });
    return { home, run: await importCalls(home, day) };
  };

  it('is reported, and the other queues are imported', async () => {
    const both = 'SELECT DISTINCT site, queue FROM calls ORDER BY 1, 2';
    const { home, run } = await levels(both, 'North:Sales', 'South', 'South:A:B', 'South:Gone:for good');
    expect(run.problems.map(({ code, details }) => [code, details?.externalQueue])).toEqual([
      ['EXTERNAL_QUEUE_MISSING', 'South'],
      ['EXTERNAL_QUEUE_MISSING', 'South › Gone › for good'],
    ]);
    expect(await storedValues(home, 1, 1)).toEqual({ '2026-03-02T08:00:00Z': 1 });
    expect(await storedValues(home, 3, 1)).toEqual({ '2026-03-02T08:00:00Z': 4 });
  });

  it('is an error of the section where QueueSQL gives no queue with as many levels', async () => {
    const { run } = await levels('SELECT DISTINCT site FROM calls', 'North', 'South');
    expect(run).toMatchObject({ status: 'failed', error: { code: 'QUEUE_LEVELS' } });
  });
});

describe('more queues than a statement lists', () => {
  const names = Array.from({ length: 502 }, (_, index) => `Queue ${index}`);
  const importAll = async (columnType: string, listed: readonly string[], rows: readonly string[]) => {
    const acd = database(`CREATE TABLE names (name VARCHAR(40));
      CREATE TABLE calls (stamp INTEGER, queue ${columnType}, offered INTEGER, answered INTEGER);
      INSERT INTO names VALUES ${listed.map((name) => `('${name}')`).join(',')};
      INSERT INTO calls VALUES ${rows.map((name) => `(1772438400, '${name}', 1, 0)`).join(',')};`);
    const keys = { ...callKeys, QueueSQL: 'SELECT name FROM names' };
    const home = await homeWith({
      settings: settings(section('ACD', { Source: acd.connectionString, ...keys })),
      mapping: map(...names.map((name, index) => `0:${index + 1}:1=ACD:${name}:offered`)),
      wfm: {
        queues: names.map((name, index) => ({ id: index + 1, name, timeZone: 'UTC', intervalMinutes: 15 })),
        valueTypes: [{ id: 1, name: 'Offered' }],
      },
    });
    return { home, run: await importCalls(home, day) };
  };

  it('are found in whatever case the call data writes them', async () => {
    const written = names.map((name, index) => (index % 2 === 0 ? name : name.toUpperCase()));
    const { home, run } = await importAll('VARCHAR(40) COLLATE NOCASE', names, written);
    expect(run).toMatchObject({ status: 'completed', rowsRead: 502, valuesWritten: 502 });
    expect(await storedValues(home, 2, 1)).toEqual({ '2026-03-02T08:00:00Z': 1 });
  });

  it('do not take the calls of a queue that differs in case and is not mapped', async () => {
    const others = names.slice(0, 10).map((name) => name.toUpperCase());
    const { run } = await importAll('VARCHAR(40)', [...names, ...others], [...names, ...others]);
    expect(run).toMatchObject({ status: 'completed', rowsRead: 502, valuesWritten: 502 });
  });
});

describe('rows of an interval table that are not as they should be', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());

  it.each([
    ['text with a time of the day', 'UTC'],
    ['text with a time of the day', 'America/Los_Angeles'],
    ['text with a time of the day', 'Pacific/Auckland'],
  ])('%s in the column of dates loses no row of a source in %s %s', async (_, zone) => {
    const rows = Array.from({ length: 72 }, (_unused, hour) => {
      const date = `2026-03-0${1 + Math.floor(hour / 24)} 00:00:00`;
      return `('${date}', ${(hour % 24) * 100}, 15, 1, 1, 1)`;
    });
    const cms = database(`${cmsTables('VARCHAR(20)')} INSERT INTO hsplit VALUES ${rows.join(',')};`);
    const home = await cmsHome(cms.connectionString, ['1:Split:1'], { TimeZone: zone });
    const run = await importCalls(home, { from: '2026-02-28', to: '2026-03-05' });
    expect(run).toMatchObject({ status: 'completed', valuesWritten: 72 });
  });

  it('date/times in the column of dates lose no row of the last day', async () => {
    await server.exec(`${cmsTables('TIMESTAMP')}
      INSERT INTO hsplit SELECT TIMESTAMP '2026-03-01 09:30:00' + MAKE_INTERVAL(days => h / 24), h % 24 * 100, 15, 1, 1, 1
        FROM generate_series(0, 71) h;`);
    const zone = { TimeZone: 'America/Los_Angeles' };
    const home = await cmsHome(server.connectionString, ['1:Split:1'], zone);
    const run = await importCalls(home, { from: '2026-02-28', to: '2026-03-05' });
    expect(run).toMatchObject({ status: 'completed', valuesWritten: 72 });
    await server.exec('DROP TABLE hsplit, hvdn, synonyms');
  });

  it('figures that are infinite or no number at all leave the interval as it was, and are told', async () => {
    await server.exec(`${cmsTables('DATE', 'FLOAT8')}
      INSERT INTO hsplit VALUES ('2026-03-02', 800, 15, 1, 1, 'Infinity'), ('2026-03-02', 815, 15, 1, 1, 'NaN'),
        ('2026-03-02', 830, 15, 1, 1, 3);`);
    const home = await cmsHome(server.connectionString, ['1:Split:1']);
    const run = await importCalls(home, day);
    expect(await storedValues(home, 1, 1)).toEqual({ '2026-03-02T08:30:00Z': 3 });
    expect(run.problems).toMatchObject([{ code: 'VALUE_NOT_A_NUMBER', count: 2 }]);
    await server.exec('DROP TABLE hsplit, hvdn, synonyms');
  });

  it('a length of the row beyond all reason spoils intervals, not the import', async () => {
    const cms = database(`${cmsTables('VARCHAR(10)')}
      INSERT INTO hsplit VALUES ('2026-03-02', 800, 15, 1, 1, 5), ('2026-03-02', 900, 900000000000, 1, 1, 7),
        ('2026-03-02', 815, 0, 1, 1, 6), ('2026-03-02', 830, NULL, 1, 1, 4);`);
    const home = await cmsHome(cms.connectionString, ['1:Split:1'], { CoarserInterval: 'split' });
    const run = await importCalls(home, day);
    expect(run).toMatchObject({ rowsRead: 4 });
    expect(await storedValues(home, 1, 1)).toMatchObject({
      '2026-03-02T08:00:00Z': 5,
      '2026-03-02T08:15:00Z': 6,
      '2026-03-02T08:30:00Z': 4,
    });
  });
});
