import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addSection,
  entries,
  getValue,
  hasSection,
  type IniDocument,
  iniBytes,
  parseIni,
  removeKey,
  removeSection,
  renameSection,
  replaceSectionText,
  sections,
  sectionText,
  setValue,
  withEncoding,
} from '#shared/domain/ini/document.ts';
import { numberValue } from '#shared/domain/ini/values.ts';
import { anyIniBytes, anyIniText, bytesOf, textOf } from './samples.ts';

const ini = (text: string): IniDocument => parseIni(bytesOf(text));
const text = (doc: IniDocument): string => textOf(iniBytes(doc));

describe('Setting a value', () => {
  it('changes the value and nothing else of the line', () => {
    const doc = ini('[A]\r\n  timezone =  -2  \r\nUser=x\r\n');
    expect(text(setValue(doc, 'a', 'TimeZone', '-08:00'))).toBe(
      '[A]\r\n  timezone =  -08:00  \r\nUser=x\r\n',
    );
  });

  it('keeps a note behind a number when the new value is one too', () => {
    const doc = ini('[A]\nInterval = 15 ;(minutes)\n');
    expect(text(setValue(doc, 'A', 'Interval', '30'))).toBe('[A]\nInterval = 30 ;(minutes)\n');
    expect(text(setValue(doc, 'A', 'Interval', 'hourly'))).toBe('[A]\nInterval = hourly\n');
  });

  it('does not take the rest of a list for a note', () => {
    expect(text(setValue(ini('[A]\nLogOffActivities=3 ;4\n'), 'A', 'LogOffActivities', '5'))).toBe(
      '[A]\nLogOffActivities=5\n',
    );
  });

  it('changes the first of two keys, in the first of two sections', () => {
    const doc = ini('[A]\nx=1\nX=2\n[a]\nx=3\n');
    expect(text(setValue(doc, 'A', 'x', '9'))).toBe('[A]\nx=9\nX=2\n[a]\nx=3\n');
  });

  it('adds a new key behind the last entry of the section, with its line end', () => {
    const doc = ini('[A]\r\nx=1\r\n; end of A\r\n\r\n[B]\ny=1\n');
    expect(text(setValue(doc, 'A', 'z', '2'))).toBe('[A]\r\nx=1\r\nz=2\r\n; end of A\r\n\r\n[B]\ny=1\n');
    expect(text(setValue(doc, 'B', 'z', '2'))).toBe('[A]\r\nx=1\r\n; end of A\r\n\r\n[B]\ny=1\nz=2\n');
  });

  it('adds to a file without a final newline and leaves it without one', () => {
    expect(text(setValue(ini('[A]\nx=1'), 'A', 'y', '2'))).toBe('[A]\nx=1\ny=2');
    expect(text(setValue(ini('[A]'), 'A', 'y', '2'))).toBe('[A]\r\ny=2');
  });

  it('adds the section where there is none', () => {
    expect(text(setValue(ini('[A]\nx=1\n'), 'B', 'y', '2'))).toBe('[A]\nx=1\n\n[B]\ny=2\n');
    expect(text(setValue(ini(''), 'B', 'y', '2'))).toBe('[B]\r\ny=2\r\n');
    expect(text(setValue(ini('[A]\nx=1\n'), '', 'y', '2'))).toBe('y=2\n[A]\nx=1\n');
  });

  it('switches nothing on: a #key stays as it is', () => {
    expect(text(setValue(ini('[A]\n#x=1\ny=1\n'), 'A', 'x', '2'))).toBe('[A]\n#x=1\ny=1\nx=2\n');
  });

  it('refuses a value on two lines and a key that could not be read back', () => {
    const doc = ini('[A]\nx=1\n');
    expect(() => setValue(doc, 'A', 'x', 'a\r\nb')).toThrow(
      expect.objectContaining({ code: 'INI_BAD_VALUE' }),
    );
    for (const key of ['', 'a=b', ';a', '#a', '[a', 'a\nb']) {
      expect(() => setValue(doc, 'A', key, '1')).toThrow(expect.objectContaining({ code: 'INI_BAD_NAME' }));
    }
  });

  it('gives the same document back when nothing changes', () => {
    const doc = ini('[A]\nInterval=15 ;(minutes)\n');
    expect(setValue(doc, 'A', 'interval', '15')).toBe(doc);
  });

  it('changes one line only, and what was set is read back, in any file', () => {
    const value = fc.string({ unit: fc.constantFrom(...'ab;"\'=[] '), maxLength: 8 });
    fc.assert(
      fc.property(
        anyIniBytes,
        fc.constantFrom('Source', 'interval', 'New'),
        fc.oneof(value, fc.nat(99).map(String)),
        (bytes, key, wanted) => {
          const doc = parseIni(bytes);
          const section = sections(doc)[0]?.name ?? '';
          const after = setValue(doc, section, key, wanted);
          const read = getValue(after, section, key)!;
          const number = numberValue(wanted);
          if (number.ok) expect(numberValue(read)).toEqual(number);
          else expect(read).toBe(wanted.trim());
          const isNew = getValue(doc, section, key) === undefined;
          const written = (d: IniDocument) => d.lines.filter((line) => line.kind !== 'blank').length;
          expect(written(after) - written(doc)).toBe(isNew ? 1 : 0);
          const known = new Set(after.lines.map((line) => line.text));
          const lost = doc.lines.filter((line) => !known.has(line.text));
          expect(lost.length).toBeLessThanOrEqual(isNew ? 0 : 1);
          // What is written is read as it stands in memory.
          expect(parseIni(iniBytes(after)).lines).toEqual(after.lines);
        },
      ),
      { numRuns: 3000 },
    );
  });
});

describe('A file in Windows-1252', () => {
  const doc = parseIni(Uint8Array.from('[A]\r\nname=Zürich\r\n', (char) => char.charCodeAt(0)));

  it('stays so when it is edited', () => {
    const bytes = iniBytes(setValue(doc, 'A', 'name', 'Genève €'));
    expect(bytes.slice(10, -2)).toEqual(Uint8Array.from([71, 101, 110, 0xe8, 118, 101, 32, 0x80]));
  });

  it('says so when a value does not fit, and takes it once it is made UTF-8', () => {
    const edited = setValue(doc, 'A', 'name', 'Łódź');
    expect(() => iniBytes(edited)).toThrow(expect.objectContaining({ code: 'INI_ENCODING' }));
    expect(textOf(iniBytes(withEncoding(edited, 'utf-8')))).toBe('[A]\r\nname=Łódź\r\n');
  });
});

describe('Removing', () => {
  it('takes a key away at each of its places, so that no other takes over', () => {
    expect(text(removeKey(ini('[A]\nx=1\ny=2\nX=3\n[B]\nx=4\n'), 'a', 'x'))).toBe('[A]\ny=2\n[B]\nx=4\n');
  });

  it('gives the same document back where there is nothing to remove', () => {
    const doc = ini('[A]\nx=1\n');
    expect(removeKey(doc, 'A', 'y')).toBe(doc);
    expect(removeSection(doc, 'B')).toBe(doc);
  });

  it('takes a section away at each of its places', () => {
    expect(text(removeSection(ini('[A]\nx=1\n[B]\ny=1\n[a]\nz=1\n'), 'A'))).toBe('[B]\ny=1\n');
  });

  it('leaves the comment right above the next header, which belongs to that', () => {
    const doc = ini('[A]\nx=1\n; about x\n\n; B is the bank\n[B]\ny=1\n');
    expect(text(removeSection(doc, 'A'))).toBe('; B is the bank\n[B]\ny=1\n');
  });
});

describe('Sections', () => {
  it('are added at the end, an empty line before', () => {
    expect(text(addSection(ini('[A]\r\nx=1'), 'B'))).toBe('[A]\r\nx=1\r\n\r\n[B]');
    expect(text(addSection(ini('[A]\nx=1\n\n'), 'B'))).toBe('[A]\nx=1\n\n[B]\n');
  });

  it('keep the extra text behind the name when renamed, and their keys', () => {
    const doc = renameSection(ini('[ Bank ] retail\nx=1\n[bank]\n'), 'bank', 'Bank 2');
    expect(text(doc)).toBe('[ Bank 2 ] retail\nx=1\n[Bank 2]\n');
    expect(getValue(doc, 'Bank 2', 'x')).toBe('1');
  });

  it('may be renamed to another case of the same name', () => {
    expect(text(renameSection(ini('[bank]\n'), 'bank', 'BANK'))).toBe('[BANK]\n');
  });

  it('refuse a name that is taken or could not be read back', () => {
    const doc = ini('[A]\n[B]\n');
    expect(() => addSection(doc, 'a')).toThrow(expect.objectContaining({ code: 'INI_SECTION_EXISTS' }));
    expect(() => renameSection(doc, 'A', 'b')).toThrow(
      expect.objectContaining({ code: 'INI_SECTION_EXISTS' }),
    );
    expect(() => renameSection(doc, 'C', 'D')).toThrow(
      expect.objectContaining({ code: 'INI_SECTION_UNKNOWN' }),
    );
    for (const name of ['', ' ', 'a]b', 'a\nb']) {
      expect(() => addSection(doc, name)).toThrow(expect.objectContaining({ code: 'INI_BAD_NAME' }));
    }
  });
});

describe('Editing the text of a section', () => {
  it('replaces what is between the header and the next one', () => {
    const doc = ini('[A]\r\nx=1\r\n[B]\r\ny=1\r\n');
    expect(text(replaceSectionText(doc, 'A', 'x=2\n; new\n'))).toBe('[A]\r\nx=2\r\n; new\r\n[B]\r\ny=1\r\n');
    expect(text(replaceSectionText(doc, 'A', 'x=2'))).toBe('[A]\r\nx=2\r\n[B]\r\ny=1\r\n');
    expect(text(replaceSectionText(doc, 'A', ''))).toBe('[A]\r\n[B]\r\ny=1\r\n');
  });

  it('keeps the line ends of lines that are the same, though an editor knows only one kind', () => {
    const doc = ini('[A]\nx=1\r\ny=1\nz=1\r\n');
    expect(text(replaceSectionText(doc, 'A', 'x=1\ny=2\nz=1\n'))).toBe('[A]\nx=1\r\ny=2\nz=1\r\n');
  });

  it('refuses a header in the text and tells its line', () => {
    expect(() => replaceSectionText(ini('[A]\nx=1\n'), 'A', 'x=1\n[B]\n')).toThrow(
      expect.objectContaining({ code: 'INI_BODY_HEADER', details: expect.objectContaining({ line: 2 }) }),
    );
  });

  it('changes no byte when the text is given back unchanged, even with other line ends', () => {
    fc.assert(
      fc.property(anyIniBytes, fc.nat(5), (bytes, n) => {
        const doc = parseIni(bytes);
        const name = ['', ...sections(doc).map((section) => section.name)].at(n) ?? '';
        const body = sectionText(doc, name)!;
        expect(iniBytes(replaceSectionText(doc, name, body))).toEqual(bytes);
        const edited = body.replace(/\r\n|\r/g, '\n');
        expect(iniBytes(replaceSectionText(doc, name, edited))).toEqual(bytes);
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves the other sections alone, whatever the text', () => {
    fc.assert(
      fc.property(anyIniText, anyIniText, (before, body) => {
        const doc = ini(`[First]\n${before}\n[Last]\nz=1\n`);
        fc.pre(
          !/^[ \t]*\[.*\]/m.test(body.replace(/[\r\u2028]/g, '\n')) && !hasSection(ini(before), 'first'),
        );
        const after = parseIni(iniBytes(replaceSectionText(doc, 'First', body)));
        const others = (d: IniDocument) => sections(d).map(({ name }) => name);
        expect(others(after).at(-1)).toBe('Last');
        expect(entries(after, 'Last').map((entry) => entry.key)).toEqual(
          entries(doc, 'Last').map((entry) => entry.key),
        );
        expect(getValue(after, 'Last', 'z')).toBe(getValue(doc, 'Last', 'z'));
      }),
      { numRuns: 1000 },
    );
  });
});
