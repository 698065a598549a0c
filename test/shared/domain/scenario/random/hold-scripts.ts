import fc from 'fast-check';
import { expect } from 'vitest';
import {
  applyFix,
  checkScenario,
  compileScenario,
  completionsAt,
  hoverAt,
  runScenario,
  type ScenarioFinding,
  type ScenarioProgram,
  traceScenario,
} from '#shared/domain/scenario/index.ts';
import { parseScenario } from '#shared/domain/scenario/syntax/parser.ts';
import { printScript } from './print-script.ts';
import { brokenScript, type Draw, drawFrom, randomScript } from './random-script.ts';

const INPUT = { paras: [12, 3.5], weekday: 2, minutes: 480 };
const BUDGET = { steps: 1000, depth: 30, textLength: 3000, arrayItems: 3000, printedLines: 20 };
/**
 * What an evaluation may take at most of the processor: many times what 1000 steps need, so that only a hang is found. The
 * clock would find a machine that stalls.
 */
const LONGEST_MS = 5000;

/**
 * Checks and runs `count` random scripts, a thousand by each seed that fast-check draws. Two in five pass the check,
 * the others have mistakes in them. A failure says the seed and shows the script.
 */
export function holdScripts(count: number): void {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0x3fffff }), (seed) => {
      for (let index = 0; index < 1000; index += 1) holdScript(seed * 1000 + index, index);
    }),
    { numRuns: count / 1000, endOnFailure: true },
  );
}

function holdScript(seed: number, index: number): void {
  const draw = drawFrom(seed);
  const isValid = index % 5 < 2;
  const text = isValid ? randomScript(draw) : brokenScript(draw);
  try {
    const before = process.cpuUsage();
    const { program, findings } = compileScenario(text);
    holdPlaces(text, findings);
    if (program !== undefined) holdRun(program);
    if (process.cpuUsage(before).user > LONGEST_MS * 1000) throw new Error('It took too long.');
    if (isValid && program === undefined) throw new Error(`It does not pass: ${findings[0]?.message}`);
    if (isValid && index % 20 === 0) holdPrinted(text);
    if (index % 50 === 2) holdEditor(text, draw);
  } catch (error) {
    throw new Error(`Script ${seed}: ${error instanceof Error ? error.message : error}\n${text}`);
  }
}

/** Every finding has its place inside the text. */
function holdPlaces(
  text: string,
  findings: readonly Pick<ScenarioFinding, 'line' | 'column' | 'endColumn'>[],
) {
  if (findings.length === 0) return;
  const lines = text.split(/\r\n|\r|\n/);
  for (const { line, column, endColumn } of findings) {
    const length = lines[line - 1]?.length ?? -1;
    const isInside = column >= 1 && column <= length + 1 && endColumn >= column && endColumn <= length + 2;
    if (!isInside) throw new Error(`A finding lies outside the text: ${line}:${column}-${endColumn}.`);
  }
}

/** A run ends within its budget with a finite number, or an error that is not one of ours. */
function holdRun(program: ScenarioProgram): void {
  const outcome = runScenario(program, INPUT, BUDGET);
  const printed = outcome.printed.length;
  if (printed > BUDGET.printedLines) throw new Error(`It printed ${printed} lines.`);
  if (outcome.ok ? !Number.isFinite(outcome.valueHundredths) : outcome.error.number === 51)
    throw new Error(outcome.ok ? 'Its result is not finite.' : outcome.error.message);
}

const withoutPlaces = (module: unknown) =>
  JSON.stringify(module, (key, value: unknown) =>
    ['at', 'operatorAt', 'firstLine', 'lastLine'].includes(key) ? undefined : (value ?? `${value}`),
  );

/** Parsed, printed and parsed again a script is the same, and does the same. */
function holdPrinted(text: string): void {
  const { module } = parseScenario(text);
  const printed = printScript(module);
  expect(withoutPlaces(parseScenario(printed).module)).toBe(withoutPlaces(module));
  const outcomes = [text, printed].map((each) => {
    const { program } = compileScenario(each);
    const outcome = program && runScenario(program, INPUT, BUDGET);
    return outcome?.ok === false ? outcome.error.number : outcome;
  });
  expect(outcomes[1]).toEqual(outcomes[0]);
}

/** What an editor asks never throws; fixes stay inside the text; stepping ends as a run does. */
function holdEditor(text: string, draw: Draw): void {
  const { program, findings } = checkScenario(text, { paraCount: draw(4) });
  holdPlaces(text, findings);
  for (const { fixes } of findings.slice(0, 5)) {
    for (const fix of fixes) {
      holdPlaces(text, fix.edits);
      applyFix(text, fix);
    }
  }
  const lines = text.split(/\r\n|\r|\n/);
  for (let place = 0; place < 3; place += 1) {
    const line = draw(lines.length) + 1;
    const column = draw((lines[line - 1]?.length ?? 0) + 1) + 1;
    hoverAt(text, line, column);
    const { column: start, endColumn } = completionsAt(text, line, column);
    if (start > column || endColumn < column) throw new Error('The completed word is not at the place.');
  }
  if (program === undefined) return;
  const { outcome } = traceScenario(program, INPUT, { mostSteps: 50, budget: BUDGET });
  expect(outcome).toEqual(runScenario(program, INPUT, BUDGET));
}
