import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  compileStampFormat,
  formatIsoLocal,
  formatIsoUtc,
  parseIsoLocal,
  stampFormatSorts,
} from '#shared/domain/time/stamp.ts';
import { localOf, wallClock } from './samples.ts';

const local = (text: string): number => localOf(Temporal.PlainDateTime.from(text));
const localTimes = fc.integer({ min: local('1970-01-01T00:00'), max: local('2069-12-31T23:59:59') });

describe('A time stamp format', () => {
  it.each([
    ['yyyy-mm-dd HH:MM:SS', '2026-03-29 02:30:05'],
    ['yyyy-mm-ddTHH:MM:SS', '2026-03-29T02:30:05'],
    ["yyyy-mm-dd'T'HH:MM:SS", '2026-03-29T02:30:05'],
    ['dd.mm.yyyy HH:MM:SS', '29.03.2026 02:30:05'],
    ['m/d/yy h:MM:SS tt', '3/29/26 2:30:05 AM'],
    ['yyyymmddHHMMSS', '20260329023005'],
    ['yyyymmdd;HHMMSS', '20260329 023005'],
    ['yyyy-mm-dd HH:MM:SS.fff', '2026-03-29 02:30:05.000'],
    ["d.m.yyyy 'um' H.M.S 'Uhr'", '29.3.2026 um 2.30.5 Uhr'],
    ['SS:MM:HH dd-mm-yy', '05:30:02 29-03-26'],
    ['yyyy-mm-dd hh:MM:ss', '2026-03-29 02:30:05'],
  ])('%s reads and writes %s', (format, text) => {
    const stamp = compileStampFormat(format);
    expect(stamp.parse(text)).toBe(local('2026-03-29T02:30:05'));
    expect(stamp.format(local('2026-03-29T02:30:05'))).toBe(text);
  });

  it('has mm for the month and MM for the minute', () => {
    expect(compileStampFormat('yyyy-mm-dd HH:MM').parse('2026-12-01 08:45')).toBe(local('2026-12-01T08:45'));
  });

  it('takes parts that are left out for 0, and for the first of January 1970', () => {
    expect(compileStampFormat('yyyy-mm-dd HH').parse('2026-03-29 02')).toBe(local('2026-03-29T02:00'));
    expect(compileStampFormat('HH:MM').parse('02:30')).toBe(2.5 * 3600);
    expect(compileStampFormat('HH:MM').fields).toEqual(['hour', 'minute']);
  });

  it('knows noon and midnight with AM and PM', () => {
    const stamp = compileStampFormat('yyyy-mm-dd h:MM tt');
    expect(stamp.parse('2026-03-29 12:05 AM')).toBe(local('2026-03-29T00:05'));
    expect(stamp.parse('2026-03-29 12:05 pm')).toBe(local('2026-03-29T12:05'));
    expect(stamp.parse('2026-03-29 11:05 PM')).toBe(local('2026-03-29T23:05'));
    expect(stamp.parse('2026-03-29 13:05 PM')).toBeUndefined();
    expect(stamp.parse('2026-03-29 0:05 AM')).toBeUndefined();
  });

  it('takes two-digit years for those from 1970 to 2069', () => {
    const stamp = compileStampFormat('yy-mm-dd');
    expect(stamp.parse('69-01-01')).toBe(local('2069-01-01T00:00'));
    expect(stamp.parse('70-01-01')).toBe(0);
  });

  it('takes fewer digits before a separator, and the blanks that fixed-width columns leave', () => {
    const stamp = compileStampFormat('dd.mm.yyyy;HH:MM');
    expect(stamp.parse('1.3.2026 8:05')).toBe(local('2026-03-01T08:05'));
    expect(stamp.parse(' 01.03.2026    08:05  ')).toBe(local('2026-03-01T08:05'));
  });

  it('reads midnight as sources write it that give it to the day before', () => {
    const midnight = local('2025-10-26T00:00');
    expect(compileStampFormat('yyyymmddHHMM').parse('202510252400')).toBe(midnight);
    expect(compileStampFormat('dd.mm.yyyy;HH:MM:SS').parse('25.10.2025 24:00:00')).toBe(midnight);
    expect(compileStampFormat('yyyymmddHHMM').parse('202512312400')).toBe(local('2026-01-01T00:00'));
  });

  it('cuts fractions off, however many digits they have', () => {
    const stamp = compileStampFormat('yyyy-mm-dd HH:MM:SS.fff');
    expect(stamp.parse('2026-03-29 02:30:05.999999')).toBe(local('2026-03-29T02:30:05'));
  });

  it.each([
    ['yyyy-mm-dd', '2026-02-31'],
    ['yyyy-mm-dd', '2026-00-01'],
    ['yyyy-mm-dd', '2026-13-01'],
    ['yyyy-mm-dd', '26-01-01'],
    ['yyyy-mm-dd', '2026-01-01 '.concat('x')],
    ['yyyy-mm-dd', ''],
    ['yyyy-mm-dd HH:MM', '2026-01-01 24:01'],
    ['yyyy-mm-dd HH:MM', '2026-02-31 24:00'],
    ['yyyymmddHHMM', '202601012500'],
    ['yyyy-mm-dd HH:MM', '2026-01-01 10:60'],
    ['yyyy-mm-dd HH:MM', '2026-01-01T10:00'],
    ['yyyymmdd', '2026131'],
  ])('%s reads nothing from "%s"', (format, text) =>
    expect(compileStampFormat(format).parse(text)).toBeUndefined(),
  );

  it.each(['', 'at', 'yyy-mm-dd', 'yyyy-mmm-dd', 'yyyy-mm-dd HH:mm', 'ddd'])('"%s" is none', (format) =>
    expect(() => compileStampFormat(format)).toThrow(expect.objectContaining({ code: 'STAMP_FORMAT' })),
  );

  it('reads back every time it writes', () => {
    const date = fc.constantFrom('yyyy-mm-dd', 'd.m.yy', 'yyyymmdd', 'mm/dd/yyyy');
    const time = fc.constantFrom('HH:MM:SS', 'H.M.S', 'h:MM:SS tt', 'tt hhMMSS', 'HH:MM:SS.ff', 'S:M:H');
    const separator = fc.constantFrom(' ', ';', 'T', ' at ', " 'dd' ");
    fc.assert(
      fc.property(date, separator, time, localTimes, fc.boolean(), (d, between, t, seconds, swap) => {
        const stamp = compileStampFormat(swap ? `${t}${between}${d}` : `${d}${between}${t}`);
        expect(stamp.parse(stamp.format(seconds))).toBe(seconds);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('Finding a day in a column of texts', () => {
  it('works by comparing where the texts sort like the times', () => {
    for (const format of ['yyyy-mm-dd HH:MM:SS', 'yyyymmdd;HHMM', 'yyyy-mm-ddTHH:MM:SS.fff', 'yyyy/mm/dd']) {
      expect(stampFormatSorts(format)).toBe(true);
    }
    for (const format of [
      'dd.mm.yyyy HH:MM',
      'yyyy-m-d',
      'yyyy-mm-dd hh:MM tt',
      'HH:MM',
      'yyyy-mm-dd H:MM',
    ]) {
      expect(stampFormatSorts(format)).toBe(false);
    }
  });

  it('sorts as it says', () => {
    const stamp = compileStampFormat('yyyy-mm-dd HH:MM:SS');
    fc.assert(
      fc.property(localTimes, localTimes, (a, b) => {
        expect(stamp.format(a) < stamp.format(b)).toBe(a < b);
      }),
    );
  });

  it('works by a pattern of the date otherwise', () => {
    const day = local('2026-03-29T02:30');
    expect(compileStampFormat('dd.mm.yyyy HH:MM').datePattern(day)).toBe('29.03.2026 %:%');
    expect(compileStampFormat('HHMM dd.mm.yy').datePattern(day)).toBe('% 29.03.26');
  });

  it('has a pattern of an hour, with as many blanks as a text may have', () => {
    const hour = local('2026-03-29T23:30');
    expect(compileStampFormat('dd.mm.yyyy HH:MM').hourPattern(hour)).toBe('29.03.2026 %23:%');
    expect(compileStampFormat('dd.mm.yyyy').hourPattern(hour)).toBeUndefined();
    expect(compileStampFormat('dd.mm.yyyy hh:MM tt').hourPattern(hour)).toBeUndefined();
  });

  it('has another pattern for midnight written as 24:00, where the format can', () => {
    const midnight = local('2026-03-30T00:00');
    expect(compileStampFormat('dd.mm.yyyy HH:MM').midnightPattern(midnight)).toBe('29.03.2026 24:%');
    expect(compileStampFormat('HHMM dd.mm.yy').midnightPattern(midnight)).toBe('24% 29.03.26');
    expect(compileStampFormat('dd.mm.yyyy').midnightPattern(midnight)).toBeUndefined();
    expect(compileStampFormat('dd.mm.yyyy hh:MM tt').midnightPattern(midnight)).toBeUndefined();
  });
});

describe('Time stamps as drivers give them', () => {
  it.each([
    ['2026-03-29 02:30:00', '2026-03-29T02:30'],
    ['2026-03-29T02:30:00', '2026-03-29T02:30'],
    ['2026-03-29 02:30:00.000000', '2026-03-29T02:30'],
    ['2026-03-29 02:30:59.999', '2026-03-29T02:30:59'],
    ['2026-03-29 02:30', '2026-03-29T02:30'],
    ['2026-03-29', '2026-03-29T00:00'],
    ['1969-12-31 23:59:59', '1969-12-31T23:59:59'],
    ['2026-03-28 24:00:00', '2026-03-29T00:00'],
    ['2026-03-28T24:00', '2026-03-29T00:00'],
  ])('%s is a wall clock time', (text, expected) =>
    expect(parseIsoLocal(text)).toEqual({ local: local(expected) }),
  );

  it.each([
    ['2026-03-29T02:30:00Z', '2026-03-29T02:30:00Z'],
    ['2026-03-29 02:30:00 UTC', '2026-03-29T02:30:00Z'],
    ['2026-03-28T24:00:00Z', '2026-03-29T00:00:00Z'],
    ['2026-03-29 02:30:00+02', '2026-03-29T00:30:00Z'],
    ['2026-03-29 02:30:00.5-0330', '2026-03-29T06:00:00Z'],
    ['2026-03-29 02:30:00 +05:45', '2026-03-28T20:45:00Z'],
  ])('%s is an instant', (text, expected) =>
    expect(parseIsoLocal(text)).toEqual({ utc: Date.parse(expected) / 1000 }),
  );

  it.each([
    '',
    'yesterday',
    '2026-02-31 00:00:00',
    '2026-03-29 24:00:01',
    '2026-03-29 25:00:00',
    '2026-03-29 10:00:60',
    '2026-03-29 10',
    '2026-03-29 10:00:00 +25:00',
    '29.03.2026 10:00',
    '2026-03-29 10:00:00 Paris',
  ])('"%s" is none', (text) => expect(parseIsoLocal(text)).toBeUndefined());

  it('are written so that they are read back', () => {
    expect(formatIsoUtc(0)).toBe('1970-01-01T00:00:00Z');
    fc.assert(
      fc.property(
        fc.integer({ min: local('0001-01-01T00:00'), max: local('9999-12-31T00:00') }),
        (seconds) => {
          expect(formatIsoLocal(seconds)).toBe(wallClock(seconds).toString({ smallestUnit: 'second' }));
          expect(parseIsoLocal(formatIsoLocal(seconds))).toEqual({ local: seconds });
          expect(parseIsoLocal(formatIsoUtc(seconds))).toEqual({ utc: seconds });
        },
      ),
    );
  });
});
