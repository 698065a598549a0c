/** A database behind a real driver, with what each product writes in its own way. */
export interface Source {
  readonly connectionString: string;
  readonly password?: string;
  readonly port?: number;
  exec(sql: string): unknown;
  readonly sql: {
    /** A table expression `x` of the numbers 1 to `count`. */
    numbers(count: number): string;
    repeated(text: string, count: string): string;
    /** Runs for a minute or more before its first row. */
    readonly slow: string;
    /** Gives rows without end. */
    readonly endless: string;
    /** The SQL type of text without a length. */
    readonly text: string;
  };
}
