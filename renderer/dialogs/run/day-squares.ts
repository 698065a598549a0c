import type { RunProgress } from '#shared/contract/imports.ts';

/**
 * A day as its square shows it: the state of the contract; of those done, apart what had problems (`unusual`) and what
 * the source returned nothing for (`empty`).
 */
export type SquareState = 'done' | 'empty' | 'unusual' | 'running' | 'failed' | 'pending' | 'skipped';

/** In the order of the legend. */
export const squareStates: readonly SquareState[] = [
  'done',
  'empty',
  'unusual',
  'failed',
  'skipped',
  'running',
  'pending',
];

export interface DaySquare {
  readonly day: string;
  readonly state: SquareState;
}

/** A month of a long run: how many days are in which state. */
export interface MonthSquare {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly counts: Readonly<Record<SquareState, number>>;
  readonly total: number;
}

export interface SquareRow {
  readonly system: string;
  readonly squares: readonly DaySquare[];
  readonly counts: Readonly<Record<SquareState, number>>;
}

type RunDay = RunProgress['days'][number];

/** More days than this are drawn by month: smaller squares could not be told apart. */
export const mostDaySquares = 120;

/** What takes a run back reads nothing from a source: none of its days is empty. */
export function squareState(
  day: Pick<RunDay, 'state' | 'unusual' | 'rowsRead'>,
  isUndo = false,
): SquareState {
  if (day.state !== 'done') return day.state;
  if (day.unusual) return 'unusual';
  return day.rowsRead === 0 && !isUndo ? 'empty' : 'done';
}

/** One row of squares for each system, days in order. */
export function squareRows(days: readonly RunDay[], isUndo = false): SquareRow[] {
  const bySystem = Map.groupBy(days, (day) => day.system);
  return [...bySystem].map(([system, ofSystem]) => {
    const squares = ofSystem
      .map((day) => ({ day: day.day, state: squareState(day, isUndo) }))
      .sort((a, b) => a.day.localeCompare(b.day));
    return { system, squares, counts: countStates(squares) };
  });
}

export function squareMonths(squares: readonly DaySquare[]): MonthSquare[] {
  const byMonth = Map.groupBy(squares, (square) => square.day.slice(0, 7));
  return [...byMonth].map(([month, ofMonth]) => ({
    month,
    counts: countStates(ofMonth),
    total: ofMonth.length,
  }));
}

export function countStates(squares: readonly DaySquare[]): Record<SquareState, number> {
  const counts: Record<SquareState, number> = {
    done: 0,
    empty: 0,
    unusual: 0,
    failed: 0,
    skipped: 0,
    running: 0,
    pending: 0,
  };
  for (const square of squares) counts[square.state] += 1;
  return counts;
}

export function addCounts(rows: readonly Pick<SquareRow, 'counts'>[]): Record<SquareState, number> {
  const sums = countStates([]);
  for (const { counts } of rows) for (const state of squareStates) sums[state] += counts[state];
  return sums;
}
