import type { DatabaseProduct } from '../odbc/dialect.ts';

/** What is learned of a source before its first day is read. */
export interface Learned {
  readonly product: DatabaseProduct;
  /** Each key once: a queue may be mapped by its name here and by its number there. */
  readonly keys: readonly (readonly (string | number)[])[];
  /** Index of its key, by the text of the path. */
  readonly indexByPath: ReadonlyMap<string, number>;
  readonly numericKeys: readonly boolean[];
  /** The keys of all queues that the source lists, mapped or not. */
  readonly listedKeys: ReadonlySet<string>;
  /** Figures are texts: the source must not sum them. */
  readonly hasTexts: boolean;
  /** Rows are read with all digits of their numbers: SQLite makes texts of 15 of them. */
  readonly readsLargeNumbers?: true;
  /** Time stamps are texts as `2026-03-02T08:00`. */
  readonly hasLetter: boolean;
}
