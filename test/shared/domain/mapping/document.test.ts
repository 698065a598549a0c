import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findMapping,
  foreignLines,
  mapBytes,
  mappingLines,
  mappings,
  parseMap,
} from '#shared/domain/mapping/document.ts';
import { bytesOf } from '../ini/samples.ts';
import { anyMapBytes } from './samples.ts';

const file = [
  '[Mapping]',
  'WFM:0:1002:1=Avaya CMS:1:VDN:123:ACDTIME',
  'WFM:0:1002:1=Sample ACD:Sales:OFFERED',
  'WFM:0:1002:1=$3.BAS',
  '; switched off',
  ';WFM:0:1002:2=Sample ACD:Sales:ACDCALLS',
  'My:DB=7:1002:1003:2=Odd: name=1:q=w:v',
  'WFM:1:1002:1=Sample ACD:Sales:OFFERED',
  '',
  'hello',
  'WFM:0:1002:1=$4.BAS',
].join('\r\n');

describe('A map that nobody edits', () => {
  it('comes back byte for byte', () => {
    fc.assert(
      fc.property(fc.oneof(anyMapBytes, fc.uint8Array({ maxLength: 60 })), (bytes) => {
        fc.pre(!(bytes[0]! >= 0xfe && bytes[1]! >= 0xfe));
        expect(mapBytes(parseMap(bytes))).toEqual(bytes);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('Reading a map', () => {
  const doc = parseMap(bytesOf(file));

  it('groups the lines by WFM queue and value type, in the order of the file', () => {
    expect(mappings(doc)).toEqual([
      {
        target: { queueId: 1002, valueTypeId: 1 },
        parentQueueId: 0,
        database: 'WFM',
        entries: [
          { source: 'Avaya CMS:1:VDN:123:ACDTIME', line: 2 },
          { source: 'Sample ACD:Sales:OFFERED', line: 3 },
          { source: 'Sample ACD:Sales:OFFERED', line: 8 },
        ],
        script: { fileName: '3.BAS', number: 3, line: 4 },
      },
      {
        target: { queueId: 1003, valueTypeId: 2 },
        parentQueueId: 1002,
        database: 'My:DB=7',
        entries: [{ source: 'Odd: name=1:q=w:v', line: 7 }],
      },
    ]);
  });

  it('finds the mapping of a target', () => {
    expect(findMapping(doc, { queueId: 1003, valueTypeId: 2 })?.entries).toHaveLength(1);
    expect(findMapping(doc, { queueId: 1003, valueTypeId: 1 })).toBeUndefined();
  });

  it('lists what it keeps without reading, and why', () => {
    expect(foreignLines(doc).map(({ line, reason }) => [line, reason])).toEqual([
      [1, 'section'],
      [5, 'comment'],
      [6, 'comment'],
      [10, 'text'],
      [11, 'second-script'],
    ]);
    const odd = parseMap(bytesOf('WFM:0:1:1=\nWFM:0:1:1=$x.BAS\nWFM:0:x:1=a:b:c\n'));
    expect(foreignLines(odd).map(({ reason }) => reason)).toEqual(['no-source', 'script-name', 'text']);
    expect(mappings(odd)).toEqual([]);
  });

  it('gives each line its own left side, for finding queues that moved', () => {
    expect(mappingLines(doc).map(({ line, parentQueueId }) => [line, parentQueueId])).toEqual([
      [2, 0],
      [3, 0],
      [4, 0],
      [7, 1002],
      [8, 1],
      [11, 0],
    ]);
  });

  it('knows a script in any case, with blanks around it', () => {
    const spaced = parseMap(bytesOf('WFM : 0 : 11 : 1 = $007.bas \n'));
    expect(mappings(spaced)[0]).toMatchObject({
      database: 'WFM',
      entries: [],
      script: { fileName: '007.bas', number: 7 },
    });
  });

  it('takes a system whose name begins with $ for a system', () => {
    const dollar = parseMap(bytesOf('WFM:0:1:1=$ACD:q:v\n'));
    expect(mappings(dollar)[0]?.entries).toEqual([{ source: '$ACD:q:v', line: 1 }]);
  });

  it('splits at the first = behind three numbers, since names may hold = and :', () => {
    const odd = parseMap(bytesOf('a=b:c:0:1:2=S:x:1:2:3=y:v\n'));
    expect(mappings(odd)[0]).toMatchObject({
      database: 'a=b:c',
      target: { queueId: 1, valueTypeId: 2 },
      entries: [{ source: 'S:x:1:2:3=y:v' }],
    });
  });
});
