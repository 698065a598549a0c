import { modulo } from '#shared/domain/time/civil.ts';
import type { CallSource } from '../interfaces/call-source.ts';
import type { BucketNotes } from './bucket-notes.ts';
import type { RowPlace } from './row-places.ts';

/**
 * Rows of a source with an `Interval` that begin where no interval does are calls, as long as they begin anywhere. Where
 * all of a day begin at the same quarter past (an hourly source in UTC for hourly queues in Kolkata, and no `TimeZone`),
 * they are intervals that lie across those of the queue, and may not be counted in the one they begin in.
 */
export interface OffClockRows {
  /** A row of the day; `at` is the number of the grid. */
  see(at: number, queue: number, place: RowPlace): void;
  settle(spoil: (at: number, queue: number, first: number, last: number) => void): void;
}

/** Zones differ by whole quarters of an hour. */
const quarterSeconds = 900;

export function offClockRows({ intervalMinutes }: CallSource, notes: BucketNotes): OffClockRows {
  if (intervalMinutes === undefined || intervalMinutes * 60 <= quarterSeconds)
    return { see() {}, settle() {} };
  const step = intervalMinutes * 60;
  /** By grid: how far behind the clock all rows began until now, and what they touch; undefined: they are calls. */
  const grids = new Map<number, Seen | 'calls'>();

  return {
    see(at, queue, { minutes, startUtc, slot, offClockTo }) {
      const known = grids.get(at);
      if (known === 'calls' || slot < 0) return;
      const behind = modulo(startUtc, step);
      const isOdd = minutes > 0 || (known !== undefined && known.behind !== behind);
      if (isOdd || behind % quarterSeconds !== 0) {
        grids.set(at, 'calls');
        return;
      }
      const seen = known ?? { behind, rows: 0, touched: new Map() };
      grids.set(at, seen);
      if (offClockTo === undefined) return;
      seen.rows += 1;
      seen.touched.set(`${queue}|${slot}`, { queue, first: slot, last: offClockTo });
    },
    settle(spoil) {
      for (const [at, seen] of grids) {
        if (seen === 'calls' || seen.rows === 0) continue;
        for (const { queue, first, last } of seen.touched.values()) spoil(at, queue, first, last);
        notes.acrossRows += seen.rows;
        notes.acrossMinutes ??= intervalMinutes;
      }
    },
  };
}

interface Seen {
  readonly behind: number;
  rows: number;
  readonly touched: Map<string, Touched>;
}

interface Touched {
  readonly queue: number;
  readonly first: number;
  readonly last: number;
}
