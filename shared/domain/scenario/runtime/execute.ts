import { Fault } from './faults.ts';
import { type CompiledProcedure, type Machine, PROCEDURE_END, takeSteps } from './machine.ts';

/** On Error Resume Next, as kept in the handler slot; 0 is no handler, else the index of the handler plus 1. */
export const HANDLE_RESUME_NEXT = -1;

/** Runs a procedure in the frame the machine's bases point to. */
export function execute(machine: Machine, procedure: CompiledProcedure): void {
  if (procedure.guard !== undefined || machine.watch !== undefined) {
    executeGuarded(machine, procedure);
    return;
  }
  const { operations } = procedure;
  let next = 0;
  while (next !== PROCEDURE_END) {
    machine.stepsLeft -= 1;
    if (machine.stepsLeft < 0) takeSteps(machine, procedure.spans[next]!);
    next = operations[next]!(machine);
  }
}

/** The same with error handlers, and for who steps through. */
function executeGuarded(machine: Machine, procedure: CompiledProcedure): void {
  const { operations, spans, guard } = procedure;
  const { watch } = machine;
  const { numberBase, valueBase, numberTop, valueTop, depth } = machine;
  let next = 0;
  let current = 0;
  while (next !== PROCEDURE_END) {
    try {
      while (next !== PROCEDURE_END) {
        machine.stepsLeft -= 1;
        if (machine.stepsLeft < 0) takeSteps(machine, spans[next]!);
        current = next;
        watch?.(machine, procedure, current);
        next = operations[current]!(machine);
      }
    } catch (error) {
      if (guard === undefined) throw error;
      const handler = machine.numbers[numberBase + guard.handler]!;
      const busy = machine.numbers[numberBase + guard.failed]! !== 0;
      if (!(error instanceof Fault) || !error.catchable || handler === 0 || busy) throw error;
      // What the failed statement had called is left where it stood: back to this procedure's frame.
      Object.assign(machine, { numberBase, valueBase, numberTop, valueTop, depth });
      machine.caught = error;
      if (handler === HANDLE_RESUME_NEXT) next = current + 1;
      else {
        machine.numbers[numberBase + guard.failed] = current + 1;
        next = handler - 1;
      }
    }
  }
}
