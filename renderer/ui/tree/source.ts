/**
 * A tree to be shown, described by what can be asked of its nodes. Nodes are asked for their children only where
 * they are open, so a source may make them at that moment.
 */
export interface TreeSource<Node> {
  readonly roots: readonly Node[];
  /** Unique in the tree and the same after the data was read again. */
  id(node: Node): string;
  /** What the row says, for filter and type-ahead; empty for rows that are no data (being read). */
  text(node: Node): string;
  canOpen(node: Node): boolean;
  children(node: Node): readonly Node[];
  /**
   * For nodes whose children begin with leaves that many nodes have alike (value types of a queue): what those say,
   * the same array wherever it is the same, and the other children. A filter then looks at 20,000 queues without
   * making their 200,000 value types.
   */
  parts?(node: Node): TreeParts<Node>;
}

export interface TreeParts<Node> {
  readonly leafTexts: readonly string[];
  readonly branches: readonly Node[];
}

export interface TreeRow<Node> {
  readonly node: Node;
  readonly id: string;
  /** From 1. */
  readonly level: number;
  readonly canOpen: boolean;
  readonly open: boolean;
  /** Number of siblings, itself among them, and its place, from 1. */
  readonly setSize: number;
  readonly position: number;
  /** Index of the row it is a child of, -1 at the top. */
  readonly parent: number;
}

/** The rows that are to be seen, from top to bottom. */
export function flatten<Node>(source: TreeSource<Node>, expanded: ReadonlySet<string>): TreeRow<Node>[] {
  const rows: TreeRow<Node>[] = [];
  const add = (nodes: readonly Node[], level: number, parent: number) => {
    for (let i = 0; i < nodes.length; i++) {
      const node = nodes[i]!;
      const id = source.id(node);
      const canOpen = source.canOpen(node);
      const open = canOpen && expanded.has(id);
      rows.push({ node, id, level, canOpen, open, setSize: nodes.length, position: i + 1, parent });
      if (open) add(source.children(node), level + 1, rows.length - 1);
    }
  };
  add(source.roots, 1, -1);
  return rows;
}
