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

/** The steps of the days of a zone, and their names. */
export interface DaySteps {
  readonly grid: DayGrid;
  readonly points: readonly AxisPoint[];
}

/** Steps of a length, null for whole days; made once for all queues of a zone. */
export function dayStepsOf(stepMinutes: number | null): (curve: Curve, day: Day) => DaySteps {
  const made = new Map<string, DaySteps>();
  return ({ zone }, day) => {
    const key = `${zone.id} ${day}`;
    let steps = made.get(key);
    if (steps === undefined) {
      const grid = dayGrid(zone.id, stepMinutes ?? 60, day);
      steps = { grid, points: stepMinutes === null ? [pointOfDay(grid)] : pointsOfDay(grid) };
      made.set(key, steps);
    }
    return steps;
  };
}
