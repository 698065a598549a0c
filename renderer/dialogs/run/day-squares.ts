import type { RunProgress } from '#shared/contract/imports.ts';

/** A day as its square shows it: the state of the contract, with `unusual` as a state of its own. */
export type SquareState = 'done' | 'unusual' | 'running' | 'failed' | 'pending' | 'skipped';

/** In the order of the legend. */
export const squareStates: readonly SquareState[] = [
  'done',
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

export function squareState(day: Pick<RunDay, 'state' | 'unusual'>): SquareState {
  return day.state === 'done' && day.unusual ? 'unusual' : day.state;
}

/** One row of squares for each system, days in order. */
export function squareRows(days: readonly RunDay[]): SquareRow[] {
  const bySystem = Map.groupBy(days, (day) => day.system);
  return [...bySystem].map(([system, ofSystem]) => {
    const squares = ofSystem
      .map((day) => ({ day: day.day, state: squareState(day) }))
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
    unusual: 0,
    failed: 0,
    skipped: 0,
    running: 0,
    pending: 0,
  };
  for (const square of squares) counts[square.state] += 1;
  return counts;
}

export function addCounts(rows: readonly SquareRow[]): Record<SquareState, number> {
  return countStates(rows.flatMap((row) => row.squares));
}
