import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import odbc from 'odbc';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSampleHome } from '#engine/sample/home.ts';
import { parseWfmLoad, type WfmLoad } from '#shared/contract/wfm-load.ts';
import { getValue, parseIni } from '#shared/domain/ini/document.ts';
import { foreignLines, mappings, parseMap, parseSource } from '#shared/domain/mapping/document.ts';
import { compileScenario, runScenario } from '#shared/domain/scenario/index.ts';

const lastDay = '2026-11-21';
const system = 'Sample ACD';
let folder: string;
let wfm: WfmLoad;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'xlink-home-'));
  wfm = await createSampleHome({ homeFolder: folder, lastDay });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (name: string) => readFileSync(join(folder, name));
const settings = () => parseIni(read('isps_ul.ini'));
const map = () => parseMap(read('acd_map.ini'));
const listOf = (key: string) => getValue(settings(), system, key)!.split(';');

describe('the home of the sample', () => {
  it('holds settings, mappings, scripts and the database, and nothing else', () => {
    const scripts = mappings(map()).map((_, index) => `${index + 1}.BAS`);
    expect(readdirSync(folder).sort()).toEqual(
      ['acd_map.ini', 'isps_ul.ini', 'sample-acd.db', ...scripts].sort(),
    );
  });

  it('has text files whose lines all end in CRLF', () => {
    for (const name of readdirSync(folder).filter((file) => /\.(ini|BAS)$/.test(file))) {
      expect(read(name).toString().replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    }
  });

  it('comes with a document that wfm load takes', () => {
    const { queues, valueTypes, externalSystems } = parseWfmLoad(JSON.parse(JSON.stringify(wfm)));
    expect(queues!.filter((queue) => queue.parent === null).map((queue) => queue.name)).toEqual([
      'Customer service',
      'Technical support',
      'Outbound',
    ]);
    expect(valueTypes!.length).toBeGreaterThanOrEqual(5);
    expect(externalSystems).toEqual([
      { name: system, interface: 'universal', phoneLink: true, timeLink: true },
    ]);
  });
});

describe('the settings of the sample', () => {
  it('lead through ODBC to the database, with a function for each value type', async () => {
    const valueTypes = listOf('ValueTypes');
    const functions = listOf('ValueTypeFunctions');
    expect(functions).toHaveLength(valueTypes.length);
    const columns = valueTypes.map((name, at) => `${functions[at]}(${name}) AS ${name}`).join(', ');
    const from = getValue(settings(), system, 'CallDataTable');
    const sql = `SELECT ${columns} FROM ${from}`;
    const connection = await odbc.connect(getValue(settings(), system, 'Source')!);
    const database = new Database(join(folder, 'sample-acd.db'), { readonly: true });
    try {
      const [throughOdbc] = await connection.query<Record<string, unknown>>(sql);
      const numbers = Object.fromEntries(
        Object.entries(throughOdbc!).map(([name, value]) => [name, Number(value)]),
      );
      expect(numbers).toEqual(database.prepare(sql).get());
    } finally {
      database.close();
      await connection.close();
    }
  });

  it.each(['QueueSQL', 'QueueMappingSQL', 'ActivitySQL'])('have a statement that works: %s', async (key) => {
    const connection = await odbc.connect(getValue(settings(), system, 'Source')!);
    try {
      const rows = await connection.query<Record<string, unknown>>(getValue(settings(), system, key)!);
      expect(rows.length).toBe(key === 'ActivitySQL' ? 7 : 12);
    } finally {
      await connection.close();
    }
  });

  it('name the columns of the agents as they are', async () => {
    const columns = [
      'AgentColumn',
      'ActivityColumn',
      'ActivityStartTimeStampColumn',
      'ActivityEndTimeStampColumn',
    ]
      .map((key) => getValue(settings(), system, key))
      .join(', ');
    const table = getValue(settings(), system, 'AgentActivityTable');
    const database = new Database(join(folder, 'sample-acd.db'), { readonly: true });
    try {
      expect(database.prepare(`SELECT ${columns} FROM ${table}`).get()).toBeDefined();
    } finally {
      database.close();
    }
  });

  it('do not bring back a database that was moved away', async () => {
    const source = getValue(settings(), system, 'Source')!.replace('sample-acd.db', 'moved-away.db');
    await expect(odbc.connect(source)).rejects.toThrow();
    expect(readdirSync(folder)).not.toContain('moved-away.db');
  });
});

describe('the mappings of the sample', () => {
  it('cover about half of the queues and leave the rest to do', () => {
    expect(foreignLines(map())).toEqual([]);
    const mapped = new Set(mappings(map()).map((mapping) => mapping.target.queueId));
    expect(mapped.size).toBe(6);
    expect(mapped.size).toBeLessThan(wfm.queues!.length);
  });

  it('name queues, value types and parents that exist on both sides', () => {
    const database = new Database(join(folder, 'sample-acd.db'), { readonly: true });
    const externalQueues = database.prepare('SELECT name FROM queue').pluck().all();
    database.close();
    const valueTypes = listOf('ValueTypes');
    const queues = new Map(wfm.queues!.map((queue) => [queue.id, queue]));
    for (const { target, parentQueueId, database: name, entries } of mappings(map())) {
      expect(name).toBe('Sample');
      expect(queues.get(parentQueueId)?.name).toBe(queues.get(target.queueId)?.parent);
      expect(wfm.valueTypes!.map((valueType) => valueType.id)).toContain(target.valueTypeId);
      for (const { source } of entries) {
        const parsed = parseSource(source, [{ name: system, valueTypes }]);
        expect(parsed).toMatchObject({ system });
        if ('code' in parsed) continue;
        expect(externalQueues).toContain(parsed.path.join(':'));
        expect(valueTypes).toContain(parsed.valueType);
      }
    }
  });

  it('have one that adds two queues, and some with four figures', () => {
    const counts = mappings(map()).map((mapping) => mapping.entries.length);
    expect(counts).toContain(1);
    expect(counts).toContain(2);
    expect(counts).toContain(4);
  });
});

describe('the scripts of the sample', () => {
  const run = (name: string, paras: number[]) => {
    const { program } = compileScenario(read(name).toString());
    return runScenario(program!, { paras, weekday: 2, minutes: 600, startLocalSeconds: 0 });
  };
  const scriptOf = (queueId: number, valueTypeId: number) =>
    mappings(map()).find(({ target }) => target.queueId === queueId && target.valueTypeId === valueTypeId)!
      .script!.fileName;

  it('compile without a finding', () => {
    for (const { script, entries } of mappings(map())) {
      const { program, findings } = compileScenario(read(script!.fileName).toString());
      expect(findings).toEqual([]);
      expect(program!.paraCount).toBe(entries.length);
    }
  });

  it('give handling time per answered call, and 0 where none was answered', () => {
    const script = scriptOf(1002, 4);
    expect(run(script, [1000, 50, 150, 7])).toMatchObject({ ok: true, valueHundredths: 17142 });
    expect(run(script, [0, 0, 0, 0])).toMatchObject({ ok: true, valueHundredths: 0 });
  });

  it('give the service level in percent, and 100 where nothing was offered', () => {
    const script = scriptOf(1002, 5);
    expect(run(script, [7, 9])).toMatchObject({ ok: true, valueHundredths: 7777 });
    expect(run(script, [0, 0])).toMatchObject({ ok: true, valueHundredths: 10000 });
  });
});

describe('a home that is in use', () => {
  it.each(['isps_ul.ini', 'acd_map.ini', '7.bas'])('with %s is left as it is', async (name) => {
    const used = mkdtempSync(join(tmpdir(), 'xlink-home-'));
    try {
      writeFileSync(join(used, name), 'mine');
      await expect(createSampleHome({ homeFolder: used, lastDay })).rejects.toMatchObject({
        code: 'SAMPLE_HOME_IN_USE',
      });
      expect(readdirSync(used)).toEqual([name]);
      expect(readFileSync(join(used, name), 'utf8')).toBe('mine');
    } finally {
      rmSync(used, { recursive: true, force: true });
    }
  });
});
