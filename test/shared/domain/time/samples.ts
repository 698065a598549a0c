import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';

const utcOf = (iso: string): number => Date.parse(iso) / 1000;

/** Zones with every oddity: half hours, 30-minute changes, changes at midnight, Ramadan, a day left out. */
export const zoneNames = fc.oneof(
  fc.constantFrom(
    'Europe/Paris',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'Pacific/Apia',
    'America/Sao_Paulo',
    'Africa/Cairo',
    'Africa/Casablanca',
    'America/St_Johns',
    'Asia/Tehran',
    'Asia/Gaza',
    'Antarctica/Troll',
    'UTC',
  ),
  fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
);

const changes = new Map<string, number[]>();

/** The clock changes of a zone from 2010 to 2036, from Temporal. */
export function clockChanges(zone: string): number[] {
  const known = changes.get(zone);
  if (known !== undefined) return known;
  const found: number[] = [];
  let at = Temporal.Instant.from('2010-01-01T00:00Z').toZonedDateTimeISO(zone).getTimeZoneTransition('next');
  while (at !== null && at.year < 2036) {
    found.push(at.epochMilliseconds / 1000);
    at = at.getTimeZoneTransition('next');
  }
  changes.set(zone, found);
  return found;
}

/** A zone and an instant from 2015 to 2035, half of them within a day of a clock change. */
export const zoneAndInstant = fc
  .tuple(
    zoneNames,
    fc.integer({ min: utcOf('2015-01-01T00:00Z'), max: utcOf('2035-12-31T00:00Z') }),
    fc.boolean(),
    fc.nat(1000),
    fc.integer({ min: -100_000, max: 100_000 }),
  )
  .map(([zone, utc, nearChange, n, distance]) => {
    const known = clockChanges(zone);
    const isNear = nearChange && known.length > 0;
    return { zone, utc: isNear ? known[n % known.length]! + distance : utc };
  });

/** What a wall clock shows, as local seconds. */
export function localOf(date: Temporal.PlainDateTime): number {
  return date.toZonedDateTime('UTC').epochMilliseconds / 1000;
}

export function wallClock(localSeconds: number): Temporal.PlainDateTime {
  return Temporal.Instant.fromEpochMilliseconds(localSeconds * 1000)
    .toZonedDateTimeISO('UTC')
    .toPlainDateTime();
}
