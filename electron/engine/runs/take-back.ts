import type { DayChunk } from '../wfm/packDay.ts';
import type { RunChange } from '../wfm/store.ts';
import { alignedDay } from './aligned-day.ts';

/** What taking a run back makes of one day of one value. */
export interface TakenBack {
  /** What is to stand there; undefined: nothing. */
  readonly after: DayChunk | undefined;
  /** Intervals that get back what was there before the run. */
  readonly restored: number;
  /** Intervals that stay, as somebody changed them since the run: the first instant of each, epoch seconds. */
  readonly changedSince: readonly number[];
}

/**
 * Takes back what a run did to a day, interval by interval: where what stands now is what the run wrote, what was there
 * before comes back; where it differs, somebody changed it since, and it stays. An interval that is as before already counts
 * as neither. `bounds` is the day in the queue's zone of now, epoch seconds: what a change of zone moved out of it stays, in
 * whatever day it is now, and counts as changed.
 */
export function takeBack(
  { before, after, now }: Pick<RunChange, 'before' | 'after' | 'now'>,
  bounds: { readonly startUtc: number; readonly endUtc: number },
): TakenBack {
  const day = alignedDay(bounds.startUtc, [before, after, now]);
  const [was, wrote, stands] = day.values as [Slots, Slots, Slots];
  const stepSeconds = day.slotMinutes * 60;
  const firstSlot = (bounds.startUtc - day.startUtc) / stepSeconds;
  const endSlot = Math.min(day.length, Math.ceil((bounds.endUtc - day.startUtc) / stepSeconds));
  const result = stands.slice();
  let restored = 0;
  const changedSince: number[] = [];
  for (let slot = 0; slot < day.length; slot += 1) {
    if (was[slot] === wrote[slot]) continue;
    const isOfDay = slot >= firstSlot && slot < endSlot;
    if (isOfDay && stands[slot] === was[slot]) continue;
    if (isOfDay && stands[slot] === wrote[slot]) {
      result[slot] = was[slot]!;
      restored += 1;
    } else {
      changedSince.push(day.startUtc + slot * stepSeconds);
    }
  }
  if (restored === 0) return { after: now, restored, changedSince };
  if (result.every((value) => value === null)) return { after: undefined, restored, changedSince };
  const asBefore = before?.startUtc === bounds.startUtc && result.every((value, slot) => value === was[slot]);
  const packed = {
    startUtc: bounds.startUtc,
    slotMinutes: day.slotMinutes,
    valuesHundredths: JSON.stringify(result.slice(firstSlot, endSlot)),
  };
  return { after: asBefore ? before : packed, restored, changedSince };
}

type Slots = readonly (number | null)[];
