import type { ScenarioAnalysis } from '../analysis.ts';
import { errorAt, type HintedFinding, hintAt, type Span, warningAt } from '../findings.ts';
import type { ResolvedScenario } from '../resolve/symbols.ts';
import type { Statement } from '../syntax/ast.ts';
import { type UnguardedDivision, unguardedDivisions } from './divisions.ts';
import {
  type CheckOptions,
  insertion,
  linesOf,
  type ScenarioEdit,
  type ScenarioFix,
  scenarioFix,
} from './types.ts';

/** A finding that brings its fixes along. */
export type HintFinding = HintedFinding & { fixes: ScenarioFix[] };

/** What a script that compiles could still do wrong: divide by 0, or use other Paras than are mapped. */
export function hintsOf(text: string, analysis: ScenarioAnalysis, options: CheckOptions): HintFinding[] {
  const { scenario, program } = analysis;
  if (scenario === undefined) return [];
  const lines = linesOf(text);
  const paras = options.paraCount === undefined ? [] : paraFindings(lines, scenario, options.paraCount);
  if (program === undefined) return paras.filter(({ severity }) => severity === 'error');
  const divisions = scenario.module.procedures.flatMap((procedure) =>
    unguardedDivisions(scenario, procedure).map((division) => divisionFinding(lines, division)),
  );
  return [...divisions, ...paras];
}

const OPERATORS = { '/': '/', '\\': '\\', mod: 'Mod' } as const;

function written(lines: readonly string[], { line, column, endColumn }: Span): string {
  return (lines[line - 1] ?? '').slice(column - 1, endColumn - 1);
}

function divisionFinding(
  lines: readonly string[],
  { operator, divisor, statement }: UnguardedDivision,
): HintFinding {
  const name = written(lines, divisor.kind === 'group' ? divisor.inner.at : divisor.at);
  const finding = hintAt(
    divisor.at,
    'SCENARIO_DIVISION_UNGUARDED',
    `Where ${name} is 0, ${OPERATORS[operator]} fails and the interval keeps its old value: ask If ${name} <> 0 Then first.`,
    { divisor: name, operator: OPERATORS[operator] },
  );
  const edits = guardEdits(lines, statement, name);
  const fixes =
    edits === undefined
      ? []
      : [scenarioFix('guard', `Put the line into If ${name} <> 0 Then`, edits, { divisor: name })];
  return { ...finding, fixes };
}

/** Puts a statement that has its line to itself into an If. */
function guardEdits(
  lines: readonly string[],
  statement: Statement,
  divisor: string,
): ScenarioEdit[] | undefined {
  const { line, column, endColumn } = statement.at;
  const whole = lines[line - 1] ?? '';
  const simple = ['assign', 'call', 'print'].includes(statement.kind);
  const alone = whole.slice(0, column - 1).trim() === '' && /^\s*('.*)?$/.test(whole.slice(endColumn - 1));
  if (!simple || !alone || divisor === '' || /_\s*$/.test(lines[line - 2] ?? '')) return undefined;
  const indent = whole.slice(0, column - 1);
  const isResult =
    statement.kind === 'assign' && statement.target.kind === 'name' && statement.target.key === 'result';
  const otherwise = isResult ? `\n${indent}Else\n${indent}  Result = 0` : '';
  return [
    insertion(line, column, `If ${divisor} <> 0 Then\n${indent}  `),
    insertion(line, whole.length + 1, `${otherwise}\n${indent}End If`),
  ];
}

function paraFindings(
  lines: readonly string[],
  scenario: ResolvedScenario,
  paraCount: number,
): HintFinding[] {
  const used = usesOfParas(scenario);
  const missing = [...used]
    .filter(([para]) => para > paraCount)
    .map(([para, places]) => paraMissing(para, places, paraCount));
  const unused = Array.from({ length: paraCount }, (_, index) => index + 1).filter((para) => !used.has(para));
  return unused.length === 0 ? missing : [...missing, parasUnused(lines, scenario, unused)];
}

function usesOfParas(scenario: ResolvedScenario): Map<number, Span[]> {
  const used = new Map<number, Span[]>();
  for (const [expression, symbol] of scenario.uses) {
    if (symbol.kind !== 'variable' || symbol.para === undefined) continue;
    used.set(symbol.para, [...(used.get(symbol.para) ?? []), expression.at]);
  }
  return used;
}

function paraMissing(para: number, places: readonly Span[], paraCount: number): HintFinding {
  const mapped = paraCount === 1 ? '1 source is' : `${paraCount} sources are`;
  const finding = errorAt(
    places[0]!,
    'SCENARIO_PARA_MISSING',
    `Para${para} is used, but ${mapped} mapped: map another source, or use a Para that is there.`,
    { variant: 'place', para, sources: paraCount },
  );
  const others = Array.from({ length: Math.min(paraCount, 3) }, (_, index) => `Para${paraCount - index}`);
  const fixes = others.map((other) =>
    scenarioFix(
      'other-para',
      `Use ${other} instead`,
      places.map((at) => ({ line: at.line, column: at.column, endColumn: at.endColumn, text: other })),
      { other },
    ),
  );
  return { ...finding, fixes };
}

function parasUnused(
  lines: readonly string[],
  scenario: ResolvedScenario,
  unused: readonly number[],
): HintFinding {
  const names = unused.map((para) => `Para${para}`);
  const list = names.join(', ');
  const main = scenario.procedures.get('main');
  const place = main?.declaration.at ?? { line: 1, column: 1, endColumn: 1 };
  const finding = warningAt(
    place,
    'SCENARIO_PARA_UNUSED',
    `${list} ${names.length === 1 ? 'is' : 'are'} mapped and not used: use ${names.length === 1 ? 'it' : 'them'}, or remove the source.`,
    { variant: 'place', paras: names },
  );
  const edits = addEdits(lines, main?.declaration.body ?? [], names);
  const fixes =
    edits === undefined ? [] : [scenarioFix('add-para', `Add ${list} to Result`, edits, { paras: names })];
  return { ...finding, fixes };
}

const BINDS_TIGHTER = new Set(['+', '-', '*', '/', '\\', 'mod', '^']);

/** Adds Paras to the last plain `Result = …` of Main, each times 100 as Result counts. */
function addEdits(
  lines: readonly string[],
  body: readonly Statement[],
  names: readonly string[],
): ScenarioEdit[] | undefined {
  const last = body.findLast(
    (each) => each.kind === 'assign' && each.target.kind === 'name' && each.target.key === 'result',
  );
  if (last?.kind !== 'assign') return undefined;
  const { value, at } = last;
  const rest = (lines[at.line - 1] ?? '').slice(at.endColumn - 1);
  if (/_\s*$/.test(rest) || value.at.line !== at.line) return undefined;
  const added = names.map((name) => ` + ${name} * 100`).join('');
  const loose = value.kind === 'binary' && !BINDS_TIGHTER.has(value.operator);
  const wrapped = loose || (value.kind === 'unary' && value.operator === 'not');
  if (!wrapped) return [insertion(at.line, at.endColumn, added)];
  return [insertion(at.line, value.at.column, '('), insertion(at.line, at.endColumn, `)${added}`)];
}
