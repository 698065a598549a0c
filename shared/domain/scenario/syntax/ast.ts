import type { Span } from '../findings.ts';
import type { TypeName } from './tokens.ts';

export interface NameExpression {
  kind: 'name';
  /** As written, without a type suffix. */
  name: string;
  /** Lower case: names are the same in any case. */
  key: string;
  suffix?: TypeName;
  at: Span;
}

export interface Argument {
  /** Absent where an optional argument was left out (`f(a, , c)`). */
  value?: Expression;
  name?: string;
  at: Span;
}

/** A call or an element of an array: the two look alike until names are resolved. */
export interface ApplyExpression {
  kind: 'apply';
  target: Expression;
  args: Argument[];
  at: Span;
}

export interface MemberExpression {
  kind: 'member';
  /** Absent inside With, where the name starts with the point. */
  target?: Expression;
  name: string;
  key: string;
  at: Span;
}

export type BinaryOperator =
  | ('^' | '*' | '/' | '\\' | 'mod' | '+' | '-' | '&')
  | ('=' | '<>' | '<' | '>' | '<=' | '>=' | 'like' | 'is')
  | ('and' | 'or' | 'xor' | 'eqv' | 'imp');

export type Expression =
  | { kind: 'number'; value: number; type: TypeName; at: Span }
  | { kind: 'string'; value: string; at: Span }
  | { kind: 'date'; value: number; at: Span }
  | { kind: 'constant'; value: boolean | null | undefined; at: Span }
  | { kind: 'unary'; operator: '-' | '+' | 'not'; operand: Expression; at: Span }
  | {
      kind: 'binary';
      operator: BinaryOperator;
      left: Expression;
      right: Expression;
      operatorAt: Span;
      at: Span;
    }
  | { kind: 'group'; inner: Expression; at: Span }
  | NameExpression
  | ApplyExpression
  | MemberExpression;

/** `Dim a(1 To 5)`: the lower bound is absent where the script relies on Option Base. */
export interface Bound {
  lower?: Expression;
  upper: Expression;
}

export interface Declarator {
  name: string;
  key: string;
  at: Span;
  /** `[]` is an array without bounds yet; absent is no array. */
  bounds?: Bound[];
  type: TypeReference;
}

/** The declared type: one of the built-in ones, or the name of a `Type … End Type`. */
export interface TypeReference {
  name: TypeName | string;
  /** `String * 10` */
  length?: number;
  at: Span;
}

export interface ConstDeclarator {
  name: string;
  key: string;
  at: Span;
  value: Expression;
  type?: TypeReference;
}

export interface CaseTest {
  kind: 'value' | 'range' | 'compare';
  operator: BinaryOperator;
  value: Expression;
  upper?: Expression;
  at: Span;
}

export interface PrintItem {
  value?: Expression;
  separator?: ';' | ',';
}

type Block = Statement[];
export type ExitKind = 'for' | 'do' | 'while' | 'sub' | 'function';

export type StatementBody =
  | { kind: 'dim'; declarators: Declarator[]; isStatic: boolean }
  | { kind: 'redim'; declarators: Declarator[]; preserve: boolean }
  | { kind: 'erase'; targets: Expression[] }
  | { kind: 'const'; declarators: ConstDeclarator[] }
  | { kind: 'assign'; target: Expression; value: Expression }
  | { kind: 'call'; target: Expression; args: Argument[] }
  | { kind: 'if'; branches: { condition: Expression; body: Block; at: Span }[]; otherwise?: Block }
  | { kind: 'select'; subject: Expression; cases: { tests: CaseTest[]; body: Block; at: Span }[] }
  | {
      kind: 'for';
      counter: Expression;
      from: Expression;
      to: Expression;
      step?: Expression;
      body: Block;
    }
  | { kind: 'forEach'; item: Expression; list: Expression; body: Block }
  | { kind: 'do'; test: 'none' | 'before' | 'after'; until: boolean; condition?: Expression; body: Block }
  | { kind: 'exit'; what: ExitKind }
  | { kind: 'end' }
  | { kind: 'label'; key: string; name: string }
  | { kind: 'goto' | 'gosub'; key: string; name: string }
  | { kind: 'return' }
  | { kind: 'onError'; action: 'goto' | 'resumeNext' | 'off'; key?: string; name?: string }
  | { kind: 'resume'; action: 'same' | 'next' | 'label'; key?: string; name?: string }
  | { kind: 'raise'; number: Expression }
  | { kind: 'with'; subject: Expression; body: Block }
  | { kind: 'print'; items: PrintItem[] };

/** `at` covers the first token of the statement up to the end of its first line. */
export type Statement = StatementBody & { at: Span };

export interface Parameter {
  name: string;
  key: string;
  at: Span;
  byValue: boolean;
  optional: boolean;
  initial?: Expression;
  isArray: boolean;
  isParamArray: boolean;
  type: TypeReference;
}

export interface ProcedureDeclaration {
  kind: 'sub' | 'function';
  name: string;
  key: string;
  /** The place of the name. */
  at: Span;
  parameters: Parameter[];
  returns: TypeReference;
  isStatic: boolean;
  body: Block;
  /** First and last line of the whole procedure. */
  firstLine: number;
  lastLine: number;
}

export interface RecordDeclaration {
  name: string;
  key: string;
  at: Span;
  fields: Declarator[];
}

export interface ScenarioModule {
  explicit: boolean;
  base: 0 | 1;
  compareText: boolean;
  /** Dim and Const statements outside every procedure, in order. */
  declarations: Statement[];
  records: RecordDeclaration[];
  procedures: ProcedureDeclaration[];
}
