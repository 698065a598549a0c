import { errorAt, type MessageDetails, type ScenarioFinding, type Span } from '../findings.ts';
import { newSlot } from '../resolve/declare.ts';
import type { ProcedureSymbol, ResolvedScenario } from '../resolve/symbols.ts';
import type { CompiledProcedure, FreshValue, Machine } from '../runtime/machine.ts';
import type { RecordShape } from '../runtime/values.ts';
import type { Expression } from '../syntax/ast.ts';
import type { TypeName } from '../syntax/tokens.ts';
import type { Code, RecordCode } from './code.ts';

/** Something that can be given a value: a variable, an element or a field. */
export interface Place {
  type: TypeName | RecordShape;
  load: Code;
  /** Compiles giving it the value of `code`, converted to its type. */
  store: (code: Code, at: Span) => (machine: Machine) => void;
}

export interface CompileContext {
  scenario: ResolvedScenario;
  findings: ScenarioFinding[];
  procedures: Map<ProcedureSymbol, CompiledProcedure>;
  /** The module's own values made anew at each start. */
  moduleFresh: FreshValue[];
  owner: ProcedureSymbol;
  /** Slots of the procedure's frame that start as '' though no name stands for them. */
  hiddenTexts: number[];
  /** Records of the With blocks around, innermost last. */
  withs: RecordCode[];
  /** Constants being computed, to find one that needs itself. */
  pending: Set<unknown>;
  /** Set by the expression compiler, which everything below it calls back. */
  expression: (context: CompileContext, expression: Expression) => Code;
  place: (context: CompileContext, expression: Expression) => Place | undefined;
}

export function reportError(
  context: CompileContext,
  at: Span,
  code: string,
  message: string,
  details?: MessageDetails,
): void {
  context.findings.push(errorAt(at, code, message, details));
}

/** A slot of the procedure's frame that no name stands for. */
export function hiddenSlot(context: CompileContext, bank: 'numbers' | 'values'): number {
  return newSlot(context.owner.frame, bank, false).index;
}
