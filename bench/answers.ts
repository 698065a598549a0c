/*
 * How long the console waits for the engine while an import runs flat out: the tree, the mappings, the WFM queues and
 * the preview of a day are asked for over and over, as the console asks, while 5,040,000 values are imported first and
 * once more unchanged. Prints p50, p95 and the longest of each call, with the engine at rest and under the import; ends
 * with 1 when a p95 under the import is 100 ms or more.
 *
 * A preview is asked for in two ways: with another script over rows the engine has (as typing in the script does), and
 * with rows read anew, which is as slow as the source, already at rest: that one is printed only.
 *
 * `npm run build && npx node bench/answers.ts [--source sqlite|postgresql] [--days 105]`, on Linux.
 * Debian: apt-get install libsqliteodbc postgresql odbc-postgresql
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { defaultScenario } from '#shared/domain/scenario/index.ts';
import { type BenchEngine, startEngine } from './support/engine.ts';
import { intervalHome, writeHome } from './support/home.ts';
import { dayAt, figures, firstDay, intervalTable, queueCount } from './support/interval-source.ts';
import { type BenchSource, makeSource, sourceNames } from './support/source.ts';

const askedP95Ms = 100;
const restRounds = 50;
/** It takes so long that the others would hardly be asked beside it. */
const readAnewEvery = 10;
const readingAnew = 'mapping.preview, rows anew';

const { values: options } = parseArgs({
  options: { source: { type: 'string' }, days: { type: 'string', default: '105' } },
});
const days = Number(options.days);

const folder = mkdtempSync(path.join(tmpdir(), 'xlink-bench-answers-'));
try {
  for (const name of sourceNames) {
    if (options.source !== undefined && options.source !== name) continue;
    const home = path.join(folder, name);
    mkdirSync(home);
    const source = await makeSource(name, path.join(home, 'acd.db'), intervalTable(days));
    try {
      await measure(source, home);
    } finally {
      await source.stop();
      rmSync(home, { recursive: true, force: true });
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Milliseconds by what was asked. */
type Waits = Map<string, number[]>;

async function measure(source: BenchSource, home: string): Promise<void> {
  await writeHome(home, intervalHome(source));
  const engine = await startEngine(home);
  try {
    // What is read once and kept is not what an operator waits for later.
    await askRound(engine, new Map(), 0);
    const atRest: Waits = new Map();
    for (let round = 1; round <= restRounds; round += 1) await askRound(engine, atRest, round);
    printWaits(`${source.name}, at rest`, atRest);
    for (const what of ['first import', 'repeated import']) {
      const waits: Waits = new Map();
      let isOver = false;
      const importing = engine.importDays(firstDay, dayAt(days - 1)).finally(() => {
        isOver = true;
      });
      for (let round = 1; !isOver; round += 1) await askRound(engine, waits, round);
      const { seconds } = await importing;
      printWaits(`${source.name}, ${what} of ${seconds.toFixed(1)} s`, waits);
      for (const [call, found] of waits) {
        if (call === readingAnew || percentile(found, 0.95) < askedP95Ms) continue;
        console.log(`  ${call}: p95 is not under ${askedP95Ms} ms`);
        process.exitCode = 1;
      }
    }
  } finally {
    await engine.stop();
  }
}

async function askRound({ client }: BenchEngine, waits: Waits, round: number): Promise<void> {
  const queueId = 1 + (round % queueCount);
  const valueTypeId = 1 + (round % figures.length);
  const known = { queueId: 1, valueTypeId: 1, day: dayAt(0), text: `${defaultScenario(1)}' ${round}\r\n` };
  const anew = { queueId, valueTypeId, day: dayAt(round % days), fresh: true };
  await timed(waits, 'tree.read', () => client.call('tree.read', { system: 'ACD', fresh: false }));
  await timed(waits, 'mapping.read', () => client.call('mapping.read', {}));
  await timed(waits, 'wfm.read', () => client.call('wfm.read', {}));
  await timed(waits, 'mapping.preview, rows known', () => client.call('mapping.preview', known));
  if (round % readAnewEvery === 0) {
    await timed(waits, readingAnew, () => client.call('mapping.preview', anew));
  }
}

async function timed(waits: Waits, what: string, ask: () => Promise<unknown>): Promise<void> {
  const startedMs = performance.now();
  await ask();
  const list = waits.get(what) ?? [];
  waits.set(what, list);
  list.push(performance.now() - startedMs);
}

function percentile(found: readonly number[], part: number): number {
  const sorted = found.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

function printWaits(title: string, waits: Waits): void {
  console.log(`\n${title}; ${new Date().toISOString()}, load ${loadavg()[0]!.toFixed(1)}`);
  console.log(line('', ['calls', 'p50 ms', 'p95 ms', 'longest ms']));
  for (const [call, found] of waits) {
    const times = [percentile(found, 0.5), percentile(found, 0.95), Math.max(...found)];
    console.log(line(call, [String(found.length), ...times.map((ms) => ms.toFixed(1))]));
  }
}

function line(what: string, cells: readonly string[]): string {
  return `  ${what.padEnd(30)}${cells.map((cell) => cell.padStart(12)).join('')}`;
}
