import type { RunDayView, RunProgress } from '#shared/contract/imports.ts';
import { countStates, type SquareState, squareState } from '../../dialogs/run/day-squares.ts';
import { addDays } from '../day-data/day-model.ts';

/**
 * A stretch of at most {@link weeksInRow} weeks of one system. States are a text so that a stretch in which nothing
 * happened is seen to be the same: of thousands of squares only those of a few weeks are drawn again while a run goes on.
 */
export interface CalendarBlock {
  /** The Monday of its first week. */
  readonly firstDay: string;
  readonly weeks: number;
  /** A letter for each day from `firstDay`, see {@link stateOfLetter}; a space is a day the run does not have. */
  readonly letters: string;
}

export interface SystemCalendar {
  readonly system: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly blocks: readonly CalendarBlock[];
  readonly counts: Readonly<Record<SquareState, number>>;
}

/** A year and the week it begins in. */
export const weeksInRow = 53;

const letters: Readonly<Record<SquareState, string>> = {
  done: 'd',
  empty: 'e',
  unusual: 'u',
  failed: 'f',
  skipped: 's',
  running: 'r',
  pending: 'p',
};
const states = new Map(Object.entries(letters).map(([state, letter]) => [letter, state as SquareState]));

/** Undefined for a day that the run does not have. */
export function stateOfLetter(letter: string): SquareState | undefined {
  return states.get(letter);
}

/** One calendar a system, in the order of the run. */
export function systemCalendars({
  days,
  undoOf,
}: Pick<RunProgress, 'days' | 'undoOf'>): readonly SystemCalendar[] {
  const bySystem = Map.groupBy(days, ({ system }) => system);
  return [...bySystem].map(([system, own]) => calendarOf(system, own, undoOf !== undefined));
}

function calendarOf(system: string, own: readonly RunDayView[], isUndo: boolean): SystemCalendar {
  const stateOf = new Map(own.map((day) => [day.day, squareState(day, isUndo)]));
  const sorted = [...stateOf.keys()].sort();
  const firstDay = sorted[0]!;
  const lastDay = sorted.at(-1)!;
  const start = addDays(firstDay, -weekdayOf(firstDay));
  const end = addDays(lastDay, 6 - weekdayOf(lastDay));
  const all = Array.from({ length: daysBetween(start, end) + 1 }, (_, offset) => {
    const state = stateOf.get(addDays(start, offset));
    return state === undefined ? ' ' : letters[state];
  }).join('');
  const blocks: CalendarBlock[] = [];
  for (let at = 0; at < all.length; at += weeksInRow * 7) {
    const own = all.slice(at, at + weeksInRow * 7);
    blocks.push({ firstDay: addDays(start, at), weeks: own.length / 7, letters: own });
  }
  const counted = [...stateOf].map(([day, state]) => ({ day, state }));
  return { system, firstDay, lastDay, blocks, counts: countStates(counted) };
}

/** The months of a block: the week each begins in, the first one where the block begins. Too near ones are left out. */
export function monthMarks(block: Pick<CalendarBlock, 'firstDay' | 'weeks'>): readonly MonthMark[] {
  const marks: MonthMark[] = [];
  let month = '';
  for (let week = 0; week < block.weeks; week++) {
    // The month of a week is the one its Sunday is in: that is where a first of the month falls into it.
    const own = addDays(block.firstDay, week * 7 + 6).slice(0, 7);
    if (own === month) continue;
    month = own;
    const before = marks.at(-1);
    // A name takes three weeks: a month cut off by the edge gives way to the next one.
    if (before !== undefined && week - before.week < 3) marks.pop();
    marks.push({ week, month });
  }
  // At the end of a full row there is no room for a name.
  if (block.weeks === weeksInRow && block.weeks - (marks.at(-1)?.week ?? 0) < 3) marks.pop();
  return marks;
}

export interface MonthMark {
  readonly week: number;
  /** `YYYY-MM`. */
  readonly month: string;
}

/** The day an arrow key leads to, kept within the days there are; null where the key is not the calendar's. */
export function dayByKey(
  key: string,
  day: string,
  { firstDay, lastDay }: Pick<SystemCalendar, 'firstDay' | 'lastDay'>,
): string | null {
  const steps: Readonly<Record<string, () => string>> = {
    ArrowUp: () => addDays(day, -1),
    ArrowDown: () => addDays(day, 1),
    ArrowLeft: () => addDays(day, -7),
    ArrowRight: () => addDays(day, 7),
    PageUp: () => addDays(day, -28),
    PageDown: () => addDays(day, 28),
    Home: () => firstDay,
    End: () => lastDay,
  };
  const to = steps[key]?.();
  if (to === undefined) return null;
  if (to < firstDay) return firstDay;
  return to > lastDay ? lastDay : to;
}

const dayMs = 86_400_000;

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}

/** Monday is 0. */
function weekdayOf(day: string): number {
  return (new Date(day).getUTCDay() + 6) % 7;
}
