import type { Span } from '../findings.ts';
import { arithmetic } from '../runtime/arithmetic.ts';
import { order } from '../runtime/compare.ts';
import { numberOf, toNumericType } from '../runtime/convert.ts';
import { fail } from '../runtime/faults.ts';
import type { Machine, Operation } from '../runtime/machine.ts';
import { loaded } from '../runtime/storage.ts';
import { type NumericType, ScenarioArray } from '../runtime/values.ts';
import { hiddenVariable } from './branches.ts';
import { asCondition, asValue, type Code, numberConstant, type VariantCode } from './code.ts';
import { hiddenSlot, type Place, reportError } from './context.ts';
import { branch, type Emitter, emit, fill, here, jumpTo, push, reserveJump, reserveSlot } from './emitter.ts';
import type { StatementCompiler, StatementOf } from './statement-compiler.ts';
import { isNumericType, variablePlace } from './variables.ts';

function compileBody(
  compiler: StatementCompiler,
  kind: 'for' | 'do',
  body: StatementOf<'for'>['body'],
): number[] {
  const slots: number[] = [];
  compiler.emitter.exits.push({ kind, slots });
  compiler.block(body);
  compiler.emitter.exits.pop();
  return slots;
}

function fillExits(emitter: Emitter, slots: readonly number[]): void {
  for (const slot of slots) fill(emitter, slot, jumpTo(here(emitter)));
}

export function compileExit(emitter: Emitter, kind: 'for' | 'do', at: Span): void {
  const loop = emitter.exits.findLast((each) => each.kind === kind);
  const slot = reserveSlot(emitter, at);
  loop?.slots.push(slot);
}

export function compileDo(compiler: StatementCompiler, statement: StatementOf<'do'>): void {
  const { context, emitter } = compiler;
  const { condition, until, test, at } = statement;
  const holds =
    condition === undefined ? undefined : asCondition(context.expression(context, condition), condition.at);
  const goesOn = holds !== undefined && until ? (machine: Machine) => !holds(machine) : holds;
  const start = here(emitter);
  if (goesOn !== undefined && test === 'before') {
    const slot = reserveSlot(emitter, at);
    const exits = compileBody(compiler, 'do', statement.body);
    fill(emitter, reserveJump(emitter, at), jumpTo(start));
    fill(emitter, slot, branch(slot, goesOn, here(emitter)));
    fillExits(emitter, exits);
    return;
  }
  const exits = compileBody(compiler, 'do', statement.body);
  if (goesOn === undefined) fill(emitter, reserveJump(emitter, at), jumpTo(start));
  else {
    const next = here(emitter) + 1;
    push(emitter, condition?.at ?? at, (machine) => (goesOn(machine) ? start : next));
  }
  fillExits(emitter, exits);
}

/** `For counter = from To to Step step`: end and step are computed once, before the loop. */
export function compileFor(compiler: StatementCompiler, statement: StatementOf<'for'>): void {
  const { context, emitter } = compiler;
  const { at } = statement;
  const counter = context.place(context, statement.counter);
  const from = context.expression(context, statement.from);
  const to = context.expression(context, statement.to);
  const step =
    statement.step === undefined ? numberConstant('Integer', 1) : context.expression(context, statement.step);
  if (counter === undefined || typeof counter.type !== 'string' || counter.type === 'String') {
    reportError(
      context,
      statement.counter.at,
      'SCENARIO_FOR_COUNTER',
      'The counter of For must be a variable that holds a number.',
    );
    return;
  }
  const loop: ForLoop = { compiler, statement, counter, at };
  emit(emitter, at, counter.store(from, statement.from.at));
  if (isNumericType(counter.type)) numericFor(loop, counter.type, counter.load, to, step);
  else variantFor(loop, counter.load as VariantCode, to, step);
}

interface ForLoop {
  compiler: StatementCompiler;
  statement: StatementOf<'for'>;
  counter: Place;
  at: Span;
}

function numericFor(
  { compiler, statement, counter, at }: ForLoop,
  type: NumericType,
  load: Code,
  to: Code,
  step: Code,
): void {
  const { context, emitter } = compiler;
  if (load.kind !== 'number') return;
  const count = load.run;
  const wide = type === 'Single' || type === 'Currency' || type === 'Date' ? 'Double' : type;
  const limit = hiddenVariable(context, to.kind === 'number' && to.type === 'Double' ? 'Double' : wide, at);
  const by = hiddenVariable(context, wide, at);
  const limitPlace = variablePlace(limit);
  const byPlace = variablePlace(by);
  const constantStep = step.kind === 'number' ? step.constant : undefined;
  emit(emitter, at, limitPlace.store(to, statement.to.at));
  if (constantStep === undefined) emit(emitter, at, byPlace.store(step, statement.step?.at ?? at));
  const limitIndex = limit.slot.index;
  const byIndex = by.slot.index;
  const inside = (machine: Machine, value: number, stepValue: number): boolean => {
    const end = machine.numbers[machine.numberBase + limitIndex]!;
    return stepValue >= 0 ? value <= end : value >= end;
  };
  const stepOf =
    constantStep === undefined
      ? (machine: Machine) => machine.numbers[machine.numberBase + byIndex]!
      : () => constantStep;
  const slot = reserveSlot(emitter, at);
  const exits = compileBody(compiler, 'for', statement.body);
  const place = statement.counter.at;
  const advanced = {
    kind: 'number',
    type,
    run: (machine: Machine) => toNumericType(type, count(machine) + stepOf(machine), place),
  } as const;
  const advance = counter.store(advanced, place);
  const start = slot + 1;
  const end = here(emitter) + 1;
  const next: Operation = (machine) => {
    advance(machine);
    return inside(machine, count(machine), stepOf(machine)) ? start : end;
  };
  push(emitter, at, next);
  fill(
    emitter,
    slot,
    branch(slot, (machine) => inside(machine, count(machine), stepOf(machine)), end),
  );
  fillExits(emitter, exits);
}

function variantFor(
  { compiler, statement, counter, at }: ForLoop,
  load: VariantCode,
  to: Code,
  step: Code,
): void {
  const { context, emitter } = compiler;
  const limit = variablePlace(hiddenVariable(context, 'Variant', at));
  const by = variablePlace(hiddenVariable(context, 'Variant', at));
  emit(emitter, at, limit.store(to, statement.to.at));
  emit(emitter, at, by.store(step, statement.step?.at ?? at));
  const limitRun = asValue(limit.load);
  const byRun = asValue(by.load);
  const inside = (machine: Machine): boolean => {
    const ordered = order(load.run(machine), limitRun(machine), false, false, at);
    if (ordered === null) return fail(94, at);
    return numberOf(byRun(machine), at) >= 0 ? ordered <= 0 : ordered >= 0;
  };
  const slot = reserveSlot(emitter, at);
  const exits = compileBody(compiler, 'for', statement.body);
  const advance = counter.store(
    { kind: 'variant', run: (machine) => arithmetic('+', load.run(machine), byRun(machine), at) },
    at,
  );
  const start = slot + 1;
  const end = here(emitter) + 1;
  push(emitter, at, (machine) => {
    advance(machine);
    return inside(machine) ? start : end;
  });
  fill(emitter, slot, branch(slot, inside, end));
  fillExits(emitter, exits);
}

/** In the family's order the first index changes fastest; the items lie with the last one changing fastest. */
function itemIndex({ dims }: ScenarioArray, position: number): number {
  if (dims.length < 2) return position;
  let rest = position;
  let stride = dims.reduce((product, { size }) => product * size, 1);
  let index = 0;
  for (const { size } of dims) {
    stride /= size;
    index += (rest % size) * stride;
    rest = Math.floor(rest / size);
  }
  return index;
}

const NO_ITEMS = new ScenarioArray('Variant', [], []);

/** Visits the elements an array has when the loop starts. */
export function compileForEach(compiler: StatementCompiler, statement: StatementOf<'forEach'>): void {
  const { context, emitter } = compiler;
  const { at } = statement;
  const item = context.place(context, statement.item);
  const run = asValue(context.expression(context, statement.list));
  if (item === undefined) return;
  const array = hiddenSlot(context, 'values');
  const position = hiddenSlot(context, 'numbers');
  emit(emitter, at, (machine) => {
    const value = run(machine);
    if (!(value instanceof ScenarioArray))
      fail(13, statement.list.at, 'Type mismatch: For Each goes over an array.', {
        variant: 'takes-array',
        name: 'For Each',
      });
    machine.values[machine.valueBase + array] = value;
    machine.numbers[machine.numberBase + position] = -1;
  });
  // Not an array where On Error Resume Next passed over the statement that sets it.
  const list = (machine: Machine) => {
    const value = machine.values[machine.valueBase + array];
    return value instanceof ScenarioArray ? value : NO_ITEMS;
  };
  const index = (machine: Machine) => machine.numbers[machine.numberBase + position]!;
  const store = item.store(
    {
      kind: 'variant',
      run: (machine) => {
        const each = list(machine);
        return loaded(each.element, each.items[itemIndex(each, index(machine))]);
      },
    },
    at,
  );
  const slot = reserveSlot(emitter, at);
  const exits = compileBody(compiler, 'for', statement.body);
  fill(emitter, reserveJump(emitter, at), jumpTo(slot));
  const end = here(emitter);
  fill(emitter, slot, (machine) => {
    const nextIndex = index(machine) + 1;
    machine.numbers[machine.numberBase + position] = nextIndex;
    if (nextIndex >= list(machine).items.length) return end;
    store(machine);
    return slot + 1;
  });
  fillExits(emitter, exits);
}
