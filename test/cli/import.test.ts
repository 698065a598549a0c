import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  addCalls,
  type CallRow,
  callKeys,
  callTable,
  map,
  section,
  settings,
  smallCentre,
} from '../support/acd.ts';
import { handWrittenHome, xlink } from '../support/cli.ts';
import { temporaryFolder } from '../support/home.ts';
import { sqliteFile } from '../support/sqlite.ts';
import { stallCalls, stallingTable } from './stalling-calls.ts';

const day = ['--from', '2026-03-02', '--to', '2026-03-02'];
const rows: CallRow[] = [
  ['2026-03-02T08:00:00Z', 'Sales', 10, 9],
  ['2026-03-02T08:15:00Z', 'Sales', 4, 4],
];

async function stored(folder: string, from = '2026-01-01', to = '2026-12-31') {
  const exported = await xlink(folder, ['export', 'intervals', '--from', from, '--to', to, '--json']);
  return exported.json<{ intervals: { start_utc: string; value_type: string; value: number }[] }>().intervals;
}

describe('xlink import', () => {
  it('needs nothing but hand-written files and a "wfm load", and makes no other file of settings', async () => {
    const folder = await handWrittenHome(smallCentre(callTable(rows)));
    const result = await xlink(folder, ['import', '--calls', ...day, '--json']);
    expect(result.exitCode).toBe(0);
    expect(result.json()).toEqual({
      runId: 1,
      status: 'completed',
      fromDay: '2026-03-02',
      toDay: '2026-03-02',
      systems: ['ACD'],
      dryRun: false,
      rowsRead: 2,
      valuesWritten: 4,
      valuesUnchanged: 0,
      problems: [],
    });
    expect(result.stderr).toContain('1 of 1 days');
    expect(await stored(folder)).toMatchObject([
      { start_utc: '2026-03-02T08:00:00Z', value_type: 'Calls offered', value: 10 },
      { start_utc: '2026-03-02T08:15:00Z', value_type: 'Calls offered', value: 4 },
      { start_utc: '2026-03-02T08:00:00Z', value_type: 'Calls answered', value: 9 },
      { start_utc: '2026-03-02T08:15:00Z', value_type: 'Calls answered', value: 4 },
    ]);
    const files = (await readdir(folder)).filter((name) => !name.startsWith('wfm.')).sort();
    expect(files).toEqual(['1.BAS', '2.BAS', 'acd_map.ini', 'isps_ul.ini', 'logs']);
  });

  it('needs no record of the system either: a section alone is a Universal system with PhoneLink', async () => {
    const files = smallCentre(callTable(rows));
    const { externalSystems: _, ...wfm } = files.wfm;
    const folder = await handWrittenHome({ ...files, wfm });
    const result = await xlink(folder, ['import', '--calls', ...day, '--json']);
    expect(result.json()).toMatchObject({ status: 'completed', valuesWritten: 4 });
  });

  it('reads a data source by its name as well as by a connection string', async () => {
    const database = callTable(rows);
    const files = smallCentre(database);
    const folder = await handWrittenHome({
      ...files,
      settings: settings(section('ACD', { Source: 'bank acd', ...callKeys })),
    });
    const odbcIni = path.join(folder, 'odbc.ini');
    await writeFile(odbcIni, `[bank acd]\nDriver=SQLite3\nDatabase=${database.path}\n`);
    const environment = { ODBCINI: odbcIni };
    const result = await xlink(folder, ['import', '--calls', ...day, '--json'], { environment });
    expect(result.json()).toMatchObject({ status: 'completed', valuesWritten: 4 });
    const without = await xlink(folder, ['import', '--calls', ...day, '--json'], {
      environment: { ODBCINI: path.join(folder, 'none.ini') },
    });
    expect(without.exitCode).toBe(1);
    expect(without.json()).toMatchObject({
      status: 'failed',
      error: { code: 'ODBC_NO_DATA_SOURCE', message: expect.stringContaining('bank acd') },
    });
  });

  it('takes only the named system, in any case', async () => {
    const [one, other] = [callTable(rows), callTable(rows)];
    const folder = await handWrittenHome(
      smallCentre(one, {
        settings: settings(
          section('ACD', { Source: one.connectionString, ...callKeys }),
          section('Branch', { Source: other.connectionString, ...callKeys }),
        ),
        mapping: map('0:1:1=ACD:Sales:offered', '0:1:2=Branch:Sales:answered'),
        scripts: {},
      }),
    );
    const result = await xlink(folder, ['import', '--calls', ...day, '--system', 'branch', '--json']);
    expect(result.json()).toMatchObject({ systems: ['Branch'], valuesWritten: 2 });
    const all = await xlink(folder, ['import', '--calls', ...day, '--json']);
    expect(all.json()).toMatchObject({ systems: ['ACD', 'Branch'], valuesWritten: 2, valuesUnchanged: 2 });
  });

  it('of today reads today and yesterday, again and again, and writes what differs', async () => {
    // A zone in which it is about noon, so that no day ends while this runs.
    const hours = 12 - new Date().getUTCHours();
    const timeZone = `${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}:00`;
    const yesterday = new Date(Date.now() + (hours - 24) * 3_600_000).toISOString().slice(0, 10);
    const database = callTable([[`${yesterday}T12:00:00${timeZone}`, 'Sales', 10, 9]]);
    const files = smallCentre(database);
    const queues = [{ id: 1, name: 'Hotline', timeZone, intervalMinutes: 15 as const }];
    const folder = await handWrittenHome({ ...files, wfm: { ...files.wfm, queues } });
    const first = await xlink(folder, ['import', '--calls', '--today', '--json']);
    expect(first.json()).toMatchObject({ fromDay: yesterday, valuesWritten: 2 });
    database.exec('UPDATE calls SET answered = 10');
    const again = await xlink(folder, ['import', '--calls', '--today', '--json']);
    expect(again.json()).toMatchObject({ valuesWritten: 1, valuesUnchanged: 1 });
    const both = await xlink(folder, ['import', '--calls', '--today', '--from', yesterday]);
    expect(both).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("'--today'") });
  });

  it('writes nothing in a dry run, and counts what it would', async () => {
    const folder = await handWrittenHome(smallCentre(callTable(rows)));
    const result = await xlink(folder, ['import', '--calls', ...day, '--dry-run', '--json']);
    expect(result.json()).toMatchObject({ status: 'completed', dryRun: true, rowsRead: 2, valuesWritten: 4 });
    expect(await stored(folder)).toEqual([]);
    const runs = await xlink(folder, ['runs', '--json']);
    expect(runs.json()).toMatchObject({ runs: [{ runId: 1, dryRun: true }] });
    const real = await xlink(folder, ['import', '--calls', ...day, '--json']);
    expect(real.json()).toMatchObject({ valuesWritten: 4, valuesUnchanged: 0 });
  });

  it('ends with exit code 3 and the problems with their place when a script fails in some intervals', async () => {
    const files = smallCentre(callTable(rows));
    const folder = await handWrittenHome({
      ...files,
      scripts: { ...files.scripts, 1: 'Sub Main()\r\n  Result = 100 / (Para1 - 4) * 100\r\nEnd Sub\r\n' },
    });
    const result = await xlink(folder, ['import', '--calls', ...day, '--json']);
    expect(result.exitCode).toBe(3);
    expect(result.json()).toMatchObject({
      status: 'completed-with-problems',
      valuesWritten: 3,
      problems: [
        {
          queueId: 1,
          queue: 'Hotline',
          valueTypeId: 1,
          valueType: 'Calls offered',
          day: '2026-03-02',
          startUtc: '2026-03-02T08:15:00.000Z',
          script: '1.BAS',
          line: 2,
          count: 1,
        },
      ],
    });
    const plain = await xlink(folder, ['import', '--calls', ...day]);
    expect(plain.stdout).toMatch(/run 2: completed-with-problems\n[\s\S]*1\.BAS, line 2/);
  });

  it('fails with exit code 1 when nothing can be imported', async () => {
    const files = smallCentre(callTable(rows));
    const folder = await handWrittenHome({ ...files, mapping: '' });
    const result = await xlink(folder, ['import', '--calls', ...day, '--json']);
    expect(result.exitCode).toBe(1);
    expect(result.json()).toMatchObject({ status: 'failed', error: { code: 'NOTHING_MAPPED' } });
    const empty = await xlink(await temporaryFolder(), ['import', '--calls', ...day, '--json']);
    expect(empty.exitCode).toBe(1);
    expect(empty.json()).toMatchObject({ error: { code: 'NO_SYSTEM' } });
  });

  it('stops at Ctrl+C: status cancelled, exit code 1, whole days only; --resume does the rest', async () => {
    const days = ['--from', '2026-03-02', '--to', '2026-03-11'];
    const database = sqliteFile(
      'CREATE TABLE calls (stamp INTEGER, queue VARCHAR(40), offered INTEGER, answered INTEGER);',
    );
    onTestFinished(database.remove);
    const hours = Array.from({ length: 240 }, (_, hour) => Date.UTC(2026, 2, 2) + hour * 3_600_000);
    addCalls(
      database,
      hours.map((at, index) => [new Date(at).toISOString(), 'Sales', index, index]),
    );
    const source = stallCalls(database, '2026-03-04T00:00:00Z');
    const keys = { ...callKeys, CallDataTable: stallingTable, Interval: '' };
    const folder = await handWrittenHome(
      smallCentre(database, {
        settings: settings(section('ACD', { Source: database.connectionString, ...keys })),
      }),
    );
    const result = await xlink(folder, ['import', '--calls', ...days, '--json'], {
      onStderr(text, child) {
        if (/^2 of 10 days/m.test(text)) child.kill('SIGINT');
      },
    });
    expect(result.exitCode).toBe(1);
    expect(result.json()).toMatchObject({ status: 'cancelled' });
    const run = (await xlink(folder, ['runs', '1', '--json'])).json<{
      days: { day: string; state: string }[];
    }>();
    const done = run.days.filter(({ state }) => state === 'done').map((found) => found.day);
    expect(done).toEqual(['2026-03-02', '2026-03-03']);
    const perDay = Map.groupBy(await stored(folder), (interval) => interval.start_utc.slice(0, 10));
    expect([...perDay.keys()]).toEqual(done);
    for (const values of perDay.values()) expect(values.length).toBe(48);

    source.letGo();
    const resumed = await xlink(folder, ['import', '--resume', '1', '--json']);
    expect(resumed.json()).toMatchObject({
      runId: 1,
      status: 'completed',
      rowsRead: 240,
      valuesWritten: 480,
    });
    expect((await stored(folder)).length).toBe(480);
    const again = await xlink(folder, ['import', '--resume', '1', '--json']);
    expect(again.exitCode).toBe(1);
    expect(again.json()).toMatchObject({ error: { code: 'RUN_NOT_RESUMABLE' } });
  });

  it('leaves what an operator wrote untouched, byte for byte', async () => {
    const files = smallCentre(callTable(rows));
    const folder = await handWrittenHome({ ...files, settings: `; mine\n\n${files.settings}\n\nno key\n` });
    const read = () =>
      Promise.all(['isps_ul.ini', 'acd_map.ini', '1.BAS'].map((name) => readFile(path.join(folder, name))));
    const before = await read();
    await xlink(folder, ['import', '--calls', ...day]);
    expect(await read()).toEqual(before);
  });
});
