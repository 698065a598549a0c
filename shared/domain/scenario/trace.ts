import { asValue } from './compile/code.ts';
import type { CompiledProgram } from './compile/program.ts';
import { variablePlace } from './compile/variables.ts';
import type { Span } from './findings.ts';
import type { ProcedureSymbol, VariableSymbol } from './resolve/symbols.ts';
import { runProgram, type ScenarioInput, type ScenarioOutcome } from './run.ts';
import type { CompiledProcedure, Machine, ScenarioBudget } from './runtime/machine.ts';
import { textOfNumber } from './runtime/number-text.ts';
import { loaded } from './runtime/storage.ts';
import { numericTypeOf, plainNumber, ScenarioArray, ScenarioRecord, type Value } from './runtime/values.ts';

export interface TracedVariable {
  name: string;
  /** As declared; of a Variant with what it holds: `Variant (Long)`. */
  type: string;
  /** `12.5`, `"abc"`, `Empty`, `(1 To 3) 1, 2, 3`; long ones are cut. */
  text: string;
  scope: 'given' | 'module' | 'local';
  /** Since the step before in the same procedure. */
  changed: boolean;
}

/** What stood where at a place of a run. */
export interface TracedState {
  /** Name of the Sub or Function. */
  procedure: string;
  /** 0 in Main. */
  depth: number;
  variables: readonly TracedVariable[];
  /** Number of printed lines so far: the first so many of the outcome's. */
  printed: number;
}

/** A statement about to run; the state is the one before it. */
export interface ScenarioStep extends Span, TracedState {}

export interface ScenarioTrace {
  steps: ScenarioStep[];
  /** The state when the script was over. */
  end: TracedState;
  outcome: ScenarioOutcome;
  /** More steps were run than are kept. */
  cut: boolean;
}

interface Watched {
  symbol: ProcedureSymbol;
  variables: {
    name: string;
    type: string;
    scope: TracedVariable['scope'];
    read: (machine: Machine) => Value;
  }[];
}

const MOST_VARIABLES = 200;

/** Runs one interval and notes the state before each statement. Never throws and always ends, as a run does. */
export function traceProgram(
  program: CompiledProgram,
  input: ScenarioInput,
  budget: ScenarioBudget,
  mostSteps: number,
): ScenarioTrace {
  const watched = watchedProcedures(program);
  const steps: ScenarioStep[] = [];
  const before = new Map<string, readonly TracedVariable[]>();
  let cut = false;
  let last: { procedure: CompiledProcedure; base: number; operation: number } | undefined;
  const stateOf = (machine: Machine, procedure: CompiledProcedure): TracedState => {
    const { symbol, variables } = watched.get(procedure)!;
    const frame = `${machine.depth} ${symbol.key}`;
    const shown = snapshot(machine, variables, before.get(frame) ?? []);
    before.set(frame, shown);
    const { depth, printed } = machine;
    return { procedure: symbol.name, depth, variables: shown, printed: printed.length };
  };
  const outcome = runProgram(program, input, budget, (machine, procedure, operation) => {
    if (procedure.quiet.has(operation)) return;
    const base = machine.numberBase;
    const goesOn =
      last?.procedure === procedure &&
      last.base === base &&
      operation > last.operation &&
      procedure.spans[operation] === procedure.spans[last.operation];
    last = { procedure, base, operation };
    if (goesOn) return;
    cut ||= steps.length >= mostSteps;
    if (cut) return;
    const { line, column, endColumn } = placeOf(watched.get(procedure)!.symbol, procedure, operation);
    steps.push({ line, column, endColumn, ...stateOf(machine, procedure) });
  });
  const { machine, main } = program;
  machine.watch = undefined;
  const end = stateOf(machine, outcome.ok ? main : (last?.procedure ?? main));
  return { steps, end, outcome, cut };
}

/** The last operation of a procedure is its End line. */
function placeOf({ declaration }: ProcedureSymbol, procedure: CompiledProcedure, operation: number): Span {
  if (operation < procedure.operations.length - 1) return procedure.spans[operation]!;
  return { line: declaration.lastLine, column: 1, endColumn: 1 };
}

function watchedProcedures({ procedures, globals }: CompiledProgram): Map<CompiledProcedure, Watched> {
  const module = [...globals.values()].flatMap((symbol) => watchedVariable(symbol, 'module'));
  return new Map(
    [...procedures].map(([symbol, compiled]) => {
      const own = [...symbol.locals.values(), ...(symbol.result === undefined ? [] : [symbol.result])];
      const locals = own.flatMap((local) => watchedVariable(local, 'local'));
      return [compiled, { symbol, variables: [...locals, ...module].slice(0, MOST_VARIABLES) }];
    }),
  );
}

function watchedVariable(
  symbol: VariableSymbol | { kind: 'constant' },
  scope: 'module' | 'local',
): Watched['variables'] {
  if (symbol.kind !== 'variable') return [];
  const { name, type, bounds, origin } = symbol;
  const declared = (typeof type === 'string' ? type : type.name) + (bounds === undefined ? '' : '()');
  const read = asValue(variablePlace(symbol).load);
  return [{ name, type: declared, scope: origin === 'given' ? 'given' : scope, read }];
}

function snapshot(
  machine: Machine,
  variables: Watched['variables'],
  before: readonly TracedVariable[],
): readonly TracedVariable[] {
  const shown = variables.map(({ name, type, scope, read }, index): TracedVariable => {
    const value = read(machine);
    const text = valueText(value);
    const old = before[index];
    const changed = old !== undefined && old.text !== text;
    const held = type === 'Variant' ? heldType(value) : type;
    if (old !== undefined && old.text === text && old.type === held && !old.changed) return old;
    return { name, type: held, text, scope, changed };
  });
  return shown.length === before.length && shown.every((each, index) => each === before[index])
    ? before
    : shown;
}

function heldType(value: Value): string {
  if (value === undefined || value === null) return 'Variant';
  if (value instanceof ScenarioArray) return 'Variant ()';
  if (value instanceof ScenarioRecord) return `Variant (${value.shape.name})`;
  return `Variant (${typeof value === 'string' ? 'String' : (numericTypeOf(value) ?? 'Variant')})`;
}

const LONGEST_TEXT = 80;
const MOST_ITEMS = 20;

/** A value as a person reads it in a list of variables. */
export function valueText(value: Value, depth = 0): string {
  if (value === undefined) return 'Empty';
  if (value === null) return 'Null';
  if (typeof value === 'string') {
    const cut = value.length > LONGEST_TEXT ? `${value.slice(0, LONGEST_TEXT)}…` : value;
    return `"${cut.replaceAll('"', '""').replace(/\p{Cc}/gu, '·')}"`;
  }
  if (value instanceof ScenarioArray) return arrayText(value, depth);
  if (value instanceof ScenarioRecord) return recordText(value, depth);
  const type = numericTypeOf(value) ?? 'Double';
  const text = textOfNumber(type, plainNumber(value));
  return type === 'Date' ? `#${text}#` : text;
}

function arrayText({ dims, items, element }: ScenarioArray, depth: number): string {
  const bounds = dims.map(({ lower, size }) => `${lower} To ${lower + size - 1}`).join(', ');
  if (depth > 1) return `(${bounds})`;
  const shown = items.slice(0, MOST_ITEMS).map((item) => valueText(loaded(element, item), depth + 1));
  const list = [...shown, ...(items.length > MOST_ITEMS ? ['…'] : [])].join(', ');
  return `(${bounds}) ${list}`.trimEnd();
}

function recordText({ shape, fields }: ScenarioRecord, depth: number): string {
  if (depth > 1) return shape.name;
  const shown = shape.fields.slice(0, MOST_ITEMS).map(({ name, type, dims }, index) => {
    const value = fields[index];
    return `${name} = ${valueText(dims === undefined ? loaded(type, value) : value, depth + 1)}`;
  });
  return `{${shown.join(', ')}}`;
}
