import type { CallSource } from '../interfaces/call-source.ts';
import type { CallStatement } from '../interfaces/call-statement.ts';
import type { Buckets } from './bucket.ts';
import type { DayGrid } from './day-grid.ts';
import type { RowCounting } from './row-count.ts';
import type { ValuePlace } from './statement-columns.ts';

/** Reads the days of one source over few connections that are kept, and opened again when they were lost. */
export interface SystemReader {
  readonly source: CallSource;
  /** Mapped queues the source does not list (any more), by path; known after the first read. */
  readonly missingQueues: readonly (readonly string[])[];
  /** Several days may be asked for at once: they wait for a connection. */
  fetchDay(grids: ReadonlyMap<string, DayGrid>, signal: AbortSignal): Promise<FetchedDay>;
  /** The days that it did not give are asked for once more. */
  startOver(): void;
  close(): Promise<void>;
}

/** What the source gave for a day, as it gave it. */
export interface FetchedDay {
  /**
   * Stands for the statement, every character of its answer and whose rows they are; undefined where the answer was not kept
   * as text, and once `open` had to read something else.
   */
  readonly fingerprint: string | undefined;
  /** Puts it into the intervals. Reads once more where the text cannot be taken apart. */
  open(): Promise<ReadDay>;
}

/** The figures of a day by interval. */
export interface ReadDay {
  readonly source: CallSource;
  readonly buckets: Buckets;
  readonly statement: CallStatement;
  /** What `buckets.rowsRead` counts. */
  readonly counting: RowCounting;
  /** Index of the queue in the buckets. */
  queueIndex(path: readonly string[]): number;
  place(valueType: string): ValuePlace;
}
