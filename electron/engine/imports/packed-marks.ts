import { packedField, packedNull, packedRow } from '../interfaces/pack-statement.ts';
import { figureOf, type Place, shortNumber, type Unpack } from './packed-text.ts';

const fieldMark = packedField.charCodeAt(0);
const rowMark = packedRow.charCodeAt(0);

/** Takes the rows out of `<rows>␞field␟field…␞…␞`. */
export function unpackMarked(...[packed, fieldCount, firstFigure, take]: Parameters<Unpack>): boolean {
  // The mark behind the last row: without it the end is missing.
  const end = packed.length - 1;
  const place: Place = { at: packed.indexOf(packedRow) };
  if (place.at < 0) return packed === '0';
  const count = Number(packed.slice(0, place.at));
  if (!Number.isInteger(count) || packed.charCodeAt(end) !== rowMark) return false;
  const row = new Array<unknown>(fieldCount).fill(null);
  /** Where the texts of the row before stood: time stamps mostly are the same. */
  const before = new Array<{ text: string } | undefined>(firstFigure);
  let rows = 0;
  while (place.at < end) {
    place.at += 1;
    for (let field = 0; field < fieldCount; field += 1) {
      if (field < firstFigure) readText(field);
      else readFigure(field);
      const isLast = field === fieldCount - 1;
      const mark = packed.charCodeAt(place.at);
      if (isLast ? place.at < end && mark !== rowMark : mark !== fieldMark) return false;
      if (!isLast) place.at += 1;
    }
    rows += 1;
    take(row);
  }
  return rows === count;

  function readText(field: number): void {
    const from = place.at;
    const known = before[field]?.text;
    // A text that is the one before is the same string: whoever reads it may compare by identity.
    if (known !== undefined && isEnd(from + known.length) && packed.startsWith(known, from)) {
      place.at = from + known.length;
      return;
    }
    const text = fieldText(from);
    before[field] = { text };
    row[field] = text === packedNull ? null : text;
  }

  function readFigure(field: number): void {
    const from = place.at;
    const number = shortNumber(packed, place);
    if (number !== undefined && isEnd(place.at)) {
      row[field] = number;
      return;
    }
    const text = fieldText(from);
    row[field] = text === packedNull ? null : figureOf(text);
  }

  function fieldText(from: number): string {
    place.at = from;
    while (!isEnd(place.at)) place.at += 1;
    return packed.slice(from, place.at);
  }

  function isEnd(index: number): boolean {
    if (index >= end) return true;
    const code = packed.charCodeAt(index);
    return code === fieldMark || code === rowMark;
  }
}
