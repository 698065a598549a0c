import { localToUtc, type Zone } from '#shared/domain/time/zone.ts';
import { type CallSource, longestRowMinutes, stampColumns } from '../interfaces/call-source.ts';
import type { DayGrid } from './day-grid.ts';
import { isBorder, meantEnd, rowEnd, rowStart, type Spread, slotsTouched, spreadOf } from './row-span.ts';
import type { SourceStamp, StampReader } from './stamps.ts';

/** Where a row lies on the intervals of one grid. */
export interface RowPlace {
  readonly spread: Spread;
  /** Of the interval it begins in; -1 outside the day. */
  readonly slot: number;
  readonly startUtc: number;
  readonly endUtc: number;
  /** That the row counts over; 0 for single calls and where nothing is known. */
  readonly minutes: number;
  /** What is odd about its wall clock time. */
  readonly hour: 'repeated' | 'missing' | undefined;
  /**
   * The intervals of the day that it would lie across if the source's clock is another than was said: of a row that begins
   * where no interval does, else a call, and of one that a change of the clock said would cut short.
   */
  readonly offClock: SlotRange | undefined;
}

export interface SlotRange {
  readonly first: number;
  readonly last: number;
}

export interface PlacedRow {
  readonly isMarked: boolean;
  /** One for each grid. */
  readonly places: readonly RowPlace[];
}

/**
 * Finds the places of rows; undefined for a stamp that cannot be read. Rows of one time stamp come one behind the other, so
 * the last places are kept.
 */
export function rowPlaces(
  source: CallSource,
  readStamp: StampReader,
  grids: readonly DayGrid[],
): (row: readonly unknown[]) => PlacedRow | undefined {
  const stampCount = stampColumns(source).length;
  const intervalAt = source.intervalColumn === undefined ? undefined : stampCount - 1;
  const lastCells = new Array<unknown>(stampCount).fill(lastCellsUnknown);
  let last: PlacedRow | undefined;

  return (row) => {
    let isSame = true;
    for (let index = 0; index < stampCount; index += 1) {
      const cell = row[index];
      if (cell === lastCells[index]) continue;
      lastCells[index] = cell;
      isSame = false;
    }
    if (!isSame) {
      const stamp = readStamp(row);
      const written = intervalAt === undefined ? Number.NaN : Number(row[intervalAt] ?? Number.NaN);
      last = stamp && {
        isMarked: 'utc' in stamp,
        places: grids.map((grid) => place(source, grid, stamp, written > 0 ? written : undefined)),
      };
    }
    return last;
  };
}

const lastCellsUnknown = Symbol('no row yet');

function place(source: CallSource, grid: DayGrid, stamp: SourceStamp, written: number | undefined): RowPlace {
  const clock = source.zone ?? grid.zone;
  const { utc, hour } = instantOf(stamp, clock, source.stamp.isEnd === true);
  const rowClock = 'local' in stamp ? stamp.zone : undefined;
  const clocks = rowClock === undefined ? [clock] : [clock, rowClock];
  const length = written ?? source.intervalMinutes;
  const startUtc = source.stamp.isEnd && length !== undefined ? startOf(clocks, utc, length) : utc;
  const slot = grid.slotAt(startUtc);
  const call = { spread: 'one', slot, startUtc, endUtc: startUtc, minutes: 0, hour } as const;
  if (length === undefined) return { ...call, offClock: undefined };
  const fitting = clocks.find((one) => isBorder(one, startUtc, length));
  if (fitting === undefined && written === undefined) {
    // Sections of the old product have an `Interval` over tables of calls too: what begins elsewhere is a call.
    const endUtc = startUtc + length * 60;
    const isWithin = slot >= 0 && grid.slotAt(endUtc - 1) === slot;
    return { ...call, offClock: isWithin ? undefined : slotsTouched(grid, startUtc, endUtc) };
  }
  const endUtc = fitting === undefined ? startUtc + length * 60 : rowEnd(fitting, startUtc, length);
  const isCut = written === undefined && endUtc < startUtc + length * 60;
  const isTooLong = length > longestRowMinutes;
  // Who asks for the rows of a day gets those that began up to a day before it.
  if (isTooLong && startUtc < grid.startUtc - longestRowMinutes * 60) return { ...call, offClock: undefined };
  const spread = spreadOf(grid, startUtc, endUtc, length, fitting ?? clock);
  return {
    spread: isTooLong && spread !== 'one' ? 'too-long' : spread,
    slot,
    startUtc,
    endUtc,
    minutes: length,
    hour,
    offClock: isCut ? slotsTouched(grid, startUtc, startUtc + length * 60) : undefined,
  };
}

function startOf(clocks: readonly Zone[], endUtc: number, minutes: number): number {
  const ends = clocks.map((clock) => ({ clock, at: meantEnd(clock, endUtc, minutes) }));
  // An end as it is written goes before one that is the last minute or second of an interval.
  const { clock, at } =
    ends.find((end) => end.at === endUtc) ?? ends.find((end) => end.at !== undefined) ?? ends[0]!;
  return rowStart(clock, at ?? endUtc, minutes);
}

function instantOf(
  stamp: SourceStamp,
  clock: Zone,
  isEnd: boolean,
): { readonly utc: number; readonly hour: RowPlace['hour'] } {
  if ('utc' in stamp) return { utc: stamp.utc, hour: undefined };
  const found = localToUtc(stamp.zone ?? clock, stamp.local);
  if (found.kind === 'unique') return { utc: found.utc, hour: undefined };
  if (found.kind === 'repeated') return { utc: found.earlier, hour: 'repeated' };
  // The moment of the change is the end of what was before, written by the clock of before.
  return { utc: found.utc, hour: isEnd && found.utc === found.changeUtc ? undefined : 'missing' };
}
