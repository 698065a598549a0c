import { describe, expect, it } from 'vitest';
import { type DatabaseProduct, dialectOf, productOf } from '#engine/odbc/dialect.ts';

const stamp = '2026-03-29 03:00:00';
const forms = (product: DatabaseProduct) => {
  const dialect = dialectOf(product);
  return {
    identifier: dialect.quoteIdentifier('Call "x"]'),
    text: dialect.stringLiteral("it's"),
    stamp: dialect.timestampLiteral(stamp),
    parameter: dialect.timestampParameter,
    asText: dialect.asText('c', 40),
    asDouble: dialect.asDouble('c'),
    asDecimal: dialect.asDecimal('c', 18, 2),
    first: dialect.firstRows('SELECT a FROM t', 5),
  };
};

// Of these there is no server to try it on; the forms are those of the products' manuals.
describe('the dialect of', () => {
  it('SQL Server', () => {
    expect(forms('sqlserver')).toEqual({
      identifier: '[Call "x"]]]',
      text: "N'it''s'",
      stamp: `CONVERT(DATETIME, '${stamp}', 120)`,
      parameter: 'CONVERT(DATETIME, ?, 120)',
      asText: 'CAST(c AS NVARCHAR(40))',
      asDouble: 'CAST(c AS FLOAT)',
      asDecimal: 'CAST(c AS DECIMAL(18, 2))',
      first: 'SELECT TOP 5 * FROM (SELECT a FROM t) xl_rows',
    });
  });

  it('Informix', () => {
    expect(forms('informix')).toEqual({
      identifier: '"Call ""x""]"',
      text: "'it''s'",
      stamp: `DATETIME (${stamp}) YEAR TO SECOND`,
      parameter: 'CAST(? AS DATETIME YEAR TO SECOND)',
      asText: 'CAST(c AS LVARCHAR(40))',
      asDouble: 'CAST(c AS FLOAT)',
      asDecimal: 'CAST(c AS DECIMAL(18, 2))',
      first: 'SELECT FIRST 5 * FROM (SELECT a FROM t) xl_rows',
    });
  });

  it('Oracle', () => {
    expect(forms('oracle')).toEqual({
      identifier: '"Call ""x""]"',
      text: "'it''s'",
      stamp: `TIMESTAMP '${stamp}'`,
      parameter: "TO_TIMESTAMP(?, 'YYYY-MM-DD HH24:MI:SS')",
      asText: 'CAST(c AS VARCHAR2(40))',
      asDouble: 'CAST(c AS BINARY_DOUBLE)',
      asDecimal: 'CAST(c AS NUMBER(18, 2))',
      first: 'SELECT * FROM (SELECT a FROM t) xl_rows WHERE ROWNUM <= 5',
    });
  });

  it('Sybase', () => {
    expect(forms('sybase')).toEqual({
      identifier: '[Call "x"]]]',
      text: "'it''s'",
      stamp: `CONVERT(DATETIME, '${stamp}')`,
      parameter: 'CONVERT(DATETIME, ?)',
      asText: 'CONVERT(VARCHAR(40), c)',
      asDouble: 'CONVERT(FLOAT, c)',
      asDecimal: 'CONVERT(DECIMAL(18, 2), c)',
      first: 'SELECT TOP 5 * FROM (SELECT a FROM t) xl_rows',
    });
  });

  it('any other: the standard with what ODBC adds', () => {
    expect(forms('other')).toMatchObject({ stamp: `{ts '${stamp}'}`, parameter: '?' });
  });
});

describe('the product', () => {
  it.each([
    ['PostgreSQL 15.18 on x86_64-pc-linux-gnu', 'postgresql'],
    ['CockroachDB CCL v24.1.0', 'postgresql'],
    ['10.11.19-MariaDB-0+deb12u1', 'mariadb'],
    ['MySQL ODBC 8.0 Unicode Driver', 'mysql'],
    ['Microsoft SQL Server 2019 (RTM)', 'sqlserver'],
    ['ODBC Driver 18 for SQL Server', 'sqlserver'],
    ['Adaptive Server Enterprise/16.0', 'sybase'],
    ['IBM Informix Dynamic Server Version 14.10', 'informix'],
    ['Oracle Database 19c Enterprise Edition', 'oracle'],
    ['SQLite3 libsqlite3odbc.so', 'sqlite'],
    ['Something else', 'other'],
  ] as const)('%s is %s', (text, product) => {
    expect(productOf(text)).toBe(product);
  });
});
