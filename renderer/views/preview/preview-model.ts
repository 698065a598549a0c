import type { Preview, PreviewInterval } from '#shared/contract/preview.ts';
import { type IntervalTimes, intervalTimes } from '../day-data/day-model.ts';

/**
 * What an import would do to the stored value of an interval: leave it as it is (`same`), put a higher or lower one in
 * its place, write the first one (`new`), or not touch it since there is no result (`kept`), since the script failed
 * (`failed`), or since the interval is not over (`waiting`). `none`: neither a result nor a stored value.
 */
export type Difference = 'same' | 'more' | 'less' | 'new' | 'kept' | 'failed' | 'waiting' | 'none';

export interface PreviewRow extends IntervalTimes {
  readonly paras: readonly (number | null)[];
  readonly state: PreviewInterval['state'];
  readonly result: number | null;
  readonly stored: number | null;
  readonly difference: Difference;
  /** How much more or less. */
  readonly by: number;
  readonly error?: PreviewInterval['error'];
}

export interface Failure {
  readonly error: NonNullable<PreviewInterval['error']>;
  readonly count: number;
  /** The first interval it came in. */
  readonly first: IntervalTimes;
}

export interface PreviewSummary {
  /** Intervals whose stored value an import would change, first values included. */
  readonly changed: number;
  /** Intervals for which the sources gave something. */
  readonly given: number;
  /** Intervals that are not over yet. */
  readonly waiting: number;
  readonly unusable: number;
  /** The same error at the same place once, in the order of the day. */
  readonly failures: readonly Failure[];
  /** Decimals that show every result and stored value in full. */
  readonly decimals: 0 | 1 | 2;
}

export function previewRows({ intervals }: Pick<Preview, 'intervals'>): PreviewRow[] {
  const times = intervalTimes(intervals);
  return intervals.map((interval, index) => {
    const { paras, state, resultHundredths: result, storedHundredths: stored, error } = interval;
    return {
      ...times[index]!,
      paras,
      state,
      result: result === null ? null : result / 100,
      stored: stored === null ? null : stored / 100,
      difference: differenceOf(interval),
      by: result === null || stored === null ? 0 : Math.abs(result - stored) / 100,
      ...(error === undefined ? {} : { error }),
    };
  });
}

function differenceOf(interval: PreviewInterval): Difference {
  const { state, isOver, resultHundredths: result, storedHundredths: stored } = interval;
  if (state === 'failed') return 'failed';
  if (result === null) return stored === null ? 'none' : 'kept';
  if (!isOver) return 'waiting';
  if (stored === null) return 'new';
  return result === stored ? 'same' : result > stored ? 'more' : 'less';
}

export function previewSummary(rows: readonly PreviewRow[]): PreviewSummary {
  const failures = new Map<string, { error: Failure['error']; count: number; first: IntervalTimes }>();
  let decimals: PreviewSummary['decimals'] = 0;
  for (const row of rows) {
    for (const value of [row.result, row.stored]) {
      const hundredths = Math.round((value ?? 0) * 100);
      if (hundredths % 10 !== 0) decimals = 2;
      else if (hundredths % 100 !== 0 && decimals === 0) decimals = 1;
    }
    const { error } = row;
    if (error === undefined) continue;
    const key = `${error.line} ${error.column} ${error.code} ${error.message}`;
    const known = failures.get(key);
    if (known === undefined) failures.set(key, { error, count: 1, first: row });
    else known.count += 1;
  }
  const count = (test: (row: PreviewRow) => boolean) => rows.filter(test).length;
  return {
    changed: count(({ difference }) => ['more', 'less', 'new'].includes(difference)),
    given: count(({ paras }) => paras.some((para) => para !== null)),
    waiting: count(({ difference }) => difference === 'waiting'),
    unusable: count(({ state }) => state === 'unusable'),
    failures: [...failures.values()],
    decimals,
  };
}
