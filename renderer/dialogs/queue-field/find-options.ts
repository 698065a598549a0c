import type { ReactNode } from 'react';
import { matcher } from '../../ui/tree/index.ts';

export interface QueueOption {
  readonly key: string;
  /** What the field shows once it is chosen, and what is searched. */
  readonly text: string;
  /** Where it stands, or why it is offered. */
  readonly note?: string | undefined;
  /** Drawn in place of the note, which says the same in words. */
  readonly aside?: ReactNode;
  /** Leaves the place empty; no name of a queue. */
  readonly isNone?: boolean | undefined;
}

/** Options that have all words typed, and how many more there are than `most`; before anything is typed `first`, if there are any. */
export function findOptions(
  options: readonly QueueOption[],
  first: readonly QueueOption[],
  typed: string,
  most: number,
): { readonly found: readonly QueueOption[]; readonly more: number } {
  const isSearch = typed.trim() !== '';
  const offered = isSearch || first.length === 0 ? options : first;
  const matches = matcher(typed);
  const all = isSearch ? offered.filter(({ text }) => matches(text)) : offered;
  return { found: all.slice(0, most), more: Math.max(0, all.length - most) };
}
