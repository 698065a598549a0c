import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table';
import { CircleX, Clock3, Equal, Footprints, Minus, Pin, Plus, TrendingDown, TrendingUp } from 'lucide-react';
import { useMemo } from 'react';
import { useWords } from '../../dialogs/words.ts';
import { DataTable, IconButton, useMessageText } from '../../ui/index.ts';
import { IntervalCell } from '../day-data/IntervalCell.tsx';
import type { Difference, PreviewRow } from './preview-model.ts';

const features = tableFeatures({});
const columnHelper = createColumnHelper<typeof features, PreviewRow>();

export interface PreviewTableProps {
  readonly rows: readonly PreviewRow[];
  /** What feeds Para1, Para2 …, in order. */
  readonly sources: readonly { readonly source: string }[];
  readonly caption: string;
  /** Of results and stored values. */
  readonly formatValue: (value: number) => string;
  /** The interval under the pointer in the curve. */
  readonly marked: number | undefined;
  readonly onStep?: ((index: number) => void) | undefined;
}

/** Each interval: what the sources gave, what the script makes of it, what is stored. */
export function PreviewTable({ rows, sources, caption, formatValue, marked, onStep }: PreviewTableProps) {
  const { t, formats } = useWords();
  const columns = useMemo(
    () =>
      columnHelper.columns([
        columnHelper.display({
          id: 'interval',
          header: () => t('preview.head.interval'),
          cell: ({ row }) => <IntervalCell times={row.original} />,
        }),
        ...sources.map(({ source }, index) =>
          columnHelper.display({
            id: `para${index + 1}`,
            header: () => (
              <span className="mono" title={source}>
                {`Para${index + 1}`}
              </span>
            ),
            cell: ({ row }) => {
              const para = row.original.paras[index] ?? null;
              return para === null ? (
                <Nothing title={t('preview.noFigure')} />
              ) : (
                formats.number(para, Number.isInteger(para) ? 0 : 2)
              );
            },
          }),
        ),
        columnHelper.accessor('result', {
          header: () => t('preview.head.result'),
          cell: ({ getValue }) => {
            const value = getValue();
            return value === null ? <Nothing title={t('preview.noResult')} /> : <b>{formatValue(value)}</b>;
          },
        }),
        columnHelper.accessor('stored', {
          header: () => t('preview.head.stored'),
          cell: ({ getValue }) => {
            const value = getValue();
            return value === null ? <Nothing title={t('preview.notStored')} /> : formatValue(value);
          },
        }),
        columnHelper.display({
          id: 'difference',
          header: () => t('preview.head.difference'),
          cell: ({ row }) => <DifferenceCell row={row.original} formatValue={formatValue} />,
        }),
        ...(onStep === undefined
          ? []
          : [
              columnHelper.display({
                id: 'step',
                header: () => <span className="visually-hidden">{t('preview.head.step')}</span>,
                cell: ({ row }) => <StepCell row={row.original} onStep={onStep} />,
              }),
            ]),
      ]),
    [t, formats, sources, formatValue, onStep],
  );
  const data = useMemo(() => [...rows], [rows]);
  const table = useTable({ features, columns, data });
  return (
    <DataTable
      table={table}
      label={caption}
      className="day-table preview-table"
      rowClass={(row) => (row.original.index === marked ? 'is-marked' : undefined)}
    />
  );
}

function StepCell({ row, onStep }: { readonly row: PreviewRow; readonly onStep: (index: number) => void }) {
  const { t } = useWords();
  // Without a figure of any source no script is run.
  if (row.state !== 'computed' && row.state !== 'failed') return null;
  return (
    <IconButton
      small
      look="quiet"
      label={t('preview.step', { time: row.start })}
      icon={<Footprints size={13} />}
      onClick={() => onStep(row.index)}
    />
  );
}

function Nothing({ title }: { readonly title: string }) {
  return (
    <span className="day-table-empty" title={title}>
      –
    </span>
  );
}

const signs: Readonly<Record<Difference, typeof Plus>> = {
  same: Equal,
  more: TrendingUp,
  less: TrendingDown,
  new: Plus,
  kept: Pin,
  failed: CircleX,
  waiting: Clock3,
  none: Minus,
};

function DifferenceCell({
  row,
  formatValue,
}: {
  readonly row: PreviewRow;
  readonly formatValue: (value: number) => string;
}) {
  const { t } = useWords();
  const tell = useMessageText();
  const { difference, error } = row;
  if (difference === 'none') return null;
  const Sign = signs[difference];
  const text =
    difference === 'failed'
      ? error === undefined
        ? t('preview.difference.failedPlain')
        : t('preview.difference.failed', { line: error.line })
      : t(`preview.difference.${difference}`, { by: formatValue(row.by) });
  return (
    <span
      className={`difference difference--${difference}`}
      title={error === undefined ? undefined : tell(error)}
    >
      <Sign size={12} aria-hidden />
      {text}
    </span>
  );
}
