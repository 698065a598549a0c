/** A value of a column in `COPY … (FORMAT text)`. */
export type Cell = string | number | bigint | boolean | null;

const CHUNK_CHARACTERS = 64 * 1024;

/** Rows as the text that COPY reads, in pieces of bounded size. */
export async function* copyText(
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>,
): AsyncGenerator<string> {
  let text = '';
  for await (const row of rows) {
    text += copyLine(row);
    if (text.length < CHUNK_CHARACTERS) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}

/** PostgreSQL has no NUL in texts; what a source wrote there is shown as a character that could not be read. */
export function storableText(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', '\uFFFD') : text;
}

function copyLine(row: readonly Cell[]): string {
  let line = '';
  for (let index = 0; index < row.length; index += 1) {
    if (index > 0) line += '\t';
    const cell = row[index]!;
    line += cell === null ? '\\N' : typeof cell === 'string' ? escaped(cell) : String(cell);
  }
  return `${line}\n`;
}

const special = /[\\\t\n\r\0]/;
const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\0': '\uFFFD',
};

function escaped(text: string): string {
  return special.test(text) ? text.replace(/[\\\t\n\r\0]/g, (found) => escapes[found]!) : text;
}
