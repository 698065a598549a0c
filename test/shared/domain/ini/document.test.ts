import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entries, getValue, iniBytes, parseIni, sections, sectionText } from '#shared/domain/ini/document.ts';
import { anyIniBytes, bytesOf } from './samples.ts';

const real = bytesOf(
  [
    '; settings of the site in Lyon',
    '[General]',
    'Protocol = 1 ;(logging)',
    'LogDir=C:\\Xlink\\logs',
    '',
    '[Bank] the retail queues',
    'source=BankDsn',
    '#TimeZone=+01:00',
    'ValueTypes=calls;IF(duration>0,1,0);""Wait""',
    'This line says nothing',
    'QueueSQL=SELECT name FROM q WHERE kind = 1;',
    'SOURCE=Other',
    '[bank]',
    'User=late',
  ].join('\r\n'),
);

describe('An ini that nobody edits', () => {
  it('comes back byte for byte, whatever is in it', () => {
    fc.assert(
      fc.property(anyIniBytes, (bytes) => {
        expect(iniBytes(parseIni(bytes))).toEqual(bytes);
      }),
      { numRuns: 5000 },
    );
  });

  it('keeps line ends of all kinds, NUL bytes and a missing final newline', () => {
    const bytes = Uint8Array.from('[A]\r\nx=1\ny=2\r\0\n\r\r\n[B] note\nz', (c) => c.charCodeAt(0));
    expect(iniBytes(parseIni(bytes))).toEqual(bytes);
  });
});

describe('Reading an ini', () => {
  const doc = parseIni(real);

  it('lists the sections in order, with their lines', () => {
    expect(sections(doc)).toEqual([
      { name: 'General', line: 2, duplicate: false },
      { name: 'Bank', line: 6, duplicate: false },
      { name: 'bank', line: 13, duplicate: true },
    ]);
  });

  it('finds sections and keys in any case', () => {
    expect(getValue(doc, 'BANK', 'Source')).toBe('BankDsn');
    expect(getValue(doc, 'general', 'logdir')).toBe('C:\\Xlink\\logs');
  });

  it('reads the first of two sections and the first of two keys, and flags the others', () => {
    expect(getValue(doc, 'Bank', 'User')).toBeUndefined();
    expect(entries(doc, 'Bank').map(({ key, line, duplicate }) => [key, line, duplicate])).toEqual([
      ['source', 7, false],
      ['ValueTypes', 9, false],
      ['QueueSQL', 11, false],
      ['SOURCE', 12, true],
    ]);
  });

  it('gives values raw: notes, quotes, separators and further = stay', () => {
    expect(getValue(doc, 'General', 'Protocol')).toBe('1 ;(logging)');
    expect(getValue(doc, 'Bank', 'ValueTypes')).toBe('calls;IF(duration>0,1,0);""Wait""');
    expect(getValue(doc, 'Bank', 'QueueSQL')).toBe('SELECT name FROM q WHERE kind = 1;');
  });

  it('takes ;comment, #key= and text without = for no keys', () => {
    expect(getValue(doc, 'Bank', 'TimeZone')).toBeUndefined();
    expect(getValue(doc, 'Bank', '#TimeZone')).toBeUndefined();
    expect(doc.lines.filter((line) => line.kind === 'text').map((line) => line.text)).toEqual([
      'This line says nothing',
    ]);
  });

  it('puts keys before the first section into section ""', () => {
    const early = parseIni(bytesOf('a=1\n[S]\na=2\n'));
    expect(getValue(early, '', 'a')).toBe('1');
    expect(getValue(early, 'S', 'a')).toBe('2');
    expect(sections(early)).toHaveLength(1);
  });

  it('reads the first header also where a byte order mark stands before Windows-1252 text', () => {
    const mixed = Uint8Array.of(0xef, 0xbb, 0xbf, ...bytesOf('[S]\nname='), 0xe9);
    expect(getValue(parseIni(mixed), 'S', 'name')).toBe('é');
    expect(iniBytes(parseIni(mixed))).toEqual(mixed);
  });

  it('gives the text of a section for the editor of the file itself', () => {
    expect(sectionText(doc, 'General')).toBe('Protocol = 1 ;(logging)\r\nLogDir=C:\\Xlink\\logs\r\n\r\n');
    expect(sectionText(doc, 'nowhere')).toBeUndefined();
  });

  it('answers 50,000 questions about 50,000 lines by one look through the file', () => {
    const keys = Array.from({ length: 50_000 }, (_, n) => `key${n}`);
    const large = parseIni(bytesOf(`[S]\n${keys.map((key) => `${key}=${key}`).join('\n')}\n`));
    expect(keys.every((key) => getValue(large, 's', key.toUpperCase()) === key)).toBe(true);
  });
});
