import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import {
  type KeyboardEvent,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import { pageRowsOf } from '../../ui/cursor-keys.ts';
import { rangeWith } from '../../ui/virtual-range.ts';
import { useWords } from '../words.ts';
import { ExternalQueueField } from './ExternalQueueField.tsx';
import { MatchRow } from './MatchRow.tsx';
import { matchIntent } from './match-keys.ts';
import type { ExternalQueue, MatchKind, MatchLine } from './match-model.ts';
import { PairingDetail } from './PairingDetail.tsx';
import { externalOptions } from './queue-options.tsx';
import type { MatchWork } from './use-match.ts';

export interface MatchTableProps {
  readonly system: string;
  readonly work: MatchWork;
  readonly kinds: readonly MatchKind[];
  readonly queues: readonly ExternalQueue[];
  readonly nameOf: (queueId: number) => string;
  readonly onApply: () => void;
  readonly tableRef: Ref<HTMLTableElement>;
}

const ROW_HEIGHT_PX = 28;
const DETAIL_HEIGHT_PX = 150;

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });
const columnHelper = createColumnHelper<typeof features, MatchLine>();
const byText = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' }).compare;

const columns = columnHelper.columns([
  columnHelper.accessor((line) => (line.isAccepted ? 0 : 1), {
    id: 'accept',
    sortFn: (a, b) => Number(b.original.isAccepted) - Number(a.original.isAccepted),
  }),
  columnHelper.accessor('name', {
    id: 'queue',
    sortFn: (a, b) => byText(a.original.name, b.original.name),
  }),
  columnHelper.accessor((line) => line.choice?.text, {
    id: 'external',
    sortFn: (a, b) => byText(textOf(a.original), textOf(b.original)),
  }),
  columnHelper.accessor((line) => line.choice?.confidence, {
    id: 'confidence',
    sortFn: (a, b) => certainty(a.original) - certainty(b.original),
  }),
  columnHelper.display({ id: 'valueTypes' }),
]);

type ColumnId = 'accept' | 'queue' | 'external' | 'confidence' | 'valueTypes';

function textOf({ choice }: MatchLine): string {
  return choice?.text ?? '';
}

/** What a person chose is certain; nothing is less certain than nothing. */
function certainty({ choice }: MatchLine): number {
  return choice === null ? -1 : (choice.confidence ?? 1);
}

/** Proposals, thousands of them: arrows go through them, Space accepts, Enter maps what is accepted. */
export function MatchTable(props: MatchTableProps) {
  const { work, kinds, nameOf } = props;
  const { expanded, expand } = work;
  const { t } = useWords();
  const baseId = useId();
  const scroller = useRef<HTMLTableElement>(null);
  const [cursor, setCursor] = useState<number | null>(null);
  const [choosing, setChoosing] = useState<number | null>(null);
  useImperativeHandle(props.tableRef, () => scroller.current!, []);

  const data = useMemo(() => [...work.shown], [work.shown]);
  const table = useTable({ features, columns, data, getRowId: (line) => String(line.queueId) });
  const sorted = table.getRowModel().rows;
  const lines = useMemo(() => sorted.map((row) => row.original), [sorted]);
  const cursorIndex = useMemo(() => lines.findIndex((line) => line.queueId === cursor), [lines, cursor]);
  const expandedIndex = useMemo(
    () => lines.findIndex((line) => line.queueId === expanded && line.choice !== null),
    [lines, expanded],
  );

  /** The value types of the expanded row stand below it, as an item of their own. */
  const detailItem = expandedIndex < 0 ? -1 : expandedIndex + 1;
  const lineAt = (item: number) => (detailItem >= 0 && item > detailItem ? item - 1 : item);
  const itemOf = (index: number) => (detailItem >= 0 && index >= detailItem ? index + 1 : index);
  const virtual = useVirtualizer({
    count: lines.length + (detailItem < 0 ? 0 : 1),
    getScrollElement: () => scroller.current,
    estimateSize: (item) => (item === detailItem ? DETAIL_HEIGHT_PX : ROW_HEIGHT_PX),
    getItemKey: (item) => (item === detailItem ? 'detail' : (lines[lineAt(item)]?.queueId ?? item)),
    overscan: 12,
    scrollPaddingStart: ROW_HEIGHT_PX,
    rangeExtractor: rangeWith(cursorIndex < 0 ? -1 : itemOf(cursorIndex)),
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a moved cursor scrolls, not rows that come and go
  useEffect(() => {
    if (cursorIndex >= 0) virtual.scrollToIndex(itemOf(cursorIndex), { align: 'auto' });
  }, [cursor]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is opened is brought into sight once
  useEffect(() => {
    if (detailItem < 0) return;
    setCursor(expanded);
    virtual.scrollToIndex(detailItem, { align: 'auto' });
  }, [expanded]);

  const focusTable = () => scroller.current?.focus({ preventScroll: true });
  const current = lines[cursorIndex];

  function toggle(line: MatchLine | undefined, isOpen: boolean): void {
    if (line === undefined || line.choice === null) return;
    expand(isOpen ? line.queueId : null);
  }

  function onKeyDown(event: KeyboardEvent<HTMLTableElement>): void {
    // Keys pressed in what a row holds are theirs.
    if (event.target !== scroller.current) return;
    const pageRows = pageRowsOf(scroller.current, ROW_HEIGHT_PX, 1);
    const intent = matchIntent(event, cursorIndex, lines.length, pageRows);
    if (intent === null) return;
    event.preventDefault();
    switch (intent.kind) {
      case 'move':
        setCursor(lines[intent.to]?.queueId ?? null);
        break;
      case 'accept':
        if (current === undefined) break;
        if (current.choice === null) setChoosing(current.queueId);
        else work.accept([current.queueId], !current.isAccepted);
        break;
      case 'accept-shown':
        work.accept(withChoice(lines), true);
        break;
      case 'expand':
        toggle(current, true);
        break;
      case 'collapse':
        expand(null);
        break;
      case 'choose':
        if (current !== undefined) setChoosing(current.queueId);
        break;
      case 'clear':
        if (current !== undefined) work.choose(current.queueId, null);
        break;
      case 'apply':
        props.onApply();
    }
  }

  const options = useMemo(() => externalOptions(props.queues), [props.queues]);
  function chooserOf(line: MatchLine) {
    const leave = (byKey: boolean) => {
      setChoosing(null);
      if (byKey) focusTable();
    };
    return (
      <ExternalQueueField
        line={line}
        options={options}
        nameOf={nameOf}
        onChoose={(queue) => {
          work.choose(line.queueId, queue);
          leave(true);
        }}
        onLeave={leave}
      />
    );
  }

  const detail = lines[expandedIndex];
  const kind = detail?.choice == null ? undefined : kinds.find(({ id }) => id === detail.choice?.kind);
  return (
    <table
      ref={scroller}
      className="match-table"
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: HTML lets a table be a treegrid, and as its rows can be chosen and opened it is one
      role="treegrid"
      aria-label={t('match.table')}
      aria-multiselectable
      aria-rowcount={lines.length + 1}
      aria-activedescendant={cursorIndex < 0 ? undefined : `${baseId}-${cursorIndex}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onFocus={(event) => {
        if (event.target === scroller.current && cursorIndex < 0) setCursor(lines[0]?.queueId ?? null);
      }}
    >
      <thead>
        <tr className="match-head" aria-rowindex={1}>
          {table.getFlatHeaders().map((header) => {
            const sort = header.column.getIsSorted();
            const title = t(`match.columns.${header.id as ColumnId}`);
            return (
              <th
                key={header.id}
                scope="col"
                aria-sort={sort === false ? undefined : sort === 'asc' ? 'ascending' : 'descending'}
              >
                {header.column.getCanSort() ? (
                  <button
                    type="button"
                    title={t('match.sortBy', { column: title })}
                    onClick={header.column.getToggleSortingHandler()}
                  >
                    {title}
                    {sort === 'asc' && <ArrowUp size={12} aria-hidden />}
                    {sort === 'desc' && <ArrowDown size={12} aria-hidden />}
                  </button>
                ) : (
                  title
                )}
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          if (item.index === detailItem) {
            return (
              <tr
                key="detail"
                ref={virtual.measureElement}
                data-index={item.index}
                aria-level={2}
                className="match-detail-row"
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <td aria-colspan={5}>
                  {kind !== undefined && (
                    <PairingDetail
                      system={props.system}
                      kind={kind}
                      answers={work.answers}
                      onAnswer={work.answer}
                    />
                  )}
                </td>
              </tr>
            );
          }
          const index = lineAt(item.index);
          const line = lines[index];
          if (line === undefined) return null;
          return (
            <MatchRow
              key={line.queueId}
              id={`${baseId}-${index}`}
              line={line}
              index={index}
              topPx={item.start}
              isCursor={index === cursorIndex}
              isExpanded={index === expandedIndex}
              pairs={line.choice === null ? undefined : work.pairsOf.get(line.choice.kind)}
              nameOf={nameOf}
              chooser={line.queueId === choosing ? chooserOf(line) : undefined}
              onPoint={() => {
                focusTable();
                setCursor(line.queueId);
              }}
              onAccept={(isAccepted) => work.accept([line.queueId], isAccepted)}
              onChoose={() => setChoosing(line.queueId)}
              onToggle={() => toggle(line, index !== expandedIndex)}
            />
          );
        })}
        {lines.length === 0 && (
          <tr className="match-empty">
            <td aria-colspan={5}>{t('match.nothingShown')}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

export function withChoice(lines: readonly MatchLine[]): number[] {
  return lines.filter(({ choice }) => choice !== null).map(({ queueId }) => queueId);
}
