import { ChevronDown, ChevronRight } from 'lucide-react';
import { type CSSProperties, type MouseEvent, useEffect, useRef } from 'react';
import type { TreeRow } from './source.ts';
import type { RowContent } from './tree.tsx';

interface TreeItemProps<Node> {
  readonly id: string;
  readonly index: number;
  readonly topPx: number;
  readonly row: TreeRow<Node>;
  readonly shown: RowContent;
  readonly isCursor: boolean;
  readonly isSelected: boolean;
  readonly measure: (element: HTMLElement | null) => void;
  readonly attach: ((element: HTMLElement, node: Node) => () => void) | undefined;
  /** The button went down on it, and up again. */
  readonly onPoint: (event: MouseEvent) => void;
  readonly onRelease: (event: MouseEvent) => void;
  readonly onToggle: () => void;
  readonly onPrimary: () => void;
}

export function TreeItem<Node>(props: TreeItemProps<Node>) {
  const { row, shown, measure, attach } = props;
  const { node } = row;
  const element = useRef<HTMLDivElement>(null);
  const hasBelow = shown.below !== undefined;

  useEffect(() => {
    if (element.current === null || attach === undefined) return;
    return attach(element.current, node);
  }, [attach, node]);

  // Measured also when it gets flat again, or the rows below would stay where they were.
  // biome-ignore lint/correctness/useExhaustiveDependencies: its height changes with what is below the row
  useEffect(() => {
    measure(element.current);
  }, [measure, hasBelow]);

  const Twisty = row.open ? ChevronDown : ChevronRight;
  const style: CSSProperties = { transform: `translateY(${props.topPx}px)` };
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the tree has the focus and points at its row
    <div
      ref={element}
      id={props.id}
      data-index={props.index}
      className={shown.className === undefined ? 'tree__item' : `tree__item ${shown.className}`}
      style={style}
      role="treeitem"
      aria-description={shown.description}
      aria-level={row.level}
      aria-setsize={row.setSize}
      aria-posinset={row.position}
      aria-expanded={row.canOpen ? row.open : undefined}
      aria-selected={props.isSelected}
      data-cursor={props.isCursor || undefined}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: part of the row above */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the tree do the same */}
      <div
        className="tree__line"
        style={{ paddingInlineStart: 6 + (row.level - 1) * 16 }}
        onMouseDown={(event) => event.button === 0 && props.onPoint(event)}
        onClick={props.onRelease}
        onDoubleClick={props.onPrimary}
      >
        {row.canOpen ? (
          // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys do the same
          // biome-ignore lint/a11y/useKeyWithClickEvents: the arrow keys do the same
          <span
            className="tree__twisty"
            onClick={props.onToggle}
            onDoubleClick={(event) => event.stopPropagation()}
          >
            <Twisty size={14} aria-hidden />
          </span>
        ) : (
          <span className="tree__twisty" />
        )}
        {shown.content}
      </div>
      {hasBelow && <div className="tree__below">{shown.below}</div>}
    </div>
  );
}
