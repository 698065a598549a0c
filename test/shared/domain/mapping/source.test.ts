import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatSource, parseSource } from '#shared/domain/mapping/document.ts';

describe('Taking a source apart', () => {
  const systems = [
    { name: 'Sample ACD', valueTypes: ['OFFERED', 'ACDCALLS'] },
    { name: 'Avaya' },
    { name: 'Avaya: CMS', valueTypes: ['ACDTIME', 'TIME: ACD', 'ACD'] },
  ];

  it('finds system, queue and value type', () => {
    expect(parseSource('Sample ACD:Sales:OFFERED', systems)).toEqual({
      system: 'Sample ACD',
      path: ['Sales'],
      valueType: 'OFFERED',
    });
  });

  it('takes paths of any depth', () => {
    expect(parseSource('Avaya:1:VDN:123:ACDTIME', systems)).toEqual({
      system: 'Avaya',
      path: ['1', 'VDN', '123'],
      valueType: 'ACDTIME',
    });
  });

  it('takes the longest known system, since names may hold a colon', () => {
    expect(parseSource('Avaya: CMS:Sales:ACDTIME', systems)).toMatchObject({ system: 'Avaya: CMS' });
    expect(parseSource('Avaya: CMS:ACDTIME', systems)).toMatchObject({ system: 'Avaya', path: [' CMS'] });
  });

  it('takes the longest value type the system offers', () => {
    expect(parseSource('Avaya: CMS:Sales:TIME: ACD', systems)).toMatchObject({
      path: ['Sales'],
      valueType: 'TIME: ACD',
    });
  });

  it('takes the last field for a value type the system does not offer (any more)', () => {
    expect(parseSource('Sample ACD:Sales:LOST', systems)).toMatchObject({ valueType: 'LOST' });
  });

  it('takes systems and value types in any case, and says how they are spelled', () => {
    expect(parseSource('SAMPLE acd:Sales:offered', systems)).toMatchObject({
      system: 'Sample ACD',
      valueType: 'OFFERED',
    });
  });

  it('keeps = and other signs in names', () => {
    expect(parseSource('Sample ACD:a=b;c:OFFERED', systems)).toMatchObject({ path: ['a=b;c'] });
  });

  it('says what is missing', () => {
    expect(parseSource('Other:Sales:OFFERED', systems)).toMatchObject({
      code: 'MAP_SOURCE_SYSTEM',
      message: expect.stringContaining('"Other"'),
    });
    for (const text of ['Sample ACD:OFFERED', 'Sample ACD:Sales:', 'Sample ACD::OFFERED', 'Sample ACD:']) {
      expect(parseSource(text, systems)).toMatchObject({ code: 'MAP_SOURCE_SHORT' });
    }
    expect(parseSource('Sample ACD', systems)).toMatchObject({ code: 'MAP_SOURCE_SYSTEM' });
  });

  it('is the way back from writing one, whatever the names', () => {
    const name = fc.string({ unit: fc.constantFrom(...'ab:= ;é'), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(name, fc.array(name, { minLength: 1, maxLength: 4 }), name, (system, path, valueType) => {
        const text = formatSource(system, path, valueType);
        const parsed = parseSource(text, [{ name: system, valueTypes: [valueType] }]);
        expect(parsed).toMatchObject({ system, valueType });
        expect('path' in parsed && parsed.path.join(':')).toBe(path.join(':'));
      }),
    );
  });
});
