import { Temporal } from 'temporal-polyfill';
import { modulo, padded } from './civil.ts';

/** No place on earth has been further from UTC since clocks were set by law. */
const LARGEST_OFFSET_SECONDS = 14 * 3600;

const OFFSET =
  /^(?:(?:utc|gmt)[ \t]*)?([+-])?[ \t]*(?:(\d{1,2}):(\d{2})|(\d{1,2})(\d{2})|(\d{1,2})(?:[.,](\d{1,2}))?)$/i;

/**
 * The offset a text means, in seconds to add to UTC; `undefined` when it is none. Known forms: `-2`, `3.5`, `3,5`,
 * `-08:00`, `06:30`, `+0530`, `UTC`, `Z`, `UTC+2`, `GMT-3:30`. Up to 14 hours, whole minutes.
 */
export function offsetSecondsOf(text: string): number | undefined {
  const trimmed = text.trim().replaceAll('\u2212', '-');
  if (/^(?:utc|gmt|z)$/i.test(trimmed)) return 0;
  const match = OFFSET.exec(trimmed);
  if (match === null) return undefined;
  const [, sign, colonHours, colonMinutes, plainHours, plainMinutes, hours, fraction] = match;
  const hundredths = Number(fraction?.padEnd(2, '0') ?? 0);
  const minutes = Number(colonMinutes ?? plainMinutes ?? (hundredths * 60) / 100);
  const seconds = Number(colonHours ?? plainHours ?? hours) * 3600 + minutes * 60;
  if (minutes >= 60 || !Number.isInteger(minutes) || seconds > LARGEST_OFFSET_SECONDS) return undefined;
  return sign === '-' && seconds !== 0 ? -seconds : seconds;
}

/** `+05:30`, `-08:00`; `UTC` for none. */
export function offsetName(offsetSeconds: number): string {
  if (offsetSeconds === 0) return 'UTC';
  const minutes = Math.abs(offsetSeconds) / 60;
  const sign = offsetSeconds < 0 ? '-' : '+';
  return `${sign}${padded(Math.floor(minutes / 60), 2)}:${padded(modulo(minutes, 60), 2)}`;
}

/** The name as the IANA database spells it, an older name of a zone staying what it is; `undefined` for no zone. */
export function ianaName(text: string): string | undefined {
  const name = text.trim();
  if (!/^[a-z][a-z0-9_+\-/]*$/i.test(name)) return undefined;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId;
  } catch {
    return undefined;
  }
}

/** The zones whose names are nearest to the text, best first, at most five. */
export function likelyZoneNames(text: string): string[] {
  const wanted = plain(text);
  if (wanted === '') return [];
  const city = wanted.slice(wanted.lastIndexOf('/') + 1);
  const near = zoneNames()
    .map((name) => ({ name, distance: nameDistance(wanted, city, plain(name)) }))
    .filter(({ distance }) => distance <= 0.4)
    .sort((a, b) => a.distance - b.distance);
  const best = near[0]?.distance ?? 0;
  return near
    .filter(({ distance }) => distance <= best + 0.1)
    .slice(0, 5)
    .map(({ name }) => name);
}

/** Names that are current while `Intl` still lists the ones before them. */
const RENAMED = [
  'Africa/Asmara',
  'America/Argentina/Buenos_Aires',
  'America/Argentina/Cordoba',
  'America/Indiana/Indianapolis',
  'America/Nuuk',
  'Asia/Ho_Chi_Minh',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Yangon',
  'Atlantic/Faroe',
  'Europe/Kyiv',
  'UTC',
];

/** Names to choose a zone from, in order; others (`CET`, `US/Eastern`) are understood too. */
export function zoneNames(): string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), ...RENAMED])].sort();
}

function plain(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase().replace(/[ -]+/g, '_');
}

/** 0 for the same, 1 for nothing in common; people know the city better than the continent. */
function nameDistance(wanted: string, city: string, name: string): number {
  const nameCity = name.slice(name.lastIndexOf('/') + 1);
  if (city.length >= 3 && nameCity.startsWith(city)) return 0.1;
  return Math.min(relativeEdits(wanted, name), 0.1 + relativeEdits(city, nameCity));
}

function relativeEdits(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      row.push(Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + same));
    }
    above = row;
  }
  return above[b.length]! / Math.max(a.length, b.length, 1);
}
