/*
 * Imports 1,008,000 source rows (100 queues × 96 intervals × 105 days, five figures each) mapped one to one: 5,040,000
 * values into an empty store, then once more unchanged, then with one value changed anywhere in the source, then with
 * two changed so that all sums stay. From SQLite and from PostgreSQL through ODBC, beside the same by a Python script
 * (`peers/import_pyodbc.py`) and the bare fetch by `isql`. Prints seconds, values a second, processor seconds and the
 * peak memory of all processes of the engine together; ends with 1 when what was asked for does not hold.
 *
 * `npm run build && npx node bench/import.ts [--source sqlite|postgresql] [--days 1050] [--skip-peer]`, on Linux.
 * Debian: apt-get install libsqliteodbc python3-pyodbc unixodbc postgresql odbc-postgresql
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { type Checksum, requireSame } from './support/checksum.ts';
import { type ImportedRun, startEngine } from './support/engine.ts';
import { intervalHome, writeHome } from './support/home.ts';
import {
  dayAt,
  expectedValues,
  figures,
  figuresAt,
  firstDay,
  intervalsPerDay,
  intervalTable,
  queueCount,
  stampAt,
} from './support/interval-source.ts';
import { fetchSeconds, requirePeers, runPeer } from './support/peers.ts';
import { mustHold, openTable, type PrintLine } from './support/report.ts';
import { type BenchSource, makeSource, sourceNames } from './support/source.ts';

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
  const expected = expectedValues(days);
  for (const name of sourceNames) {
    if (options.source !== undefined && options.source !== name) continue;
    const home = path.join(folder, name);
    mkdirSync(home);
    const source = await makeSource(name, path.join(home, 'acd.db'), intervalTable(days));
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
  const rows = (days * intervalsPerDay * queueCount).toLocaleString('en');
  const print = openTable(
    `${source.name}: ${days} days, ${rows} rows, ${expected.count.toLocaleString('en')} values`,
    { values: expected.count },
  );
  const peer = withPeer ? importByPeer(source, path.join(home, 'peer.db'), expected, print) : undefined;
  const ours = await importByEngine(source, home, expected, print);
  if (peer) {
    for (const what of ['first', 'repeated'] as const) {
      const ratio = (of: 'seconds' | 'cpuSeconds') => ours[what][of] / peer[what][of];
      mustHold(`${what} import, ours / peer`, ratio('seconds'), asked[what]);
      // What a loaded machine blurs less; the database server's own is in neither.
      console.log(`    by processor seconds: ${ratio('cpuSeconds').toFixed(3)}`);
    }
  }
  const peakMb = Math.max(ours.first.peakMb, ours.repeated.peakMb, ours.changed.peakMb);
  mustHold('peak memory, MB', peakMb, asked.peakMb);
}

function importByPeer(source: BenchSource, store: string, expected: Checksum, print: PrintLine) {
  const statements = Array.from({ length: days }, (_, offset) => dayStatement(offset));
  print('isql, fetching only', { seconds: fetchSeconds(source.connectionString, statements) });
  const run = () => runPeer('import_pyodbc.py', [source.connectionString, store, firstDay, String(days)]);
  const first = run();
  print('peer, first', first);
  const repeated = run();
  print('peer, repeated', repeated);
  requireSame('peer', store, expected);
  return { first, repeated };
}

/** What the peer asks for a day. */
function dayStatement(offset: number): string {
  return `SELECT stamp, queue, ${figures.join(', ')} FROM calls WHERE stamp >= '${dayAt(offset)} 00:00:00' AND stamp < '${dayAt(offset + 1)} 00:00:00'`;
}

async function importByEngine(source: BenchSource, home: string, expected: Checksum, print: PrintLine) {
  await writeHome(home, intervalHome(source));
  const store = path.join(home, 'wfm.db');
  const engine = await startEngine(home);
  const importAll = () => engine.importDays(firstDay, dayAt(days - 1));
  try {
    const first = await importAll();
    print('ours, first', first);
    counted(first, expected.count, 0);
    const repeated = await importAll();
    print('ours, repeated', repeated);
    counted(repeated, 0, expected.count);
    requireSame('ours', store, expected);
    const place = await changeOneValue(source);
    const changed = await importAll();
    print('ours, one value changed', changed);
    counted(changed, 1, expected.count - 1);
    requireStored(store, place);
    await exchangeTwoValues(source);
    const exchanged = await importAll();
    print('ours, two exchanged', exchanged);
    counted(exchanged, 2, expected.count - 2);
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

function anyRow() {
  const below = (limit: number) => Math.floor(Math.random() * limit);
  return {
    interval: below(days * intervalsPerDay),
    queue: 1 + below(queueCount),
    figure: below(figures.length),
  };
}

async function changeOneValue(source: BenchSource): Promise<Place> {
  const { interval, queue, figure } = anyRow();
  const stamp = stampAt(interval);
  const value = figuresAt(interval, queue)[figure]! + 1;
  await source.exec(
    `UPDATE calls SET ${figures[figure]} = ${value} WHERE stamp = '${stamp}' AND queue = 'Queue ${queue}'`,
  );
  return { queue, figure, stamp, value };
}

/** One less here and one more in the next queue at the same time: every sum by day, by interval and in all stays. */
async function exchangeTwoValues(source: BenchSource): Promise<void> {
  const { interval, queue, figure } = anyRow();
  const column = figures[figure]!;
  const other = 1 + (queue % queueCount);
  await source.exec(
    [
      [queue, '+'],
      [other, '-'],
    ]
      .map(
        ([number, sign]) =>
          `UPDATE calls SET ${column} = ${column} ${sign} 1 WHERE stamp = '${stampAt(interval)}' AND queue = 'Queue ${number}'`,
      )
      .join('; '),
  );
}

function requireStored(store: string, place: Place): void {
  const database = new Database(store, { readonly: true });
  try {
    const stored = database
      .prepare<[number, number, string], number>(
        'SELECT value FROM interval_value WHERE queue_id = ? AND value_type_id = ? AND start_utc = ?',
      )
      .pluck()
      .get(place.queue, place.figure + 1, `${place.stamp.replace(' ', 'T')}Z`);
    if (stored !== place.value) throw new Error(`Not written: ${JSON.stringify(place)}, but ${stored}.`);
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
