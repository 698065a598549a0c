import { dayBounds, parseDay } from '#shared/domain/time/day.ts';
import { zoneOf } from '#shared/domain/time/zone.ts';
import { XlinkError } from '#shared/rpc/errors.ts';
import { type DayChunk, sameChunk } from './packDay.ts';
import type { DayChange, DayKey } from './store.ts';

/**
 * Checks of changes that they have a queue and a value type, and that their days are those of the queue's zone: a day
 * cut in a zone that the queue no longer has would put values beside their instants' real day. Throws
 * `WFM_TARGET_UNKNOWN`, `STORE_CONFLICT`.
 */
export function targetCheck(
  zoneOfQueue: (queueId: number) => string | undefined,
  isValueType: (valueTypeId: number) => boolean,
): (change: DayChange) => void {
  const dayStarts = new Map<string, number>();
  const knownValueTypes = new Set<number>();
  return (change) => {
    const { queueId, valueTypeId, day, after } = change;
    const timeZone = zoneOfQueue(queueId);
    if (timeZone === undefined) throw unknownTarget(`WFM queue ${queueId}`, change, 'queue');
    if (after) {
      const key = `${timeZone}|${day}`;
      const startUtc = dayStarts.get(key) ?? dayBounds(zoneOf(timeZone), parseDay(day)).startUtc;
      dayStarts.set(key, startUtc);
      if (startUtc !== after.startUtc) throw zoneChanged(change);
    }
    if (knownValueTypes.has(valueTypeId)) return;
    if (!isValueType(valueTypeId)) throw unknownTarget(`Value type ${valueTypeId}`, change, 'value-type');
    knownValueTypes.add(valueTypeId);
  };
}

/** Throws `STORE_CONFLICT` when what is stored is not what the change was computed from. */
export function checkBefore(change: DayChange, stored: DayChunk | undefined): void {
  const { before } = change;
  const isSame = before && stored ? sameChunk(before, stored) : before === stored;
  if (!isSame) throw valuesChanged(change);
}

export function zoneChanged(key: DayKey): XlinkError {
  return conflict(key, 'its queue has got another time zone', 'zone');
}

export function valuesChanged(change: DayKey): XlinkError {
  return conflict(change, 'its values were changed meanwhile', 'values');
}

function conflict({ queueId, valueTypeId, day }: DayKey, why: string, variant: string): XlinkError {
  return new XlinkError(
    'STORE_CONFLICT',
    `Day ${day} of WFM queue ${queueId}, value type ${valueTypeId} was not written: ${why}. Import the day again.`,
    { queueId, valueTypeId, day, variant },
    { retryable: true },
  );
}

function unknownTarget(what: string, { queueId, valueTypeId, day }: DayChange, variant: string): XlinkError {
  return new XlinkError(
    'WFM_TARGET_UNKNOWN',
    `${what} is not in the store. Load it with "xlink wfm load", or remove its mappings.`,
    { queueId, valueTypeId, day, variant },
  );
}
