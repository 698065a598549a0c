import { useMemo } from 'react';
import { useWords } from '../../dialogs/words.ts';
import { CurveSign } from './CurveLegend.tsx';
import { decimalsFor, type UnitChart } from './data-model.ts';

export interface CurveTableProps {
  readonly chart: UnitChart;
  readonly caption: string;
  /** What a row is: an interval, an hour, a day. */
  readonly timeName: string;
  readonly names: readonly string[];
  readonly weekBefore: boolean;
  /** The point under the pointer, and the one that was jumped to. */
  readonly hovered: number | undefined;
  readonly marked: number | undefined;
}

/** The same figures as the curves, point by point. */
export function CurveTable(props: CurveTableProps) {
  const { chart, caption, timeName, names, weekBefore, hovered, marked } = props;
  const { t, formats } = useWords();
  const { curves, aggregate } = chart;
  const decimals = useMemo(
    () =>
      decimalsFor(
        curves.flatMap(({ values, weekBefore: before }) => [...values, ...before]),
        aggregate,
      ),
    [curves, aggregate],
  );
  const figure = (value: number | null | undefined) =>
    value == null ? <span title={t('dataView.notStored')}>–</span> : formats.number(value, decimals);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region has to be reachable by keyboard.
    <section className="curve-table" tabIndex={0} aria-label={caption}>
      <table>
        <thead>
          <tr>
            <th scope="col">{timeName}</th>
            {curves.map((curve) => [
              <th key={curve.id} scope="col" title={curve.name}>
                <CurveSign curve={curve} />
                <span className="curve-table__name">{curve.name}</span>
              </th>,
              weekBefore && (
                <th
                  key={`${curve.id} before`}
                  scope="col"
                  className="curve-table__before"
                  aria-label={t('dataView.weekBeforeOf', { name: curve.name })}
                >
                  {t('dataView.weekBeforeShort')}
                </th>
              ),
            ])}
          </tr>
        </thead>
        <tbody>
          {names.map((name, index) => (
            <tr
              key={name}
              className={rowClass(index, hovered, marked)}
              aria-current={index === marked ? 'time' : undefined}
              ref={index === marked ? intoView : undefined}
            >
              <th scope="row">{name}</th>
              {curves.map((curve) => [
                <td key={curve.id}>{figure(curve.values[index])}</td>,
                weekBefore && (
                  <td key={`${curve.id} before`} className="curve-table__before">
                    {figure(curve.weekBefore[index])}
                  </td>
                ),
              ])}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function rowClass(
  index: number,
  hovered: number | undefined,
  marked: number | undefined,
): string | undefined {
  if (index === hovered) return 'is-hovered';
  return index === marked ? 'is-marked' : undefined;
}

/** Only the table scrolls, not what is around it. */
function intoView(row: HTMLTableRowElement | null): void {
  const region = row?.closest('section');
  if (row === null || region == null) return;
  region.scrollTop = row.offsetTop - region.clientHeight / 2;
}
