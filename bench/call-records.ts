/*
 * Imports raw call records: 5,000,000 rows of one call each over fifty days, 99 queues in three zones, four figures
 * (calls, answered, talk and after-call work) summed up by the source's SQL; then once more unchanged. From SQLite and
 * from PostgreSQL through ODBC, beside a Python script that has the source sum up as well
 * (`peers/import_calls_pyodbc.py`), and the bare fetch of its sums by `isql`. Prints rows a second and the peak memory
 * of all processes of the engine together; ends with 1 when that is too much.
 *
 * `npm run build && npx node bench/call-records.ts [--source sqlite|postgresql] [--rows 500000] [--skip-peer]`, on Linux.
 * Debian: apt-get install libsqliteodbc python3-pyodbc unixodbc postgresql odbc-postgresql
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  callTable,
  days,
  expectedValues,
  figures,
  firstUtc,
  queueCount,
  zones,
} from './support/call-source.ts';
import { type Checksum, requireSame } from './support/checksum.ts';
import { startEngine } from './support/engine.ts';
import { writeHome } from './support/home.ts';
import { fetchSeconds, requirePeers, runPeer } from './support/peers.ts';
import { mustHold, openTable, type PrintLine } from './support/report.ts';
import { type BenchSource, makeSource, sourceNames } from './support/source.ts';

const askedPeakMb = 350;

const { values: options } = parseArgs({
  options: {
    source: { type: 'string' },
    rows: { type: 'string', default: '5000000' },
    'skip-peer': { type: 'boolean', default: false },
  },
});
const rows = Number(options.rows);
const withPeer = !options['skip-peer'];
if (withPeer) requirePeers();

const folder = mkdtempSync(path.join(tmpdir(), 'xlink-bench-calls-'));
try {
  const expected = expectedValues(rows);
  for (const name of sourceNames) {
    if (options.source !== undefined && options.source !== name) continue;
    const home = path.join(folder, name);
    mkdirSync(home);
    const source = await makeSource(name, path.join(home, 'acd.db'), callTable(rows));
    try {
      const print = openTable(
        `${source.name}: ${rows.toLocaleString('en')} calls, ${expected.count.toLocaleString('en')} values`,
        { rows, values: expected.count },
      );
      if (withPeer) importByPeer(source, path.join(home, 'peer.db'), expected, print);
      await importByEngine(source, home, expected, print);
    } finally {
      await source.stop();
      rmSync(home, { recursive: true, force: true });
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function importByPeer(source: BenchSource, store: string, expected: Checksum, print: PrintLine): void {
  const statements = Array.from({ length: days }, (_, day) => dayStatement(firstUtc + day * 86_400));
  print('isql, fetching sums only', { seconds: fetchSeconds(source.connectionString, statements) });
  const args = [source.connectionString, store, String(firstUtc), String(days)];
  print('peer, first', runPeer('import_calls_pyodbc.py', args));
  print('peer, repeated', runPeer('import_calls_pyodbc.py', args));
  requireSame('peer', store, expected);
}

/** What the peer asks for a day. */
function dayStatement(fromSeconds: number): string {
  const sums = figures.map((figure) => `${figure.function}(${figure.column})`).join(', ');
  return `SELECT started_s - started_s % 900, queue, ${sums} FROM calls WHERE started_s >= ${fromSeconds} AND started_s < ${fromSeconds + 86_400} GROUP BY 1, 2`;
}

async function importByEngine(
  source: BenchSource,
  home: string,
  expected: Checksum,
  print: PrintLine,
): Promise<void> {
  await writeHome(home, {
    section: [
      `Source=${source.connectionString}`,
      'QueueSQL=SELECT name FROM queues',
      'CallDataTable=calls',
      'TimeStampColumn=started_s',
      'TimeStampType=1',
      'QueueNameColumn=queue',
      `ValueTypes=${figures.map(({ column }) => column).join(';')}`,
      `ValueTypeFunctions=${figures.map((figure) => figure.function).join(';')}`,
    ],
    zones,
    figures: figures.map(({ column }) => column),
  });
  // The local days of the three zones begin and end up to half a day beside those of UTC.
  const from = dayOf(firstUtc - 86_400);
  const to = dayOf(firstUtc + days * 86_400);
  const engine = await startEngine(home);
  try {
    const first = await engine.importDays(from, to);
    print('ours, first', first);
    const repeated = await engine.importDays(from, to);
    print('ours, repeated', repeated);
    if (repeated.run.valuesWritten > 0) {
      throw new Error(`${repeated.run.valuesWritten} values of ${queueCount} queues were written again.`);
    }
    requireSame('ours', path.join(home, 'wfm.db'), expected);
    mustHold('peak memory, MB', Math.max(first.peakMb, repeated.peakMb), askedPeakMb);
  } finally {
    await engine.stop();
  }
}

function dayOf(utcSeconds: number): string {
  return new Date(utcSeconds * 1000).toISOString().slice(0, 10);
}
