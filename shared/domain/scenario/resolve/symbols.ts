import type { Span } from '../findings.ts';
import type { BuiltinFunction } from '../functions/table.ts';
import type { RecordShape } from '../runtime/values.ts';
import type {
  Bound,
  ConstDeclarator,
  Expression,
  ProcedureDeclaration,
  ScenarioModule,
} from '../syntax/ast.ts';
import type { TypeName } from '../syntax/tokens.ts';

export interface VariableSymbol {
  kind: 'variable';
  name: string;
  key: string;
  at: Span;
  type: TypeName | RecordShape;
  /** `String * 10` */
  length?: number;
  /** Set for arrays; `[]` has no bounds until ReDim. */
  bounds?: readonly Bound[];
  /** `given`: Para, Weekday, Minutes and Result. `implicit`: used without Dim. */
  origin: 'module' | 'local' | 'static' | 'parameter' | 'given' | 'implicit';
  /** Number of a Para, from 1. */
  para?: number;
  byReference: boolean;
  isSet: boolean;
  firstRead?: Span;
  /** Where it lives: an absolute index for the module's, an index in the frame for the others. */
  slot: { bank: 'numbers' | 'values'; index: number; absolute: boolean };
}

export interface ConstantSymbol {
  kind: 'constant';
  name: string;
  key: string;
  at: Span;
  declarator: ConstDeclarator;
}

export interface ProcedureSymbol {
  kind: 'procedure';
  name: string;
  key: string;
  declaration: ProcedureDeclaration;
  parameters: VariableSymbol[];
  /** Where a Function's value is put. */
  result?: VariableSymbol;
  locals: Map<string, VariableSymbol | ConstantSymbol>;
  labels: Map<string, Span>;
  /** Sizes of the frame; grows while the procedure is compiled. */
  frame: { numbers: number; values: number };
}

export interface BuiltinSymbol {
  kind: 'builtin';
  key: string;
  builtin: BuiltinFunction;
}

/** A constant of the language, such as vbCrLf. */
export interface LiteralSymbol {
  kind: 'literal';
  value: number | string;
}

/** `Err` and its members. */
export interface ErrorSymbol {
  kind: 'err';
}

export type ScenarioSymbol =
  | VariableSymbol
  | ConstantSymbol
  | ProcedureSymbol
  | BuiltinSymbol
  | LiteralSymbol
  | ErrorSymbol;

export interface ResolvedScenario {
  module: ScenarioModule;
  globals: Map<string, VariableSymbol | ConstantSymbol>;
  procedures: Map<string, ProcedureSymbol>;
  records: Map<string, RecordShape>;
  /** What each name in the script stands for. */
  uses: Map<Expression, ScenarioSymbol>;
  /** Sizes of the module's part of the two banks. */
  moduleFrame: { numbers: number; values: number };
  /** Numbers of the Paras that statements use, ascending, and where each is used first. */
  paras: Map<number, Span>;
}

export function bankOf(type: TypeName | RecordShape, isArray: boolean): 'numbers' | 'values' {
  if (isArray || typeof type !== 'string') return 'values';
  return type === 'String' || type === 'Variant' ? 'values' : 'numbers';
}
