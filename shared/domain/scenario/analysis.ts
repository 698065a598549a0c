import { type CompiledProgram, compileProgram } from './compile/program.ts';
import { errorAt, hasError, type ScenarioFinding } from './findings.ts';
import { resolveScenario } from './resolve/resolve.ts';
import type { ResolvedScenario } from './resolve/symbols.ts';
import { type ParsedScenario, parseScenario } from './syntax/parser.ts';

/** All that is known of a script's text; what is absent could not be made of it. */
export interface ScenarioAnalysis {
  parsed?: ParsedScenario;
  scenario?: ResolvedScenario;
  /** Absent when a finding is an error. */
  program?: CompiledProgram;
  findings: ScenarioFinding[];
}

const LONGEST_SCRIPT = 100_000;
const START = { line: 1, column: 1, endColumn: 1 };

/** Parses, resolves and compiles a script. Never throws. */
export function analyseScenario(text: string): ScenarioAnalysis {
  if (text.length > LONGEST_SCRIPT) {
    const message = `The script is longer than ${LONGEST_SCRIPT} characters: make it shorter.`;
    return { findings: [errorAt(START, 'SCENARIO_TOO_LONG', message, { characters: LONGEST_SCRIPT })] };
  }
  try {
    const parsed = parseScenario(text);
    const { scenario, findings: resolved } = resolveScenario(parsed);
    const findings = [...parsed.findings, ...resolved];
    if (hasError(findings)) {
      return { parsed, scenario, findings: withoutEchoes(parsed.findings, findings) };
    }
    const { program, findings: typed } = compileProgram(scenario);
    findings.push(...typed);
    return { parsed, scenario, findings, ...(hasError(findings) ? {} : { program }) };
  } catch (error) {
    // Expressions nest in ways a limit on levels does not see; the host's stack is the last one.
    if (!(error instanceof RangeError)) throw error;
    const message = 'The script nests expressions or blocks too deep: split them up.';
    return { findings: [errorAt(START, 'SCENARIO_TOO_DEEP', message, { variant: 'script' })] };
  }
}

/** Where a line could not be parsed, what its names seem to lack is an echo of that: Result "never set" and the like. */
function withoutEchoes(
  syntax: readonly ScenarioFinding[],
  findings: readonly ScenarioFinding[],
): ScenarioFinding[] {
  if (syntax.length === 0) return [...findings];
  const lines = new Set(syntax.map(({ line }) => line));
  const kept = new Set(syntax);
  return findings.filter(
    (finding) => kept.has(finding) || (finding.severity === 'error' && !lines.has(finding.line)),
  );
}
