/*
 * Writes a quarter of figures into an empty store day by day as an import does, then compares the same figures again,
 * and reads them by plain SQL: seconds, megabytes, bytes a stored day. SQLite, and PostgreSQL where a server can be
 * started (one of its own, with its log flushed at each commit). `node bench/store.ts [queues] [value types] [days]`;
 * prints only.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { mergeDay } from '#engine/wfm/packDay.ts';
import { postgresLocation } from '#engine/wfm/postgres/location.ts';
import { openPostgresStore } from '#engine/wfm/postgres/open.ts';
import { openSqliteStore } from '#engine/wfm/sqlite/open.ts';
import type { DayChange, WfmStore } from '#engine/wfm/store.ts';
import { addDays, type Day, dayBounds, daysOf, parseDay } from '#shared/domain/time/day.ts';
import { dayIntervals } from '#shared/domain/time/interval.ts';
import { zoneOf } from '#shared/domain/time/zone.ts';
import { startPostgres } from '../test/support/postgres.ts';

const [QUEUES = 100, VALUE_TYPES = 5, DAYS = 105] = process.argv.slice(2).map(Number);
const TIME_ZONE = 'Europe/Paris';
const INTERVAL_MINUTES = 15;

const fromDay = parseDay('2026-01-01');
const days = daysOf(fromDay, addDays(fromDay, DAYS - 1));
const zone = zoneOf(TIME_ZONE);
const storedDays = QUEUES * VALUE_TYPES * DAYS;

/** Starts are texts in SQLite and instants in PostgreSQL, which reads them from the same texts. */
const between = (from: string, to: string) =>
  `queue_id = ${Math.ceil(QUEUES / 2)} AND start_utc >= '${from}T00:00:00Z' AND start_utc < '${to}T00:00:00Z'`;

const sqlQuestions = [
  ['a day of a queue', between('2026-02-01', '2026-02-02')],
  ['a month of a queue', between('2026-02-01', '2026-03-01')],
  ['a month of a queue and value type', `${between('2026-02-01', '2026-03-01')} AND value_type_id = 3`],
] as const;

await measureSqlite();
await measurePostgres();

async function measureSqlite(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'xlink-bench-'));
  const file = join(folder, 'wfm.db');
  try {
    console.log(`SQLite, ${QUEUES} queues x ${VALUE_TYPES} value types x ${DAYS} days`);
    await fill(await openSqliteStore(file));
    printSize('file, with what the run replaced', statSync(file).size);
    const database = new Database(file, { readonly: true });
    for (const [name, condition] of sqlQuestions) {
      await timed(name, async () => database.prepare<[], { rows: number }>(countOf(condition)).get()!.rows);
    }
    database.close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measurePostgres(): Promise<void> {
  const server = await startPostgres({
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    shared_buffers: '256MB',
    max_wal_size: '2GB',
  }).catch((error: Error) => {
    console.log(`PostgreSQL not measured: ${error.message}`);
  });
  if (!server) return;
  try {
    const [version] = await server.exec('SHOW server_version');
    console.log(`\nPostgreSQL ${String(version!.server_version)}, the same figures`);
    await fill(await openPostgresStore(postgresLocation(server.url)));
    for (const [name, pattern] of [
      ['day_values', 'day_values%'],
      ['replaced_values', 'replaced_values%'],
    ] as const) {
      const [size] = await server.exec(
        `SELECT sum(pg_table_size(oid))::float8 AS heap, sum(pg_indexes_size(oid))::float8 AS indexes FROM pg_class
         WHERE relkind = 'r' AND relnamespace = 'xlink'::regnamespace AND relname LIKE '${pattern}'`,
      );
      printSize(`${name}, heap`, Number(size!.heap));
      printSize(`${name}, index`, Number(size!.indexes));
    }
    for (const [name, condition] of sqlQuestions) {
      await timed(name, async () => {
        const [counted] = await server.exec(`SET search_path = xlink; ${countOf(condition)}`);
        return Number(counted!.rows);
      });
    }
  } finally {
    await server.stop();
  }
}

async function fill(store: WfmStore): Promise<void> {
  await store.load({
    queues: Array.from({ length: QUEUES }, (_, index) => ({
      id: index + 1,
      name: `Queue ${index + 1}`,
      timeZone: TIME_ZONE,
      intervalMinutes: INTERVAL_MINUTES,
    })),
    valueTypes: Array.from({ length: VALUE_TYPES }, (_, index) => ({
      id: index + 1,
      name: `Value ${index + 1}`,
    })),
  });
  print('written into an empty store', await importAll(store));
  print('compared, unchanged', await importAll(store));
  const began = performance.now();
  let read = 0;
  for await (const _ of store.intervals({ fromDay, toDay: days.at(-1)! })) read += 1;
  const seconds = (performance.now() - began) / 1000;
  console.log(`all intervals read: ${read} in ${seconds.toFixed(2)} s`);
  await store.close();
  console.log(`memory at most: ${megabytes(process.resourceUsage().maxRSS * 1024)} MB`);
}

interface Outcome {
  readonly seconds: number;
  readonly changed: number;
  readonly unchanged: number;
}

async function importAll(store: WfmStore): Promise<Outcome> {
  const run = await store.createRun({
    stream: 'calls',
    systems: ['Bench'],
    fromDay,
    toDay: days.at(-1)!,
    writeNull: false,
    dryRun: false,
    origin: 'cli',
  });
  const total = { seconds: 0, changed: 0, unchanged: 0 };
  for (const day of days) {
    // The figures are made outside the clock: an import gets them from its source.
    const fresh = freshDays(day);
    const began = performance.now();
    const keys = fresh.map(({ queueId, valueTypeId }) => ({ queueId, valueTypeId, day }));
    const stored = await store.readDays(keys);
    const changes: DayChange[] = [];
    const counters = { rowsRead: 0, valuesWritten: 0, valuesUnchanged: 0 };
    fresh.forEach(({ fresh: values }, index) => {
      const merged = mergeDay(stored[index], values);
      counters.valuesWritten += merged.changed;
      counters.valuesUnchanged += merged.unchanged;
      if (merged.changed > 0) changes.push({ ...keys[index]!, before: stored[index], after: merged.chunk });
    });
    await store.commitDay(run.id, 'Bench', day, { state: 'done', changes, counters, problems: [] });
    total.seconds += (performance.now() - began) / 1000;
    total.changed += counters.valuesWritten;
    total.unchanged += counters.valuesUnchanged;
  }
  await store.finishRun(run.id, 'completed');
  return total;
}

function freshDays(day: Day) {
  const starts = dayIntervals(zone, INTERVAL_MINUTES, day);
  const { startUtc } = dayBounds(zone, day);
  return Array.from({ length: QUEUES * VALUE_TYPES }, (_, index) => {
    const queueId = Math.floor(index / VALUE_TYPES) + 1;
    const valueTypeId = (index % VALUE_TYPES) + 1;
    const values = starts.map(
      (start) => ((start / 900) * 7919 + queueId * 104_729 + valueTypeId * 1_299_709) % 30_000,
    );
    return { queueId, valueTypeId, fresh: { startUtc, intervalMinutes: INTERVAL_MINUTES, starts, values } };
  });
}

function countOf(condition: string): string {
  return `SELECT count(*) AS rows FROM interval_value WHERE ${condition}`;
}

async function timed(name: string, count: () => Promise<number>): Promise<void> {
  const began = performance.now();
  const rows = await count();
  console.log(`interval_value, ${name}: ${rows} rows in ${(performance.now() - began).toFixed(0)} ms`);
}

function printSize(what: string, bytes: number): void {
  console.log(`${what}: ${megabytes(bytes)} MB, ${Math.round(bytes / storedDays)} bytes a stored day`);
}

function print(what: string, { seconds, changed, unchanged }: Outcome): void {
  const perSecond = Math.round((changed + unchanged) / seconds);
  console.log(
    `${what}: ${seconds.toFixed(2)} s, ${changed} values written, ${unchanged} unchanged, ${perSecond} values a second`,
  );
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
