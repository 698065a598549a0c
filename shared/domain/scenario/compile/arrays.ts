import type { Span } from '../findings.ts';
import type { VariableSymbol } from '../resolve/symbols.ts';
import { fail } from '../runtime/faults.ts';
import type { Machine } from '../runtime/machine.ts';
import { initialValue, newArray } from '../runtime/storage.ts';
import { type Dimension, type RecordShape, ScenarioArray, type ScenarioRecord } from '../runtime/values.ts';
import type { Bound, Declarator } from '../syntax/ast.ts';
import { typeNamed } from '../syntax/tokens.ts';
import { asWhole, type Code } from './code.ts';
import { type CompileContext, reportError } from './context.ts';
import { emit } from './emitter.ts';
import type { StatementCompiler, StatementOf } from './statement-compiler.ts';

type DimensionsRun = (machine: Machine) => Dimension[];

function dimensionsRun(context: CompileContext, bounds: readonly Bound[]): DimensionsRun {
  const { base } = context.scenario.module;
  const runs = bounds.map(({ lower, upper }) => ({
    lower: lower === undefined ? () => base : asWhole(context.expression(context, lower), lower.at),
    upper: asWhole(context.expression(context, upper), upper.at),
    at: upper.at,
  }));
  return (machine) =>
    runs.map(({ lower, upper, at }) => {
      const from = lower(machine);
      const to = upper(machine);
      if (to < from - 1)
        fail(9, at, `The upper bound ${to} of the array lies below its lower bound ${from}.`, {
          variant: 'below',
          upper: to,
          lower: from,
        });
      return { lower: from, size: to - from + 1 };
    });
}

/** Bounds in Dim are constants: an array whose size is computed is declared with () and sized with ReDim. */
export function constantDimensions(context: CompileContext, bounds: readonly Bound[]): DimensionsRun {
  const isConstant = (code: Code) => code.kind === 'number' && code.constant !== undefined;
  for (const { lower, upper } of bounds) {
    for (const bound of [lower, upper]) {
      if (bound === undefined || isConstant(context.expression(context, bound))) continue;
      reportError(
        context,
        bound.at,
        'SCENARIO_NOT_CONSTANT',
        'The bounds of Dim are constants: declare the array with () and give the size with ReDim.',
        { variant: 'dim' },
      );
      return () => [];
    }
  }
  return dimensionsRun(context, bounds);
}

export function compileRedim(compiler: StatementCompiler, statement: StatementOf<'redim'>): void {
  for (const declarator of statement.declarators) redimOne(compiler, statement, declarator);
}

function redimOne(
  compiler: StatementCompiler,
  statement: StatementOf<'redim'>,
  declarator: Declarator,
): void {
  const { context, emitter } = compiler;
  const { at } = declarator;
  const scope = context.owner.locals.get(declarator.key) ?? context.scenario.globals.get(declarator.key);
  if (scope?.kind !== 'variable') return;
  if (declarator.bounds === undefined) {
    reportError(
      context,
      at,
      'SCENARIO_ARGUMENT_COUNT',
      `The size is missing: ReDim ${declarator.name}(10).`,
      { variant: 'redim', name: declarator.name },
    );
    return;
  }
  if (scope.bounds !== undefined && scope.bounds.length > 0) {
    reportError(
      context,
      at,
      'SCENARIO_ARRAY_FIXED',
      `The bounds of ${scope.name} are fixed by its Dim: write Dim ${scope.name}() to use ReDim.`,
      { variant: 'name', name: scope.name },
    );
    return;
  }
  const dimensions = dimensionsRun(context, declarator.bounds);
  const element = scope.bounds === undefined ? (typeNamed(declarator.type.name) ?? 'Variant') : scope.type;
  const read = arrayReader(context, scope);
  emit(emitter, statement.at, (machine) => {
    const old = read.load(machine);
    const array = newArray(machine, element, dimensions(machine), at);
    if (statement.preserve && old !== undefined) keepItems(old, array, at);
    read.store(machine, array);
  });
}

interface ArrayAccess {
  load: (machine: Machine) => ScenarioArray | undefined;
  store: (machine: Machine, array: ScenarioArray) => void;
}

/** An array variable keeps its object, so that a caller's array grows too; a Variant takes a new one. */
function arrayReader(context: CompileContext, variable: VariableSymbol): ArrayAccess {
  const expression = { kind: 'name', name: variable.name, key: variable.key, at: variable.at } as const;
  context.scenario.uses.set(expression, variable);
  const place = context.place(context, expression)!;
  const run = place.load.run as (machine: Machine) => unknown;
  const load = (machine: Machine) => {
    const value = run(machine);
    return value instanceof ScenarioArray ? value : undefined;
  };
  if (variable.bounds === undefined) {
    let given: ScenarioArray;
    const put = place.store({ kind: 'variant', run: () => given }, variable.at);
    return {
      load,
      store: (machine, array) => {
        given = array;
        put(machine);
      },
    };
  }
  return {
    load,
    store: (machine, array) => {
      const target = load(machine);
      if (target === undefined) return;
      target.dims = array.dims;
      target.items = array.items;
    },
  };
}

/** Keeps what both arrays have; only the last dimension may have changed, as in the family. */
function keepItems(from: ScenarioArray, to: ScenarioArray, at: Span): void {
  if (from.dims.length === 0) return;
  const changed =
    from.dims.length !== to.dims.length ||
    from.dims.slice(0, -1).some((dim, axis) => {
      const other = to.dims[axis]!;
      return dim.lower !== other.lower || dim.size !== other.size;
    }) ||
    from.dims.at(-1)!.lower !== to.dims.at(-1)!.lower;
  if (changed)
    fail(9, at, 'ReDim Preserve can change the upper bound of the last dimension only.', {
      variant: 'preserve',
    });
  const oldSize = from.dims.at(-1)!.size;
  const newSize = to.dims.at(-1)!.size;
  if (oldSize === 0 || newSize === 0) return;
  const kept = Math.min(oldSize, newSize);
  for (let row = 0; row * oldSize < from.items.length; row += 1)
    for (let index = 0; index < kept; index += 1)
      to.items[row * newSize + index] = from.items[row * oldSize + index];
}

/** Erase empties an array with fixed bounds, and takes the bounds of one sized by ReDim. */
export function compileErase(compiler: StatementCompiler, statement: StatementOf<'erase'>): void {
  const { context, emitter } = compiler;
  for (const target of statement.targets) {
    const place = context.place(context, target);
    const symbol = context.scenario.uses.get(target);
    if (place === undefined || (place.load.kind !== 'array' && place.load.kind !== 'variant')) {
      reportError(context, target.at, 'SCENARIO_NOT_AN_ARRAY', 'Erase takes the name of an array.', {
        variant: 'erase',
      });
      continue;
    }
    const run = place.load.run as (machine: Machine) => unknown;
    const fixed = symbol?.kind === 'variable' && symbol.bounds !== undefined && symbol.bounds.length > 0;
    emit(emitter, statement.at, (machine) => {
      const array = run(machine);
      if (!(array instanceof ScenarioArray))
        fail(13, target.at, 'Type mismatch: Erase takes an array.', {
          variant: 'takes-array',
          name: 'Erase',
        });
      const fresh = newArray(machine, array.element, fixed ? array.dims : [], target.at);
      array.dims = fresh.dims;
      array.items = fresh.items;
    });
  }
}

/** How the value of an array or record variable is made when its frame starts. */
export function freshMaker(
  context: CompileContext,
  variable: VariableSymbol,
): ((machine: Machine) => ScenarioArray | ScenarioRecord) | undefined {
  const { type, bounds, at } = variable;
  if (bounds !== undefined) {
    const dimensions = bounds.length === 0 ? () => [] : constantDimensions(context, bounds);
    return (machine) => newArray(machine, type, dimensions(machine), at);
  }
  return typeof type === 'string' ? undefined : recordMaker(type);
}

function recordMaker(type: RecordShape): (machine: Machine) => ScenarioRecord {
  return (machine) => initialValue(machine, type) as ScenarioRecord;
}
