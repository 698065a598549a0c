import type { TreeSource } from './source.ts';

export interface FilteredTree<Node> {
  readonly source: TreeSource<Node>;
  /** How many nodes of the whole tree are not in the filtered one. */
  readonly hidden: number;
  /** How many nodes match themselves. */
  readonly matches: number;
  /** The ancestors of what matches: open them to see it. */
  readonly opened: ReadonlySet<string>;
}

/**
 * The tree with only what matches, its ancestors, and all that is below a match (so that a queue that was found can
 * be opened). Ancestors keep their places and order.
 */
export function filterTree<Node>(
  source: TreeSource<Node>,
  matches: (text: string) => boolean,
): FilteredTree<Node> {
  const kept = new Map<string, readonly Node[]>();
  const opened = new Set<string>();
  let hidden = 0;
  let matching = 0;

  /** Whether anything in the subtree matches; inside a match everything stays. */
  const visit = (node: Node, inMatch: boolean): boolean => {
    const text = source.text(node);
    const isMatch = text !== '' && matches(text);
    if (isMatch) matching++;
    const within = inMatch || isMatch;
    const children = source.canOpen(node) ? source.children(node) : [];
    let found = false;
    const staying: Node[] = [];
    for (const child of children) {
      const childFound = visit(child, within);
      if (childFound) found = true;
      if (childFound || within) staying.push(child);
    }
    if (found) opened.add(source.id(node));
    if (within) kept.set(source.id(node), children);
    else if (found) kept.set(source.id(node), staying);
    const stays = within || found;
    if (!stays && text !== '') hidden++;
    return isMatch || found;
  };

  const roots = source.roots.filter((root) => visit(root, false));
  return {
    source: {
      ...source,
      roots,
      id: (node) => source.id(node),
      text: (node) => source.text(node),
      canOpen: (node) => source.canOpen(node),
      children: (node) => kept.get(source.id(node)) ?? source.children(node),
    },
    hidden,
    matches: matching,
    opened,
  };
}

/** Makes texts comparable for a reader: case and accents do not count. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Every word of the query stands somewhere in the text. The same texts come again and again: they are remembered. */
export function matcher(query: string): (text: string) => boolean {
  const words = fold(query).split(/\s+/).filter(Boolean);
  const known = new Map<string, boolean>();
  return (text) => {
    let result = known.get(text);
    if (result === undefined) {
      const folded = fold(text);
      result = words.every((word) => folded.includes(word));
      known.set(text, result);
    }
    return result;
  };
}
