import type { Span } from '../findings.ts';
import type { BuiltinFunction, ParameterKind, ValueFunction } from '../functions/table.ts';
import type { ProcedureSymbol, VariableSymbol } from '../resolve/symbols.ts';
import { boxedWidening } from '../runtime/arithmetic.ts';
import { numberOf, textOf, toLong, toNumericType } from '../runtime/convert.ts';
import { execute } from '../runtime/execute.ts';
import { fail } from '../runtime/faults.ts';
import { type CompiledProcedure, charge, type Machine, reserve } from '../runtime/machine.ts';
import {
  type NumericType,
  numericTypeOf,
  plainNumber,
  ScenarioArray,
  type Value,
} from '../runtime/values.ts';
import type { Argument, Expression } from '../syntax/ast.ts';
import { asNumber, asText, asValue, asWhole, type Code, number, variantConstant } from './code.ts';
import { type CompileContext, hiddenSlot, type Place } from './context.ts';
import { isNumericType, variablePlace } from './variables.ts';

/** Puts one argument into the frame of the procedure about to be called. */
type Put = (machine: Machine, numberBase: number, valueBase: number) => void;
type Run = (machine: Machine) => void;

interface Passed {
  put: Put;
  /** Gives the variable behind a ByRef argument its new value. */
  after?: Run;
}

/** Compiles a call; the code's value is the Function's, Empty for a Sub. */
export function compileCall(
  context: CompileContext,
  procedure: ProcedureSymbol,
  args: readonly Argument[],
  at: Span,
): Code {
  const passed = passArguments(context, procedure, args, at);
  const puts = passed.map(({ put }) => put);
  const afters = passed.flatMap(({ after }) => after ?? []);
  const target = context.procedures.get(procedure)!;
  const call: Run = (machine) => invoke(machine, target, puts, afters, at);
  const { result } = procedure;
  if (result === undefined) {
    return {
      kind: 'variant',
      run: (machine) => {
        call(machine);
        return undefined;
      },
    };
  }
  return resultCode(result, call);
}

/** After a call its frame lies just above the top, still holding the result. */
function resultCode(result: VariableSymbol, call: Run): Code {
  const { index } = result.slot;
  const { type } = result;
  const value = (machine: Machine): Value => {
    call(machine);
    return machine.values[machine.valueTop + index];
  };
  if (isNumericType(type)) {
    return number(type, (machine) => {
      call(machine);
      return machine.numbers[machine.numberTop + index]!;
    });
  }
  if (type === 'String') return { kind: 'text', run: value as (machine: Machine) => string };
  if (type === 'Variant') return { kind: 'variant', run: value };
  return { kind: 'record', shape: type, run: value as never };
}

function invoke(
  machine: Machine,
  procedure: CompiledProcedure,
  puts: readonly Put[],
  afters: readonly Run[],
  at: Span,
): void {
  if (machine.depth >= machine.budget.depth)
    fail(
      28,
      at,
      `Calls are nested deeper than ${machine.budget.depth}: does this recursion come to an end?`,
      { depth: machine.budget.depth },
    );
  const numberBase = machine.numberTop;
  const valueBase = machine.valueTop;
  const { numbers, values } = procedure.frame;
  reserve(machine, numbers, values);
  const bank = machine.numbers;
  for (let index = numberBase; index < numberBase + numbers; index += 1) bank[index] = 0;
  const { initialValues, fresh } = procedure;
  for (let index = 0; index < values; index += 1) machine.values[valueBase + index] = initialValues[index];
  for (const { index, make } of fresh) machine.values[valueBase + index] = make(machine);
  for (const put of puts) put(machine, numberBase, valueBase);
  const callerNumbers = machine.numberBase;
  const callerValues = machine.valueBase;
  const gosubs = machine.gosubs.length;
  machine.numberBase = numberBase;
  machine.valueBase = valueBase;
  machine.depth += 1;
  execute(machine, procedure);
  machine.depth -= 1;
  machine.gosubs.length = gosubs;
  machine.numberBase = callerNumbers;
  machine.valueBase = callerValues;
  for (const after of afters) after(machine);
  machine.numberTop = numberBase;
  machine.valueTop = valueBase;
}

function passArguments(
  context: CompileContext,
  procedure: ProcedureSymbol,
  args: readonly Argument[],
  at: Span,
): Passed[] {
  const { parameters } = procedure.declaration;
  return procedure.parameters.map((variable, position) => {
    const parameter = parameters[position]!;
    if (parameter.isParamArray) return passRest(context, variable, args.slice(position));
    const argument = args.find((candidate, index) =>
      candidate.name === undefined ? index === position : candidate.name === parameter.key,
    );
    if (argument?.value !== undefined) return passOne(context, variable, argument.value);
    const initial =
      parameter.initial === undefined ? undefined : context.expression(context, parameter.initial);
    return passValue(context, variable, initial ?? variantConstant(undefined), at);
  });
}

function passOne(context: CompileContext, variable: VariableSymbol, expression: Expression): Passed {
  const { at } = expression;
  if (variable.bounds !== undefined || typeof variable.type !== 'string')
    return passWhole(context, variable, expression);
  if (!variable.byReference) return passValue(context, variable, context.expression(context, expression), at);
  const symbol = context.scenario.uses.get(expression);
  if (symbol?.kind === 'variable' && symbol.bounds === undefined && symbol.type === variable.type)
    return { put: passReference(variable, symbol) };
  const place = isAssignable(context, expression) ? context.place(context, expression) : undefined;
  if (place === undefined || typeof place.type !== 'string')
    return passValue(context, variable, context.expression(context, expression), at);
  return passCopy(context, variable, place, at);
}

function isAssignable({ scenario }: CompileContext, expression: Expression): boolean {
  if (expression.kind === 'member' && expression.target !== undefined)
    return scenario.uses.get(expression.target)?.kind !== 'err';
  return expression.kind === 'name' || expression.kind === 'apply' || expression.kind === 'member';
}

/** A reference is the absolute index of the variable in its bank. */
function passReference(parameter: VariableSymbol, variable: VariableSymbol): Put {
  const to = parameter.slot.index;
  const { index, absolute, bank } = variable.slot;
  if (absolute) {
    return (machine, base) => {
      machine.numbers[base + to] = index;
    };
  }
  if (variable.byReference) {
    return (machine, base) => {
      machine.numbers[base + to] = machine.numbers[machine.numberBase + index]!;
    };
  }
  if (bank === 'numbers') {
    return (machine, base) => {
      machine.numbers[base + to] = machine.numberBase + index;
    };
  }
  return (machine, base) => {
    machine.numbers[base + to] = machine.valueBase + index;
  };
}

/** A hidden variable of the caller, for a ByRef parameter whose argument is no variable of its type. */
function hiddenVariable(context: CompileContext, parameter: VariableSymbol): VariableSymbol {
  const { bank } = parameter.slot;
  return {
    ...parameter,
    byReference: false,
    slot: { bank, index: hiddenSlot(context, bank), absolute: false },
  };
}

function passCopy(context: CompileContext, parameter: VariableSymbol, place: Place, at: Span): Passed {
  const hidden = hiddenVariable(context, parameter);
  const copy = variablePlace(hidden);
  const before = copy.store(place.load, at);
  const reference = passReference(parameter, hidden);
  return {
    put: (machine, numberBase, valueBase) => {
      before(machine);
      reference(machine, numberBase, valueBase);
    },
    after: place.store(copy.load, at),
  };
}

function passValue(context: CompileContext, parameter: VariableSymbol, code: Code, at: Span): Passed {
  if (parameter.byReference) {
    const hidden = hiddenVariable(context, parameter);
    const before = variablePlace(hidden).store(code, at);
    const reference = passReference(parameter, hidden);
    return {
      put: (machine, numberBase, valueBase) => {
        before(machine);
        reference(machine, numberBase, valueBase);
      },
    };
  }
  const { index } = parameter.slot;
  const { type } = parameter;
  if (isNumericType(type)) {
    const run = asNumber(code, type, at);
    return {
      put: (machine, numberBase) => {
        const value = run(machine);
        machine.numbers[numberBase + index] = value;
      },
    };
  }
  const run: (machine: Machine) => Value = type === 'String' ? asText(code, at) : asValue(code);
  return {
    put: (machine, _numberBase, valueBase) => {
      const value = run(machine);
      machine.values[valueBase + index] = value;
    },
  };
}

/** Arrays and records are always passed themselves. */
function passWhole(context: CompileContext, parameter: VariableSymbol, expression: Expression): Passed {
  const run = asValue(context.expression(context, expression));
  const { index } = parameter.slot;
  const isArray = parameter.bounds !== undefined;
  const { at } = expression;
  const { type } = parameter;
  return {
    put: (machine, _numberBase, valueBase) => {
      const value = run(machine);
      if (isArray && (!(value instanceof ScenarioArray) || value.element !== type)) {
        const name = typeof type === 'string' ? type : type.name;
        fail(13, at, `Type mismatch: ${parameter.name} takes an array of ${name}.`, {
          variant: 'takes-array',
          name: parameter.name,
        });
      }
      machine.values[valueBase + index] = value;
    },
  };
}

function passRest(context: CompileContext, parameter: VariableSymbol, args: readonly Argument[]): Passed {
  const runs = args.map(({ value }) =>
    value === undefined ? () => undefined : asValue(context.expression(context, value)),
  );
  const { index } = parameter.slot;
  return {
    put: (machine, _numberBase, valueBase) => {
      const items = runs.map((run) => run(machine));
      machine.values[valueBase + index] = new ScenarioArray(
        'Variant',
        [{ lower: 0, size: items.length }],
        items,
      );
    },
  };
}

function argumentRun(kind: ParameterKind, code: Code, at: Span): (machine: Machine) => Value {
  if (kind === 'text') {
    const run = asText(code, at);
    return (machine) => charged(machine, run(machine), at);
  }
  if (kind === 'number') return asNumber(code, 'Double', at);
  if (kind === 'whole') return asWhole(code, at);
  const run = asValue(code);
  if (code.kind === 'number') return run;
  return (machine) => charged(machine, run(machine), at);
}

/** What a function does with a long text takes time: charged for every argument. */
function charged(machine: Machine, value: Value, at: Span): Value {
  if (typeof value === 'string' && value.length > 256) charge(machine, value.length >> 5, at);
  return value;
}

/** Compiles a call of a built-in function with compiled arguments; left-out ones are `undefined`. */
export function compileBuiltin(
  builtin: BuiltinFunction,
  args: readonly (Code | undefined)[],
  at: Span,
): Code {
  if (builtin.form === 'number') return compileNumberFunction(builtin, args[0]!, at);
  const { kinds, returns, run } = builtin;
  if (builtin.spreadsNull === true && args.some((code) => code?.kind === 'variant'))
    return nullSpreading(builtin, args, at);
  const runs = args.map((code, index) =>
    code === undefined ? () => undefined : argumentRun(kinds[Math.min(index, kinds.length - 1)]!, code, at),
  );
  const [first, second] = runs;
  let value: (machine: Machine) => Value;
  if (first === undefined) value = (machine) => run([], at, machine);
  else if (runs.length === 1) value = (machine) => run([first(machine)], at, machine);
  else if (second !== undefined && runs.length === 2)
    value = (machine) => run([first(machine), second(machine)], at, machine);
  else
    value = (machine) =>
      run(
        runs.map((each) => each(machine)),
        at,
        machine,
      );
  return typedCode(returns, value);
}

/** Arguments are looked at for Null before they are converted. */
function nullSpreading({ kinds, run }: ValueFunction, args: readonly (Code | undefined)[], at: Span): Code {
  const runs = args.map((code) => (code === undefined ? undefined : asValue(code)));
  return {
    kind: 'variant',
    run: (machine) => {
      const values = runs.map((each) => each?.(machine));
      if (values.includes(null)) return null;
      const converted = values.map((value, index) =>
        runs[index] === undefined ? undefined : argumentValue(kinds, index, charged(machine, value, at), at),
      );
      return run(converted, at, machine);
    },
  };
}

function argumentValue(kinds: readonly ParameterKind[], index: number, value: Value, at: Span): Value {
  switch (kinds[Math.min(index, kinds.length - 1)]) {
    case 'text':
      return textOf(value, at);
    case 'number':
      return numberOf(value, at);
    case 'whole':
      return toLong(numberOf(value, at), at);
    default:
      return value;
  }
}

function typedCode(returns: BuiltinFunction['returns'], value: (machine: Machine) => Value): Code {
  if (returns === 'String') return { kind: 'text', run: value as (machine: Machine) => string };
  if (returns === 'Variant' || returns === 'same') return { kind: 'variant', run: value };
  return number(returns, (machine) => plainNumber(value(machine)));
}

function compileNumberFunction(
  builtin: Extract<BuiltinFunction, { form: 'number' }>,
  code: Code,
  at: Span,
): Code {
  const { run, returns } = builtin;
  if (code.kind === 'variant' && returns === 'same') {
    const value = code.run;
    return { kind: 'variant', run: (machine) => sameType(run, value(machine), at) };
  }
  const argument = asNumber(code, 'Double', at);
  const same: NumericType = code.kind === 'number' ? code.type : 'Double';
  const type = returns === 'same' ? (same === 'Boolean' ? 'Integer' : same) : returns;
  // Only the Abs of the lowest Integer or Long leaves its type.
  return number(type, (machine) => {
    const value = run(argument(machine), at);
    return value > 32767 && returns === 'same' ? toNumericType(type, value, at) : value;
  });
}

function sameType(run: (value: number, at: Span) => number, value: Value, at: Span): Value {
  if (typeof value === 'number') return run(value, at);
  if (value === null) return null;
  const type = typeof value === 'string' ? 'Double' : (numericTypeOf(value) ?? 'Integer');
  return boxedWidening(type === 'Boolean' ? 'Integer' : type, run(numberOf(value, at), at), at);
}
