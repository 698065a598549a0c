import type { ScenarioAnalysis } from '../analysis.ts';
import type { HintedFinding } from '../findings.ts';
import {
  type CheckedFinding,
  type CheckOptions,
  insertion,
  linesOf,
  type ScenarioEdit,
  type ScenarioFix,
  scenarioFix,
} from './types.ts';

/** Gives each finding the quick fixes it has. */
export function withFixes(
  text: string,
  analysis: ScenarioAnalysis,
  findings: readonly (HintedFinding & { fixes?: ScenarioFix[] })[],
  options: CheckOptions,
): CheckedFinding[] {
  const lines = linesOf(text);
  return findings.map((finding) => ({
    ...finding,
    fixes: finding.fixes ?? fixesOf({ lines, analysis, options, finding }),
  }));
}

interface Fixing {
  lines: readonly string[];
  analysis: ScenarioAnalysis;
  options: CheckOptions;
  finding: HintedFinding;
}

const ENDS = new Set([
  ...['SCENARIO_END_IF_MISSING', 'SCENARIO_END_SELECT_MISSING', 'SCENARIO_NEXT_MISSING'],
  ...['SCENARIO_LOOP_MISSING', 'SCENARIO_WEND_MISSING', 'SCENARIO_END_WITH_MISSING'],
  ...['SCENARIO_END_SUB_MISSING', 'SCENARIO_END_FUNCTION_MISSING', 'SCENARIO_END_TYPE_MISSING'],
]);

function fixesOf(fixing: Fixing): ScenarioFix[] {
  const { finding } = fixing;
  const { code, line, column, endColumn } = finding;
  const detail = (name: string) => textDetail(finding, name);
  if (ENDS.has(code)) return closing(fixing);
  switch (code) {
    case 'SCENARIO_THEN_MISSING':
      return [scenarioFix('then', 'Add Then', [insertion(line, column, ' Then')])];
    case 'SCENARIO_NAME_WITH_BLANK':
      return replacing(fixing, detail('joined'));
    case 'SCENARIO_DECIMAL_COMMA':
      return replacing(fixing, detail('written'));
    case 'SCENARIO_NEXT_OF_ANOTHER':
      return replacing(fixing, detail('counter'));
    case 'SCENARIO_UNDECLARED':
      return [...replacing(fixing, detail('likely')), ...declaring(fixing)];
    case 'SCENARIO_NEVER_SET':
    case 'SCENARIO_UNKNOWN_FUNCTION':
    case 'SCENARIO_UNKNOWN_SUB':
    case 'SCENARIO_UNKNOWN_TYPE':
      return replacing(fixing, detail('likely'));
    case 'SCENARIO_NO_MAIN':
      return renamingToMain(fixing);
    case 'SCENARIO_RESULT_NOT_SET':
      return settingResult(fixing);
    case 'SCENARIO_SEMICOLON':
      return [removing(line, column, endColumn, ';')];
    case 'SCENARIO_STRING_NOT_CLOSED':
      return [scenarioFix('insert', 'Add "', [insertion(line, endColumn, '"')], { text: '"' })];
    case 'SCENARIO_PARENTHESIS_MISSING':
      return parenthesis(fixing);
    case 'SCENARIO_SYNTAX':
      if (detail('variant') === 'two-words') return replacing(fixing, detail('name'));
      return detail('variant') === 'wend' ? replacing(fixing, 'Wend') : [];
    case 'SCENARIO_OPERATOR_ORDER':
    case 'SCENARIO_DOUBLE_EQUALS':
    case 'SCENARIO_FOREIGN_OPERATOR':
    case 'SCENARIO_TYPOGRAPHIC_CHARACTER':
      return operator(fixing);
    default:
      return [];
  }
}

function textDetail({ details }: HintedFinding, name: string): string | undefined {
  const value = details?.[name];
  return typeof value === 'string' ? value : undefined;
}

function replacing({ finding }: Fixing, text: string | undefined): ScenarioFix[] {
  if (text === undefined) return [];
  const { line, column, endColumn } = finding;
  return [scenarioFix('replace', `Write ${text}`, [{ line, column, endColumn, text }], { text })];
}

function removing(line: number, column: number, endColumn: number, text: string): ScenarioFix {
  return scenarioFix('remove', `Remove ${text}`, [{ line, column, endColumn, text: '' }], { text });
}

/** The line of the Sub or Function a place is in, and the blanks its statements start with. */
function procedureAt({ analysis, lines }: Fixing, line: number) {
  const procedure = analysis.parsed?.module.procedures.find(
    ({ firstLine, lastLine }) => line >= firstLine && line <= lastLine,
  );
  if (procedure === undefined) return undefined;
  const own = /^\s*/.exec(lines[procedure.firstLine - 1] ?? '')?.[0] ?? '';
  return { firstLine: procedure.firstLine, indent: `${own}  ` };
}

/** Puts a line behind the Sub line of the procedure. */
function intoProcedure(fixing: Fixing, text: string): ScenarioEdit[] | undefined {
  const procedure = procedureAt(fixing, fixing.finding.line);
  if (procedure === undefined) return undefined;
  const end = (fixing.lines[procedure.firstLine - 1] ?? '').length + 1;
  return [insertion(procedure.firstLine, end, `\n${procedure.indent}${text}`)];
}

function declaring(fixing: Fixing): ScenarioFix[] {
  const name = textDetail(fixing.finding, 'name');
  const edits = name === undefined ? undefined : intoProcedure(fixing, `Dim ${name} As Double`);
  return edits === undefined
    ? []
    : [scenarioFix('declare', `Add Dim ${name} As Double`, edits, { text: `Dim ${name} As Double` })];
}

function settingResult(fixing: Fixing): ScenarioFix[] {
  const { paraCount = 1 } = fixing.options;
  const paras = Array.from({ length: Math.max(1, paraCount) }, (_, index) => `Para${index + 1}`);
  const sum = paras.length === 1 ? 'Para1' : `(${paras.join(' + ')})`;
  const text = `Result = ${sum} * 100`;
  const edits = intoProcedure(fixing, text);
  return edits === undefined ? [] : [scenarioFix('insert', `Add ${text}`, edits, { text })];
}

function renamingToMain({ analysis, finding }: Fixing): ScenarioFix[] {
  const like = textDetail(finding, 'like');
  const procedure = analysis.parsed?.module.procedures.find(({ name }) => name === like);
  if (like === undefined || procedure === undefined) return [];
  const { line, column, endColumn } = procedure.at;
  return [
    scenarioFix('replace', 'Write Main', [{ line, column, endColumn, text: 'Main' }], { text: 'Main' }),
  ];
}

function closing({ finding, lines }: Fixing): ScenarioFix[] {
  const closer = textDetail(finding, 'closer');
  if (closer === undefined) return [];
  const indent = /^\s*/.exec(lines[finding.line - 1] ?? '')?.[0] ?? '';
  const before = finding.details?.beforeLine;
  const at = typeof before === 'number' ? before : lines.length;
  const last = lines[at - 1] ?? '';
  const edit =
    typeof before === 'number' || last.trim() === ''
      ? insertion(at, 1, `${indent}${closer}\n`)
      : insertion(at, last.length + 1, `\n${indent}${closer}`);
  return [scenarioFix('close', `Add ${closer}`, [edit], { text: closer })];
}

function parenthesis({ finding, lines }: Fixing): ScenarioFix[] {
  const { line, column, endColumn } = finding;
  const variant = textDetail(finding, 'variant');
  if (variant === 'close') return [removing(line, column, endColumn, ')')];
  const text = lines[line - 1] ?? '';
  const then = /\s+then\b/i.exec(text.slice(column))?.index;
  const bare = text.replace(/\s*('[^"]*)?$/, '');
  const place =
    variant === 'parameters' ? endColumn : then === undefined ? bare.length + 1 : column + then + 1;
  return [scenarioFix('insert', 'Add )', [insertion(line, place, ')')], { text: ')' })];
}

const QUOTES = /[“”„‟«»]/gu;

/** Operators of other languages, and characters that word processors make. */
function operator(fixing: Fixing): ScenarioFix[] {
  const { finding, lines } = fixing;
  const { line, column, endColumn } = finding;
  const text = lines[line - 1] ?? '';
  const variant = textDetail(finding, 'variant');
  if (variant === 'quote') {
    const edits = [...text.matchAll(QUOTES)].map(({ index }) => ({
      ...{ line, column: index + 1, endColumn: index + 2, text: '"' },
    }));
    return [scenarioFix('replace', 'Write "', edits, { text: '"' })];
  }
  if (variant === 'comment') {
    const end = text.startsWith('//', column - 1) ? column + 2 : column + 1;
    return [scenarioFix('replace', "Write '", [{ line, column, endColumn: end, text: "'" }], { text: "'" })];
  }
  if (variant === 'colon-equals')
    return [
      scenarioFix('replace', 'Write =', [{ line, column, endColumn: column + 2, text: '=' }], { text: '=' }),
    ];
  if (variant === 'compound') {
    const name = textDetail(finding, 'name') ?? '';
    const sign = textDetail(finding, 'operator') ?? '';
    if (
      text
        .slice(0, column - 1)
        .trim()
        .toLowerCase() !== name.toLowerCase()
    )
      return [];
    return replacing(fixing, `= ${name} ${sign}`);
  }
  const meant = textDetail(finding, 'meant');
  if (meant === undefined || !/^[A-Z]/.test(meant)) return replacing(fixing, meant);
  const before = /\s$/.test(text.slice(0, column - 1)) ? '' : ' ';
  const after = /^\s/.test(text.slice(endColumn - 1)) ? '' : ' ';
  const edit = { line, column, endColumn, text: before + meant + after };
  return [scenarioFix('replace', `Write ${meant}`, [edit], { text: meant })];
}
