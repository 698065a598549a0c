/** Prints how many evaluations per second the scenario language makes on one core: `node bench/scenario.ts`. */
import { compileScenario, defaultScenario, runScenario } from '#shared/domain/scenario/index.ts';

const LOOP_SCRIPT = `Option Explicit
Dim Result As Long
Dim Weekday As Long
Dim Minutes As Long
Dim Para1 As Long
Dim Para2 As Long
Dim total As Double
Const TARGET = 20

Function Weight(index As Long) As Double
  If index Mod 2 = 0 Then
    Weight = 1.5
  Else
    Weight = 1
  End If
End Function

Sub Main()
  Dim i As Long
  For i = 1 To 10
    If Para1 > i * TARGET Then
      total = total + Para2 * Weight(i)
    ElseIf Weekday = 1 Or Weekday = 7 Then
      total = total + 1
    Else
      total = total + Para1 / i
    End If
  Next i
  If Minutes >= 480 And Minutes < 1080 Then Result = total * 100 Else Result = 0
End Sub
`;

const SCRIPTS: ReadonlyArray<readonly [name: string, text: string, aim: number]> = [
  ['default script', defaultScenario(1), 3_000_000],
  ['sum of three', defaultScenario(3), 3_000_000],
  ['30 lines, loop of 10', LOOP_SCRIPT, 150_000],
  [
    '30 lines, no declarations',
    LOOP_SCRIPT.replace('Option Explicit', '').replace(/^ {2}Dim i.*\n/m, ''),
    150_000,
  ],
];

for (const [name, text, aim] of SCRIPTS) {
  const { program, findings } = compileScenario(text);
  if (program === undefined) throw new Error(JSON.stringify(findings));
  const input = { paras: [80.239, 12.5, 3], weekday: 2, minutes: 540 };
  const evaluate = (seconds: number) => {
    const end = performance.now() + seconds * 1000;
    let count = 0;
    let sum = 0;
    while (performance.now() < end) {
      for (let index = 0; index < 1000; index += 1) {
        const outcome = runScenario(program, input);
        if (outcome.ok) sum += outcome.valueHundredths;
      }
      count += 1000;
    }
    return { count, sum };
  };
  evaluate(0.3);
  const before = process.cpuUsage();
  const seconds = 1.5;
  const { count, sum } = evaluate(seconds);
  const { user, system } = process.cpuUsage(before);
  const shown = (rate: number) => Math.round(rate).toLocaleString('en').padStart(12);
  console.log(
    `${name.padEnd(28)} ${shown(count / seconds)} /s ${shown(count / ((user + system) / 1e6))} /s of one core  aim ${aim.toLocaleString('en')}  (Result ${sum / count})`,
  );
}
