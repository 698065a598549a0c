import { describe, expect, it } from 'vitest';
import { addDays, daySummary, hourTicks, intervalRows } from '../../../renderer/views/day-data/day-model.ts';

/** A day of quarter hours from UTC instants, told in a zone. */
function dayOf(fromUtc: string, count: number, timeZone: string, value: (index: number) => number | null) {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'longOffset',
  });
  return {
    intervals: Array.from({ length: count }, (_, index) => {
      const at = new Date(Date.parse(fromUtc) + index * 900_000);
      const part = (type: string) =>
        parts.formatToParts(at).find((entry) => entry.type === type)?.value ?? '';
      return {
        startUtc: at.toISOString(),
        startLocal: `${part('hour')}:${part('minute')}`,
        offset: part('timeZoneName').replace('GMT', ''),
        value: value(index),
      };
    }),
  };
}

const ordinary = () => intervalRows(dayOf('2026-06-14T22:00:00Z', 96, 'Europe/Paris', (index) => index));
const long = () => intervalRows(dayOf('2026-10-24T22:00:00Z', 100, 'Europe/Paris', () => 1));
const short = () => intervalRows(dayOf('2026-03-28T23:00:00Z', 92, 'Europe/Paris', () => 1));

describe('the intervals of a day', () => {
  it('run from midnight to midnight of the queue’s zone', () => {
    const rows = ordinary();
    expect(rows[0]).toMatchObject({ start: '00:00', end: '00:15' });
    expect(rows.at(-1)).toMatchObject({ start: '23:45', end: '00:00' });
    expect(rows.some((row) => row.offset !== undefined)).toBe(false);
  });

  it('show the repeated hour twice, each with its offset, and no other hour with one', () => {
    const twice = long().filter((row) => row.offset !== undefined);
    expect(twice.map((row) => `${row.start} ${row.offset}`)).toEqual([
      '02:00 +02:00',
      '02:15 +02:00',
      '02:30 +02:00',
      '02:45 +02:00',
      '02:00 +01:00',
      '02:15 +01:00',
      '02:30 +01:00',
      '02:45 +01:00',
    ]);
  });

  it('go on after the missing hour', () => {
    const before = short().find((row) => row.start === '01:45');
    expect(before?.end).toBe('03:00');
  });

  it('get a label at full hours, both repeated ones included, as many as fit', () => {
    const rows = long();
    const labels = hourTicks(rows, 2_000).map((index) => rows[index]?.start);
    expect(labels.filter((label) => label === '02:00')).toHaveLength(2);
    expect(hourTicks(ordinary(), 400)).toHaveLength(6);
  });
});

describe('the summary of a day', () => {
  it('has the total, the first highest interval, and how many are stored', () => {
    const values = [null, 3, 7, 7, null];
    const rows = intervalRows(
      dayOf('2026-06-14T22:00:00Z', 5, 'Europe/Paris', (index) => values[index] ?? null),
    );
    expect(daySummary(rows)).toMatchObject({ total: 17, storedCount: 3, decimals: 0, peak: { index: 2 } });
  });

  it('shows as many decimals as the values have', () => {
    const rowsOf = (value: number) => intervalRows(dayOf('2026-06-14T22:00:00Z', 2, 'UTC', () => value));
    expect([4, 4.5, 4.25, 0.1 + 0.2].map((value) => daySummary(rowsOf(value)).decimals)).toEqual([
      0, 1, 2, 1,
    ]);
  });

  it('has no peak when nothing is stored', () => {
    expect(daySummary([])).toEqual({ storedCount: 0, total: 0, decimals: 0 });
  });
});

describe('the days beside a day', () => {
  it('are calendar days, over a clock change and the end of a year', () => {
    expect(addDays('2026-10-25', 1)).toBe('2026-10-26');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  });
});
