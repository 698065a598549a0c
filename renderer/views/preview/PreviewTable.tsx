import { CircleX, Clock3, Equal, Footprints, Minus, Pin, Plus, TrendingDown, TrendingUp } from 'lucide-react';
import { useMemo } from 'react';
import { useWords } from '../../dialogs/words.ts';
import { IconButton, useMessageText } from '../../ui/index.ts';
import { type IntervalColumn, IntervalTable, NoValue } from '../day-data/IntervalTable.tsx';
import type { Difference, PreviewRow } from './preview-model.ts';

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
    (): readonly IntervalColumn<PreviewRow>[] => [
      ...sources.map(({ source }, index): IntervalColumn<PreviewRow> => {
        const name = `Para${index + 1}`;
        return {
          id: name,
          head: (
            <span className="mono" title={source}>
              {name}
            </span>
          ),
          cell: ({ paras }) => {
            const para = paras[index] ?? null;
            if (para === null) return <NoValue title={t('preview.noFigure')} />;
            return formats.number(para, Number.isInteger(para) ? 0 : 2);
          },
        };
      }),
      {
        id: 'result',
        head: t('preview.head.result'),
        cell: ({ result }) =>
          result === null ? <NoValue title={t('preview.noResult')} /> : <b>{formatValue(result)}</b>,
      },
      {
        id: 'stored',
        head: t('preview.head.stored'),
        cell: ({ stored }) =>
          stored === null ? <NoValue title={t('preview.notStored')} /> : formatValue(stored),
      },
      {
        id: 'difference',
        head: t('preview.head.difference'),
        cell: (row) => <DifferenceCell row={row} formatValue={formatValue} />,
      },
      ...(onStep === undefined
        ? []
        : [
            {
              id: 'step',
              head: <span className="visually-hidden">{t('preview.head.step')}</span>,
              cell: (row: PreviewRow) => <StepCell row={row} onStep={onStep} />,
            },
          ]),
    ],
    [t, formats, sources, formatValue, onStep],
  );
  return (
    <IntervalTable
      columns={columns}
      rows={rows}
      caption={caption}
      className="preview-table"
      marked={marked}
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
