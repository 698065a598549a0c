import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { xlink } from '../support/cli.ts';
import { temporaryFolder } from '../support/home.ts';

/** Runs `xlink scenario …` beside script files; `{name}` in the arguments is the path of that file. */
async function scenario(files: Readonly<Record<string, string | Uint8Array>>, ...args: readonly string[]) {
  const folder = await temporaryFolder();
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
  const placed = args.map((arg) => arg.replace(/\{(.+?)\}/g, (_, name: string) => path.join(folder, name)));
  return { folder, ...(await xlink(path.join(folder, 'no-home'), ['scenario', ...placed])) };
}

const lines = (...all: readonly string[]) => `${all.join('\r\n')}\r\n`;
const good = lines('Sub Main()', '  Result = Para1 * 100', 'End Sub');
const quotient = lines(
  'Sub Main()',
  '  Print "weekday"; Weekday; "minutes"; Minutes',
  '  Result = (Para1 / Para2) * 100',
  'End Sub',
);

describe('xlink scenario check', () => {
  it('finds nothing in a script that is right', async () => {
    expect(await scenario({ '1.BAS': good }, 'check', '{1.BAS}')).toMatchObject({
      exitCode: 0,
      stdout: 'Nothing found.\n',
    });
  });

  it('prints file:line:column for several files, and ends with 3', async () => {
    const result = await scenario(
      {
        '1.BAS': lines('Sub Main()', '  If Para1 > 0', '    Result = 1', '  End If', 'End Sub'),
        '2.BAS': good,
        '3.BAS': '',
      },
      ...['check', '{1.BAS}', '{2.BAS}', '{3.BAS}'],
    );
    expect(result.exitCode).toBe(3);
    expect(result.stdout.replaceAll(result.folder + path.sep, '')).toMatch(
      /^1\.BAS:2:15: error SCENARIO_THEN_MISSING: Then is missing .+\n3\.BAS:1:1: error SCENARIO_NO_MAIN: .+\n$/,
    );
  });

  it('gives hints, which are no problem', async () => {
    const result = await scenario({ '1.BAS': quotient }, 'check', '{1.BAS}');
    expect(result.exitCode).toBe(0);
    expect(result.stdout).toContain('1.BAS:3:21: hint SCENARIO_DIVISION_UNGUARDED: ');
  });

  it('holds the Paras against the number of mapped sources', async () => {
    const result = await scenario({ '1.BAS': quotient }, 'check', '{1.BAS}', '--sources', '1', '--json');
    expect(result.exitCode).toBe(3);
    expect(result.json()).toMatchObject({
      findings: [
        { severity: 'error', code: 'SCENARIO_PARA_MISSING', line: 3, column: 21 },
        { severity: 'hint', code: 'SCENARIO_DIVISION_UNGUARDED', line: 3, column: 21 },
      ],
    });
  });

  it('answers in JSON with places and nothing else', async () => {
    const result = await scenario({ '1.BAS': 'Sub Main\n Rsult = 1\nEnd Sub' }, 'check', '{1.BAS}', '--json');
    expect(result.json()).toEqual({
      findings: [
        expect.objectContaining({
          file: path.join(result.folder, '1.BAS'),
          ...{ severity: 'warning', code: 'SCENARIO_RESULT_NOT_SET', line: 1, column: 5, endColumn: 9 },
        }),
      ],
    });
  });

  it('reads the encodings editors of Windows save', async () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(good, 'utf16le')]);
    const ansi = Buffer.from(lines('Sub Main()', "  ' für Größen", '  Result = 1', 'End Sub'), 'latin1');
    expect((await scenario({ 'a.BAS': utf16, 'b.BAS': ansi }, 'check', '{a.BAS}', '{b.BAS}')).exitCode).toBe(
      0,
    );
  });

  it('fails for a file that is not there', async () => {
    const result = await scenario({}, 'check', '{absent.BAS}', '--json');
    expect(result.exitCode).toBe(1);
    expect(result.json()).toMatchObject({ error: { code: 'FILE_UNREADABLE' } });
  });
});

describe('xlink scenario run', () => {
  it('prints Result as the import takes it, and on standard error what the script printed', async () => {
    const result = await scenario(
      { '1.BAS': quotient },
      ...['run', '{1.BAS}', '--para', '241,3', '--weekday', '7', '--minutes', '495'],
    );
    expect(result).toMatchObject({
      ...{ exitCode: 0, stdout: '80.33\n' },
      stderr: 'weekday 7 minutes 495\n',
    });
  });

  it.each([
    ['80.239', '80.23'],
    ['0.999', '0.99'],
    ['-0.5', '-0.5'],
    ['1e3', '1000'],
  ])('cuts off behind the hundredth: %s gives %s', async (para, taken) => {
    expect((await scenario({ '1.BAS': good }, 'run', '{1.BAS}', '--para', para)).stdout).toBe(`${taken}\n`);
  });

  it('answers in JSON with both numbers and the printed lines', async () => {
    const result = await scenario({ '1.BAS': quotient }, 'run', '{1.BAS}', '--para', '1,3', '--json');
    expect(result.json()).toEqual({
      ...{ result: (1 / 3) * 100, valueHundredths: 33, value: 0.33 },
      ...{ printed: ['weekday 2 minutes 480'], printedLeftOut: 0 },
    });
  });

  it('fails with line, column and values where the script fails, after what it printed', async () => {
    const result = await scenario({ '1.BAS': quotient }, 'run', '{1.BAS}', '--para', '1,0', '--json');
    expect(result.exitCode).toBe(1);
    expect(result.stderr).toMatch(
      /^weekday 2 minutes 480\nxlink: SCENARIO_DIVISION_BY_ZERO: .+line 3, column 19: /,
    );
    expect(result.json()).toMatchObject({
      error: {
        code: 'SCENARIO_DIVISION_BY_ZERO',
        details: { line: 3, column: 19, basicError: 11, paras: [1, 0] },
      },
    });
  });

  it('does not run a script with an error, or one that needs more values', async () => {
    const broken = await scenario({ '1.BAS': 'Sub Main(\nResult = 1' }, 'run', '{1.BAS}');
    expect(broken).toMatchObject({ exitCode: 1, stdout: '' });
    expect(broken.stderr).toMatch(/^xlink: SCENARIO_INVALID: .+line 1, column \d+: /);
    const poor = await scenario({ '1.BAS': quotient }, 'run', '{1.BAS}', '--para', '1');
    expect(poor.stderr).toContain('SCENARIO_PARA_NOT_MAPPED');
  });

  it.each([
    ['--para', '1;2'],
    ['--para', 'x'],
    ['--weekday', '8'],
    ['--minutes', '1440'],
    ['--minutes', '7.5'],
  ])('knows that %s %s is wrong usage', async (option, value) => {
    expect((await scenario({ '1.BAS': good }, 'run', '{1.BAS}', option, value)).exitCode).toBe(2);
  });
});
