import type { Span } from '../findings.ts';
import { EndOfScript, Fault, fail } from '../runtime/faults.ts';
import { checkedText, PROCEDURE_END } from '../runtime/machine.ts';
import { ScenarioRecord } from '../runtime/values.ts';
import type { Argument, Expression, Statement } from '../syntax/ast.ts';
import { compileErase, compileRedim } from './arrays.ts';
import { compileIf, compileSelect } from './branches.ts';
import { compileCall } from './calls.ts';
import { asText, asValue, asWhole } from './code.ts';
import { type CompileContext, hiddenSlot, reportError } from './context.ts';
import { type Emitter, emit, fill, jumpTo, jumpToLabel, push, reserveSlot } from './emitter.ts';
import { compileErrAssignment, compileErrCall, compileOnError, compileResume } from './errors.ts';
import { compileBuiltinCall } from './expressions.ts';
import { compileDo, compileExit, compileFor, compileForEach } from './loops.ts';
import { compilePrint } from './print.ts';
import type { StatementCompiler, StatementOf } from './statement-compiler.ts';

/** Compiles the body of a procedure into operations. */
export function compileBody(
  context: CompileContext,
  emitter: Emitter,
  body: readonly Statement[],
): StatementCompiler {
  const compiler: StatementCompiler = {
    context,
    emitter,
    block: (statements) => {
      for (const statement of statements) compileStatement(compiler, statement);
    },
  };
  compiler.block(body);
  return compiler;
}

function compileStatement(compiler: StatementCompiler, statement: Statement): void {
  const { context, emitter } = compiler;
  const { at } = statement;
  switch (statement.kind) {
    case 'assign':
      compileAssignment(compiler, statement);
      break;
    case 'call':
      compileCallStatement(compiler, statement.target, statement.args, at);
      break;
    case 'if':
      compileIf(compiler, statement);
      break;
    case 'select':
      compileSelect(compiler, statement);
      break;
    case 'for':
      compileFor(compiler, statement);
      break;
    case 'forEach':
      compileForEach(compiler, statement);
      break;
    case 'do':
      compileDo(compiler, statement);
      break;
    case 'with':
      compileWith(compiler, statement);
      break;
    case 'exit':
      if (statement.what === 'for') compileExit(emitter, 'for', at);
      else if (statement.what === 'do' || statement.what === 'while') compileExit(emitter, 'do', at);
      else push(emitter, at, jumpTo(PROCEDURE_END));
      break;
    case 'end':
      push(emitter, at, () => {
        throw new EndOfScript();
      });
      break;
    case 'label':
      emitter.labels.set(statement.key, emitter.operations.length);
      break;
    case 'goto':
      jumpToLabel(emitter, statement.key, at);
      break;
    case 'gosub':
      compileGosub(emitter, statement.key, at);
      break;
    case 'return':
      compileReturn(emitter, at);
      break;
    case 'onError':
      compileOnError(compiler, statement);
      break;
    case 'resume':
      compileResume(compiler, statement);
      break;
    case 'raise': {
      const code = asWhole(context.expression(context, statement.number), at);
      emit(emitter, at, (machine) => fail(code(machine), at));
      break;
    }
    case 'redim':
      compileRedim(compiler, statement);
      break;
    case 'erase':
      compileErase(compiler, statement);
      break;
    case 'print':
      compilePrint(compiler, statement);
      break;
    default:
  }
}

function compileAssignment(compiler: StatementCompiler, { target, value, at }: StatementOf<'assign'>): void {
  const { context, emitter } = compiler;
  const root = target.kind === 'apply' ? context.scenario.uses.get(target.target) : undefined;
  const code = context.expression(context, value);
  if (root?.kind === 'builtin' && target.kind === 'apply') {
    compileMidAssignment(compiler, target.args, value, at);
    return;
  }
  const err = target.kind === 'member' ? target.target : target;
  if (err !== undefined && context.scenario.uses.get(err)?.kind === 'err') {
    compileErrAssignment(compiler, target, code, at);
    return;
  }
  const place = context.place(context, target);
  if (place === undefined) {
    if (context.findings.length === 0)
      reportError(
        context,
        target.at,
        'SCENARIO_NOT_ASSIGNABLE',
        'Only a variable, an element or a field can be given a value.',
      );
    return;
  }
  emit(emitter, at, place.store(code, value.at));
}

/** `Mid(text, start, length) = …` writes over characters; the length of the text stays. */
function compileMidAssignment(
  compiler: StatementCompiler,
  args: readonly Argument[],
  value: Expression,
  at: Span,
): void {
  const { context, emitter } = compiler;
  const [text, start, length] = args.map((argument) => argument.value);
  const place = text === undefined ? undefined : context.place(context, text);
  if (place === undefined || start === undefined) {
    reportError(
      context,
      at,
      'SCENARIO_NOT_ASSIGNABLE',
      'Mid on the left side takes a variable: Mid(text, 1, 2) = …',
      { variant: 'mid' },
    );
    return;
  }
  const current = asText(place.load, at);
  const from = asWhole(context.expression(context, start), start.at);
  const most = length === undefined ? undefined : asWhole(context.expression(context, length), length.at);
  const written = asText(context.expression(context, value), value.at);
  const store = place.store(
    {
      kind: 'text',
      run: (machine) => {
        const old = current(machine);
        const index = from(machine) - 1;
        if (index < 0 || index >= old.length)
          fail(5, start.at, 'Positions in a text count from 1 to its length.', { variant: 'position' });
        const insert = written(machine)
          .slice(0, Math.max(0, most?.(machine) ?? old.length))
          .slice(0, old.length - index);
        return checkedText(machine, old.slice(0, index) + insert + old.slice(index + insert.length), at);
      },
    },
    at,
  );
  emit(emitter, at, store);
}

function compileCallStatement(
  compiler: StatementCompiler,
  target: Expression,
  args: readonly Argument[],
  at: Span,
): void {
  const { context, emitter } = compiler;
  if (target.kind === 'member') {
    compileErrCall(compiler, target, args, at);
    return;
  }
  const symbol = context.scenario.uses.get(target);
  if (symbol?.kind === 'procedure') emit(emitter, at, compileCall(context, symbol, args, at).run);
  else if (symbol?.kind === 'builtin')
    emit(emitter, at, asValue(compileBuiltinCall(context, symbol.key, args, at)));
}

function compileWith(compiler: StatementCompiler, statement: StatementOf<'with'>): void {
  const { context } = compiler;
  const record = context.expression(context, statement.subject);
  if (record.kind !== 'record') {
    reportError(
      context,
      statement.subject.at,
      'SCENARIO_NOT_A_RECORD',
      'With takes a variable of a Type … End Type.',
      { variant: 'with' },
    );
    return;
  }
  // Which record it is is settled once, where the block begins: With a(i) stays with it when i changes.
  const slot = hiddenSlot(context, 'values');
  const { run, shape } = record;
  emit(compiler.emitter, statement.at, (machine) => {
    const chosen = run(machine);
    machine.values[machine.valueBase + slot] = chosen;
  });
  context.withs.push({
    kind: 'record',
    shape,
    run: (machine) => {
      const chosen = machine.values[machine.valueBase + slot];
      return chosen instanceof ScenarioRecord
        ? chosen
        : fail(91, statement.subject.at, 'The variable of With could not be read.', {});
    },
  });
  compiler.block(statement.body);
  context.withs.pop();
}

function compileGosub(emitter: Emitter, key: string, at: Span): void {
  const slot = reserveSlot(emitter, at);
  emitter.pending.push(() => {
    const target = emitter.labels.get(key) ?? PROCEDURE_END;
    fill(emitter, slot, (machine) => {
      if (machine.gosubs.length >= machine.budget.depth * 2)
        fail(28, at, 'GoSub is nested too deep: does each one come to its Return?', { variant: 'gosub' });
      machine.gosubs.push(machine.numberBase, slot + 1);
      return target;
    });
  });
}

/** Return goes back behind the last GoSub of this very call. */
function compileReturn(emitter: Emitter, at: Span): void {
  push(emitter, at, (machine) => {
    const { gosubs } = machine;
    if (gosubs.length === 0 || gosubs.at(-2) !== machine.numberBase)
      throw new Fault(3, at, 'Return without GoSub: put Exit Sub before the label.', undefined, {});
    const target = gosubs.pop()!;
    gosubs.pop();
    return target;
  });
}
