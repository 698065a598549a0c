import type { ExternalRef } from './mapping-index.ts';
import type { MappingTarget } from './mappings.ts';
import type { Slice } from './state.ts';

/** What is on its way from an external system to a WFM queue: dragged, or taken by key. */
export type Carried =
  | { readonly kind: 'value-types'; readonly externals: readonly ExternalRef[] }
  | {
      readonly kind: 'queue';
      readonly system: string;
      readonly path: readonly string[];
      /** All that the queue offers. */
      readonly valueTypes: readonly string[];
    };

export interface Carrying {
  readonly what: Carried;
  readonly how: 'drag' | 'keys';
}

/** A mapping to be put elsewhere with its script: of one value type, or all of a WFM queue. */
export type CopiedMapping =
  | { readonly kind: 'value-type'; readonly target: MappingTarget }
  | { readonly kind: 'queue'; readonly queueId: number };

export interface CarryingSlice {
  readonly carrying: Carrying | null;
  /** What was copied last, as it will be when it is pasted. */
  readonly copied: CopiedMapping | null;
  readonly carry: (carrying: Carrying | null) => void;
  readonly setCopied: (copied: CopiedMapping | null) => void;
}

export const carryingSlice: Slice<CarryingSlice> = (set) => ({
  carrying: null,
  copied: null,
  carry: (carrying) => set({ carrying }),
  setCopied: (copied) => set({ copied }),
});
