import { readFile } from 'node:fs/promises';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { createSampleHome } from '#engine/sample/home.ts';
import { xlink } from '../../support/cli.ts';
import { temporaryFolder } from '../../support/home.ts';

/*
 * The whole way of an import against plain SQL on the same database. Nothing of the engine is used to reckon what
 * has to come out: the mappings are taken apart here, the scripts are written as SQL, intervals are Unix seconds
 * cut to 900, and results are integers, so "cut off" is SQL's integer division.
 */

const lastDay = '2026-04-20';
const firstDay = '2026-01-21';
const intervalSeconds = 900;

/** Hundredths by the bodies of the sample's scripts; `p1`, `p2`, … are the sums of the sources. */
const scriptsAsSql: readonly { readonly body: RegExp; readonly sql: string }[] = [
  {
    body: /If Para4 > 0 Then\s+Result = \(\(Para1 \+ Para2 \+ Para3\) \/ Para4\) \* 100\s+Else\s+Result = 0\s+End If/,
    sql: 'CASE WHEN p4 > 0 THEN ((p1 + p2 + p3) * 100) / p4 ELSE 0 END',
  },
  {
    body: /If Para2 = 0 Then\s+Result = 100 \* 100\s+Else\s+Result = \(Para1 \/ Para2\) \* 100 \* 100\s+End If/,
    sql: 'CASE WHEN p2 = 0 THEN 10000 ELSE (p1 * 10000) / p2 END',
  },
  { body: /Result = \(Para1 \+ Para2\) \* 100/, sql: '(p1 + p2) * 100' },
  { body: /Result = Para1 \* 100/, sql: 'p1 * 100' },
];

interface MapLine {
  readonly target: string;
  readonly sources: { readonly queue: string; readonly column: string }[];
  script: string;
}

/** `<db>:<parent>:<queue>:<value type>=<system>:<queue>:<column>`, and the script behind `=$`. */
function readMapLines(text: string): MapLine[] {
  const found = new Map<string, MapLine>();
  for (const line of text.split('\r\n').filter(Boolean)) {
    const [left = '', right = ''] = line.split(/=(.*)/);
    const [, , queueId, valueTypeId] = left.split(':');
    const target = `${queueId}/${valueTypeId}`;
    const mapping = found.get(target) ?? { target, sources: [], script: '' };
    found.set(target, mapping);
    if (right.startsWith('$')) mapping.script = right.slice(1);
    else {
      const [, queue = '', column = ''] = right.split(':');
      mapping.sources.push({ queue, column });
    }
  }
  return [...found.values()];
}

async function recomputed(home: string): Promise<Map<string, number>> {
  const source = new Database(path.join(home, 'sample-acd.db'), { readonly: true });
  const expected = new Map<string, number>();
  try {
    for (const mapping of readMapLines(await readFile(path.join(home, 'acd_map.ini'), 'utf8'))) {
      const script = await readFile(path.join(home, mapping.script), 'utf8');
      const asSql = scriptsAsSql.find(({ body }) => body.test(script));
      if (!asSql) throw new Error(`${mapping.script} is not known to this test:\n${script}`);
      const paras = mapping.sources.map(
        ({ column }, index) =>
          `SUM(CASE WHEN q.name = @queue${index + 1} THEN r.${column} ELSE 0 END) AS p${index + 1}`,
      );
      const names = mapping.sources.map((_, index) => `@queue${index + 1}`);
      const rows = source
        .prepare(
          `SELECT at, ${asSql.sql} AS hundredths FROM (
             SELECT r.start_unix - r.start_unix % ${intervalSeconds} AS at, ${paras.join(', ')}
             FROM queue_interval r JOIN queue q ON q.queue_key = r.queue_key
             WHERE q.name IN (${names.join(', ')})
             GROUP BY 1)`,
        )
        .all(Object.fromEntries(mapping.sources.map(({ queue }, index) => [`queue${index + 1}`, queue])));
      for (const { at, hundredths } of rows as { at: number; hundredths: number }[]) {
        expected.set(`${mapping.target}/${at}`, hundredths);
      }
    }
  } finally {
    source.close();
  }
  return expected;
}

/** As anybody reads the store: by its view, with plain SQL. */
function stored(home: string): Map<string, number> {
  const store = new Database(path.join(home, 'wfm.db'), { readonly: true });
  try {
    const rows = store
      .prepare('SELECT queue_id, value_type_id, start_utc, value FROM interval_value')
      .all() as { queue_id: number; value_type_id: number; start_utc: string; value: number }[];
    return new Map(
      rows.map((row) => [
        `${row.queue_id}/${row.value_type_id}/${Date.parse(row.start_utc) / 1000}`,
        Math.round(row.value * 100),
      ]),
    );
  } finally {
    store.close();
  }
}

it('imports 90 days of the sample to exactly the values that plain SQL on the source gives, and once only', async () => {
  const home = await temporaryFolder();
  const wfm = await createSampleHome({ homeFolder: home, lastDay });
  expect((await xlink(home, ['wfm', 'load', '-'], { stdin: JSON.stringify(wfm) })).exitCode).toBe(0);

  const command = ['import', '--calls', '--from', firstDay, '--to', lastDay, '--json'];
  const first = await xlink(home, command);
  const expected = await recomputed(home);
  expect(first.json()).toMatchObject({
    status: 'completed-with-problems',
    valuesWritten: expected.size,
    valuesUnchanged: 0,
  });
  expect(first.exitCode).toBe(3);
  // Nothing but what is odd about the sample itself: a public holiday, and an afternoon without telephones.
  const { problems } = first.json<{ problems: { code: string; day: string; startUtc: string }[] }>();
  expect(new Set(problems.map(({ code, day }) => `${code} ${day}`))).toEqual(
    new Set(['CHECK_VALUE_UNUSUAL 2026-02-19', 'CHECK_VALUE_UNUSUAL 2026-03-25']),
  );
  const outage = problems.filter(({ day }) => day === '2026-03-25').map(({ startUtc }) => startUtc);
  expect(new Set(outage)).toEqual(new Set(['2026-03-25T13:15:00.000Z']));

  const found = stored(home);
  expect(found.size).toBe(expected.size);
  const different = [...expected].filter(([place, hundredths]) => found.get(place) !== hundredths);
  expect(different.slice(0, 5)).toEqual([]);
  // 90 days of quarter hours, four less where the clock was set forward, for each of the mappings.
  const mappingCount = new Set([...expected.keys()].map((place) => place.replace(/\/\d+$/, ''))).size;
  expect(expected.size).toBe(mappingCount * (90 * 96 - 4));

  const second = await xlink(home, command);
  expect(second.json()).toMatchObject({
    status: 'completed',
    valuesWritten: 0,
    valuesUnchanged: expected.size,
  });
  expect(stored(home)).toEqual(found);
}, 120_000);
