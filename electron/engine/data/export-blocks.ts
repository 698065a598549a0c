import { addDays, type Day, dayNumber, parseDay } from '#shared/domain/time/day.ts';
import { type Zone, zoneOf } from '#shared/domain/time/zone.ts';
import type { ValueType, WfmQueue } from '../wfm/directory.ts';
import type { SlotValue } from '../wfm/packDay.ts';
import type { WfmStore } from '../wfm/store.ts';
import type { CurveTarget } from './curve-days.ts';
import { storedDays } from './stored-days.ts';

/** What is exported: days in the zone of each queue, both included. Without lists: everything. */
export interface ExportQuestion {
  readonly fromDay: Day;
  readonly toDay: Day;
  /** These and no others; `queueIds` and `valueTypeIds` choose among all. */
  readonly curves?: readonly CurveTarget[];
  readonly queueIds?: readonly number[];
  readonly valueTypeIds?: readonly number[];
}

/** The stored values of a day of one queue and value type, ascending. */
export interface ExportBlock {
  readonly queue: WfmQueue;
  readonly valueType: ValueType;
  readonly zone: Zone;
  readonly slots: readonly SlotValue[];
}

/** The columns of an export, whatever the format. */
export const exportColumns = [
  'queue_id',
  'queue',
  'value_type_id',
  'value_type',
  'start_utc',
  'start_local',
  'time_zone',
  'interval_minutes',
  'value',
] as const;

/** By queue, value type and day; memory does not grow with the range. */
export async function* exportBlocks(store: WfmStore, question: ExportQuestion): AsyncGenerator<ExportBlock> {
  const { queues, valueTypes } = await store.directory();
  const queueOf = new Map(queues.map((queue) => [queue.id, queue]));
  const valueTypeOf = new Map(valueTypes.map((valueType) => [valueType.id, valueType]));
  for (const { queueId, valueTypeId } of targetsOf(question, queueOf.keys(), valueTypeOf.keys())) {
    const queue = queueOf.get(queueId);
    const valueType = valueTypeOf.get(valueTypeId);
    const stored = await store.storedDays(queueId, valueTypeId);
    if (queue === undefined || valueType === undefined || stored === undefined) continue;
    const fromDay = later(question.fromDay, parseDay(stored.firstDay));
    const toDay = earlier(question.toDay, parseDay(stored.lastDay));
    const zone = zoneOf(queue.timeZone);
    for await (const { slots } of storedDays(store, keysOf(queueId, valueTypeId, fromDay, toDay))) {
      if (slots.length > 0) yield { queue, valueType, zone, slots };
    }
  }
}

function* targetsOf(
  { curves, queueIds, valueTypeIds }: ExportQuestion,
  allQueues: Iterable<number>,
  allValueTypes: Iterable<number>,
): Generator<CurveTarget> {
  if (curves !== undefined) {
    yield* curves;
    return;
  }
  const types = ascending(valueTypeIds ?? allValueTypes);
  for (const queueId of ascending(queueIds ?? allQueues)) {
    for (const valueTypeId of types) yield { queueId, valueTypeId };
  }
}

function* keysOf(queueId: number, valueTypeId: number, fromDay: Day, toDay: Day) {
  const count = dayNumber(toDay) - dayNumber(fromDay) + 1;
  for (let index = 0; index < count; index += 1) {
    yield { queueId, valueTypeId, day: addDays(fromDay, index) };
  }
}

function ascending(ids: Iterable<number>): number[] {
  return [...new Set(ids)].sort((a, b) => a - b);
}

function later(one: Day, other: Day): Day {
  return one > other ? one : other;
}

function earlier(one: Day, other: Day): Day {
  return one < other ? one : other;
}
