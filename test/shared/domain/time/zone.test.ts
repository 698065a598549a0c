import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { localToUtc, utcToLocal, zoneOf } from '#shared/domain/time/zone.ts';
import { zoneNames as namesToChoose } from '#shared/domain/time/zone-name.ts';
import { XlinkError } from '#shared/rpc/errors.ts';
import { clockChanges, localOf, wallClock, zoneAndInstant, zoneNames } from './samples.ts';

const at = (iso: string): number => Date.parse(iso) / 1000;
const local = (text: string): number => localOf(Temporal.PlainDateTime.from(text));

function errorOf(run: () => unknown): XlinkError {
  try {
    run();
  } catch (error) {
    if (error instanceof XlinkError) return error;
  }
  throw new Error('no XlinkError');
}

describe('What names a zone', () => {
  it.each([
    ['-2', -2 * 3600],
    ['3.5', 3.5 * 3600],
    ['3,5', 3.5 * 3600],
    ['5.75', 5.75 * 3600],
    ['-08:00', -8 * 3600],
    ['\u221208:00', -8 * 3600],
    ['06:30', 6.5 * 3600],
    ['00:00', 0],
    ['-00:00', 0],
    ['+0530', 5.5 * 3600],
    ['930', 9.5 * 3600],
    ['UTC', 0],
    ['Z', 0],
    ['gmt', 0],
    ['UTC+2', 2 * 3600],
    ['UTC +2', 2 * 3600],
    ['GMT-3:30', -3.5 * 3600],
    ['14:00', 14 * 3600],
  ])('an offset written as %s is %d seconds east of UTC', (text, offset) => {
    const zone = zoneOf(text);
    expect(zone.offsetSecondsAt(at('2026-07-01T00:00Z'))).toBe(offset);
    expect(zone.transitionsBetween(0, 4e9)).toEqual([]);
    expect(zoneOf(zone.id).offsetSecondsAt(0)).toBe(offset);
  });

  it('an IANA name in any case, older names too', () => {
    expect(zoneOf('europe/PARIS').id).toBe('Europe/Paris');
    expect(zoneOf('Asia/Kathmandu').id).toBe('Asia/Kathmandu');
    expect(zoneOf('Asia/Calcutta').offsetSecondsAt(0)).toBe(zoneOf('Asia/Kolkata').offsetSecondsAt(0));
    // Its sign is turned: this is the IANA database's own name for UTC-5.
    expect(zoneOf('Etc/GMT+5').offsetSecondsAt(0)).toBe(-5 * 3600);
  });

  it('every name offered for choice', () => {
    for (const name of namesToChoose()) expect(zoneOf(name).id).toBe(name);
    expect(namesToChoose()).toContain('Asia/Kathmandu');
  });

  it('a zone is made once, so that it learns its clock changes once', () => {
    expect(zoneOf('UTC+2')).toBe(zoneOf('+02:00'));
    expect(zoneOf('europe/paris')).toBe(zoneOf('Europe/Paris'));
  });

  it.each(['', '15', '+25:00', '5:60', '3.33', 'Mars/Olympus', '--2', 'Europe', '../etc', 'a;b'])(
    '"%s" does not',
    (text) => expect(errorOf(() => zoneOf(text)).code).toBe('ZONE_UNKNOWN'),
  );

  it.each([
    ['Pariss', 'Europe/Paris'],
    ['paris', 'Europe/Paris'],
    ['Europe/Pars', 'Europe/Paris'],
    ['New York', 'America/New_York'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['Asia/Katmandou', 'Asia/Kathmandu'],
  ])('for %s the likely name is %s', (text, name) => {
    const { message, details } = errorOf(() => zoneOf(text));
    expect(details.likely).toContain(name);
    expect(message).toContain(name);
  });
});

describe('The offset of a zone', () => {
  it('is that of Temporal at every instant', () => {
    fc.assert(
      fc.property(zoneAndInstant, ({ zone, utc }) => {
        const expected = Temporal.Instant.fromEpochMilliseconds(utc * 1000).toZonedDateTimeISO(zone);
        expect(zoneOf(zone).offsetSecondsAt(utc)).toBe(expected.offsetNanoseconds / 1e9);
        expect(utcToLocal(zoneOf(zone), utc)).toBe(localOf(expected.toPlainDateTime()));
      }),
      { numRuns: 5000 },
    );
  });

  it('is right for times long ago and far ahead', () => {
    for (const iso of ['1890-05-01T00:00Z', '1943-08-01T12:00Z', '2150-07-01T00:00Z']) {
      const expected = Temporal.Instant.from(iso).toZonedDateTimeISO('Europe/Paris').offsetNanoseconds / 1e9;
      expect(zoneOf('Europe/Paris').offsetSecondsAt(at(iso))).toBe(expected);
    }
  });

  it('is refused for what is no time, such as a number of milliseconds', () => {
    for (const utc of [9e12, -9e12, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(errorOf(() => zoneOf('Europe/Paris').offsetSecondsAt(utc)).code).toBe('TIME_OUT_OF_RANGE');
    }
  });
});

describe('Clock changes', () => {
  it('are all found, in order, whatever the range', () => {
    fc.assert(
      fc.property(zoneNames, (name) => {
        const found = zoneOf(name).transitionsBetween(at('2010-01-01T00:00Z'), at('2036-01-01T00:00Z'));
        const inYears = clockChanges(name).filter((utc) => utc < at('2036-01-01T00:00Z'));
        expect(found.map((change) => change.atUtc)).toEqual(inYears);
        for (const { atUtc, before, after } of found) {
          expect(zoneOf(name).offsetSecondsAt(atUtc - 1)).toBe(before);
          expect(zoneOf(name).offsetSecondsAt(atUtc)).toBe(after);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('count from the first to before the last instant of the range', () => {
    const paris = zoneOf('Europe/Paris');
    const change = at('2026-03-29T01:00Z');
    const expected = [{ atUtc: change, before: 3600, after: 7200 }];
    expect(paris.transitionsBetween(change, change + 1)).toEqual(expected);
    expect(paris.transitionsBetween(change - 1, change)).toEqual([]);
    expect(paris.transitionsBetween(change + 1, change + 2)).toEqual([]);
  });
});

describe('Reading a wall clock', () => {
  const paris = zoneOf('Europe/Paris');

  it('gives the one instant of a usual time', () => {
    expect(localToUtc(paris, local('2026-07-01T12:00'))).toEqual({
      kind: 'unique',
      utc: at('2026-07-01T10:00Z'),
    });
  });

  it('gives both instants of the repeated hour', () => {
    expect(localToUtc(paris, local('2026-10-25T02:30'))).toEqual({
      kind: 'repeated',
      earlier: at('2026-10-25T00:30Z'),
      later: at('2026-10-25T01:30Z'),
    });
    expect(localToUtc(paris, local('2026-10-25T03:00'))).toMatchObject({ kind: 'unique' });
  });

  it('reads the missing hour with the offset before the change', () => {
    expect(localToUtc(paris, local('2026-03-29T02:30'))).toEqual({
      kind: 'missing',
      utc: at('2026-03-29T01:30Z'),
      changeUtc: at('2026-03-29T01:00Z'),
    });
  });

  it('knows the 30-minute change of Lord Howe, and the day that Apia left out', () => {
    const lordHowe = zoneOf('Australia/Lord_Howe');
    expect(localToUtc(lordHowe, local('2026-04-05T01:45')).kind).toBe('repeated');
    expect(localToUtc(lordHowe, local('2026-04-05T01:15')).kind).toBe('unique');
    expect(localToUtc(lordHowe, local('2026-10-04T02:15')).kind).toBe('missing');
    expect(localToUtc(zoneOf('Pacific/Apia'), local('2011-12-30T12:00'))).toEqual({
      kind: 'missing',
      utc: at('2011-12-30T22:00Z'),
      changeUtc: at('2011-12-30T10:00Z'),
    });
  });

  it('is what Temporal says, for every kind of time', () => {
    fc.assert(
      fc.property(zoneAndInstant, fc.integer({ min: -7200, max: 7200 }), ({ zone, utc }, shift) => {
        const clock = wallClock(utcToLocal(zoneOf(zone), utc) + shift);
        const read = (disambiguation: 'earlier' | 'later' | 'compatible'): number =>
          clock.toZonedDateTime(zone, { disambiguation }).epochMilliseconds / 1000;
        const found = localToUtc(zoneOf(zone), localOf(clock));
        if (found.kind === 'repeated') {
          expect([found.earlier, found.later]).toEqual([read('earlier'), read('later')]);
          expect(found.earlier).toBeLessThan(found.later);
        } else {
          expect(found.utc).toBe(read('compatible'));
          const isShown = utcToLocal(zoneOf(zone), found.utc) === localOf(clock);
          expect(found.kind).toBe(isShown ? 'unique' : 'missing');
          if (found.kind === 'unique') expect(read('earlier')).toBe(read('later'));
        }
      }),
      { numRuns: 8000 },
    );
  });
});
