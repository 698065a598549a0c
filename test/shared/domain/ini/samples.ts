import fc from 'fast-check';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export const textOf = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

const lineTexts = fc.oneof(
  fc.constantFrom(
    '',
    '  ',
    '[General]',
    '[Bank] the retail queues',
    ' [ bank ]',
    '[]',
    '[open',
    '; a comment',
    '#TimeZone=-2',
    'Source=Dsn',
    'source = other ',
    '\tInterval\t=\t15 ;(minutes)',
    'Interval=30',
    'no key here',
    '=no key',
    'name=Zürich',
    'x=\0',
    '\u2028',
  ),
  fc.string({ unit: fc.constantFrom(...' =;[]#\t"aB1é\0'), maxLength: 12 }),
);

const lineEnds = fc.constantFrom('\r\n', '\r\n', '\n', '\r');

/** Texts that look like the ini files people have: any line end, the last line with or without one. */
export const anyIniText = fc
  .tuple(
    fc.array(
      fc.tuple(lineTexts, lineEnds).map(([text, end]) => text + end),
      { maxLength: 25 },
    ),
    lineTexts,
  )
  .map(([lines, last]) => lines.join('') + last);

/** The same as bytes: UTF-8 with and without mark, Windows-1252, now and then plain noise. */
export const anyIniBytes = fc
  .oneof(
    anyIniText.map((text) => Array.from(bytesOf(text))),
    anyIniText.map((text) => [0xef, 0xbb, 0xbf, ...bytesOf(text)]),
    anyIniText.map((text) => Array.from(text, (char) => char.charCodeAt(0) & 0xff)),
    fc.uint8Array({ maxLength: 100 }).map((bytes) => Array.from(bytes)),
  )
  .map((bytes) => Uint8Array.from(bytes))
  .filter((bytes) => !(bytes[0]! >= 0xfe && bytes[1]! >= 0xfe));
