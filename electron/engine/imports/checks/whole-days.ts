import type { RunProblem } from '../../wfm/store.ts';
import type { FreshMapping } from '../write-day.ts';
import { oddDay } from './day-level.ts';
import * as findings from './findings.ts';
import { expectedInGap, expectedInSilence, type Gap, gaps, levelOfDay } from './gaps.ts';
import type { FormerDays } from './history.ts';
import { leastWeeks } from './unusual.ts';

/** The day of a queue, and the former weeks of its leading value. */
export interface WholeDay {
  readonly leading: FreshMapping;
  /** All values of the queue. */
  readonly fresh: readonly FreshMapping[];
  readonly places: ArrayLike<number>;
  readonly former: FormerDays;
}

export interface WholeDays {
  readonly found: RunProblem[];
  /** Queues whose whole day is odd: nothing is said of its single intervals. */
  readonly told: ReadonlySet<number>;
  readonly silent: readonly { readonly leading: FreshMapping; readonly gap: Gap }[];
}

/** What is odd about whole days of queues: no figures, few calls, rows that came twice, gaps, long silence. */
export function wholeDays(system: string, days: readonly WholeDay[]): WholeDays {
  const odd: Record<findings.OddKind, findings.OddQueue[]> = { closed: [], low: [], doubled: [] };
  const found: RunProblem[] = [];
  const told = new Set<number>();
  const silent: { leading: FreshMapping; gap: Gap }[] = [];
  let judged = 0;
  for (const { leading, fresh, places, former } of days) {
    if (former.offsets.length >= leastWeeks) judged += 1;
    const hasFigure = figuresOf(fresh, leading.values.length);
    if (!hasFigure.includes(1)) {
      const missing = gaps(hasFigure, places, former, expectedInGap);
      if (!missing) continue;
      const { slot, intervals, expected: median } = missing;
      odd.closed.push({
        fresh: leading,
        slot,
        intervals,
        median,
        calls: 0,
        weeks: former.offsets.length,
        factor: 0,
      });
      continue;
    }
    const oddness = oddDay(leading.values, places, former);
    if (oddness) {
      odd[oddness.kind].push({ fresh: leading, ...oddness });
      told.add(leading.mapping.queueId);
    }
    const hasCalls = callsOf(leading);
    if (!hasFigure.includes(0) && !hasCalls.includes(0)) continue;
    const level = oddness?.kind === 'low' ? 1 : levelOfDay(leading.values, places, former);
    const missing = gaps(hasFigure, places, former, expectedInGap, level);
    if (missing) found.push(findings.gap(leading, missing));
    const gap = oddness ? undefined : gaps(hasCalls, places, former, expectedInSilence, level);
    if (gap) silent.push({ leading, gap });
  }
  const together = (['closed', 'low', 'doubled'] as const).flatMap((kind) =>
    findings.oddQueues(system, kind, odd[kind], judged),
  );
  return { found: [...together, ...found], told, silent };
}

/** Silence of values of which nothing else was told. */
export function silences(silent: WholeDays['silent'], told: ReadonlySet<FreshMapping>): RunProblem[] {
  return silent.flatMap(({ leading, gap }) => (told.has(leading) ? [] : findings.silence(leading, gap)));
}

function figuresOf(fresh: readonly FreshMapping[], slots: number): Uint8Array {
  const hasFigure = new Uint8Array(slots);
  for (const { values } of fresh) {
    for (let slot = 0; slot < slots; slot += 1) if (values[slot] !== undefined) hasFigure[slot] = 1;
  }
  return hasFigure;
}

/** 0 where the source says that there were none. */
function callsOf({ values }: FreshMapping): Uint8Array {
  const hasCalls = new Uint8Array(values.length);
  for (let slot = 0; slot < values.length; slot += 1) if (values[slot] !== 0) hasCalls[slot] = 1;
  return hasCalls;
}
