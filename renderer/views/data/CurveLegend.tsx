import { useWords } from '../../dialogs/words.ts';
import { changeText, decimalsFor, type ShownCurve, type UnitChart } from './data-model.ts';

export interface CurveLegendProps {
  readonly chart: UnitChart;
  readonly unitName: string;
  readonly weekBefore: boolean;
  readonly pinned: string | undefined;
  readonly onPin: (id: string | undefined) => void;
  readonly onPoint: (id: string | undefined) => void;
}

/** Which curve is which, and what each comes to, beside the week before. */
export function CurveLegend({ chart, unitName, weekBefore, pinned, onPin, onPoint }: CurveLegendProps) {
  const { t, formats } = useWords();
  const { aggregate, curves } = chart;
  const figures = curves.flatMap(({ figure, compared }) => [figure, compared?.figureBefore ?? null]);
  const decimals = decimalsFor(figures, aggregate);
  const figureText = (figure: number | null) => (figure === null ? '–' : formats.number(figure, decimals));
  const isAlone = curves.length === 1;
  return (
    <table className="curve-legend" aria-label={t('dataView.legend', { unit: unitName })}>
      <thead>
        <tr>
          <th scope="col">{t('dataView.curve')}</th>
          <th scope="col">{t(aggregate === 'sum' ? 'dataView.total' : 'dataView.mean')}</th>
          {weekBefore && (
            <th scope="col" title={t('dataView.beforeHint')}>
              {t('dataView.before')}
            </th>
          )}
          {weekBefore && <th scope="col">{t('dataView.change')}</th>}
        </tr>
      </thead>
      <tbody>
        {curves.map((curve) => (
          <tr
            key={curve.id}
            className={curve.id === pinned ? 'is-pinned' : undefined}
            onMouseEnter={() => onPoint(curve.id)}
            onMouseLeave={() => onPoint(undefined)}
          >
            <th scope="row">
              {isAlone ? (
                <span className="curve-legend__name">
                  <CurveSign curve={curve} /> {curve.name}
                </span>
              ) : (
                <button
                  type="button"
                  className="curve-legend__name"
                  aria-pressed={curve.id === pinned}
                  title={t('dataView.highlight', { name: curve.name })}
                  onClick={() => onPin(curve.id === pinned ? undefined : curve.id)}
                  onFocus={() => onPoint(curve.id)}
                  onBlur={() => onPoint(undefined)}
                >
                  <CurveSign curve={curve} /> {curve.name}
                </button>
              )}
            </th>
            <td>{figureText(curve.figure)}</td>
            {weekBefore && <td>{figureText(curve.compared?.figureBefore ?? null)}</td>}
            {weekBefore && <td>{changeText(curve.compared, formats) ?? '–'}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The number of a curve, in its colour. */
export function CurveSign({ curve: { number, colour } }: { readonly curve: ShownCurve }) {
  return (
    <span className="curve-sign" data-colour={colour.replace('--curve-', '')}>
      {number}
    </span>
  );
}
