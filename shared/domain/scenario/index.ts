import { analyseScenario, type ScenarioAnalysis } from './analysis.ts';
import type { CompiledProgram } from './compile/program.ts';
import { withFixes } from './editor/fixes.ts';
import { hintsOf } from './editor/hints.ts';
import type { CheckedFinding, CheckOptions } from './editor/types.ts';
import { type HintedFinding, inReadingOrder, type ScenarioFinding } from './findings.ts';
import { fullBudget, runProgram, type ScenarioInput, type ScenarioOutcome } from './run.ts';
import type { ScenarioBudget } from './runtime/machine.ts';
import { type ScenarioTrace, traceProgram } from './trace.ts';

export { defaultScenario } from './default-scenario.ts';
export { completionsAt, type ScenarioCompletion, type ScenarioCompletions } from './editor/complete.ts';
export { type ScenarioFunction, scenarioFunctions } from './editor/describe.ts';
export { hoverAt, type ScenarioHover } from './editor/hover.ts';
export {
  applyFix,
  type CheckedFinding,
  type CheckOptions,
  type ScenarioEdit,
  type ScenarioFix,
  type Told,
} from './editor/types.ts';
export type { ScenarioFinding } from './findings.ts';
export { resultHundredths } from './result.ts';
export type { ScenarioError, ScenarioInput, ScenarioOutcome } from './run.ts';
export type { ScenarioBudget } from './runtime/machine.ts';
export { type ScenarioTemplate, scenarioTemplates } from './templates.ts';
export type { ScenarioStep, ScenarioTrace, TracedState, TracedVariable } from './trace.ts';

/** A script that can run. Compiled once, run for any number of intervals. */
export interface ScenarioProgram {
  /** The highest ParaN that statements of the script use; 0 when they use none. */
  readonly paraCount: number;
  /** Numbers of all Paras that statements use, ascending. A mere Dim is no use. */
  readonly paras: readonly number[];
}

/** Beyond these a list of mistakes helps nobody. */
const MOST_FINDINGS = 200;
const compiled = new WeakMap<ScenarioProgram, CompiledProgram>();

/**
 * Checks a script and makes it ready to run. Finds several mistakes in one pass, each with its place; `program` is
 * absent when one of them is an error. Never throws.
 */
export function compileScenario(text: string): { program?: ScenarioProgram; findings: ScenarioFinding[] } {
  const analysis = analyseScenario(text);
  const program = programOf(analysis);
  return { findings: shown(analysis.findings), ...(program === undefined ? {} : { program }) };
}

/**
 * For an editor, and for a person at the command line: what `compileScenario` finds, hints (a division by something
 * that may be 0), and Paras beside the mapping where `paraCount`, the number of mapped sources, is given. Each finding
 * has its quick fixes. A Para that is not mapped is an error of the mapping: the program is there all the same.
 */
export function checkScenario(
  text: string,
  options: CheckOptions = {},
): { program?: ScenarioProgram; findings: CheckedFinding[] } {
  const analysis = analyseScenario(text);
  const program = programOf(analysis);
  const findings = shown<HintedFinding>([...analysis.findings, ...hintsOf(text, analysis, options)]);
  return {
    findings: withFixes(text, analysis, findings, options),
    ...(program === undefined ? {} : { program }),
  };
}

function programOf({ program: internal, scenario }: ScenarioAnalysis): ScenarioProgram | undefined {
  if (internal === undefined || scenario === undefined) return undefined;
  const paras = [...scenario.paras.keys()].sort((a, b) => a - b);
  const program: ScenarioProgram = Object.freeze({
    paraCount: paras.at(-1) ?? 0,
    paras: Object.freeze(paras),
  });
  compiled.set(program, internal);
  return program;
}

function shown<Finding extends HintedFinding>(findings: readonly Finding[]): Finding[] {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const others = findings.filter(({ severity }) => severity !== 'error');
  return inReadingOrder([...inReadingOrder(errors), ...others].slice(0, MOST_FINDINGS));
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
      printedLeftOut: 0,
    };
  }
  return runProgram(internal, input, fullBudget(budget));
}

/** Runs a script for one interval as `runScenario` does, and keeps what stood where before each statement. */
export function traceScenario(
  program: ScenarioProgram,
  input: ScenarioInput,
  options: { mostSteps?: number; budget?: Partial<ScenarioBudget> } = {},
): ScenarioTrace {
  const internal = compiled.get(program);
  if (internal !== undefined)
    return traceProgram(internal, input, fullBudget(options.budget), options.mostSteps ?? 2000);
  const end = { procedure: '', depth: 0, variables: [], printed: 0 };
  return { steps: [], end, outcome: runScenario(program, input), cut: false };
}
