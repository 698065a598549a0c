import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import { openMenuAt, pageRowsOf } from '../cursor-keys.ts';
import { ContextMenu } from '../menu.tsx';
import type { MenuEntry } from '../menu-entry.ts';
import { rangeWith } from '../virtual-range.ts';
import { type Choice, chooseByKey, noChoice, stretch, toggled } from './choose.ts';
import { intentOf, type TreeIntent, typeAhead } from './keys.ts';
import { flatten, type TreeRow, type TreeSource } from './source.ts';
import { TreeItem } from './tree-item.tsx';
import './tree.css';

export interface RowContent {
  /** Its text is the row's name: hide from screen readers what the description says as well. */
  readonly content: ReactNode;
  /** Under the row, for instance why it failed; it takes the height it needs. */
  readonly below?: ReactNode;
  /** The state of the row in words, which a screen reader says after its name. */
  readonly description?: string | undefined;
  readonly className?: string | undefined;
}

export interface TreeProps<Node> {
  readonly label: string;
  readonly source: TreeSource<Node>;
  readonly expanded: ReadonlySet<string>;
  readonly onExpanded: (expanded: ReadonlySet<string>) => void;
  readonly cursor: string | null;
  readonly onCursor: (id: string, node: Node) => void;
  /** The row that is chosen for something; it may be another one than the cursor's. */
  readonly selected?: string | null | undefined;
  readonly row: (node: Node) => RowContent;
  /** Enter and double click. */
  readonly onPrimary: (node: Node) => void;
  readonly onRemove?: ((node: Node) => void) | undefined;
  readonly menu: (node: Node) => readonly MenuEntry[];
  /** Lets several rows be chosen together, with Shift, Ctrl and their keys. */
  readonly choosing?: Choosing<Node> | undefined;
  /** Keys of the pane, asked first; true where the key was one. */
  readonly onKey?: ((event: KeyboardEvent, node: Node | undefined) => boolean) | undefined;
  /** Ties a row's element to something outside React, for instance dragging. Keep its identity. */
  readonly attachRow?: ((element: HTMLElement, node: Node) => () => void) | undefined;
  readonly treeRef?: Ref<HTMLDivElement> | undefined;
}

export interface Choosing<Node> {
  readonly choice: Choice;
  readonly canChoose: (node: Node) => boolean;
  readonly onChoice: (choice: Choice) => void;
}

const ROW_HEIGHT_PX = 24;
const TYPE_AHEAD_MS = 700;

/** A tree of any size: only the rows to be seen are in the page. The tree has the focus, the cursor is a row of it. */
export function Tree<Node>(props: TreeProps<Node>) {
  const { source, expanded, cursor, choosing } = props;
  const baseId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const typed = useRef({ text: '', at: 0 });
  const [menuNode, setMenuNode] = useState<Node>();

  useImperativeHandle(props.treeRef, () => scroller.current!, []);

  const rows = useMemo(() => flatten(source, expanded), [source, expanded]);
  const cursorIndex = useMemo(() => rows.findIndex((row) => row.id === cursor), [rows, cursor]);

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 16,
    paddingStart: 2,
    paddingEnd: 8,
    rangeExtractor: rangeWith(cursorIndex),
  });

  // A cursor may be put on a row before it is there, below a system that is still being read.
  const isThere = cursorIndex >= 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a moved cursor scrolls, not rows that come and go
  useEffect(() => {
    if (isThere) virtual.scrollToIndex(cursorIndex, { align: 'auto' });
  }, [cursor, isThere]);

  function setOpen(row: TreeRow<Node>, open: boolean): void {
    const next = new Set(expanded);
    if (open) next.add(row.id);
    else next.delete(row.id);
    props.onExpanded(next);
  }

  function perform(intent: TreeIntent): void {
    const row = rows[intent.index];
    if (row === undefined) return;
    switch (intent.kind) {
      case 'move':
        choosing?.onChoice({ ...noChoice, anchor: row.id });
        props.onCursor(row.id, row.node);
        break;
      case 'open':
      case 'close':
        setOpen(row, intent.kind === 'open');
        break;
      case 'open-siblings': {
        const siblings = rows.filter((other) => other.parent === row.parent && other.canOpen);
        props.onExpanded(new Set([...expanded, ...siblings.map((other) => other.id)]));
        break;
      }
      case 'primary':
        props.onPrimary(row.node);
        break;
      case 'remove':
        props.onRemove?.(row.node);
        break;
      case 'menu':
        openMenu(intent.index);
    }
  }

  function openMenu(index: number): void {
    openMenuAt(document.getElementById(`${baseId}-${index}`), ROW_HEIGHT_PX);
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    // Keys pressed in what a row holds (links) are theirs.
    if (event.target !== scroller.current || event.metaKey || event.altKey) return;
    if (props.onKey?.(event, rows[cursorIndex]?.node)) {
      event.preventDefault();
      return;
    }
    const pageRows = pageRowsOf(scroller.current, ROW_HEIGHT_PX, 0);
    if (choosing !== undefined && chooseWith(event, pageRows, choosing)) {
      event.preventDefault();
      return;
    }
    if (event.ctrlKey) return;
    const now = event.timeStamp;
    const typing = now - typed.current.at < TYPE_AHEAD_MS ? typed.current.text : '';
    const isTypedBlank = event.key === ' ' && typing !== '';
    const intent = isTypedBlank ? null : intentOf(event, rows, cursorIndex, pageRows);
    if (intent !== null) {
      event.preventDefault();
      typed.current = { text: '', at: 0 };
      perform(intent);
    } else if (event.key.length === 1) {
      typed.current = { text: typing + event.key, at: now };
      const texts = rows.map((row) => source.text(row.node));
      const index = typeAhead(texts, cursorIndex, typed.current.text);
      event.preventDefault();
      if (index !== null) perform({ kind: 'move', index });
    }
  }

  /** Whether the key chose rows. */
  function chooseWith(event: KeyboardEvent, pageRows: number, { choice, ...how }: Choosing<Node>): boolean {
    if (event.key === 'Escape' && choice.chosen.size > 0) {
      how.onChoice(noChoice);
      return true;
    }
    const done = chooseByKey(event, rows, cursorIndex, pageRows, choice, how.canChoose);
    const row = done === null ? undefined : rows[done.index];
    if (done === null || row === undefined) return false;
    how.onChoice(done.choice);
    if (row.id !== cursor) props.onCursor(row.id, row.node);
    return true;
  }

  function point(row: TreeRow<Node>, index: number, event: MouseEvent): void {
    scroller.current?.focus({ preventScroll: true });
    if (choosing !== undefined) {
      const { choice, canChoose, onChoice } = choosing;
      if (event.shiftKey) onChoice(stretch(rows, cursorIndex, index, choice, canChoose));
      else if (event.ctrlKey || event.metaKey) onChoice(toggled(rows, row.id, cursor, choice, canChoose));
      // One of several that were chosen may be where a drag of them all begins: see `onClick`.
      else if (!choice.chosen.has(row.id)) onChoice({ ...noChoice, anchor: row.id });
    }
    props.onCursor(row.id, row.node);
  }

  /** Pressed and let go without a drag: it alone is meant. */
  function release(row: TreeRow<Node>, event: MouseEvent): void {
    const isPlain = !(event.shiftKey || event.ctrlKey || event.metaKey);
    if (isPlain && choosing !== undefined && choosing.choice.chosen.size > 0) {
      choosing.onChoice({ ...noChoice, anchor: row.id });
    }
  }

  /** Some systems send the menu key as an event of their own, to the tree rather than to a row. */
  function onContextMenu(event: MouseEvent<HTMLDivElement>): void {
    const element = (event.target as Element).closest<HTMLElement>('[role=treeitem]');
    if (element === null) {
      event.preventDefault();
      event.stopPropagation();
      if (event.button !== 2 && cursorIndex >= 0) openMenu(cursorIndex);
      return;
    }
    const row = rows[Number(element.dataset.index)];
    if (row === undefined) return;
    if (choosing !== undefined && !choosing.choice.chosen.has(row.id)) {
      choosing.onChoice({ ...noChoice, anchor: row.id });
    }
    props.onCursor(row.id, row.node);
    setMenuNode(row.node);
  }

  const entries = menuNode === undefined ? [] : props.menu(menuNode);
  return (
    <ContextMenu label={props.label} entries={entries}>
      <div
        ref={scroller}
        className="tree"
        role="tree"
        aria-label={props.label}
        aria-multiselectable={choosing === undefined ? undefined : true}
        aria-activedescendant={cursorIndex < 0 ? undefined : `${baseId}-${cursorIndex}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onContextMenuCapture={onContextMenu}
      >
        <div className="tree__all" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            return (
              <TreeItem
                key={row.id}
                id={`${baseId}-${item.index}`}
                index={item.index}
                topPx={item.start}
                row={row}
                shown={props.row(row.node)}
                isCursor={item.index === cursorIndex}
                isSelected={row.id === props.selected || choosing?.choice.chosen.has(row.id) === true}
                measure={virtual.measureElement}
                attach={props.attachRow}
                onPoint={(event) => point(row, item.index, event)}
                onRelease={(event) => release(row, event)}
                onToggle={() => setOpen(row, !row.open)}
                onPrimary={() => props.onPrimary(row.node)}
              />
            );
          })}
        </div>
      </div>
    </ContextMenu>
  );
}
