export { type Choice, noChoice } from './choose.ts';
export { filterTree, fold, matcher } from './filter.ts';
export { flatten, type TreeParts, type TreeRow, type TreeSource } from './source.ts';
export { type Choosing, type RowContent, Tree, type TreeProps } from './tree.tsx';
export { TreeSkeleton } from './tree-skeleton.tsx';
export { type ShownTree, useFilteredTree } from './use-filtered-tree.ts';
