import type { Span } from '../findings.ts';
import { HANDLE_RESUME_NEXT } from '../runtime/execute.ts';
import { fail } from '../runtime/faults.ts';
import type { Machine } from '../runtime/machine.ts';
import type { Argument, MemberExpression } from '../syntax/ast.ts';
import { asText, asWhole } from './code.ts';
import { hiddenSlot, reportError } from './context.ts';
import { emit, fill, jumpTo, push, reserveSlot } from './emitter.ts';
import type { StatementCompiler, StatementOf } from './statement-compiler.ts';

function guardOf(compiler: StatementCompiler): { handler: number; failed: number } {
  compiler.guard ??= {
    handler: hiddenSlot(compiler.context, 'numbers'),
    failed: hiddenSlot(compiler.context, 'numbers'),
  };
  return compiler.guard;
}

/** On Error GoTo label, Resume Next, or GoTo 0; each also clears Err. */
export function compileOnError(compiler: StatementCompiler, statement: StatementOf<'onError'>): void {
  const { emitter } = compiler;
  const guard = guardOf(compiler);
  const slot = reserveSlot(emitter, statement.at);
  const set = (handler: number) =>
    fill(emitter, slot, (machine) => {
      machine.numbers[machine.numberBase + guard.handler] = handler;
      machine.caught = undefined;
      return slot + 1;
    });
  const { action, key } = statement;
  if (action === 'goto' && key !== undefined)
    emitter.pending.push(() => set((emitter.labels.get(key) ?? 0) + 1));
  else set(action === 'resumeNext' ? HANDLE_RESUME_NEXT : 0);
}

export function compileResume(compiler: StatementCompiler, statement: StatementOf<'resume'>): void {
  const { emitter } = compiler;
  const guard = guardOf(compiler);
  const { at, action, key } = statement;
  const leaveHandler = (machine: Machine): number => {
    const failed = machine.numbers[machine.numberBase + guard.failed]!;
    if (failed === 0) fail(20, at);
    machine.numbers[machine.numberBase + guard.failed] = 0;
    machine.caught = undefined;
    return failed - 1;
  };
  if (action !== 'label' || key === undefined) {
    push(emitter, at, action === 'next' ? (machine) => leaveHandler(machine) + 1 : leaveHandler);
    return;
  }
  emit(emitter, at, leaveHandler);
  const slot = reserveSlot(emitter, at);
  emitter.pending.push(() => fill(emitter, slot, jumpTo(emitter.labels.get(key) ?? slot)));
}

/** Err.Clear and Err.Raise. */
export function compileErrCall(
  compiler: StatementCompiler,
  target: MemberExpression,
  args: readonly Argument[],
  at: Span,
): void {
  const { context, emitter } = compiler;
  if (target.key === 'clear') {
    emit(emitter, at, (machine) => {
      machine.caught = undefined;
    });
    return;
  }
  const number = args[0]?.value;
  if (target.key !== 'raise' || number === undefined) {
    reportError(context, at, 'SCENARIO_UNKNOWN_FIELD', 'Err is used as Err.Raise number or Err.Clear.', {
      variant: 'err-use',
    });
    return;
  }
  const code = asWhole(context.expression(context, number), at);
  const description = args.find(({ name }) => name === 'description')?.value ?? args[2]?.value;
  const text = description === undefined ? undefined : asText(context.expression(context, description), at);
  emit(emitter, at, (machine) => fail(code(machine), at, text?.(machine)));
}
