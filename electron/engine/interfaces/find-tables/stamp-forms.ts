import { compileStampFormat, parseIsoLocal } from '#shared/domain/time/stamp.ts';

/** What the texts of a column are: in the ISO form with a mark or fraction (no format needed), or in a format. */
export interface TextForm {
  /** Undefined: `TimeStampFormat` is left out. */
  readonly format: string | undefined;
  readonly hasDate: boolean;
  readonly hasTime: boolean;
}

const usualYears: readonly [from: number, to: number] = [1990, 2060];

/**
 * The formats that all texts fit; more than one where day and month cannot be told apart. The forms are those that
 * the first text suggests, and every text is then read with them.
 */
export function textForms(texts: readonly string[]): TextForm[] {
  const [first] = texts;
  if (first === undefined) return [];
  const formats = candidates(texts.map((text) => text.trim())).filter((format) => fitsAll(format, texts));
  if (formats.length > 0) return formats.map(formOf);
  // Fractions of a second, Z, an offset.
  const areIso = texts.every(
    (text) => /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(text) && parseIsoLocal(text.trim()),
  );
  return areIso ? [{ format: undefined, hasDate: true, hasTime: true }] : [];
}

/** The formats of a time of the day that all texts fit: `HH:MM`, `HH.MM:SS`, `HHMM`. */
export function timeOfDayFormats(texts: readonly string[]): string[] {
  return texts.length === 0
    ? []
    : timeFormats(texts).filter((format) => format !== '' && fitsAll(format, texts));
}

function formOf(format: string): TextForm {
  const { fields } = compileStampFormat(format);
  return { format, hasDate: fields.includes('year'), hasTime: fields.includes('hour') };
}

function fitsAll(format: string, texts: readonly string[]): boolean {
  const compiled = compileStampFormat(format);
  const hasDate = compiled.fields.includes('year');
  return texts.every((text) => {
    const seconds = compiled.parse(text);
    if (seconds === undefined) return false;
    const year = new Date(seconds * 1000).getUTCFullYear();
    return !hasDate || (year >= usualYears[0] && year <= usualYears[1]);
  });
}

const separated = /^(\d{1,4})([-/. ])(\d{1,2})\2(\d{1,4})(?:(T|_|-|, ?| )(\d.*))?$/;

function candidates(texts: readonly string[]): string[] {
  const digits = texts.every((text) => /^\d+$/.test(text));
  if (digits) return digitFormats(texts[0]!.length);
  const parsed = texts.map((text) => separated.exec(text));
  if (parsed.includes(null)) return compactDateWithTime(texts);
  const [, year = '', separator = '', , , glue] = parsed[0]!;
  const days = (one: number, other: number) => [
    parsed.map((match) => match![one]!),
    parsed.map((match) => match![other]!),
  ];
  const rests = parsed.map((match) => match![6] ?? '');
  if (rests.some((rest) => (rest === '') !== (rests[0] === ''))) return [];
  const times = rests[0] === '' ? [''] : timeFormats(rests);
  const dates: string[] = [];
  if (year.length === 4) {
    const [months = [], monthDays = []] = days(3, 4);
    dates.push(['yyyy', part('m', months), part('d', monthDays)].join(separator));
  } else {
    const [first = [], second = []] = days(1, 3);
    const years = parsed.every((match) => match![4]!.length === 4) ? 'yyyy' : 'yy';
    dates.push([part('d', first), part('m', second), years].join(separator));
    // With dots the day comes first, everywhere.
    if (separator !== '.') dates.push([part('m', first), part('d', second), years].join(separator));
  }
  return dates.flatMap((date) => times.map((time) => (time === '' ? date : `${date}${glue ?? ' '}${time}`)));
}

/** `dd` where every text has two digits, `d` where one has a single one. */
function part(letter: 'd' | 'm' | 'H', texts: readonly string[]): string {
  return texts.some((text) => text.length === 1) ? letter : letter.repeat(2);
}

function digitFormats(length: number): string[] {
  return (
    {
      6: ['yymmdd', 'ddmmyy'],
      8: ['yyyymmdd', 'ddmmyyyy'],
      10: ['yyyymmddHH', 'yymmddHHMM'],
      12: ['yyyymmddHHMM', 'yymmddHHMMSS', 'ddmmyyyyHHMM'],
      14: ['yyyymmddHHMMSS', 'ddmmyyyyHHMMSS'],
    }[length] ?? []
  );
}

/** `20260301 0815`, `20260301-08:15:00`. */
function compactDateWithTime(texts: readonly string[]): string[] {
  const parsed = texts.map((text) => /^\d{8}(T|_|-| )(\d.*)$/.exec(text));
  if (parsed.includes(null)) return [];
  const glue = parsed[0]![1]!;
  return timeFormats(parsed.map((match) => match![2]!)).map((time) => `yyyymmdd${glue}${time}`);
}

function timeFormats(texts: readonly string[]): string[] {
  const [first = ''] = texts;
  const trimmed = texts.map((text) => text.trim());
  if (/^\d{4}$/.test(first)) return ['HHMM'];
  if (/^\d{6}$/.test(first)) return ['HHMMSS'];
  const parsed = trimmed.map((text) =>
    /^(\d{1,2})([:.h])(\d{2})(?:([:.])(\d{2})([.,]\d+)?)?( ?[AaPp][Mm])?$/.exec(text),
  );
  const shape = parsed[0];
  if (!shape || parsed.includes(null)) return [];
  const halfDay = shape[7] === undefined ? '' : shape[7].startsWith(' ') ? ' tt' : 'tt';
  const hours = part(
    'H',
    parsed.map((match) => match![1]!),
  );
  const hour = halfDay === '' ? hours : hours.toLowerCase();
  const separator = shape[2] === 'h' ? "'h'" : shape[2];
  const seconds = shape[5] === undefined ? '' : `${shape[4]}SS`;
  const fraction =
    shape[6] === undefined ? '' : `${shape[6][0]}${'f'.repeat(Math.min(9, shape[6].length - 1))}`;
  return [`${hour}${separator}MM${seconds}${fraction}${halfDay}`];
}
