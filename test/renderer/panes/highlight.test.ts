import { describe, expect, it } from 'vitest';
import { highlight } from '../../../renderer/panes/mapping/highlight.ts';

const text = (script: string) =>
  highlight(script)
    .map((piece) => piece.text)
    .join('');

describe('The colours of a script', () => {
  it('leave every character where it is, line ends becoming one', () => {
    const script = "Sub Main ()\r\n  If Minutes < 360 Then Result = 1 ' early\r\n\r\nEnd Sub";
    expect(text(script)).toBe(script.replaceAll('\r\n', '\n'));
    expect(text('')).toBe('');
    expect(text('Result = "a" & ??? _\n  1 $')).toBe('Result = "a" & ??? _\n  1 $');
  });

  it('tell keywords, numbers, texts and comments apart', () => {
    const pieces = highlight('If x = 12 Then y = "a" \' why').filter(({ kind }) => kind !== 'plain');
    expect(pieces).toEqual([
      { kind: 'keyword', text: 'If' },
      { kind: 'number', text: '12' },
      { kind: 'keyword', text: 'Then' },
      { kind: 'string', text: '"a"' },
      { kind: 'comment', text: "' why" },
    ]);
  });
});
