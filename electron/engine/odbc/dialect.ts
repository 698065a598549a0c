/** The database products whose SQL is known. */
export type DatabaseProduct =
  | 'sqlite'
  | 'postgresql'
  | 'mariadb'
  | 'mysql'
  | 'sqlserver'
  | 'informix'
  | 'oracle'
  | 'sybase'
  | 'other';

/** How one product writes what SQL leaves to it. Expressions are SQL text, values are JavaScript's. */
export interface Dialect {
  readonly product: DatabaseProduct;
  quoteIdentifier(name: string): string;
  stringLiteral(value: string): string;
  /** A wall clock time `yyyy-mm-dd hh:mm:ss`. */
  timestampLiteral(text: string): string;
  /** Instead of `?` where a parameter `yyyy-mm-dd hh:mm:ss` is compared with a date/time column. */
  readonly timestampParameter: string;
  /** The same for a column of dates; the value is `yyyy-mm-dd`. */
  readonly dateParameter: string;
  /** As text of at most so many characters. */
  asText(expression: string, characters: number): string;
  asDouble(expression: string): string;
  asDecimal(expression: string, precision: number, scale: number): string;
  /**
   * A column of numbers, or of texts that are some, where it is compared with a number. Most products make a number of the text
   * by themselves.
   */
  comparedAsNumber(column: string): string;
  /** Groups by the number of a result column: an expression is not allowed there. */
  readonly groupsByNumber: boolean;
  /** The first rows of a statement that is a SELECT. */
  firstRows(select: string, rows: number): string;
}

const doubled = (quote: string) => (text: string) => quote + text.replaceAll(quote, quote + quote) + quote;
const inBrackets = (name: string) => `[${name.replaceAll(']', ']]')}]`;
const cast = (type: string) => (expression: string) => `CAST(${expression} AS ${type})`;
const limited = (select: string, rows: number) => `SELECT * FROM (${select}) xl_rows LIMIT ${rows}`;
const topped = (select: string, rows: number) => `SELECT TOP ${rows} * FROM (${select}) xl_rows`;

/** The SQL of the standard with ODBC's own forms; every other dialect names what it does otherwise. */
const standard: Dialect = {
  product: 'other',
  quoteIdentifier: doubled('"'),
  stringLiteral: doubled("'"),
  timestampLiteral: (text) => `{ts '${text}'}`,
  timestampParameter: '?',
  dateParameter: '?',
  groupsByNumber: false,
  asText: (expression, characters) => cast(`VARCHAR(${characters})`)(expression),
  asDouble: cast('DOUBLE PRECISION'),
  asDecimal: (expression, precision, scale) => cast(`DECIMAL(${precision}, ${scale})`)(expression),
  comparedAsNumber: (column) => column,
  firstRows: limited,
};

const mariadb: Dialect = {
  ...standard,
  product: 'mariadb',
  quoteIdentifier: doubled('`'),
  // A backslash escapes, unless the server is told otherwise.
  stringLiteral: (value) => doubled("'")(value.replaceAll('\\', '\\\\')),
  timestampLiteral: (text) => `TIMESTAMP '${text}'`,
  timestampParameter: 'CAST(? AS DATETIME)',
  dateParameter: 'CAST(? AS DATE)',
  asText: (expression, characters) => cast(`CHAR(${characters})`)(expression),
  asDouble: cast('DOUBLE'),
};

const sqlserver: Dialect = {
  ...standard,
  product: 'sqlserver',
  quoteIdentifier: inBrackets,
  stringLiteral: (value) => `N${doubled("'")(value)}`,
  // As text a date is read by the language of the login; 120 is this form in any language.
  timestampLiteral: (text) => `CONVERT(DATETIME, '${text}', 120)`,
  timestampParameter: 'CONVERT(DATETIME, ?, 120)',
  dateParameter: 'CONVERT(DATETIME, ?, 120)',
  asText: (expression, characters) => cast(`NVARCHAR(${characters})`)(expression),
  asDouble: cast('FLOAT'),
  firstRows: topped,
};

const dialects: Readonly<Record<DatabaseProduct, Dialect>> = {
  other: standard,
  sqlite: {
    ...standard,
    product: 'sqlite',
    // SQLite keeps date/time as text in this form.
    timestampLiteral: (text) => `'${text}'`,
    // SQLite knows no length: what it would keep is all of it.
    asText: (expression, characters) => `SUBSTR(CAST(${expression} AS TEXT), 1, ${characters})`,
    asDouble: cast('REAL'),
    asDecimal: (expression, _precision, scale) => `ROUND(${expression}, ${scale})`,
    // In a column of texts it compares texts: '0530' sorts before '500'.
    comparedAsNumber: cast('INTEGER'),
  },
  postgresql: {
    ...standard,
    product: 'postgresql',
    timestampLiteral: (text) => `TIMESTAMP '${text}'`,
    timestampParameter: 'CAST(? AS TIMESTAMP)',
    dateParameter: 'CAST(? AS DATE)',
    // It does not compare texts with numbers, and no text may fail.
    comparedAsNumber: (column) =>
      `CAST(NULLIF(REGEXP_REPLACE(CAST(${column} AS TEXT), '[^0-9]', '', 'g'), '') AS NUMERIC)`,
  },
  mariadb,
  mysql: { ...mariadb, product: 'mysql' },
  sqlserver,
  informix: {
    ...standard,
    product: 'informix',
    timestampLiteral: (text) => `DATETIME (${text}) YEAR TO SECOND`,
    timestampParameter: 'CAST(? AS DATETIME YEAR TO SECOND)',
    dateParameter: 'CAST(? AS DATETIME YEAR TO DAY)',
    groupsByNumber: true,
    asText: (expression, characters) => cast(`LVARCHAR(${characters})`)(expression),
    asDouble: cast('FLOAT'),
    firstRows: (select, rows) => `SELECT FIRST ${rows} * FROM (${select}) xl_rows`,
  },
  oracle: {
    ...standard,
    product: 'oracle',
    timestampLiteral: (text) => `TIMESTAMP '${text}'`,
    timestampParameter: "TO_TIMESTAMP(?, 'YYYY-MM-DD HH24:MI:SS')",
    dateParameter: "TO_DATE(?, 'YYYY-MM-DD')",
    asText: (expression, characters) => cast(`VARCHAR2(${characters})`)(expression),
    asDouble: cast('BINARY_DOUBLE'),
    asDecimal: (expression, precision, scale) => cast(`NUMBER(${precision}, ${scale})`)(expression),
    firstRows: (select, rows) => `SELECT * FROM (${select}) xl_rows WHERE ROWNUM <= ${rows}`,
  },
  sybase: {
    ...standard,
    product: 'sybase',
    quoteIdentifier: inBrackets,
    timestampLiteral: (text) => `CONVERT(DATETIME, '${text}')`,
    timestampParameter: 'CONVERT(DATETIME, ?)',
    dateParameter: 'CONVERT(DATETIME, ?)',
    asText: (expression, characters) => `CONVERT(VARCHAR(${characters}), ${expression})`,
    asDouble: (expression) => `CONVERT(FLOAT, ${expression})`,
    asDecimal: (expression, precision, scale) => `CONVERT(DECIMAL(${precision}, ${scale}), ${expression})`,
    firstRows: topped,
  },
};

export function dialectOf(product: DatabaseProduct): Dialect {
  return dialects[product];
}

const productNames: readonly (readonly [RegExp, DatabaseProduct])[] = [
  [/mariadb/i, 'mariadb'],
  [/mysql/i, 'mysql'],
  [/sqlite/i, 'sqlite'],
  // What speaks PostgreSQL's protocol says so as well.
  [/postgres|timescale|cockroach|citus|redshift/i, 'postgresql'],
  [/sql server|microsoft/i, 'sqlserver'],
  [/informix|^ids/i, 'informix'],
  [/oracle/i, 'oracle'],
  [/adaptive server|sybase|sql anywhere|ase\b/i, 'sybase'],
];

/** The product by the name that the driver gives for it (`SQL_DBMS_NAME`), with the driver's own name as a hint. */
export function productOf(productName: string, driverName = ''): DatabaseProduct {
  const byName = (name: string) => productNames.find(([pattern]) => pattern.test(name))?.[1];
  return byName(productName) ?? byName(driverName) ?? 'other';
}
