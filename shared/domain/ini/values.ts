/** Why a value of the ini could not be read; a finding of the check adds file and line. */
export interface ValueProblem {
  readonly code: 'VALUE_NOT_NUMBER' | 'VALUE_NOT_FLAG' | 'VALUE_OPEN_QUOTE' | 'VALUE_OPEN_PARENTHESIS';
  /** States what is wrong and what to write instead. */
  readonly message: string;
  readonly details: { readonly value: string };
}

export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: ValueProblem };

const read = <T>(value: T): Reading<T> => ({ ok: true, value });

const unread = (code: ValueProblem['code'], value: string, message: string): Reading<never> => ({
  ok: false,
  problem: { code, message, details: { value } },
});

const NUMBER = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)$/;

/** True for what counts as a number in the ini: an optional sign, digits, a decimal point or comma. */
export function isNumberText(text: string): boolean {
  return NUMBER.test(text.trim());
}

/**
 * The value without ONE outer pair of quotes: `"abc"` is `abc`, `'"EventType"'` is `"EventType"`, and
 * `""Timestamp""` is `"Timestamp"` (the SQL-quoted name remains).
 *
 * A pair is an outer one only when the first quote is closed by the last: `"a" || "b"` is an expression of two
 * names and stays. Read that way `""Timestamp""` would be two empty names with a word between them, which no
 * SQL is; so doubled quotes right against a name at both ends are an outer pair around a quoted name.
 */
export function unquote(text: string): string {
  const trimmed = text.trim();
  const quote = trimmed[0];
  const last = trimmed.length - 1;
  if ((quote !== '"' && quote !== "'") || last < 1 || trimmed[last] !== quote) return trimmed;
  const inner = trimmed.slice(1, last);
  if (closingQuote(trimmed, 0) === last) return inner;
  const doubledAtBothEnds = inner.length > 2 && inner.startsWith(quote) && inner.endsWith(quote);
  return doubledAtBothEnds && NAME_EDGE.test(inner[1]!) && NAME_EDGE.test(inner.at(-2)!) ? inner : trimmed;
}

const NAME_EDGE = /[\p{L}\p{N}_$#@[\]()]/u;

/** Index of the quote that closes the one at `from` (a doubled quote stands for itself), -1 when none does. */
function closingQuote(text: string, from: number): number {
  const quote = text[from]!;
  for (let i = text.indexOf(quote, from + 1); i >= 0; i = text.indexOf(quote, i + 2)) {
    if (text[i + 1] !== quote) return i;
  }
  return -1;
}

/**
 * The value without a note behind it, as in `15 ;(minutes)`. `;` also separates lists, so a note is only seen where
 * the text before it is a number; ask only for keys that hold a number or a flag.
 */
export function withoutNote(text: string): string {
  const at = text.indexOf(';');
  if (at < 0) return text.trim();
  const before = text.slice(0, at).trim();
  return isNumberText(unquote(before)) ? before : text.trim();
}

/**
 * What stands behind the number in `15 ;(minutes)`, blanks included, or `''`. Stricter than {@link withoutNote},
 * as it does not know the key: `0 ;1` may be a list, so the note has to have a letter.
 */
export function noteBehindNumber(text: string): string {
  const at = text.indexOf(';');
  if (at < 0) return '';
  const before = text.slice(0, at).trimEnd();
  const note = text.slice(before.length);
  return before.length < at && isNumberText(before) && /\p{L}/u.test(note) ? note : '';
}

/** A number: sign, decimal point or comma, quotes around it and a note behind it are understood. */
export function numberValue(text: string): Reading<number> {
  const plain = unquote(withoutNote(text));
  if (!isNumberText(plain))
    return unread('VALUE_NOT_NUMBER', plain, `"${plain}" is not a number. Write digits only.`);
  return read(Number(plain.replace(',', '.')));
}

/** A switch: 0/1, yes/no, true/false in any case; a note behind a 0 or 1 is understood. */
export function flagValue(text: string): Reading<boolean> {
  const plain = unquote(withoutNote(text)).toLowerCase();
  if (plain === '1' || plain === 'yes' || plain === 'true') return read(true);
  if (plain === '0' || plain === 'no' || plain === 'false') return read(false);
  return unread('VALUE_NOT_FLAG', plain, `"${plain}" is neither on nor off. Write 1 or 0.`);
}

/**
 * The parts of a `;` list, each without blanks and without its outer quotes. A `;` inside quotes, backticks,
 * brackets or parentheses does not separate. One pair of quotes around the whole list is taken off. A part in the
 * middle may be empty, since lists are matched by place; a `;` at the end adds no part.
 */
export function listValue(text: string): Reading<string[]> {
  const parts = splitList(text);
  if (!parts.ok) return parts;
  if (parts.value.length !== 1) return read(parts.value.map(unquote));
  const whole = unquote(parts.value[0]!);
  if (whole === parts.value[0] || !whole.includes(';')) return read([whole]);
  const inner = splitList(whole);
  return inner.ok ? read(inner.value.map(unquote)) : inner;
}

const CLOSER_OF: Readonly<Record<string, string>> = { '"': '"', "'": "'", '`': '`', '[': ']' };

function splitList(text: string): Reading<string[]> {
  const parts: string[] = [];
  let from = 0;
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    const closer = CLOSER_OF[char];
    if (closer !== undefined) {
      // A bracket that is not closed is part of a name, a quote that is not closed swallows the rest of the list.
      const end = text.indexOf(closer, i + 1);
      if (end >= 0) i = end;
      else if (char !== '[') return openQuote(text.slice(i));
    } else if (char === '(') {
      depth += 1;
    } else if (char === ')') {
      depth = Math.max(0, depth - 1);
    } else if (char === ';' && depth === 0) {
      parts.push(text.slice(from, i).trim());
      from = i + 1;
    }
  }
  if (depth > 0) {
    const part = text.slice(from).trim();
    const message = `A parenthesis in "${part}" is not closed. Add the missing ")".`;
    return unread('VALUE_OPEN_PARENTHESIS', part, message);
  }
  const last = text.slice(from).trim();
  if (last !== '') parts.push(last);
  return read(parts);
}

function openQuote(from: string): Reading<never> {
  const value = from.slice(0, 40);
  return unread('VALUE_OPEN_QUOTE', value, `The quote before ${value} is not closed. Close it.`);
}

// No SQL begins with a quoted name `SELECT … FROM …`: such quotes stand around the statement, whatever names it quotes itself.
const QUOTED_STATEMENT = /^(["'])\s*select\s.*\sfrom\s.*\1$/is;

/** A statement without its outer quotes and without the `;` at its end, which some drivers refuse. */
export function sqlValue(text: string): string {
  const written = withoutSemicolon(text);
  const plain = QUOTED_STATEMENT.test(written) ? written.slice(1, -1) : unquote(written);
  return withoutSemicolon(plain);
}

function withoutSemicolon(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === ';' || text[end - 1]!.trim() === '')) end -= 1;
  return text.slice(0, end).trim();
}
