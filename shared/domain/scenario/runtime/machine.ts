import type { Span } from '../findings.ts';
import { type Fault, fail } from './faults.ts';
import type { Value } from './values.ts';

/** What one evaluation may use. Beyond it the evaluation ends with an error; the host goes on. */
export interface ScenarioBudget {
  /** Statements run, with a charge for long texts and arrays. */
  steps: number;
  /** Calls of Subs and Functions inside one another. */
  depth: number;
  /** Characters of one text. */
  textLength: number;
  /** Elements of one array. */
  arrayItems: number;
  /** Characters of everything the script prints; what comes after is dropped. */
  printedLength: number;
}

export const DEFAULT_BUDGET: ScenarioBudget = {
  steps: 500_000,
  depth: 200,
  textLength: 262_144,
  arrayItems: 262_144,
  printedLength: 65_536,
};

/**
 * The state of one evaluation. Variables live in two banks: plain numbers in `numbers`, everything else in `values`.
 * The module's variables come first; frames of running procedures lie above, each from its base up to the top.
 */
export interface Machine {
  numbers: Float64Array;
  values: Value[];
  numberBase: number;
  valueBase: number;
  numberTop: number;
  valueTop: number;
  stepsLeft: number;
  depth: number;
  budget: ScenarioBudget;
  printed: string[];
  printedLength: number;
  /** A Print that ended in `;` leaves its line open. */
  lineOpen: boolean;
  /** The open line ended in a number, which a blank follows. */
  blankPending: boolean;
  /** The error On Error caught last, as Err shows it. */
  caught: Fault | undefined;
  gosubs: number[];
  randomState: number;
  /** Serial of the interval's start in local time: what Now gives. */
  now: number;
}

/** One statement of a procedure: runs, and gives the index of the next; below 0 the procedure ends. */
export type Operation = (machine: Machine) => number;

export const PROCEDURE_END = -1;

/** A value made anew whenever a frame (or the module) starts: an array or a record. */
export interface FreshValue {
  index: number;
  make: (machine: Machine) => Value;
}

export interface CompiledProcedure {
  operations: Operation[];
  /** Statement each operation belongs to. */
  spans: Span[];
  frame: { numbers: number; values: number };
  /** What the values of a frame start with. */
  initialValues: Value[];
  fresh: FreshValue[];
  /** Frame indexes of the error handler and of the operation that failed; absent without On Error. */
  guard?: { handler: number; failed: number };
}

export function newMachine(moduleNumbers: number, moduleValues: number): Machine {
  return {
    numbers: new Float64Array(Math.max(64, moduleNumbers * 2)),
    values: new Array<Value>(Math.max(16, moduleValues)).fill(undefined),
    numberBase: moduleNumbers,
    valueBase: moduleValues,
    numberTop: moduleNumbers,
    valueTop: moduleValues,
    stepsLeft: 0,
    depth: 0,
    budget: DEFAULT_BUDGET,
    printed: [],
    printedLength: 0,
    lineOpen: false,
    blankPending: false,
    caught: undefined,
    gosubs: [],
    randomState: 0,
    now: 0,
  };
}

/** Charges work beyond the one step a statement costs. */
export function charge(machine: Machine, steps: number, at: Span): void {
  machine.stepsLeft -= steps;
  if (machine.stepsLeft < 0) outOfSteps(machine, at);
}

export function outOfSteps(machine: Machine, at: Span): never {
  return fail(
    18,
    at,
    `The script did not end after ${machine.budget.steps} steps: does this loop come to an end?`,
    { steps: machine.budget.steps },
  );
}

/** Checks the length of a text a script has made, and charges for making it. */
export function checkedText(machine: Machine, text: string, at: Span): string {
  const { length } = text;
  if (length > 256) {
    if (length > machine.budget.textLength)
      fail(14, at, `A text grows beyond ${machine.budget.textLength} characters.`, {
        characters: machine.budget.textLength,
      });
    charge(machine, length >> 5, at);
  }
  return text;
}

export function printText(machine: Machine, text: string, open: boolean): void {
  const room = machine.budget.printedLength - machine.printedLength;
  if (room <= 0) return;
  const kept = text.length > room ? `${text.slice(0, room)}…` : text;
  machine.printedLength += kept.length + 1;
  if (machine.lineOpen) machine.printed[machine.printed.length - 1] += kept;
  else machine.printed.push(kept);
  machine.lineOpen = open;
}

/** Makes room for a frame above the top of both banks. */
export function reserve(machine: Machine, numbers: number, values: number): void {
  const needed = machine.numberTop + numbers;
  if (needed > machine.numbers.length) {
    const larger = new Float64Array(Math.max(needed, machine.numbers.length * 2));
    larger.set(machine.numbers);
    machine.numbers = larger;
  }
  machine.numberTop = needed;
  const top = machine.valueTop + values;
  while (machine.values.length < top) machine.values.push(undefined);
  machine.valueTop = top;
}
