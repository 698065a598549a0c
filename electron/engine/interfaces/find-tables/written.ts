import { listValue, sqlValue, unquote } from '#shared/domain/ini/values.ts';
import { XlinkError } from '#shared/rpc/errors.ts';

/*
 * The ini reader takes one outer pair of quotes off and splits lists at `;`. So a name in quotes is written with
 * quotes around it, `""Timestamp""` or `'"a;b"'`: what is written here is what the reader gives back.
 */

const forms: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `"${text}"`,
  (text) => `'${text}'`,
];

/** A statement or table for a key that holds one. */
export function writtenSql(text: string): string {
  return firstForm(text, forms, (written) => sqlValue(written) === text);
}

/** An expression for a key that holds one; in parentheses it means the same, and no quotes are taken off. */
export function writtenExpression(text: string): string {
  const found = forms.map((form) => form(text)).find((written) => sqlValue(written) === text);
  return found ?? firstForm(text, [(one) => `(${one})`], (written) => sqlValue(written) === written);
}

/** A text for a key that holds one, such as a format. */
export function writtenText(text: string): string {
  return firstForm(text, forms, (written) => unquote(written) === text);
}

/** Names and expressions for a key that holds a `;` list. */
export function writtenList(items: readonly string[]): string {
  const written = items.map((item) => {
    const isRead = (form: string, wanted: string) => {
      // What follows may close a bracket that a name has opened.
      const read = listValue(items.length === 1 ? form : `${form};]x`);
      return read.ok && read.value.length === Math.min(2, items.length) && read.value[0] === wanted;
    };
    const found = forms.map((form) => form(item)).find((form) => isRead(form, item));
    return found ?? firstForm(item, [(text) => `(${text})`], (form) => isRead(form, form));
  });
  return written.join(';');
}

function firstForm(
  text: string,
  all: readonly ((text: string) => string)[],
  isRead: (written: string) => boolean,
): string {
  const found = all.map((form) => form(text)).find((written) => !/[\r\n]/.test(written) && isRead(written));
  if (found !== undefined) return found;
  throw new XlinkError(
    'FIND_TABLES_NOT_WRITABLE',
    `"${text}" cannot be written in isps_ul.ini. Make a view in the source with plainer names.`,
    { name: text },
  );
}
