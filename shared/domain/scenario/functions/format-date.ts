import type { Span } from '../findings.ts';
import { datePartsOf, weekdayOf } from '../runtime/calendar.ts';
import { dateText } from '../runtime/number-text.ts';
import { DAY_NAMES, datePart, MONTH_NAMES } from './dates.ts';

const PIECE =
  /"([^"]*)"?|\\(.?)|AM\/PM|am\/pm|A\/P|a\/p|ttttt|d{1,6}|m{1,4}|yyyy|yy|y|q|ww|w|hh|h|nn|n|ss|s|c|./gis;

const two = (value: number) => String(value).padStart(2, '0');

/** A date in a user format. `m` behind `h` is a minute, as in the family. */
export function formatDate(serial: number, pattern: string, at: Span, firstDay = 1, firstWeek = 1): string {
  const { year, month, day, hour, minute, second } = datePartsOf(serial);
  const weekday = weekdayOf(serial);
  const halves = /AM\/PM|A\/P/i.test(pattern);
  const shownHour = halves ? hour % 12 || 12 : hour;
  let afterHour = false;
  const piece = (text: string): string => {
    const wasAfterHour = afterHour;
    const lower = text.toLowerCase();
    if (/^[a-z]/i.test(text)) afterHour = lower === 'h' || lower === 'hh';
    switch (lower) {
      case 'am/pm':
      case 'a/p': {
        const half = hour < 12 ? 'AM' : 'PM';
        const shown = lower === 'a/p' ? half.charAt(0) : half;
        return text === lower ? shown.toLowerCase() : shown;
      }
      case 'c':
        return dateText(serial);
      case 'd':
        return String(day);
      case 'dd':
        return two(day);
      case 'ddd':
        return DAY_NAMES[weekday - 1]!.slice(0, 3);
      case 'dddd':
        return DAY_NAMES[weekday - 1]!;
      case 'ddddd':
        return `${month}/${day}/${year}`;
      case 'dddddd':
        return `${DAY_NAMES[weekday - 1]}, ${MONTH_NAMES[month - 1]} ${day}, ${year}`;
      case 'm':
        return String(wasAfterHour ? minute : month);
      case 'mm':
        return two(wasAfterHour ? minute : month);
      case 'mmm':
        return MONTH_NAMES[month - 1]!.slice(0, 3);
      case 'mmmm':
        return MONTH_NAMES[month - 1]!;
      case 'y':
        return String(datePart('y', serial, 1, 1, at));
      case 'yy':
        return two(year % 100);
      case 'yyyy':
        return String(year).padStart(4, '0');
      case 'q':
        return String(Math.ceil(month / 3));
      case 'w':
        return String(datePart('w', serial, firstDay, firstWeek, at));
      case 'ww':
        return String(datePart('ww', serial, firstDay, firstWeek, at));
      case 'h':
        return String(shownHour);
      case 'hh':
        return two(shownHour);
      case 'n':
        return String(minute);
      case 'nn':
        return two(minute);
      case 's':
        return String(second);
      case 'ss':
        return two(second);
      case 'ttttt':
        return `${hour % 12 || 12}:${two(minute)}:${two(second)} ${hour < 12 ? 'AM' : 'PM'}`;
      default:
        return text;
    }
  };
  return pattern.replace(
    PIECE,
    (text, quoted?: string, escaped?: string) => quoted ?? escaped ?? piece(text),
  );
}
