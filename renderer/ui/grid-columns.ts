import type { ReactNode } from 'react';
import type { GridColumn } from './grid.tsx';

/** A column of texts, sorted as they are read. */
export function textColumn<Row>(
  id: string,
  title: string,
  width: string,
  textOf: (row: Row) => string,
): GridColumn<Row> {
  return { id, title, width, cell: textOf, sortBy: textOf };
}

export interface FigureColumn<Row, Value extends number | null | undefined> {
  readonly id: string;
  readonly title: string;
  readonly width: string;
  readonly figureOf: (row: Row) => Value;
  readonly show: (value: Value, row: Row) => ReactNode;
}

/** A column of figures at the right edge; rows without one come last. */
export function figureColumn<Row, Value extends number | null | undefined>({
  id,
  title,
  width,
  figureOf,
  show,
}: FigureColumn<Row, Value>): GridColumn<Row> {
  return {
    id,
    title,
    width,
    isFigure: true,
    cell: (row) => show(figureOf(row), row),
    sortBy: (row) => figureOf(row) ?? undefined,
  };
}
