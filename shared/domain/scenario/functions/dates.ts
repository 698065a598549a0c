import type { Span } from '../findings.ts';
import {
  type DateParts,
  datePartsOf,
  daySerial,
  EARLIEST_DATE,
  joinSerial,
  LATEST_DATE,
  splitSerial,
  weekdayOf,
} from '../runtime/calendar.ts';
import { numberForType, roundHalfEven, serialOfText, toNumericType } from '../runtime/convert.ts';
import { fail } from '../runtime/faults.ts';
import { boxed, type Value } from '../runtime/values.ts';
import {
  type FunctionTable,
  type ParameterKind,
  spreadingNull,
  type ValueFunction,
  valueFunction,
} from './table.ts';

export const MONTH_NAMES =
  'January February March April May June July August September October November December'.split(' ');
export const DAY_NAMES = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

const serialOf = (value: Value, at: Span): number => numberForType('Date', value, at);
const date = (serial: number, at: Span): Value => {
  if (!(serial >= EARLIEST_DATE && serial < LATEST_DATE + 1))
    fail(5, at, 'The date lies outside the years 100 to 9999.', { variant: 'date' });
  return boxed('Date', serial);
};

/** Days and seconds of two serials stay whole numbers, so that no fraction of a day is lost in between. */
function secondsOf(serial: number): number {
  const { days, seconds } = splitSerial(serial);
  return days * 86_400 + seconds;
}

function fromSeconds(total: number): number {
  const days = Math.floor(total / 86_400);
  return joinSerial(days, total - days * 86_400);
}

/** Adds months; the day is brought back to the last of the month where it does not exist there. */
function addMonths(serial: number, months: number): number {
  const { year, month, day } = datePartsOf(serial);
  const target = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(target / 12);
  const targetMonth = (target % 12) + 1;
  const lastDay = daySerial(targetYear, targetMonth + 1, 1) - daySerial(targetYear, targetMonth, 1);
  return joinSerial(daySerial(targetYear, targetMonth, Math.min(day, lastDay)), splitSerial(serial).seconds);
}

const UNIT_MONTHS: Record<string, number> = { yyyy: 12, q: 3, m: 1 };
const UNIT_SECONDS: Record<string, number> = {
  ...{ d: 86_400, y: 86_400, w: 86_400, ww: 604_800 },
  ...{ h: 3600, n: 60, s: 1 },
};
const UNITS = 'yyyy, q, m, y, d, w, ww, h, n or s';

function unknownUnit(unit: string, at: Span): never {
  return fail(5, at, `There is no unit "${unit}": use ${UNITS}.`, { variant: 'unit', unit, known: UNITS });
}

function dateAdd([unitText, amount, when]: readonly Value[], at: Span): Value {
  const unit = (unitText as string).toLowerCase();
  const serial = serialOf(when, at);
  const count = roundHalfEven(amount as number);
  if (Math.abs(count) > 1e12) fail(5, at, 'The number of units is too large.', { variant: 'large' });
  const months = UNIT_MONTHS[unit];
  if (months !== undefined) {
    if (Math.abs(count * months) > 120_000)
      fail(5, at, 'The date lies outside the years 100 to 9999.', { variant: 'date' });
    return date(addMonths(serial, count * months), at);
  }
  const seconds = UNIT_SECONDS[unit];
  if (seconds === undefined) return unknownUnit(unit, at);
  return date(fromSeconds(secondsOf(serial) + count * seconds), at);
}

function firstDayArgument(value: Value): number {
  return value === undefined || value === 0 ? 1 : (value as number);
}

function dateDiff(args: readonly Value[], at: Span): Value {
  const unit = (args[0] as string).toLowerCase();
  const from = serialOf(args[1], at);
  const to = serialOf(args[2], at);
  const a = datePartsOf(from);
  const b = datePartsOf(to);
  const days = splitSerial(to).days - splitSerial(from).days;
  const whole = (units: number) => boxed('Long', toNumericType('Long', units, at));
  if (unit === 'yyyy') return whole(b.year - a.year);
  const months = (b.year - a.year) * 12 + b.month - a.month;
  if (unit === 'm') return whole(months);
  if (unit === 'q') return whole((b.year - a.year) * 4 + Math.ceil(b.month / 3) - Math.ceil(a.month / 3));
  if (unit === 'd' || unit === 'y') return whole(days);
  if (unit === 'w') return whole(Math.trunc(days / 7));
  if (unit === 'ww') {
    const first = firstDayArgument(args[3]);
    const startOfWeek = (serial: number) => splitSerial(serial).days - ((weekdayOf(serial) - first + 7) % 7);
    return whole((startOfWeek(to) - startOfWeek(from)) / 7);
  }
  const seconds = UNIT_SECONDS[unit];
  if (seconds === undefined) return unknownUnit(unit, at);
  return whole(Math.floor(secondsOf(to) / seconds) - Math.floor(secondsOf(from) / seconds));
}

/** Number of the week: the first one holds 1 January, has four days, or is full, as `rule` says (1, 2, 3). */
function weekOfYear(serial: number, firstDay: number, rule: number): number {
  const { year } = datePartsOf(serial);
  const { days } = splitSerial(serial);
  const startOf = (ofYear: number): number => {
    const january = daySerial(ofYear, 1, 1);
    const into = (weekdayOf(january) - firstDay + 7) % 7;
    const start = january - into;
    if (rule === 2 && into > 3) return start + 7;
    if (rule === 3 && into > 0) return start + 7;
    return start;
  };
  if (days < startOf(year)) return Math.floor((days - startOf(year - 1)) / 7) + 1;
  if (rule !== 1 && days >= startOf(year + 1)) return 1;
  return Math.floor((days - startOf(year)) / 7) + 1;
}

export function datePart(unit: string, serial: number, firstDay: number, rule: number, at: Span): number {
  const parts = datePartsOf(serial);
  switch (unit) {
    case 'yyyy':
      return parts.year;
    case 'q':
      return Math.ceil(parts.month / 3);
    case 'm':
      return parts.month;
    case 'y':
      return splitSerial(serial).days - daySerial(parts.year, 1, 1) + 1;
    case 'd':
      return parts.day;
    case 'w':
      return ((weekdayOf(serial) - firstDay + 7) % 7) + 1;
    case 'ww':
      return weekOfYear(serial, firstDay, rule);
    case 'h':
      return parts.hour;
    case 'n':
      return parts.minute;
    case 's':
      return parts.second;
    default:
      return unknownUnit(unit, at);
  }
}

function part(name: string, key: keyof DateParts): ValueFunction {
  return valueFunction(`${name}(date)`, ['value'], 'Variant', ([value], at) =>
    value === null ? null : boxed('Integer', datePartsOf(serialOf(value, at))[key]),
  );
}

function dateSerialOf([year, month, day]: readonly Value[], at: Span): Value {
  const written = year as number;
  const full =
    written >= 0 && written < 30 ? written + 2000 : written < 100 && written >= 0 ? written + 1900 : written;
  if (Math.abs(full) > 20_000 || Math.abs(month as number) > 200_000 || Math.abs(day as number) > 4_000_000)
    fail(5, at, 'The date lies outside the years 100 to 9999.', { variant: 'date' });
  return date(daySerial(full, month as number, day as number), at);
}

function timeSerialOf([hour, minute, second]: readonly Value[], at: Span): Value {
  const total = (hour as number) * 3600 + (minute as number) * 60 + (second as number);
  if (Math.abs(total) > 86_400 * 40_000) fail(5, at, 'The time is too large.', { variant: 'large' });
  return date(fromSeconds(total), at);
}

const WHOLE_3: readonly ParameterKind[] = ['whole', 'whole', 'whole'];

function named(names: readonly string[], index: number, short: boolean, at: Span): string {
  const name = names[index - 1];
  if (name === undefined)
    return fail(5, at, `A number from 1 to ${names.length} is needed.`, {
      variant: 'range',
      most: names.length,
    });
  return short ? name.slice(0, 3) : name;
}

function weekdayName(args: readonly Value[], at: Span): Value {
  const first = firstDayArgument(args[2]);
  const day = args[0] as number;
  if (day < 1 || day > 7) fail(5, at, 'A number from 1 to 7 is needed.', { variant: 'range', most: 7 });
  return named(DAY_NAMES, ((day + first - 2) % 7) + 1, args[1] !== undefined && args[1] !== 0, at);
}

export const DATES: FunctionTable = {
  now: valueFunction('Now()', ['value'], 'Date', (_args, at, machine) => date(machine.now, at)),
  date: valueFunction('Date()', ['value'], 'Date', (_args, at, machine) =>
    date(splitSerial(machine.now).days, at),
  ),
  time: valueFunction('Time()', ['value'], 'Date', (_args, at, machine) =>
    date(splitSerial(machine.now).seconds / 86_400, at),
  ),
  timer: valueFunction('Timer()', ['value'], 'Single', (_args, _at, machine) =>
    boxed('Single', splitSerial(machine.now).seconds),
  ),
  dateserial: valueFunction('DateSerial(year, month, day)', WHOLE_3, 'Date', dateSerialOf),
  timeserial: valueFunction('TimeSerial(hour, minute, second)', WHOLE_3, 'Date', timeSerialOf),
  datevalue: valueFunction('DateValue(text)', ['text'], 'Date', ([text], at) =>
    date(splitSerial(serialOfText(text as string, at)).days, at),
  ),
  timevalue: valueFunction('TimeValue(text)', ['text'], 'Date', ([text], at) =>
    date(splitSerial(serialOfText(text as string, at)).seconds / 86_400, at),
  ),
  dateadd: spreadingNull(
    valueFunction('DateAdd(unit, number, date)', ['text', 'number', 'value'], 'Date', dateAdd),
  ),
  datediff: spreadingNull(
    valueFunction(
      'DateDiff(unit, from, to, [firstDay], [firstWeek])',
      ['text', 'value', 'value', 'whole', 'whole'],
      'Long',
      dateDiff,
    ),
  ),
  datepart: spreadingNull(
    valueFunction(
      'DatePart(unit, date, [firstDay], [firstWeek])',
      ['text', 'value', 'whole', 'whole'],
      'Integer',
      (args, at) => {
        const rule = args[3] === undefined || args[3] === 0 ? 1 : (args[3] as number);
        const unit = (args[0] as string).toLowerCase();
        return boxed('Integer', datePart(unit, serialOf(args[1], at), firstDayArgument(args[2]), rule, at));
      },
    ),
  ),
  year: part('Year', 'year'),
  month: part('Month', 'month'),
  day: part('Day', 'day'),
  hour: part('Hour', 'hour'),
  minute: part('Minute', 'minute'),
  second: part('Second', 'second'),
  weekday: valueFunction('Weekday(date, [firstDay])', ['value', 'whole'], 'Variant', ([value, first], at) =>
    value === null
      ? null
      : boxed('Integer', ((weekdayOf(serialOf(value, at)) - firstDayArgument(first) + 7) % 7) + 1),
  ),
  monthname: valueFunction('MonthName(month, [short])', ['whole', 'whole'], 'String', ([month, short], at) =>
    named(MONTH_NAMES, month as number, short !== undefined && short !== 0, at),
  ),
  weekdayname: valueFunction(
    'WeekdayName(weekday, [short], [firstDay])',
    ['whole', 'whole', 'whole'],
    'String',
    weekdayName,
  ),
};
