import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText, encodeText } from '#shared/domain/ini/bytes.ts';
import { XlinkError } from '#shared/rpc/errors.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const codeOf = (run: () => unknown): string | undefined => {
  try {
    run();
  } catch (error) {
    return error instanceof XlinkError ? error.code : 'not an XlinkError';
  }
  return undefined;
};

describe('Reading the bytes of a text file', () => {
  it('takes pure ASCII and valid UTF-8 as UTF-8', () => {
    expect(decodeText(utf8('plain'))).toEqual({ text: 'plain', encoding: 'utf-8' });
    expect(decodeText(utf8('Grüße 漢 😀'))).toEqual({ text: 'Grüße 漢 😀', encoding: 'utf-8' });
  });

  it('leaves the byte order mark out of the text and remembers it', () => {
    expect(decodeText(Uint8Array.of(0xef, 0xbb, 0xbf, 0x41))).toEqual({ text: 'A', encoding: 'utf-8-bom' });
  });

  it('takes everything else as Windows-1252, in which each of the 256 bytes is a character', () => {
    const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const { text, encoding } = decodeText(all);
    expect(encoding).toBe('windows-1252');
    expect(new Set(text).size).toBe(256);
    expect(text).toContain('€');
    expect(encodeText(text, encoding)).toEqual(all);
  });

  it('agrees with the platform on what is valid UTF-8 and what it says', () => {
    const nearUtf8 = fc
      .tuple(fc.string({ unit: 'binary' }), fc.array(fc.integer({ min: 0x7e, max: 0xff }), { maxLength: 5 }))
      .map(([text, tail]) => Uint8Array.of(...utf8(text), ...tail));
    fc.assert(
      fc.property(nearUtf8, (bytes) => {
        fc.pre(!(bytes[0] === 0xff && bytes[1] === 0xfe) && !(bytes[0] === 0xfe && bytes[1] === 0xff));
        const { text, encoding } = decodeText(bytes);
        let expected: string | undefined;
        try {
          expected = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
        } catch {
          expected = undefined;
        }
        expect(encoding === 'windows-1252').toBe(expected === undefined);
        expect(text).toBe(expected ?? new TextDecoder('windows-1252').decode(bytes));
      }),
      { numRuns: 3000 },
    );
  });

  it('refuses UTF-16, which it would corrupt', () => {
    expect(codeOf(() => decodeText(Uint8Array.of(0xff, 0xfe, 0x41, 0)))).toBe('INI_UTF16');
    expect(codeOf(() => decodeText(Uint8Array.of(0xfe, 0xff, 0, 0x41)))).toBe('INI_UTF16');
  });
});

describe('Writing a text back', () => {
  it('gives back the bytes that were read, whatever they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        fc.pre(!(bytes[0] === 0xff && bytes[1] === 0xfe) && !(bytes[0] === 0xfe && bytes[1] === 0xff));
        const { text, encoding } = decodeText(bytes);
        expect(encodeText(text, encoding)).toEqual(bytes);
      }),
      { numRuns: 3000 },
    );
  });

  it('says which character of which line Windows-1252 cannot hold, and never writes a "?" for it', () => {
    try {
      encodeText('[A]\r\nname=Łódź\r\n', 'windows-1252');
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ code: 'INI_ENCODING', details: { line: 2, character: 'Ł' } });
    }
  });

  it('refuses half a surrogate pair, which UTF-8 cannot hold', () => {
    expect(codeOf(() => encodeText('a\ud800b', 'utf-8'))).toBe('INI_ENCODING');
  });

  it('refuses bytes that would be read as another encoding next time', () => {
    expect(codeOf(() => encodeText('Ã©', 'windows-1252'))).toBe('INI_ENCODING');
    expect(codeOf(() => encodeText('ÿþ', 'windows-1252'))).toBe('INI_ENCODING');
    expect(codeOf(() => encodeText('\uFEFFa', 'utf-8'))).toBe('INI_ENCODING');
  });

  it('reads back what it wrote, for every text an encoding takes', () => {
    const encodings = fc.constantFrom('utf-8' as const, 'utf-8-bom' as const, 'windows-1252' as const);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), encodings, (text, encoding) => {
        let bytes: Uint8Array;
        try {
          bytes = encodeText(text, encoding);
        } catch (error) {
          expect(error).toMatchObject({ code: 'INI_ENCODING' });
          return;
        }
        expect(decodeText(bytes).text).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });
});
