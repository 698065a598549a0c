import type { Aggregate } from '#shared/contract/data.ts';
import type { importsContract, RunChangeView } from '#shared/contract/imports.ts';
import { utcToLocal, type Zone } from '#shared/domain/time/zone.ts';
import type { Output } from '#shared/rpc/contract.ts';
import { aggregateOf, figureOf, noTally, type Tally } from '../data/aggregate.ts';
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

/** What a run did to one value on one day; names are missing where WFM has forgotten them. */
export function changeView(change: RunChange, names: DirectoryNames): RunChangeView {
  const { queueId, valueTypeId, before, after } = change;
  const aggregate = aggregateOf(names.units.get(valueTypeId));
  return {
    queueId,
    queue: names.queues.get(queueId) ?? '',
    valueTypeId,
    valueType: names.valueTypes.get(valueTypeId) ?? '',
    aggregate,
    old: roundedFigure(tallyOfDay(before), aggregate),
    new: roundedFigure(tallyOfDay(after), aggregate),
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

export function tallyOfDay(chunk: RunChange['before']): Tally {
  if (!chunk) return noTally;
  const slots = JSON.parse(chunk.valuesHundredths) as (number | null)[];
  const given = slots.filter((value) => value !== null);
  return { sumHundredths: given.reduce((sum, value) => sum + value, 0), count: given.length };
}

/** As exact as what is stored. */
export function roundedFigure(tally: Tally, aggregate: Aggregate): number | null {
  const found = figureOf(tally, aggregate);
  return found === null ? null : Math.round(found * 100) / 100;
}

function figure(hundredths: number | null): number | null {
  return hundredths === null ? null : hundredths / 100;
}
