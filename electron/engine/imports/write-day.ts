import { zoneChanged } from '../wfm/day-target.ts';
import { type DayChunk, mergeDay } from '../wfm/packDay.ts';
import type { DayChange, DayKey, WfmStore } from '../wfm/store.ts';
import type { DayGrid } from './day-grid.ts';
import type { PlannedMapping } from './plan.ts';

/** A mapping's freshly computed values of a day. */
export interface FreshMapping {
  readonly mapping: PlannedMapping;
  readonly grid: DayGrid;
  /** Hundredths by interval of the grid; undefined keeps what is stored. */
  readonly values: readonly (number | undefined)[];
}

export interface DayDiff {
  /** Only what differs from the store. */
  readonly changes: DayChange[];
  /** What is stored of each mapping once the changes are. */
  readonly stored: (DayChunk | undefined)[];
  readonly valuesWritten: number;
  readonly valuesUnchanged: number;
}

/** What is stored of each mapping on the day. */
export function readStored(
  store: WfmStore,
  fresh: readonly FreshMapping[],
): Promise<(DayChunk | undefined)[]> {
  return store.readDays(fresh.map(keyOf));
}

/**
 * Compares a day against what is stored of it. Intervals without a fresh value keep that. Throws `STORE_CONFLICT` where the
 * stored day was cut in another zone since the run began.
 */
export function diffDay(fresh: readonly FreshMapping[], stored: readonly (DayChunk | undefined)[]): DayDiff {
  const diff = { changes: [] as DayChange[], stored: [...stored], valuesWritten: 0, valuesUnchanged: 0 };
  fresh.forEach((mapping, index) => {
    const { grid, values } = mapping;
    const found = stored[index];
    if (found && found.startUtc !== grid.startUtc) throw zoneChanged(keyOf(mapping));
    const merged = mergeDay(found, {
      startUtc: grid.startUtc,
      intervalMinutes: grid.intervalMinutes,
      starts: grid.starts,
      values,
    });
    diff.valuesWritten += merged.changed;
    diff.valuesUnchanged += merged.unchanged;
    if (merged.changed === 0) return;
    diff.stored[index] = merged.chunk;
    diff.changes.push({ ...keyOf(mapping), before: stored[index], after: merged.chunk });
  });
  return diff;
}

function keyOf({ mapping, grid }: FreshMapping): DayKey {
  return { queueId: mapping.queueId, valueTypeId: mapping.valueTypeId, day: grid.day };
}
