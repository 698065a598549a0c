import { XlinkError } from '../../rpc/errors.ts';

/** What a part of a time stamp says. */
export type StampField =
  | 'year'
  | 'month'
  | 'dayOfMonth'
  | 'hour'
  | 'minute'
  | 'second'
  | 'fraction'
  | 'halfDay';

export type StampPart =
  | {
      readonly field: StampField;
      /** Digits a writer fills with zeros; 1 for none. */
      readonly length: number;
      /** How many digits a reader takes: exactly `length` where another number follows at once. */
      readonly minDigits: number;
      readonly maxDigits: number;
    }
  | { readonly literal: string };

/** `mm` is the month and `MM` the minute, as the old product has it. */
const FIELD_OF: Readonly<Record<string, StampField>> = {
  yyyy: 'year',
  yy: 'year',
  mm: 'month',
  m: 'month',
  dd: 'dayOfMonth',
  d: 'dayOfMonth',
  HH: 'hour',
  H: 'hour',
  hh: 'hour',
  h: 'hour',
  MM: 'minute',
  M: 'minute',
  SS: 'second',
  S: 'second',
  ss: 'second',
  s: 'second',
  tt: 'halfDay',
};

/**
 * The parts of a time stamp format: `yyyy yy mm m dd d HH H MM M SS S`, `tt` for AM/PM, `f…` for fractions, text
 * between single quotes and every other character for themselves. `;`, which separates the columns of date and
 * time, stands for a blank. Throws `STAMP_FORMAT` (details: `format`, `part`).
 */
export function stampParts(format: string): StampPart[] {
  const parts: StampPart[] = [];
  const seen = new Set<StampField>();
  for (const [token] of format.matchAll(/'[^']*'|([ymdHhMSsf])\1*|tt|./gs)) {
    const field = token.startsWith('f') ? 'fraction' : FIELD_OF[token];
    if (field === undefined) {
      if (/^[ymdHhMSs]/.test(token)) throw badFormat(format, token, `"${token}" is not known`, 'unknown');
      addLiteral(parts, token === ';' ? ' ' : token.length > 1 ? token.slice(1, -1) : token);
      continue;
    }
    if (seen.has(field)) throw badFormat(format, token, `the ${WORD_OF[field]} stands in it twice`, 'twice');
    seen.add(field);
    const { length } = token;
    const minDigits = field === 'year' ? length : 1;
    const maxDigits = field === 'year' ? length : field === 'fraction' ? 9 : 2;
    parts.push({ field, length, minDigits, maxDigits });
  }
  if (seen.size === 0) throw badFormat(format, format, 'it has no date and no time', 'empty');
  return parts.map((part, index) => {
    const next = parts[index + 1];
    const isTight = next !== undefined && 'field' in next && next.field !== 'halfDay';
    return 'field' in part && isTight ? { ...part, minDigits: part.length, maxDigits: part.length } : part;
  });
}

function addLiteral(parts: StampPart[], text: string): void {
  const last = parts.at(-1);
  if (last !== undefined && 'literal' in last) parts[parts.length - 1] = { literal: last.literal + text };
  else if (text !== '') parts.push({ literal: text });
}

const WORD_OF: Readonly<Record<StampField, string>> = {
  year: 'year',
  month: 'month (mm)',
  dayOfMonth: 'day',
  hour: 'hour',
  minute: 'minute (MM)',
  second: 'second',
  fraction: 'fraction',
  halfDay: 'AM/PM',
};

function badFormat(format: string, part: string, what: string, variant: string): XlinkError {
  return new XlinkError(
    'STAMP_FORMAT',
    `"${format}" is no format of a time stamp: ${what}. Write it like yyyy-mm-dd HH:MM:SS, mm being the month and ` +
      'MM the minute.',
    { format, part, variant },
  );
}
