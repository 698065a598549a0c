import type { Span } from '../findings.ts';
import { dateSerial, parseDateText } from '../runtime/calendar.ts';
import { numberInText, numberOf, textOf } from '../runtime/convert.ts';
import { fail } from '../runtime/faults.ts';
import { charge, checkedText } from '../runtime/machine.ts';
import { dateText, numberText } from '../runtime/number-text.ts';
import { numericTypeOf, plainNumber, type Value } from '../runtime/values.ts';
import { formatDate } from './format-date.ts';
import { formatNumber } from './format-number.ts';
import { type FunctionTable, valueFunction } from './table.ts';

const LONGEST_FORMAT = 500;

/** The named formats, with what they stand for under English (US) settings. */
const NAMED_NUMBERS: Readonly<Record<string, string>> = {
  currency: '$#,##0.00;($#,##0.00)',
  fixed: '0.00',
  standard: '#,##0.00',
  percent: '0.00%',
  scientific: '0.00E+00',
};
const NAMED_DATES: Readonly<Record<string, string>> = {
  'general date': 'c',
  'long date': 'dddd, mmmm d, yyyy',
  'medium date': 'dd-mmm-yy',
  'short date': 'm/d/yyyy',
  'long time': 'h:nn:ss AM/PM',
  'medium time': 'hh:nn AM/PM',
  'short time': 'hh:nn',
};
const NAMED_TRUTHS: Readonly<Record<string, readonly [string, string]>> = {
  'yes/no': ['Yes', 'No'],
  'true/false': ['True', 'False'],
  'on/off': ['On', 'Off'],
};

/** A format that has letters of dates outside quotes, and no digit places, is one for dates. */
function looksLikeDate(pattern: string): boolean {
  const bare = pattern.replace(/"[^"]*"|\\./g, '');
  return /[dmyhnsqwc]|AM\/PM|A\/P|ttttt/i.test(bare) && !/[0#]/.test(bare.replace(/E[+-]/gi, ''));
}

/** `@` a character or a blank, `&` a character or nothing, `<` `>` the case, `!` from the left. */
function formatText(text: string, pattern: string): string {
  const [filled = '', whenEmpty] = pattern.split(';');
  const format = text === '' && whenEmpty !== undefined ? whenEmpty : filled;
  const cased = format.includes('<') ? text.toLowerCase() : format.includes('>') ? text.toUpperCase() : text;
  const places = (format.match(/[@&]/g) ?? []).length;
  if (places === 0) return format.replace(/[<>!]/g, '') + (/[<>!]/.test(format) ? cased : '') || cased;
  const fromLeft = format.includes('!');
  const missing = Math.max(0, places - cased.length);
  const characters = [...cased];
  let place = 0;
  let result = '';
  for (const character of format.replace(/[<>!]/g, '')) {
    if (character !== '@' && character !== '&') result += character;
    else {
      const isMissing = fromLeft ? place >= places - missing : place < missing;
      if (!isMissing) result += characters.shift() ?? '';
      else if (character === '@') result += ' ';
      place += 1;
    }
  }
  return result + characters.join('');
}

function format(value: Value, pattern: string, at: Span, firstDay: number, firstWeek: number): string {
  if (value === null) return '';
  if (pattern === '')
    return numericTypeOf(value) === 'Date' ? dateText(plainNumber(value)) : textOf(value, at);
  const name = pattern.toLowerCase();
  const number = typeof value === 'string' ? numberInText(value) : numberOf(value, at);
  const truth = NAMED_TRUTHS[name];
  if (truth !== undefined && number !== undefined) return truth[number === 0 ? 1 : 0];
  if (name === 'general number' && number !== undefined) return numberText(number);
  const parts = typeof value === 'string' ? parseDateText(value) : undefined;
  const datePattern =
    NAMED_DATES[name] ??
    (!Object.hasOwn(NAMED_NUMBERS, name) && looksLikeDate(pattern) ? pattern : undefined);
  const serial = parts === undefined ? number : dateSerial(parts);
  if (datePattern !== undefined && serial !== undefined)
    return formatDate(serial, datePattern, at, firstDay, firstWeek);
  if (number === undefined) return formatText(textOf(value, at), pattern);
  if (/[@&<>!]/.test(pattern.replace(/"[^"]*"|\\./g, '')) && !/[0#]/.test(pattern))
    return formatText(textOf(value, at), pattern);
  return formatNumber(number, NAMED_NUMBERS[name] ?? pattern);
}

export const FORMAT: FunctionTable = {
  format: valueFunction(
    'Format(value, [format], [firstDay], [firstWeek])',
    ['value'],
    'String',
    (args, at, machine) => {
      const pattern = args[1] === undefined ? '' : textOf(args[1], at);
      if (pattern.length > LONGEST_FORMAT)
        fail(5, at, `A format has at most ${LONGEST_FORMAT} characters.`, {
          variant: 'format',
          most: LONGEST_FORMAT,
        });
      charge(machine, 8, at);
      const [firstDay, firstWeek] = args
        .slice(2)
        .map((each) => (each === undefined ? 1 : numberOf(each, at) || 1));
      return checkedText(machine, format(args[0], pattern, at, firstDay ?? 1, firstWeek ?? 1), at);
    },
  ),
};
