import { modulo } from '#shared/domain/time/civil.ts';
import { localToUtc, utcToLocal, type Zone } from '#shared/domain/time/zone.ts';
import { type CallSource, stampColumns } from '../interfaces/call-source.ts';
import type { DayGrid } from './day-grid.ts';
import type { SourceStamp, StampReader } from './stamps.ts';
import type { SelectedColumn, ValuePlace } from './statement-columns.ts';

/** What rows had that no interval could take as it was. Counts of rows or figures, with the first one seen. */
export interface BucketNotes {
  unreadableStamps: number;
  firstUnreadableStamp?: string;
  /** Rows of a wall clock hour that happened twice, without a mark which one: counted in the first. */
  repeatedHourRows: number;
  /** Rows of a wall clock time that did not exist: read with the offset before the clock change. */
  missingHourRows: number;
  firstMissingLocal?: number;
  /** Rows with text stamps that carry an offset or `Z`: they may lie outside a window made for wall clock times. */
  markedStamps: number;
  /** Rows the source picked for a mapped queue, under a key that is none of those asked for. */
  unmatchedRows: number;
  firstUnmatchedKey?: string;
  /** Rows over more minutes than the intervals they fall into, not to be divided: those keep what is stored. */
  coarserRows: number;
  coarserMinutes?: number;
  /** Rows that lie across two intervals: those keep what is stored. */
  acrossRows: number;
  acrossMinutes?: number;
  /** Rows whose figures were divided among several intervals. */
  splitRows: number;
  /** Figures that are no number, by value type. */
  notNumbers: Map<string, { count: number; first: string }>;
}

/** Figures of one system and day, by queue, value type and interval. */
export interface Buckets {
  readonly notes: BucketNotes;
  rowsRead: number;
  /** Adds a row as it comes from the driver: time stamp, key columns, figures. */
  add(row: readonly unknown[]): void;
  /** The figure, NaN where the source gave none for that interval, or {@link invalidFigure}. */
  figure(gridKey: string, queue: number, place: ValuePlace, slot: number): number;
  /** When the last of the rows ended that were divided among this interval and others; 0 where none was. */
  dividedUntilUtc(gridKey: string, slot: number): number;
}

/** Stands for a figure that is no number: whatever is computed from it would be wrong. */
export const invalidFigure = Number.POSITIVE_INFINITY;

export interface BucketOptions {
  readonly source: CallSource;
  readonly readStamp: StampReader;
  readonly columns: readonly SelectedColumn[];
  /** Value types by column, for messages. */
  readonly columnNames: readonly string[];
  /** By level of the key: whether the column holds numbers. */
  readonly numericKeys: readonly boolean[];
  /** Index of a queue by its key as {@link keyText} gives it; undefined for queues that are not wanted. */
  readonly queueOf: (key: string) => number | undefined;
  readonly queueCount: number;
  /** True where the source was asked for these queues only. */
  readonly pickedBySource: boolean;
  readonly grids: ReadonlyMap<string, DayGrid>;
}

/**
 * Puts the rows of a day into the intervals of each grid. Memory is queues × columns × intervals, whatever
 * the number of rows.
 */
export function createBuckets(options: BucketOptions): Buckets {
  const { source, columns, numericKeys, queueOf, readStamp } = options;
  const columnCount = columns.length;
  const firstKey = stampColumns(source).length;
  const firstColumn = firstKey + numericKeys.length;
  const intervalAt = source.intervalColumn === undefined ? undefined : firstKey - 1;
  const cells = [...options.grids].map(
    ([key, grid]): Cells => ({
      key,
      grid,
      slots: grid.starts.length,
      figures: new Float64Array(options.queueCount * columnCount * grid.starts.length).fill(Number.NaN),
      dividedUntil: new Float64Array(grid.starts.length),
    }),
  );
  const cellsByKey = new Map(cells.map((cell) => [cell.key, cell]));
  const notes: BucketNotes = {
    unreadableStamps: 0,
    repeatedHourRows: 0,
    missingHourRows: 0,
    markedStamps: 0,
    unmatchedRows: 0,
    coarserRows: 0,
    acrossRows: 0,
    splitRows: 0,
    notNumbers: new Map(),
  };
  /** Undefined: wall clock times are those of each grid's own zone. */
  const sharedClock = source.zone;

  function instant(stamp: SourceStamp, inZone: Zone): number {
    if ('utc' in stamp) return stamp.utc;
    const found = localToUtc(inZone, stamp.local);
    return found.kind === 'repeated' ? found.earlier : found.utc;
  }

  function note(stamp: SourceStamp, inZone: Zone): void {
    if ('utc' in stamp) return;
    const found = localToUtc(inZone, stamp.local);
    if (found.kind === 'repeated') notes.repeatedHourRows += 1;
    else if (found.kind === 'missing') {
      notes.missingHourRows += 1;
      notes.firstMissingLocal ??= stamp.local;
    }
  }

  function numberOf(raw: unknown, column: number): number {
    if (raw === null || raw === undefined) return Number.NaN;
    if (typeof raw === 'number' && Number.isFinite(raw)) return raw;
    // An empty text is neither a figure nor null; some databases have infinity among their numbers.
    const value = typeof raw === 'string' && raw.trim() === '' ? Number.NaN : Number(raw);
    if (Number.isFinite(value)) return value;
    const name = options.columnNames[column]!;
    const seen = notes.notNumbers.get(name);
    if (seen) seen.count += 1;
    else notes.notNumbers.set(name, { count: 1, first: String(raw).slice(0, 60) });
    return invalidFigure;
  }

  /**
   * Minutes the row counts over; undefined for single calls and where nothing is known. Sections of the old product
   * have an `Interval` over tables of calls too: a row that does not begin where such an interval would is a call.
   */
  function rowMinutes(row: readonly unknown[], stamp: SourceStamp, inZone: Zone): number | undefined {
    const written = intervalAt === undefined ? undefined : Number(row[intervalAt] ?? Number.NaN);
    if (written !== undefined && written > 0) return written;
    const minutes = source.intervalMinutes;
    if (minutes === undefined) return undefined;
    const local = 'local' in stamp ? stamp.local : utcToLocal(inZone, stamp.utc);
    return modulo(local, minutes * 60) === 0 ? minutes : undefined;
  }

  /** Adds part `part` of `parts` of the row's figures to an interval. */
  function addFigures(
    { slots, figures }: Cells,
    queue: number,
    slot: number,
    row: readonly unknown[],
    part: number,
    parts: number,
  ): void {
    for (let column = 0; column < columnCount; column += 1) {
      const value = numberOf(row[firstColumn + column], column);
      if (Number.isNaN(value)) continue;
      const { combine: how, undivided } = columns[column]!;
      const share = parts === 1 || how !== 'sum' || undivided ? value : partOf(value, part, parts);
      const cell = (queue * columnCount + column) * slots + slot;
      const before = figures[cell]!;
      figures[cell] = Number.isNaN(before) ? share : combine(how, before, share);
    }
  }

  /** Divides a row among the intervals it fills; false when none of them is of this day. */
  function addDivided(
    cell: Cells,
    queue: number,
    row: readonly unknown[],
    startUtc: number,
    minutes: number,
  ): boolean {
    const stepSeconds = cell.grid.intervalMinutes * 60;
    const parts = (minutes * 60) / stepSeconds;
    let taken = false;
    const firstOfDay = Math.max(0, Math.floor((cell.grid.startUtc - startUtc) / stepSeconds));
    const endOfDay = Math.min(parts, Math.ceil((cell.grid.endUtc - startUtc) / stepSeconds));
    for (let part = firstOfDay; part < endOfDay; part += 1) {
      const slot = cell.grid.slotAt(startUtc + part * stepSeconds);
      if (slot < 0) continue;
      addFigures(cell, queue, slot, row, part, parts);
      cell.dividedUntil[slot] = Math.max(cell.dividedUntil[slot]!, startUtc + minutes * 60);
      taken = true;
    }
    if (taken) notes.splitRows += 1;
    return taken;
  }

  /** Spoils the intervals that a row reaches into and cannot be divided among; false when none is of this day. */
  function addUndivided(
    { grid, slots, figures }: Cells,
    queue: number,
    startUtc: number,
    minutes: number,
    spread: 'coarser' | 'across',
  ): boolean {
    const endUtc = startUtc + minutes * 60;
    if (startUtc >= grid.endUtc || endUtc <= grid.startUtc) return false;
    const first = grid.slotAt(Math.max(startUtc, grid.startUtc));
    const last = grid.slotAt(Math.min(endUtc, grid.endUtc) - 1);
    for (let column = 0; column < columnCount; column += 1) {
      const cell = (queue * columnCount + column) * slots;
      figures.fill(invalidFigure, cell + first, cell + last + 1);
    }
    if (spread === 'coarser') {
      notes.coarserRows += 1;
      notes.coarserMinutes ??= minutes;
    } else {
      notes.acrossRows += 1;
      notes.acrossMinutes ??= minutes;
    }
    return true;
  }

  const buckets: Buckets = {
    notes,
    rowsRead: 0,
    add(row) {
      const key = keyText(row, firstKey, numericKeys);
      const queue = queueOf(key);
      if (queue === undefined) {
        if (options.pickedBySource) {
          notes.unmatchedRows += 1;
          notes.firstUnmatchedKey ??= key.replaceAll('\u0000', ':').slice(0, 60);
        }
        return;
      }
      const stamp = readStamp(row);
      if (!stamp) {
        notes.unreadableStamps += 1;
        notes.firstUnreadableStamp ??= row
          .slice(0, source.stamp.time === undefined ? 1 : 2)
          .join(' ')
          .slice(0, 60);
        return;
      }
      if ('utc' in stamp) notes.markedStamps += 1;
      const utc = sharedClock ? instant(stamp, sharedClock) : undefined;
      let taken = false;
      for (const cell of cells) {
        const { grid } = cell;
        const start = utc ?? instant(stamp, grid.zone);
        const minutes = rowMinutes(row, stamp, sharedClock ?? grid.zone);
        const spread = minutes === undefined ? 'one' : spreadOf(grid, start, minutes);
        if (spread === 'one') {
          const slot = grid.slotAt(start);
          if (slot < 0) continue;
          addFigures(cell, queue, slot, row, 0, 1);
        } else if (spread === 'coarser' && source.coarserInterval === 'split') {
          if (!addDivided(cell, queue, row, start, minutes!)) continue;
        } else if (!addUndivided(cell, queue, start, minutes!, spread)) continue;
        if (!taken) note(stamp, sharedClock ?? grid.zone);
        taken = true;
      }
      // The window read is a little wider than the day: what falls outside belongs to its neighbours.
      if (taken) buckets.rowsRead += 1;
    },
    figure(key, queue, place, slot) {
      const { figures, slots } = cellsByKey.get(key)!;
      const value = figures[(queue * columnCount + place.column) * slots + slot]!;
      if (place.countColumn === undefined) return value;
      const count = figures[(queue * columnCount + place.countColumn) * slots + slot]!;
      if (value === invalidFigure) return invalidFigure;
      return count > 0 ? value / count : Number.NaN;
    },
    dividedUntilUtc: (key, slot) => cellsByKey.get(key)!.dividedUntil[slot]!,
  };
  return buckets;
}

interface Cells {
  readonly key: string;
  readonly grid: DayGrid;
  readonly slots: number;
  readonly figures: Float64Array;
  readonly dividedUntil: Float64Array;
}

/** How a row over these minutes lies on the intervals of a queue. */
function spreadOf(grid: DayGrid, startUtc: number, minutes: number): 'one' | 'coarser' | 'across' {
  const endUtc = startUtc + minutes * 60;
  if (minutes > grid.intervalMinutes) {
    return minutes % grid.intervalMinutes === 0 && fillsIntervals(grid, startUtc, endUtc)
      ? 'coarser'
      : 'across';
  }
  const first = grid.slotAt(startUtc);
  const last = grid.slotAt(endUtc - 1);
  if (first === last) return 'one';
  // At a clock change intervals are cut short and the source's own are too: its row belongs where it begins.
  return [first, last].every((slot) => slot < 0 || isWhole(grid, slot)) ? 'across' : 'one';
}

/** Whether the row's parts begin where intervals of this day do. */
function fillsIntervals(grid: DayGrid, startUtc: number, endUtc: number): boolean {
  const step = grid.intervalMinutes * 60;
  // From the part that this day begins in: what the source says of a row's length is not bounded.
  const first = startUtc + Math.max(0, Math.floor((grid.startUtc - startUtc) / step)) * step;
  for (let at = first; at < Math.min(endUtc, grid.endUtc); at += step) {
    const slot = grid.slotAt(at);
    if (slot >= 0 && grid.starts[slot] !== at && isWhole(grid, slot)) return false;
  }
  return true;
}

function isWhole(grid: DayGrid, slot: number): boolean {
  return (grid.starts[slot + 1] ?? grid.endUtc) - grid.starts[slot]! === grid.intervalMinutes * 60;
}

/**
 * Whole numbers are divided into whole numbers, others into hundredths, which is what is stored; the remainder goes
 * to the first part, so that the parts are together what the row was.
 */
function partOf(value: number, part: number, parts: number): number {
  if (value === invalidFigure) return value;
  const share = Number.isInteger(value) ? Math.trunc(value / parts) : Math.trunc((value * 100) / parts) / 100;
  return part === 0 ? value - share * (parts - 1) : share;
}

function combine(how: SelectedColumn['combine'], before: number, value: number): number {
  if (before === invalidFigure || value === invalidFigure) return invalidFigure;
  if (how === 'sum') return before + value;
  return how === 'min' ? Math.min(before, value) : Math.max(before, value);
}

/**
 * The key of a queue as one text, its levels beginning at `from` of `values`. CHAR columns come padded with blanks,
 * and `007`, `7` and `7.00` are one number.
 */
export function keyText(values: readonly unknown[], from: number, numericKeys: readonly boolean[]): string {
  let key = levelText(values[from], numericKeys[0]!);
  for (let level = 1; level < numericKeys.length; level += 1) {
    key += `\u0000${levelText(values[from + level], numericKeys[level]!)}`;
  }
  return key;
}

function levelText(value: unknown, numeric: boolean): string {
  if (typeof value !== 'string') return String(value);
  const text = value.trimEnd();
  const number = numeric && text !== '' ? Number(text) : Number.NaN;
  return Number.isSafeInteger(number) ? String(number) : text;
}
