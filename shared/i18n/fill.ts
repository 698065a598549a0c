import type { Formats } from './formats.ts';

/** What a message names, by placeholder. */
export type MessageValues = Readonly<Record<string, unknown>>;

/** Under these names stand days, `YYYY-MM-DD`; what reads otherwise there is something else. */
const dayNames: ReadonlySet<string> = new Set(['day', 'fromDay', 'toDay', 'from', 'to']);
const isoDay = /^\d{4}-\d{2}-\d{2}$/;

/**
 * A sentence with its places filled in; undefined where there is nothing to fill in.
 *
 * `{{name}}` stands as it is, a day as the reader writes days. `{{name, number}}` is a quantity, written with the
 * reader's signs: numbers that are names (a run, a line, a port) and those to be typed stay as they are.
 * `{{name|value|values}}` is the word that goes with the quantity.
 *
 * @param tell what else a value may be, as text
 */
export function filledTemplate(
  template: string,
  values: MessageValues,
  formats: Formats,
  tell: (value: unknown) => string | undefined,
): string | undefined {
  let isWhole = true;
  const text = template.replace(
    /{{(\w+)(?:(, number)|\|([^|}]*)\|([^|}]*))?}}/g,
    (_, name: string, isNumber?: string, one?: string, several?: string) => {
      const value = values[name];
      const filled =
        typeof value === 'number' && one !== undefined && several !== undefined
          ? formats.counted(value, one, several)
          : typeof value === 'number' && isNumber !== undefined
            ? formats.figure(value)
            : isDayOf(name, value)
              ? formats.day(value)
              : tell(value);
      isWhole &&= filled !== undefined;
      return filled ?? '';
    },
  );
  return isWhole ? text : undefined;
}

/** An English sentence that is made already, with its days as the reader writes them. */
export function withDaysWritten(sentence: string, values: MessageValues, formats: Formats): string {
  let text = sentence;
  for (const [name, value] of Object.entries(values)) {
    if (!isDayOf(name, value)) continue;
    // Neither what is quoted from the source, nor a part of a stamp, a path or an option to be typed.
    text = text.replace(new RegExp(`(?<![\\w"/:.-])${value}(?![\\w"/:-])`, 'g'), formats.day(value));
  }
  return text;
}

function isDayOf(name: string, value: unknown): value is string {
  return dayNames.has(name) && typeof value === 'string' && isoDay.test(value);
}
