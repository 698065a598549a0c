import { onTestFinished } from 'vitest';
import { sqliteFile } from './sqlite.ts';

/** abs() of it is an error of SQLite. */
const unreadable = '-9223372036854775808';

/** A table `calls` with a row a day at eight o'clock UTC; days after the first cannot be read until it is mended. */
export function brittleSource(days: readonly string[], offered: number) {
  const database = sqliteFile(
    `CREATE TABLE raw (stamp INTEGER, queue VARCHAR(20), offered INTEGER, answered INTEGER);
     CREATE VIEW calls AS SELECT stamp, queue, CAST(abs(offered) AS INTEGER) AS offered, answered FROM raw`,
  );
  onTestFinished(database.remove);
  days.forEach((day, index) => {
    const figure = index === 0 ? offered : unreadable;
    database.exec(`INSERT INTO raw VALUES (${Date.parse(`${day}T08:00:00Z`) / 1000}, 'Sales', ${figure}, 1)`);
  });
  const mend = () => database.exec(`UPDATE raw SET offered = ${offered} WHERE offered = ${unreadable}`);
  return { database, mend };
}
