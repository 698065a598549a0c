import type { Span } from '../findings.ts';
import { parseDateText } from '../runtime/calendar.ts';
import { convertTo, numberInText, roundHalfEven, textOf } from '../runtime/convert.ts';
import { descriptionOf, fail } from '../runtime/faults.ts';
import { printText } from '../runtime/machine.ts';
import {
  boxed,
  numericTypeOf,
  plainNumber,
  ScenarioArray,
  ScenarioRecord,
  type Value,
} from '../runtime/values.ts';
import type { TypeName } from '../syntax/tokens.ts';
import { type FunctionTable, valueFunction } from './table.ts';

function conversion(name: string, type: TypeName) {
  return valueFunction(`${name}(value)`, ['value'], type, ([value], at) => convertTo(type, value, at));
}

/** Digits of a whole number; those of a negative one are its 16-bit pattern for an Integer, else that of 32 bits. */
function digits(value: Value, radix: 8 | 16, at: Span): Value {
  if (value === null) return null;
  const type = numericTypeOf(value);
  const number = roundHalfEven(
    type === undefined ? Number(plainNumber(convertTo('Double', value, at))) : plainNumber(value),
  );
  if (number < -2147483648 || number > 2147483647)
    fail(6, at, 'Overflow: the number does not fit the type Long.', { variant: 'whole', type: 'Long' });
  const short = type === 'Integer' || type === 'Boolean';
  const bits = number < 0 ? number + (short ? 0x10000 : 0x100000000) : number;
  return bits.toString(radix).toUpperCase();
}

/** Empty and everything that converts to a number without a date in between. */
function isNumeric(value: Value): boolean {
  if (value === undefined) return true;
  if (typeof value === 'string') return numberInText(value) !== undefined;
  const type = numericTypeOf(value);
  return type !== undefined && type !== 'Date';
}

function isDate(value: Value): boolean {
  if (typeof value === 'string') return parseDateText(value) !== undefined;
  return numericTypeOf(value) === 'Date';
}

const VAR_TYPES: Record<TypeName, number> = {
  Integer: 2,
  Long: 3,
  Single: 4,
  Double: 5,
  Currency: 6,
  Date: 7,
  String: 8,
  Boolean: 11,
  Variant: 12,
  Byte: 17,
};

function typeName(value: Value): string {
  if (value === undefined) return 'Empty';
  if (value === null) return 'Null';
  if (typeof value === 'string') return 'String';
  if (value instanceof ScenarioArray)
    return `${typeof value.element === 'string' ? value.element : value.element.name}()`;
  if (value instanceof ScenarioRecord) return value.shape.name;
  return numericTypeOf(value) ?? 'Variant';
}

function varType(value: Value): number {
  if (value === undefined) return 0;
  if (value === null) return 1;
  if (typeof value === 'string') return 8;
  if (value instanceof ScenarioArray)
    return 8192 + (typeof value.element === 'string' ? VAR_TYPES[value.element] : 36);
  if (value instanceof ScenarioRecord) return 36;
  return VAR_TYPES[numericTypeOf(value) ?? 'Variant'];
}

/** The first button of each kind of message box: OK, OK, Abort, Yes, Yes, Retry. */
const FIRST_BUTTONS = [1, 1, 3, 6, 6, 4];

function answerOf(buttons: Value): number {
  const kind = numericTypeOf(buttons) === undefined ? 0 : roundHalfEven(plainNumber(buttons)) & 7;
  return FIRST_BUTTONS[kind] ?? 1;
}

const yesNo = (name: string, test: (value: Value) => boolean) =>
  valueFunction(`${name}(value)`, ['value'], 'Boolean', ([value]) => test(value));

export const CONVERSIONS: FunctionTable = {
  cbool: conversion('CBool', 'Boolean'),
  cbyte: conversion('CByte', 'Byte'),
  ccur: conversion('CCur', 'Currency'),
  cdate: conversion('CDate', 'Date'),
  cdbl: conversion('CDbl', 'Double'),
  cint: conversion('CInt', 'Integer'),
  clng: conversion('CLng', 'Long'),
  csng: conversion('CSng', 'Single'),
  cstr: conversion('CStr', 'String'),
  cvar: conversion('CVar', 'Variant'),
  cvdate: conversion('CVDate', 'Date'),
  hex: valueFunction('Hex(number)', ['value'], 'Variant', ([value], at) => digits(value, 16, at)),
  oct: valueFunction('Oct(number)', ['value'], 'Variant', ([value], at) => digits(value, 8, at)),
  isnumeric: yesNo('IsNumeric', isNumeric),
  isdate: yesNo('IsDate', isDate),
  isempty: yesNo('IsEmpty', (value) => value === undefined),
  ismissing: yesNo('IsMissing', (value) => value === undefined),
  isnull: yesNo('IsNull', (value) => value === null),
  isarray: yesNo('IsArray', (value) => value instanceof ScenarioArray),
  error: valueFunction('Error([number])', ['whole'], 'String', ([number], _at, machine) =>
    number === undefined ? (machine.caught?.description ?? '') : descriptionOf(number as number),
  ),
  typename: valueFunction('TypeName(value)', ['value'], 'String', ([value]) => typeName(value)),
  vartype: valueFunction('VarType(value)', ['value'], 'Integer', ([value]) =>
    boxed('Integer', varType(value)),
  ),
};

export const CHOICES: FunctionTable = {
  iif: valueFunction('IIf(condition, whenTrue, whenFalse)', ['value'], 'Variant', (args, at) =>
    convertTo('Boolean', args[0] ?? false, at) ? args[1] : args[2],
  ),
  choose: valueFunction('Choose(index, value, …)', ['value'], 'Variant', (args, at) => {
    const index = roundHalfEven(plainNumber(convertTo('Double', args[0], at)));
    return index >= 1 && index < args.length ? args[index] : null;
  }),
  switch: valueFunction('Switch(condition, value, …)', ['value'], 'Variant', (args, at) => {
    if (args.length % 2 !== 0)
      fail(5, at, 'Switch takes pairs of a condition and a value.', { variant: 'switch' });
    for (let index = 0; index < args.length; index += 2)
      if (convertTo('Boolean', args[index], at) === true) return args[index + 1];
    return null;
  }),
  // Seeds the generator with a number; without one it stays as the interval seeded it, so that runs repeat.
  randomize: valueFunction('Randomize([number])', ['number'], 'Variant', ([seed], _at, machine) => {
    if (seed !== undefined) machine.randomState = Math.floor(Math.abs(seed as number) * 65_537) % 0x1000000;
    return undefined;
  }),
  msgbox: valueFunction(
    'MsgBox(text, [buttons], [title], [more])',
    ['value'],
    'Integer',
    (args, at, machine) => {
      printText(machine, args[0] === null ? 'Null' : textOf(args[0], at), false);
      return boxed('Integer', answerOf(args[1]));
    },
  ),
};
