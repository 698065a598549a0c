import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OdbcConnection, type OdbcRow, openConnection } from '#engine/odbc/connection.ts';
import type { Source } from './source.ts';

export interface KnownValues {
  /** Makes the table `kinds` with one row of values and one of nulls. */
  readonly create: string;
  /** That row, in the order of its columns. */
  readonly row: OdbcRow;
}

/** What arrives for what is stored; the same for all drivers as far as they can. */
export function valuesRules(source: () => Source, known: KnownValues): void {
  describe('values', () => {
    let connection: OdbcConnection;
    const rowsOf = (sql: string, parameters: (string | number | bigint | null)[] = []) =>
      connection.query(sql, parameters, { maxRows: 1000 });

    beforeAll(async () => {
      await source().exec(known.create);
      connection = await openConnection(source().connectionString, { connectTimeoutMs: 10_000 });
    });
    afterAll(() => connection.close());

    it('of each kind arrive as documented', async () => {
      const rows = await rowsOf('SELECT * FROM kinds WHERE i IS NOT NULL');
      expect(rows).toEqual([known.row]);
    });

    it('that are null stay null, in any column', async () => {
      const rows = await rowsOf('SELECT * FROM kinds WHERE i IS NULL');
      expect(rows).toEqual([known.row.map(() => null)]);
    });

    it('are numbers up to 2^53, beyond it bigint', async () => {
      await source().exec(
        'CREATE TABLE bigs (n BIGINT); INSERT INTO bigs VALUES (9007199254740991), (9007199254740993), (-9007199254740993), (NULL);',
      );
      const rows = await rowsOf('SELECT n FROM bigs');
      expect(rows.map(([value]) => value)).toEqual([
        9_007_199_254_740_991,
        9_007_199_254_740_993n,
        -9_007_199_254_740_993n,
        null,
      ]);
    });

    it('of text hold every character, as value, literal and parameter', async () => {
      const text = 'Zürich – Ελλάδα “€” 中文 😀';
      await source().exec(`CREATE TABLE words (w VARCHAR(80)); INSERT INTO words VALUES ('${text}');`);
      expect(await rowsOf(`SELECT w FROM words WHERE w = '${text}'`)).toEqual([[text]]);
      expect(await rowsOf('SELECT w FROM words WHERE w = ?', [text])).toEqual([[text]]);
    });

    it('of two columns with one name stay apart', async () => {
      expect(await rowsOf('SELECT i AS n, i + 1 AS n FROM kinds WHERE i IS NOT NULL')).toHaveLength(1);
      const [row] = await rowsOf('SELECT i AS n, i + 1 AS n FROM kinds WHERE i IS NOT NULL');
      expect(row!.map(Number)).toEqual([7, 8]);
    });

    it('come in whole when an expression gets bigger than its first value', async () => {
      const { numbers } = source().sql;
      const rows = await rowsOf(
        `SELECT CASE WHEN x = 1 THEN 0 WHEN x = 2 THEN 5000000000 ELSE 0.25 END AS v FROM ${numbers(3)} ORDER BY x`,
      );
      expect(rows.map(([value]) => Number(value))).toEqual([0, 5_000_000_000, 0.25]);
    });

    it('are bound as parameters, never put into the SQL', async () => {
      const attack = "x' OR '1'='1";
      expect(await rowsOf('SELECT v FROM kinds WHERE v = ?', [attack])).toEqual([]);
      expect(await rowsOf('SELECT i FROM kinds WHERE i = ? AND f > ?', [7, 1.25])).toEqual([[7]]);
      expect(await rowsOf('SELECT n FROM bigs WHERE n = ?', [9_007_199_254_740_993n])).toHaveLength(1);
      expect(await rowsOf('SELECT i FROM kinds WHERE i = COALESCE(?, 7)', [null])).toEqual([[7]]);
    });
  });
}
