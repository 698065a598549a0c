import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { callTable, map, smallCentre } from '../support/acd.ts';
import { handWrittenHome, xlink } from '../support/cli.ts';

const header =
  'queue_id,queue,value_type_id,value_type,start_utc,start_local,time_zone,interval_minutes,value';

/** One call each quarter hour from 2025-10-25T22:00Z: the whole of 26 October 2025 in Paris, 25 hours long. */
async function home() {
  const rows = Array.from({ length: 100 }, (_, index) => {
    const stamp = new Date(Date.UTC(2025, 9, 25, 22) + index * 900_000).toISOString();
    return [stamp, 'Sales', 1, index] as const;
  });
  const folder = await handWrittenHome(
    smallCentre(callTable(rows), {
      mapping: map('0:1:1=ACD:Sales:offered', '0:1:1=$1.BAS', '0:2:2=ACD:Sales:answered'),
      scripts: { 1: 'Sub Main()\r\n  Result = Para1 * 33.339\r\nEnd Sub\r\n' },
      wfm: {
        queues: [
          { id: 1, name: 'Été; "Hotline", nord', timeZone: 'Europe/Paris', intervalMinutes: 60 },
          { id: 2, name: 'Other', timeZone: 'Asia/Kolkata', intervalMinutes: 15 },
        ],
        valueTypes: [
          { id: 1, name: 'Calls offered' },
          { id: 2, name: 'Calls answered' },
        ],
      },
    }),
  );
  await xlink(folder, ['import', '--calls', '--from', '2025-10-25', '--to', '2025-10-27']);
  return folder;
}

it('"export intervals" is CSV with a header, one line an interval, local times with their offset', async () => {
  const folder = await home();
  const day = ['export', 'intervals', '--from', '2025-10-26', '--to', '2025-10-26'];
  const result = await xlink(folder, [...day, '--queue', '1']);
  expect(result.exitCode).toBe(0);
  const lines = result.stdout.trimEnd().split('\n');
  expect(lines.length).toBe(26);
  expect(lines.slice(0, 5)).toEqual([
    header,
    '1,"Été; ""Hotline"", nord",1,Calls offered,2025-10-25T22:00:00Z,2025-10-26T00:00:00+02:00,Europe/Paris,60,1.33',
    '1,"Été; ""Hotline"", nord",1,Calls offered,2025-10-25T23:00:00Z,2025-10-26T01:00:00+02:00,Europe/Paris,60,1.33',
    // The hour that happens twice: same wall clock, other offset, other instant.
    '1,"Été; ""Hotline"", nord",1,Calls offered,2025-10-26T00:00:00Z,2025-10-26T02:00:00+02:00,Europe/Paris,60,1.33',
    '1,"Été; ""Hotline"", nord",1,Calls offered,2025-10-26T01:00:00Z,2025-10-26T02:00:00+01:00,Europe/Paris,60,1.33',
  ]);
  expect(lines.at(-1)).toContain('2025-10-26T22:00:00Z,2025-10-26T23:00:00+01:00,');

  const named = await xlink(folder, [...day, '--queue', 'other', '--json']);
  const { intervals } = named.json<{ intervals: Record<string, unknown>[] }>();
  // Days are those of each queue's own zone: in India that day begins at 18:30Z and ends in the middle of the data.
  expect(intervals.length).toBe(82);
  expect(intervals[0]).toEqual({
    queue_id: 2,
    queue: 'Other',
    value_type_id: 2,
    value_type: 'Calls answered',
    start_utc: '2025-10-25T22:00:00Z',
    start_local: '2025-10-26T03:30:00+05:30',
    time_zone: 'Asia/Kolkata',
    interval_minutes: 15,
    value: 0,
  });
  expect(intervals.at(-1)).toMatchObject({ start_local: '2025-10-26T23:45:00+05:30', value: 81 });

  const both = await xlink(folder, [...day, '--queue', 'Other', '--queue', 'Été; "Hotline", nord']);
  expect(both.stdout.trimEnd().split('\n').length).toBe(1 + 25 + 82);
  const none = await xlink(folder, ['export', 'intervals', '--from', '2024-01-01', '--to', '2024-01-31']);
  expect(none.stdout).toBe(`${header}\n`);
  const noneAsJson = await xlink(folder, [
    'export',
    'intervals',
    '--from',
    '2024-01-01',
    '--to',
    '2024-01-31',
    '--json',
  ]);
  expect(noneAsJson.json()).toEqual({ intervals: [] });
});

it('"export intervals" ends quietly when its reader has seen enough, as in "xlink export … | head"', async () => {
  const rows = Array.from({ length: 4000 }, (_, index) => {
    const stamp = new Date(Date.UTC(2025, 0, 1) + index * 900_000).toISOString();
    return [stamp, 'Sales', index, index] as const;
  });
  const folder = await handWrittenHome(smallCentre(callTable(rows)));
  const days = ['--from', '2025-01-01', '--to', '2025-02-28'];
  await xlink(folder, ['import', '--calls', ...days]);
  for (const form of [[], ['--json']]) {
    const result = await xlink(folder, ['export', 'intervals', ...days, ...form], {
      onStarted: ({ stdout }) => stdout?.once('data', () => stdout.destroy()),
    });
    expect(result).toMatchObject({ exitCode: 0, stderr: '' });
  }
});

describe('"export" into a file', () => {
  const october = ['export', '--from', '2025-10-25', '--to', '2025-10-27'];

  it('gives the same intervals as CSV and as Parquet, of the value types asked for', async () => {
    const folder = await home();
    const file = path.join(folder, 'out', 'october.parquet');
    await mkdir(path.dirname(file));
    const asked = ['--value-type', 'calls offered', '--value-type', '2'];
    const result = await xlink(folder, [
      ...october,
      ...asked,
      '--format',
      'parquet',
      '--out',
      file,
      '--json',
    ]);
    expect(result).toMatchObject({ exitCode: 0, stderr: '' });
    const bytes = await readFile(file);
    expect(result.json()).toEqual({ file, format: 'parquet', bytes: bytes.byteLength, intervals: 125 });
    const data = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    expect(Number(parquetMetadata(data).num_rows)).toBe(125);
    const rows = await parquetReadObjects({ file: data });
    const asCsv = path.join(folder, 'out', 'october.csv');
    const csv = await xlink(folder, [...october, '--out', asCsv]);
    expect(csv).toMatchObject({ exitCode: 0, stdout: '' });
    expect(csv.stderr).toMatch(/^125 intervals, \d+ bytes: /);
    const [, ...lines] = (await readFile(asCsv, 'utf8')).trimEnd().split('\n');
    expect(
      rows.map(({ queue_id, value_type_id, start_utc, value }) => [
        ...[queue_id, value_type_id],
        ...[(start_utc as Date).toISOString().replace('.000Z', 'Z'), value],
      ]),
    ).toEqual(
      lines.map((line) => {
        const cells = line.split(',');
        // The name of the first queue has a comma in it.
        const [id] = cells;
        const [valueTypeId, , startUtc, , , , value] = cells.slice(-7);
        return [Number(id), Number(valueTypeId), startUtc, Number(value)];
      }),
    );
    expect(await readdir(path.dirname(file))).toEqual(['october.csv', 'october.parquet']);

    const answered = await xlink(folder, [...october, '--value-type', 'Calls answered', '--json']);
    const { intervals } = answered.json<{ intervals: { value_type: string }[] }>();
    expect(intervals.length).toBe(100);
    expect(new Set(intervals.map(({ value_type }) => value_type))).toEqual(new Set(['Calls answered']));
  });

  it('leaves what was there when it cannot be written, and says why', async () => {
    const folder = await home();
    const file = path.join(folder, 'nowhere', 'october.csv');
    const absent = await xlink(folder, [...october, '--out', file, '--json']);
    expect(absent).toMatchObject({ exitCode: 1 });
    expect(absent.json()).toMatchObject({
      error: { code: 'EXPORT_FILE_UNWRITABLE', details: { file, reason: 'ENOENT' } },
    });
    const kept = path.join(folder, 'kept.csv');
    await writeFile(kept, 'what was there');
    const unknown = await xlink(folder, [...october, '--queue', 'Nope', '--out', kept]);
    expect(unknown.stderr).toContain('QUEUE_UNKNOWN');
    expect(await readFile(kept, 'utf8')).toBe('what was there');
    expect(existsSync(`${kept}.part`)).toBe(false);
  });

  it('is refused where Parquet would be mixed with text, and where the format is not known', async () => {
    const folder = await home();
    const mixed = await xlink(folder, [...october, '--format', 'parquet', '--json']);
    expect(mixed).toMatchObject({ exitCode: 2 });
    expect(mixed.json()).toMatchObject({ error: { code: 'EXPORT_NEEDS_FILE' } });
    const other = await xlink(folder, [...october, '--format', 'xlsx']);
    expect(other).toMatchObject({ exitCode: 2, stdout: '' });
  });
});
