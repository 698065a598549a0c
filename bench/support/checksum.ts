import Database from 'better-sqlite3';

/** How many values there are, their sum, and a sum that tells at which places they are. */
export interface Checksum {
  readonly count: number;
  readonly sum: number;
  readonly placed: number;
}

/** Sums up what a store should hold; figures are whole numbers, and the sums stay below 2^53. */
export function checksum(): {
  add(queue: number, valueType: number, startUtc: number, value: number): void;
} & {
  readonly total: Checksum;
} {
  const total = { count: 0, sum: 0, placed: 0 };
  return {
    total,
    add(queue, valueType, startUtc, value) {
      total.count += 1;
      total.sum += value;
      total.placed += value * (queue * 7 + valueType * 1009 + (Math.floor(startUtc / 900) % 997));
    },
  };
}

/** The same of `interval_value` in a SQLite file, by plain SQL: the view of our store, the table of the peer. */
export function checksumOfStore(file: string): Checksum {
  const database = new Database(file, { readonly: true });
  try {
    return database
      .prepare<[], Checksum>(
        `SELECT count(*) AS count, CAST(sum(value) AS INTEGER) AS sum,
           CAST(sum(value * (queue_id * 7 + value_type_id * 1009 + unixepoch(start_utc) / 900 % 997)) AS INTEGER) AS placed
         FROM interval_value`,
      )
      .get()!;
  } finally {
    database.close();
  }
}

/** Throws unless the store holds what it should. */
export function requireSame(whose: string, file: string, expected: Checksum): void {
  const found = checksumOfStore(file);
  if (JSON.stringify(found) === JSON.stringify(expected)) return;
  throw new Error(
    `The store (${whose}) does not hold the source's values: ${JSON.stringify({ found, expected })}`,
  );
}
