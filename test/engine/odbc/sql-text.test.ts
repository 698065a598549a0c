import { describe, expect, it } from 'vitest';
import { topLevelWords, withLimit, withoutSemicolon } from '#engine/odbc/sql-text.ts';

describe('the words of a statement', () => {
  const words = (sql: string) => [...topLevelWords(sql)];

  it('are those outside of parentheses', () => {
    expect(words('SELECT a FROM (SELECT b FROM t LIMIT 3) x order by a')).toEqual([
      'SELECT',
      'A',
      'FROM',
      'X',
      'ORDER',
      'BY',
    ]);
  });

  it('are not in quotes, names or comments', () => {
    expect(
      words(`SELECT 'it''s limit', "limit", \`limit\`, [limit] -- limit
        , 1 # limit
        /* limit
        */ FROM t`),
    ).toEqual(['SELECT', 'FROM', 'T']);
    expect(words("SELECT 'a\\' limit' FROM t")).toEqual(['SELECT', 'FROM', 'T']);
  });
});

describe('a LIMIT', () => {
  it('is put behind a statement, also behind its comment', () => {
    expect(withLimit('SELECT a FROM t ORDER BY a -- newest', 5)).toBe(
      'SELECT a FROM t ORDER BY a -- newest\nLIMIT 5',
    );
    expect(withLimit('WITH x AS (SELECT 1 LIMIT 3) SELECT * FROM x', 5)).toMatch(/\nLIMIT 5$/);
  });

  it.each([
    'SELECT a FROM t LIMIT 3',
    'SELECT a FROM t FETCH FIRST 3 ROWS ONLY',
    'SELECT a FROM t FOR UPDATE',
    "SELECT a INTO OUTFILE 'x' FROM t",
    'SHOW TABLES',
    'CALL calls()',
  ])('is not put behind: %s', (sql) => {
    expect(withLimit(sql, 5)).toBeUndefined();
  });
});

describe('a semicolon at the end', () => {
  it('is not part of the statement', () => {
    expect(withoutSemicolon('SELECT 1 ; \n;')).toBe('SELECT 1');
    expect(withoutSemicolon("SELECT ';' ")).toBe("SELECT ';'");
  });
});
