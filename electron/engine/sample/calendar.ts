import { Temporal } from 'temporal-polyfill';
import { sampleIntervalMinutes, sampleZone } from './centre.ts';

/** A quarter of an hour of the sample: by the clock on the wall and by the clock of the world. */
export interface Slot {
  readonly startUnix: number;
  /** `YYYY-MM-DD HH:MM:SS` in the centre's zone; twice the same in the repeated hour. */
  readonly startLocal: string;
  readonly minuteOfDay: number;
}

export interface SampleDay {
  readonly date: Temporal.PlainDate;
  /** From 0 for the first day of the sample. */
  readonly index: number;
  /** From 0 for Monday. */
  readonly weekday: number;
  /** On a public holiday calls and staff are those of a Sunday. */
  readonly isHoliday: boolean;
  /** On this afternoon the telephone system was down. */
  readonly hasOutage: boolean;
  /** 96 of them, 92 or 100 on the days when the clocks change. */
  readonly slots: readonly Slot[];
}

export const sampleDayCount = 90;
const slotSeconds = sampleIntervalMinutes * 60;

/** The days up to and with `lastDay` (`YYYY-MM-DD`). */
export function sampleDays(lastDay: string): SampleDay[] {
  const last = Temporal.PlainDate.from(lastDay);
  const first = last.subtract({ days: sampleDayCount - 1 });
  // A Thursday two months ago is the holiday, a Wednesday three weeks ago the outage.
  const holiday = onWeekday(last.subtract({ days: 60 }), 4);
  const outage = onWeekday(last.subtract({ days: 24 }), 3);
  return Array.from({ length: sampleDayCount }, (_, index) => {
    const date = first.add({ days: index });
    return {
      date,
      index,
      weekday: date.dayOfWeek - 1,
      isHoliday: date.equals(holiday),
      hasOutage: date.equals(outage),
      slots: slotsOf(date),
    };
  });
}

/** Start of the local day in Unix seconds. */
export function startOfDayUnix(date: Temporal.PlainDate): number {
  return date.toZonedDateTime(sampleZone).epochMilliseconds / 1000;
}

function slotsOf(date: Temporal.PlainDate): Slot[] {
  const slots: Slot[] = [];
  const end = startOfDayUnix(date.add({ days: 1 }));
  for (let startUnix = startOfDayUnix(date); startUnix < end; startUnix += slotSeconds) {
    const local = Temporal.Instant.fromEpochMilliseconds(startUnix * 1000).toZonedDateTimeISO(sampleZone);
    slots.push({
      startUnix,
      startLocal: local.toPlainDateTime().toString({ smallestUnit: 'second' }).replace('T', ' '),
      minuteOfDay: local.hour * 60 + local.minute,
    });
  }
  return slots;
}

/** The day of the same ISO week that falls on `dayOfWeek` (Monday = 1). */
function onWeekday(date: Temporal.PlainDate, dayOfWeek: number): Temporal.PlainDate {
  return date.add({ days: dayOfWeek - date.dayOfWeek });
}
