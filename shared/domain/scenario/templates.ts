import type { Told } from './editor/types.ts';

export interface ScenarioTemplate {
  id: 'sum' | 'average-handling-time' | 'weekday' | 'time-window' | 'threshold';
  title: Told;
  /** A script that runs as it is, with CRLF. */
  text: string;
}

const TITLES: Readonly<Record<ScenarioTemplate['id'], string>> = {
  sum: 'Sum of all sources',
  'average-handling-time': 'Average handling time: total time by number of calls, 0 where there were none',
  weekday: 'Other figures on Saturday and Sunday',
  'time-window': 'Only from 8:00 to 18:00',
  threshold: 'Leave out what is below a threshold',
};

/** Scripts to begin with, for a mapping of so many sources. */
export function scenarioTemplates(paraCount: number): ScenarioTemplate[] {
  const paras = Array.from({ length: Math.max(1, paraCount) }, (_, index) => `Para${index + 1}`);
  const sum = paras.length === 1 ? 'Para1' : `(${paras.join(' + ')})`;
  const bodies: Readonly<Record<ScenarioTemplate['id'], readonly string[]>> = {
    sum: [`Result = ${sum} * 100`],
    'average-handling-time': [
      "' Para1 is the total time, Para2 the number of calls",
      'If Para2 > 0 Then',
      '  Result = (Para1 / Para2) * 100',
      'Else',
      '  Result = 0',
      'End If',
    ],
    weekday: [
      'Select Case Weekday',
      "  Case 1, 7  ' Sunday, Saturday",
      '    Result = 0',
      '  Case Else',
      `    Result = ${sum} * 100`,
      'End Select',
    ],
    'time-window': [
      "' Minutes since midnight: 480 is 8:00, 1080 is 18:00",
      'If Minutes >= 480 And Minutes < 1080 Then',
      `  Result = ${sum} * 100`,
      'Else',
      '  Result = 0',
      'End If',
    ],
    threshold: [
      'Const Threshold = 5',
      'If Para1 >= Threshold Then',
      `  Result = ${sum} * 100`,
      'Else',
      '  Result = 0',
      'End If',
    ],
  };
  return (Object.keys(bodies) as ScenarioTemplate['id'][]).map((id) => ({
    id,
    title: { code: 'SCENARIO_TEMPLATE', message: TITLES[id], details: { variant: id } },
    text: scriptOf(
      id === 'average-handling-time' && paras.length < 2 ? ['Para1', 'Para2'] : paras,
      bodies[id],
    ),
  }));
}

function scriptOf(paras: readonly string[], body: readonly string[]): string {
  const names = ['Result', 'Weekday', 'Minutes', ...paras];
  const lines = [
    ...names.map((name) => `Dim ${name} As Long`),
    '',
    'Sub Main()',
    ...body.map((line) => `  ${line}`),
    'End Sub',
  ];
  return `${lines.join('\r\n')}\r\n`;
}
