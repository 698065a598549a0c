import type { Carried } from '../state/index.ts';

/** What is being dragged from the Interface. The field name tells our drags from those of others. */
const CARRIED = 'xlinkCarried';

export function carriedDrag(carried: Carried): Record<string, unknown> {
  return { [CARRIED]: carried };
}

export function draggedCarried(data: Record<string | symbol, unknown>): Carried | null {
  return (data[CARRIED] as Carried | undefined) ?? null;
}

/** A source of the Mapping pane that is moved among the others. */
const ENTRY = 'xlinkEntry';

export function entryDrag(index: number): Record<string, unknown> {
  return { [ENTRY]: index };
}

export function draggedEntry(data: Record<string | symbol, unknown>): number | null {
  return (data[ENTRY] as number | undefined) ?? null;
}
