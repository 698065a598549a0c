import type { RunningRow } from '../run-row.ts';
import type { CopyCell, StoredTable } from './stored-tables.ts';

/** Reads the tables of a store as they are at one moment. */
export interface TableReader {
  /** The rows of a table with its columns in their order; what is held does not depend on how many there are. */
  rows(table: StoredTable): AsyncIterable<CopyCell[]>;
  /** The months (`2026-03`) that have stored days. */
  months(): Promise<string[]>;
  runningRuns(): Promise<RunningRow[]>;
}

/** Writes the tables of an empty store; nothing of it stays when the work fails. */
export interface TableWriter extends Pick<TableReader, 'rows'> {
  write(table: StoredTable, rows: AsyncIterable<CopyCell[]>, months: readonly string[]): Promise<void>;
  isEmpty(table: StoredTable): Promise<boolean>;
}

export interface StoreState {
  readonly schemaVersion: number;
  /** Of values, runs and all the rest, indexes included. */
  readonly bytes: number;
  readonly rows: Readonly<Record<string, number>>;
}

/** A store seen as tables: for copies, and to say how much is in there. */
export interface StoreTables {
  /** For a reader; two of one text are one store. */
  readonly shown: string;
  reading<T>(work: (reader: TableReader) => Promise<T>): Promise<T>;
  writing<T>(work: (writer: TableWriter) => Promise<T>): Promise<T>;
  state(): Promise<StoreState>;
  close(): Promise<void>;
}
