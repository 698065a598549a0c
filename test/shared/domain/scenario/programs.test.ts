import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileScenario, runScenario, type ScenarioInput } from '#shared/domain/scenario/index.ts';

/**
 * Each `x.bas` under `programs/<chapter>/` is run and held against `x.out`. Comment lines at its start give the input:
 * `' paras: 12,3.5`, `' weekday: 2`, `' minutes: 480`, `' start: 2026-11-30T08:00`. The output has, in order: findings
 * (`error 2:13 CODE`), the printed lines, and `= value the import takes` or `! error-number line:column CODE`.
 */
const PROGRAMS = join(import.meta.dirname, 'programs');

function inputOf(source: string): ScenarioInput {
  const option = (name: string) => new RegExp(`^' ${name}: (.*?)\\r?$`, 'm').exec(source)?.[1];
  const paras = (option('paras') ?? '').split(',').filter((text) => text !== '');
  const start = option('start');
  return {
    paras: paras.map(Number),
    weekday: Number(option('weekday') ?? 2),
    minutes: Number(option('minutes') ?? 480),
    ...(start === undefined ? {} : { startLocalSeconds: Date.parse(`${start}Z`) / 1000 }),
  };
}

function outputOf(source: string): string[] {
  const { program, findings } = compileScenario(source);
  const lines = findings.map(({ severity, line, column, code }) => `${severity} ${line}:${column} ${code}`);
  if (program === undefined) return lines;
  // The steps a script may take are the same on each machine, the time they take is not.
  const outcome = runScenario(program, inputOf(source), { timeMs: Number.POSITIVE_INFINITY });
  lines.push(...outcome.printed);
  if (outcome.ok) lines.push(`= ${outcome.valueHundredths}`);
  else {
    const { number, line, column, code } = outcome.error;
    lines.push(`! ${number} ${line}:${column} ${code}`);
  }
  return lines;
}

for (const chapter of readdirSync(PROGRAMS).sort()) {
  describe(`the chapter ${chapter}`, () => {
    const names = readdirSync(join(PROGRAMS, chapter)).filter((name) => name.endsWith('.bas'));
    for (const name of names.sort()) {
      it(name.slice(0, -4).replaceAll('-', ' '), () => {
        const path = join(PROGRAMS, chapter, name);
        const wanted = readFileSync(path.replace(/bas$/, 'out'), 'utf8').replace(/\r?\n$/, '');
        expect(outputOf(readFileSync(path, 'utf8')).join('\n')).toBe(wanted);
      });
    }
  });
}
