import type { SqliteFile } from '../support/sqlite.ts';

/** What is read of {@link stallCalls} instead of the table `calls`. */
export const stallingTable = 'calls_of_the_day';

/**
 * Makes the calls since `fromUtc` take longer than any test, so that an import is surely under way when something happens to
 * it, however fast or slow the machine is. `letGo` gives them at once from then on.
 */
export function stallCalls(database: SqliteFile, fromUtc: string): { letGo(): void } {
  const view = (offered: string) => `DROP VIEW IF EXISTS ${stallingTable};
    CREATE VIEW ${stallingTable} AS SELECT stamp, queue, answered, ${offered} AS offered FROM calls;`;
  const endless = `(WITH RECURSIVE work(n) AS (SELECT offered UNION ALL SELECT n + 1 FROM work WHERE n < 1e12)
    SELECT COUNT(*) FROM work)`;
  database.exec(view(`CASE WHEN stamp < ${Date.parse(fromUtc) / 1000} THEN offered ELSE ${endless} END`));
  return { letGo: () => database.exec(view('offered')) };
}
