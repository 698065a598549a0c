import { type CompiledProgram, compileProgram } from './compile/program.ts';
import { errorAt, inReadingOrder, type ScenarioFinding } from './findings.ts';
import { resolveScenario } from './resolve/resolve.ts';
import { fullBudget, runProgram, type ScenarioInput, type ScenarioOutcome } from './run.ts';
import type { ScenarioBudget } from './runtime/machine.ts';
import { parseScenario } from './syntax/parser.ts';

export { defaultScenario } from './default-scenario.ts';
export type { ScenarioFinding } from './findings.ts';
export { resultHundredths } from './result.ts';
export type { ScenarioError, ScenarioInput, ScenarioOutcome } from './run.ts';
export type { ScenarioBudget } from './runtime/machine.ts';

/** A script that can run. Compiled once, run for any number of intervals. */
export interface ScenarioProgram {
  /** The highest ParaN that statements of the script use; 0 when they use none. */
  readonly paraCount: number;
  /** Numbers of all Paras that statements use, ascending. A mere Dim is no use. */
  readonly paras: readonly number[];
}

const LONGEST_SCRIPT = 100_000;
/** Beyond these a list of mistakes helps nobody. */
const MOST_FINDINGS = 200;
const compiled = new WeakMap<ScenarioProgram, CompiledProgram>();

/**
 * Checks a script and makes it ready to run. Finds several mistakes in one pass, each with its place; `program` is
 * absent when one of them is an error. Never throws.
 */
export function compileScenario(text: string): { program?: ScenarioProgram; findings: ScenarioFinding[] } {
  const start = { line: 1, column: 1, endColumn: 1 };
  if (text.length > LONGEST_SCRIPT) {
    const message = `The script is longer than ${LONGEST_SCRIPT} characters: make it shorter.`;
    return { findings: [errorAt(start, 'SCENARIO_TOO_LONG', message, { characters: LONGEST_SCRIPT })] };
  }
  try {
    return checkAndCompile(text);
  } catch (error) {
    // Expressions nest in ways a limit on levels does not see; the host's stack is the last one.
    if (!(error instanceof RangeError)) throw error;
    const message = 'The script nests expressions or blocks too deep: split them up.';
    return { findings: [errorAt(start, 'SCENARIO_TOO_DEEP', message, { variant: 'script' })] };
  }
}

function checkAndCompile(text: string): { program?: ScenarioProgram; findings: ScenarioFinding[] } {
  const parsed = parseScenario(text);
  const { scenario, findings: resolved } = resolveScenario(parsed);
  const findings = [...parsed.findings, ...resolved];
  if (hasError(findings)) return { findings: shown(withoutEchoes(parsed.findings, findings)) };
  const { program: internal, findings: typed } = compileProgram(scenario);
  findings.push(...typed);
  if (hasError(findings)) return { findings: shown(findings) };
  const paras = [...scenario.paras.keys()].sort((a, b) => a - b);
  const program: ScenarioProgram = Object.freeze({
    paraCount: paras.at(-1) ?? 0,
    paras: Object.freeze(paras),
  });
  compiled.set(program, internal);
  return { program, findings: shown(findings) };
}

function shown(findings: readonly ScenarioFinding[]): ScenarioFinding[] {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  return inReadingOrder([...inReadingOrder(errors), ...warnings].slice(0, MOST_FINDINGS));
}

function hasError(findings: readonly ScenarioFinding[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}

/** Where a line could not be parsed, what its names seem to lack is an echo of that: Result "never set" and the like. */
function withoutEchoes(
  syntax: readonly ScenarioFinding[],
  findings: readonly ScenarioFinding[],
): readonly ScenarioFinding[] {
  if (syntax.length === 0) return findings;
  const lines = new Set(syntax.map(({ line }) => line));
  const kept = new Set(syntax);
  return findings.filter(
    (finding) => kept.has(finding) || (finding.severity === 'error' && !lines.has(finding.line)),
  );
}

/**
 * Runs a script for one interval. Never throws and always ends: an error in the script, a budget used up, or a Para
 * that is not mapped is an outcome with `ok: false`, its place and its BASIC error number.
 */
export function runScenario(
  program: ScenarioProgram,
  input: ScenarioInput,
  budget?: Partial<ScenarioBudget>,
): ScenarioOutcome {
  const internal = compiled.get(program);
  if (internal === undefined) {
    const message = 'This program was not made by compileScenario.';
    return {
      ok: false,
      error: { code: 'SCENARIO_NOT_COMPILED', message, line: 1, column: 1, number: 51 },
      printed: [],
    };
  }
  return runProgram(internal, input, fullBudget(budget));
}
