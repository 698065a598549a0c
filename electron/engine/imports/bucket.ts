import { type CallSource, stampColumns } from '../interfaces/call-source.ts';
import { type BucketNotes, noNotes } from './bucket-notes.ts';
import type { DayGrid } from './day-grid.ts';
import { doubtfulTexts } from './doubtful-texts.ts';
import { type FigureCells, figureCells, invalidFigure, roundedFigure } from './figure-cells.ts';
import { figureReader } from './figure-reader.ts';
import { offClockRows } from './off-clock.ts';
import { type RowPlace, rowPlaces } from './row-places.ts';
import { slotsTouched } from './row-span.ts';
import { type StampReader, unknownZoneOf } from './stamps.ts';
import type { SelectedColumn, ValuePlace } from './statement-columns.ts';

export type { BucketNotes } from './bucket-notes.ts';
export { invalidFigure } from './figure-cells.ts';

/** Figures of one system and day, by queue, value type and interval. */
export interface Buckets {
  readonly notes: BucketNotes;
  rowsRead: number;
  /** Adds a row as it comes from the driver: time stamp, key columns, figures. */
  add(row: readonly unknown[]): void;
  /** Figures by interval: NaN where the source gave none, or {@link invalidFigure}. */
  figures(gridKey: string, queue: number, place: ValuePlace): (slot: number) => number;
  /** By interval, when the last of the rows ended that were divided among it and others, 0 where none was; undefined: none at all. */
  dividedUntilUtc(gridKey: string): ArrayLike<number> | undefined;
}

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
  /** The figures are those of each row as it stands in the table, of texts too. */
  readonly unsummed?: boolean;
}

/**
 * Puts the rows of a day into the intervals of each grid. Memory is queues × columns × intervals, whatever
 * the number of rows.
 */
export function createBuckets(options: BucketOptions): Buckets {
  const { source, columns, numericKeys, queueOf } = options;
  const columnCount = columns.length;
  const firstKey = stampColumns(source).length;
  const firstColumn = firstKey + numericKeys.length;
  const cells = [...options.grids].map(([key, grid]): Cells => {
    const slots = grid.starts.length;
    return {
      key,
      grid,
      slots,
      figures: figureCells(options.queueCount * columnCount * slots),
      dividedUntil: new Float64Array(slots),
    };
  });
  const cellsByKey = new Map(cells.map((cell) => [cell.key, cell]));
  const notes = noNotes();
  const placesOf = rowPlaces(
    source,
    options.readStamp,
    cells.map(({ grid }) => grid),
  );
  const readFigure = figureReader(notes, options.columnNames);
  const texts = options.unsummed ? doubtfulTexts(notes, options.columnNames) : undefined;
  const clock = offClockRows(
    source,
    cells.map(({ grid }) => grid),
    notes,
  );
  /** The figures of the row at hand. */
  const values = new Float64Array(columnCount);
  /** Rows to be divided that were not summed yet, by grid, queue and time stamp. */
  const undivided = new Map<string, Undivided>();
  let isSettled = false;

  function cellOf({ slots }: Cells, queue: number, column: number, slot: number): number {
    return (queue * columnCount + column) * slots + slot;
  }

  function readFigures(row: readonly unknown[]): void {
    texts?.nextRow();
    for (let column = 0; column < columnCount; column += 1) {
      const raw = row[firstColumn + column];
      values[column] = readFigure(raw, column);
      if (typeof raw === 'string') texts?.see(raw, column);
    }
  }

  /** Adds part `part` of `parts` of the row's figures to an interval. */
  function addFigures(cell: Cells, queue: number, slot: number, part: number, parts: number): void {
    for (let column = 0; column < columnCount; column += 1) {
      const value = values[column]!;
      if (Number.isNaN(value)) continue;
      const { combine, undivided: isWhole } = columns[column]!;
      const share = parts === 1 || combine !== 'sum' || isWhole ? value : partOf(value, part, parts);
      const at = cellOf(cell, queue, column, slot);
      cell.figures.add(at, combine, share);
      if (parts === 1) texts?.added(cell.figures, at, column);
    }
  }

  /** Divides a row among the intervals it fills; false when none of them is of this day. */
  function addDivided(cell: Cells, queue: number, place: RowPlace, stampText: string): boolean {
    const { grid, dividedUntil } = cell;
    const parts = partsOfDay(grid, place);
    if (parts.length === 0) return false;
    for (const { slot } of parts) dividedUntil[slot] = Math.max(dividedUntil[slot]!, place.endUtc);
    notes.splitRows += 1;
    if (options.unsummed) {
      // Rows of one time stamp and queue are divided together, as where the source sums them.
      const id = `${cell.key}|${queue}|${stampText}`;
      const waiting = undivided.get(id) ?? { cell, queue, place, figures: figureCells(columnCount) };
      undivided.set(id, waiting);
      for (let column = 0; column < columnCount; column += 1) {
        const value = values[column]!;
        if (!Number.isNaN(value)) waiting.figures.add(column, columns[column]!.combine, value);
        for (const { slot } of parts) texts?.added(cell.figures, cellOf(cell, queue, column, slot), column);
      }
    } else addParts(cell, queue, place);
    return true;
  }

  function addParts(cell: Cells, queue: number, place: RowPlace): void {
    const count = (place.endUtc - place.startUtc) / (cell.grid.intervalMinutes * 60);
    for (const { slot, part } of partsOfDay(cell.grid, place)) addFigures(cell, queue, slot, part, count);
  }

  /** Spoils the intervals that a row reaches into and cannot be divided among; false when none is of this day. */
  function addUndivided(
    cell: Cells,
    queue: number,
    { startUtc, endUtc, minutes, spread }: RowPlace,
  ): boolean {
    const touched = slotsTouched(cell.grid, startUtc, endUtc);
    if (touched === undefined) return false;
    spoil(cell, queue, touched.first, touched.last);
    if (spread === 'coarser') {
      notes.coarserRows += 1;
      notes.coarserMinutes ??= minutes;
    } else if (spread === 'too-long') {
      notes.tooLongRows += 1;
      notes.tooLongMinutes ??= minutes;
    } else {
      notes.acrossRows += 1;
      notes.acrossMinutes ??= minutes;
    }
    return true;
  }

  function spoil(cell: Cells, queue: number, first: number, last: number): void {
    for (let column = 0; column < columnCount; column += 1) {
      cell.figures.spoil(cellOf(cell, queue, column, first), cellOf(cell, queue, column, last) + 1);
    }
  }

  /** What only all rows together tell. */
  function settle(): void {
    if (isSettled) return;
    isSettled = true;
    for (const { cell, queue, place, figures } of undivided.values()) {
      for (let column = 0; column < columnCount; column += 1) values[column] = figures.read(column);
      addParts(cell, queue, place);
    }
    texts?.settle();
    clock.settle((at, queue, first, last) => spoil(cells[at]!, queue, first, last));
  }

  const buckets: Buckets = {
    get notes() {
      settle();
      return notes;
    },
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
      const placed = placesOf(row);
      if (!placed) {
        noteUnreadable(notes, source, row);
        return;
      }
      if (placed.isMarked) notes.markedStamps += 1;
      let taken = false;
      let oddHour: RowPlace['hour'];
      for (let at = 0; at < cells.length; at += 1) {
        const cell = cells[at]!;
        const place = placed.places[at]!;
        const { spread, slot } = place;
        clock.see(at, queue, place);
        if (spread === 'one' && slot < 0) continue;
        if (!taken) readFigures(row);
        if (spread === 'one') {
          addFigures(cell, queue, slot, 0, 1);
        } else if (spread === 'coarser' && source.coarserInterval === 'split') {
          // For the source no text and an empty one are two.
          const stampText = row
            .slice(0, firstKey)
            .map((value) => value ?? '\u0000')
            .join('\u0001');
          if (!addDivided(cell, queue, place, stampText)) continue;
        } else if (!addUndivided(cell, queue, place)) continue;
        taken = true;
        oddHour ??= place.hour;
      }
      // The window read is a little wider than the day: what falls outside belongs to its neighbours.
      if (taken) buckets.rowsRead += 1;
      if (oddHour === 'repeated') notes.repeatedHourRows += 1;
      else if (oddHour === 'missing') notes.missingHourRows += 1;
    },
    figures(key, queue, { column, countColumn }) {
      settle();
      const cell = cellsByKey.get(key)!;
      const first = cellOf(cell, queue, column, 0);
      if (countColumn === undefined) return (slot) => cell.figures.read(first + slot);
      const firstCount = cellOf(cell, queue, countColumn, 0);
      return (slot) => {
        const value = cell.figures.read(first + slot);
        if (value === invalidFigure) return value;
        const count = cell.figures.read(firstCount + slot);
        return count > 0 ? roundedFigure(value / count) : Number.NaN;
      };
    },
    dividedUntilUtc: (key) => (notes.splitRows === 0 ? undefined : cellsByKey.get(key)!.dividedUntil),
  };
  return buckets;
}

interface Cells {
  readonly key: string;
  readonly grid: DayGrid;
  readonly slots: number;
  readonly figures: FigureCells;
  readonly dividedUntil: Float64Array;
}

interface Undivided {
  readonly cell: Cells;
  readonly queue: number;
  readonly place: RowPlace;
  /** By column. */
  readonly figures: FigureCells;
}

/** The parts of a row that are intervals of this day, by their number. */
function partsOfDay(grid: DayGrid, { startUtc, endUtc }: RowPlace): { slot: number; part: number }[] {
  const step = grid.intervalMinutes * 60;
  const first = Math.max(0, Math.floor((grid.startUtc - startUtc) / step));
  const end = Math.min((endUtc - startUtc) / step, Math.ceil((grid.endUtc - startUtc) / step));
  const parts: { slot: number; part: number }[] = [];
  for (let part = first; part < end; part += 1) {
    const slot = grid.slotAt(startUtc + part * step);
    if (slot >= 0) parts.push({ slot, part });
  }
  return parts;
}

function noteUnreadable(notes: BucketNotes, source: CallSource, row: readonly unknown[]): void {
  const zone = unknownZoneOf(source.stamp, row);
  if (zone !== undefined) {
    notes.unknownZoneRows += 1;
    notes.firstUnknownZone ??= zone.slice(0, 60);
    return;
  }
  notes.unreadableStamps += 1;
  notes.firstUnreadableStamp ??= row
    .slice(0, source.stamp.time === undefined ? 1 : 2)
    .join(' ')
    .slice(0, 60);
}

/**
 * Whole numbers are divided into whole numbers, others into hundredths, which is what is stored; the remainder goes
 * to the first part, so that the parts are together what the row was.
 */
function partOf(value: number, part: number, parts: number): number {
  if (value === invalidFigure) return value;
  const share = Number.isInteger(value)
    ? Math.trunc(value / parts)
    : Math.trunc(roundedFigure((roundedFigure(value) * 100) / parts)) / 100;
  return part === 0 ? value - share * (parts - 1) : share;
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
