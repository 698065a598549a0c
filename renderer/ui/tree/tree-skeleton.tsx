import { Skeleton } from '../skeleton.tsx';

const ROWS = [
  { id: 1, width: '38%', isBelow: false },
  { id: 2, width: '30%', isBelow: true },
  { id: 3, width: '34%', isBelow: true },
  { id: 4, width: '26%', isBelow: true },
  { id: 5, width: '40%', isBelow: false },
  { id: 6, width: '30%', isBelow: true },
];

/** Keeps the place of a tree that was not read yet. */
export function TreeSkeleton({ label }: { readonly label: string }) {
  return (
    <div className="tree-skeleton" role="status" aria-label={label}>
      {ROWS.map(({ id, width, isBelow }) => (
        <div
          key={id}
          className={isBelow ? 'tree-skeleton__row tree-skeleton__row--below' : 'tree-skeleton__row'}
        >
          <Skeleton width={width} />
        </div>
      ))}
    </div>
  );
}
