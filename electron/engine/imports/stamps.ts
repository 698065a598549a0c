import { compileStampFormat, parseIsoLocal } from '#shared/domain/time/stamp.ts';
import type { Zone } from '#shared/domain/time/zone.ts';
import type { StampColumns } from '../interfaces/call-source.ts';
import { rowZone } from './row-zone.ts';

/**
 * A time stamp of the source: an instant, or a wall clock time without a mark, of the row's own clock where it names one.
 * Both in whole seconds.
 */
export type SourceStamp = { readonly utc: number } | { readonly local: number; readonly zone?: Zone };

/** Reads a row's first columns, as `stampColumns` lists them; undefined for what is no time stamp. */
export type StampReader = (row: readonly unknown[]) => SourceStamp | undefined;

export function stampReader(stamp: StampColumns): StampReader {
  const read = wallClockReader(stamp);
  const offsetAt = offsetColumn(stamp);
  if (offsetAt === undefined) return read;
  const zoneOfCell = markReader(stamp);
  return (row) => {
    const found = read(row);
    if (found === undefined || 'utc' in found) return found;
    const zone = zoneOfCell(row[offsetAt]);
    if (zone === 'unknown') return undefined;
    // A row without a mark is a wall clock time like any other.
    return zone === undefined ? found : { local: found.local, zone };
  };
}

/** What a row has for its offset or zone where that is the reason why its time stamp cannot be read. */
export function unknownZoneOf(stamp: StampColumns, row: readonly unknown[]): string | undefined {
  const offsetAt = offsetColumn(stamp);
  if (offsetAt === undefined || wallClockReader(stamp)(row) === undefined) return undefined;
  return markReader(stamp)(row[offsetAt]) === 'unknown' ? String(row[offsetAt]) : undefined;
}

function offsetColumn({ minutesWest, zoneColumn, time }: StampColumns): number | undefined {
  if (minutesWest === undefined && zoneColumn === undefined) return undefined;
  return time === undefined ? 1 : 2;
}

function markReader({ minutesWest }: StampColumns): (cell: unknown) => Zone | 'unknown' | undefined {
  if (minutesWest === undefined) return (cell) => rowZone(cell);
  return (cell) => {
    const west = numberOf(cell);
    if (west !== undefined) return rowZone(-west * 60, 'seconds');
    return rowZone(cell) === undefined ? undefined : 'unknown';
  };
}

function wallClockReader(stamp: StampColumns): StampReader {
  switch (stamp.kind) {
    case 'unix':
      return ([raw]) => {
        const seconds = numberOf(raw);
        return seconds === undefined ? undefined : { utc: Math.floor(seconds) };
      };
    case 'text': {
      if (stamp.format === undefined) return ([raw]) => readIso(raw);
      const format = compileStampFormat(stamp.format);
      return ([raw]) => {
        const local =
          typeof raw === 'string' || typeof raw === 'number' ? format.parse(String(raw).trim()) : undefined;
        return local === undefined ? undefined : { local };
      };
    }
    case 'datetime':
      return ([raw]) => readIso(raw);
    case 'date-hhmm':
      return ([date, time]) => onDate(date, minutesOfClock(numberOf(time)));
    case 'date-minutes':
      return ([date, time]) => onDate(date, numberOf(time));
  }
}

function readIso(raw: unknown): SourceStamp | undefined {
  return typeof raw === 'string' ? parseIsoLocal(raw.trim()) : undefined;
}

/** 930 is half past nine; 2400 ends the day. */
function minutesOfClock(clock: number | undefined): number | undefined {
  if (clock === undefined) return undefined;
  const minutes = clock % 100;
  return minutes < 60 ? Math.floor(clock / 100) * 60 + minutes : undefined;
}

function onDate(date: unknown, minutes: number | undefined): SourceStamp | undefined {
  const midnight = typeof date === 'string' ? readIso(date.trim().slice(0, 10)) : undefined;
  const isOfDay = minutes !== undefined && Number.isInteger(minutes) && minutes >= 0 && minutes <= 1440;
  if (midnight === undefined || !('local' in midnight) || !isOfDay) return undefined;
  return { local: midnight.local + minutes * 60 };
}

function numberOf(raw: unknown): number | undefined {
  if (raw === null || raw === undefined) return undefined;
  const number =
    typeof raw === 'number' ? raw : Number(typeof raw === 'string' && !raw.trim() ? Number.NaN : raw);
  return Number.isFinite(number) ? number : undefined;
}
