import { useDeferredValue, useMemo, useState } from 'react';
import { filterTree, matcher } from './filter.ts';
import type { TreeSource } from './source.ts';

export interface ShownTree<Node> {
  readonly source: TreeSource<Node>;
  readonly expanded: ReadonlySet<string>;
  readonly onExpanded: (expanded: ReadonlySet<string>) => void;
  /** How many nodes the filter hides. */
  readonly hidden: number;
  /** True when a filter is set and nothing matches it. */
  readonly nothing: boolean;
}

/**
 * A tree behind a filter. What is opened and closed while a filter is set belongs to the filter: without it the tree
 * stands as it stood before.
 */
export function useFilteredTree<Node>(
  source: TreeSource<Node>,
  filter: string,
  expanded: ReadonlySet<string>,
  onExpanded: (expanded: ReadonlySet<string>) => void,
): ShownTree<Node> {
  const query = useDeferredValue(filter.trim());
  const filtered = useMemo(() => (query === '' ? null : filterTree(source, matcher(query))), [source, query]);
  const [toggled, setToggled] = useState<{
    readonly query: string;
    readonly expanded: ReadonlySet<string>;
  }>();
  if (filtered === null) return { source, expanded, onExpanded, hidden: 0, nothing: false };
  return {
    source: filtered.source,
    expanded: toggled?.query === query ? toggled.expanded : filtered.opened,
    onExpanded: (next) => setToggled({ query, expanded: next }),
    hidden: filtered.hidden,
    nothing: filtered.matches === 0,
  };
}
