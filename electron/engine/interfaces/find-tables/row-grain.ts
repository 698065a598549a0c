import type { Proposal } from '#shared/contract/find-tables.ts';
import { compileStampFormat, parseIsoLocal } from '#shared/domain/time/stamp.ts';
import { type ColumnFacts, wholeNumbers } from './column-facts.ts';
import { question, reason } from './reasons.ts';
import type { StampCandidate } from './stamp-candidates.ts';
import { textForms } from './stamp-forms.ts';
import { intervalWords, wordIn } from './words.ts';

export interface RowGrain {
  readonly rows: Proposal['rows'];
  readonly questions: Proposal['questions'];
}

const usualMinutes = [60, 30, 20, 15, 10, 5];
/** Fewer stamps than these may lie on a grid by chance. */
const enoughStamps = 4;

/** Whether rows are calls or the figures of so many minutes, by where on the clock the stamps lie. */
export function rowGrain(columns: readonly ColumnFacts[], stamp: StampCandidate | undefined): RowGrain {
  const byColumn = intervalColumn(columns);
  if (byColumn) {
    const { name, minutes } = byColumn;
    const why = reason('interval-column', `${name} says ${minutes} minutes.`, { column: name, minutes });
    return { rows: { value: minutes, confidence: 0.95, reasons: [why] }, questions: [] };
  }
  const seconds = stamp ? secondsOf(columns, stamp.choice) : [];
  if (seconds.length < enoughStamps) {
    if (!stamp) return { rows: nothing, questions: [] };
    return asked(
      'rows',
      'The rows seen do not tell of how many minutes they are. Choose the interval, or rows per call.',
    );
  }
  const clock = seconds.map((second) => ((second % 86_400) + 86_400) % 86_400);
  if (clock.every((second) => second === 0)) {
    return asked(
      'daily',
      'All stamps seen are at midnight: the table may hold whole days. Choose another table, or the interval.',
    );
  }
  const grid = clock.reduce(commonDivisor) / 60;
  const minutes = usualMinutes.find((one) => grid % one === 0);
  if (minutes === undefined) {
    const why = reason('calls', 'The stamps lie on no grid of minutes: each row is a call.');
    return { rows: { value: 'calls', confidence: 0.9, reasons: [why] }, questions: [] };
  }
  const why = reason('interval', `The stamps lie ${minutes} minutes apart.`, { minutes });
  return {
    rows: { value: minutes, confidence: seconds.length >= 8 ? 0.9 : 0.75, reasons: [why] },
    questions: [],
  };
}

const nothing: Proposal['rows'] = { confidence: 0, reasons: [] };

function asked(variant: string, message: string): RowGrain {
  return {
    rows: nothing,
    questions: [{ about: 'rows', message: question(variant, message), options: ['15', '30', '60', 'calls'] }],
  };
}

/** `intrvl` with 15, 30 or 60 in every row. */
function intervalColumn(columns: readonly ColumnFacts[]): { name: string; minutes: number } | undefined {
  for (const column of columns) {
    if (column.kind !== 'number' || wordIn(intervalWords, column.name) === undefined) continue;
    const [value, ...others] = wholeNumbers(column) ?? [];
    if (value === undefined || others.length > 0 || column.filled < column.values.length) continue;
    const minutes = value === 900 || value === 1800 || value === 3600 ? value / 60 : value;
    if ([15, 30, 60].includes(minutes)) return { name: column.name, minutes };
  }
  return undefined;
}

/** The distinct stamps in seconds of the source's own clock. */
function secondsOf(columns: readonly ColumnFacts[], choice: StampCandidate['choice']): number[] {
  const find = (name: string) => columns.find((column) => column.name === name);
  if (choice.kind === 'column') {
    const values = find(choice.column)?.distinct ?? [];
    // Where day and month are not told apart yet, either tells the time of the day.
    const isOpen = choice.format === '';
    const [form] = isOpen ? textForms(values.map(String)) : [];
    const read = reader(form?.format === undefined ? choice : { ...choice, format: form.format });
    return values.flatMap((value) => read(value) ?? []);
  }
  const time = find(choice.timeColumn);
  // The date does not matter for the grid, and one date is enough for it.
  return (time?.distinct ?? []).flatMap((value) => timeOfDaySeconds(value, choice) ?? []);
}

function reader(
  choice: Extract<StampCandidate['choice'], { kind: 'column' }>,
): (value: string | number) => number | undefined {
  if (choice.type === 'unix') return Number;
  if (choice.type === 'unix-ms') return (value) => Math.floor(Number(value) / 1000);
  if (choice.type === 'text' && choice.format !== undefined) {
    const format = compileStampFormat(choice.format);
    return (value) => format.parse(String(value));
  }
  return (value) => {
    const stamp = parseIsoLocal(String(value).trim());
    return stamp === undefined ? undefined : 'utc' in stamp ? stamp.utc : stamp.local;
  };
}

function timeOfDaySeconds(
  value: string | number,
  { timeForm, timeFormat }: Extract<StampCandidate['choice'], { kind: 'date-and-time' }>,
): number | undefined {
  if (timeForm === 'minutes') return Number(value) * 60;
  if (timeForm === 'hhmm') return (Math.floor(Number(value) / 100) * 60 + (Number(value) % 100)) * 60;
  if (timeForm === 'text' && timeFormat !== undefined)
    return compileStampFormat(timeFormat).parse(String(value));
  const stamp = parseIsoLocal(`1970-01-01 ${String(value).trim()}`);
  return stamp && 'local' in stamp ? stamp.local : undefined;
}

function commonDivisor(one: number, other: number): number {
  return other === 0 ? one : commonDivisor(other, one % other);
}
