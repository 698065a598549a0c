import { figureOf, type Place, shortNumber, type Unpack } from './packed-text.ts';

const comma = ','.charCodeAt(0);
const opened = '['.charCodeAt(0);
const closed = ']'.charCodeAt(0);
const quote = '"'.charCodeAt(0);
const backslash = '\\'.charCodeAt(0);

/** Takes the rows out of `<rows>[[field, …], …]`: not by `JSON.parse`, which rounds what a double does not hold. */
export function unpackJson(...[packed, fieldCount, firstFigure, take]: Parameters<Unpack>): boolean {
  const end = packed.length - 1;
  const place: Place = { at: packed.indexOf('[') };
  const count = Number(packed.slice(0, Math.max(place.at, 0)) || Number.NaN);
  if (!Number.isInteger(count) || packed.charCodeAt(end) !== closed) return false;
  place.at += 1;
  if (place.at === end) return count === 0;
  const row = new Array<unknown>(fieldCount).fill(null);
  /** The texts of the row before as they are written: time stamps mostly are the same. */
  const before = new Array<string | undefined>(firstFigure);
  let rows = 0;
  let isWhole = true;
  while (packed.charCodeAt(place.at) === opened) {
    for (let field = 0; field < fieldCount; field += 1) {
      place.at += 1;
      if (field < firstFigure) readText(field);
      else row[field] = shortFigure() ?? fieldValue(figureOf);
      if (packed.charCodeAt(place.at) !== (field === fieldCount - 1 ? closed : comma)) return false;
    }
    rows += 1;
    take(row);
    place.at += 1;
    if (packed.charCodeAt(place.at) !== comma) break;
    place.at += 1;
  }
  return isWhole && rows === count && place.at === end;

  function readText(field: number): void {
    const from = place.at;
    const known = before[field];
    // A text that is the one before is the same string: whoever reads it may compare by identity.
    if (known !== undefined && packed.startsWith(known, from) && isEnd(from + known.length)) {
      place.at = from + known.length;
      return;
    }
    row[field] = fieldValue((text) => text);
    before[field] = packed.slice(from, place.at);
  }

  function shortFigure(): number | undefined {
    const from = place.at;
    const number = shortNumber(packed, place);
    if (number !== undefined && isEnd(place.at)) return number;
    place.at = from;
    return undefined;
  }

  /** The text of a string, null, or what `bare` makes of anything else. */
  function fieldValue(bare: (text: string) => number | string): number | string | null {
    const from = place.at;
    if (packed.charCodeAt(from) === quote) {
      const hasEscapes = skipString();
      return hasEscapes ? unescaped(from) : packed.slice(from + 1, place.at - 1);
    }
    while (place.at < end && !isEnd(place.at)) place.at += 1;
    const text = packed.slice(from, place.at);
    return text === 'null' ? null : bare(text);
  }

  /** Moves behind the string that begins here; gives whether it has escapes. */
  function skipString(): boolean {
    let hasEscapes = false;
    for (place.at += 1; place.at < end; place.at += 1) {
      const code = packed.charCodeAt(place.at);
      if (code === quote) break;
      if (code !== backslash) continue;
      hasEscapes = true;
      place.at += 1;
    }
    place.at += 1;
    return hasEscapes;
  }

  function unescaped(from: number): string {
    try {
      return JSON.parse(packed.slice(from, place.at));
    } catch {
      isWhole = false;
      return '';
    }
  }

  function isEnd(index: number): boolean {
    const code = packed.charCodeAt(index);
    return code === comma || code === closed;
  }
}
