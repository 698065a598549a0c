/*
 * Imports 1,000,000 source rows with the built engine process, from SQLite through ODBC: once with bounded, once with
 * unbounded text columns. Prints rows and values a second, the engine's peak memory, and what python3-pyodbc needs to
 * read the same rows only. `npm run build && node bench/import-rows.ts`; on Linux, as the peak is read from /proc.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { openSqliteStore } from '#engine/wfm/sqlite/open.ts';
import type { RunProgress } from '#shared/contract/imports.ts';
import { contract } from '#shared/contract/index.ts';
import { createClient } from '#shared/rpc/client.ts';
import { spawnNodeEngine } from '../electron/host/spawn-node.ts';
import { superviseEngine } from '../electron/host/supervisor.ts';

const queueCount = 100;
const intervalCount = 10_000;
const figures = ['offered', 'answered', 'abandoned', 'talk_s', 'acw_s'];
const mapped = ['offered', 'answered'];
const firstMs = Date.UTC(2026, 0, 1);
const lastMs = firstMs + (intervalCount - 1) * 900_000;
const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const peakLimitMb = 300;

const folder = mkdtempSync(path.join(tmpdir(), 'xlink-import-rows-'));
const script = fileURLToPath(new URL('../out/main/engine.js', import.meta.url));
const peer = fileURLToPath(new URL('peers/read_pyodbc.py', import.meta.url));

function makeSource(file: string, textType: (characters: number) => string): void {
  const database = new Database(file);
  database.pragma('journal_mode = OFF');
  database.exec(
    `CREATE TABLE calls (stamp ${textType(19)}, queue ${textType(40)}, ${figures.map((name) => `${name} INTEGER`).join(', ')})`,
  );
  const insert = database.prepare(`INSERT INTO calls VALUES (?, ?, ?, ?, ?, ?, ?)`);
  database.transaction(() => {
    for (let interval = 0; interval < intervalCount; interval += 1) {
      const stamp = new Date(firstMs + interval * 900_000).toISOString().slice(0, 19).replace('T', ' ');
      for (let queue = 0; queue < queueCount; queue += 1) {
        const offered = (interval * 7 + queue * 13) % 60;
        insert.run(stamp, `Queue ${queue + 1}`, offered, offered - 1, 1, offered * 180, offered * 20);
      }
    }
  })();
  database.exec('CREATE INDEX calls_stamp ON calls (stamp)');
  database.close();
}

async function makeHome(home: string, source: string): Promise<void> {
  const lines = [
    '[DB]',
    '1=WFM,0,,',
    '[ACD]',
    `Source=${source}`,
    'QueueSQL=SELECT DISTINCT queue FROM calls',
    'CallDataTable=calls',
    'TimeStampColumn=stamp',
    'TimeStampType=0',
    'QueueNameColumn=queue',
    `ValueTypes=${figures.join(';')}`,
    'Interval=15',
    'TimeZone=UTC',
    '',
  ];
  writeFileSync(path.join(home, 'isps_ul.ini'), lines.join('\r\n'));
  const queues = Array.from({ length: queueCount }, (_, index) => index + 1);
  const map = queues.flatMap((id) =>
    mapped.map((figure, index) => `WFM:0:${id}:${index + 1}=ACD:Queue ${id}:${figure}\r\n`),
  );
  writeFileSync(path.join(home, 'acd_map.ini'), map.join(''));
  const store = await openSqliteStore(path.join(home, 'wfm.db'));
  await store.load({
    queues: queues.map((id) => ({ id, name: `Queue ${id}`, timeZone: 'UTC', intervalMinutes: 15 as const })),
    valueTypes: mapped.map((name, index) => ({ id: index + 1, name })),
  });
  await store.close();
}

/** The most memory the process ever had, in MB. */
function peakMb(pid: number): number {
  const kilobytes = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Math.round(Number(kilobytes) / 1024);
}

async function importAll(home: string): Promise<{ run: RunProgress; seconds: number; peak: number }> {
  const supervisor = superviseEngine({ spawn: () => spawnNodeEngine({ script, homeFolder: home }) });
  try {
    const engine = createClient(contract, supervisor.connect());
    const { enginePid } = await engine.call('home.info', {});
    const startedMs = performance.now();
    const { runId } = await engine.call('imports.start', {
      stream: 'calls',
      from: dayOf(firstMs),
      to: dayOf(lastMs),
    });
    await engine.watch('imports.watch', { runId }, () => {}).ended;
    const seconds = (performance.now() - startedMs) / 1000;
    return { run: await engine.call('runs.read', { runId }), seconds, peak: peakMb(enginePid) };
  } finally {
    await supervisor.stop();
  }
}

function readByPeer(source: string): string {
  try {
    const printed = execFileSync('/usr/bin/python3', [peer, source, 'calls'], { encoding: 'utf8' });
    const { rows, seconds } = JSON.parse(printed) as { rows: number; seconds: number };
    return `${Math.round(rows / seconds).toLocaleString('en')} rows/s`;
  } catch {
    return 'not there (apt-get install python3-pyodbc)';
  }
}

try {
  for (const [columns, textType] of [
    ['bounded', (characters: number) => `VARCHAR(${characters})`],
    ['unbounded', () => 'TEXT'],
  ] as const) {
    const home = mkdtempSync(path.join(folder, 'home-'));
    const file = path.join(home, 'acd.db');
    makeSource(file, textType);
    const source = `Driver=SQLite3;Database=${file}`;
    await makeHome(home, source);
    const { run, seconds, peak } = await importAll(home);
    const rate = (count: number) => `${Math.round(count / seconds).toLocaleString('en')}`;
    console.log(`${columns} text columns: ${run.status}, ${run.rowsRead} rows in ${seconds.toFixed(1)} s`);
    console.log(`  ${rate(run.rowsRead)} rows/s, ${rate(run.valuesWritten)} values/s written`);
    console.log(
      `  engine's peak ${peak} MB, limit ${peakLimitMb} MB${peak < peakLimitMb ? '' : ': TOO MUCH'}`,
    );
    console.log(`  python3-pyodbc, reading only: ${readByPeer(source)}`);
    if (run.status !== 'completed' || peak >= peakLimitMb) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
