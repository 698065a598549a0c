import { describe, expect, it } from 'vitest';
import {
  flagValue,
  listValue,
  noteBehindNumber,
  numberValue,
  sqlValue,
  unquote,
  withoutNote,
} from '#shared/domain/ini/values.ts';

describe('One outer pair of quotes is taken off', () => {
  it.each([
    ['"abc"', 'abc'],
    ["'abc'", 'abc'],
    ['""Timestamp""', '"Timestamp"'],
    [`'"EventType"'`, '"EventType"'],
    [`"'x'"`, "'x'"],
    ['""Event Type""', '"Event Type"'],
    ['""q"."name""', '"q"."name"'],
    ['"SELECT ""a"" FROM t"', 'SELECT ""a"" FROM t'],
    ["'it''s'", "it''s"],
    ['  "abc"  ', 'abc'],
    ['""', ''],
  ])('%s is %s', (text, expected) => expect(unquote(text)).toBe(expected));

  it.each(['abc', '"a" || "b"', `'a' + 'b'`, `'' || name || ''`, '"abc', 'abc"', '"', `"abc'`, 'say "hi"'])(
    '%s has none and stays',
    (text) => expect(unquote(text)).toBe(text),
  );
});

describe('A note behind a number', () => {
  it('is left out by readers of numbers', () => {
    expect(withoutNote('15 ;(minutes)')).toBe('15');
    expect(withoutNote('15;minutes')).toBe('15');
  });

  it('is only seen where the text before it is a number, since ; separates lists', () => {
    expect(withoutNote('a;b')).toBe('a;b');
    expect(withoutNote('(unix_timestamp(d)+(t*60));x')).toBe('(unix_timestamp(d)+(t*60));x');
  });

  it('needs a blank and a letter where the key is not known', () => {
    expect(noteBehindNumber('15 ;(minutes)')).toBe(' ;(minutes)');
    expect(noteBehindNumber('0 ;1')).toBe('');
    expect(noteBehindNumber('3;4')).toBe('');
    expect(noteBehindNumber('a ;(note)')).toBe('');
    expect(noteBehindNumber('15')).toBe('');
  });
});

describe('Numbers', () => {
  it.each([
    ['15', 15],
    [' "30" ', 30],
    ['15 ;(minutes)', 15],
    ['-2', -2],
    ['3.5', 3.5],
    ['3,5', 3.5],
    ['+1', 1],
    ['0', 0],
  ])('%s is %d', (text, value) => expect(numberValue(text)).toEqual({ ok: true, value }));

  it.each(['', 'abc', '1e3', '15 minutes', '06:30', '1.2.3'])('%s is a finding', (text) =>
    expect(numberValue(text)).toMatchObject({ problem: { code: 'VALUE_NOT_NUMBER' } }),
  );
});

describe('Switches', () => {
  it.each(['1', 'yes', 'TRUE', '"1"', '1 ;(on)'])('%s is on', (text) =>
    expect(flagValue(text)).toEqual({ ok: true, value: true }),
  );
  it.each(['0', 'No', 'false', '0 ;off'])('%s is off', (text) =>
    expect(flagValue(text)).toEqual({ ok: true, value: false }),
  );
  it.each(['', '2', 'maybe'])('%s is a finding', (text) =>
    expect(flagValue(text)).toMatchObject({ problem: { code: 'VALUE_NOT_FLAG' } }),
  );
});

describe('Lists', () => {
  it.each<[string, string[]]>([
    ['', []],
    ['a', ['a']],
    ['a;b ; c', ['a', 'b', 'c']],
    ['a;b;', ['a', 'b']],
    ['SUM;;COUNT', ['SUM', '', 'COUNT']],
    ['IF(a>0;1;0);b', ['IF(a>0;1;0)', 'b']],
    [`concat(a,';');b`, [`concat(a,';')`, 'b']],
    [`CASE x WHEN ';' THEN 1 END;y`, [`CASE x WHEN ';' THEN 1 END`, 'y']],
    ['[odd;name];b', ['[odd;name]', 'b']],
    ['`odd;name`;b', ['`odd;name`', 'b']],
    ['""Calls"";""Time""', ['"Calls"', '"Time"']],
    ['"a;b;c"', ['a', 'b', 'c']],
    ['"a";"b"', ['a', 'b']],
    ['"a" || "b";c', ['"a" || "b"', 'c']],
    ['a[1;b', ['a[1', 'b']],
  ])('%s has the parts %j', (text, value) => expect(listValue(text)).toEqual({ ok: true, value }));

  it('reports what is not closed instead of guessing where a part ends', () => {
    expect(listValue(`a;'b;c`)).toMatchObject({ problem: { code: 'VALUE_OPEN_QUOTE' } });
    expect(listValue('sum(a;b')).toMatchObject({ problem: { code: 'VALUE_OPEN_PARENTHESIS' } });
  });
});

describe('Statements', () => {
  it.each([
    ['SELECT a FROM b;', 'SELECT a FROM b'],
    ['SELECT a FROM b ; ', 'SELECT a FROM b'],
    ['"SELECT a FROM b;"', 'SELECT a FROM b'],
    ['"SELECT a FROM b";', 'SELECT a FROM b'],
    ['"SELECT "Group", a FROM "b";"', 'SELECT "Group", a FROM "b"'],
    ['"Select one" || "b"', '"Select one" || "b"'],
    [`SELECT ';' FROM b`, `SELECT ';' FROM b`],
    ['', ''],
  ])('%s is %s', (text, expected) => expect(sqlValue(text)).toBe(expected));
});
