import type { MessageDetails, Span } from '../findings.ts';

/** Numbers of run-time errors as the family counts them, with the code and the words each has here. */
const ERRORS: Readonly<Record<number, readonly [code: string, message: string]>> = {
  3: ['SCENARIO_RETURN_WITHOUT_GOSUB', 'Return without GoSub.'],
  5: ['SCENARIO_BAD_ARGUMENT', 'An argument is outside what the function takes.'],
  6: ['SCENARIO_OVERFLOW', 'The value does not fit its type.'],
  7: ['SCENARIO_MEMORY_BUDGET', 'The script uses too much memory.'],
  9: ['SCENARIO_SUBSCRIPT', 'The index is outside the bounds of the array.'],
  10: ['SCENARIO_ARRAY_FIXED', 'The bounds of this array cannot change: declare it with () and use ReDim.'],
  11: ['SCENARIO_DIVISION_BY_ZERO', 'Division by zero.'],
  13: ['SCENARIO_TYPE_MISMATCH', 'The value has the wrong type.'],
  14: ['SCENARIO_STRING_BUDGET', 'A text grows beyond what a script may hold.'],
  18: ['SCENARIO_STEP_BUDGET', 'The script does not come to an end.'],
  20: ['SCENARIO_RESUME_WITHOUT_ERROR', 'Resume without an error.'],
  28: ['SCENARIO_DEPTH_BUDGET', 'Calls are nested too deep.'],
  51: ['SCENARIO_INTERNAL', 'The script met an internal error.'],
  91: ['SCENARIO_WITH_NOT_SET', 'The variable of With could not be read.'],
  93: ['SCENARIO_BAD_PATTERN', 'The pattern of Like is not well formed.'],
  94: ['SCENARIO_NULL', 'Null cannot be used here.'],
};

/**
 * A run-time error of a script; no Error of the host, whose stack would be slow to take and say nothing. `number` is
 * what Err.Number gives; budgets cannot be caught by On Error.
 */
export class Fault {
  readonly message: string;
  readonly number: number;
  readonly code: string;
  /** What the message names; of its own for each message that is not the one of its number. */
  readonly details: MessageDetails | undefined;
  readonly at: Span;
  /** What Err.Description gives. */
  readonly description: string;
  readonly catchable: boolean;

  constructor(number: number, at: Span, message?: string, code?: string, details?: MessageDetails) {
    this.message = message ?? ERRORS[number]?.[1] ?? `The script reports error ${number}.`;
    this.number = number;
    this.code = code ?? ERRORS[number]?.[0] ?? 'SCENARIO_RAISED';
    // A text the script itself raises has no other language.
    this.details = details ?? (message === undefined ? { number } : { variant: 'own' });
    this.at = at;
    this.description =
      details?.variant === 'own' || details === undefined
        ? (message ?? descriptionOf(number))
        : descriptionOf(number);
    this.catchable = number !== 7 && number !== 14 && number !== 18 && number !== 28;
  }
}

export function fail(number: number, at: Span, message?: string, details?: MessageDetails): never {
  throw new Fault(number, at, message, undefined, details);
}

/** What Err.Description and the function Error say, word for word as in the family: scripts may compare it. */
const DESCRIPTIONS: Readonly<Record<number, string>> = {
  ...{
    3: 'Return without GoSub',
    5: 'Invalid procedure call or argument',
    6: 'Overflow',
    7: 'Out of memory',
  },
  ...{ 9: 'Subscript out of range', 10: 'This array is fixed or temporarily locked', 11: 'Division by zero' },
  ...{
    13: 'Type mismatch',
    14: 'Out of string space',
    18: 'User interrupt occurred',
    20: 'Resume without error',
  },
  ...{ 28: 'Out of stack space', 51: 'Internal error', 53: 'File not found' },
  ...{ 91: 'Object variable or With block variable not set', 92: 'For loop not initialized' },
  ...{ 93: 'Invalid pattern string', 94: 'Invalid use of Null' },
};

export function descriptionOf(number: number): string {
  return DESCRIPTIONS[number] ?? 'Application-defined or object-defined error';
}

/** Thrown by the statement End: the script is over, and what Result holds counts. */
export class EndOfScript extends Error {}
