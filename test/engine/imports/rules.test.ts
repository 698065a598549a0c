import { rm } from 'node:fs/promises';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { importJobs } from '#engine/imports/jobs.ts';
import {
  addCalls,
  callKeys,
  callTable,
  map,
  script,
  section,
  settings,
  smallCentre,
} from '../../support/acd.ts';
import { homeWith, importCalls, importWithNulls, storedValues } from '../../support/home.ts';
import type { SqliteFile } from '../../support/sqlite.ts';

/* The rules of docs/architecture.md, "The way of an import", each as a test. */

const day = { from: '2026-03-02', to: '2026-03-02' };
const at = (clock: string) => `2026-03-02T${clock}:00Z`;
const system = (name: string, database: SqliteFile, keys: Record<string, string> = {}) =>
  section(name, { Source: database.connectionString, ...callKeys, ...keys });

describe('missing figures', () => {
  it('an interval for which no source gave a figure keeps what is stored', async () => {
    const database = callTable([
      [at('08:00'), 'Sales', 10, 9],
      [at('08:15'), 'Sales', 5, 5],
    ]);
    const home = await homeWith(smallCentre(database));
    await importCalls(home, day);
    database.exec(`DELETE FROM calls WHERE offered = 5; UPDATE calls SET offered = 11, answered = NULL`);
    const run = await importCalls(home, day);
    expect(run).toMatchObject({ valuesWritten: 1, valuesUnchanged: 0 });
    expect(run.problems.map(({ code }) => code)).toEqual(['CHECK_FEWER_ROWS']);
    expect(await storedValues(home, 1, 1)).toEqual({ [at('08:00')]: 11, [at('08:15')]: 5 });
    expect(await storedValues(home, 1, 2)).toEqual({ [at('08:00')]: 9, [at('08:15')]: 5 });
  });

  it('where some sources of a mapping gave a figure the missing ones count as 0', async () => {
    const database = callTable([
      [at('08:00'), 'Sales', 10, 9],
      [at('08:00'), 'Support', 1, 1],
      [at('08:15'), 'Support', 2, 2],
      [at('08:30'), 'Sales', 4, null],
    ]);
    const files = smallCentre(database, {
      mapping: map('0:1:1=ACD:Sales:offered', '0:1:1=ACD:Support:offered', '0:1:2=ACD:Sales:answered'),
      scripts: {},
    });
    const home = await homeWith(files);
    await importCalls(home, day);
    expect(await storedValues(home, 1, 1)).toEqual({ [at('08:00')]: 11, [at('08:15')]: 2, [at('08:30')]: 4 });
    expect(await storedValues(home, 1, 2)).toEqual({ [at('08:00')]: 9 });
  });
});

describe('several systems in one mapping', () => {
  async function twoSystems() {
    const [one, other] = [
      callTable([[at('08:00'), 'Sales', 10, 9]]),
      callTable([
        [at('08:00'), 'Ventes', 100, 90],
        [at('08:15'), 'Ventes', 200, 180],
      ]),
    ];
    const home = await homeWith(
      smallCentre(one, {
        settings: settings(system('ACD', one), system('Branch', other)),
        mapping: map(
          '0:1:1=ACD:Sales:offered',
          '0:1:1=Branch:Ventes:offered',
          '0:1:2=ACD:Sales:answered',
          '0:2:1=Branch:Ventes:offered',
        ),
        scripts: {},
        wfm: {
          queues: [
            { id: 1, name: 'Hotline', timeZone: 'UTC' },
            { id: 2, name: 'Branch', timeZone: 'UTC' },
          ],
          valueTypes: [
            { id: 1, name: 'Offered' },
            { id: 2, name: 'Answered' },
          ],
        },
      }),
    );
    return { home, one, other };
  }

  it('are read together, whichever of them is chosen', async () => {
    const { home } = await twoSystems();
    const run = await importCalls(home, { ...day, systems: ['Branch'] });
    expect(run).toMatchObject({ status: 'completed' });
    expect(await storedValues(home, 1, 1)).toEqual({ [at('08:00')]: 110, [at('08:15')]: 200 });
    expect(await storedValues(home, 2, 1)).toEqual({ [at('08:00')]: 100, [at('08:15')]: 200 });
  });

  it('one of them down: what it feeds is left out and reported, the rest is imported', async () => {
    const { home, other } = await twoSystems();
    await rm(other.path);
    other.exec('CREATE TABLE something_else (x)');
    const run = await importCalls(home, day);
    expect(run.status).toBe('completed-with-problems');
    expect(run.problems.map(({ code, system: name }) => `${name} ${code}`).sort()).toEqual([
      'Branch ODBC_TABLE_MISSING',
      'Branch ODBC_TABLE_MISSING',
    ]);
    expect(
      run.problems.some(({ message }) =>
        message.includes('Values fed by Branch too were left out: resume the run'),
      ),
    ).toBe(true);
    expect(await storedValues(home, 1, 1)).toEqual({});
    expect(await storedValues(home, 1, 2)).toEqual({ [at('08:00')]: 9 });
    expect(await storedValues(home, 2, 1)).toEqual({});
  });

  it('the first of them down: nothing that it feeds is written', async () => {
    const { home, one } = await twoSystems();
    await rm(one.path);
    one.exec('CREATE TABLE something_else (x)');
    const run = await importCalls(home, day);
    expect(run.status).toBe('completed-with-problems');
    expect(run.days).toMatchObject([
      { system: 'ACD', state: 'failed' },
      { system: 'Branch', state: 'done' },
    ]);
    expect(await storedValues(home, 1, 1)).toEqual({});
    expect(await storedValues(home, 2, 1)).toEqual({ [at('08:00')]: 100, [at('08:15')]: 200 });
  });
});

describe('intervals', () => {
  it('a source coarser than its WFM queue is not divided; neither is one that lies across', async () => {
    for (const [sourceMinutes, queueMinutes, code] of [
      ['30', 15, 'INTERVAL_COARSER'],
      ['20', 30, 'INTERVAL_ACROSS'],
    ] as const) {
      const database = callTable([[at('08:00'), 'Sales', 10, 9]]);
      const files = smallCentre(database);
      const home = await homeWith({
        ...files,
        settings: settings(system('ACD', database, { Interval: sourceMinutes })),
        mapping: map('0:1:1=ACD:Sales:offered', '0:2:1=ACD:Sales:offered'),
        wfm: {
          ...files.wfm,
          queues: [
            { id: 1, name: 'Hotline', timeZone: 'UTC', intervalMinutes: queueMinutes },
            { id: 2, name: 'Hourly', timeZone: 'UTC', intervalMinutes: 60 },
          ],
        },
      });
      const run = await importCalls(home, day);
      expect(run).toMatchObject({
        status: 'completed-with-problems',
        problems: [{ code, system: 'ACD', queueId: 1, valueTypeId: 1 }],
      });
      expect(await storedValues(home, 1, 1)).toEqual({});
      expect(await storedValues(home, 2, 1)).toEqual({ [at('08:00')]: 10 });
    }
  });

  it('finer ones and single calls are summed', async () => {
    const database = callTable([
      [at('08:00'), 'Sales', 1, 1],
      [at('08:14'), 'Sales', 2, 1],
      [at('08:59'), 'Sales', 4, 1],
      [at('09:00'), 'Sales', 8, 1],
    ]);
    const files = smallCentre(database, { settings: settings(system('ACD', database, { Interval: '0' })) });
    const home = await homeWith({
      ...files,
      wfm: { ...files.wfm, queues: [{ id: 1, name: 'Hotline', timeZone: 'UTC', intervalMinutes: 60 }] },
    });
    await importCalls(home, day);
    expect(await storedValues(home, 1, 1)).toEqual({ [at('08:00')]: 7, [at('09:00')]: 8 });
  });

  it('that are not over are not taken, not even as 0', async () => {
    const nowMs = Date.now();
    const quarterMs = 900_000;
    const thisQuarter = Math.floor(nowMs / quarterMs) * quarterMs;
    const iso = (ms: number) => new Date(ms).toISOString().replace('.000Z', 'Z');
    const database = callTable([
      [iso(thisQuarter - quarterMs), 'Sales', 1, 1],
      [iso(thisQuarter), 'Sales', 2, 2],
      [iso(thisQuarter + quarterMs), 'Sales', 3, 3],
    ]);
    const home = await homeWith(
      smallCentre(database, { settings: settings(system('ACD', database, { DelayMinutes: '0' })) }),
    );
    const [yesterday, tomorrow] = [-1, 1].map((days) => iso(nowMs + days * 86_400_000).slice(0, 10));
    const run = await importWithNulls(home, { from: yesterday!, to: tomorrow! });
    expect(run.rowsRead).toBe(3);
    const values = await storedValues(home, 1, 1);
    const last = Object.keys(values).at(-1)!;
    // The quarter in which the test began may have ended meanwhile, but not the one after it.
    expect(values[iso(thisQuarter - quarterMs)]).toBe(1);
    expect([iso(thisQuarter - quarterMs), iso(thisQuarter)]).toContain(last);
  });
});

describe('scripts', () => {
  it('that fail in one interval lose that one only, and are counted by day with the first place', async () => {
    const database = callTable(
      [at('08:00'), at('08:15'), at('08:30'), '2026-03-03T10:00:00Z'].map((stamp, index) => [
        stamp,
        'Sales',
        index === 1 ? 5 : 0,
        7,
      ]),
    );
    const home = await homeWith(
      smallCentre(database, {
        scripts: { 1: script(1, 'Result = 100 / Para1 * 100'), 2: script(1, 'Result = Para1 * 100') },
      }),
    );
    const run = await importCalls(home, { from: '2026-03-02', to: '2026-03-03' });
    expect(run.status).toBe('completed-with-problems');
    expect(run.problems).toMatchObject([
      { day: '2026-03-02', startUtc: '2026-03-02T08:00:00.000Z', script: '1.BAS', line: 7, count: 2 },
      { day: '2026-03-03', startUtc: '2026-03-03T10:00:00.000Z', script: '1.BAS', line: 7, count: 1 },
    ]);
    expect(await storedValues(home, 1, 1)).toEqual({ [at('08:15')]: 20 });
    expect(Object.keys(await storedValues(home, 1, 2)).length).toBe(4);
  });

  it('get weekday and minutes of the interval in the zone of the WFM queue', async () => {
    // Sunday 23:30 in UTC is Monday 00:30 in Paris.
    const database = callTable([['2026-03-01T23:30:00Z', 'Sales', 1, 1]]);
    const files = smallCentre(database, {
      scripts: { 1: script(1, 'Result = Weekday * 100'), 2: script(1, 'Result = Minutes * 100') },
    });
    const home = await homeWith({
      ...files,
      wfm: { ...files.wfm, queues: [{ id: 1, name: 'Hotline', timeZone: 'Europe/Paris' }] },
    });
    await importCalls(home, day);
    expect(await storedValues(home, 1, 1)).toEqual({ '2026-03-01T23:30:00Z': 2 });
    expect(await storedValues(home, 1, 2)).toEqual({ '2026-03-01T23:30:00Z': 30 });
  });

  it('give hundredths, cut off and never rounded', async () => {
    const database = callTable([
      [at('08:00'), 'Sales', 115, 9],
      [at('08:15'), 'Sales', 2, 9],
      [at('08:30'), 'Sales', -2, 9],
    ]);
    const home = await homeWith(
      smallCentre(database, {
        scripts: { 1: script(1, 'Result = Para1 / 100 * 100'), 2: script(1, 'Result = (Para1 / 7) * 100') },
      }),
    );
    await importCalls(home, day);
    expect(await storedValues(home, 1, 1)).toEqual({
      [at('08:00')]: 1.15,
      [at('08:15')]: 0.02,
      [at('08:30')]: -0.02,
    });
    expect(await storedValues(home, 1, 2)).toMatchObject({ [at('08:00')]: 1.28 });
  });

  it('that cannot be computed whole leave their mapping out, each with its reason, and the rest is imported', async () => {
    const database = callTable([[at('08:00'), 'Sales', 10, 9]]);
    const files = smallCentre(database);
    const home = await homeWith({
      ...files,
      mapping: map(
        '0:1:1=ACD:Sales:offered',
        '0:1:1=$1.BAS',
        '0:1:2=ACD:Sales:answered',
        '0:1:2=$22.BAS',
        '0:1:3=ACD:Sales:answered',
        '0:1:3=$3.BAS',
        '0:1:4=ACD:Sales:answered',
        '0:1:4=$4.BAS',
        '0:1:5=ACD:Sales:waiting',
        '0:9:1=ACD:Sales:offered',
        '0:1:9=ACD:Sales:offered',
        '0:1:6=Nowhere:Sales:offered',
        '0:1:6=ACD:Sales:offered',
      ),
      scripts: {
        1: script(1, 'Result = Para1 * 100'),
        3: 'Sub Main(\r\n',
        4: script(2, 'Result = Para1 + Para2'),
      },
      wfm: {
        ...files.wfm,
        valueTypes: [1, 2, 3, 4, 5, 6].map((id) => ({ id, name: `Value ${id}` })),
      },
    });
    const run = await importCalls(home, day);
    expect(run.status).toBe('completed-with-problems');
    expect(run.problems.map(({ code, queueId, valueTypeId }) => `${queueId}/${valueTypeId} ${code}`)).toEqual(
      [
        '1/2 SCENARIO_MISSING',
        '1/3 SCENARIO_INVALID',
        '1/4 SCENARIO_PARA_MISSING',
        '1/5 MAPPING_SOURCE_UNKNOWN',
        '9/1 MAPPING_TARGET_UNKNOWN',
        '1/9 MAPPING_TARGET_UNKNOWN',
        '1/6 MAPPING_SOURCE_UNKNOWN',
      ],
    );
    expect(run.valuesWritten).toBe(1);
  });
});

describe('sources', () => {
  it('that return nothing for what is mapped are no success: NOTHING_READ, and what is stored stays', async () => {
    const database = callTable([[at('08:00'), 'Sales', 10, 9]]);
    const home = await homeWith(smallCentre(database));
    await importCalls(home, day);
    const run = await importCalls(home, { from: '2026-03-05', to: '2026-03-06' });
    expect(run).toMatchObject({
      status: 'completed-with-problems',
      rowsRead: 0,
      problems: [{ code: 'NOTHING_READ', count: 1 }],
    });
    expect(await storedValues(home, 1, 1)).toEqual({ [at('08:00')]: 10 });
    const [only] = (await importCalls(home, { from: '2026-03-02', to: '2026-03-06' })).problems;
    expect(only).toBeUndefined();
  });

  it('that no longer list a mapped queue are reported once, and its figures read where there are any', async () => {
    const database = callTable([
      [at('08:00'), 'Sales', 10, 9],
      ['2026-03-03T08:00:00Z', 'Sales', 20, 19],
    ]);
    const home = await homeWith(
      smallCentre(database, {
        settings: settings(system('ACD', database, { QueueSQL: "SELECT 'Support'" })),
      }),
    );
    const run = await importCalls(home, { from: '2026-03-02', to: '2026-03-03' });
    expect(run).toMatchObject({
      status: 'completed-with-problems',
      problemCount: 1,
      problems: [{ code: 'EXTERNAL_QUEUE_MISSING', system: 'ACD', queueId: 1, queue: 'Hotline' }],
      valuesWritten: 4,
    });
  });

  it('are read through value types of any function; without ValueTypes, count counts rows', async () => {
    const database = callTable([
      [at('08:00'), 'Sales', 4, null],
      [at('08:00'), 'Sales', 8, 3],
      [at('08:05'), 'Sales', 9, 1],
    ]);
    const functions: [string, string, string, number | undefined][] = [
      ['offered', 'SUM', 'offered', 21],
      ['offered', 'avg', 'offered', 7],
      ['offered', 'MIN', 'offered', 4],
      ['offered', 'Max', 'OFFERED', 9],
      ['answered', 'COUNT', 'answered', 2],
      ['answered', 'AVG', 'answered', 2],
      ['', 'count', 'count', 3],
    ];
    for (const [valueTypes, how, mapped, value] of functions) {
      const keys = { ValueTypes: valueTypes, ValueTypeFunctions: how };
      const files = smallCentre(database, {
        settings: settings(system('ACD', database, keys)),
        mapping: map(`0:1:1=ACD:Sales:${mapped}`),
        scripts: {},
      });
      const home = await homeWith(files);
      expect(await importCalls(home, day)).toMatchObject({ status: 'completed', problems: [] });
      expect(await storedValues(home, 1, 1), `${how}(${valueTypes})`).toEqual({ [at('08:00')]: value });
    }
  });
});

describe('a run that is resumed', () => {
  it('tells each problem once, with what the run met before', async () => {
    const database = callTable([
      [at('08:00'), 'Sales', 10, 9],
      ['2026-03-03T08:00:00Z', 'Sales', 10, 9],
    ]);
    const home = await homeWith(
      smallCentre(database, {
        mapping: map('0:1:1=ACD:Sales:offered', '0:1:1=$1.BAS', '0:1:2=ACD:Sales:answered', '0:1:2=$2.BAS'),
        scripts: { 1: script(1, 'Result = 100 / (Para1 - 10) * 100') },
      }),
    );
    const jobs = importJobs(home, 'cli');
    const runId = await jobs.start({ from: '2026-03-01', to: '2026-03-03' });
    await jobs.cancel(runId);
    const cancelled = await jobs.read(runId);
    expect(cancelled.status).toBe('cancelled');
    await jobs.resume(runId);
    await jobs.watch(runId, new AbortController().signal, () => {});
    const run = await jobs.read(runId);
    const expected = [
      'SCENARIO_MISSING undefined',
      'SCENARIO_DIVISION_BY_ZERO 2026-03-02',
      'SCENARIO_DIVISION_BY_ZERO 2026-03-03',
    ];
    expect(run.problems.map(({ code, day: of }) => `${code} ${of}`).sort()).toEqual(expected.sort());
    expect(run).toMatchObject({ status: 'completed-with-problems', problemCount: 3, rowsRead: 2 });
    expect(await home.store.run(runId)).toMatchObject({ problemCount: 3 });
  });
});

describe('WFM', () => {
  it('gets no values for queues that are not active', async () => {
    const files = smallCentre(callTable([[at('08:00'), 'Sales', 10, 9]]), {
      mapping: map('0:1:1=ACD:Sales:offered', '0:2:1=ACD:Sales:offered'),
      scripts: {},
    });
    const home = await homeWith({
      ...files,
      wfm: {
        ...files.wfm,
        queues: [
          { id: 1, name: 'Hotline', timeZone: 'UTC' },
          { id: 2, name: 'Closed', timeZone: 'UTC', active: false },
        ],
      },
    });
    expect(await importCalls(home, day)).toMatchObject({ status: 'completed', valuesWritten: 1 });
    expect(await storedValues(home, 2, 1)).toEqual({});
    await home.store.load({ queues: [{ id: 1, name: 'Hotline', active: false }] });
    expect(await importCalls(home, day)).toMatchObject({
      status: 'failed',
      error: { code: 'NOTHING_MAPPED' },
    });
  });

  it('keeps the values that a run replaced, so that it can be undone', async () => {
    const database = callTable([
      [at('08:00'), 'Sales', 10, 9],
      [at('08:15'), 'Sales', 5, 5],
    ]);
    const home = await homeWith(smallCentre(database));
    await importCalls(home, day);
    database.exec('UPDATE calls SET offered = 12 WHERE offered = 10');
    addCalls(database, [[at('08:30'), 'Sales', 1, 5]]);
    const run = await importCalls(home, day);
    expect(run).toMatchObject({ valuesWritten: 3, valuesUnchanged: 3 });

    const store = new Database(path.join(home.paths.folder, 'wfm.db'), { readonly: true });
    const replaced = store
      .prepare('SELECT queue_id, value_type_id, day, values_hundredths FROM replaced_values WHERE run_id = ?')
      .all(run.runId) as { value_type_id: number; values_hundredths: string | null }[];
    store.close();
    expect(replaced.map((row) => row.value_type_id)).toEqual([1, 2]);
    const values = JSON.parse(replaced[0]?.values_hundredths ?? '[]') as (number | null)[];
    expect(values.slice(32, 35)).toEqual([1000, 500, null]);
  });

  it('gets exactly the days asked for, by the clock of each queue', async () => {
    const rows = Array.from({ length: 4 * 96 }, (_, index) => {
      const stamp = new Date(Date.UTC(2026, 2, 1) + index * 900_000).toISOString();
      return [stamp, 'Sales', 1, 1] as const;
    });
    const files = smallCentre(callTable(rows), {
      mapping: map('0:1:1=ACD:Sales:offered', '0:2:1=ACD:Sales:offered'),
      scripts: {},
    });
    const home = await homeWith({
      ...files,
      wfm: {
        ...files.wfm,
        queues: [
          { id: 1, name: 'Auckland', timeZone: 'Pacific/Auckland' },
          { id: 2, name: 'Los Angeles', timeZone: 'America/Los_Angeles' },
        ],
      },
    });
    await importCalls(home, day);
    const bounds = async (queueId: number) => {
      const starts = Object.keys(await storedValues(home, queueId, 1));
      return [starts.length, starts[0], starts.at(-1)];
    };
    expect(await bounds(1)).toEqual([96, '2026-03-01T11:00:00Z', '2026-03-02T10:45:00Z']);
    expect(await bounds(2)).toEqual([96, '2026-03-02T08:00:00Z', '2026-03-03T07:45:00Z']);
  });
});
