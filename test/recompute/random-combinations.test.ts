import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Home } from '#engine/home/home.ts';
import { map, section, settings } from '../support/acd.ts';
import { homeWith, importCalls, importWithNulls } from '../support/home.ts';
import { requireOdbcDriver } from '../support/throwAwayServer.ts';
import { randomCase, type SourceCase } from './cases.ts';
import { pythonZones, recompute } from './program.ts';
import { randomFrom } from './random.ts';
import { storedIn } from './stored.ts';
import { otherZones, type Window, windows } from './windows.ts';

/*
 * Random sources (zones, intervals, kinds of time stamps, clock changes, decimals, nulls) imported, and every stored value
 * compared with what a program in Python computes from the same rows by the rules of docs/architecture.md alone.
 * XLINK_RECOMPUTE_SEED and XLINK_RECOMPUTE_CASES (for each window of days) give other ones.
 */
const seed = Number(process.env.XLINK_RECOMPUTE_SEED ?? 1);
const casesPerWindow = Number(process.env.XLINK_RECOMPUTE_CASES ?? 17);

beforeAll(async () => {
  requireOdbcDriver('SQLite3', 'libsqliteodbc');
  const zones = [...new Set([...otherZones, ...windows.flatMap((window) => window.zones)])];
  const { unknown, python, zoneData } = await pythonZones(zones);
  console.info(
    `Python ${python}, zones of ${zoneData}; Node ${process.version}, zones of ${process.versions.tz}`,
  );
  if (unknown.length > 0)
    throw new Error(`Python has no data of ${unknown.join(', ')}. Install the package tzdata.`);
});

function sourceOf(cases: readonly SourceCase[]): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'xlink-recompute-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'acd.db');
  const database = new Database(file);
  database.exec(`CREATE TABLE hvdn (row_date VARCHAR(10), starttime INTEGER, intrvl INTEGER, acd INTEGER, vdn VARCHAR(10));
    CREATE TABLE synonyms (acd_no INTEGER, item_type VARCHAR(10), item_name VARCHAR(40), value VARCHAR(40));`);
  for (const { createSql, table, rows } of cases) {
    database.exec(createSql);
    const width = rows[0]?.length ?? 0;
    if (width === 0) continue;
    const insert = database.prepare(`INSERT INTO ${table} VALUES (${Array(width).fill('?').join(', ')})`);
    database.transaction(() => {
      for (const row of rows) insert.run(...row);
    })();
  }
  database.close();
  return file;
}

const stampTypes: Partial<Record<SourceCase['kind'], string>> = { unix: '1', datetime: '2' };

function sectionOf(one: SourceCase, file: string): string {
  const common = {
    Source: `Driver=SQLite3;Database=${file}`,
    ...(one.sourceZone ? { TimeZone: one.sourceZone } : {}),
    ...(one.split ? { CoarserInterval: 'split' } : {}),
  };
  if (one.kind === 'date-hhmm') {
    const tables = { SplitTable: one.table, VDNTable: 'hvdn', SynonymsTable: 'synonyms' };
    return section(`S${one.id}`, { ...common, ...tables });
  }
  const isFormat = stampTypes[one.kind] === undefined && !one.kind.startsWith('iso');
  return section(`S${one.id}`, {
    ...common,
    QueueSQL: `SELECT DISTINCT queue FROM ${one.table}`,
    CallDataTable: one.table,
    QueueNameColumn: 'queue',
    TimeStampColumn: 'stamp',
    TimeStampType: stampTypes[one.kind] ?? '0',
    ...(isFormat ? { TimeStampFormat: one.kind } : {}),
    ...(one.isEnd ? { TimeStampIs: 'end' } : {}),
    ...(one.hasZoneColumn ? { TimeStampZoneColumn: 'zone' } : {}),
    ...(one.interval === null ? {} : { Interval: String(one.interval) }),
    ValueTypes: one.figures.map(({ column }) => column).join(';'),
    ValueTypeFunctions: one.figures.map((figure) => figure.function).join(';'),
  });
}

function mapOf(one: SourceCase): string {
  return map(
    ...one.mappings.flatMap(({ queueId, valueTypeId, sources }) =>
      sources.map(({ key, figure }) => {
        const queue = one.kind === 'date-hhmm' ? `1:Split:${key}` : key;
        return `0:${queueId}:${valueTypeId}=S${one.id}:${queue}:${figure}`;
      }),
    ),
  );
}

function homeOf(cases: readonly SourceCase[], file: string): Promise<Home> {
  const queues = new Map(
    cases.flatMap((one) =>
      one.mappings.map(({ queueId, zone, minutes }) => [
        queueId,
        { id: queueId, name: `Queue ${queueId}`, timeZone: zone, intervalMinutes: minutes },
      ]),
    ),
  );
  return homeWith({
    settings: settings(...cases.map((one) => sectionOf(one, file))),
    mapping: cases.map(mapOf).join(''),
    wfm: {
      queues: [...queues.values()],
      valueTypes: [1, 2, 3, 9].map((id) => ({ id, name: `Value ${id}` })),
      externalSystems: cases.map(({ id, kind }) => ({
        name: `S${id}`,
        interface: kind === 'date-hhmm' ? 'avaya-cms' : 'universal',
        phoneLink: true,
        timeLink: false,
      })),
    },
  });
}

const countedCodes = ['STAMP_REPEATED_HOUR', 'STAMP_MISSING_HOUR'];

async function countsOf(home: Home, runId: number): Promise<Map<string, number>> {
  const { problems } = await home.store.problems(runId, { limit: 10_000, offset: 0 });
  const counts = new Map<string, number>();
  for (const { code, system, count } of problems) {
    if (code === 'STAMP_ZONE_UNKNOWN') counts.set(`${system} ${code}`, 1);
    if (!countedCodes.includes(code)) continue;
    counts.set(`${system} ${code}`, (counts.get(`${system} ${code}`) ?? 0) + count);
  }
  return counts;
}

describe(`every stored value is what Python computes (seed ${seed})`, () => {
  for (const [index, window] of windows.entries()) {
    it(`${window.from} to ${window.to}: ${window.zones.join(', ')}`, () => agreement(index, window), 60_000);
  }
});

async function agreement(index: number, window: Window): Promise<void> {
  const random = randomFrom(seed * 1000 + index);
  const cases = Array.from({ length: casesPerWindow }, (_, at) =>
    randomCase(index * casesPerWindow + at + 1, window, random),
  );
  const file = sourceOf(cases);
  const expected = await recompute(
    file,
    cases.map(({ rows: _, createSql: __, ...one }) => one),
  );
  const home = await homeOf(cases, file);
  const days = { from: window.from, to: window.to };
  const writesNull = (seed + index) % 2 === 1;
  const run = await (writesNull ? importWithNulls(home, days) : importCalls(home, days));
  expect(run.status).toMatch(/^completed/);
  const stored = await storedIn(home);
  const counts = await countsOf(home, run.runId);
  const wrong: string[] = [];
  let compared = 0;
  for (const one of cases) {
    const { values, gaps, problems, unknownZones } = expected.cases[one.id]!;
    for (const { queueId, valueTypeId } of one.mappings) {
      const key = `${queueId}/${valueTypeId}`;
      const should = { ...values[key] };
      const is = stored.get(key) ?? {};
      for (const at of writesNull ? (gaps[key] ?? []) : []) {
        // Where rows were left out, and nobody knows on which day, nothing or everything of a day is set to 0.
        if (unknownZones === 'none' || is[at] !== undefined) should[at] = 0;
      }
      compared += Object.keys(should).length;
      const differing = [...new Set([...Object.keys(should), ...Object.keys(is)])].filter(
        (at) => should[at] !== is[at],
      );
      if (differing.length > 0) {
        const places = differing.slice(0, 3).map((at) => {
          const instant = new Date(Number(at) * 1000).toISOString();
          return `${instant}: Python ${should[at]}, stored ${is[at]}`;
        });
        wrong.push(
          `${mappingText(one, queueId, valueTypeId)}, ${differing.length} values: ${places.join('; ')}`,
        );
      }
    }
    for (const code of countedCodes) {
      const told = counts.get(`S${one.id} ${code}`) ?? 0;
      // Rows of one time stamp and queue are one where the source sums them.
      const [least, most] = problems[code] ?? [0, 0];
      if (told < least || told > most)
        wrong.push(`${caseText(one)}: ${code} of ${told} rows, Python ${least} to ${most}`);
    }
    const isTold = counts.has(`S${one.id} STAMP_ZONE_UNKNOWN`);
    if (isTold ? unknownZones === 'none' : unknownZones === 'must')
      wrong.push(`${caseText(one)}: STAMP_ZONE_UNKNOWN ${isTold}, Python ${unknownZones}`);
  }
  expect(wrong.slice(0, 12)).toEqual([]);
  expect(compared).toBeGreaterThan(casesPerWindow * 20);
}

function mappingText(one: SourceCase, queueId: number, valueTypeId: number): string {
  const mapping = one.mappings.find(
    (found) => found.queueId === queueId && found.valueTypeId === valueTypeId,
  )!;
  const figures = mapping.sources.map((source) => {
    const figure = one.figures.find(({ name }) => name === source.figure)!;
    return `${figure.function}(${figure.column} ${figure.type}) of ${source.key}`;
  });
  return `${caseText(one)} -> queue in ${mapping.zone}, ${mapping.minutes} minutes, ${figures.join(' + ')}`;
}

function caseText(one: SourceCase): string {
  const zone = one.sourceZone ?? `none (${one.writtenBy})`;
  const is = [one.kind, one.isEnd ? 'end' : 'start', one.hasZoneColumn ? 'zone column' : ''].filter(Boolean);
  return `case ${one.id}: ${is.join(', ')}, interval ${one.interval}, zone ${zone}${one.split ? ', split' : ''}`;
}
