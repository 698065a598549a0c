import type { TreeParts, TreeSource } from './source.ts';

export interface FilteredTree<Node> {
  readonly source: TreeSource<Node>;
  /** How many nodes of the whole tree are not in the filtered one. */
  readonly hidden: number;
  /** How many nodes match themselves. */
  readonly matches: number;
  /** The ancestors of what matches: open them to see it. */
  readonly opened: ReadonlySet<string>;
}

/** Leaves that are opened to: nobody reads more, and a tree of 200,000 open rows answers late to the next key. */
const MOST_LEAVES_OPENED = 2_000;

/** What a filter left of the children of a node. */
interface Kept<Node> {
  /** Which of its leaves stay, by place. */
  readonly leaves: readonly number[];
  readonly leafCount: number;
  readonly branches: readonly Node[];
}

/**
 * The tree with only what matches, its ancestors, and all that is below a match (so that a queue that was found can
 * be opened). Ancestors keep their places and order.
 */
export function filterTree<Node>(
  source: TreeSource<Node>,
  matches: (text: string) => boolean,
): FilteredTree<Node> {
  const kept = new Map<Node, Kept<Node>>();
  const opened = new Set<string>();
  const leavesMatching = matchingLeaves(matches);
  let hidden = 0;
  let matching = 0;
  let leavesOpened = 0;

  /** Whether anything in the subtree matches; inside a match everything stays. */
  const visit = (node: Node, inMatch: boolean): boolean => {
    const text = source.text(node);
    const isMatch = text !== '' && matches(text);
    if (isMatch) matching++;
    const within = inMatch || isMatch;
    const { leafTexts, branches } = partsOf(source, node);
    const leaves = leavesMatching(leafTexts);
    matching += leaves.length;
    const branchesFound: Node[] = [];
    for (const branch of branches) if (visit(branch, within)) branchesFound.push(branch);
    const found = leaves.length > 0 || branchesFound.length > 0;
    if (leaves.length > 0) leavesOpened += leafTexts.length;
    if (branchesFound.length > 0 || (leaves.length > 0 && leavesOpened <= MOST_LEAVES_OPENED)) {
      opened.add(source.id(node));
    }
    if (!within) {
      hidden += leafTexts.length - leaves.length;
      if (found) kept.set(node, { leaves, leafCount: leafTexts.length, branches: branchesFound });
      else if (text !== '') hidden++;
    }
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
      children(node) {
        const left = kept.get(node);
        if (left === undefined) return source.children(node);
        if (left.leaves.length === 0) return left.branches;
        const all = source.children(node);
        return [...left.leaves.map((place) => all[place]!), ...left.branches];
      },
    },
    hidden,
    matches: matching,
    opened,
  };
}

function partsOf<Node>(source: TreeSource<Node>, node: Node): TreeParts<Node> {
  if (source.parts !== undefined) return source.parts(node);
  return { leafTexts: NO_TEXTS, branches: source.canOpen(node) ? source.children(node) : [] };
}

const NO_TEXTS: readonly string[] = [];
const NO_PLACES: readonly number[] = [];

/** The places of the texts that match, looked for once in each array. */
function matchingLeaves(matches: (text: string) => boolean): (texts: readonly string[]) => readonly number[] {
  const known = new Map<readonly string[], readonly number[]>();
  return (texts) => {
    if (texts.length === 0) return NO_PLACES;
    let places = known.get(texts);
    if (places === undefined) {
      places = texts.flatMap((text, place) => (matches(text) ? [place] : []));
      known.set(texts, places);
    }
    return places;
  };
}

/** Makes texts comparable for a reader: case and accents do not count. */
export function fold(text: string): string {
  let folded = foldedTexts.get(text);
  if (folded === undefined) {
    if (foldedTexts.size >= MOST_FOLDED) foldedTexts.clear();
    folded = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    foldedTexts.set(text, folded);
  }
  return folded;
}

/** The same names are compared at every key that is typed. */
const foldedTexts = new Map<string, string>();
const MOST_FOLDED = 200_000;

/** Every word of the query stands somewhere in the text. */
export function matcher(query: string): (text: string) => boolean {
  const words = fold(query).split(/\s+/).filter(Boolean);
  return (text) => {
    const folded = fold(text);
    return words.every((word) => folded.includes(word));
  };
}
