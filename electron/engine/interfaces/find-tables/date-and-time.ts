import type { Proposal, StampChoice, TimeForm } from '#shared/contract/find-tables.ts';
import { type ColumnFacts, wholeNumbers } from './column-facts.ts';
import { isMidnightOnly, ratedByName, rounded } from './rating.ts';
import { question, reason } from './reasons.ts';
import type { StampCandidate } from './stamp-candidates.ts';
import { textForms, timeOfDayFormats } from './stamp-forms.ts';
import { dateWords, measureWords, otherStampWords, secondsWords, timeOfDayWords, wordIn } from './words.ts';

interface DateColumn {
  readonly column: ColumnFacts;
  /** Where the date is text or a number. */
  readonly format?: string;
}

interface TimeColumn {
  readonly column: ColumnFacts;
  readonly form: TimeForm;
  readonly format?: string;
  readonly confidence: number;
  /** The numbers may be HHMM or minutes. */
  readonly isOpen: boolean;
}

/**
 * Pairs of a date and a time of the day.
 * @param wholeExists a column that holds both was found: the pair is then the second choice
 */
export function dateAndTimeCandidates(
  columns: readonly ColumnFacts[],
  questions: Proposal['questions'],
  wholeExists: boolean,
): StampCandidate[] {
  const dates = columns.flatMap((column) => dateColumn(column) ?? []);
  if (dates.length === 0) return [];
  const times = columns
    .flatMap((column) => timeColumn(column) ?? [])
    .filter(({ confidence }) => confidence >= 0.4)
    .sort((one, other) => other.confidence - one.confidence);
  const [best] = times;
  if (!best) return [];
  if (best.isOpen && !wholeExists) {
    questions.push({
      about: 'stamp',
      message: question(
        'time-form',
        `The numbers of ${best.column.name} may be hours and minutes (HHMM) or minutes since midnight. Choose which.`,
        { column: best.column.name },
      ),
      options: ['hhmm', 'minutes'],
    });
  }
  return dates.flatMap((date) =>
    times
      .filter(({ column }) => column.name !== date.column.name)
      .slice(0, 3)
      .map((time) => pair(date, time, wholeExists)),
  );
}

function pair(date: DateColumn, time: TimeColumn, wholeExists: boolean): StampCandidate {
  const byDate = ratedByName(date.column, 0.5);
  const dateName = date.column.name;
  const timeName = time.column.name;
  const choice: StampChoice = {
    kind: 'date-and-time',
    dateColumn: dateName,
    timeColumn: timeName,
    timeForm: time.form,
    ...(date.format === undefined ? {} : { dateFormat: date.format }),
    ...(time.format === undefined ? {} : { timeFormat: time.format }),
  };
  const example = [date.column.distinct[0], time.column.distinct[0]]
    .filter((one) => one !== undefined)
    .join(' ');
  return {
    choice,
    confidence: rounded(Math.min(wholeExists ? 0.5 : 0.95, byDate.confidence / 2 + time.confidence * 0.65)),
    reasons: [
      reason('date-and-time', `The date is in ${dateName}, the time of the day in ${timeName}: ${example}.`, {
        date: dateName,
        time: timeName,
        example: example === '' ? '–' : example,
      }),
    ],
  };
}

function dateColumn(column: ColumnFacts): DateColumn | undefined {
  const { kind, distinct, name } = column;
  if (kind === 'date') return { column };
  if (kind === 'date-time') return isMidnightOnly(distinct.map(String)) ? { column } : undefined;
  if (kind !== 'text' && kind !== 'number') return undefined;
  if (kind === 'number' && wordIn(dateWords, name) === undefined) return undefined;
  const [form, ...others] = textForms(distinct.map(String));
  if (form?.format === undefined || !form.hasDate || form.hasTime || others.length > 0) return undefined;
  return { column, format: form.format };
}

function timeColumn(column: ColumnFacts): TimeColumn | undefined {
  const { kind, name, distinct } = column;
  const named = wordIn(timeOfDayWords, name) !== undefined && wordIn(otherStampWords, name) === undefined;
  const byName = named ? 0.35 : 0;
  if (kind === 'time') return { column, form: 'time', confidence: 0.6 + byName, isOpen: false };
  if (kind === 'text') {
    const [format] = timeOfDayFormats(distinct.map(String));
    if (format === undefined || (/^H+M+S*$/.test(format) && !named)) return undefined;
    return { column, form: 'text', format, confidence: 0.6 + byName, isOpen: false };
  }
  const numbers = kind === 'number' ? wholeNumbers(column) : undefined;
  if (!numbers || numbers.some((number) => number < 0 || number > 2359)) return undefined;
  // Durations are numbers of the same size.
  if (wordIn(measureWords, name) !== undefined) return undefined;
  if (!named && wordIn(secondsWords, name) !== undefined) return undefined;
  const isHhmm = numbers.every((number) => number % 100 < 60);
  const isMinutes = numbers.every((number) => number < 1440 && number % 15 === 0);
  if (!isHhmm && numbers.some((number) => number >= 1440)) return undefined;
  // As minutes since midnight more than an hour and a half would hold a number such as 60, 75 or 190.
  const isWide = Math.max(...numbers) - Math.min(...numbers) >= 100 && numbers.length >= 6;
  const isOpen = isHhmm && isMinutes && !isWide;
  const onGrid = numbers.every((number) => number % 5 === 0);
  const confidence =
    0.2 + byName + (onGrid ? 0.2 : 0) + (numbers.length > 3 ? 0.15 : 0) - (isOpen ? 0.05 : 0);
  return { column, form: isHhmm ? 'hhmm' : 'minutes', confidence, isOpen };
}
