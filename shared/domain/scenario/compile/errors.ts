import type { Span } from '../findings.ts';
import { HANDLE_RESUME_NEXT } from '../runtime/execute.ts';
import { Fault, fail } from '../runtime/faults.ts';
import type { Machine } from '../runtime/machine.ts';
import type { Argument, Expression, MemberExpression } from '../syntax/ast.ts';
import { asText, asWhole, type Code } from './code.ts';
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
  const argument = (name: string, position: number) =>
    (args.find((each) => each.name === name) ?? args.filter((each) => each.name === undefined)[position])
      ?.value;
  const number = argument('number', 0);
  if (target.key !== 'raise' || number === undefined) {
    reportError(context, at, 'SCENARIO_UNKNOWN_FIELD', 'Err is used as Err.Raise number or Err.Clear.', {
      variant: 'err-use',
    });
    return;
  }
  const code = asWhole(context.expression(context, number), at);
  const description = argument('description', 2);
  const text = description === undefined ? undefined : asText(context.expression(context, description), at);
  emit(emitter, at, (machine) => fail(code(machine), at, text?.(machine)));
}

/** `Err = 0`, `Err.Number = 5`, `Err.Description = "…"`: what the script reads later; nothing fails by it. */
export function compileErrAssignment(
  { context, emitter }: StatementCompiler,
  target: Expression,
  value: Code,
  at: Span,
): void {
  const key = target.kind === 'member' ? target.key : 'number';
  if (key === 'number') {
    const number = asWhole(value, at);
    emit(emitter, at, (machine) => {
      const given = number(machine);
      machine.caught = given === 0 ? undefined : new Fault(given, at);
    });
  } else if (key === 'description' || key === 'source') {
    const text = asText(value, at);
    emit(emitter, at, (machine) => {
      const given = text(machine);
      if (key === 'description') machine.caught = new Fault(machine.caught?.number ?? 0, at, given);
    });
  } else
    reportError(context, at, 'SCENARIO_UNKNOWN_FIELD', 'Err is used as Err.Raise number or Err.Clear.', {
      variant: 'err-use',
    });
}
