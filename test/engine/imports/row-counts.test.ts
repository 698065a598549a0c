import { describe, expect, it } from 'vitest';
import type { Home } from '#engine/home/home.ts';
import {
  addCalls,
  type CallRow,
  callKeys,
  callTable,
  map,
  section,
  settings,
  smallCentre,
} from '../../support/acd.ts';
import { homeWith, importCalls } from '../../support/home.ts';
import { writeMap } from '../../support/home-files.ts';

/* `CHECK_FEWER_ROWS` compares what was counted in the same way, and nothing else. */

const days = ['2026-03-02', '2026-03-03', '2026-03-04'] as const;
const clocks = ['08:00', '08:15', '08:30', '08:45'];

const rowsOf = (day: string, queue = 'Sales'): CallRow[] =>
  clocks.map((clock) => [`${day}T${clock}:00Z`, queue, 10, 9]);
/** Two rows for each time stamp and queue: a source that has something to sum. */
const twiceOf = (day: string): CallRow[] => [...rowsOf(day), ...rowsOf(day)];

async function fewer(home: Home, from: string, to = from) {
  const { problems } = await importCalls(home, { from, to });
  return problems.filter(({ code }) => code === 'CHECK_FEWER_ROWS');
}

describe('A day whose rows were counted one by one at the last import', () => {
  it('is not held against one whose rows the source summed', async () => {
    const home = await homeWith(smallCentre(callTable([...rowsOf(days[0]), ...twiceOf(days[1])])));
    // The first day has nothing to sum: the rows of both are read apart.
    expect(await importCalls(home, { from: days[0], to: days[1] })).toMatchObject({ rowsRead: 12 });
    expect(await importCalls(home, { from: days[1], to: days[1] })).toMatchObject({
      rowsRead: 4,
      problems: [],
    });
  });
});

describe('A day whose rows the source summed at the last import', () => {
  it('is held against rows read one by one: those are never fewer of the same', async () => {
    const database = callTable([...twiceOf(days[1]), ...rowsOf(days[2])]);
    const home = await homeWith(smallCentre(database));
    await importCalls(home, { from: days[1], to: days[2] });
    database.exec(`DELETE FROM calls WHERE stamp = ${Date.parse(`${days[2]}T08:30:00Z`) / 1000}`);
    expect(await fewer(home, days[2])).toMatchObject([
      {
        count: 1,
        details: { rows: 3, before: 4 },
        queueId: 1,
        valueTypeId: 1,
        startUtc: `${days[2]}T08:30:00.000Z`,
      },
    ]);
  });
});

describe('A day of which something else was asked at the last import', () => {
  const queues = (...names: readonly string[]) =>
    map(...names.map((name, index) => `0:${index + 1}:1=ACD:${name}:offered`));
  const wfm = {
    queues: [1, 2].map((id) => ({ id, name: `Hotline ${id}`, timeZone: 'UTC' })),
    valueTypes: [
      { id: 1, name: 'Calls offered' },
      { id: 2, name: 'Calls answered' },
    ],
  };
  const centre = async () => {
    const database = callTable([...rowsOf(days[0], 'Sales'), ...rowsOf(days[0], 'Support')]);
    const home = await homeWith(
      smallCentre(database, { mapping: queues('Sales', 'Support'), scripts: {}, wfm }),
    );
    await importCalls(home, { from: days[0], to: days[0] });
    return { database, home };
  };

  it('has fewer rows for fewer queues, which is no news', async () => {
    const { home } = await centre();
    await writeMap(home, queues('Sales'));
    expect(await fewer(home, days[0])).toEqual([]);
    await writeMap(home, queues('Sales', 'Support'));
    expect(await fewer(home, days[0])).toEqual([]);
  });

  it('has the same rows for more value types: fewer of them are told of', async () => {
    const { database, home } = await centre();
    await writeMap(home, `${queues('Sales', 'Support')}${map('0:1:2=ACD:Sales:answered')}`);
    database.exec(`DELETE FROM calls WHERE queue = 'Support' AND offered = 10
      AND stamp = ${Date.parse(`${days[0]}T08:45:00Z`) / 1000}`);
    expect(await fewer(home, days[0])).toMatchObject([
      { details: { rows: 7, before: 8 }, queueId: 2, startUtc: `${days[0]}T08:45:00.000Z` },
    ]);
  });
});

describe('A day of several systems', () => {
  it('has fewer rows when one of them could not be read, which is told elsewhere', async () => {
    const one = callTable(rowsOf(days[0]));
    const other = callTable(rowsOf(days[0]));
    const home = await homeWith(
      smallCentre(one, {
        settings: settings(
          section('ACD', { Source: one.connectionString, ...callKeys }),
          section('Bank', { Source: other.connectionString, ...callKeys }),
        ),
        mapping: map('0:1:1=ACD:Sales:offered', '0:1:2=ACD:Sales:answered', '0:1:2=Bank:Sales:answered'),
        scripts: {},
      }),
    );
    await importCalls(home, { from: days[0], to: days[0] });
    other.exec('DROP TABLE calls');
    const { problems } = await importCalls(home, { from: days[0], to: days[0] });
    expect(problems.map(({ code }) => code)).toEqual(['ODBC_TABLE_MISSING']);
    other.exec('CREATE TABLE calls (stamp INTEGER, queue VARCHAR(40), offered INTEGER, answered INTEGER)');
    addCalls(other, rowsOf(days[0]).slice(1));
    await importCalls(home, { from: days[0], to: days[0] });
    addCalls(other, rowsOf(days[0]).slice(0, 1));
    other.exec(`DELETE FROM calls WHERE stamp = ${Date.parse(`${days[0]}T08:45:00Z`) / 1000}`);
    one.exec(`DELETE FROM calls WHERE stamp = ${Date.parse(`${days[0]}T08:45:00Z`) / 1000}`);
    expect(await fewer(home, days[0])).toMatchObject([{ count: 1, details: { rows: 3, before: 4 } }]);
  });
});
