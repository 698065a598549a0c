import type { Span } from '../findings.ts';
import type { TypeName } from '../syntax/tokens.ts';
import { numberForType, textOf } from './convert.ts';
import { fail } from './faults.ts';
import { charge, type Machine } from './machine.ts';
import {
  boxed,
  type Dimension,
  type NumericType,
  type RecordShape,
  ScenarioArray,
  ScenarioRecord,
  Tagged,
  type Value,
} from './values.ts';

const START = { line: 1, column: 1, endColumn: 1 };
const MOST_DIMENSIONS = 60;

/** What a variable, element or field of a type starts with. */
export function initialValue(machine: Machine, type: TypeName | RecordShape, length?: number): Value {
  if (typeof type !== 'string') return newRecord(machine, type);
  if (type === 'Variant') return undefined;
  if (type === 'String') return length === undefined ? '' : ' '.repeat(length);
  return 0;
}

export function newRecord(machine: Machine, shape: RecordShape): ScenarioRecord {
  charge(machine, shape.fields.length, START);
  const fields = shape.fields.map(({ type, dims, length }) =>
    dims === undefined ? initialValue(machine, type, length) : newArray(machine, type, dims, START),
  );
  return new ScenarioRecord(shape, fields);
}

/** An array with every element at its start. No dimensions: an array that waits for ReDim. */
export function newArray(
  machine: Machine,
  element: TypeName | RecordShape,
  dims: readonly Dimension[],
  at: Span,
): ScenarioArray {
  if (dims.length === 0) return new ScenarioArray(element, [], []);
  if (dims.length > MOST_DIMENSIONS)
    fail(9, at, `An array has at most ${MOST_DIMENSIONS} dimensions.`, {
      variant: 'most-dimensions',
      most: MOST_DIMENSIONS,
    });
  let count = 1;
  for (const { size } of dims) {
    if (size < 0)
      fail(9, at, 'The upper bound of an array lies below its lower bound.', { variant: 'below' });
    count *= size;
  }
  if (count > machine.budget.arrayItems)
    fail(7, at, `An array would have ${count} elements; a script may have ${machine.budget.arrayItems}.`, {
      variant: 'array',
      count,
      most: machine.budget.arrayItems,
    });
  charge(machine, count >> 3, at);
  const simple = typeof element === 'string';
  const items = new Array<Value>(count).fill(simple ? initialValue(machine, element) : undefined);
  if (!simple) for (let index = 0; index < count; index += 1) items[index] = newRecord(machine, element);
  return new ScenarioArray(element, dims, items);
}

/** Arrays and records are copied when assigned; everything else is its own copy. */
export function copyOf(machine: Machine, value: Value): Value {
  if (value instanceof ScenarioArray) {
    // At least one: an array that holds itself twice over doubles with each assignment.
    charge(machine, 1 + (value.items.length >> 3), START);
    return new ScenarioArray(value.element, value.dims, copyItems(machine, value.items));
  }
  if (value instanceof ScenarioRecord) {
    charge(machine, 1 + (value.fields.length >> 3), START);
    return new ScenarioRecord(value.shape, copyItems(machine, value.fields));
  }
  return value;
}

function copyItems(machine: Machine, items: readonly Value[]): Value[] {
  return items.map((item) =>
    typeof item === 'object' && item !== null && !(item instanceof Tagged) ? copyOf(machine, item) : item,
  );
}

/** Gives an array variable the elements of another array, converted to its type. */
export function fillArray(machine: Machine, target: ScenarioArray, value: Value, at: Span): void {
  if (!(value instanceof ScenarioArray))
    fail(13, at, 'Type mismatch: an array can only be given an array, or one element at a time.', {
      variant: 'elements',
    });
  charge(machine, value.items.length >> 3, at);
  const items = value.items.map((item) => storable(machine, target.element, loaded(value.element, item), at));
  target.dims = value.dims;
  target.items = items;
}

/** Copies the fields of one record into another of the same Type. */
export function fillRecord(machine: Machine, target: ScenarioRecord, value: Value, at: Span): void {
  if (!(value instanceof ScenarioRecord) || value.shape !== target.shape)
    fail(13, at, `Type mismatch: only another ${target.shape.name} can be given to this variable.`, {
      variant: 'record',
      type: target.shape.name,
    });
  copyItems(machine, value.fields).forEach((field, index) => {
    target.fields[index] = field;
  });
}

/** An element as a Variant holds it: numbers of a type get their type back. */
export function loaded(element: TypeName | RecordShape, item: Value): Value {
  if (typeof element !== 'string' || element === 'Variant' || element === 'String') return item;
  return boxed(element, item as number);
}

/** A value as an element of a type is stored: plain numbers for the numeric types. */
export function storable(machine: Machine, element: TypeName | RecordShape, value: Value, at: Span): Value {
  if (typeof element !== 'string') {
    if (value instanceof ScenarioRecord && value.shape === element) return copyOf(machine, value);
    return fail(13, at, `Type mismatch: the element is a ${element.name}.`, {
      variant: 'record',
      type: element.name,
    });
  }
  if (element === 'Variant') return copyOf(machine, value);
  if (element === 'String') return textOf(value, at);
  return numberForType(element as NumericType, value, at);
}
