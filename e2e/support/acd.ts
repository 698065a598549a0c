import path from 'node:path';
import Database from 'better-sqlite3';
import type { TestHome } from './home.ts';

/** Runs statements on a database of the test's own; the file is made when it is not there. */
export function execSql(file: string, sql: string): void {
  const database = new Database(file);
  try {
    database.exec(sql);
  } finally {
    database.close();
  }
}

export function queryOne<T>(file: string, sql: string): T {
  const database = new Database(file, { readonly: true });
  try {
    return database.prepare(sql).get() as T;
  } finally {
    database.close();
  }
}

export const sampleDatabase = (home: TestHome) => home.path('sample-acd.db');

/** A source for `isps_ul.ini`; a file that is not there is not made. */
export function sqliteSource(file: string): string {
  return `Driver=SQLite3;Database=${file};NoCreat=1`;
}

/**
 * Lets the sample's statements take their time, about `steps` rounds of a counter each: an import of several days
 * then lasts long enough to be looked at, stopped or killed. The figures stay the same.
 */
export async function slowDownSample(home: TestHome, steps: number): Promise<void> {
  execSql(
    sampleDatabase(home),
    `CREATE VIEW slow_interval AS
     SELECT queue_interval.* FROM queue_interval, (
       WITH RECURSIVE round (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM round WHERE n < ${steps})
       SELECT count(*) AS rounds FROM round
     ) WHERE rounds > 0;`,
  );
  const settings = await home.text('isps_ul.ini');
  await home.write(
    'isps_ul.ini',
    settings.replace('CallDataTable=queue_interval', 'CallDataTable=slow_interval'),
  );
}

/**
 * Adds the system *Slow*: its queues are read at once, its figures by a statement that does not end in the time of a
 * test. One of them is mapped, to Outbound › Callbacks.
 */
export async function addEndlessSystem(home: TestHome): Promise<void> {
  const file = path.join(home.besideFolder, 'slow.db');
  execSql(
    file,
    `CREATE TABLE queue (name VARCHAR(40));
     INSERT INTO queue VALUES ('Endless');
     CREATE TABLE call (queue VARCHAR(40), start_unix INTEGER, offered INTEGER);
     CREATE VIEW slow_call AS
     SELECT queue, start_unix, offered FROM call UNION ALL
     SELECT 'Endless', n, 1 FROM (
       WITH RECURSIVE round (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM round WHERE n < 30000000000)
       SELECT n FROM round WHERE n % 10000000000 = 9999999999
     );`,
  );
  const section = [
    '',
    '[Slow]',
    `Source=${sqliteSource(file)}`,
    'QueueSQL=SELECT name FROM queue',
    'CallDataTable=slow_call',
    'QueueNameColumn=queue',
    'QueueNameType=0',
    'ValueTypes=offered',
    'TimeStampColumn=start_unix',
    'TimeStampType=1',
    'Interval=15',
    '',
  ].join('\r\n');
  await home.write('isps_ul.ini', (await home.text('isps_ul.ini')) + section);
  const line = 'Sample:1021:1022:1=Slow:Endless:offered\r\n';
  await home.write('acd_map.ini', (await home.text('acd_map.ini')) + line);
  await home.loadWfm({
    externalSystems: [{ name: 'Slow', interface: 'universal', phoneLink: true, timeLink: false }],
  });
}
