import type { ReactNode } from 'react';
import { useWords } from '../../dialogs/words.ts';
import type { IntervalTimes } from './day-model.ts';

/** What is said of each interval, behind its times. */
export interface IntervalColumn<Row extends IntervalTimes> {
  readonly id: string;
  readonly head: ReactNode;
  readonly cell: (row: Row) => ReactNode;
}

export interface IntervalTableProps<Row extends IntervalTimes> {
  readonly columns: readonly IntervalColumn<Row>[];
  readonly rows: readonly Row[];
  readonly caption: string;
  readonly className?: string | undefined;
  /** The interval under the pointer in the curve. */
  readonly marked: number | undefined;
}

/** The intervals of a day, all of them in the page, in a region that scrolls. */
export function IntervalTable<Row extends IntervalTimes>(props: IntervalTableProps<Row>) {
  const { columns, rows, caption, className = '', marked } = props;
  const { t } = useWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region has to be reachable by keyboard.
    <section className={`day-table ${className}`} tabIndex={0} aria-label={caption}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('dayData.interval')}</th>
            {columns.map(({ id, head }) => (
              <th key={id} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.index} className={row.index === marked ? 'is-marked' : undefined}>
              <td>
                {row.start}–{row.end}
                {row.offset !== undefined && <span className="day-table-offset"> {row.offset}</span>}
              </td>
              {columns.map(({ id, cell }) => (
                <td key={id}>{cell(row)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** In place of a value that is not there; the title says why. */
export function NoValue({ title }: { readonly title: string }) {
  return (
    <span className="day-table-empty" title={title}>
      –
    </span>
  );
}
