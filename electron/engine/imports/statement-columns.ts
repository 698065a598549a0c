import type { ExternalValueType, ValueFunction } from '../interfaces/call-source.ts';

/** How figures of several rows of one interval are put together; NaN stands for "no figure". */
export type Combine = 'sum' | 'min' | 'max';

/** One aggregate the source computes per time stamp and queue. */
export interface SelectedColumn {
  readonly sql: string;
  /** What it is computed from, of a single row; left out where only the aggregate is ever asked for. */
  readonly row?: string;
  readonly combine: Combine;
  /** Part of an average: intervals among which a longer one is divided have it whole, each of them. */
  readonly undivided?: true;
}

/** Where a value type is found among the selected columns. */
export interface ValuePlace {
  readonly valueType: string;
  /** Column of the figure, or of the sum where `countColumn` is given: then the figure is their quotient. */
  readonly column: number;
  readonly countColumn?: number;
}

/**
 * The aggregates for a list of value types. An average cannot be averaged again over several time stamps of
 * one interval, so it is read as sum and count and divided at the end.
 */
export function selectColumns(valueTypes: readonly ExternalValueType[]): {
  columns: SelectedColumn[];
  places: ValuePlace[];
} {
  const columns: SelectedColumn[] = [];
  const places = valueTypes.map(({ name, expression, function: aggregate }): ValuePlace => {
    const column = columns.length;
    if (aggregate === 'AVG') {
      const both = { combine: 'sum', undivided: true } as const;
      columns.push({ sql: `SUM(${expression})`, row: expression, ...both });
      columns.push({ sql: `COUNT(${expression})`, row: counted(expression), ...both });
      return { valueType: name, column, countColumn: column + 1 };
    }
    const row = aggregate === 'COUNT' ? counted(expression) : expression;
    columns.push({ sql: `${aggregate}(${expression})`, row, combine: combineOf[aggregate] });
    return { valueType: name, column };
  });
  return { columns, places };
}

function counted(expression: string): string {
  return expression === '*' ? '1' : `CASE WHEN (${expression}) IS NULL THEN 0 ELSE 1 END`;
}

const combineOf: Readonly<Record<Exclude<ValueFunction, 'AVG'>, Combine>> = {
  SUM: 'sum',
  COUNT: 'sum',
  MIN: 'min',
  MAX: 'max',
};
