import type { Span } from '../findings.ts';
import { bankOf, type VariableSymbol } from '../resolve/symbols.ts';
import type { Machine } from '../runtime/machine.ts';
import { copyOf, fillArray, fillRecord } from '../runtime/storage.ts';
import type { NumericType, RecordShape, ScenarioArray, ScenarioRecord, Value } from '../runtime/values.ts';
import type { TypeName } from '../syntax/tokens.ts';
import { asNumber, asText, asValue, type Code } from './code.ts';
import type { Place } from './context.ts';

export function isNumericType(type: TypeName | RecordShape): type is NumericType {
  return typeof type === 'string' && type !== 'String' && type !== 'Variant';
}

/** Text of a fixed length: cut or filled with blanks. */
export function fixedLength(text: string, length: number | undefined): string {
  return length === undefined ? text : text.slice(0, length).padEnd(length, ' ');
}

interface Access {
  load: (machine: Machine) => unknown;
  store: (machine: Machine, value: never) => void;
}

function numberAccess({ slot, byReference }: VariableSymbol) {
  const { index, absolute } = slot;
  if (byReference) {
    return {
      load: (machine: Machine) => machine.numbers[machine.numbers[machine.numberBase + index]!]!,
      store: (machine: Machine, value: number) => {
        machine.numbers[machine.numbers[machine.numberBase + index]!] = value;
      },
    } satisfies Access;
  }
  if (absolute) {
    return {
      load: (machine: Machine) => machine.numbers[index]!,
      store: (machine: Machine, value: number) => {
        machine.numbers[index] = value;
      },
    } satisfies Access;
  }
  return {
    load: (machine: Machine) => machine.numbers[machine.numberBase + index]!,
    store: (machine: Machine, value: number) => {
      machine.numbers[machine.numberBase + index] = value;
    },
  } satisfies Access;
}

function valueAccess({ slot, byReference }: VariableSymbol) {
  const { index, absolute } = slot;
  if (byReference) {
    return {
      load: (machine: Machine): Value => machine.values[machine.numbers[machine.numberBase + index]!],
      store: (machine: Machine, value: Value) => {
        machine.values[machine.numbers[machine.numberBase + index]!] = value;
      },
    } satisfies Access;
  }
  if (absolute) {
    return {
      load: (machine: Machine): Value => machine.values[index],
      store: (machine: Machine, value: Value) => {
        machine.values[index] = value;
      },
    } satisfies Access;
  }
  return {
    load: (machine: Machine): Value => machine.values[machine.valueBase + index],
    store: (machine: Machine, value: Value) => {
      machine.values[machine.valueBase + index] = value;
    },
  } satisfies Access;
}

/** The quick ways to set a number: a variable of the module or of the frame, without a call in between. */
function storeNumber(
  variable: VariableSymbol,
  run: (machine: Machine) => number,
): (machine: Machine) => void {
  const { slot, byReference } = variable;
  const { index } = slot;
  // The value comes first: a call inside it may move the bank to a larger one.
  if (byReference) {
    const { store } = numberAccess(variable);
    return (machine) => store(machine, run(machine));
  }
  if (slot.absolute) {
    return (machine) => {
      const value = run(machine);
      machine.numbers[index] = value;
    };
  }
  return (machine) => {
    const value = run(machine);
    machine.numbers[machine.numberBase + index] = value;
  };
}

/** A variable without its index: a number, a text, a Variant, a whole array or a whole record. */
export function variablePlace(variable: VariableSymbol): Place {
  const { type } = variable;
  if (variable.bounds !== undefined) {
    const { load } = valueAccess(variable);
    const run = load as (machine: Machine) => ScenarioArray;
    return { type, load: { kind: 'array', element: type, run }, store: arrayStore(run) };
  }
  if (typeof type !== 'string') {
    const run = valueAccess(variable).load as (machine: Machine) => ScenarioRecord;
    return { type, load: { kind: 'record', shape: type, run }, store: recordStore(run) };
  }
  if (bankOf(type, false) === 'numbers') {
    const numeric = type as NumericType;
    const { load } = numberAccess(variable);
    return {
      type,
      load: { kind: 'number', type: numeric, run: load },
      store: (code, at) => storeNumber(variable, asNumber(code, numeric, at)),
    };
  }
  const { load, store } = valueAccess(variable);
  if (type === 'String') {
    const { length } = variable;
    return {
      type,
      load: { kind: 'text', run: load as (machine: Machine) => string },
      store: (code, at) => {
        const run = asText(code, at);
        if (length === undefined) return (machine) => store(machine, run(machine));
        return (machine) => store(machine, fixedLength(run(machine), length));
      },
    };
  }
  return {
    type,
    load: { kind: 'variant', run: load },
    store: (code) => {
      const run = copiedValue(code);
      return (machine) => store(machine, run(machine));
    },
  };
}

/** The value of a code, copied where it is an array or a record: assignment never shares. */
export function copiedValue(code: Code): (machine: Machine) => Value {
  const run = asValue(code);
  if (code.kind === 'number' || code.kind === 'text') return run;
  return (machine) => {
    const value = run(machine);
    return typeof value === 'object' && value !== null ? copyOf(machine, value) : value;
  };
}

function arrayStore(target: (machine: Machine) => ScenarioArray) {
  return (code: Code, at: Span) => {
    const run = asValue(code);
    return (machine: Machine) => {
      const value = run(machine);
      fillArray(machine, target(machine), value, at);
    };
  };
}

function recordStore(target: (machine: Machine) => ScenarioRecord) {
  return (code: Code, at: Span) => {
    const run = asValue(code);
    return (machine: Machine) => {
      const value = run(machine);
      fillRecord(machine, target(machine), value, at);
    };
  };
}
