import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
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
import { useTranslation } from 'react-i18next';
import { openMenuAt, pageRowsOf } from './cursor-keys.ts';
import { type GridSort, gridIntent, type SortValue, sortedRows } from './grid-keys.ts';
import { ContextMenu } from './menu.tsx';
import type { MenuEntry } from './menu-entry.ts';
import { rangeWith } from './virtual-range.ts';
import './grid.css';

export interface GridColumn<Row> {
  readonly id: string;
  readonly title: string;
  /** A track of a CSS grid: `90px`, `minmax(120px, 1fr)`. */
  readonly width: string;
  /** Figures stand at the right edge. */
  readonly isFigure?: boolean | undefined;
  readonly cell: (row: Row) => ReactNode;
  /** Left out: it cannot be sorted by. */
  readonly sortBy?: ((row: Row) => SortValue) | undefined;
}

export interface GridProps<Row> {
  readonly label: string;
  readonly columns: readonly GridColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** The columns need as much; the grid scrolls where the room is narrower. */
  readonly minWidthPx: number;
  readonly firstSort?: GridSort | undefined;
  /** Enter or a double click. */
  readonly onOpen?: ((row: Row) => void) | undefined;
  /** Backspace: one step back to where the rows came from. */
  readonly onLeave?: (() => void) | undefined;
  /** What can be done with a row, asked when its menu opens. */
  readonly menu?: ((row: Row) => readonly MenuEntry[]) | undefined;
  /** Keys of the menu's entries, asked first; true where the key was one. */
  readonly onKey?: ((event: KeyboardEvent, row: Row) => boolean) | undefined;
  readonly busy?: boolean | undefined;
  /** Stands in the body while there are no rows. */
  readonly empty?: ReactNode;
  readonly gridRef?: Ref<HTMLTableElement> | undefined;
}

const ROW_HEIGHT_PX = 26;

/**
 * Rows by the thousand, of which those in sight are in the page. One stop of the Tab key: arrows go through the rows,
 * Enter opens one.
 */
export function Grid<Row>(props: GridProps<Row>) {
  const { columns, rows, rowKey, onOpen, onLeave } = props;
  const { t } = useTranslation();
  const baseId = useId();
  const scroller = useRef<HTMLTableElement>(null);
  const [cursor, setCursor] = useState<string | null>(null);
  const [sort, setSort] = useState(props.firstSort);
  useImperativeHandle(props.gridRef, () => scroller.current!, []);

  const sortBy = columns.find(({ id }) => id === sort?.id)?.sortBy;
  const shown = useMemo(
    () => (sort === undefined || sortBy === undefined ? rows : sortedRows(rows, sortBy, sort.isDescending)),
    [rows, sort, sortBy],
  );
  const cursorIndex = useMemo(
    () => (cursor === null ? -1 : shown.findIndex((row) => rowKey(row) === cursor)),
    [shown, cursor, rowKey],
  );
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: 12,
    scrollPaddingStart: ROW_HEIGHT_PX,
    rangeExtractor: rangeWith(cursorIndex),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a moved cursor scrolls, not rows that come and go
  useEffect(() => {
    if (cursorIndex >= 0) virtual.scrollToIndex(cursorIndex, { align: 'auto' });
  }, [cursor]);

  const point = (index: number) => setCursor(shown[index] === undefined ? null : rowKey(shown[index]));
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    // Keys pressed on what a row or the head holds are theirs.
    if (event.target !== scroller.current) return;
    const row = shown[cursorIndex];
    if (row !== undefined && props.onKey?.(event, row)) {
      event.preventDefault();
      return;
    }
    const pageRows = pageRowsOf(scroller.current, ROW_HEIGHT_PX, 1);
    const intent = gridIntent(event, cursorIndex, shown.length, pageRows);
    if (intent === null || (intent.kind === 'leave' && onLeave === undefined)) return;
    event.preventDefault();
    if (intent.kind === 'move') point(intent.to);
    else if (intent.kind === 'leave') onLeave?.();
    else if (intent.kind === 'menu') openMenuAt(rowElement(cursorIndex));
    else if (row !== undefined) onOpen?.(row);
  };
  const rowElement = (index: number) => document.getElementById(`${baseId}-${index}`);
  /** Some systems send the menu key as an event of its own, to the grid rather than to a row. */
  const onContextMenu = (event: MouseEvent<HTMLTableElement>) => {
    const element = (event.target as Element).closest<HTMLElement>('.grid__row');
    const index = element === null ? -1 : Number(element.dataset.index);
    if (shown[index] === undefined) {
      event.preventDefault();
      event.stopPropagation();
      if (event.button !== 2 && cursorIndex >= 0) openMenuAt(rowElement(cursorIndex));
      return;
    }
    point(index);
  };
  const sortOn = (id: string) =>
    setSort((before) => ({ id, isDescending: before?.id === id ? !before.isDescending : false }));
  const tracks = { gridTemplateColumns: columns.map(({ width }) => width).join(' ') };

  const table = (
    <table
      ref={scroller}
      className="grid"
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: HTML lets a table be a grid, and as its rows can be gone through and opened it is one
      role="grid"
      aria-label={props.label}
      aria-rowcount={shown.length + 1}
      aria-busy={props.busy}
      aria-activedescendant={cursorIndex < 0 ? undefined : `${baseId}-${cursorIndex}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onContextMenuCapture={props.menu && onContextMenu}
      onFocus={(event) => {
        if (event.target === scroller.current && cursorIndex < 0) point(0);
      }}
    >
      <thead style={{ minWidth: props.minWidthPx }}>
        <tr className="grid__head" aria-rowindex={1} style={tracks}>
          {columns.map(({ id, title, isFigure, sortBy: sortable }) => {
            const direction = sort?.id !== id ? undefined : sort.isDescending ? 'descending' : 'ascending';
            return (
              <th
                key={id}
                scope="col"
                className={isFigure ? 'grid__figure' : undefined}
                aria-sort={sortable === undefined ? undefined : (direction ?? 'none')}
              >
                {sortable === undefined ? (
                  title
                ) : (
                  <button
                    type="button"
                    title={t('grid.sortBy', { column: title })}
                    onClick={() => sortOn(id)}
                  >
                    <span>{title}</span>
                    {direction === 'ascending' && <ArrowUp size={12} aria-hidden />}
                    {direction === 'descending' && <ArrowDown size={12} aria-hidden />}
                  </button>
                )}
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody style={{ height: virtual.getTotalSize(), minWidth: props.minWidthPx }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = shown[index];
          if (row === undefined) return null;
          return (
            <tr
              key={rowKey(row)}
              id={`${baseId}-${index}`}
              className="grid__row"
              data-index={index}
              data-cursor={index === cursorIndex || undefined}
              aria-rowindex={index + 2}
              aria-selected={index === cursorIndex}
              style={{ ...tracks, transform: `translateY(${start}px)` }}
              onClick={() => point(index)}
              onDoubleClick={onOpen && (() => onOpen(row))}
            >
              {columns.map(({ id, isFigure, cell }) => (
                <td key={id} className={isFigure ? 'grid__figure' : undefined}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          );
        })}
        {shown.length === 0 && props.empty !== undefined && (
          <tr className="grid__empty">
            <td aria-colspan={columns.length}>{props.empty}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
  if (props.menu === undefined) return table;
  // Whoever asks for a menu has pointed at the row first.
  const row = shown[cursorIndex];
  return (
    <ContextMenu
      label={props.label}
      entries={row === undefined ? [] : props.menu(row)}
      within={scroller.current?.closest<HTMLElement>('[role=dialog]')}
    >
      {table}
    </ContextMenu>
  );
}
