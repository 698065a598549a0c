import type { TableColumn } from '#shared/contract/find-tables.ts';

export type SampleValue = string | number | null;

/** A column with what the first rows of its table hold in it. */
export interface ColumnFacts extends TableColumn {
  /** By row. */
  readonly values: readonly SampleValue[];
  /** Those that are there, without doubles. */
  readonly distinct: readonly (string | number)[];
  /** How many rows have a value. */
  readonly filled: number;
}

/** Columns with their values, from rows in the order of the columns. */
export function columnFacts(
  columns: readonly TableColumn[],
  rows: readonly (readonly SampleValue[])[],
): ColumnFacts[] {
  return columns.map((column, index) => {
    const values = rows.map((row) => row[index] ?? null);
    const present = values.flatMap((value) => (value === null || value === '' ? [] : [value]));
    return {
      ...column,
      values,
      distinct: [...new Set(present.map((value) => (typeof value === 'string' ? value.trim() : value)))],
      filled: present.length,
    };
  });
}

/** The distinct values as whole numbers, or undefined where one is not. */
export function wholeNumbers({ distinct }: ColumnFacts): number[] | undefined {
  if (distinct.length === 0) return undefined;
  const numbers = distinct.map((value) =>
    typeof value === 'number' ? value : /^-?\d+(\.0+)?$/.test(value) ? Number(value) : Number.NaN,
  );
  return numbers.every(Number.isSafeInteger) ? numbers : undefined;
}
