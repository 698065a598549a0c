/*
 * Writes a quarter of figures into an empty store day by day as an import does, then compares the same figures again,
 * and reads them by plain SQL: seconds and megabytes. `node bench/store.ts`; prints only.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { mergeDay } from '#engine/wfm/packDay.ts';
import { openSqliteStore } from '#engine/wfm/sqlite/open.ts';
import type { DayChange, WfmStore } from '#engine/wfm/store.ts';
import { addDays, type Day, dayBounds, daysOf, parseDay } from '#shared/domain/time/day.ts';
import { dayIntervals } from '#shared/domain/time/interval.ts';
import { zoneOf } from '#shared/domain/time/zone.ts';

const QUEUES = 100;
const VALUE_TYPES = 5;
const DAYS = 105;
const TIME_ZONE = 'Europe/Paris';
const INTERVAL_MINUTES = 15;

const folder = mkdtempSync(join(tmpdir(), 'xlink-bench-'));
const file = join(folder, 'wfm.db');
const fromDay = parseDay('2026-01-01');
const days = daysOf(fromDay, addDays(fromDay, DAYS - 1));
const zone = zoneOf(TIME_ZONE);

try {
  const store = await openSqliteStore(file);
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
  const written = await importAll(store);
  print('written into an empty store', written);
  const unchanged = await importAll(store);
  print('compared, unchanged', unchanged);
  await store.close();
  console.log(`file: ${megabytes(statSync(file).size)} MB, memory at most: ${megabytes(peakMemory())} MB`);
  readBySql();
} finally {
  rmSync(folder, { recursive: true, force: true });
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

function readBySql(): void {
  const database = new Database(file, { readonly: true });
  const timed = (name: string, from: string, to: string, more = '') => {
    const statement = database
      .prepare<[string, string], number>(
        `SELECT count(*) FROM interval_value WHERE queue_id = 50 AND start_utc >= ? AND start_utc < ? ${more}`,
      )
      .pluck();
    const began = performance.now();
    const rows = statement.get(from, to);
    console.log(`interval_value, ${name}: ${rows} rows in ${(performance.now() - began).toFixed(0)} ms`);
  };
  timed('a day of a queue', '2026-02-01', '2026-02-02');
  timed('a month of a queue', '2026-02-01', '2026-03-01');
  timed('a month of a queue and value type', '2026-02-01', '2026-03-01', 'AND value_type_id = 3');
  database.close();
}

function print(what: string, { seconds, changed, unchanged }: Outcome): void {
  const perSecond = Math.round((changed + unchanged) / seconds);
  console.log(
    `${what}: ${seconds.toFixed(2)} s, ${changed} values written, ${unchanged} unchanged, ${perSecond} values a second`,
  );
}

function peakMemory(): number {
  return process.resourceUsage().maxRSS * 1024;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
