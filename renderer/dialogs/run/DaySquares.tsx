import type { RunProgress } from '#shared/contract/imports.ts';
import { type Translate, useWords } from '../words.ts';
import {
  addCounts,
  type DaySquare,
  type MonthSquare,
  mostDaySquares,
  type SquareRow,
  type SquareState,
  squareMonths,
  squareRows,
  squareStates,
} from './day-squares.ts';
import './day-squares.css';

/** Told apart by more than their colour; of those without a sign one is filled, one hollow, one faint. */
export const signs: Readonly<Record<SquareState, string>> = {
  done: '',
  empty: '',
  unusual: '!',
  failed: '×',
  skipped: '–',
  running: '•',
  pending: '',
};

/** The days of a run: a row of squares for each system, months where the days are too many. */
export function DaySquares({ run }: { readonly run: Pick<RunProgress, 'days' | 'undoOf'> }) {
  const rows = squareRows(run.days, run.undoOf !== undefined);
  if (rows.length === 0) return null;
  return (
    <div className="day-squares">
      {rows.map((row) => (
        <SystemSquares key={row.system} row={row} named={rows.length > 1} />
      ))}
      <Legend counts={addCounts(rows)} />
    </div>
  );
}

function SystemSquares({ row, named }: { readonly row: SquareRow; readonly named: boolean }) {
  const { t } = useWords();
  const label = t('run.squares', { system: row.system, counts: countsText(row.counts, t) });
  return (
    <div className="day-squares__system">
      {named && <div className="day-squares__name">{row.system}</div>}
      <div className="day-squares__grid" role="img" aria-label={label}>
        {row.squares.length > mostDaySquares
          ? squareMonths(row.squares).map((month) => <Month key={month.month} month={month} />)
          : row.squares.map((square) => <Day key={square.day} square={square} />)}
      </div>
    </div>
  );
}

function Day({ square }: { readonly square: DaySquare }) {
  const { t, formats } = useWords();
  const title = t('run.squareDay', {
    day: formats.day(square.day),
    state: t(`run.state.${square.state}`),
  });
  return (
    <i className={`day-square day-square--${square.state}`} title={title}>
      {signs[square.state]}
    </i>
  );
}

function Month({ month }: { readonly month: MonthSquare }) {
  const { t, formats } = useWords();
  const title = t('run.squareMonth', {
    month: formats.month(month.month),
    counts: countsText(month.counts, t),
  });
  return (
    <span className="month-square" title={title}>
      <span className="month-square__bar">
        {squareStates
          .filter((state) => month.counts[state] > 0)
          .map((state) => (
            <i
              key={state}
              className={`day-square day-square--${state}`}
              style={{ flexGrow: month.counts[state] }}
            >
              {signs[state]}
            </i>
          ))}
      </span>
      <span className="month-square__name">{formats.monthShort(month.month)}</span>
    </span>
  );
}

/** How many days are in which state; what a screen reader hears is in the names of the pictures. */
export function Legend({ counts }: { readonly counts: SquareRow['counts'] }) {
  const { t } = useWords();
  return (
    <div className="day-squares__legend" aria-hidden="true">
      {squareStates
        .filter((state) => counts[state] > 0)
        .map((state) => (
          <span key={state}>
            <i className={`day-square day-square--${state}`}>{signs[state]}</i>
            {t(`run.counts.${state}`, { count: counts[state] })}
          </span>
        ))}
    </div>
  );
}

export function countsText(counts: SquareRow['counts'], t: Translate): string {
  return squareStates
    .filter((state) => counts[state] > 0)
    .map((state) => t(`run.counts.${state}`, { count: counts[state] }))
    .join(', ');
}
