import type { ScenarioFinding } from '../findings.ts';
import type { ProcedureSymbol, ResolvedScenario, VariableSymbol } from '../resolve/symbols.ts';
import {
  type CompiledProcedure,
  type FreshValue,
  type Machine,
  newMachine,
  PROCEDURE_END,
} from '../runtime/machine.ts';
import type { Value } from '../runtime/values.ts';
import { freshMaker } from './arrays.ts';
import type { CompileContext } from './context.ts';
import { jumpTo, newEmitter, push } from './emitter.ts';
import { compileConstant, compileExpression } from './expressions.ts';
import { compilePlace } from './places.ts';
import { compileBody } from './statements.ts';
import { fixedLength } from './variables.ts';

/** A script ready to run: what `runScenario` works with. */
export interface CompiledProgram {
  main: CompiledProcedure;
  machine: Machine;
  /** Size of the module's part of the number bank. */
  moduleNumbers: number;
  moduleValues: Value[];
  moduleFresh: FreshValue[];
  /** Where the given variables live. */
  resultIndex: number;
  weekdayIndex: number;
  minutesIndex: number;
  /** Number and index of each Para in use, and where the script uses it. */
  procedures: ReadonlyMap<ProcedureSymbol, CompiledProcedure>;
  globals: ResolvedScenario['globals'];
  paraSlots: { para: number; index: number; line: number; column: number; endColumn: number }[];
}

/** Compiles every procedure of a script in which the resolver found no error. */
export function compileProgram(scenario: ResolvedScenario): {
  program: CompiledProgram;
  findings: ScenarioFinding[];
} {
  const findings: ScenarioFinding[] = [];
  const main = scenario.procedures.get('main')!;
  const shared = {
    ...{ scenario, findings, procedures: new Map<ProcedureSymbol, CompiledProcedure>(), moduleFresh: [] },
    ...{ pending: new Set<unknown>(), expression: compileExpression, place: compilePlace },
  };
  for (const symbol of scenario.procedures.values())
    shared.procedures.set(symbol, {
      operations: [],
      spans: [],
      quiet: new Set(),
      frame: symbol.frame,
      initialValues: [],
      fresh: [],
    });
  for (const symbol of scenario.procedures.values())
    compileProcedure({ ...shared, owner: symbol, withs: [], hiddenTexts: [] }, symbol);
  const context: CompileContext = { ...shared, owner: main, withs: [], hiddenTexts: [] };
  const moduleValues: Value[] = new Array<Value>(scenario.moduleFrame.values).fill(undefined);
  for (const symbol of scenario.globals.values()) {
    if (symbol.kind === 'variable') enterVariable(context, symbol, moduleValues, context.moduleFresh);
    else compileConstant(context, symbol);
  }
  for (const owner of scenario.procedures.values())
    for (const symbol of owner.locals.values())
      if (symbol.kind === 'variable' && symbol.slot.absolute)
        enterVariable({ ...context, owner }, symbol, moduleValues, context.moduleFresh);
  const { numbers, values } = scenario.moduleFrame;
  return {
    findings,
    program: {
      main: shared.procedures.get(main)!,
      machine: newMachine(numbers, values, scenario.module),
      ...{ procedures: shared.procedures, globals: scenario.globals },
      ...{ moduleNumbers: numbers, moduleValues, moduleFresh: shared.moduleFresh },
      resultIndex: givenIndex(scenario, 'result'),
      weekdayIndex: givenIndex(scenario, 'weekday'),
      minutesIndex: givenIndex(scenario, 'minutes'),
      paraSlots: [...scenario.paras].map(([para, at]) => ({
        ...{ para, index: givenIndex(scenario, `para${para}`) },
        ...{ line: at.line, column: at.column, endColumn: at.endColumn },
      })),
    },
  };
}

function givenIndex(scenario: ResolvedScenario, key: string): number {
  const symbol = scenario.globals.get(key);
  return symbol?.kind === 'variable' ? symbol.slot.index : 0;
}

/** Sets what a variable of the value bank starts with. */
function enterVariable(
  context: CompileContext,
  variable: VariableSymbol,
  initialValues: Value[],
  fresh: FreshValue[],
): void {
  const { slot, type, bounds, length, origin } = variable;
  if (slot.bank !== 'values' || variable.byReference) return;
  const make = origin === 'parameter' ? undefined : freshMaker(context, variable);
  if (make !== undefined) fresh.push({ index: slot.index, make });
  else if (type === 'String' && bounds === undefined) initialValues[slot.index] = fixedLength('', length);
}

function compileProcedure(context: CompileContext, symbol: ProcedureSymbol): void {
  const { declaration } = symbol;
  const emitter = newEmitter();
  const compiler = compileBody(context, emitter, declaration.body);
  push(emitter, declaration.at, jumpTo(PROCEDURE_END));
  for (const complete of emitter.pending) complete();
  const compiled = context.procedures.get(symbol)!;
  compiled.operations = emitter.operations;
  compiled.spans = emitter.spans;
  compiled.quiet = emitter.quiet;
  const initialValues: Value[] = new Array<Value>(symbol.frame.values).fill(undefined);
  const own = [...symbol.locals.values(), ...(symbol.result === undefined ? [] : [symbol.result])];
  for (const local of own) {
    if (local.kind === 'constant') compileConstant(context, local);
    else if (!local.slot.absolute) enterVariable(context, local, initialValues, compiled.fresh);
  }
  for (const index of context.hiddenTexts) initialValues[index] = '';
  compiled.initialValues = initialValues;
  if (compiler.guard !== undefined) compiled.guard = compiler.guard;
}
