import { type DatabaseProduct, productOf } from './dialect.ts';
import { allRows, type NativeConnection } from './native.ts';

export interface Database {
  readonly product: DatabaseProduct;
  /** As the database says it, for example `15.18`; undefined where it could not be asked. */
  readonly version?: string;
}

interface Probe {
  /** Products of which the answer does not tell the difference are told by its words. */
  readonly products: readonly DatabaseProduct[];
  readonly sql: string;
}

// `odbc` has no SQLGetInfo, so the database is asked in its own words.
const probes: readonly Probe[] = [
  { products: ['sqlite'], sql: 'SELECT sqlite_version()' },
  { products: ['postgresql', 'mariadb', 'mysql'], sql: 'SELECT version()' },
  { products: ['sqlserver', 'sybase'], sql: 'SELECT @@version' },
  { products: ['informix'], sql: "SELECT DBINFO('version', 'full') FROM systables WHERE tabid = 1" },
  { products: ['oracle'], sql: 'SELECT banner FROM v$version WHERE ROWNUM = 1' },
];

/**
 * What database this is: the one the driver's name tells is asked first, then the others. A probe that fails is no
 * matter, as each is its own transaction.
 */
export async function identifyDatabase(native: NativeConnection, driverText: string): Promise<Database> {
  const expected = productOf(driverText);
  const inOrder = [
    ...probes.filter(({ products }) => products.includes(expected)),
    // Other databases speak the protocol of the known ones, but no database of a known driver answers to others.
    ...(expected === 'other' ? probes : []),
  ];
  for (const { products, sql } of inOrder) {
    try {
      const [row] = await allRows(native, sql);
      const answer = String(row?.[0] ?? '');
      if (answer !== '') return databaseOf(answer, products, expected);
    } catch {
      // Not this one.
    }
  }
  return { product: expected };
}

function databaseOf(
  answer: string,
  products: readonly DatabaseProduct[],
  expected: DatabaseProduct,
): Database {
  const told = productOf(answer);
  const fallback = products.includes(expected) ? expected : products[0]!;
  const product = products.includes(told) ? told : fallback;
  const version = /\d+(\.\d+)+/.exec(answer)?.[0];
  return version === undefined ? { product } : { product, version };
}
