import type { Span } from '../findings.ts';
import type { VariableSymbol } from '../resolve/symbols.ts';
import { bankOf } from '../resolve/symbols.ts';
import type { Machine } from '../runtime/machine.ts';
import type { CaseTest } from '../syntax/ast.ts';
import type { TypeName } from '../syntax/tokens.ts';
import { asCondition, type Code } from './code.ts';
import { type CompileContext, hiddenSlot } from './context.ts';
import { branch, emit, fill, here, jumpTo, reserveJump, reserveSlot } from './emitter.ts';
import { compileBinary } from './operators.ts';
import type { StatementCompiler, StatementOf } from './statement-compiler.ts';
import { variablePlace } from './variables.ts';

export function compileIf(compiler: StatementCompiler, statement: StatementOf<'if'>): void {
  const { context, emitter } = compiler;
  const leaves: { slot: number }[] = [];
  statement.branches.forEach(({ condition, body, at }, index) => {
    const test = asCondition(context.expression(context, condition), condition.at);
    const slot = reserveSlot(emitter, at);
    compiler.block(body);
    const isLast = index === statement.branches.length - 1 && statement.otherwise === undefined;
    if (!isLast) leaves.push({ slot: reserveJump(emitter, at) });
    fill(emitter, slot, branch(slot, test, here(emitter)));
  });
  if (statement.otherwise !== undefined) compiler.block(statement.otherwise);
  for (const { slot } of leaves) fill(emitter, slot, jumpTo(here(emitter)));
}

/** A variable of the frame that only the compiled code knows, of the type a value has. */
export function hiddenVariableFor(context: CompileContext, code: Code, at: Span): VariableSymbol {
  const type: TypeName = code.kind === 'number' ? code.type : code.kind === 'text' ? 'String' : 'Variant';
  return hiddenVariable(context, type, at);
}

export function hiddenVariable(context: CompileContext, type: TypeName, at: Span): VariableSymbol {
  const bank = bankOf(type, false);
  const index = hiddenSlot(context, bank);
  // Read before it is set where On Error Resume Next passes over the statement that sets it.
  if (type === 'String') context.hiddenTexts.push(index);
  return {
    ...{ kind: 'variable', name: '', key: '', at, type, origin: 'local', byReference: false, isSet: true },
    slot: { bank, index, absolute: false },
  };
}

function caseTest(context: CompileContext, subject: Code, test: CaseTest): (machine: Machine) => boolean {
  const { compareText } = context.scenario.module;
  const { at } = test;
  const compare = (operator: CaseTest['operator'], value: CaseTest['value']) =>
    asCondition(compileBinary(operator, subject, context.expression(context, value), compareText, at), at);
  if (test.kind !== 'range' || test.upper === undefined) return compare(test.operator, test.value);
  const above = compare('>=', test.value);
  const below = compare('<=', test.upper);
  return (machine) => above(machine) && below(machine);
}

export function compileSelect(compiler: StatementCompiler, statement: StatementOf<'select'>): void {
  const { context, emitter } = compiler;
  const value = context.expression(context, statement.subject);
  const subject = variablePlace(hiddenVariableFor(context, value, statement.at));
  emit(emitter, statement.at, subject.store(value, statement.subject.at));
  const leaves: number[] = [];
  for (const { tests, body, at } of statement.cases) {
    const each = tests.map((test) => caseTest(context, subject.load, test));
    const [only] = each;
    const slot = reserveSlot(emitter, at);
    compiler.block(body);
    leaves.push(reserveJump(emitter, at));
    const test =
      only !== undefined && each.length === 1
        ? only
        : (machine: Machine) => each.length === 0 || each.some((one) => one(machine));
    fill(emitter, slot, branch(slot, test, here(emitter)));
  }
  for (const slot of leaves) fill(emitter, slot, jumpTo(here(emitter)));
}
