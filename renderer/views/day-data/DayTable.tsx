import { useMemo } from 'react';
import { useWords } from '../../dialogs/words.ts';
import type { IntervalRow } from './day-model.ts';
import { type IntervalColumn, IntervalTable, NoValue } from './IntervalTable.tsx';

export interface DayTableProps {
  readonly rows: readonly IntervalRow[];
  readonly caption: string;
  readonly formatValue: (value: number) => string;
  /** The interval under the pointer in the curve. */
  readonly marked: number | undefined;
}

/** What is stored of each interval. */
export function DayTable({ rows, caption, formatValue, marked }: DayTableProps) {
  const { t } = useWords();
  const columns = useMemo(
    (): readonly IntervalColumn<IntervalRow>[] => [
      {
        id: 'value',
        head: t('dayData.value'),
        cell: ({ value }) =>
          value === null ? <NoValue title={t('dayData.notStored')} /> : formatValue(value),
      },
    ],
    [t, formatValue],
  );
  return <IntervalTable columns={columns} rows={rows} caption={caption} marked={marked} />;
}
