/*
 * Imports 1,008,000 source rows (100 queues × 96 intervals × 105 days, five figures each) mapped one to one: 5,040,000
 * values into an empty store, then once more unchanged, then once more with one value changed somewhere in the source.
 * From SQLite and from PostgreSQL through ODBC, beside the same by a Python script (`peers/import_pyodbc.py`) and the
 * bare fetch by `isql`. Prints seconds, values a second, processor seconds and the peak memory of all processes of the
 * engine together; ends with 1 when what was asked for does not hold.
 *
 * `npm run build && npx node bench/import.ts [--source sqlite|postgresql] [--days 1050] [--skip-peer]`, on Linux.
 * Debian: apt-get install libsqliteodbc python3-pyodbc unixodbc postgresql odbc-postgresql
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { type ImportedRun, startEngine } from './support/engine.ts';
import { writeHome } from './support/home.ts';
import {
  type BenchSource,
  type Checksum,
  checksumOfSource,
  checksumOfStore,
  dayAt,
  figures,
  figuresAt,
  firstDay,
  intervalsPerDay,
  postgresSource,
  queueCount,
  sqliteSource,
  stampAt,
} from './support/interval-source.ts';
import { fetchSeconds, requirePeers, runPeer } from './support/peers.ts';

const asked = { first: 1 / 4, repeated: 1 / 10, peakMb: 350 };

const { values: options } = parseArgs({
  options: {
    source: { type: 'string' },
    days: { type: 'string', default: '105' },
    'skip-peer': { type: 'boolean', default: false },
  },
});
const days = Number(options.days);
const withPeer = !options['skip-peer'];
if (withPeer) requirePeers();

const folder = mkdtempSync(path.join(tmpdir(), 'xlink-bench-import-'));
try {
  const expected = checksumOfSource(days);
  for (const name of ['sqlite', 'postgresql'] as const) {
    if (options.source !== undefined && options.source !== name) continue;
    const home = path.join(folder, name);
    mkdirSync(home);
    const source =
      name === 'sqlite' ? await sqliteSource(path.join(home, 'acd.db'), days) : await postgresSource(days);
    try {
      await compare(source, home, expected);
    } finally {
      await source.stop();
      rmSync(home, { recursive: true, force: true });
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function compare(source: BenchSource, home: string, expected: Checksum): Promise<void> {
  const rows = days * intervalsPerDay * queueCount;
  console.log(
    `\n${source.name}: ${days} days, ${rows.toLocaleString('en')} rows, ${expected.count.toLocaleString('en')} values; ${new Date().toISOString()}, load ${loadavg()[0]!.toFixed(1)}`,
  );
  console.log(line('', 'seconds', 'values/s', 'processor s', 'peak MB'));
  const show = (what: string, run: { seconds: number; cpuSeconds?: number; peakMb?: number }) =>
    console.log(
      line(
        what,
        run.seconds.toFixed(2),
        Math.round(expected.count / run.seconds).toLocaleString('en'),
        run.cpuSeconds?.toFixed(2) ?? '',
        run.peakMb?.toFixed(0) ?? '',
      ),
    );
  const peer = withPeer ? importByPeer(source, path.join(home, 'peer.db'), expected, show) : undefined;
  const ours = await importByEngine(source, home, expected, show);
  const peakMb = Math.max(ours.first.peakMb, ours.repeated.peakMb, ours.changed.peakMb);
  if (peer) {
    holds('first import, ours / peer', ours.first.seconds / peer.first.seconds, asked.first);
    holds('repeated import, ours / peer', ours.repeated.seconds / peer.repeated.seconds, asked.repeated);
  }
  holds('peak memory, MB', peakMb, asked.peakMb);
}

type Show = (what: string, run: { seconds: number; cpuSeconds?: number; peakMb?: number }) => void;

function importByPeer(source: BenchSource, store: string, expected: Checksum, show: Show) {
  const statements = Array.from({ length: days }, (_, offset) => dayStatement(offset));
  show('isql, fetching only', { seconds: fetchSeconds(source.connectionString, statements) });
  const run = () => runPeer('import_pyodbc.py', [source.connectionString, store, firstDay, String(days)]);
  const first = run();
  show('peer, first', first);
  const repeated = run();
  show('peer, repeated', repeated);
  same('peer', checksumOfStore(store), expected);
  return { first, repeated };
}

/** What the peer asks for a day. */
function dayStatement(offset: number): string {
  return `SELECT stamp, queue, ${figures.join(', ')} FROM calls WHERE stamp >= '${dayAt(offset)} 00:00:00' AND stamp < '${dayAt(offset + 1)} 00:00:00'`;
}

async function importByEngine(source: BenchSource, home: string, expected: Checksum, show: Show) {
  await writeHome(home, {
    section: [
      `Source=${source.connectionString}`,
      'QueueSQL=SELECT DISTINCT queue FROM calls',
      'CallDataTable=calls',
      'TimeStampColumn=stamp',
      `TimeStampType=${source.timeStampType}`,
      'QueueNameColumn=queue',
      `ValueTypes=${figures.join(';')}`,
      'Interval=15',
      'TimeZone=UTC',
    ],
    zones: Array.from({ length: queueCount }, () => 'UTC'),
    figures,
  });
  const store = path.join(home, 'wfm.db');
  const engine = await startEngine(home);
  const importAll = () => engine.importDays(firstDay, dayAt(days - 1));
  try {
    const first = await importAll();
    show('ours, first', first);
    counted(first, expected.count, 0);
    const repeated = await importAll();
    show('ours, repeated', repeated);
    counted(repeated, 0, expected.count);
    same('ours', checksumOfStore(store), expected);
    const place = await changeOneValue(source);
    const changed = await importAll();
    show('ours, one value changed', changed);
    counted(changed, 1, expected.count - 1);
    const stored = storedValue(store, place);
    if (stored !== place.value) throw new Error(`${JSON.stringify(place)} was not written, but ${stored}.`);
    return { first, repeated, changed };
  } finally {
    await engine.stop();
  }
}

interface Place {
  readonly queue: number;
  readonly figure: number;
  readonly stamp: string;
  readonly value: number;
}

async function changeOneValue(source: BenchSource): Promise<Place> {
  const below = (limit: number) => Math.floor(Math.random() * limit);
  const interval = below(days * intervalsPerDay);
  const queue = 1 + below(queueCount);
  const figure = below(figures.length);
  const stamp = stampAt(interval);
  const value = figuresAt(interval, queue)[figure]! + 1;
  await source.exec(
    `UPDATE calls SET ${figures[figure]} = ${value} WHERE stamp = '${stamp}' AND queue = 'Queue ${queue}'`,
  );
  return { queue, figure, stamp, value };
}

function storedValue(store: string, { queue, figure, stamp }: Place): number | undefined {
  const database = new Database(store, { readonly: true });
  try {
    return database
      .prepare<[number, number, string], number>(
        'SELECT value FROM interval_value WHERE queue_id = ? AND value_type_id = ? AND start_utc = ?',
      )
      .pluck()
      .get(queue, figure + 1, `${stamp.replace(' ', 'T')}Z`);
  } finally {
    database.close();
  }
}

function counted({ run }: ImportedRun, written: number, unchanged: number): void {
  if (run.valuesWritten === written && run.valuesUnchanged === unchanged) return;
  throw new Error(
    `${run.valuesWritten} values written and ${run.valuesUnchanged} unchanged, not ${written} and ${unchanged}.`,
  );
}

function same(whose: string, found: Checksum, expected: Checksum): void {
  if (JSON.stringify(found) === JSON.stringify(expected)) return;
  throw new Error(
    `The store (${whose}) does not hold the source's values: ${JSON.stringify({ found, expected })}`,
  );
}

function holds(what: string, measured: number, limit: number): void {
  const within = measured <= limit;
  const text = (value: number) => (value < 10 ? value.toFixed(3) : value.toFixed(0));
  console.log(
    `  ${what}: ${text(measured)}, asked for ${text(limit)}: ${within ? 'holds' : 'DOES NOT HOLD'}`,
  );
  if (!within) process.exitCode = 1;
}

function line(what: string, ...cells: readonly string[]): string {
  return `  ${what.padEnd(26)}${cells.map((cell) => cell.padStart(13)).join('')}`;
}
