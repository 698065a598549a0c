/*
 * Reads 1,000,000 rows × 7 columns from SQLite through its ODBC driver: once with bounded, once with unbounded text
 * columns. Prints rows a second, the peak memory of the reading process, and the same of python3-pyodbc
 * (fetchmany 1000) with the same connection string and with the driver's own defaults (which hold the whole result in
 * memory). `node bench/odbc-read.ts`.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { openConnection } from '#engine/odbc/connection.ts';
import { withDefaults } from '#engine/odbc/connectionString.ts';
import { driverTraits } from '#engine/odbc/drivers.ts';

const rowCount = 1_000_000;
const peakLimitMb = 300;
const peer = fileURLToPath(new URL('peers/read_pyodbc.py', import.meta.url));

interface Reading {
  readonly rows: number;
  readonly seconds: number;
  readonly peakMb: number;
}

const [connectionString, table] = process.argv.slice(2);
if (connectionString !== undefined && table !== undefined) {
  process.stdout.write(JSON.stringify(await read(connectionString, table)));
} else {
  compare();
}

async function read(source: string, from: string): Promise<Reading> {
  const connection = await openConnection(source, { connectTimeoutMs: 10_000 });
  const startedMs = performance.now();
  let rows = 0;
  for await (const batch of connection.read(`SELECT * FROM ${from}`, [])) rows += batch.length;
  const seconds = (performance.now() - startedMs) / 1000;
  await connection.close();
  return { rows, seconds, peakMb: process.resourceUsage().maxRSS / 1024 };
}

function compare(): void {
  const folder = mkdtempSync(join(tmpdir(), 'xlink-odbc-read-'));
  try {
    const file = join(folder, 'acd.db');
    makeSource(file);
    const source = `Driver=SQLite3;Database=${file}`;
    const sameAttributes = withDefaults(source, driverTraits('SQLite3').attributes);
    for (const [name, from] of [
      ['bounded columns', 'bounded'],
      ['unbounded columns', 'unbounded'],
    ] as const) {
      const ours = answerOf(process.execPath, [fileURLToPath(import.meta.url), source, from]);
      const theirs = answerOf('/usr/bin/python3', [peer, sameAttributes, from]);
      const theirsAlone = answerOf('/usr/bin/python3', [peer, source, from]);
      const rate = ({ rows, seconds }: Reading) => rows / seconds;
      const show = (reading: Reading) =>
        `${Math.round(rate(reading)).toLocaleString('en')} rows/s, peak ${Math.round(reading.peakMb)} MB`;
      console.log(name);
      console.log(
        `  ours                      ${show(ours)}${ours.peakMb < peakLimitMb ? '' : ' (too much)'}`,
      );
      console.log(
        `  pyodbc, same attributes   ${show(theirs)}, ours is ${(rate(ours) / rate(theirs)).toFixed(2)} of it`,
      );
      console.log(
        `  pyodbc, driver's defaults ${show(theirsAlone)}, ours is ${(rate(ours) / rate(theirsAlone)).toFixed(2)} of it`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function answerOf(program: string, args: readonly string[]): Reading {
  const reading = JSON.parse(execFileSync(program, args, { encoding: 'utf8' })) as Reading;
  if (reading.rows !== rowCount) throw new Error(`${program} read ${reading.rows} rows, not ${rowCount}.`);
  return reading;
}

function makeSource(file: string): void {
  const database = new Database(file);
  database.pragma('journal_mode = OFF');
  for (const [name, stamp, text] of [
    ['bounded', 'TIMESTAMP', 'VARCHAR(40)'],
    ['unbounded', 'TEXT', 'TEXT'],
  ] as const) {
    database.exec(
      `CREATE TABLE ${name} (stamp ${stamp}, queue ${text}, agent ${text}, offered INTEGER, answered INTEGER, talk DOUBLE, acw INTEGER);
       WITH RECURSIVE n(x) AS (SELECT 0 UNION ALL SELECT x + 1 FROM n WHERE x < ${rowCount - 1})
       INSERT INTO ${name} SELECT strftime('%Y-%m-%d %H:%M:%S', 1767225600 + (x / 100) * 900, 'unixepoch'), 'Queue ' || (x % 100), 'agent ' || x, x % 60, x % 59, x / 3.0, x % 900 FROM n;`,
    );
  }
  database.close();
}
