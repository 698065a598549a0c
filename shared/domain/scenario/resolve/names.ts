import { likelyName } from '../../likely-name.ts';
import { errorAt, type Span, warningAt } from '../findings.ts';
import { CONSTANTS } from '../functions/constants.ts';
import { builtinNamed, FUNCTIONS, functionName } from '../functions/index.ts';
import type { Argument, Expression, NameExpression } from '../syntax/ast.ts';
import { refusalMessage, refusalOf } from '../syntax/refused.ts';
import { givenVariable, newSlot, type ResolveContext } from './declare.ts';
import { bankOf, type ConstantSymbol, type ProcedureSymbol, type VariableSymbol } from './symbols.ts';

/** Resolving inside one procedure; `owner` is absent in the module's own declarations. */
export interface NameContext extends ResolveContext {
  owner?: ProcedureSymbol;
}

/** A script with so many mistakes gets no suggestions: each costs a look at every name. */
const MOST_SUGGESTIONS = 100;

function visibleNames({ scenario, owner, findings }: NameContext): string[] {
  if (findings.length > MOST_SUGGESTIONS) return [];
  const named = [...(owner?.locals.values() ?? []), ...scenario.globals.values()];
  return [...named.map(({ name }) => name), 'Result', 'Weekday', 'Minutes'];
}

function callableNames({ scenario, findings }: NameContext): string[] {
  if (findings.length > MOST_SUGGESTIONS) return [];
  const own = [...scenario.procedures.values()].map(({ name }) => name);
  return [...own, ...Object.keys(FUNCTIONS).map(functionName)];
}

/** The variable or constant of that name, as seen from where the context stands. */
export function variableNamed(
  context: NameContext,
  name: NameExpression,
): VariableSymbol | ConstantSymbol | undefined {
  const local = context.owner?.locals.get(name.key);
  return local ?? givenVariable(context, name.key, name.at) ?? context.scenario.globals.get(name.key);
}

function implicitVariable(context: NameContext, name: NameExpression): VariableSymbol | undefined {
  const { owner, scenario, findings } = context;
  if (owner === undefined) {
    findings.push(
      errorAt(name.at, 'SCENARIO_NOT_CONSTANT', `${name.name} is no constant: write a number or a text.`, {
        variant: 'name',
        name: name.name,
      }),
    );
    return undefined;
  }
  if (scenario.module.explicit) {
    const likely = likelyName(name.name, visibleNames(context));
    const hint =
      likely === undefined
        ? `add Dim ${name.name}`
        : `did you mean ${likely}? Otherwise add Dim ${name.name}`;
    findings.push(
      errorAt(
        name.at,
        'SCENARIO_UNDECLARED',
        `${name.name} is not declared, which Option Explicit asks for: ${hint}.`,
        { name: name.name, likely },
      ),
    );
  }
  const type = name.suffix ?? 'Variant';
  const variable: VariableSymbol = {
    ...{ kind: 'variable', name: name.name, key: name.key, at: name.at, type, origin: 'implicit' },
    ...{ byReference: false, isSet: scenario.module.explicit },
    slot: newSlot(owner.frame, bankOf(type, false), false),
  };
  owner.locals.set(name.key, variable);
  return variable;
}

export function noteRead(context: NameContext, variable: VariableSymbol, at: Span): void {
  variable.firstRead ??= at;
  notePara(context, variable, at);
}

function notePara({ scenario }: NameContext, variable: VariableSymbol, at: Span): void {
  if (variable.para !== undefined && !scenario.paras.has(variable.para))
    scenario.paras.set(variable.para, at);
}

export function noteSet(context: NameContext, variable: VariableSymbol, at: Span): void {
  variable.isSet = true;
  notePara(context, variable, at);
}

function refuse(context: NameContext, name: NameExpression): boolean {
  const reason = refusalOf(name.key);
  if (reason === undefined) return false;
  context.findings.push(
    errorAt(name.at, 'SCENARIO_REFUSED', `${reason}: ${name.name} is not available.`, {
      reason: refusalMessage(name.key),
      name: name.name,
    }),
  );
  return true;
}

/** Resolves a name that stands alone where a value is needed. */
export function resolveValueName(context: NameContext, name: NameExpression): void {
  const { scenario, owner } = context;
  if (owner?.result !== undefined && owner.key === name.key) {
    scenario.uses.set(name, owner.result);
    return;
  }
  const variable = variableNamed(context, name);
  if (variable !== undefined) {
    scenario.uses.set(name, variable);
    if (variable.kind === 'variable') noteRead(context, variable, name.at);
    return;
  }
  if (name.key === 'err') {
    scenario.uses.set(name, { kind: 'err' });
    return;
  }
  if (Object.hasOwn(CONSTANTS, name.key)) {
    scenario.uses.set(name, { kind: 'literal', value: CONSTANTS[name.key]! });
    return;
  }
  const procedure = scenario.procedures.get(name.key);
  if (procedure !== undefined) {
    resolveCall(context, name, procedure, [], true);
    return;
  }
  const builtin = builtinNamed(name.key);
  if (builtin !== undefined) {
    checkArgumentCount(context, name, functionName(name.key), 0, builtin.required, builtin.most);
    scenario.uses.set(name, { kind: 'builtin', key: name.key, builtin });
    return;
  }
  if (refuse(context, name)) return;
  const created = implicitVariable(context, name);
  if (created === undefined) return;
  created.firstRead = name.at;
  scenario.uses.set(name, created);
}

/** Resolves a name that is given a value. */
export function resolveTargetName(context: NameContext, name: NameExpression): void {
  const { scenario, owner, findings } = context;
  if (owner?.result !== undefined && owner.key === name.key) {
    owner.result.isSet = true;
    scenario.uses.set(name, owner.result);
    return;
  }
  const variable = variableNamed(context, name);
  if (variable?.kind === 'constant') {
    findings.push(
      errorAt(
        name.at,
        'SCENARIO_CONSTANT_SET',
        `${variable.name} is a constant and cannot be given a value.`,
        { name: variable.name },
      ),
    );
    return;
  }
  if (variable !== undefined) {
    scenario.uses.set(name, variable);
    noteSet(context, variable, name.at);
    return;
  }
  if (name.key === 'err') {
    scenario.uses.set(name, { kind: 'err' });
    return;
  }
  if (scenario.procedures.has(name.key)) {
    findings.push(
      errorAt(
        name.at,
        'SCENARIO_PROCEDURE_SET',
        `${name.name} is a procedure and cannot be given a value here.`,
        { name: name.name },
      ),
    );
    return;
  }
  if (builtinNamed(name.key) !== undefined && !scenario.module.explicit) {
    findings.push(
      warningAt(
        name.at,
        'SCENARIO_FUNCTION_HIDDEN',
        `${functionName(name.key)} is a function; here it becomes a variable. Choose another name.`,
        { name: functionName(name.key) },
      ),
    );
  }
  const created = implicitVariable(context, name);
  if (created === undefined) return;
  created.isSet = true;
  scenario.uses.set(name, created);
}

function checkArgumentCount(
  { findings }: NameContext,
  name: NameExpression,
  display: string,
  count: number,
  required: number,
  most: number,
): void {
  if (count >= required && count <= most) return;
  const few =
    required === most ? `${required}` : count < required ? `at least ${required}` : `at most ${most}`;
  const word = few === '1' || few.endsWith(' 1') ? 'argument' : 'arguments';
  findings.push(
    errorAt(
      name.at,
      'SCENARIO_ARGUMENT_COUNT',
      `${display} takes ${few} ${word}, and ${count} ${count === 1 ? 'is' : 'are'} given.`,
      {
        name: display,
        given: count,
        ...(required === most ? { needed: required } : count < required ? { least: required } : { most }),
      },
    ),
  );
}

export function resolveCall(
  context: NameContext,
  name: NameExpression,
  procedure: ProcedureSymbol,
  args: readonly Argument[],
  asValue: boolean,
): void {
  const { scenario, findings } = context;
  scenario.uses.set(name, procedure);
  const { parameters, kind } = procedure.declaration;
  if (asValue && kind === 'sub')
    findings.push(
      errorAt(
        name.at,
        'SCENARIO_SUB_AS_VALUE',
        `${procedure.name} is a Sub and gives no value: make it a Function.`,
        { name: procedure.name },
      ),
    );
  const hasRest = parameters.at(-1)?.isParamArray === true;
  const required = parameters.filter(({ optional, isParamArray }) => !optional && !isParamArray).length;
  checkArgumentCount(context, name, procedure.name, args.length, required, hasRest ? 255 : parameters.length);
  args.forEach((argument, index) => {
    const found =
      argument.name === undefined ? parameters[index] : parameters.find(({ key }) => key === argument.name);
    if (argument.name !== undefined && found === undefined)
      findings.push(
        errorAt(
          argument.at,
          'SCENARIO_ARGUMENT_NAME',
          `${procedure.name} has no parameter ${argument.name}.`,
          { name: procedure.name, parameter: argument.name },
        ),
      );
    if (found !== undefined && argument.value === undefined && !found.optional)
      findings.push(
        errorAt(
          argument.at,
          'SCENARIO_ARGUMENT_COUNT',
          `${procedure.name} needs a value for ${found.name}.`,
          { variant: 'parameter', name: procedure.name, parameter: found.name },
        ),
      );
    const { value } = argument;
    if (value?.kind === 'name' && found?.byValue === false) {
      const variable = scenario.uses.get(value);
      if (variable?.kind === 'variable') variable.isSet = true;
    }
  });
}

/** Resolves the name before an argument list: an array's element, a call, or a Variant that may hold an array. */
export function resolveAppliedName(
  context: NameContext,
  name: NameExpression,
  args: readonly Argument[],
  asValue: boolean,
): void {
  const { scenario, findings } = context;
  const variable = variableNamed(context, name);
  const builtin = builtinNamed(name.key);
  const procedure = scenario.procedures.get(name.key);
  if (procedure !== undefined && context.owner?.locals.has(name.key) !== true) {
    resolveCall(context, name, procedure, args, asValue);
    return;
  }
  if (variable?.kind === 'variable') {
    const indexable = variable.bounds !== undefined || variable.type === 'Variant';
    if (indexable || builtin === undefined) {
      scenario.uses.set(name, variable);
      noteRead(context, variable, name.at);
      if (!indexable)
        findings.push(
          errorAt(
            name.at,
            'SCENARIO_NOT_AN_ARRAY',
            `${variable.name} is neither an array nor a function: remove the parentheses behind it.`,
            { variant: 'name', name: variable.name },
          ),
        );
      return;
    }
  }
  if (builtin !== undefined) {
    checkArgumentCount(context, name, functionName(name.key), args.length, builtin.required, builtin.most);
    scenario.uses.set(name, { kind: 'builtin', key: name.key, builtin });
    return;
  }
  if (refuse(context, name)) return;
  const likely = likelyName(name.name, callableNames(context));
  const hint =
    likely === undefined
      ? 'define it with Function, or declare an array with Dim.'
      : `did you mean ${likely}?`;
  findings.push(
    errorAt(name.at, 'SCENARIO_UNKNOWN_FUNCTION', `There is no function or array ${name.name}: ${hint}`, {
      name: name.name,
      likely,
    }),
  );
}

/** Resolves the name at the start of a statement that calls something. */
export function resolveStatementName(
  context: NameContext,
  name: NameExpression,
  args: readonly Argument[],
): void {
  const { scenario, findings } = context;
  const procedure = scenario.procedures.get(name.key);
  if (procedure !== undefined) {
    resolveCall(context, name, procedure, args, false);
    return;
  }
  const builtin = builtinNamed(name.key);
  if (builtin !== undefined) {
    checkArgumentCount(context, name, functionName(name.key), args.length, builtin.required, builtin.most);
    scenario.uses.set(name, { kind: 'builtin', key: name.key, builtin });
    return;
  }
  if (refuse(context, name)) return;
  const variable = variableNamed(context, name);
  if (variable !== undefined && args.length === 0) {
    findings.push(
      errorAt(
        name.at,
        'SCENARIO_STATEMENT_INCOMPLETE',
        `Nothing happens with ${name.name} here: write ${name.name} = … to give it a value.`,
        { name: name.name },
      ),
    );
    return;
  }
  const likely = likelyName(name.name, [...callableNames(context), ...visibleNames(context)]);
  const hint =
    likely === undefined
      ? `add Sub ${name.name}, or write ${name.name} = … to give it a value.`
      : `did you mean ${likely}?`;
  findings.push(
    errorAt(name.at, 'SCENARIO_UNKNOWN_SUB', `There is no Sub ${name.name}: ${hint}`, {
      name: name.name,
      likely,
    }),
  );
}

export function isName(expression: Expression): expression is NameExpression {
  return expression.kind === 'name';
}
