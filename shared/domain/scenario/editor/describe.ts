import { type FunctionChapter, functionKeys, helpOf } from '../functions/help.ts';
import { builtinNamed, functionName } from '../functions/index.ts';
import type { ProcedureSymbol, ScenarioSymbol, VariableSymbol } from '../resolve/symbols.ts';
import type { RecordShape } from '../runtime/values.ts';
import type { Parameter, TypeReference } from '../syntax/ast.ts';
import { type TypeName, typeNamed } from '../syntax/tokens.ts';
import type { Told } from './types.ts';

export type NameKind =
  | 'keyword'
  | 'block'
  | 'function'
  | 'procedure'
  | 'variable'
  | 'given'
  | 'constant'
  | 'type'
  | 'field'
  | 'label';

/** A function a script can call without defining it. */
export interface ScenarioFunction {
  name: string;
  signature: string;
  chapter: FunctionChapter;
  help: Told;
}

/** All of them, by chapter and name. */
export function scenarioFunctions(): ScenarioFunction[] {
  return functionKeys().map((key) => ({
    name: functionName(key),
    signature: signatureOf(key),
    chapter: helpOf(key)!.chapter,
    help: functionHelp(key)!,
  }));
}

/** As shown: without parentheses where a function takes nothing. */
export function signatureOf(key: string): string {
  return (builtinNamed(key)?.signature ?? key).replace('()', '');
}

export function functionHelp(key: string): Told | undefined {
  const help = helpOf(key);
  return help && helpLine(key, help.line);
}

function helpLine(variant: string, message: string): Told {
  return { code: 'SCENARIO_HELP', message, details: { variant } };
}

const GIVEN_HELP: Readonly<Record<string, string>> = {
  result: 'What the import takes: the value times 100, decimals behind that cut off.',
  minutes: 'Minutes from midnight to the start of the interval.',
  'given-weekday': 'The weekday of the imported day: Sunday 1 to Saturday 7.',
  para: 'The figure of a mapped source in the interval, in the order of the sources.',
};

export function givenHelp({ para, key }: { key: string; para?: number }): Told | undefined {
  const variant = para !== undefined ? 'para' : key === 'weekday' ? 'given-weekday' : key;
  const line = GIVEN_HELP[variant];
  return line === undefined ? undefined : helpLine(variant, line);
}

export function typeText(type: TypeName | RecordShape): string {
  return typeof type === 'string' ? type : type.name;
}

function referenceText({ name, length }: TypeReference): string {
  return (typeNamed(name) ?? name) + (length === undefined ? '' : ` * ${length}`);
}

function parameterText(parameter: Parameter): string {
  const words = [
    ...(parameter.optional ? ['Optional'] : []),
    ...(parameter.isParamArray ? ['ParamArray'] : parameter.byValue ? ['ByVal'] : []),
    parameter.name + (parameter.isArray ? '()' : ''),
    ...(parameter.isParamArray ? [] : ['As', referenceText(parameter.type)]),
  ];
  return words.join(' ');
}

export function procedureSignature({ declaration }: ProcedureSymbol): string {
  const parameters = declaration.parameters.map(parameterText).join(', ');
  return declaration.kind === 'sub'
    ? `Sub ${declaration.name}(${parameters})`
    : `Function ${declaration.name}(${parameters}) As ${referenceText(declaration.returns)}`;
}

export function variableSignature({ name, type, bounds, length, origin, para }: VariableSymbol): string {
  const declared = `${name}${bounds === undefined ? '' : '()'} As ${typeText(type)}`;
  const fixed = length === undefined ? declared : `${declared} * ${length}`;
  if (origin === 'static') return `Static ${fixed}`;
  if (origin === 'local' || origin === 'module') return `Dim ${fixed}`;
  return para !== undefined || origin === 'given' ? `${name} As Double` : fixed;
}

/** How a name is shown: what it is, its signature, one line of help where there is one. */
export function describeSymbol(
  name: string,
  key: string,
  symbol: ScenarioSymbol,
): { kind: NameKind; name: string; signature: string; help?: Told } {
  switch (symbol.kind) {
    case 'variable': {
      const given = symbol.origin === 'given';
      const help = given ? givenHelp(symbol) : undefined;
      const kind = given ? 'given' : 'variable';
      return { kind, name: symbol.name, signature: variableSignature(symbol), ...(help && { help }) };
    }
    case 'constant':
      return { kind: 'constant', name: symbol.name, signature: `Const ${symbol.name}` };
    case 'procedure':
      return { kind: 'procedure', name: symbol.name, signature: procedureSignature(symbol) };
    case 'builtin': {
      const help = functionHelp(symbol.key);
      const shown = functionName(symbol.key);
      return { kind: 'function', name: shown, signature: signatureOf(symbol.key), ...(help && { help }) };
    }
    case 'literal': {
      const value = typeof symbol.value === 'number' ? ` = ${symbol.value}` : '';
      return { kind: 'constant', name, signature: `${name}${value}` };
    }
    case 'err':
      return {
        kind: 'function',
        name: 'Err',
        signature: 'Err.Number, Err.Description, Err.Clear, Err.Raise number',
        help: helpLine('err', 'The error that On Error caught last; 0 when there was none.'),
      };
    default:
      return { kind: 'variable', name: key, signature: name };
  }
}
