import { civilDateOf, digitAt, localSecondsOf, modulo, padded, SECONDS_PER_DAY } from './civil.ts';

/** A time stamp as a driver gives it: a wall clock without a mark, or an instant. Both in whole seconds. */
export type ReadStamp = { readonly local: number } | { readonly utc: number };

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?[ ]?(?:(Z|UTC)|([+-])(\d{2})(?::?(\d{2}))?)?$/i;

/**
 * Reads what drivers give for time stamps: `2026-03-29 02:30:00`, with `T`, with a fraction (cut off), without
 * seconds, without a time (midnight), midnight as 24:00 of the day before; with `Z`, `UTC` or an offset (`+02`, `+0200`,
 * `+02:00`) it is an instant. `undefined` for anything else, and for a date or time that does not exist (31 February).
 */
export function parseIsoLocal(text: string): ReadStamp | undefined {
  const usual = usualLocal(text);
  if (usual >= 0) return { local: usual };
  const match = ISO.exec(text);
  if (match === null) return undefined;
  const local = localSecondsOf(
    Number(match[1]),
    Number(match[2]),
    Number(match[3]),
    Number(match[4] ?? 0),
    Number(match[5] ?? 0),
    Number(match[6] ?? 0),
  );
  if (local === undefined) return undefined;
  if (match[7] !== undefined) return { utc: local };
  if (match[8] === undefined) return { local };
  const hours = Number(match[9]);
  const minutes = Number(match[10] ?? 0);
  if (hours > 18 || minutes > 59) return undefined;
  const offset = hours * 3600 + minutes * 60;
  return { utc: local - (match[8] === '-' ? -offset : offset) };
}

/** The short way for `2026-03-29 02:30:00`, which is what nearly every row has; -1 for anything else. */
function usualLocal(text: string): number {
  if (text.length !== 19 || text[4] !== '-' || text[7] !== '-' || text[13] !== ':' || text[16] !== ':')
    return -1;
  if (text[10] !== ' ' && text[10] !== 'T') return -1;
  const century = twoDigitsAt(text, 0);
  const years = twoDigitsAt(text, 2);
  const month = twoDigitsAt(text, 5);
  const dayOfMonth = twoDigitsAt(text, 8);
  const hour = twoDigitsAt(text, 11);
  const minute = twoDigitsAt(text, 14);
  const second = twoDigitsAt(text, 17);
  if (Math.min(century, years, month, dayOfMonth, hour, minute, second) < 0) return -1;
  return localSecondsOf(century * 100 + years, month, dayOfMonth, hour, minute, second) ?? -1;
}

function twoDigitsAt(text: string, at: number): number {
  const tens = digitAt(text, at);
  const ones = digitAt(text, at + 1);
  return tens < 0 || ones < 0 ? -1 : tens * 10 + ones;
}

/** `2026-03-29T02:30:00` */
export function formatIsoLocal(localSeconds: number): string {
  const { year, month, dayOfMonth } = civilDateOf(Math.floor(localSeconds / SECONDS_PER_DAY));
  const seconds = modulo(localSeconds, SECONDS_PER_DAY);
  const date = `${padded(year, 4)}-${padded(month, 2)}-${padded(dayOfMonth, 2)}`;
  const hours = padded(Math.floor(seconds / 3600), 2);
  return `${date}T${hours}:${padded(Math.floor(seconds / 60) % 60, 2)}:${padded(seconds % 60, 2)}`;
}

/** `2026-03-29T00:30:00Z` */
export function formatIsoUtc(utcSeconds: number): string {
  return `${formatIsoLocal(utcSeconds)}Z`;
}
