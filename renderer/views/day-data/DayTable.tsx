import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table';
import { useMemo } from 'react';
import { useWords } from '../../dialogs/words.ts';
import { DataTable } from '../../ui/index.ts';
import type { IntervalRow } from './day-model.ts';
import { IntervalCell } from './IntervalCell.tsx';

const features = tableFeatures({});
const columnHelper = createColumnHelper<typeof features, IntervalRow>();

export interface DayTableProps {
  readonly rows: readonly IntervalRow[];
  readonly caption: string;
  readonly formatValue: (value: number) => string;
  /** The interval under the pointer in the curve. */
  readonly marked: number | undefined;
}

export function DayTable({ rows, caption, formatValue, marked }: DayTableProps) {
  const { t } = useWords();
  const columns = useMemo(
    () =>
      columnHelper.columns([
        columnHelper.display({
          id: 'interval',
          header: () => t('dayData.interval'),
          cell: ({ row }) => <IntervalCell times={row.original} />,
        }),
        columnHelper.accessor('value', {
          header: () => t('dayData.value'),
          cell: ({ getValue }) => {
            const value = getValue();
            return value === null ? (
              <span className="day-table-empty" title={t('dayData.notStored')}>
                –
              </span>
            ) : (
              formatValue(value)
            );
          },
        }),
      ]),
    [t, formatValue],
  );
  const data = useMemo(() => [...rows], [rows]);
  const table = useTable({ features, columns, data });

  return (
    <DataTable
      table={table}
      label={caption}
      className="day-table"
      rowClass={(row) => (row.original.index === marked ? 'is-marked' : undefined)}
    />
  );
}
