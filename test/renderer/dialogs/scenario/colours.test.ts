import { describe, expect, it } from 'vitest';
import { scriptColours } from '../../../../renderer/dialogs/scenario/language/colours.ts';

const coloured = (line: string) =>
  scriptColours(line).map(({ span, colour }) => [line.slice(span.column - 1, span.endColumn - 1), colour]);

describe('The colours of a script', () => {
  it('are what the language takes a word for', () => {
    expect(coloured(`If Para1 > 0 Then Result = Left("a", 1) ' note`)).toEqual([
      ['If', 'keyword'],
      ['Para1', 'given'],
      ['0', 'number'],
      ['Then', 'keyword'],
      ['Result', 'given'],
      ['Left', 'function'],
      ['"a"', 'string'],
      ['1', 'number'],
      ["' note", 'comment'],
    ]);
  });

  it('tell the given Weekday from the function', () => {
    expect(coloured('x = Weekday + Weekday(Now)')).toEqual([
      ['Weekday', 'given'],
      ['Weekday', 'function'],
      ['Now', 'function'],
    ]);
  });

  it('show a type as a word of the language', () => {
    expect(coloured('Dim date1 As Date')).toEqual([
      ['Dim', 'keyword'],
      ['As', 'keyword'],
      ['Date', 'keyword'],
    ]);
  });
});
