import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { unpackRows } from '#engine/imports/packed-rows.ts';
import type { CallStatement } from '#engine/interfaces/call-statement.ts';
import {
  type PackedFormat,
  packedField,
  packedNull,
  packedRow,
  packedStatement,
} from '#engine/interfaces/pack-statement.ts';
import { openConnection } from '#engine/odbc/connection.ts';
import { type PostgresServer, startPostgres } from '../../support/postgres.ts';
import { sqliteFile } from '../../support/sqlite.ts';

/* A day of a source as one text, made by the source and taken apart here. */

const firstFigure = 2;

function unpacked(format: PackedFormat, text: string, fieldCount: number): unknown[][] | undefined {
  const rows: unknown[][] = [];
  const isWhole = unpackRows[format](text, fieldCount, firstFigure, (row) => rows.push([...row]));
  return isWhole ? rows : undefined;
}

type Fields = readonly (string | null)[];

/** Figures bare as a source writes them, where a number can be; `null` is none. */
const written: Readonly<Record<PackedFormat, (rows: readonly Fields[]) => string>> = {
  marked: (rows) =>
    [
      String(rows.length),
      ...rows.map((fields) => fields.map((field) => field ?? packedNull).join(packedField)),
      '',
    ].join(packedRow),
  json: (rows) => `${rows.length}[${rows.map((fields) => `[${fields.map(jsonField).join(',')}]`).join(',')}]`,
};

function jsonField(text: string | null, index: number): string {
  const isNumber = text !== null && index >= firstFigure && /^-?\d+(\.\d+)?(e[+-]\d+)?$/.test(text);
  return isNumber ? text : JSON.stringify(text);
}

describe.each(['marked', 'json'] as const)('a packed text, %s', (format) => {
  it('is taken apart into texts, numbers and nulls', () => {
    const text = written[format]([
      ['2026-03-01 08:00', 'Sales', '12', '-3', '0.25', null],
      ['2026-03-01 08:00', 'Sales 2', '1.5e+16', '1,5', '', '9007199254740993'],
      ['2026-03-01 08:00', null, '1.0', '-0.5', 'x', '-9007199254740991'],
    ]);
    expect(unpacked(format, text, 6)).toEqual([
      ['2026-03-01 08:00', 'Sales', 12, -3, 0.25, null],
      ['2026-03-01 08:00', 'Sales 2', '1.5e+16', '1,5', '', '9007199254740993'],
      ['2026-03-01 08:00', null, 1, -0.5, 'x', -9007199254740991],
    ]);
  });

  it('of no rows is one of none', () => {
    expect(unpacked(format, format === 'json' ? '0[]' : '0', 3)).toEqual([]);
  });

  it('that was cut off anywhere is refused, never taken for a shorter one', () => {
    const text = written[format]([
      ['2026-03-01 08:00', 'Sales', '12'],
      ['2026-03-01 08:15', 'Sa[1,"2\\"],]les', '345'],
      ['2026-03-01 08:30', 'Sales', '6'],
    ]);
    for (let length = 0; length < text.length; length += 1) {
      expect(unpacked(format, text.slice(0, length), 3), `${length} characters`).toBeUndefined();
    }
    expect(unpacked(format, text, 3)).toHaveLength(3);
  });

  it('with another number of fields or rows than announced is refused', () => {
    const text = written[format]([
      ['s', 'q', '1', '2'],
      ['s', 'q', '3', '4'],
    ]);
    for (const fieldCount of [3, 5]) expect(unpacked(format, text, fieldCount)).toBeUndefined();
    for (const count of ['1', '3', 'x', '']) {
      expect(unpacked(format, text.replace('2', count), 4), count).toBeUndefined();
    }
  });

  it('gives every number of up to 15 digits exactly as JavaScript reads it', () => {
    const number = fc.oneof(
      fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }).map(String),
      fc
        .tuple(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.stringMatching(/^\d{1,6}$/))
        .map(([whole, decimals]) => `${whole}.${decimals}`),
    );
    fc.assert(
      fc.property(number, (text) => {
        expect(unpacked(format, written[format]([['s', 'q', text]]), 3)).toEqual([['s', 'q', Number(text)]]);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('names in a packed text', () => {
  it('with a mark are refused where fields are not quoted', () => {
    for (const mark of [packedField, packedRow]) {
      expect(unpacked('marked', written.marked([['s', `Sa${mark}les`, '12']]), 3)).toBeUndefined();
    }
  });

  it('may hold anything in JSON', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.string())), (names) => {
        const rows = names.map(([stamp, queue]) => [stamp, queue, '12']);
        expect(unpacked('json', written.json(rows), 3)).toEqual(
          names.map(([stamp, queue]) => [stamp, queue, 12]),
        );
      }),
    );
  });
});

const rows = [
  ['2026-03-01 08:00:00', 'Sales', 12, 1.5],
  ['2026-03-01 08:15:00', 'Sales', null, -0.25],
  ['2026-03-01 08:15:00', 'Zürich ☎ "A\\B"', 7, null],
  ['2026-03-01 08:30:00', null, 0, 1e15],
] as const;

const valueList = rows
  .map(([at, queue, n, f]) => `('${at}', ${queue === null ? 'NULL' : `'${queue}'`}, ${n}, ${f})`)
  .join(', ');
const shape = { stamps: 1, keys: 1, values: 2, stampKind: 'datetime' } as const;
const statement: CallStatement = {
  listsKeys: false,
  isWide: false,
  matchesDates: false,
  isSummed: false,
  sql: 'SELECT at AS xl_stamp, queue AS xl_queue1, n AS xl_value1, f AS xl_value2 FROM calls WHERE n >= ? OR n IS NULL',
  parameters: [0],
};
const expected = rows.map((row) => [...row]);

async function read(connectionString: string, product: 'sqlite' | 'postgresql', byStamp: boolean) {
  const connection = await openConnection(connectionString, { connectTimeoutMs: 10_000 });
  try {
    const found: unknown[][] = [];
    const { sql, format } = packedStatement(statement, shape, product, byStamp)!;
    for await (const texts of connection.read(sql, statement.parameters, { longTexts: true })) {
      for (const [text] of texts) found.push(...unpacked(format, String(text), 4)!);
    }
    return found.sort((one, other) => String(one).localeCompare(String(other)));
  } finally {
    await connection.close();
  }
}

const sorted = (list: readonly (readonly unknown[])[]) =>
  [...list].sort((one, other) => String(one).localeCompare(String(other)));

describe('a source puts its rows together', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
    await server.exec(`
      CREATE TABLE calls (at TIMESTAMP, queue TEXT, n INTEGER, f DOUBLE PRECISION);
      INSERT INTO calls VALUES ${valueList}`);
  });
  afterAll(() => server?.stop());

  it.each([false, true])('SQLite, one text for each time stamp: %s', async (byStamp) => {
    const { connectionString, remove } = sqliteFile(`
      CREATE TABLE calls (at TEXT, queue TEXT, n INTEGER, f REAL);
      INSERT INTO calls VALUES ${valueList}`);
    onTestFinished(remove);
    expect(await read(connectionString, 'sqlite', byStamp)).toEqual(sorted(expected));
  });

  it.each([false, true])('PostgreSQL, one text for each time stamp: %s', async (byStamp) => {
    expect(await read(server.connectionString, 'postgresql', byStamp)).toEqual(sorted(expected));
  });
});
