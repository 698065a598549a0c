import type { MappingTarget } from './mappings.ts';
import type { Slice } from './state.ts';

/** How a tree stands on the screen; nodes are named by their id, so that it survives a new reading. */
export interface TreeView {
  readonly expanded: ReadonlySet<string>;
  /** The row that the keys act on. */
  readonly cursor: string | null;
  readonly filter: string;
  /** Only what is in this state; `all` for everything. */
  readonly states: StateFilter;
}

/** `shared`: one external value type that feeds several of WFM. */
export type StateFilter = 'all' | 'unmapped' | 'shared' | 'broken';

export type TreeName = 'interface' | 'wfm';

/** Rows chosen together; see `Choice` of the tree. */
export interface ExternalChoice {
  readonly chosen: ReadonlySet<string>;
  readonly anchor: string | null;
}

export interface TreeViewsSlice {
  readonly treeViews: Readonly<Record<TreeName, TreeView>>;
  /** External value types chosen together. */
  readonly externalChoice: ExternalChoice;
  /** WFM queues with others below them whose own value types are shown all the same. */
  readonly ownValueTypes: ReadonlySet<number>;
  /** The value type of a WFM queue that external value types are mapped to. */
  readonly target: MappingTarget | null;
  /** The source of the target that the keys of the Mapping pane act on; -1 for none. */
  readonly sourceCursor: number;
  readonly setTreeView: (tree: TreeName, change: Partial<TreeView>) => void;
  /** Opens the ancestors of a node and puts the cursor on it; a filter would hide it, so it goes. */
  readonly revealNode: (tree: TreeName, id: string, ancestors: readonly string[]) => void;
  readonly setExternalChoice: (choice: ExternalChoice) => void;
  readonly toggleOwnValueTypes: (queueId: number) => void;
  readonly setTarget: (target: MappingTarget | null) => void;
  readonly setSourceCursor: (sourceCursor: number) => void;
}

const untouched: TreeView = { expanded: new Set(), cursor: null, filter: '', states: 'all' };

export const treeViewsSlice: Slice<TreeViewsSlice> = (set) => ({
  treeViews: { interface: untouched, wfm: untouched },
  externalChoice: { chosen: new Set(), anchor: null },
  ownValueTypes: new Set(),
  target: null,
  sourceCursor: -1,
  setTreeView: (tree, change) =>
    set((state) => ({ treeViews: { ...state.treeViews, [tree]: { ...state.treeViews[tree], ...change } } })),
  revealNode: (tree, id, ancestors) =>
    set((state) => {
      const expanded = new Set([...state.treeViews[tree].expanded, ...ancestors]);
      return {
        treeViews: { ...state.treeViews, [tree]: { expanded, cursor: id, filter: '', states: 'all' } },
        ...(tree === 'interface' ? { externalChoice: { chosen: new Set<string>(), anchor: id } } : {}),
      };
    }),
  setExternalChoice: (externalChoice) => set({ externalChoice }),
  toggleOwnValueTypes: (queueId) =>
    set(({ ownValueTypes }) => {
      const next = new Set(ownValueTypes);
      if (!next.delete(queueId)) next.add(queueId);
      return { ownValueTypes: next };
    }),
  setTarget: (target) =>
    set((state) => ({
      target,
      sourceCursor:
        target?.queueId === state.target?.queueId && target?.valueTypeId === state.target?.valueTypeId
          ? state.sourceCursor
          : -1,
    })),
  setSourceCursor: (sourceCursor) => set({ sourceCursor }),
});
