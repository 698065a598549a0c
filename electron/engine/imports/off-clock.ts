import { modulo } from '#shared/domain/time/civil.ts';
import { utcToLocal } from '#shared/domain/time/zone.ts';
import type { CallSource } from '../interfaces/call-source.ts';
import type { BucketNotes } from './bucket-notes.ts';
import type { DayGrid } from './day-grid.ts';
import type { RowPlace } from './row-places.ts';

/**
 * Rows of a source with an `Interval` that begin where no interval does are calls, as long as they begin anywhere. Where
 * all that count in a day begin at the same quarter past (an hourly source in UTC for hourly queues in Kolkata, and no
 * `TimeZone`), they are intervals that lie across those of the queue, and may not be counted in the one they begin in. The
 * row that reaches into the day from before it is one of them.
 */
export interface OffClockRows {
  /** A row of the day; `at` is the number of the grid. */
  see(at: number, queue: number, place: RowPlace): void;
  settle(spoil: (at: number, queue: number, first: number, last: number) => void): void;
}

/** Zones differ by whole quarters of an hour. */
const quarterSeconds = 900;

export function offClockRows(
  { intervalMinutes, zone, stamp }: CallSource,
  grids: readonly DayGrid[],
  notes: BucketNotes,
): OffClockRows {
  if (intervalMinutes === undefined || intervalMinutes * 60 <= quarterSeconds)
    return { see() {}, settle() {} };
  const step = intervalMinutes * 60;
  // Ends may be the last minute or second of an interval.
  const odd = new Set(stamp.isEnd ? [0, quarterSeconds - 60, quarterSeconds - 1] : [0]);
  const seenBy = grids.map(
    (): Seen => ({ last: undefined, clocks: undefined, rows: 0, isOff: false, touched: new Map() }),
  );

  /** How far behind the hour a row begins in UTC, and on the source's clock: a change of that by half an hour moves one of them. */
  function behind(grid: DayGrid, startUtc: number): (number | undefined)[] {
    return [startUtc, utcToLocal(zone ?? grid.zone, startUtc)].map((seconds) => {
      const past = modulo(seconds, step);
      return odd.has(past % quarterSeconds) ? past : undefined;
    });
  }

  return {
    see(at, queue, place) {
      const seen = seenBy[at]!;
      const { startUtc, slot, spread, offClock } = place;
      if (seen.clocks === 'calls' || (slot < 0 && spread === 'one' && offClock === undefined)) return;
      if (place !== seen.last) {
        seen.last = place;
        const now = behind(grids[at]!, startUtc);
        const before = seen.clocks ?? now;
        const same = now.map((past, clock) => (past === before[clock] ? past : undefined));
        seen.clocks = same.every((past) => past === undefined) ? 'calls' : same;
        if (seen.clocks === 'calls') seen.touched.clear();
      }
      if (offClock === undefined || seen.clocks === 'calls') return;
      seen.rows += 1;
      seen.isOff ||= place.minutes === 0;
      seen.touched.set(`${queue}|${startUtc}`, { queue, ...offClock });
    },
    settle(spoil) {
      for (const [at, { clocks, rows, isOff, touched }] of seenBy.entries()) {
        if (clocks === 'calls' || !isOff) continue;
        for (const { queue, first, last } of touched.values()) spoil(at, queue, first, last);
        notes.acrossRows += rows;
        notes.acrossMinutes ??= intervalMinutes;
      }
    },
  };
}

interface Seen {
  /** Rows of one time stamp come one behind the other. */
  last: RowPlace | undefined;
  /** By clock how far behind the hour all rows began until now; undefined: no row yet. */
  clocks: readonly (number | undefined)[] | 'calls' | undefined;
  rows: number;
  /** One of them begins where no interval does. */
  isOff: boolean;
  readonly touched: Map<string, Touched>;
}

interface Touched {
  readonly queue: number;
  readonly first: number;
  readonly last: number;
}
