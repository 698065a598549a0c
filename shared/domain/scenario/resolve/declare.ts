import { likelyName } from '../../likely-name.ts';
import { errorAt, type ScenarioFinding, type Span } from '../findings.ts';
import type { RecordShape } from '../runtime/values.ts';
import type { Declarator, Parameter, ProcedureDeclaration, Statement, TypeReference } from '../syntax/ast.ts';
import { TYPE_NAME_LIST, type TypeName, typeNamed } from '../syntax/tokens.ts';
import { blocksOf } from '../syntax/walk.ts';
import {
  bankOf,
  type ConstantSymbol,
  type ProcedureSymbol,
  type ResolvedScenario,
  type VariableSymbol,
} from './symbols.ts';

export interface ResolveContext {
  scenario: ResolvedScenario;
  findings: ScenarioFinding[];
}

const GIVEN_NAMES: Readonly<Record<string, TypeName>> = {
  result: 'Double',
  weekday: 'Long',
  minutes: 'Long',
};
const PARA = /^para([1-9]\d{0,3})$/;

/**
 * Result, Weekday, Minutes and Para1…n are there without Dim, and a Dim of them changes nothing: Para and Result keep
 * their decimals whatever type the script names.
 */
export function givenVariable(context: ResolveContext, key: string, at: Span): VariableSymbol | undefined {
  const para = PARA.exec(key)?.[1];
  const type =
    para === undefined ? (Object.hasOwn(GIVEN_NAMES, key) ? GIVEN_NAMES[key] : undefined) : 'Double';
  if (type === undefined) return undefined;
  const existing = context.scenario.globals.get(key);
  if (existing?.kind === 'variable') return existing;
  const name = key.charAt(0).toUpperCase() + key.slice(1);
  const variable: VariableSymbol = {
    ...{ kind: 'variable', name, key, at, type, origin: 'given', byReference: false, isSet: false },
    ...(para === undefined ? {} : { para: Number(para) }),
    slot: newSlot(context.scenario.moduleFrame, 'numbers', true),
  };
  context.scenario.globals.set(key, variable);
  return variable;
}

export function newSlot(
  frame: { numbers: number; values: number },
  bank: 'numbers' | 'values',
  absolute: boolean,
) {
  const slot = { bank, index: frame[bank], absolute };
  frame[bank] += 1;
  return slot;
}

/** The type a reference names; an unknown one is reported and taken as Variant. */
export function resolveType(context: ResolveContext, reference: TypeReference): TypeName | RecordShape {
  const type = typeNamed(reference.name) ?? context.scenario.records.get(reference.name.toLowerCase());
  if (type !== undefined) return type;
  if (reference.name.toLowerCase() === 'object') {
    context.findings.push(
      errorAt(reference.at, 'SCENARIO_REFUSED', 'Objects cannot be used in a script: work with values.', {
        variant: 'objects',
      }),
    );
    return 'Variant';
  }
  const records = [...context.scenario.records.values()].map(({ name }) => name);
  const likely = likelyName(reference.name, [...TYPE_NAME_LIST, ...records]);
  const hint =
    likely === undefined ? 'use Long, Double, String, Boolean, Date or Variant' : `did you mean ${likely}?`;
  context.findings.push(
    errorAt(reference.at, 'SCENARIO_UNKNOWN_TYPE', `There is no type ${reference.name}: ${hint}`, {
      name: reference.name,
      likely,
    }),
  );
  return 'Variant';
}

type Scope = Map<string, VariableSymbol | ConstantSymbol>;

function duplicate(
  context: ResolveContext,
  scope: Scope,
  item: { name: string; key: string; at: Span },
): boolean {
  const existing = scope.get(item.key);
  if (existing === undefined) return false;
  context.findings.push(
    errorAt(
      item.at,
      'SCENARIO_DUPLICATE_NAME',
      `${item.name} is already declared in line ${existing.at.line}: remove one of the two.`,
      { name: item.name, otherLine: existing.at.line },
    ),
  );
  return true;
}

function declareVariable(
  context: ResolveContext,
  scope: Scope,
  declarator: Declarator,
  origin: 'module' | 'local' | 'static',
  frame: { numbers: number; values: number },
): void {
  const given = givenVariable(context, declarator.key, declarator.at);
  if (given !== undefined) {
    resolveType(context, declarator.type);
    if (declarator.bounds !== undefined)
      context.findings.push(
        errorAt(
          declarator.at,
          'SCENARIO_DUPLICATE_NAME',
          `${given.name} is a number the import gives: choose another name for the array.`,
          { variant: 'given', name: given.name },
        ),
      );
    return;
  }
  if (duplicate(context, scope, declarator)) return;
  const type = resolveType(context, declarator.type);
  const absolute = origin !== 'local';
  const bank = bankOf(type, declarator.bounds !== undefined);
  scope.set(declarator.key, {
    ...{ kind: 'variable', name: declarator.name, key: declarator.key, at: declarator.at, type, origin },
    ...{ byReference: false, isSet: false },
    ...(declarator.bounds === undefined ? {} : { bounds: declarator.bounds }),
    ...(declarator.type.length === undefined ? {} : { length: declarator.type.length }),
    slot: newSlot(absolute ? context.scenario.moduleFrame : frame, bank, absolute),
  });
}

/** Enters what Dim, Static and Const statements declare into a scope. */
export function declareStatements(
  context: ResolveContext,
  scope: Scope,
  statements: readonly Statement[],
  owner?: ProcedureSymbol,
): void {
  for (const statement of statements) {
    if (statement.kind === 'const') {
      for (const declarator of statement.declarators) {
        if (duplicate(context, scope, declarator)) continue;
        if (declarator.type !== undefined) resolveType(context, declarator.type);
        scope.set(declarator.key, { kind: 'constant', ...pick(declarator), declarator });
      }
    } else if (statement.kind === 'dim') {
      const isStatic = statement.isStatic || owner?.declaration.isStatic === true;
      const origin = owner === undefined ? 'module' : isStatic ? 'static' : 'local';
      for (const declarator of statement.declarators)
        declareVariable(context, scope, declarator, origin, owner?.frame ?? context.scenario.moduleFrame);
    } else if (owner !== undefined) {
      for (const body of blocksOf(statement)) declareStatements(context, scope, body, owner);
    }
  }
}

function pick({ name, key, at }: { name: string; key: string; at: Span }) {
  return { name, key, at };
}

function declareParameter(context: ResolveContext, owner: ProcedureSymbol, parameter: Parameter): void {
  if (duplicate(context, owner.locals, parameter)) return;
  const type = parameter.isParamArray ? 'Variant' : resolveType(context, parameter.type);
  const isArray = parameter.isArray || parameter.isParamArray;
  const bank = bankOf(type, isArray);
  const byReference = !parameter.byValue && !isArray && typeof type === 'string';
  const own = newSlot(owner.frame, byReference ? 'numbers' : bank, false);
  const variable: VariableSymbol = {
    ...{ kind: 'variable', ...pick(parameter), type, origin: 'parameter', byReference, isSet: true },
    ...(isArray ? { bounds: [] } : {}),
    slot: { ...own, bank },
  };
  owner.parameters.push(variable);
  owner.locals.set(parameter.key, variable);
}

/** Enters a procedure with its parameters, constants and variables. */
export function declareProcedure(
  context: ResolveContext,
  declaration: ProcedureDeclaration,
): ProcedureSymbol | undefined {
  const { scenario, findings } = context;
  const existing = scenario.procedures.get(declaration.key) ?? scenario.globals.get(declaration.key);
  if (existing !== undefined || givenVariable(context, declaration.key, declaration.at) !== undefined) {
    const otherLine = existing?.kind === 'procedure' ? existing.declaration.firstLine : existing?.at.line;
    const where = otherLine === undefined ? 'a name the import gives' : `declared in line ${otherLine}`;
    findings.push(
      errorAt(
        declaration.at,
        'SCENARIO_DUPLICATE_NAME',
        `${declaration.name} is already ${where}: choose another name.`,
        otherLine === undefined
          ? { variant: 'given', name: declaration.name }
          : { name: declaration.name, otherLine },
      ),
    );
    return undefined;
  }
  const symbol: ProcedureSymbol = {
    ...{ kind: 'procedure', name: declaration.name, key: declaration.key, declaration },
    ...{ parameters: [], locals: new Map(), labels: new Map() },
    frame: { numbers: 0, values: 0 },
  };
  scenario.procedures.set(declaration.key, symbol);
  for (const parameter of declaration.parameters) declareParameter(context, symbol, parameter);
  if (declaration.kind === 'function') {
    const type = resolveType(context, declaration.returns);
    symbol.result = {
      ...{ kind: 'variable', ...pick(declaration), type, origin: 'local', byReference: false, isSet: false },
      slot: newSlot(symbol.frame, bankOf(type, false), false),
    };
  }
  declareStatements(context, symbol.locals, declaration.body, symbol);
  return symbol;
}
