import type { MappingTarget } from './mappings.ts';
import type { Slice } from './state.ts';

/** How a tree stands on the screen; nodes are named by their id, so that it survives a new reading. */
export interface TreeView {
  readonly expanded: ReadonlySet<string>;
  /** The row that the keys act on. */
  readonly cursor: string | null;
  readonly filter: string;
}

export type TreeName = 'interface' | 'wfm';

export interface TreeViewsSlice {
  readonly treeViews: Readonly<Record<TreeName, TreeView>>;
  readonly unmappedOnly: boolean;
  /** WFM queues with others below them whose own value types are shown all the same. */
  readonly ownValueTypes: ReadonlySet<number>;
  /** The value type of a WFM queue that external value types are mapped to. */
  readonly target: MappingTarget | null;
  readonly setTreeView: (tree: TreeName, change: Partial<TreeView>) => void;
  /** Opens the ancestors of a node and puts the cursor on it; a filter would hide it, so it goes. */
  readonly revealNode: (tree: TreeName, id: string, ancestors: readonly string[]) => void;
  readonly setUnmappedOnly: (unmappedOnly: boolean) => void;
  readonly toggleOwnValueTypes: (queueId: number) => void;
  readonly setTarget: (target: MappingTarget | null) => void;
}

const untouched: TreeView = { expanded: new Set(), cursor: null, filter: '' };

export const treeViewsSlice: Slice<TreeViewsSlice> = (set) => ({
  treeViews: { interface: untouched, wfm: untouched },
  unmappedOnly: false,
  ownValueTypes: new Set(),
  target: null,
  setTreeView: (tree, change) =>
    set((state) => ({ treeViews: { ...state.treeViews, [tree]: { ...state.treeViews[tree], ...change } } })),
  revealNode: (tree, id, ancestors) =>
    set((state) => {
      const expanded = new Set([...state.treeViews[tree].expanded, ...ancestors]);
      return {
        treeViews: { ...state.treeViews, [tree]: { expanded, cursor: id, filter: '' } },
        ...(tree === 'wfm' ? { unmappedOnly: false } : {}),
      };
    }),
  setUnmappedOnly: (unmappedOnly) => set({ unmappedOnly }),
  toggleOwnValueTypes: (queueId) =>
    set(({ ownValueTypes }) => {
      const next = new Set(ownValueTypes);
      if (!next.delete(queueId)) next.add(queueId);
      return { ownValueTypes: next };
    }),
  setTarget: (target) => set({ target }),
});
