import { spawn, spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { callKeys, callTable, section, settings, smallCentre } from '../support/acd.ts';
import { handWrittenHome, xlink } from '../support/cli.ts';
import type { SqliteFile } from '../support/sqlite.ts';
import { stallCalls, stallingTable } from './stalling-calls.ts';

const day = ['--from', '2026-03-02', '--to', '2026-03-02'];

/** Run 1 imported the day, run 2 some of it again. */
async function twoRuns(): Promise<{ folder: string; database: SqliteFile }> {
  const database = callTable([
    ['2026-03-02T08:00:00Z', 'Sales', 10, 9],
    ['2026-03-02T08:15:00Z', 'Sales', 4, 4],
  ]);
  const folder = await handWrittenHome(smallCentre(database));
  await xlink(folder, ['import', '--calls', ...day]);
  database.exec('UPDATE calls SET offered = offered + 100, answered = answered + 1 WHERE offered = 4');
  await xlink(folder, ['import', '--calls', ...day]);
  return { folder, database };
}

async function values(folder: string): Promise<number[]> {
  const { stdout } = await xlink(folder, ['export', 'intervals', ...day, '--json']);
  return (JSON.parse(stdout) as { intervals: { value: number }[] }).intervals.map(({ value }) => value);
}

describe('xlink runs changes', () => {
  it('tells per queue, value type and day what a run changed', async () => {
    const { folder } = await twoRuns();
    const result = await xlink(folder, ['runs', 'changes', '2']);
    expect(result.stdout).toMatch(/^day +system +queue +value type +before +after +difference +intervals\n/);
    expect(result.stdout).toMatch(/^2026-03-02 +ACD +Hotline +Calls offered +14 +114 +100 +1$/m);
    const { json } = await xlink(folder, ['runs', 'changes', '2', '--json']);
    expect(json()).toMatchObject({
      runId: 2,
      changes: [
        { system: 'ACD', day: '2026-03-02', valueType: 'Calls offered', old: 14, new: 114 },
        { valueType: 'Calls answered', old: 13, new: 14, intervalsChanged: 1 },
      ],
      changesLeftOut: 0,
    });
  });

  it('writes every interval into a CSV file', async () => {
    const { folder } = await twoRuns();
    const file = path.join(folder, 'changes.csv');
    const result = await xlink(folder, ['runs', 'changes', '2', '--csv', file, '--json']);
    const text = await readFile(file, 'utf8');
    expect(result.json()).toEqual({ runId: 2, file, bytes: text.length });
    expect(text.split('\n').slice(0, 2)).toEqual([
      'system,day,queue_id,queue,value_type_id,value_type,start_utc,start_local,time_zone,old,new,difference',
      'ACD,2026-03-02,1,Hotline,1,Calls offered,2026-03-02T08:15:00Z,2026-03-02T08:15:00+00:00,UTC,4,104,100',
    ]);
  });
});

describe('xlink runs report', () => {
  it('gives the report as a page, a table or a document', async () => {
    const { folder } = await twoRuns();
    const page = await xlink(folder, ['runs', 'report', '2']);
    expect(page.stdout).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
    const table = await xlink(folder, ['runs', 'report', '2', '--format', 'csv']);
    expect(table.stdout).toMatch(/^system,day,state,/);
    const document = await xlink(folder, ['runs', 'report', '2', '--format', 'json']);
    expect(document.json()).toMatchObject({ run: { runId: 2 }, changed: [{ intervalsChanged: 1 }, {}] });
    const file = path.join(folder, 'report.html');
    const written = await xlink(folder, ['runs', 'report', '2', '--out', file, '--json']);
    expect(written.json()).toMatchObject({ runId: 2, format: 'html', file });
    expect(await readFile(file, 'utf8')).toBe(page.stdout);
  });

  it('writes the page in the language it is told, English without', async () => {
    const { folder } = await twoRuns();
    const page = async (...options: string[]) =>
      (await xlink(folder, ['runs', 'report', '2', ...options])).stdout;
    expect(await page()).toContain('<html lang="en">');
    expect(await page('--language', 'fr')).toMatch(/<html lang="fr">[\s\S]*2 mars 2026[\s\S]*<\/html>/);
    expect(await page('--language', 'de')).toMatch(/<html lang="de">[\s\S]*2\. März 2026[\s\S]*<\/html>/);
    const table = ['--format', 'csv'];
    expect(await page(...table, '--language', 'fr')).toBe(await page(...table));
    const wrong = await xlink(folder, ['runs', 'report', '2', '--language', 'es']);
    expect(wrong).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('en, fr, de') });
  });
});

describe('xlink runs undo', () => {
  it('takes a run back once somebody has said yes', async () => {
    const { folder } = await twoRuns();
    expect(await values(folder)).toEqual([10, 104, 9, 5]);
    const asked = await xlink(folder, ['runs', 'undo', '2', '--json']);
    expect(asked.exitCode).toBe(2);
    expect(asked.json()).toMatchObject({
      error: { code: 'CONFIRMATION_NEEDED', details: { runId: 2, valuesRestored: 2, days: 1 } },
    });
    expect(await values(folder)).toEqual([10, 104, 9, 5]);
    const undone = await xlink(folder, ['runs', 'undo', '2', '--yes', '--json']);
    expect(undone).toMatchObject({ exitCode: 0 });
    expect(undone.json()).toMatchObject({ runId: 3, status: 'completed', undoOf: 2, valuesWritten: 2 });
    expect(await values(folder)).toEqual([10, 4, 9, 4]);
    const { stdout } = await xlink(folder, ['runs']);
    expect(stdout).toMatch(/^ *3 +undo of 2 +completed /m);
    expect(stdout).toMatch(/^ *2 +import, undone by 3 +completed /m);
  });

  it('says which values stay, and ends with exit code 3 when there are some', async () => {
    const { folder } = await twoRuns();
    const result = await xlink(folder, ['runs', 'undo', '1', '--yes']);
    expect(result.stderr).toContain('2 values were changed since and stay as they are (by run 2)');
    expect(result.exitCode).toBe(3);
    expect(result.stdout).toContain('UNDO_CHANGED_SINCE');
    expect(await values(folder)).toEqual([104, 5]);
  });

  it('says what cannot be taken back', async () => {
    const { folder } = await twoRuns();
    await xlink(folder, ['import', '--calls', ...day, '--dry-run']);
    const result = await xlink(folder, ['runs', 'undo', '3', '--yes', '--json']);
    expect(result.json()).toMatchObject({ error: { code: 'RUN_NOT_UNDOABLE', details: { variant: 'dry' } } });
  });

  const isScriptThere = spawnSync('script', ['--version']).status === 0;
  if (!isScriptThere) console.warn('Not run: the question on a terminal. Install bsdutils to run it.');

  it.skipIf(!isScriptThere)('asks on a terminal, and takes anything but yes for no', async () => {
    const { folder } = await twoRuns();
    expect(await onTerminal(folder, ['runs', 'undo', '2'], 'perhaps')).toContain('nothing was done');
    expect(await values(folder)).toEqual([10, 104, 9, 5]);
    const said = await onTerminal(folder, ['runs', 'undo', '2'], 'y');
    expect(said).toContain('2 values on 1 days get back what was there before run 2. [y/N]');
    expect(said).toContain('run 3: completed');
    expect(said).toContain('0 rows read, 2 values restored, 0 unchanged, 0 problems');
    expect(await values(folder)).toEqual([10, 4, 9, 4]);
  });
});

describe('xlink runs cancel', () => {
  it('leaves a run that has ended as it is', async () => {
    const { folder } = await twoRuns();
    const result = await xlink(folder, ['runs', 'cancel', '2', '--json']);
    expect(result).toMatchObject({ exitCode: 0 });
    expect(result.json()).toEqual({ runId: 2, status: 'completed' });
    expect((await xlink(folder, ['runs', 'cancel', '77', '--json'])).json()).toMatchObject({
      error: { code: 'RUN_UNKNOWN' },
    });
  });

  it('ends a run that another program does', async () => {
    const database = callTable([
      ['2026-03-02T08:00:00Z', 'Sales', 3, 3],
      ['2026-03-03T08:00:00Z', 'Sales', 3, 3],
    ]);
    stallCalls(database, '2026-03-03T00:00:00Z');
    const keys = { ...callKeys, Source: database.connectionString, CallDataTable: stallingTable };
    const folder = await handWrittenHome(smallCentre(database, { settings: settings(section('ACD', keys)) }));
    let cancelled: ReturnType<typeof xlink> | undefined;
    const imported = await xlink(
      folder,
      ['import', '--calls', '--from', '2026-03-02', '--to', '2026-03-09'],
      {
        onStderr: (text) => {
          if (text.includes('1 of 8 days')) cancelled ??= xlink(folder, ['runs', 'cancel', '1', '--json']);
        },
      },
    );
    expect((await cancelled!).json()).toEqual({ runId: 1, status: 'cancelled' });
    expect(imported).toMatchObject({ exitCode: 1, stdout: expect.stringContaining('run 1: cancelled') });
  });
});

describe('xlink import --preview', () => {
  it('shows what would change, per queue, value type and day, and writes nothing', async () => {
    const { folder, database } = await twoRuns();
    database.exec('UPDATE calls SET offered = 11 WHERE offered = 10');
    const result = await xlink(folder, ['import', '--calls', ...day, '--preview']);
    expect(result.stdout).toMatch(/^2026-03-02 +ACD +Hotline +Calls offered +114 +115 +1 +1$/m);
    expect(result.stdout).toContain('2 rows read, 1 values to write, 3 unchanged, 0 problems');
    const { json } = await xlink(folder, ['import', '--calls', ...day, '--preview', '--json']);
    expect(json()).toMatchObject({ dryRun: true, changes: [{ old: 114, new: 115 }] });
    expect(await values(folder)).toEqual([10, 104, 9, 5]);
  });
});

describe('xlink import --write-null', () => {
  /** Twelve quarters of an hour were imported; the source has lost eleven of them. */
  async function lostRows(): Promise<string> {
    const rows = Array.from(
      { length: 12 },
      (_, index) => [`2026-03-02T${String(index + 8).padStart(2, '0')}:00:00Z`, 'Sales', 5, 5] as const,
    );
    const database = callTable(rows);
    const folder = await handWrittenHome(smallCentre(database));
    await xlink(folder, ['import', '--calls', ...day]);
    database.exec('DELETE FROM calls WHERE stamp > (SELECT min(stamp) FROM calls)');
    return folder;
  }
  const command = ['import', '--calls', ...day, '--write-null'];

  it('says what would become 0, and needs a yes when that is more than a few values', async () => {
    const folder = await lostRows();
    const asked = await xlink(folder, command);
    expect(asked.exitCode).toBe(2);
    expect(asked.stderr).toMatch(/^2026-03-02 +ACD +Hotline +22$/m);
    expect(asked.stderr).toContain('22 stored values would become 0.');
    expect((await values(folder)).filter((value) => value === 0)).toEqual([]);
    const done = await xlink(folder, [...command, '--yes', '--json']);
    expect(done.json()).toMatchObject({ runId: 4, dryRun: false });
    expect((await values(folder)).filter((value) => value !== 0)).toEqual([5, 5]);
  });

  it('needs none for a few, and none where nothing stored would become 0', async () => {
    const database = callTable([['2026-03-02T08:00:00Z', 'Sales', 10, 9]]);
    const folder = await handWrittenHome(smallCentre(database));
    const result = await xlink(folder, [...command, '--json']);
    expect(result.json()).toMatchObject({ status: 'completed', valuesWritten: 192 });
  });

  it('leaves a day without any row as it is, unless that very day is named', async () => {
    const database = callTable([['2026-03-02T08:00:00Z', 'Sales', 10, 9]]);
    const folder = await handWrittenHome(smallCentre(database));
    await xlink(folder, ['import', '--calls', ...day]);
    database.exec('DELETE FROM calls');
    const left = await xlink(folder, command);
    expect(left.stderr).toContain('--zero-empty-day "ACD:2026-03-02"');
    expect(await values(folder)).toEqual([10, 9]);
    const named = [...command, '--zero-empty-day', 'acd:2026-03-02'];
    expect((await xlink(folder, [...named, '--json'])).json()).toMatchObject({
      error: { code: 'CONFIRMATION_NEEDED', details: { values: 2 } },
    });
    await xlink(folder, [...named, '--yes']);
    expect(new Set(await values(folder))).toEqual(new Set([0]));
    const wrong = await xlink(folder, [...command, '--zero-empty-day', 'ACD:1 March']);
    expect(wrong).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('SYSTEM:YYYY-MM-DD') });
  });
});

/** Runs the command line on a terminal of its own where somebody types an answer. */
function onTerminal(home: string, args: readonly string[], answer: string): Promise<string> {
  const program = fileURLToPath(new URL('../../out/main/cli.js', import.meta.url));
  const line = [process.execPath, program, '--home', home, ...args].map((part) => `'${part}'`).join(' ');
  const child = spawn('script', ['-qec', line, '/dev/null'], {
    env: { ...process.env, XLINK_SECRET_KEY_FILE: path.join(home, 'secret.key') },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill());
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (!said.includes('[y/N]') && (said + text).includes('[y/N]')) child.stdin.write(`${answer}\n`);
    said += text;
  });
  return new Promise((resolve) => {
    child.once('close', () => resolve(said));
  });
}
