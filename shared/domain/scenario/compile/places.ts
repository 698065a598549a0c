import type { Span } from '../findings.ts';
import { fail } from '../runtime/faults.ts';
import type { Machine } from '../runtime/machine.ts';
import { copyOf, loaded, storable } from '../runtime/storage.ts';
import { type RecordShape, ScenarioArray, type Value } from '../runtime/values.ts';
import type { ApplyExpression, Expression, MemberExpression } from '../syntax/ast.ts';
import type { TypeName } from '../syntax/tokens.ts';
import { asNumber, asText, asValue, asWhole, type Code, type RecordCode } from './code.ts';
import { type CompileContext, type Place, reportError } from './context.ts';
import { fixedLength, isNumericType, variablePlace } from './variables.ts';

/** The place an expression names, or `undefined` when it names none. */
export function compilePlace(context: CompileContext, expression: Expression): Place | undefined {
  switch (expression.kind) {
    case 'name': {
      const symbol = context.scenario.uses.get(expression);
      return symbol?.kind === 'variable' ? variablePlace(symbol) : undefined;
    }
    case 'apply':
      return elementPlace(context, expression);
    case 'member':
      return fieldPlace(context, expression);
    default:
      return undefined;
  }
}

type IndexRun = (machine: Machine, array: ScenarioArray) => number;

/** Position of an element among the items of an array: the first index varies slowest. */
function indexRun(indexes: readonly ((machine: Machine) => number)[], at: Span): IndexRun {
  const [only] = indexes;
  if (indexes.length === 1 && only !== undefined) {
    return (machine, array) => {
      const dim = array.dims[0];
      if (dim === undefined || array.dims.length !== 1) return wrongDimensions(array, 1, at);
      const index = only(machine);
      const offset = index - dim.lower;
      return offset >= 0 && offset < dim.size ? offset : outside(index, dim.lower, dim.size, at);
    };
  }
  return (machine, array) => {
    if (array.dims.length !== indexes.length) return wrongDimensions(array, indexes.length, at);
    let position = 0;
    for (let axis = 0; axis < indexes.length; axis += 1) {
      const { lower, size } = array.dims[axis]!;
      const index = indexes[axis]!(machine);
      if (index < lower || index >= lower + size) outside(index, lower, size, at);
      position = position * size + index - lower;
    }
    return position;
  };
}

function outside(index: number, lower: number, size: number, at: Span): never {
  const bounds = size === 0 ? 'the array is empty' : `the array goes from ${lower} to ${lower + size - 1}`;
  return fail(
    9,
    at,
    `Subscript out of range: the index is ${index}, ${bounds}.`,
    size === 0 ? { variant: 'empty', index } : { variant: 'outside', index, lower, upper: lower + size - 1 },
  );
}

function wrongDimensions(array: ScenarioArray, given: number, at: Span): never {
  if (array.dims.length === 0)
    return fail(9, at, 'Subscript out of range: the array has no bounds yet, use ReDim first.', {
      variant: 'no-bounds',
    });
  return fail(
    9,
    at,
    `Subscript out of range: ${given} given, the array has ${array.dims.length} dimensions.`,
    { variant: 'dimensions', given, dimensions: array.dims.length },
  );
}

/** `a(1)`, `a(1, 2)`, also of an array inside a Variant or a record. */
function elementPlace(context: CompileContext, expression: ApplyExpression): Place | undefined {
  const { target, args, at } = expression;
  const symbol = context.scenario.uses.get(target);
  if (target.kind === 'name' && symbol?.kind !== 'variable') return undefined;
  const array =
    target.kind === 'name' && symbol?.kind === 'variable'
      ? variablePlace(symbol).load
      : context.expression(context, target);
  if (array.kind !== 'array' && array.kind !== 'variant') {
    reportError(context, at, 'SCENARIO_NOT_AN_ARRAY', 'This is no array: remove the parentheses behind it.', {
      variant: 'parentheses',
    });
    return undefined;
  }
  if (args.length === 0) {
    reportError(
      context,
      at,
      'SCENARIO_ARGUMENT_COUNT',
      'The index of the array is missing between the parentheses.',
      { variant: 'index' },
    );
    return undefined;
  }
  const indexes = args.map(({ value, at: place }) =>
    value === undefined ? () => 0 : asWhole(context.expression(context, value), place),
  );
  const position = indexRun(indexes, at);
  if (array.kind === 'variant') return variantElement(array.run, position, at);
  return typedElement(array.element, array.run, position);
}

function variantElement(run: (machine: Machine) => Value, position: IndexRun, at: Span): Place {
  const arrayOf = (machine: Machine): ScenarioArray => {
    const value = run(machine);
    if (value instanceof ScenarioArray) return value;
    return fail(13, at, 'Type mismatch: the variable holds no array.', { variant: 'holds-no-array' });
  };
  return {
    type: 'Variant',
    load: {
      kind: 'variant',
      run: (machine) => {
        const array = arrayOf(machine);
        const item = array.items[position(machine, array)];
        return loaded(array.element, item);
      },
    },
    store: (code, place) => {
      const value = asValue(code);
      return (machine) => {
        const given = value(machine);
        const array = arrayOf(machine);
        array.items[position(machine, array)] = storable(machine, array.element, given, place);
      };
    },
  };
}

function typedElement(
  type: TypeName | RecordShape,
  array: (machine: Machine) => ScenarioArray,
  position: IndexRun,
): Place {
  const load = (machine: Machine): Value => {
    const target = array(machine);
    return target.items[position(machine, target)];
  };
  const put = (machine: Machine, value: Value) => {
    const target = array(machine);
    target.items[position(machine, target)] = value;
  };
  return storedPlace(type, load, put, undefined);
}

/** A place inside an array or a record, by how its value is read and put. */
function storedPlace(
  type: TypeName | RecordShape,
  load: (machine: Machine) => Value,
  put: (machine: Machine, value: Value) => void,
  length: number | undefined,
): Place {
  return { type, load: storedCode(type, load), store: storedStore(type, put, length) };
}

function storedCode(type: TypeName | RecordShape, load: (machine: Machine) => Value): Code {
  if (typeof type !== 'string') return { kind: 'record', shape: type, run: load as RecordCode['run'] };
  if (isNumericType(type)) return { kind: 'number', type, run: load as (machine: Machine) => number };
  if (type === 'String') return { kind: 'text', run: load as (machine: Machine) => string };
  return { kind: 'variant', run: load };
}

function storedStore(
  type: TypeName | RecordShape,
  put: (machine: Machine, value: Value) => void,
  length: number | undefined,
): Place['store'] {
  return (code, at) => {
    if (isNumericType(type)) {
      const run = asNumber(code, type, at);
      return (machine) => put(machine, run(machine));
    }
    if (type === 'String') {
      const run = asText(code, at);
      return (machine) => put(machine, fixedLength(run(machine), length));
    }
    const run = asValue(code);
    if (type === 'Variant') return (machine) => put(machine, copyOf(machine, run(machine)));
    return (machine) => put(machine, storable(machine, type, run(machine), at));
  };
}

/** `r.field`, and `.field` inside With. */
function fieldPlace(context: CompileContext, expression: MemberExpression): Place | undefined {
  const record =
    expression.target === undefined ? context.withs.at(-1) : context.expression(context, expression.target);
  if (record === undefined) {
    reportError(
      context,
      expression.at,
      'SCENARIO_WITH_MISSING',
      `.${expression.name} stands outside a With block: write the variable before the point.`,
      { name: expression.name },
    );
    return undefined;
  }
  if (record.kind !== 'record') {
    reportError(
      context,
      expression.at,
      'SCENARIO_NOT_A_RECORD',
      `What stands before .${expression.name} has no fields.`,
      { variant: 'before', name: expression.name },
    );
    return undefined;
  }
  const index = record.shape.fields.findIndex(({ key }) => key === expression.key);
  const field = record.shape.fields[index];
  if (field === undefined) {
    const names = record.shape.fields.map(({ name }) => name).join(', ');
    reportError(
      context,
      expression.at,
      'SCENARIO_UNKNOWN_FIELD',
      `The Type ${record.shape.name} has no field ${expression.name}; it has ${names}.`,
      { type: record.shape.name, name: expression.name, known: names },
    );
    return undefined;
  }
  const { run } = record;
  const load = (machine: Machine): Value => run(machine).fields[index];
  if (field.dims !== undefined) {
    const array = load as (machine: Machine) => ScenarioArray;
    return {
      type: field.type,
      load: { kind: 'array', element: field.type, run: array },
      store: (_code, at) => () =>
        fail(13, at, 'Type mismatch: give the elements of this array one by one.', { variant: 'elements' }),
    };
  }
  const put = (machine: Machine, value: Value) => {
    run(machine).fields[index] = value;
  };
  return storedPlace(field.type, load, put, field.length);
}
