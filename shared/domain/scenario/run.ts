import type { CompiledProgram } from './compile/program.ts';
import type { MessageDetails, Span } from './findings.ts';
import { resultHundredths } from './result.ts';
import { joinSerial } from './runtime/calendar.ts';
import { execute } from './runtime/execute.ts';
import { EndOfScript, Fault } from './runtime/faults.ts';
import {
  DEFAULT_BUDGET,
  type Machine,
  reserve,
  type ScenarioBudget,
  startSteps,
  type Watch,
} from './runtime/machine.ts';

export interface ScenarioInput {
  /** Values of Para1…n in order. */
  paras: readonly number[];
  /** Of the imported day: Sunday = 1 … Saturday = 7. */
  weekday: number;
  /** Start of the interval since midnight, in minutes. */
  minutes: number;
  /** Start of the interval in local time, in seconds since 1 January 1970 as if that were UTC: what Now gives. */
  startLocalSeconds?: number;
}

/** `number` is the BASIC number of the error: 6 overflow, 9 subscript, 11 division by zero, 13 type mismatch. */
export interface ScenarioError {
  code: string;
  message: string;
  details?: MessageDetails;
  line: number;
  column: number;
  number: number;
}

/** The lines the script printed, and how many more there were beyond what one evaluation may print. */
export interface Printed {
  printed: string[];
  printedLeftOut: number;
}

/** `valueHundredths` is what the import stores, in hundredths of the unit. */
export type ScenarioOutcome =
  | ({ ok: true; result: number; valueHundredths: number } & Printed)
  | ({ ok: false; error: ScenarioError } & Printed);

const SECONDS_PER_DAY = 86_400;
/** Days from 30 December 1899 to 1 January 1970. */
const UNIX_EPOCH_SERIAL = 25_569;

/**
 * Evaluates a compiled script for one interval. Never throws and always ends: what goes wrong in the script, and a
 * script that uses up its budget, is an outcome with its place.
 */
export function runProgram(
  program: CompiledProgram,
  input: ScenarioInput,
  budget: ScenarioBudget,
  watch?: Watch,
): ScenarioOutcome {
  const { machine } = program;
  try {
    start(program, machine, input, budget);
    machine.watch = watch;
    execute(machine, program.main);
  } catch (error) {
    if (!(error instanceof EndOfScript)) return failed(machine, error);
  }
  const result = machine.numbers[program.resultIndex]!;
  if (result - result !== 0) {
    const message = 'Overflow: Result is not a finite number.';
    return failed(machine, new Fault(6, NO_PLACE, message, undefined, { variant: 'result' }));
  }
  const { printed, printedLeftOut } = machine;
  return { ok: true, result, valueHundredths: resultHundredths(result), printed, printedLeftOut };
}

function failed({ printed, printedLeftOut }: Machine, error: unknown): ScenarioOutcome {
  return { ok: false, error: describe(error), printed, printedLeftOut };
}

const NO_PLACE: Span = { line: 1, column: 1, endColumn: 1 };

function start(
  program: CompiledProgram,
  machine: Machine,
  input: ScenarioInput,
  budget: ScenarioBudget,
): void {
  const { main, moduleNumbers, moduleValues, moduleFresh } = program;
  machine.printed = [];
  machine.printedLength = 0;
  machine.printedLeftOut = 0;
  machine.lineOpen = false;
  machine.budget = budget;
  startSteps(machine, budget);
  machine.depth = 0;
  machine.caught = undefined;
  if (machine.gosubs.length > 0) machine.gosubs.length = 0;
  machine.numberBase = moduleNumbers;
  machine.valueBase = moduleValues.length;
  machine.numberTop = moduleNumbers;
  machine.valueTop = moduleValues.length;
  reserve(machine, main.frame.numbers, main.frame.values);
  const { numbers, values } = machine;
  // Frames are small: a loop is quicker than fill.
  for (let index = 0; index < machine.numberTop; index += 1) numbers[index] = 0;
  for (let index = 0; index < moduleValues.length; index += 1) values[index] = moduleValues[index];
  const { initialValues } = main;
  for (let index = 0; index < initialValues.length; index += 1)
    values[machine.valueBase + index] = initialValues[index];
  for (const { index, make } of moduleFresh) values[index] = make(machine);
  for (const { index, make } of main.fresh) values[machine.valueBase + index] = make(machine);
  numbers[program.weekdayIndex] = input.weekday;
  numbers[program.minutesIndex] = input.minutes;
  startParas(program, numbers, input.paras);
  startClock(machine, input);
}

function startParas(program: CompiledProgram, numbers: Float64Array, paras: readonly number[]): void {
  for (const slot of program.paraSlots) {
    const value = paras[slot.para - 1];
    if (value === undefined) {
      const given = paras.length === 1 ? '1 value is' : `${paras.length} values are`;
      throw new Fault(
        9,
        slot,
        `The script uses Para${slot.para}, but ${given} mapped: map another value or remove Para${slot.para}.`,
        'SCENARIO_PARA_NOT_MAPPED',
        { para: slot.para, values: paras.length },
      );
    }
    if (value - value !== 0) {
      const message = `Para${slot.para} is not a number in this interval.`;
      throw new Fault(13, slot, message, 'SCENARIO_PARA_NOT_A_NUMBER', { para: slot.para });
    }
    numbers[slot.index] = value;
  }
}

/** Without a date the interval lies on day 0, a time without a day. Rnd starts the same for the same interval. */
function startClock(machine: Machine, { startLocalSeconds, minutes }: ScenarioInput): void {
  machine.randomState = 0x50000;
  if (startLocalSeconds === undefined) {
    machine.now = minutes / 1440;
    return;
  }
  const days = Math.floor(startLocalSeconds / SECONDS_PER_DAY);
  machine.now = joinSerial(days + UNIX_EPOCH_SERIAL, startLocalSeconds - days * SECONDS_PER_DAY);
}

function describe(error: unknown): ScenarioError {
  const fault = error instanceof Fault ? error : unexpected(error);
  const { number, code, message, details, at } = fault;
  const place = { line: at.line, column: at.column, number };
  return { code, message, ...(details === undefined ? {} : { details }), ...place };
}

/** The only thing besides a Fault that can come up is the host's own stack running out. */
function unexpected(error: unknown): Fault {
  if (error instanceof RangeError)
    return new Fault(28, NO_PLACE, 'The script nests calls and expressions too deep.', undefined, {
      variant: 'nested',
    });
  return new Fault(
    51,
    NO_PLACE,
    `The script met an internal error: ${error instanceof Error ? error.message : String(error)}`,
    undefined,
    { reason: error instanceof Error ? error.message : String(error) },
  );
}

export function fullBudget(budget: Partial<ScenarioBudget> | undefined): ScenarioBudget {
  return budget === undefined ? DEFAULT_BUDGET : { ...DEFAULT_BUDGET, ...budget };
}
