import type { Span } from '../findings.ts';
import { roundHalfEven, textOf } from '../runtime/convert.ts';
import { fail } from '../runtime/faults.ts';
import { charge, checkedText, type Machine } from '../runtime/machine.ts';
import { copyOf, loaded } from '../runtime/storage.ts';
import { boxed, numericTypeOf, plainNumber, ScenarioArray, type Value } from '../runtime/values.ts';
import { type FunctionTable, valueFunction } from './table.ts';
import { chargeSearch } from './texts.ts';

function arrayArgument(value: Value, name: string, at: Span): ScenarioArray {
  if (value instanceof ScenarioArray) return value;
  return fail(13, at, `Type mismatch: ${name} takes an array.`, { variant: 'takes-array', name });
}

function dimensionOf(args: readonly Value[], name: string, at: Span) {
  const array = arrayArgument(args[0], name, at);
  const axis = args[1] === undefined ? 1 : numberArgument(args[1], at);
  const dimension = array.dims[axis - 1];
  if (array.dims.length === 0)
    return fail(9, at, 'Subscript out of range: the array has no bounds yet, use ReDim first.', {
      variant: 'no-bounds',
    });
  return (
    dimension ??
    fail(9, at, `Subscript out of range: the array has ${array.dims.length} dimensions.`, {
      variant: 'dimensions',
      dimensions: array.dims.length,
    })
  );
}

function numberArgument(value: Value, at: Span): number {
  if (numericTypeOf(value) === undefined) fail(13, at);
  return roundHalfEven(plainNumber(value));
}

function vector(
  element: 'String' | 'Variant',
  items: Value[],
  machine: Machine,
  at: Span,
  lower: 0 | 1 = 0,
): ScenarioArray {
  if (items.length > machine.budget.arrayItems) fail(7, at);
  charge(machine, items.length >> 2, at);
  return new ScenarioArray(element, [{ lower, size: items.length }], items);
}

function split(args: readonly Value[], at: Span, machine: Machine): Value {
  const [text = '', separator = ' ', limit = -1] = args as [string, string | undefined, number | undefined];
  if (text === '') return vector('String', [], machine, at);
  if (separator === '') return vector('String', [text], machine, at);
  chargeSearch(machine, text, separator, at);
  const parts = text.split(separator);
  if (limit > 0 && parts.length > limit)
    parts.splice(limit - 1, parts.length, parts.slice(limit - 1).join(separator));
  return vector('String', parts, machine, at);
}

function join(args: readonly Value[], at: Span, machine: Machine): Value {
  const array = arrayArgument(args[0], 'Join', at);
  const separator = args[1] === undefined ? ' ' : textOf(args[1], at);
  if (array.dims.length > 1)
    fail(13, at, 'Type mismatch: Join takes an array of one dimension.', { variant: 'join' });
  let length = 0;
  const texts = array.items.map((item) => {
    const text = textOf(loaded(array.element, item), at);
    length += text.length + separator.length;
    if (length > machine.budget.textLength + separator.length) fail(14, at);
    return text;
  });
  return checkedText(machine, texts.join(separator), at);
}

function filter(args: readonly Value[], at: Span, machine: Machine): Value {
  const array = arrayArgument(args[0], 'Filter', at);
  const sought = textOf(args[1], at);
  const keep = args[2] === undefined || numberArgument(args[2], at) !== 0;
  const texts = array.items.map((item) => textOf(loaded(array.element, item), at));
  for (const text of texts) chargeSearch(machine, text, sought, at);
  charge(machine, texts.length, at);
  return vector(
    'String',
    texts.filter((text) => text.includes(sought) === keep),
    machine,
    at,
  );
}

export const ARRAYS: FunctionTable = {
  array: valueFunction('Array([value], …)', ['value'], 'Variant', (args, at, machine) =>
    vector(
      'Variant',
      args.map((value) => copyOf(machine, value)),
      machine,
      at,
      machine.options.base,
    ),
  ),
  lbound: valueFunction('LBound(array, [dimension])', ['value'], 'Long', (args, at) =>
    boxed('Long', dimensionOf(args, 'LBound', at).lower),
  ),
  ubound: valueFunction('UBound(array, [dimension])', ['value'], 'Long', (args, at) => {
    const { lower, size } = dimensionOf(args, 'UBound', at);
    return boxed('Long', lower + size - 1);
  }),
  split: valueFunction('Split(text, [separator], [limit])', ['text', 'text', 'whole'], 'Variant', split),
  join: valueFunction('Join(array, [separator])', ['value'], 'String', join),
  filter: valueFunction('Filter(array, sought, [include])', ['value'], 'Variant', filter),
};
