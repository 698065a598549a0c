import { type Day, parseDay } from '#shared/domain/time/day.ts';
import { XlinkError } from '#shared/rpc/errors.ts';

/** The days that somebody typed, both included. Throws `DAY_INVALID`, `DAYS_REVERSED`. */
export function dayRange(from: string, to: string): { fromDay: Day; toDay: Day } {
  const fromDay = parseDay(from);
  const toDay = parseDay(to);
  if (fromDay <= toDay) return { fromDay, toDay };
  throw new XlinkError(
    'DAYS_REVERSED',
    `The first day ${fromDay} is after the last day ${toDay}. Exchange them.`,
    {
      from: fromDay,
      to: toDay,
    },
  );
}
