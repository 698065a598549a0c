import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import Database from 'better-sqlite3';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { startPostgres } from '../../test/support/postgres.ts';

/** A source of figures by quarter of an hour and queue, and how its section of `isps_ul.ini` begins. */
export interface BenchSource {
  readonly name: string;
  readonly connectionString: string;
  readonly timeStampType: number;
  exec(sql: string): Promise<void>;
  stop(): Promise<void>;
}

export const queueCount = 100;
export const figures = ['offered', 'answered', 'abandoned', 'talk_s', 'acw_s'] as const;
export const intervalsPerDay = 96;
export const firstDay = '2022-01-01';

export function dayAt(offset: number): string {
  return new Date(Date.parse(firstDay) + offset * 86_400_000).toISOString().slice(0, 10);
}

/** `2022-01-01 00:15:00` */
export function stampAt(interval: number): string {
  return new Date(Date.parse(firstDay) + interval * 900_000).toISOString().slice(0, 19).replace('T', ' ');
}

export function figuresAt(interval: number, queue: number): number[] {
  const mixed = Math.imul(Math.imul(interval * 128 + queue, 0x9e3779b1) >>> 15, 0x85ebca6b) >>> 8;
  const offered = mixed % 60;
  const abandoned = offered === 0 ? 0 : (mixed % 7) % offered;
  const answered = offered - abandoned;
  return [offered, answered, abandoned, answered * (120 + (mixed % 97)), answered * (20 + (mixed % 31))];
}

/** How many values a store holds, their sum, and a sum that tells at which places they are. */
export interface Checksum {
  readonly count: number;
  readonly sum: number;
  readonly placed: number;
}

export function checksumOfSource(days: number): Checksum {
  let sum = 0;
  let placed = 0;
  for (let interval = 0; interval < days * intervalsPerDay; interval += 1) {
    const slot = (Date.parse(firstDay) / 900_000 + interval) % 997;
    for (let queue = 1; queue <= queueCount; queue += 1) {
      figuresAt(interval, queue).forEach((value, index) => {
        sum += value;
        placed += value * (queue * 7 + (index + 1) * 1_009 + slot);
      });
    }
  }
  return { count: days * intervalsPerDay * queueCount * figures.length, sum, placed };
}

/** The same of `interval_value` in a SQLite file: the view of our store, the table of the peer. */
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

export async function sqliteSource(file: string, days: number): Promise<BenchSource> {
  const database = new Database(file);
  database.pragma('journal_mode = OFF');
  database.pragma('synchronous = OFF');
  const columns = figures.map((name) => `${name} INTEGER`).join(', ');
  database.exec(`CREATE TABLE calls (stamp VARCHAR(19), queue VARCHAR(40), ${columns})`);
  const insert = database.prepare('INSERT INTO calls VALUES (?, ?, ?, ?, ?, ?, ?)');
  database.transaction(() => {
    for (let interval = 0; interval < days * intervalsPerDay; interval += 1) {
      const stamp = stampAt(interval);
      for (let queue = 1; queue <= queueCount; queue += 1) {
        insert.run(stamp, `Queue ${queue}`, ...figuresAt(interval, queue));
      }
    }
  })();
  database.exec('CREATE INDEX calls_stamp ON calls (stamp)');
  database.close();
  return {
    name: 'SQLite',
    connectionString: `Driver=SQLite3;Database=${file}`,
    timeStampType: 0,
    async exec(sql) {
      const changing = new Database(file);
      changing.exec(sql);
      changing.close();
    },
    stop: async () => {},
  };
}

export async function postgresSource(days: number): Promise<BenchSource> {
  const server = await startPostgres();
  const columns = figures.map((name) => `${name} integer`).join(', ');
  await server.exec(`CREATE TABLE calls (stamp timestamp, queue varchar(40), ${columns})`);
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await pipeline(Readable.from(copyLines(days)), client.query(copyFrom('COPY calls FROM STDIN')));
  await client.query('CREATE INDEX calls_stamp ON calls (stamp)');
  await client.query('VACUUM ANALYZE calls');
  await client.end();
  return {
    name: 'PostgreSQL',
    connectionString: server.connectionString,
    timeStampType: 2,
    exec: async (sql) => {
      await server.exec(sql);
    },
    stop: () => server.stop(),
  };
}

function* copyLines(days: number): Generator<string> {
  for (let interval = 0; interval < days * intervalsPerDay; interval += 1) {
    const stamp = stampAt(interval);
    let text = '';
    for (let queue = 1; queue <= queueCount; queue += 1) {
      text += `${stamp}\tQueue ${queue}\t${figuresAt(interval, queue).join('\t')}\n`;
    }
    yield text;
  }
}
