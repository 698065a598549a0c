import { likelyName } from '../../likely-name.ts';
import { errorAt, type ScenarioFinding, warningAt } from '../findings.ts';
import type { Dimension, RecordShape } from '../runtime/values.ts';
import type { Argument, Bound, Expression, Statement } from '../syntax/ast.ts';
import type { ParsedScenario } from '../syntax/parser.ts';
import { declareProcedure, declareStatements, givenVariable, resolveType } from './declare.ts';
import { checkJumps, collectLabels } from './jumps.ts';
import {
  isName,
  type NameContext,
  noteSet,
  resolveAppliedName,
  resolveStatementName,
  resolveTargetName,
  resolveValueName,
  variableNamed,
} from './names.ts';
import type { ProcedureSymbol, ResolvedScenario } from './symbols.ts';

const START = { line: 1, column: 1, endColumn: 1 };

/** Finds what every name of a parsed script stands for, and what stands for nothing. */
export function resolveScenario(parsed: ParsedScenario): {
  scenario: ResolvedScenario;
  findings: ScenarioFinding[];
} {
  const findings: ScenarioFinding[] = [];
  const scenario: ResolvedScenario = {
    module: parsed.module,
    globals: new Map(),
    procedures: new Map(),
    records: new Map(),
    uses: new Map(),
    moduleFrame: { numbers: 0, values: 0 },
    paras: new Map(),
  };
  const context: NameContext = { scenario, findings };
  givenVariable(context, 'result', START);
  givenVariable(context, 'weekday', START);
  givenVariable(context, 'minutes', START);
  declareRecords(context);
  declareStatements(context, scenario.globals, parsed.module.declarations);
  const procedures = parsed.module.procedures.flatMap(
    (declaration) => declareProcedure(context, declaration) ?? [],
  );
  resolveStatements(context, parsed.module.declarations);
  for (const procedure of procedures) resolveProcedure({ ...context, owner: procedure });
  checkMain(context, parsed);
  warnOfUnset(context, procedures);
  return { scenario, findings };
}

function declareRecords(context: NameContext): void {
  const { scenario, findings } = context;
  for (const { name, key, at, fields } of scenario.module.records) {
    if (scenario.records.has(key)) {
      findings.push(
        errorAt(at, 'SCENARIO_DUPLICATE_NAME', `The Type ${name} is declared twice: remove one.`, {
          variant: 'type-twice',
          name,
        }),
      );
      continue;
    }
    const shape: RecordShape = { name, fields: [] };
    for (const field of fields) {
      const type = resolveType(context, field.type);
      if (shape.fields.some((other) => other.key === field.key))
        findings.push(
          errorAt(field.at, 'SCENARIO_DUPLICATE_NAME', `${field.name} is twice in the Type ${name}.`, {
            variant: 'field',
            name: field.name,
            type: name,
          }),
        );
      const length = field.type.length === undefined ? {} : { length: field.type.length };
      const dims = field.bounds === undefined ? {} : { dims: fieldDimensions(context, field.bounds) };
      shape.fields.push({ name: field.name, key: field.key, type, ...length, ...dims });
    }
    // Entered only now: a Type cannot contain itself.
    scenario.records.set(key, shape);
  }
}

/** Bounds inside a Type are plain numbers, since a Type is laid out before anything runs. */
function fieldDimensions(context: NameContext, bounds: readonly Bound[]): Dimension[] {
  const numberIn = (expression: Expression): number => {
    if (expression.kind === 'number' && Number.isInteger(expression.value)) return expression.value;
    if (expression.kind === 'unary' && expression.operator === '-') return -numberIn(expression.operand);
    const message = 'The bounds of an array inside a Type are whole numbers.';
    context.findings.push(errorAt(expression.at, 'SCENARIO_NOT_CONSTANT', message, { variant: 'bounds' }));
    return 0;
  };
  return bounds.map(({ lower, upper }) => {
    const from = lower === undefined ? context.scenario.module.base : numberIn(lower);
    return { lower: from, size: Math.max(0, numberIn(upper) - from + 1) };
  });
}

function checkMain({ scenario, findings }: NameContext, parsed: ParsedScenario): void {
  const main = scenario.procedures.get('main');
  const stray = parsed.strays[0];
  if (main === undefined) {
    const like = likelyName(
      'Main',
      [...scenario.procedures.values()].map(({ name }) => name),
    );
    const variant = stray === undefined ? 'absent' : 'stray';
    const hint =
      stray !== undefined
        ? 'put Sub Main() before the statements and End Sub after them.'
        : like === undefined
          ? 'add Sub Main() … End Sub with the calculation.'
          : `did you mean Main for ${like}?`;
    const at = stray?.at ?? parsed.module.procedures[0]?.at ?? START;
    findings.push(
      errorAt(at, 'SCENARIO_NO_MAIN', `The script has no Sub Main, which is where it starts: ${hint}`, {
        variant,
        like,
      }),
    );
    return;
  }
  const { declaration } = main;
  if (declaration.kind === 'function')
    findings.push(
      errorAt(declaration.at, 'SCENARIO_NO_MAIN', 'Main must be a Sub: write Sub Main() … End Sub.', {
        variant: 'function',
      }),
    );
  if (declaration.parameters.length > 0)
    findings.push(
      errorAt(declaration.at, 'SCENARIO_MAIN_PARAMETERS', 'Sub Main takes no parameters: write Sub Main().'),
    );
  for (const { at } of parsed.strays)
    findings.push(
      errorAt(
        at,
        'SCENARIO_OUTSIDE_PROCEDURE',
        'A statement outside every Sub never runs: move it into Sub Main.',
      ),
    );
}

/** A result that is never set is 0 in every interval; a name that is read and never set is usually a typing error. */
function warnOfUnset({ scenario, findings }: NameContext, procedures: readonly ProcedureSymbol[]): void {
  const names = (procedure: ProcedureSymbol) => [...procedure.locals.values(), ...scenario.globals.values()];
  for (const procedure of procedures) {
    for (const variable of procedure.locals.values()) {
      if (variable.kind !== 'variable' || variable.origin !== 'implicit') continue;
      if (variable.isSet || variable.firstRead === undefined) continue;
      const others = names(procedure).filter(
        (other) =>
          other !== variable && !(other.kind === 'variable' && other.origin === 'implicit' && !other.isSet),
      );
      const likely = likelyName(
        variable.name,
        others.map(({ name }) => name),
      );
      findings.push(
        warningAt(
          variable.firstRead,
          'SCENARIO_NEVER_SET',
          `${variable.name} is never given a value and counts as 0${likely === undefined ? '.' : `: did you mean ${likely}?`}`,
          { name: variable.name, likely },
        ),
      );
    }
  }
  const result = scenario.globals.get('result');
  const main = scenario.procedures.get('main');
  if (result?.kind === 'variable' && !result.isSet && main !== undefined)
    findings.push(
      warningAt(
        main.declaration.at,
        'SCENARIO_RESULT_NOT_SET',
        'The script never sets Result, so every interval gets 0: add Result = …',
      ),
    );
}

function resolveProcedure(context: NameContext & { owner: ProcedureSymbol }): void {
  const { owner, findings } = context;
  for (const { initial } of owner.declaration.parameters)
    if (initial !== undefined) resolveExpression(context, initial);
  collectLabels(context, owner.declaration.body);
  resolveStatements(context, owner.declaration.body);
  checkJumps(context, owner.declaration.body, []);
  if (owner.result !== undefined && !owner.result.isSet)
    findings.push(
      warningAt(
        owner.declaration.at,
        'SCENARIO_FUNCTION_NOT_SET',
        `The Function ${owner.name} never sets its value: add ${owner.name} = …`,
        { name: owner.name },
      ),
    );
}

function resolveStatements(context: NameContext, statements: readonly Statement[]): void {
  for (const statement of statements) resolveStatement(context, statement);
}

function resolveStatement(context: NameContext, statement: Statement): void {
  const value = (expression: Expression | undefined) => {
    if (expression !== undefined) resolveExpression(context, expression);
  };
  switch (statement.kind) {
    case 'dim':
    case 'redim':
      for (const declarator of statement.declarators) {
        for (const { lower, upper } of declarator.bounds ?? []) {
          value(lower);
          value(upper);
        }
        if (statement.kind === 'redim') resolveRedim(context, declarator.name, declarator.key, declarator);
      }
      break;
    case 'const':
      for (const declarator of statement.declarators) value(declarator.value);
      break;
    case 'erase':
      for (const target of statement.targets) value(target);
      break;
    case 'assign':
      value(statement.value);
      resolveTarget(context, statement.target);
      break;
    case 'call':
      resolveCallStatement(context, statement.target, statement.args);
      break;
    case 'if':
      for (const { condition, body } of statement.branches) {
        value(condition);
        resolveStatements(context, body);
      }
      resolveStatements(context, statement.otherwise ?? []);
      break;
    case 'select':
      value(statement.subject);
      for (const { tests, body } of statement.cases) {
        for (const test of tests) {
          value(test.value);
          value(test.upper);
        }
        resolveStatements(context, body);
      }
      break;
    case 'for':
      value(statement.from);
      value(statement.to);
      value(statement.step);
      resolveTarget(context, statement.counter);
      resolveStatements(context, statement.body);
      break;
    case 'forEach':
      value(statement.list);
      resolveTarget(context, statement.item);
      resolveStatements(context, statement.body);
      break;
    case 'do':
      if (statement.test === 'before') value(statement.condition);
      resolveStatements(context, statement.body);
      if (statement.test === 'after') value(statement.condition);
      break;
    case 'with':
      value(statement.subject);
      resolveStatements(context, statement.body);
      break;
    case 'raise':
      value(statement.number);
      break;
    case 'print':
      for (const item of statement.items) value(item.value);
      break;
    default:
  }
}

function resolveRedim(
  context: NameContext,
  name: string,
  key: string,
  declarator: Extract<Statement, { kind: 'redim' }>['declarators'][number],
): void {
  const expression = { kind: 'name', name, key, at: declarator.at } as const;
  const variable = variableNamed(context, expression);
  if (variable === undefined && context.owner !== undefined)
    declareStatements(
      context,
      context.owner.locals,
      [{ kind: 'dim', declarators: [{ ...declarator, bounds: [] }], isStatic: false, at: declarator.at }],
      context.owner,
    );
  else if (variable?.kind === 'constant' || (variable?.bounds === undefined && variable?.type !== 'Variant'))
    context.findings.push(
      errorAt(declarator.at, 'SCENARIO_NOT_AN_ARRAY', `${name} is no array: declare it with Dim ${name}().`, {
        variant: 'redim',
        name,
      }),
    );
}

function resolveTarget(context: NameContext, target: Expression): void {
  if (isName(target)) {
    resolveTargetName(context, target);
    return;
  }
  resolveExpression(context, target);
  let root: Expression | undefined = target;
  while (root !== undefined && (root.kind === 'apply' || root.kind === 'member')) root = root.target;
  const symbol = root === undefined ? undefined : context.scenario.uses.get(root);
  const isMid = symbol?.kind === 'builtin' && symbol.key === 'mid';
  if (symbol?.kind === 'variable') noteSet(context, symbol, target.at);
  else if (root !== undefined && symbol !== undefined && !isMid && symbol.kind !== 'err')
    context.findings.push(
      errorAt(
        target.at,
        'SCENARIO_NOT_ASSIGNABLE',
        'Only a variable, an element or a field can be given a value.',
      ),
    );
  if (isMid && target.kind === 'apply') {
    const first = target.args[0]?.value;
    if (first !== undefined) resolveTarget(context, first);
  }
}

function resolveArguments(context: NameContext, args: readonly Argument[]): void {
  for (const { value } of args) if (value !== undefined) resolveExpression(context, value);
}

function resolveCallStatement(context: NameContext, target: Expression, args: readonly Argument[]): void {
  resolveArguments(context, args);
  if (isName(target)) resolveStatementName(context, target, args);
  else if (
    target.kind === 'member' &&
    target.target !== undefined &&
    isName(target.target) &&
    target.target.key === 'err'
  )
    resolveExpression(context, target.target);
  else {
    resolveExpression(context, target);
    context.findings.push(
      errorAt(
        target.at,
        'SCENARIO_STATEMENT_INCOMPLETE',
        'Nothing happens here: write = and a value, or call a Sub.',
        { variant: 'line' },
      ),
    );
  }
}

export function resolveExpression(context: NameContext, expression: Expression): void {
  switch (expression.kind) {
    case 'name':
      resolveValueName(context, expression);
      break;
    case 'apply':
      resolveArguments(context, expression.args);
      if (isName(expression.target)) resolveAppliedName(context, expression.target, expression.args, true);
      else resolveExpression(context, expression.target);
      break;
    case 'member':
      if (expression.target !== undefined) resolveMemberRoot(context, expression.target);
      break;
    case 'unary':
      resolveExpression(context, expression.operand);
      break;
    case 'binary':
      resolveExpression(context, expression.left);
      resolveExpression(context, expression.right);
      break;
    case 'group':
      resolveExpression(context, expression.inner);
      break;
    default:
  }
}

/** What stands before a point: a record, or an object, which scripts do not have. */
function resolveMemberRoot(context: NameContext, target: Expression): void {
  const isOwn = isName(target) && context.owner?.result !== undefined && context.owner.key === target.key;
  if (isName(target) && !isOwn && target.key !== 'err' && variableNamed(context, target) === undefined) {
    context.findings.push(
      errorAt(
        target.at,
        'SCENARIO_REFUSED',
        `There is no variable ${target.name} with fields, and a script cannot use objects.`,
        { variant: 'fields', name: target.name },
      ),
    );
    return;
  }
  resolveExpression(context, target);
}
