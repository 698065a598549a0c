import { describe, expect, it } from 'vitest';
import { applyFix, compileScenario } from '#shared/domain/scenario/index.ts';
import {
  defaultText,
  insertionOf,
  isAsWritten,
  templatesFor,
} from '../../../../renderer/dialogs/scenario/templates.ts';

const byHand = 'Sub Main()\n  Result = 1\nEnd Sub\n';
const insert = (text: string, line: number, template = templatesFor(2)[0]!.text) =>
  applyFix(text, { edits: [insertionOf(template, text, line)] });

describe('Templates', () => {
  it('are replaced without a question while nobody changed them', () => {
    expect(isAsWritten('', 2)).toBe(true);
    expect(isAsWritten(defaultText(2), 2)).toBe(true);
    for (const { text } of templatesFor(2)) expect(isAsWritten(text, 2)).toBe(true);
    expect(isAsWritten(byHand, 2)).toBe(false);
    expect(isAsWritten(defaultText(2).replace('* 100', '* 10'), 2)).toBe(false);
  });

  it('are inserted without their declarations, at the line of the cursor inside of a Sub', () => {
    expect(insert(byHand, 2)).toBe('Sub Main()\n  Result = (Para1 + Para2) * 100\n  Result = 1\nEnd Sub\n');
    expect(insert(byHand, 3)).toBe('Sub Main()\n  Result = 1\n  Result = (Para1 + Para2) * 100\nEnd Sub\n');
  });

  it('go before the last End Sub where the cursor stands outside of a Sub', () => {
    const text = `Dim total\n${byHand}`;
    expect(insert(text, 1)).toBe(
      'Dim total\nSub Main()\n  Result = 1\n  Result = (Para1 + Para2) * 100\nEnd Sub\n',
    );
  });

  it('give a script that runs, whichever is inserted', () => {
    for (const { text, id } of templatesFor(2)) {
      expect(compileScenario(insert(byHand, 2, text)).program, id).toBeDefined();
    }
  });
});
