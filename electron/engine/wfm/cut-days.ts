import { type Day, dayAt, dayBounds, nextDay } from '#shared/domain/time/day.ts';
import { dayIntervals } from '#shared/domain/time/interval.ts';
import { type Zone, zoneOf } from '#shared/domain/time/zone.ts';
import { type DayChunk, packDay, type SlotValue } from './packDay.ts';

/** A packed local day, `day` as `YYYY-MM-DD`. */
export interface CutDay {
  readonly day: string;
  readonly chunk: DayChunk;
}

/**
 * Cuts values (ascending) into the local days of a zone. Each keeps its instant, also where that is no
 * interval start in this zone.
 */
export function cutDays(values: readonly SlotValue[], timeZone: string, intervalMinutes: number): CutDay[] {
  const zone = zoneOf(timeZone);
  const cut: CutDay[] = [];
  for (let at = 0; at < values.length; ) {
    const day = dayThatHolds(zone, values[at]!.startUtc);
    const { startUtc, endUtc } = dayBounds(zone, day);
    const inDay = new Map<number, number>();
    for (; at < values.length && values[at]!.startUtc < endUtc; at += 1) {
      inDay.set(values[at]!.startUtc, values[at]!.valueHundredths);
    }
    const intervalStarts = dayIntervals(zone, intervalMinutes, day);
    const starts = [...new Set([...intervalStarts, ...inDay.keys()])].sort((a, b) => a - b);
    const chunk = packDay(
      starts,
      startUtc,
      starts.map((start) => inDay.get(start)),
      intervalMinutes,
    );
    cut.push({ day, chunk });
  }
  return cut;
}

/** Where the clock is set back over midnight, the repeated hour shows the date of the day before. */
function dayThatHolds(zone: Zone, utc: number): Day {
  const shown = dayAt(zone, utc);
  return utc < dayBounds(zone, shown).endUtc ? shown : nextDay(shown);
}
