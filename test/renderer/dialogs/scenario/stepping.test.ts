import { describe, expect, it } from 'vitest';
import { compileScenario, traceScenario } from '#shared/domain/scenario/index.ts';
import { stepOfKey } from '../../../../renderer/dialogs/scenario/step-keys.ts';
import { back, into, over, stateAt, stepAt } from '../../../../renderer/dialogs/scenario/stepping.ts';

const script = [
  'Sub Main()',
  '  total = Twice(Para1)',
  '  Result = total',
  'End Sub',
  'Function Twice(n)',
  '  m = n',
  '  Twice = m * 2',
  'End Function',
].join('\n');

function traced(text = script) {
  return traceScenario(compileScenario(text).program!, { paras: [3], weekday: 2, minutes: 480 });
}

const lineAt = (trace: ReturnType<typeof traced>, at: number) => stepAt(trace, at)?.line;

describe('Stepping through a recorded run', () => {
  const trace = traced();

  it('goes into what is called, or over it', () => {
    expect(lineAt(trace, 0)).toBe(2);
    expect(lineAt(trace, into(trace, 0))).toBe(6);
    expect(lineAt(trace, over(trace, 0))).toBe(3);
  });

  it('comes out of a call at its end', () => {
    const inside = into(trace, 0);
    const last = trace.steps.findLastIndex((step) => step.procedure === 'Twice');
    expect(lineAt(trace, over(trace, inside))).toBe(7);
    expect(stepAt(trace, over(trace, last))?.procedure).toBe('Main');
  });

  it('goes back the way it came over, to the start and no further', () => {
    const third = over(trace, 0);
    expect(back(trace, third)).toBe(0);
    expect(lineAt(trace, back(trace, into(trace, 0)))).toBe(2);
    expect(back(trace, 0)).toBe(0);
  });

  it('ends behind the last statement, from where it goes back too', () => {
    const end = trace.steps.length;
    expect(over(trace, end)).toBe(end);
    expect(into(trace, end)).toBe(end);
    expect(stepAt(trace, end)).toBeUndefined();
    expect(stateAt(trace, end).variables.find(({ name }) => name === 'Result')?.text).toBe('6');
    expect(stepAt(trace, back(trace, end))?.procedure).toBe('Main');
  });

  it('has one place, the end, where a run stopped before its first statement', () => {
    const failed = traced('Sub Main()\nResult = Para2\nEnd Sub');
    expect(failed.outcome.ok).toBe(false);
    expect(over(failed, failed.steps.length)).toBe(failed.steps.length);
    expect(back(failed, 0)).toBe(0);
  });
});

describe('The keys of stepping', () => {
  const key = (name: string, shiftKey = false, ctrlKey = false) =>
    stepOfKey({ key: name, shiftKey, ctrlKey, altKey: false, metaKey: false });

  it('are those of debuggers', () => {
    expect([key('F10'), key('F11'), key('F10', true), key('F5'), key('F5', true)]).toEqual([
      'over',
      'into',
      'back',
      'end',
      'start',
    ]);
  });

  it('mean nothing with other modifiers', () => {
    expect(key('F10', false, true)).toBeUndefined();
    expect(key('a')).toBeUndefined();
  });
});
