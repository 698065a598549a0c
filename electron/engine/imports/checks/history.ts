import { modulo } from '#shared/domain/time/civil.ts';
import { type Day, dayNumber, dayOfNumber } from '#shared/domain/time/day.ts';
import { minutesOfDay } from '#shared/domain/time/interval.ts';
import type { Zone } from '#shared/domain/time/zone.ts';
import type { DayChunk } from '../../wfm/packDay.ts';
import type { WfmStore } from '../../wfm/store.ts';
import type { DayGrid } from '../day-grid.ts';

/** How many former weeks are looked at. */
export const formerWeeks = 8;
/** Stands for an interval without a figure. */
export const noFigure = 0xffff;
const mostCalls = noFigure - 1;
/** What all former days that are held at a time may take: 3,120 values by the quarter of an hour. */
export const mostBytes = 32 * 1024 * 1024;
const weekdays = 7;
const keysAtOnce = 2000;

/** One value whose former days are held. */
export interface Series {
  readonly queueId: number;
  readonly valueTypeId: number;
  readonly zone: Zone;
  readonly intervalMinutes: number;
}

/** The same weekday of up to 8 former weeks, those with any figure: calls by place of the day from each offset. */
export interface FormerDays {
  readonly figures: Uint16Array;
  readonly offsets: readonly number[];
}

export interface History {
  /** Reads from the store what is not held of the days before `day`; each stored day is read once. */
  prepare(day: Day, wanted: readonly Series[]): Promise<void>;
  /** After `prepare`; of days that are held. */
  former(series: Series, day: Day): FormerDays;
  /** Takes a whole day over that has just been computed, so that it need not be read. */
  keep(series: Series, day: Day, values: readonly (number | undefined)[], places: ArrayLike<number>): void;
}

/** The first of the series whose days fit into {@link mostBytes}. */
export function seriesThatFit<T extends Series>(series: readonly T[]): T[] {
  let bytes = 0;
  return series.filter((one) => {
    bytes += placesOf(one) * formerWeeks * weekdays * Uint16Array.BYTES_PER_ELEMENT;
    return bytes <= mostBytes;
  });
}

/** Places are intervals by the clock on the wall, so that days with a clock change lie on the others. */
export function placesOf({ intervalMinutes }: Pick<Series, 'intervalMinutes'>): number {
  return 1440 / intervalMinutes;
}

/** The place of each interval; -1 for the second of two with the same clock, and for one cut short. */
export function gridPlaces(grid: DayGrid): Int16Array {
  return placesOfStarts(grid.starts, grid.zone, grid.intervalMinutes);
}

function placesOfStarts(starts: readonly number[], zone: Zone, intervalMinutes: number): Int16Array {
  const places = new Int16Array(starts.length);
  const taken = new Set<number>();
  starts.forEach((startUtc, slot) => {
    const place = minutesOfDay(zone, startUtc) / intervalMinutes;
    places[slot] = Number.isInteger(place) && !taken.has(place) ? place : -1;
    taken.add(place);
  });
  return places;
}

/** Rings of 8 weeks: seven weekdays, in each the series one after another. A weekday is there when it is asked for. */
export function seriesHistory(options: {
  readonly store: WfmStore;
  readonly series: readonly Series[];
  /** Whether anything was ever imported for the day. */
  readonly mayHaveValues: (day: string) => boolean;
}): History {
  const { store, series, mayHaveValues } = options;
  const startOf = new Map<Series, { readonly at: number; readonly start: number }>();
  let places = 0;
  for (const [at, one] of series.entries()) {
    startOf.set(one, { at, start: places * formerWeeks });
    places += placesOf(one);
  }
  const byWeekday = new Map<number, Weekday>();

  function weekdayOf(number: number): Weekday {
    const weekday = modulo(number, weekdays);
    let found = byWeekday.get(weekday);
    if (!found) {
      found = {
        figures: new Uint16Array(places * formerWeeks),
        weeks: new Int32Array(series.length * formerWeeks).fill(-1),
        hasFigures: new Uint8Array(series.length * formerWeeks),
      };
      byWeekday.set(weekday, found);
    }
    return found;
  }

  /** Where a day of a series is held. */
  function cellOf(one: Series, number: number) {
    const week = Math.floor(number / weekdays);
    const ring = modulo(week, formerWeeks);
    const { at, start } = startOf.get(one)!;
    return { week, cell: at * formerWeeks + ring, offset: start + ring * placesOf(one) };
  }

  /** Empties the place of a day, and gives where it begins. */
  function begin(one: Series, number: number): { weekday: Weekday; cell: number; offset: number } {
    const weekday = weekdayOf(number);
    const { week, cell, offset } = cellOf(one, number);
    weekday.weeks[cell] = week;
    weekday.hasFigures[cell] = 0;
    return { weekday, cell, offset };
  }

  function keepDay(
    one: Series,
    number: number,
    values: readonly (number | null | undefined)[],
    placeOf: ArrayLike<number> | undefined,
  ): void {
    const { weekday, cell, offset } = begin(one, number);
    const { figures } = weekday;
    figures.fill(noFigure, offset, offset + placesOf(one));
    for (let slot = 0; slot < values.length; slot += 1) {
      const value = values[slot];
      const place = placeOf ? placeOf[slot]! : slot;
      if (value === undefined || value === null || place < 0) continue;
      figures[offset + place] = Math.min(mostCalls, Math.max(0, Math.round(value / 100)));
      weekday.hasFigures[cell] = 1;
    }
  }

  return {
    async prepare(day, wanted) {
      const number = dayNumber(day);
      const missing: { one: Series; number: number; day: string }[] = [];
      const { weeks } = weekdayOf(number);
      for (let back = 1; back <= formerWeeks; back += 1) {
        const before = number - back * weekdays;
        const text = dayOfNumber(before);
        const mayHave = mayHaveValues(text);
        for (const one of wanted) {
          const { week, cell } = cellOf(one, before);
          if (weeks[cell] === week) continue;
          if (mayHave) missing.push({ one, number: before, day: text });
          else begin(one, before);
        }
      }
      for (let from = 0; from < missing.length; from += keysAtOnce) {
        const part = missing.slice(from, from + keysAtOnce);
        const stored = await store.readDays(
          part.map(({ one, day: of }) => ({ queueId: one.queueId, valueTypeId: one.valueTypeId, day: of })),
        );
        part.forEach(({ one, number: of }, index) => {
          const chunk = stored[index];
          if (chunk) keepDay(one, of, ...chunkValues(chunk, one));
          else begin(one, of);
        });
      }
    },
    former(one, day) {
      const number = dayNumber(day);
      const { figures, weeks, hasFigures } = weekdayOf(number);
      const offsets: number[] = [];
      for (let back = 1; back <= formerWeeks; back += 1) {
        const { week, cell, offset } = cellOf(one, number - back * weekdays);
        if (weeks[cell] === week && hasFigures[cell] === 1) offsets.push(offset);
      }
      return { figures, offsets };
    },
    keep: (one, day, values, placeOf) => keepDay(one, dayNumber(day), values, placeOf),
  };
}

interface Weekday {
  readonly figures: Uint16Array;
  /** By series and ring: the week that is held there, -1 for none. */
  readonly weeks: Int32Array;
  readonly hasFigures: Uint8Array;
}

/** Values with the place of each (undefined: they lie as they are); none of a day in other intervals than today's. */
function chunkValues(
  { startUtc, slotMinutes, valuesHundredths }: DayChunk,
  { zone, intervalMinutes }: Series,
): [(number | null)[], Int16Array | undefined] {
  if (slotMinutes !== intervalMinutes) return [[], undefined];
  const values = JSON.parse(valuesHundredths) as (number | null)[];
  if (values.length === 1440 / intervalMinutes) return [values, undefined];
  const starts = values.map((_, slot) => startUtc + slot * slotMinutes * 60);
  return [values, placesOfStarts(starts, zone, intervalMinutes)];
}
