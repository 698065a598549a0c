import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OdbcConnection, openConnection } from '#engine/odbc/connection.ts';
import { type Dialect, dialectOf } from '#engine/odbc/dialect.ts';
import type { Source } from './source.ts';

/** A dialect is right when its product understands it as meant. */
export function dialectRules(source: () => Source, timestampType: string): void {
  describe('the dialect', () => {
    let connection: OdbcConnection;
    let dialect: Dialect;

    beforeAll(async () => {
      connection = await openConnection(source().connectionString, { connectTimeoutMs: 10_000 });
      dialect = dialectOf(connection.database.product);
      await source().exec(
        `CREATE TABLE stamps (n INTEGER, s ${timestampType});
         INSERT INTO stamps VALUES (1, '2026-03-29 01:45:00'), (2, '2026-03-29 03:00:00'), (3, '2026-03-29 03:15:00');`,
      );
    });
    afterAll(() => connection.close());

    async function value(sql: string, parameters: (string | number)[] = []) {
      const rows = await connection.query(sql, parameters, { maxRows: 10 });
      return rows[0]?.[0];
    }

    it.each(['plain', 'two words', 'select', 'quote " inside', 'tick ` inside', 'bracket ] inside', 'Größe'])(
      'quotes the name: %s',
      async (name) => {
        const quoted = dialect.quoteIdentifier(name);
        expect(Number(await value(`SELECT ${quoted} FROM (SELECT 7 AS ${quoted}) x`))).toBe(7);
      },
    );

    it.each(["it's", 'back\\slash', '\\', "\\'; DROP TABLE stamps; --", 'percent % and _', 'Zürich 😀', ''])(
      'writes the text: %s',
      async (text) => {
        expect(await value(`SELECT ${dialect.stringLiteral(text)} AS t`)).toBe(text);
      },
    );

    it('writes a time stamp', async () => {
      const stamp = dialect.timestampLiteral('2026-03-29 03:00:00');
      expect(Number(await value(`SELECT COUNT(*) FROM stamps WHERE s >= ${stamp}`))).toBe(2);
      expect(Number(await value(`SELECT n FROM stamps WHERE s = ${stamp}`))).toBe(2);
    });

    it('compares a time stamp with a parameter, the bounds exactly', async () => {
      const { timestampParameter } = dialect;
      const sql = `SELECT COUNT(*) FROM stamps WHERE s >= ${timestampParameter} AND s < ${timestampParameter}`;
      expect(Number(await value(sql, ['2026-03-29 01:45:00', '2026-03-29 03:15:00']))).toBe(2);
      expect(Number(await value(sql, ['2026-03-29 01:45:01', '2026-03-29 03:15:01']))).toBe(2);
    });

    it('makes text of a number and keeps so many characters', async () => {
      expect(await value(`SELECT ${dialect.asText('n', 20)} AS t FROM stamps WHERE n = 3`)).toBe('3');
      expect(await value(`SELECT ${dialect.asText("'abcdef'", 4)} AS t`)).toBe('abcd');
    });

    it('makes a number of text', async () => {
      expect(Number(await value(`SELECT ${dialect.asDouble("'2.5'")} AS v`))).toBe(2.5);
      expect(Number(await value(`SELECT ${dialect.asDecimal('2.345', 10, 2)} AS v`))).toBeCloseTo(2.35, 1);
    });

    it('takes the first rows', async () => {
      const rows = await connection.query(dialect.firstRows('SELECT n FROM stamps', 2), [], { maxRows: 10 });
      expect(rows).toHaveLength(2);
    });
  });
}
