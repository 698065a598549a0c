import { type KeyboardEvent, useRef, useState } from 'react';
import type { HeatMap } from '#shared/contract/data.ts';
import { useWords } from '../../dialogs/words.ts';
import { decimalsFor } from './data-model.ts';
import { type CellPlace, cellAfterKey, cellTime, heatScale, shadeCount, shadeOf } from './heat-model.ts';

export interface HeatMapGridProps {
  /** Undefined until it is read: its room is kept. */
  readonly map: HeatMap | undefined;
  readonly label: string;
}

const emptyMap: Pick<HeatMap, 'rows' | 'stepMinutes' | 'aggregate'> = {
  stepMinutes: 60,
  aggregate: 'sum',
  rows: [2, 3, 4, 5, 6, 7, 1].map((weekday) => ({
    weekday,
    cells: Array.from({ length: 24 }, () => ({ mean: null, count: 0 })),
  })),
};

/** A table of weekdays and times, each cell with its value, and shaded by it. */
export function HeatMapGrid({ map, label }: HeatMapGridProps) {
  const { t, formats } = useWords();
  const table = useRef<HTMLTableElement>(null);
  const [focused, setFocused] = useState<CellPlace>({ row: 0, column: 9 });
  const [hovered, setHovered] = useState<CellPlace>();
  const [hasFocus, setHasFocus] = useState(false);
  const { rows, stepMinutes, aggregate } = map ?? emptyMap;
  const scale = heatScale({ rows, aggregate });
  const columns = 1440 / stepMinutes;
  // A finer map has more columns, a coarser one fewer.
  const current = { row: focused.row, column: Math.min(focused.column, columns - 1) };
  const decimals = decimalsFor(
    rows.flatMap(({ cells }) => cells.map(({ mean }) => mean)),
    'mean',
  );
  const figure = (value: number) =>
    formats.number(value, value !== 0 && Math.abs(value) < 100 ? decimals : 0);
  // As much as fits into a cell; the line below tells it in full.
  const inCell = (value: number) => {
    if (Math.abs(value) < 9.95) return figure(value);
    return Math.abs(value) < 999.5 ? formats.number(value) : formats.compact(value);
  };
  const told = hovered ?? (hasFocus ? current : undefined);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.shiftKey || event.altKey) return;
    const to = cellAfterKey(event, current, columns);
    if (to === undefined) return;
    event.preventDefault();
    setFocused(to);
    table.current?.querySelector<HTMLElement>(`[data-cell="${to.row} ${to.column}"]`)?.focus();
  }

  function cellText({ row, column }: CellPlace): string {
    const { weekday, cells } = rows[row]!;
    const { mean, count } = cells[column]!;
    const where = t('dataView.mapCell', {
      weekday: formats.weekdays[weekday],
      from: cellTime(column, stepMinutes),
      to: cellTime(column + 1, stepMinutes),
    });
    return mean === null
      ? `${where} ${t('dataView.mapNone')}`
      : `${where} ${formats.number(mean, mean === 0 ? 0 : decimals)} · ${t('dataView.mapOfCount', { count })}`;
  }

  return (
    <>
      <div className="heat__scroll">
        <table
          ref={table}
          className={stepMinutes === 60 ? 'heat__grid' : 'heat__grid heat__grid--fine'}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are gone through by keys
          role="grid"
          aria-label={label}
          onKeyDown={onKeyDown}
          onFocus={() => setHasFocus(true)}
          onBlur={() => setHasFocus(false)}
          onMouseLeave={() => setHovered(undefined)}
        >
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{t('dataView.mapWeekday')}</span>
              </th>
              {Array.from({ length: columns }, (_, column) => {
                const time = cellTime(column, stepMinutes);
                return (
                  <th key={time} scope="col">
                    <span className={time.endsWith(':00') ? undefined : 'visually-hidden'}>
                      {time.endsWith(':00') ? time.slice(0, 2) : time}
                    </span>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ weekday, cells }, row) => (
              <tr key={weekday}>
                <th scope="row">{formats.weekdays[weekday]}</th>
                {cells.map(({ mean }, column) => (
                  <td
                    // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
                    key={column}
                    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the cell of a grid
                    role="gridcell"
                    className={
                      mean === null || scale === undefined
                        ? 'heat__none'
                        : `heat__shade-${shadeOf(mean, scale)}`
                    }
                    data-cell={`${row} ${column}`}
                    tabIndex={row === current.row && column === current.column ? 0 : -1}
                    onFocus={() => setFocused({ row, column })}
                    onMouseEnter={() => setHovered({ row, column })}
                  >
                    <span className="heat__value">{mean === null ? '–' : inCell(mean)}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="heat__foot">
        <span className="heat__told">{told === undefined ? t('dataView.mapHint') : cellText(told)}</span>
        {scale !== undefined && (
          <span className="heat__scale">
            {t('dataView.mapLow')} {figure(scale.low)}
            {Array.from({ length: shadeCount }, (_, shade) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a shade is its place
              <i key={shade} className={`heat__swatch heat__shade-${shade}`} aria-hidden="true" />
            ))}
            {figure(scale.high)} {t('dataView.mapHigh')}
          </span>
        )}
      </div>
    </>
  );
}
