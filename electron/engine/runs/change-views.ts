import type { importsContract, RunChangeView } from '#shared/contract/imports.ts';
import { utcToLocal, type Zone } from '#shared/domain/time/zone.ts';
import type { Output } from '#shared/rpc/contract.ts';
import { localClock, offsetText, utcText } from '../home/time-text.ts';
import type { DirectoryNames } from '../imports/problem-view.ts';
import type { RunChange } from '../wfm/store.ts';
import { alignedDay } from './aligned-day.ts';

export type ChangedInterval = Output<typeof importsContract, 'runs.changedIntervals'>[number];

/** An interval that a run changed, in hundredths; null: nothing was, or is, stored. */
export interface ChangedSlot {
  /** Epoch seconds. */
  readonly startUtc: number;
  readonly old: number | null;
  readonly new: number | null;
}

/** The intervals whose value a run changed, ascending. */
export function changedSlots({ before, after }: Pick<RunChange, 'before' | 'after'>): ChangedSlot[] {
  const anyStart = (before ?? after)?.startUtc ?? 0;
  const day = alignedDay(anyStart, [before, after]);
  const [was, wrote] = day.values as [readonly (number | null)[], readonly (number | null)[]];
  const found: ChangedSlot[] = [];
  for (let slot = 0; slot < day.length; slot += 1) {
    if (was[slot] === wrote[slot]) continue;
    found.push({
      startUtc: day.startUtc + slot * day.slotMinutes * 60,
      old: was[slot]!,
      new: wrote[slot]!,
    });
  }
  return found;
}

/** What a run did to one value on one day, as sums of its intervals; names are missing where WFM has forgotten them. */
export function changeView(change: RunChange, names: DirectoryNames): RunChangeView {
  const { queueId, valueTypeId, before, after } = change;
  return {
    queueId,
    queue: names.queues.get(queueId) ?? '',
    valueTypeId,
    valueType: names.valueTypes.get(valueTypeId) ?? '',
    oldSum: figure(sumOf(before)),
    newSum: figure(sumOf(after)),
    intervalsChanged: changedSlots(change).length,
  };
}

export function changedIntervals(change: RunChange, zone: Zone): ChangedInterval[] {
  return changedSlots(change).map((slot) => ({
    startUtc: utcText(slot.startUtc),
    startLocal: localClock(utcToLocal(zone, slot.startUtc)),
    offset: offsetText(zone.offsetSecondsAt(slot.startUtc)),
    old: figure(slot.old),
    new: figure(slot.new),
  }));
}

/** The sum of a day in hundredths, so that no fraction is lost on the way; null where nothing is stored. */
export function sumOf(chunk: RunChange['before']): number | null {
  if (!chunk) return null;
  const slots = JSON.parse(chunk.valuesHundredths) as (number | null)[];
  const given = slots.filter((value) => value !== null);
  return given.length === 0 ? null : given.reduce((sum, value) => sum + value, 0);
}

export function figure(hundredths: number | null): number | null {
  return hundredths === null ? null : hundredths / 100;
}
