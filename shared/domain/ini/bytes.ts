import { XlinkError } from '../../rpc/errors.ts';

/** How the bytes of a text file of the home are to be read and written back. */
export type TextEncoding = 'utf-8' | 'utf-8-bom' | 'windows-1252';

export interface DecodedText {
  /** The text without the byte order mark. */
  readonly text: string;
  readonly encoding: TextEncoding;
}

/**
 * Reads the bytes of a text file so that {@link encodeText} gives the same bytes back.
 *
 * Valid UTF-8 is UTF-8 (so is pure ASCII), anything else is Windows-1252, in which every byte is a character.
 * Throws `INI_UTF16` for a file that starts with the byte order mark of UTF-16.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (startsLikeUtf16(bytes)) {
    throw new XlinkError(
      'INI_UTF16',
      'The file is stored as UTF-16 ("Unicode"). Save it as UTF-8 or ANSI and try again.',
      { firstBytes: [bytes[0], bytes[1]] },
    );
  }
  const hasMark = startsWithUtf8Mark(bytes);
  const text = decodeUtf8(bytes, hasMark ? 3 : 0);
  if (text !== undefined) return { text, encoding: hasMark ? 'utf-8-bom' : 'utf-8' };
  return { text: decodeWindows1252(bytes), encoding: 'windows-1252' };
}

/**
 * The bytes of a text in the encoding its file has.
 *
 * Throws `INI_ENCODING` (details: `encoding`, `line`, `character`) when the encoding cannot hold a character, or
 * when the bytes would be taken for another encoding on the next reading. A character is never replaced.
 */
export function encodeText(text: string, encoding: TextEncoding): Uint8Array {
  if (encoding === 'windows-1252') {
    const bytes = encodeWindows1252(text);
    if (startsLikeUtf16(bytes) || (hasHighByte(bytes) && decodeUtf8(bytes, 0) !== undefined)) {
      throw new XlinkError(
        'INI_ENCODING',
        'Written as Windows-1252, this text would be read as another encoding next time. Save the file as UTF-8.',
        { encoding },
      );
    }
    return bytes;
  }
  if (encoding === 'utf-8' && text.startsWith('\uFEFF')) {
    throw unencodable(text, 0, encoding);
  }
  return encodeUtf8(text, encoding === 'utf-8-bom');
}

function startsLikeUtf16(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

function startsWithUtf8Mark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function hasHighByte(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte >= 0x80) return true;
  return false;
}

/** The text, or `undefined` when the bytes are not well-formed UTF-8. */
function decodeUtf8(bytes: Uint8Array, from: number): string | undefined {
  const units = new Uint16Array(bytes.length - from);
  let count = 0;
  for (let i = from; i < bytes.length; ) {
    const lead = bytes[i]!;
    if (lead < 0x80) {
      units[count++] = lead;
      i += 1;
      continue;
    }
    const length = lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead <= 0xf4 ? 4 : 0;
    if (lead < 0xc2 || length === 0 || i + length > bytes.length) return undefined;
    let code = length === 2 ? lead & 0x1f : length === 3 ? lead & 0x0f : lead & 0x07;
    for (let k = 1; k < length; k++) {
      const next = bytes[i + k]!;
      if ((next & 0xc0) !== 0x80) return undefined;
      code = (code << 6) | (next & 0x3f);
    }
    const overlong = (length === 3 && code < 0x800) || (length === 4 && code < 0x10000);
    if (overlong || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
    if (code >= 0x10000) {
      units[count++] = 0xd800 + ((code - 0x10000) >> 10);
      units[count++] = 0xdc00 + ((code - 0x10000) & 0x3ff);
    } else {
      units[count++] = code;
    }
    i += length;
  }
  return textOfUnits(units.subarray(0, count));
}

function encodeUtf8(text: string, withMark: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 3 + 3);
  let count = 0;
  if (withMark) {
    bytes.set([0xef, 0xbb, 0xbf]);
    count = 3;
  }
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i)!;
    if (code < 0x80) {
      bytes[count++] = code;
    } else if (code < 0x800) {
      bytes[count++] = 0xc0 | (code >> 6);
      bytes[count++] = 0x80 | (code & 0x3f);
    } else if (code < 0x10000) {
      if (code >= 0xd800 && code <= 0xdfff) throw unencodable(text, i, withMark ? 'utf-8-bom' : 'utf-8');
      bytes[count++] = 0xe0 | (code >> 12);
      bytes[count++] = 0x80 | ((code >> 6) & 0x3f);
      bytes[count++] = 0x80 | (code & 0x3f);
    } else {
      bytes[count++] = 0xf0 | (code >> 18);
      bytes[count++] = 0x80 | ((code >> 12) & 0x3f);
      bytes[count++] = 0x80 | ((code >> 6) & 0x3f);
      bytes[count++] = 0x80 | (code & 0x3f);
      i += 1;
    }
  }
  return bytes.slice(0, count);
}

/** Windows-1252 from 0x80 to 0x9F; the five bytes without a character keep their own number, as browsers do. */
const HIGH_CONTROLS = [
  0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8d,
  0x017d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a,
  0x0153, 0x9d, 0x017e, 0x0178,
] as const;

const BYTE_OF_CODE = new Map<number, number>(HIGH_CONTROLS.map((code, index) => [code, 0x80 + index]));

function decodeWindows1252(bytes: Uint8Array): string {
  const units = new Uint16Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    units[i] = byte >= 0x80 && byte <= 0x9f ? HIGH_CONTROLS[byte - 0x80]! : byte;
  }
  return textOfUnits(units);
}

function encodeWindows1252(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const plain = code < 0x80 || (code >= 0xa0 && code <= 0xff);
    const byte = plain ? code : BYTE_OF_CODE.get(code);
    if (byte === undefined) throw unencodable(text, i, 'windows-1252');
    bytes[i] = byte;
  }
  return bytes;
}

function textOfUnits(units: Uint16Array): string {
  // In pieces, since an argument list of a whole file would overflow the stack.
  const pieces: string[] = [];
  for (let from = 0; from < units.length; from += 8192) {
    pieces.push(String.fromCharCode(...units.subarray(from, from + 8192)));
  }
  return pieces.join('');
}

function unencodable(text: string, index: number, encoding: TextEncoding): XlinkError {
  const character = String.fromCodePoint(text.codePointAt(index)!);
  const line = text.slice(0, index).split(/\r\n|\r|\n/).length;
  const name = encoding === 'windows-1252' ? 'Windows-1252' : 'UTF-8';
  return new XlinkError(
    'INI_ENCODING',
    `Line ${line} has the character "${character}", which a file in ${name} cannot hold. ` +
      (encoding === 'windows-1252' ? 'Save the file as UTF-8 or use another character.' : 'Remove it.'),
    { encoding, line, character },
  );
}
