import type { Span } from '../findings.ts';
import { builtinNamed } from '../functions/index.ts';
import { resolveType } from '../resolve/declare.ts';
import type { ConstantSymbol } from '../resolve/symbols.ts';
import { convertTo } from '../runtime/convert.ts';
import { Fault } from '../runtime/faults.ts';
import { numericTypeOf, plainNumber, type Value } from '../runtime/values.ts';
import type { Argument, Expression, MemberExpression } from '../syntax/ast.ts';
import type { TypeName } from '../syntax/tokens.ts';
import { compileBuiltin, compileCall } from './calls.ts';
import { type Code, constantOf, number, numberConstant, textConstant, variantConstant } from './code.ts';
import { type CompileContext, reportError } from './context.ts';
import { compileBinary, compileUnary } from './operators.ts';
import { compilePlace } from './places.ts';

/** What stands in for an expression that was reported: the script does not run, compiling goes on. */
const BROKEN: Code = variantConstant(undefined);

export function compileExpression(context: CompileContext, expression: Expression): Code {
  const { at } = expression;
  switch (expression.kind) {
    case 'number':
      return expression.type === 'String' || expression.type === 'Variant'
        ? BROKEN
        : numberConstant(expression.type, expression.value);
    case 'string':
      return textConstant(expression.value);
    case 'date':
      return numberConstant('Date', expression.value);
    case 'constant':
      if (typeof expression.value === 'boolean') return numberConstant('Boolean', expression.value ? -1 : 0);
      return variantConstant(expression.value);
    case 'group':
      return compileExpression(context, expression.inner);
    case 'unary':
      return compileUnary(expression.operator, single(context, expression.operand), at);
    case 'binary':
      return compileBinary(
        expression.operator,
        single(context, expression.left),
        single(context, expression.right),
        context.scenario.module.compareText,
        expression.operatorAt,
      );
    case 'name':
      return compileName(context, expression);
    case 'apply':
      return compileApply(context, expression);
    case 'member':
      return compileMember(context, expression);
  }
}

/** An operand: one value, not an array or a record. */
function single(context: CompileContext, expression: Expression): Code {
  const code = compileExpression(context, expression);
  if (code.kind !== 'array' && code.kind !== 'record') return code;
  const what = code.kind === 'array' ? 'A whole array' : 'A whole Type';
  const how = code.kind === 'array' ? 'name one element, for example a(1)' : 'name one field';
  reportError(
    context,
    expression.at,
    'SCENARIO_NOT_A_VALUE',
    `${what} stands where one value is needed: ${how}.`,
    { variant: code.kind },
  );
  return BROKEN;
}

function compileName(context: CompileContext, expression: Expression & { kind: 'name' }): Code {
  const symbol = context.scenario.uses.get(expression);
  switch (symbol?.kind) {
    case 'variable':
      return compilePlace(context, expression)?.load ?? BROKEN;
    case 'constant':
      return compileConstant(context, symbol);
    case 'procedure':
      return compileCall(context, symbol, [], expression.at);
    case 'builtin':
      return compileBuiltin(symbol.builtin, [], expression.at);
    case 'literal':
      return typeof symbol.value === 'string'
        ? textConstant(symbol.value)
        : numberConstant('Integer', symbol.value);
    case 'err':
      return number('Long', (machine) => machine.caught?.number ?? 0);
    default:
      return BROKEN;
  }
}

function compileApply(context: CompileContext, expression: Expression & { kind: 'apply' }): Code {
  const { target, args, at } = expression;
  const symbol = target.kind === 'name' ? context.scenario.uses.get(target) : undefined;
  if (symbol?.kind === 'procedure') return compileCall(context, symbol, args, target.at);
  if (symbol?.kind === 'builtin') return compileBuiltinCall(context, symbol.key, args, target.at);
  if (target.kind === 'name' && symbol?.kind !== 'variable') return BROKEN;
  return compilePlace(context, expression)?.load ?? unplaced(context, at);
}

function unplaced(context: CompileContext, at: Span): Code {
  reportError(context, at, 'SCENARIO_NOT_AN_ARRAY', 'This is no array: remove the parentheses behind it.', {
    variant: 'parentheses',
  });
  return BROKEN;
}

export function compileBuiltinCall(
  context: CompileContext,
  key: string,
  args: readonly Argument[],
  at: Span,
): Code {
  const builtin = builtinNamed(key);
  if (builtin === undefined) return BROKEN;
  const codes = args.map(({ value }) =>
    value === undefined ? undefined : compileExpression(context, value),
  );
  const missing = codes.findIndex((code, index) => code === undefined && index < builtin.required);
  if (missing >= 0) {
    reportError(
      context,
      at,
      'SCENARIO_ARGUMENT_COUNT',
      `Argument ${missing + 1} is missing: write ${builtin.signature}.`,
      { variant: 'missing', argument: missing + 1, signature: builtin.signature },
    );
    return BROKEN;
  }
  return compileBuiltin(builtin, codes, at);
}

function compileMember(context: CompileContext, expression: MemberExpression): Code {
  const { target, key, at } = expression;
  if (target?.kind === 'name' && context.scenario.uses.get(target)?.kind === 'err') {
    if (key === 'number') return number('Long', (machine) => machine.caught?.number ?? 0);
    if (key === 'description') return { kind: 'text', run: (machine) => machine.caught?.description ?? '' };
    if (key === 'source') return textConstant('');
    reportError(
      context,
      at,
      'SCENARIO_UNKNOWN_FIELD',
      `Err has no ${expression.name}: it has Number, Description, Clear and Raise.`,
      { variant: 'err', name: expression.name },
    );
    return BROKEN;
  }
  return compilePlace(context, expression)?.load ?? BROKEN;
}

/** The value of a Const: it must be known without running anything. */
export function compileConstant(context: CompileContext, symbol: ConstantSymbol): Code {
  const { declarator } = symbol;
  if (context.pending.has(declarator)) {
    reportError(
      context,
      symbol.at,
      'SCENARIO_NOT_CONSTANT',
      `The constant ${symbol.name} needs its own value.`,
      { variant: 'self', name: symbol.name },
    );
    return BROKEN;
  }
  context.pending.add(declarator);
  const code = compileExpression(context, declarator.value);
  context.pending.delete(declarator);
  const constant = constantOf(code);
  if (!constant.known) {
    if (code !== BROKEN)
      reportError(
        context,
        declarator.value.at,
        'SCENARIO_NOT_CONSTANT',
        `The value of the constant ${symbol.name} must be a number or a text, or made of constants.`,
        { variant: 'value', name: symbol.name },
      );
    return BROKEN;
  }
  if (declarator.type === undefined) return code;
  const type = resolveType({ scenario: context.scenario, findings: [] }, declarator.type);
  return typeof type === 'string'
    ? convertedConstant(context, type, constant.value, declarator.value.at)
    : BROKEN;
}

function convertedConstant(context: CompileContext, type: TypeName, value: Value, at: Span): Code {
  try {
    const converted = convertTo(type, value, at);
    if (typeof converted === 'string') return textConstant(converted);
    const numeric = numericTypeOf(converted);
    return numeric === undefined ? BROKEN : numberConstant(numeric, plainNumber(converted));
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    reportError(context, at, error.code, error.message, error.details);
    return BROKEN;
  }
}
