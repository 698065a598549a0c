import type { Aggregate } from '#shared/contract/data.ts';
import { type Day, parseDay } from '#shared/domain/time/day.ts';
import { type Zone, zoneOf } from '#shared/domain/time/zone.ts';
import { XlinkError } from '#shared/rpc/errors.ts';
import { type DayGrid, dayGrid } from '../imports/day-grid.ts';
import type { Directory, ValueType, WfmQueue } from '../wfm/directory.ts';
import type { WfmStore } from '../wfm/store.ts';
import { aggregateOf } from './aggregate.ts';
import { type AxisPoint, pointOfDay, pointsOfDay } from './axis.ts';

export interface CurveTarget {
  readonly queueId: number;
  readonly valueTypeId: number;
}

/** A value type of a queue, and what WFM knows of both. */
export interface Curve extends CurveTarget {
  readonly queue: WfmQueue;
  readonly valueType: ValueType;
  readonly zone: Zone;
  readonly aggregate: Aggregate;
}

/** Throws `QUEUE_UNKNOWN`, `VALUE_TYPE_UNKNOWN`. */
export function curveOf({ queues, valueTypes }: Directory, target: CurveTarget): Curve {
  const { queueId, valueTypeId } = target;
  const queue = queues.find(({ id }) => id === queueId);
  if (queue === undefined) {
    throw new XlinkError('QUEUE_UNKNOWN', `WFM has no queue ${queueId}.`, { queueId });
  }
  const valueType = valueTypes.find(({ id }) => id === valueTypeId);
  if (valueType === undefined) {
    throw new XlinkError('VALUE_TYPE_UNKNOWN', `WFM has no value type ${valueTypeId}.`, { valueTypeId });
  }
  return {
    queueId,
    valueTypeId,
    queue,
    valueType,
    zone: zoneOf(queue.timeZone),
    aggregate: aggregateOf(valueType.unit),
  };
}

/** First and last day on which one of the curves has a value. */
export async function daysOfCurves(
  store: WfmStore,
  curves: readonly CurveTarget[],
): Promise<{ readonly firstDay: Day; readonly lastDay: Day } | undefined> {
  const found = await Promise.all(
    curves.map(({ queueId, valueTypeId }) => store.storedDays(queueId, valueTypeId)),
  );
  const stored = found.filter((days) => days !== undefined);
  if (stored.length === 0) return undefined;
  const first = stored.map(({ firstDay }) => firstDay).sort()[0]!;
  const last = stored
    .map(({ lastDay }) => lastDay)
    .sort()
    .at(-1)!;
  return { firstDay: parseDay(first), lastDay: parseDay(last) };
}

/** Grids are made once for all curves of a zone and a step. */
export function gridsOfDays(): (zone: Zone, stepMinutes: number, day: Day) => DayGrid {
  const made = new Map<string, DayGrid>();
  return (zone, stepMinutes, day) => {
    const key = `${zone.id} ${stepMinutes} ${day}`;
    const grid = made.get(key) ?? dayGrid(zone.id, stepMinutes, day);
    made.set(key, grid);
    return grid;
  };
}

/** The points of a grid, or one for the whole day; made once too. */
export function pointsOfDays(isWholeDays: boolean): (grid: DayGrid) => readonly AxisPoint[] {
  const made = new WeakMap<DayGrid, readonly AxisPoint[]>();
  return (grid) => {
    const points = made.get(grid) ?? (isWholeDays ? [pointOfDay(grid)] : pointsOfDay(grid));
    made.set(grid, points);
    return points;
  };
}
