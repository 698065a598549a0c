import { readFile } from 'node:fs/promises';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { openHome } from '#engine/home/home.ts';
import { createSampleHome } from '#engine/sample/home.ts';
import { map, section, settings } from '../support/acd.ts';
import { homeWith, importCalls, temporaryFolder } from '../support/home.ts';
import { sqliteFile } from '../support/sqlite.ts';
import type { Case, Figure, Mapping, Script } from './cases.ts';
import { recompute } from './program.ts';
import { storedIn } from './stored.ts';

/* A year, and the sample centre: every stored value is what Python computes from the source. */

const figure = (name: string, how: Figure['function'] = 'SUM'): Figure => ({
  name,
  column: name,
  function: how,
  isText: false,
  type: 'INTEGER',
});

const common = {
  id: 1,
  isEnd: false,
  split: false,
  hasZoneColumn: false,
  // Clocks of one place: what belongs to a day is not further from it than a clock change.
  marginHours: 4,
} as const;

it('agrees on a year of five-minute counts by a wall clock, its two clock changes included', async () => {
  const zone = 'Europe/Paris';
  const source =
    sqliteFile(`CREATE TABLE counts (stamp TIMESTAMP, queue VARCHAR(10), calls INTEGER, seconds INTEGER);
    CREATE INDEX counts_stamp ON counts (stamp);`);
  onTestFinished(source.remove);
  const database = new Database(source.path);
  const insert = database.prepare('INSERT INTO counts VALUES (?, ?, ?, ?)');
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  const [from, to] = [Date.parse('2023-12-31T20:00:00Z'), Date.parse('2025-01-01T04:00:00Z')];
  database.transaction(() => {
    for (let at = from, count = 0; at < to; at += 300_000, count += 1) {
      insert.run(clock.format(at), 'Sales', (count * 7) % 23, (count * 131) % 1009);
    }
  })();
  database.close();
  const keys = {
    Source: source.connectionString,
    QueueSQL: "SELECT 'Sales' AS queue",
    CallDataTable: 'counts',
    QueueNameColumn: 'queue',
    TimeStampColumn: 'stamp',
    TimeStampType: '2',
    TimeZone: zone,
    Interval: '5',
    ValueTypes: 'calls;seconds',
  };
  const figures = [figure('calls'), figure('seconds')];
  const mappings = figures.map(
    ({ name }, index): Mapping => ({
      queueId: 1,
      valueTypeId: index + 1,
      zone,
      minutes: 15,
      sources: [{ key: 'Sales', figure: name }],
      script: 'sum',
    }),
  );
  const home = await homeWith({
    settings: settings(section('ACD', keys)),
    mapping: map('0:1:1=ACD:Sales:calls', '0:1:2=ACD:Sales:seconds'),
    wfm: {
      queues: [{ id: 1, name: 'Hotline', timeZone: zone, intervalMinutes: 15 }],
      valueTypes: [
        { id: 1, name: 'Calls' },
        { id: 2, name: 'Seconds' },
      ],
      externalSystems: [{ name: 'ACD', interface: 'universal', phoneLink: true, timeLink: false }],
    },
  });
  const year: Case = {
    ...common,
    table: 'counts',
    kind: 'datetime',
    sourceZone: zone,
    writtenBy: zone,
    interval: 5,
    stampColumns: ['stamp'],
    queueColumn: 'queue',
    figures,
    mappings,
    fromDay: '2024-01-01',
    toDay: '2024-12-31',
  };
  const run = await importCalls(home, { from: year.fromDay, to: year.toDay });
  const { values, problems } = (await recompute(source.path, [year])).cases['1']!;
  expect(Object.fromEntries(await storedIn(home))).toEqual(values);
  // 366 days of quarters; the hour that came twice is one.
  expect(Object.keys(values['1/1']!)).toHaveLength(366 * 96 - 4);
  expect(problems).toEqual({ STAMP_REPEATED_HOUR: [12, 24] });
  // Both rows of each of the twelve, or what the source summed them to.
  expect([12, 24]).toContain(run.problems.find(({ code }) => code === 'STAMP_REPEATED_HOUR')?.count);
}, 300_000);

const scripts: readonly (readonly [body: RegExp, script: Script])[] = [
  [/Result = \(\(Para1 \+ Para2 \+ Para3\) \/ Para4\) \* 100/, 'average'],
  [/Result = \(Para1 \/ Para2\) \* 100 \* 100/, 'percent'],
  [/Result = \(Para1 \+ Para2\) \* 100/, 'sum'],
  [/Result = Para1 \* 100/, 'sum'],
];

it('agrees on the 90 days of the sample centre, with its scripts', async () => {
  const folder = await temporaryFolder();
  const wfm = await createSampleHome({ homeFolder: folder, lastDay: '2024-04-20' });
  const home = await openHome(folder, path.join(folder, 'secret.key'));
  onTestFinished(() => home.close());
  await home.store.load(wfm);
  const file = path.join(folder, 'sample-acd.db');
  const database = new Database(file, { readonly: true });
  const keys = new Map(
    (database.prepare('SELECT name, queue_key FROM queue').raw().all() as [string, number][]).map(
      ([name, key]) => [name, key],
    ),
  );
  database.close();
  const queues = new Map((wfm.queues ?? []).map((queue) => [queue.id, queue]));
  const mappings = new Map<string, Mapping>();
  for (const line of (await readFile(path.join(folder, 'acd_map.ini'), 'utf8')).split('\r\n')) {
    const [left = '', right = ''] = line.split(/=(.*)/);
    if (right === '') continue;
    const [, , queueId, valueTypeId] = left.split(':').map(Number);
    const { timeZone = '', intervalMinutes = 15 } = queues.get(queueId)!;
    const known = mappings.get(left) ?? {
      queueId: queueId!,
      valueTypeId: valueTypeId!,
      zone: timeZone,
      minutes: intervalMinutes as Mapping['minutes'],
      sources: [],
      script: 'sum',
    };
    if (right.startsWith('$')) {
      const text = await readFile(path.join(folder, right.slice(1)), 'utf8');
      mappings.set(left, { ...known, script: scripts.find(([body]) => body.test(text))![1] });
    } else {
      const [, queue = '', column = ''] = right.split(':');
      const source = { key: keys.get(queue)!, figure: column };
      mappings.set(left, { ...known, sources: [...known.sources, source] });
    }
  }
  const columns = [...mappings.values()].flatMap(({ sources }) => sources.map((source) => source.figure));
  const sample: Case = {
    ...common,
    table: 'queue_interval',
    kind: 'unix',
    sourceZone: null,
    writtenBy: 'UTC',
    interval: 15,
    stampColumns: ['start_unix'],
    queueColumn: 'queue_key',
    figures: [...new Set(columns)].map((name) => figure(name, name === 'max_waiting' ? 'MAX' : 'SUM')),
    mappings: [...mappings.values()],
    fromDay: '2024-01-22',
    toDay: '2024-04-20',
  };
  const run = await importCalls(home, { from: sample.fromDay, to: sample.toDay });
  const { values, problems } = (await recompute(file, [sample])).cases['1']!;
  expect(run.problems.filter(({ code }) => !code.startsWith('CHECK_'))).toEqual([]);
  expect(problems).toEqual({});
  expect(Object.fromEntries(await storedIn(home))).toEqual(values);
  expect(Object.keys(values)).toHaveLength(mappings.size);
}, 300_000);
