import { compileStampFormat, parseIsoLocal } from '#shared/domain/time/stamp.ts';
import type { StampColumns } from '../interfaces/call-source.ts';

/** A time stamp of the source: an instant, or a wall clock time without a mark. Both in whole seconds. */
export type SourceStamp = { readonly utc: number } | { readonly local: number };

/** Reads a row's first columns, as `stampColumns` lists them; undefined for what is no time stamp. */
export type StampReader = (row: readonly unknown[]) => SourceStamp | undefined;

export function stampReader(stamp: StampColumns): StampReader {
  const read = wallClockReader(stamp);
  if (stamp.minutesWest === undefined) return read;
  const offsetAt = stamp.time === undefined ? 1 : 2;
  return (row) => {
    const found = read(row);
    const minutesWest = numberOf(row[offsetAt]);
    // A row without a mark is a wall clock time like any other.
    if (found === undefined || 'utc' in found || minutesWest === undefined) return found;
    return { utc: found.local + minutesWest * 60 };
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
  if (raw === null || raw === undefined || raw === '') return undefined;
  const number = typeof raw === 'number' ? raw : Number(raw);
  return Number.isFinite(number) ? number : undefined;
}
