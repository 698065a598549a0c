import { expect, it } from 'vitest';
import { callTable, map, smallCentre } from '../support/acd.ts';
import { handWrittenHome, xlink } from '../support/cli.ts';

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
    'queue,value_type,start_utc,start_local,interval_minutes,value',
    '"Été; ""Hotline"", nord",Calls offered,2025-10-25T22:00:00Z,2025-10-26T00:00:00+02:00,60,1.33',
    '"Été; ""Hotline"", nord",Calls offered,2025-10-25T23:00:00Z,2025-10-26T01:00:00+02:00,60,1.33',
    // The hour that happens twice: same wall clock, other offset, other instant.
    '"Été; ""Hotline"", nord",Calls offered,2025-10-26T00:00:00Z,2025-10-26T02:00:00+02:00,60,1.33',
    '"Été; ""Hotline"", nord",Calls offered,2025-10-26T01:00:00Z,2025-10-26T02:00:00+01:00,60,1.33',
  ]);
  expect(lines.at(-1)).toContain('2025-10-26T22:00:00Z,2025-10-26T23:00:00+01:00');

  const named = await xlink(folder, [...day, '--queue', 'other', '--json']);
  const { intervals } = named.json<{ intervals: Record<string, unknown>[] }>();
  // Days are those of each queue's own zone: in India that day begins at 18:30Z and ends in the middle of the data.
  expect(intervals.length).toBe(82);
  expect(intervals[0]).toEqual({
    queue: 'Other',
    value_type: 'Calls answered',
    start_utc: '2025-10-25T22:00:00Z',
    start_local: '2025-10-26T03:30:00+05:30',
    interval_minutes: 15,
    value: 0,
  });
  expect(intervals.at(-1)).toMatchObject({ start_local: '2025-10-26T23:45:00+05:30', value: 81 });

  const both = await xlink(folder, [...day, '--queue', 'Other', '--queue', 'Été; "Hotline", nord']);
  expect(both.stdout.trimEnd().split('\n').length).toBe(1 + 25 + 82);
  const none = await xlink(folder, ['export', 'intervals', '--from', '2024-01-01', '--to', '2024-01-31']);
  expect(none.stdout).toBe('queue,value_type,start_utc,start_local,interval_minutes,value\n');
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
