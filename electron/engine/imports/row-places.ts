import { localToUtc, type Zone } from '#shared/domain/time/zone.ts';
import { type CallSource, stampColumns } from '../interfaces/call-source.ts';
import type { DayGrid } from './day-grid.ts';
import { isBorder, rowEnd, rowStart, type Spread, spreadOf } from './row-span.ts';
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
   * The interval it would end in, of a row that should be an interval of the source and begins where none does: a call, or
   * the source's clock is another than was said.
   */
  readonly offClockTo: number | undefined;
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
  if (length === undefined) return { ...call, offClockTo: undefined };
  const fitting = clocks.find((one) => isBorder(one, startUtc, length));
  if (fitting === undefined && written === undefined) {
    // Sections of the old product have an `Interval` over tables of calls too: what begins elsewhere is a call.
    const to = grid.slotAt(startUtc + length * 60 - 1);
    return { ...call, offClockTo: slot >= 0 && to !== slot ? Math.max(slot, to) : undefined };
  }
  const endUtc = fitting === undefined ? startUtc + length * 60 : rowEnd(fitting, startUtc, length);
  const spread = spreadOf(grid, startUtc, endUtc, length, fitting ?? clock);
  return { spread, slot, startUtc, endUtc, minutes: length, hour, offClockTo: undefined };
}

function startOf(clocks: readonly Zone[], endUtc: number, minutes: number): number {
  const fitting = clocks.find((clock) => isBorder(clock, endUtc, minutes));
  return rowStart(fitting ?? clocks[0]!, endUtc, minutes);
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
