import type { Statement } from '../syntax/ast.ts';
import type { CompileContext } from './context.ts';
import type { Emitter } from './emitter.ts';

/** What the parts of the statement compiler share while they compile one procedure. */
export interface StatementCompiler {
  context: CompileContext;
  emitter: Emitter;
  /** Frame slots of the error handling; taken when the first statement needs them. */
  guard?: { handler: number; failed: number };
  /** Compiles the statements of a block in order. */
  block: (statements: readonly Statement[]) => void;
}

/** A statement of one kind. */
export type StatementOf<Kind extends Statement['kind']> = Extract<Statement, { kind: Kind }>;
