import type { Message } from '#shared/contract/common.ts';
import type { Proposal, StampChoice } from '#shared/contract/find-tables.ts';
import { formatIsoLocal, parseIsoLocal } from '#shared/domain/time/stamp.ts';
import { type ColumnFacts, wholeNumbers } from './column-facts.ts';
import { dateAndTimeCandidates } from './date-and-time.ts';
import { isMidnightOnly, ratedByName } from './rating.ts';
import { question, reason } from './reasons.ts';
import { textForms } from './stamp-forms.ts';

export type StampCandidate = Proposal['stamps'][number];

export interface StampFindings {
  readonly stamps: readonly StampCandidate[];
  readonly questions: Proposal['questions'];
}

/** The years in which Unix seconds are believed: a year of two beyond today is no call that was counted. */
const firstBelievedUtc = Date.UTC(2000, 0, 1) / 1000;
const yearSeconds = 366 * 86_400;

/** Columns, and pairs of date and time, that may be the start of an interval or call. The likeliest first. */
export function stampCandidates(columns: readonly ColumnFacts[], nowUtc: number): StampFindings {
  const questions: Proposal['questions'] = [];
  const single = columns.flatMap((column) => candidatesOf(column, nowUtc, questions));
  const whole = single.filter(({ confidence }) => confidence >= 0.7);
  const pairs = dateAndTimeCandidates(columns, questions, whole.length > 0);
  const stamps = [...single, ...pairs].sort((one, other) => other.confidence - one.confidence);
  return { stamps, questions };
}

function candidatesOf(
  column: ColumnFacts,
  nowUtc: number,
  questions: Proposal['questions'],
): StampCandidate[] {
  const { name, kind } = column;
  const make = (choice: StampChoice, certainty: number, ...why: Message[]): StampCandidate => {
    const rated = ratedByName(column, certainty);
    return { choice, confidence: rated.confidence, reasons: [...rated.reasons, ...why] };
  };
  if (kind === 'date-time') {
    const texts = column.distinct.map(String);
    if (texts.length === 0 || texts.every((text) => parseIsoLocal(text))) {
      // A date only, kept in a column with room for the time.
      if (isMidnightOnly(texts)) return [];
      return [make({ kind: 'column', column: name, type: 'datetime' }, 0.7, dateTimeType(column))];
    }
    // SQLite keeps whatever is written into a column of any type.
  }
  if (kind === 'number' || kind === 'date-time') {
    const numbers = wholeNumbers(column);
    const unix = numbers && unixCandidate(column, numbers, nowUtc);
    // Exact where a clock is set back, so it comes before a wall clock time beside it.
    if (unix) return [make(unix.choice, 0.77, unix.why)];
  }
  if (kind === 'text' || kind === 'number' || kind === 'date-time') {
    const texts = column.distinct.map(String);
    const forms = textForms(texts).filter(({ hasDate, hasTime }) => hasDate && hasTime);
    const [form] = forms;
    if (!form) return [];
    const example = texts[0]!;
    const why =
      form.format === undefined
        ? reason('iso-text', `Its texts are times in the ISO form, for example ${example}.`, { example })
        : reason('text-format', `Its texts fit ${form.format}, for example ${example}.`, {
            format: form.format,
            example,
          });
    if (forms.length > 1) {
      questions.push({
        about: 'stamp',
        message: question(
          'day-month',
          `Day and month cannot be told apart in ${name}, for example ${example}. Choose the format.`,
          { column: name, example },
        ),
        options: forms.flatMap(({ format }) => format ?? []),
      });
      const open = reason('day-month', `Its texts are dates with a time, for example ${example}.`, {
        example,
      });
      // No format yet: the operator says which.
      return [make({ kind: 'column', column: name, type: 'text', format: '' }, 0.6, open)];
    }
    const format = form.format === undefined ? {} : { format: form.format };
    return [make({ kind: 'column', column: name, type: 'text', ...format }, 0.7, why)];
  }
  return [];
}

function dateTimeType(column: ColumnFacts): Message {
  return reason('date-time-type', `Its type is a date with a time: ${column.type}.`, { type: column.type });
}

function unixCandidate(
  { name }: ColumnFacts,
  numbers: readonly number[],
  nowUtc: number,
): { choice: StampChoice; why: Message } | undefined {
  for (const [type, perSecond] of [
    ['unix', 1],
    ['unix-ms', 1000],
  ] as const) {
    const seconds = numbers.map((number) => number / perSecond);
    if (!seconds.every((one) => one >= firstBelievedUtc && one < nowUtc + yearSeconds)) continue;
    const value = numbers[0]!;
    const time = formatIsoLocal(Math.floor(seconds[0]!)).replace('T', ' ');
    const unit = type === 'unix' ? 'Unix seconds' : 'Unix milliseconds';
    return {
      choice: { kind: 'column', column: name, type },
      why: reason(type, `Its numbers are ${unit}: ${value} is ${time} UTC.`, { value, time }),
    };
  }
  return undefined;
}
