import type { RunChangeView, RunDayView, RunProgress } from '#shared/contract/imports.ts';

/** A (system, day) of a run. */
export interface RunDayKey {
  readonly system: string;
  readonly day: string;
}

export function isSameDay(a: RunDayKey | null, b: RunDayKey | null): boolean {
  return a === b || (a !== null && b !== null && a.system === b.system && a.day === b.day);
}

export function dayKey({ system, day }: RunDayKey): string {
  return `${day} ${system}`;
}

/** Days on which the run changed something, by day, then system as in the run. */
export function changedDays(run: Pick<RunProgress, 'days'>): readonly RunDayView[] {
  return run.days.filter((day) => day.valuesWritten > 0).sort((a, b) => a.day.localeCompare(b.day));
}

/** How far new is from old; what was not there counts as nothing. */
export function differenceOf(figures: Pick<RunChangeView, 'old' | 'new'>): number | undefined {
  if (figures.old === null && figures.new === null) return undefined;
  return (figures.new ?? 0) - (figures.old ?? 0);
}

/** The store holds hundredths: none are shown where there are none. */
export function decimalsOf(values: readonly (number | null | undefined)[]): 0 | 2 {
  return values.every((value) => value == null || Number.isInteger(value)) ? 0 : 2;
}

/** What stands above a list: all days, a day, a value of it. */
export type ChangesPlace =
  | { readonly kind: 'days' }
  | { readonly kind: 'values'; readonly at: RunDayKey }
  | { readonly kind: 'intervals'; readonly at: RunDayKey; readonly change: RunChangeView };

/** The day that is shown, and a value of it where one was opened. */
export function placeOf(
  at: RunDayKey | null,
  opened: { readonly at: RunDayKey; readonly change: RunChangeView } | null,
): ChangesPlace {
  if (at === null) return { kind: 'days' };
  return opened !== null && isSameDay(opened.at, at)
    ? { kind: 'intervals', at, change: opened.change }
    : { kind: 'values', at };
}
