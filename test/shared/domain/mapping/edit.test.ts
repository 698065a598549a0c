import { describe, expect, it } from 'vitest';
import {
  addEntry,
  findMapping,
  type MapDocument,
  mapBytes,
  moveEntry,
  parseMap,
  removeEntry,
  setScript,
} from '#shared/domain/mapping/document.ts';
import { bytesOf, textOf } from '../ini/samples.ts';
import { context } from './samples.ts';

const map = (text: string): MapDocument => parseMap(bytesOf(text));
const text = (doc: MapDocument): string => textOf(mapBytes(doc));
const sales = { queueId: 11, valueTypeId: 1 };

describe('Adding an entry', () => {
  it('puts the first one of a queue at the end of the file, with the parent it has in WFM', () => {
    expect(text(addEntry(map(''), sales, 'S:q:v', context))).toBe('WFM:10:11:1=S:q:v\r\n');
    expect(text(addEntry(map('x\n\n\n'), sales, 'S:q:v', context))).toBe('x\nWFM:10:11:1=S:q:v\n\n\n');
    expect(text(addEntry(map('WFM:0:10:1=a:b:c'), sales, 'S:q:v', context))).toBe(
      'WFM:0:10:1=a:b:c\r\nWFM:10:11:1=S:q:v',
    );
  });

  it('puts the first one of a value type next to the lines of the same queue', () => {
    const doc = map('WFM:10:11:2=a:b:c\nWFM:10:11:2=$1.BAS\nWFM:10:12:1=d:e:f\n');
    expect(text(addEntry(doc, sales, 'S:q:v', context))).toBe(
      'WFM:10:11:2=a:b:c\nWFM:10:11:2=$1.BAS\nWFM:10:11:1=S:q:v\nWFM:10:12:1=d:e:f\n',
    );
  });

  it('keeps the order of Para1…n and the script behind them', () => {
    const doc = map('WFM:10:11:1=a:b:c\nWFM:10:11:1=$1.BAS\n');
    expect(text(addEntry(doc, sales, 'S:q:v', context))).toBe(
      'WFM:10:11:1=a:b:c\nWFM:10:11:1=S:q:v\nWFM:10:11:1=$1.BAS\n',
    );
    expect(text(addEntry(doc, sales, 'S:q:v', context, 0))).toBe(
      'WFM:10:11:1=S:q:v\nWFM:10:11:1=a:b:c\nWFM:10:11:1=$1.BAS\n',
    );
    expect(text(addEntry(map('WFM:10:11:1=$1.BAS\n'), sales, 'S:q:v', context))).toBe(
      'WFM:10:11:1=S:q:v\nWFM:10:11:1=$1.BAS\n',
    );
  });

  it('takes the same source twice', () => {
    const doc = addEntry(map('WFM:10:11:1=S:q:v\n'), sales, 'S:q:v', context);
    expect(findMapping(doc, sales)?.entries).toHaveLength(2);
  });

  it('writes top level as the queue’s other lines do: 0 and 1 mean the same', () => {
    expect(text(addEntry(map('wfm:1:10:2=a:b:c\n'), { queueId: 10, valueTypeId: 1 }, 'S:q:v', context))).toBe(
      'wfm:1:10:2=a:b:c\nwfm:1:10:1=S:q:v\n',
    );
  });

  it('writes the true parent where the other lines still have an old one', () => {
    expect(text(addEntry(map('WFM:99:11:1=a:b:c\n'), sales, 'S:q:v', context))).toBe(
      'WFM:99:11:1=a:b:c\nWFM:10:11:1=S:q:v\n',
    );
  });

  it('refuses a source that would be read as something else, and a place that is not there', () => {
    for (const source of ['', '  ', '$3.BAS', '$x.bas', 'S:q\n:v']) {
      expect(() => addEntry(map(''), sales, source, context)).toThrow(
        expect.objectContaining({ code: 'MAP_BAD_SOURCE' }),
      );
    }
    for (const at of [-1, 1, 0.5]) {
      expect(() => addEntry(map(''), sales, 'S:q:v', context, at)).toThrow(
        expect.objectContaining({ code: 'MAP_CONFLICT' }),
      );
    }
  });
});

describe('Removing and moving entries', () => {
  const doc = map('WFM:10:11:1=a:a:a\n; note\nWFM:10:11:1=b:b:b\r\nWFM:10:11:1=c:c:c\nWFM:10:11:1=$1.BAS\n');

  it('removes one line', () => {
    expect(text(removeEntry(doc, sales, 1))).toBe(
      'WFM:10:11:1=a:a:a\n; note\nWFM:10:11:1=c:c:c\nWFM:10:11:1=$1.BAS\n',
    );
  });

  it('moves entries among their own lines; what stands between stays', () => {
    expect(text(moveEntry(doc, sales, 2, 0))).toBe(
      'WFM:10:11:1=c:c:c\n; note\nWFM:10:11:1=a:a:a\r\nWFM:10:11:1=b:b:b\nWFM:10:11:1=$1.BAS\n',
    );
    expect(moveEntry(doc, sales, 1, 1)).toBe(doc);
  });

  it('knows a place that is not there', () => {
    const conflict = expect.objectContaining({ code: 'MAP_CONFLICT' });
    expect(() => removeEntry(doc, sales, 3)).toThrow(conflict);
    expect(() => moveEntry(doc, sales, 0, 3)).toThrow(conflict);
    expect(() => moveEntry(doc, sales, -1, 0)).toThrow(conflict);
  });
});

describe('Setting the script', () => {
  it('puts a new line behind the entries', () => {
    const doc = map('WFM:10:11:1=a:a:a\nWFM:10:12:1=b:b:b\n');
    expect(text(setScript(doc, sales, 5, context))).toBe(
      'WFM:10:11:1=a:a:a\nWFM:10:11:1=$5.BAS\nWFM:10:12:1=b:b:b\n',
    );
  });

  it('changes the number only, where there is a line', () => {
    expect(text(setScript(map('WFM : 10:11:1 = $03.bas \n'), sales, 12, context))).toBe(
      'WFM : 10:11:1 = $12.bas \n',
    );
  });

  it('takes every script line away when there is to be none', () => {
    const doc = map('WFM:10:11:1=$1.BAS\nWFM:10:11:1=a:a:a\nWFM:10:11:1=$2.BAS\n');
    expect(text(setScript(doc, sales, undefined, context))).toBe('WFM:10:11:1=a:a:a\n');
  });

  it('changes nothing where it is so already', () => {
    const doc = map('WFM:10:11:1=$1.BAS\n');
    expect(setScript(doc, sales, 1, context)).toBe(doc);
    expect(setScript(doc, { queueId: 12, valueTypeId: 1 }, undefined, context)).toBe(doc);
  });

  it('refuses what is no number of a file', () => {
    for (const number of [-1, 1.5, Number.NaN]) {
      expect(() => setScript(map(''), sales, number, context)).toThrow(
        expect.objectContaining({ code: 'MAP_BAD_SCRIPT' }),
      );
    }
  });
});
