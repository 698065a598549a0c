import { type Zone, zoneOf } from '#shared/domain/time/zone.ts';

/** By what rows have in their column: zones are few, rows are many. */
const known = new Map<string, Zone | 'unknown'>();
const mostKnown = 2_000;

/**
 * The clock that a row names beside its time stamp: `+02:00`, `+0200`, `UTC+2`, `Z`, `UTC`, an IANA name. A bare number
 * is how far the clock is ahead of UTC: hours up to 14 (`2`, `-3.5`), minutes up to 840 (`120`), else seconds (`7200`);
 * no two of these can be mixed up. Undefined for a row that says nothing.
 */
export function rowZone(cell: unknown, unit?: 'seconds'): Zone | 'unknown' | undefined {
  if (cell === null || cell === undefined) return undefined;
  const text = String(cell).trim();
  if (text === '') return undefined;
  const key = unit === undefined ? text : `${text} ${unit}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const zone = readZone(text, unit);
  if (known.size < mostKnown) known.set(key, zone);
  return zone;
}

function readZone(text: string, unit: 'seconds' | undefined): Zone | 'unknown' {
  const number = /^[+-]?\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
  // `+0530`, `-0800`, `0200` are hours and minutes; `-120`, `7200`, `-3600` are numbers.
  const isClock = /^(?:[+-](?:0\d|1[0-4])|0\d)[0-5]\d$/.test(text);
  if (unit === undefined && (Number.isNaN(number) || isClock)) return zoneOrUnknown(text);
  const seconds = unit === 'seconds' ? number : number * unitSeconds(Math.abs(number));
  // Clocks differ by whole quarters of an hour: what does not is no offset.
  if (!Number.isInteger(seconds / 900) || Math.abs(seconds) > 14 * 3600) return 'unknown';
  const minutes = Math.abs(seconds / 60);
  const two = (value: number) => String(value).padStart(2, '0');
  return zoneOrUnknown(`${seconds < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`);
}

function unitSeconds(size: number): number {
  if (size <= 14) return 3600;
  return size <= 14 * 60 ? 60 : 1;
}

function zoneOrUnknown(text: string): Zone | 'unknown' {
  try {
    return zoneOf(text);
  } catch {
    return 'unknown';
  }
}
