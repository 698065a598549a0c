import type { Span } from '../findings.ts';
import { Fault, fail } from './faults.ts';
import type { Value } from './values.ts';

/** What one evaluation may use. Beyond it the evaluation ends with an error; the host goes on. */
export interface ScenarioBudget {
  /** Statements run, with a charge for long texts and arrays: what bounds a script, alike on every machine. */
  steps: number;
  /**
   * By the wall clock, for what costs far more than its steps; looked at every 20,000 of them, the first of which are free.
   * The usual steps take half a second of a processor at most, and many times that on a machine with much else to do: that
   * must not decide whether an interval has a value.
   */
  timeMs: number;
  /** Calls of Subs and Functions inside one another. */
  depth: number;
  /** Characters of one text. */
  textLength: number;
  /** Elements of one array. */
  arrayItems: number;
  /** Characters of everything the script prints; what comes after is dropped. */
  printedLength: number;
  /** Lines the script prints; those that come after are only counted. */
  printedLines: number;
}

export const DEFAULT_BUDGET: ScenarioBudget = {
  steps: 500_000,
  timeMs: 10_000,
  depth: 200,
  textLength: 262_144,
  arrayItems: 262_144,
  printedLength: 65_536,
  printedLines: 200,
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
  /** Of the slice in hand; the clock is looked at when it is used up. */
  stepsLeft: number;
  stepsReserve: number;
  /** When the second slice began; absent before that. */
  startedMs: number | undefined;
  depth: number;
  budget: ScenarioBudget;
  printed: string[];
  printedLength: number;
  printedLeftOut: number;
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
  /** What the options of the script say to functions. */
  options: { readonly base: 0 | 1; readonly compareText: boolean };
  /** Told before each operation, where somebody steps through the script. */
  watch: Watch | undefined;
}

export type Watch = (machine: Machine, procedure: CompiledProcedure, operation: number) => void;

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
  /** Jumps that no one wrote: no step of their own for who steps through. */
  quiet: ReadonlySet<number>;
  frame: { numbers: number; values: number };
  /** What the values of a frame start with. */
  initialValues: Value[];
  fresh: FreshValue[];
  /** Frame indexes of the error handler and of the operation that failed; absent without On Error. */
  guard?: { handler: number; failed: number };
}

export function newMachine(
  moduleNumbers: number,
  moduleValues: number,
  options: Machine['options'],
): Machine {
  return {
    numbers: new Float64Array(Math.max(64, moduleNumbers * 2)),
    values: new Array<Value>(Math.max(16, moduleValues)).fill(undefined),
    numberBase: moduleNumbers,
    valueBase: moduleValues,
    numberTop: moduleNumbers,
    valueTop: moduleValues,
    stepsLeft: 0,
    stepsReserve: 0,
    startedMs: undefined,
    depth: 0,
    budget: DEFAULT_BUDGET,
    printed: [],
    printedLength: 0,
    printedLeftOut: 0,
    lineOpen: false,
    blankPending: false,
    caught: undefined,
    gosubs: [],
    randomState: 0,
    now: 0,
    options,
    watch: undefined,
  };
}

/** Charges work beyond the one step a statement costs. */
export function charge(machine: Machine, steps: number, at: Span): void {
  machine.stepsLeft -= steps;
  if (machine.stepsLeft < 0) takeSteps(machine, at);
}

const SLICE = 20_000;

/** Gives an evaluation its steps: a slice in hand, the rest in reserve. */
export function startSteps(machine: Machine, { steps }: ScenarioBudget): void {
  machine.stepsLeft = steps < SLICE ? steps : SLICE;
  machine.stepsReserve = steps - machine.stepsLeft;
  machine.startedMs = undefined;
}

/** The slice is used up: takes the next from the reserve, unless steps or time have run out. */
export function takeSteps(machine: Machine, at: Span): void {
  const { budget } = machine;
  const nowMs = Date.now();
  machine.startedMs ??= nowMs;
  if (nowMs - machine.startedMs > budget.timeMs)
    throw new Fault(
      18,
      at,
      `The script did not end within ${budget.timeMs} ms: does this loop come to an end?`,
      'SCENARIO_TIME_BUDGET',
      { timeMs: budget.timeMs },
    );
  const slice = Math.min(machine.stepsReserve, Math.max(SLICE, -machine.stepsLeft));
  machine.stepsReserve -= slice;
  machine.stepsLeft += slice;
  if (machine.stepsLeft < 0)
    fail(18, at, `The script did not end after ${budget.steps} steps: does this loop come to an end?`, {
      steps: budget.steps,
    });
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

/** `open`: the next Print goes on in the same line. */
export function printText(machine: Machine, text: string, open: boolean): void {
  const { budget, printed } = machine;
  const room = budget.printedLength - machine.printedLength;
  if (!machine.lineOpen && (room <= 0 || printed.length >= budget.printedLines)) {
    if (!open) machine.printedLeftOut += 1;
    return;
  }
  const kept = text.length > room ? `${text.slice(0, Math.max(0, room))}…` : text;
  machine.printedLength += kept.length + 1;
  if (!machine.lineOpen) printed.push(kept);
  else if (room > 0) printed[printed.length - 1] += kept;
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
