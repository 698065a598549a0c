import { describe, expect, it } from 'vitest';
import { clockDifference, offsetText } from '#engine/odbc/clock.ts';

const now = Date.UTC(2026, 10, 22, 9, 0, 0);
const ours = { askedMs: now, answeredMs: now };
const both = ['utc', 'local'] as const;

describe('the clock of a server', () => {
  it('is held against ours by its UTC; its wall clock says in which zone it is', () => {
    const row = ['2026-11-22 09:00:07.250', '2026-11-22 14:30:07.250'];
    expect(clockDifference(row, both, ours)).toEqual({ aheadSeconds: 7, offsetMinutes: 330 });
  });

  it('may be behind, and west of Greenwich', () => {
    const row = ['2026-11-22 08:58:30', '2026-11-22 03:58:30'];
    expect(clockDifference(row, both, ours)).toEqual({ aheadSeconds: -90, offsetMinutes: -300 });
  });

  it('is known by its wall clock alone, as zones differ by quarters of an hour', () => {
    expect(clockDifference(['2026-11-22T10:03:20'], ['local'], ours)).toEqual({
      aheadSeconds: 200,
      offsetMinutes: 60,
    });
  });

  it('may tell seconds since 1970, as Informix does', () => {
    expect(clockDifference([now / 1000 + 3, '2026-11-22 10:00:03'], both, ours)).toEqual({
      aheadSeconds: 3,
      offsetMinutes: 60,
    });
  });

  it('is not wrong by the time that question and answer took', () => {
    const slow = { askedMs: now, answeredMs: now + 90_000 };
    const told = (text: string) => clockDifference([text], ['local'], slow);
    expect(told('2026-11-22 09:00:00')).toEqual({ aheadSeconds: 0, offsetMinutes: 0 });
    expect(told('2026-11-22 10:01:29')).toEqual({ aheadSeconds: 0, offsetMinutes: 60 });
    expect(told('2026-11-22 09:01:35')).toMatchObject({ aheadSeconds: 5 });
    expect(told('2026-11-22 08:59:50')).toMatchObject({ aheadSeconds: -10 });
  });

  it('is not known when the answer is no time', () => {
    expect(clockDifference(['noon'], ['local'], ours)).toBeUndefined();
    expect(clockDifference(undefined, both, ours)).toBeUndefined();
  });

  it.each([
    [0, 'UTC+00:00'],
    [345, 'UTC+05:45'],
    [-210, 'UTC-03:30'],
  ])('%i minutes from UTC is written %s', (minutes, text) => {
    expect(offsetText(minutes)).toBe(text);
  });
});
