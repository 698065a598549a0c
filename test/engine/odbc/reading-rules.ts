import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OdbcConnection, openConnection } from '#engine/odbc/connection.ts';
import type { Source } from './source.ts';

export interface ReadingTraits {
  /** False: a text that is too long for a column with many rows is an error; true: it arrives whole. */
  readonly longTextArrives: boolean;
  readonly product: string;
}

export function readingRules(source: () => Source, traits: ReadingTraits): void {
  describe('reading', () => {
    let connection: OdbcConnection;

    beforeAll(async () => {
      connection = await openConnection(source().connectionString, { connectTimeoutMs: 10_000 });
    });
    afterAll(() => connection.close());

    async function collect(sql: string, limit = Number.POSITIVE_INFINITY): Promise<unknown[][]> {
      const all: unknown[][] = [];
      for await (const rows of connection.read(sql, [])) {
        for (const row of rows) all.push([...row]);
        if (all.length >= limit) break;
      }
      return all;
    }

    it('tells driver and database', () => {
      expect(connection.database.product).toBe(traits.product);
      expect(connection.database.version).toMatch(/^\d+\.\d+/);
      expect(connection.driver.name).not.toBe('');
    });

    it('gives every row once, in the order of the statement', async () => {
      const { numbers } = source().sql;
      for (const count of [0, 1, 499, 500, 501, 1000, 3210]) {
        const rows = await collect(`SELECT x FROM ${numbers(count)} ORDER BY x DESC`);
        expect(rows.map(([x]) => Number(x))).toEqual(
          Array.from({ length: count }, (_, index) => count - index),
        );
      }
    });

    it('gives every row of a long result', async () => {
      const { numbers } = source().sql;
      let sum = 0;
      let count = 0;
      const sql = `SELECT x, x + 1, x + 2, x + 3, x + 4, x + 5, x + 6 FROM ${numbers(60_000)}`;
      for await (const rows of connection.read(sql, [])) {
        for (const [x] of rows) sum += Number(x);
        count += rows.length;
      }
      expect([count, sum]).toEqual([60_000, (60_000 * 60_001) / 2]);
    });

    it('gives every row whatever the parameters, plan after plan', async () => {
      const { numbers } = source().sql;
      for (const first of [1, 500, 900]) {
        const rows = await connection.query(`SELECT x FROM ${numbers(1000)} WHERE x >= ?`, [first], {
          maxRows: 5000,
        });
        expect(rows).toHaveLength(1001 - first);
      }
    });

    it('keeps text columns without a length right, row by row, in order', async () => {
      const { numbers, repeated, text } = source().sql;
      await source().exec(
        `CREATE TABLE notes (id INTEGER, note ${text}, again ${text});
         INSERT INTO notes SELECT x, CASE WHEN x % 3 = 0 THEN NULL ELSE ${repeated('a', 'x % 200')} END, ${repeated('é', 'x % 120')} FROM ${numbers(1500)};`,
      );
      const rows = await collect('SELECT id, note, again FROM notes ORDER BY id DESC;');
      expect(rows).toEqual(
        Array.from({ length: 1500 }, (_, index) => {
          const id = 1500 - index;
          return [id, id % 3 === 0 ? null : 'a'.repeat(id % 200), 'é'.repeat(id % 120)];
        }),
      );
    });

    it(
      traits.longTextArrives ? 'gives a very long text whole' : 'refuses to cut a very long text in silence',
      async () => {
        const { repeated, text } = source().sql;
        await source().exec(
          `CREATE TABLE essays (id INTEGER, essay ${text}); INSERT INTO essays VALUES (1, 'short'); INSERT INTO essays VALUES (2, ${repeated('x', '20000')});`,
        );
        const reading = collect('SELECT id, essay FROM essays ORDER BY id');
        if (traits.longTextArrives) {
          expect((await reading).map(([, essay]) => String(essay).length)).toEqual([5, 20_000]);
        } else {
          await expect(reading).rejects.toMatchObject({ code: 'ODBC_TEXT_TOO_LONG' });
        }
        expect(await collect('SELECT id FROM essays ORDER BY id')).toHaveLength(2);
      },
    );

    it('has bounded memory, whatever the columns declare', async () => {
      const { numbers, text } = source().sql;
      await source().exec(
        `CREATE TABLE wide (a ${text}, b ${text}, c ${text}, d VARCHAR(4000), n INTEGER);
         INSERT INTO wide SELECT 'first', 'second', 'third', 'fourth', x FROM ${numbers(20_000)};`,
      );
      const before = process.memoryUsage().rss;
      let most = before;
      let count = 0;
      for await (const rows of connection.read('SELECT a, b, c, d, n FROM wide', [])) {
        count += rows.length;
        most = Math.max(most, process.memoryUsage().rss);
      }
      expect(count).toBe(20_000);
      expect(most - before).toBeLessThan(150 * 1024 * 1024);
    });

    it('can stop anywhere, and the connection is free for the next statement', async () => {
      expect((await collect(source().sql.endless, 10)).length).toBeGreaterThanOrEqual(10);
      expect(await collect(`SELECT x FROM ${source().sql.numbers(3)}`)).toHaveLength(3);
    });

    it('gives no more than so many rows to a query', async () => {
      const rows = await connection.query(`SELECT x FROM ${source().sql.numbers(100)}`, [], { maxRows: 7 });
      expect(rows).toHaveLength(7);
    });

    it('lets one statement wait for another', async () => {
      const { numbers } = source().sql;
      const both = await Promise.all(
        [2000, 300].map((count) =>
          connection.query(`SELECT x FROM ${numbers(count)}`, [], { maxRows: 5000 }),
        ),
      );
      expect(both.map((rows) => rows.length)).toEqual([2000, 300]);
    });

    it('learns the columns of a statement without its rows', async () => {
      await source().exec('CREATE TABLE shaped (id INTEGER NOT NULL, name VARCHAR(30))');
      const columns = await connection.columns('SELECT id, name FROM shaped WHERE id > ?;', [5]);
      expect(columns.map(({ name, isNumeric }) => [name, isNumeric])).toEqual([
        ['id', true],
        ['name', false],
      ]);
      expect(columns[1]).toMatchObject({ typeName: 'SQL_VARCHAR', size: 30 });
    });

    it('lists tables and their columns', async () => {
      await source().exec('CREATE TABLE listed (id INTEGER, name VARCHAR(30))');
      const table = (await connection.tables()).find(({ name }) => name === 'listed');
      expect(table).toMatchObject({ name: 'listed', type: 'TABLE' });
      const columns = await connection.columnsOf(table!);
      expect(columns.map(({ name, isNumeric }) => [name, isNumeric])).toEqual([
        ['id', true],
        ['name', false],
      ]);
    });

    it('refuses a statement after it was closed, and may be closed twice', async () => {
      const other = await openConnection(source().connectionString, { connectTimeoutMs: 10_000 });
      await other.close();
      await other.close();
      await expect(other.query('SELECT 1', [], { maxRows: 1 })).rejects.toMatchObject({
        code: 'ODBC_CONNECTION_CLOSED',
      });
    });
  });
}
