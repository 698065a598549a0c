import type { ExternalRef } from '../state/index.ts';

/** What is being dragged: an external value type. The field name tells our drags from those of others. */
const EXTERNAL = 'xlinkExternal';

export function externalDrag(external: ExternalRef): Record<string, unknown> {
  return { [EXTERNAL]: external };
}

export function draggedExternal(data: Record<string | symbol, unknown>): ExternalRef | null {
  return (data[EXTERNAL] as ExternalRef | undefined) ?? null;
}

/** A source of the Mapping pane that is moved among the others. */
const ENTRY = 'xlinkEntry';

export function entryDrag(index: number): Record<string, unknown> {
  return { [ENTRY]: index };
}

export function draggedEntry(data: Record<string | symbol, unknown>): number | null {
  return (data[ENTRY] as number | undefined) ?? null;
}
