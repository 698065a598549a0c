import type { SampleDay } from './calendar.ts';
import { type DayShape, type SampleQueue, sampleIntervalMinutes } from './centre.ts';
import type { Random } from './random.ts';

/** Calls to expect in each interval, before chance has its say. */

const outageFromMinute = 14 * 60 + 15;
const outageToMinute = 16 * 60 + 15;
const reboundToMinute = 17 * 60 + 30;
const sunday = 6;

/**
 * What makes this day busier or quieter than its weekday: a slow growth over the quarter, the days after
 * invoices went out, and chance.
 */
export function dayFactor(queue: SampleQueue, day: SampleDay, random: Random): number {
  const week = queue.week[day.isHoliday ? sunday : day.weekday]!;
  const growth = 1 + day.index * 0.0005;
  const invoices = queue.monthlyInvoices && day.date.day <= 6 ? 1.4 : 1;
  return week * growth * invoices * random.logNormal(1, 0.05);
}

/** Expected calls of the queue in the interval that starts at `minuteOfDay`, on a day with this factor. */
export function expectedCalls(
  queue: SampleQueue,
  day: SampleDay,
  factor: number,
  minuteOfDay: number,
): number {
  if (minuteOfDay < queue.opensAtMinute || minuteOfDay >= queue.closesAtMinute) return 0;
  const share = weightAt(queue.shape, minuteOfDay) / totalWeight(queue);
  return queue.callsPerDay * factor * share * (day.hasOutage ? outageFactor(minuteOfDay) : 1);
}

/** Nothing gets through while the telephone system is down; afterwards many try again. */
function outageFactor(minuteOfDay: number): number {
  if (minuteOfDay >= outageFromMinute && minuteOfDay < outageToMinute) return 0;
  return minuteOfDay >= outageToMinute && minuteOfDay < reboundToMinute ? 1.6 : 1;
}

const bell = (minute: number, centre: number, width: number) =>
  Math.exp(-(((minute - centre) / width) ** 2) / 2);

/** Two peaks with the lunch dip between them; private callers also come in the evening. */
function weightAt(shape: DayShape, minuteOfDay: number): number {
  const at = minuteOfDay + sampleIntervalMinutes / 2;
  const office = bell(at, 625, 105) + 0.93 * bell(at, 910, 120) - 0.27 * bell(at, 768, 34);
  switch (shape) {
    case 'office':
      return office + 0.06;
    case 'evening':
      return 0.8 * office + 0.4 * bell(at, 1125, 85) + 0.06;
    case 'night':
      return 0.5 * office + 0.55 * bell(at, 1200, 130) + 0.16;
  }
}

const totals = new Map<SampleQueue, number>();

function totalWeight(queue: SampleQueue): number {
  const known = totals.get(queue);
  if (known !== undefined) return known;
  let total = 0;
  for (let minute = queue.opensAtMinute; minute < queue.closesAtMinute; minute += sampleIntervalMinutes) {
    total += weightAt(queue.shape, minute);
  }
  totals.set(queue, total);
  return total;
}
