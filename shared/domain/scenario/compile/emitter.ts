import type { Span } from '../findings.ts';
import { type Machine, type Operation, PROCEDURE_END } from '../runtime/machine.ts';

/** Collects the operations of a procedure. Jumps forward take a slot first and are filled in when the target is known. */
export interface Emitter {
  operations: Operation[];
  spans: Span[];
  /** Operations that are no statement of the script. */
  quiet: Set<number>;
  labels: Map<string, number>;
  /** Filled in at the end, when every label has its place. */
  pending: (() => void)[];
  /** Slots of Exit statements, by the innermost loop of their kind. */
  exits: { kind: 'for' | 'do'; slots: number[] }[];
}

export function newEmitter(): Emitter {
  return { operations: [], spans: [], quiet: new Set(), labels: new Map(), pending: [], exits: [] };
}

export function here(emitter: Emitter): number {
  return emitter.operations.length;
}

/** An operation that runs and goes on with the next one. */
export function emit(emitter: Emitter, at: Span, run: (machine: Machine) => void): void {
  const next = emitter.operations.length + 1;
  push(emitter, at, (machine) => {
    run(machine);
    return next;
  });
}

export function push(emitter: Emitter, at: Span, operation: Operation): void {
  emitter.operations.push(operation);
  emitter.spans.push(at);
}

const UNFILLED: Operation = () => PROCEDURE_END;

/** Keeps a place for an operation whose target is not known yet. */
export function reserveSlot(emitter: Emitter, at: Span): number {
  push(emitter, at, UNFILLED);
  return emitter.operations.length - 1;
}

/** A place for a jump that no one wrote, such as the one behind the first branch of an If. */
export function reserveJump(emitter: Emitter, at: Span): number {
  const slot = reserveSlot(emitter, at);
  emitter.quiet.add(slot);
  return slot;
}

export function fill(emitter: Emitter, slot: number, operation: Operation): void {
  emitter.operations[slot] = operation;
}

export function jumpTo(target: number): Operation {
  return () => target;
}

/** Goes on after the slot when the condition holds, to `otherwise` when not. */
export function branch(slot: number, test: (machine: Machine) => boolean, otherwise: number): Operation {
  const next = slot + 1;
  return (machine) => (test(machine) ? next : otherwise);
}

/** Jumps to a label of the procedure; the target is filled in once all labels are known. */
export function jumpToLabel(emitter: Emitter, key: string, at: Span): void {
  const slot = reserveSlot(emitter, at);
  emitter.pending.push(() => fill(emitter, slot, jumpTo(emitter.labels.get(key) ?? PROCEDURE_END)));
}
