import { useCallback, useMemo, useState } from 'react';
import type { DataSeries } from '#shared/contract/data.ts';
import { useWords } from '../../dialogs/words.ts';
import { Card } from '../../ui/index.ts';
import { type ChartCurve, CurveChart } from '../curves/CurveChart.tsx';
import { peakIndex } from '../curves/curve-values.ts';
import { CurveLegend } from './CurveLegend.tsx';
import { CurveTable } from './CurveTable.tsx';
import { decimalsFor, pointAt, pointNames, pointTicks, type UnitChart } from './data-model.ts';
import { zoneText } from './zone-text.ts';

export interface ChartCardProps {
  readonly chart: UnitChart;
  readonly series: DataSeries;
  /** The days shown, in words. */
  readonly range: string;
  readonly weekBefore: boolean;
  /** The interval that was jumped to, ISO in UTC. */
  readonly startUtc: string | undefined;
}

const heightPx = 210;

/** The curves of one unit, what each comes to, and a table of the same beside them. */
export function ChartCard({ chart, series, range, weekBefore, startUtc }: ChartCardProps) {
  const { t, formats } = useWords();
  const [pinned, setPinned] = useState<string>();
  const [pointed, setPointed] = useState<string>();
  const [hovered, setHovered] = useState<number>();
  const { span, stepMinutes, points } = series;
  const { unit, aggregate, curves } = chart;
  const front = pointed ?? (curves.some(({ id }) => id === pinned) ? pinned : undefined);
  const marked = pointAt(points, startUtc);
  const names = useMemo(() => pointNames({ span, points }, formats), [span, points, formats]);

  const drawn = useMemo(() => {
    const lines = curves.map(({ id, values, weekBefore: before, colour, number }): ChartCurve[] => {
      const faded = front !== undefined && id !== front;
      const sign = curves.length > 1 ? String(number) : undefined;
      const own = { id, values, colour, faded, sign, filled: curves.length === 1 };
      return weekBefore ? [{ id: `${id} before`, values: before, colour, faded, dashed: true }, own] : [own];
    });
    return lines.flat();
  }, [curves, weekBefore, front]);

  const decimals = useMemo(
    () =>
      decimalsFor(
        curves.flatMap(({ values }) => values),
        aggregate,
      ),
    [curves, aggregate],
  );
  const formatTick = useCallback(
    (value: number) => formats.number(value, Number.isInteger(value) ? 0 : 1),
    [formats],
  );
  const unitName = unitText();
  const step = t(`dataView.${aggregate}Per.${stepName()}`, { minutes: stepMinutes });
  const zone = zoneText(
    curves.map(({ timeZone }) => timeZone),
    t,
  );

  return (
    <Card
      className="data-card"
      title={[chart.common, unitName].filter(Boolean).join(' · ')}
      note={`${step} · ${zone}`}
    >
      <div className="data-chart" data-columns={Math.min(8, curves.length * (weekBefore ? 2 : 1))}>
        <div className="data-chart__curves">
          <CurveLegend
            chart={chart}
            unitName={unitName}
            weekBefore={weekBefore}
            pinned={pinned}
            onPin={setPinned}
            onPoint={setPointed}
          />
          <CurveChart
            pointCount={points.length}
            curves={drawn}
            ticks={(widthPx) => pointTicks({ span, points }, formats, widthPx)}
            lined={span === 'week'}
            marked={marked}
            label={t('dataView.chart', { unit: unitName, range, curves: curves.map(inWords).join('; ') })}
            formatValue={formatTick}
            onHover={setHovered}
            heightPx={heightPx}
          />
        </div>
        <CurveTable
          chart={chart}
          caption={t('dataView.table', { unit: unitName, range })}
          timeName={t(`dataView.time.${span}`)}
          names={names}
          weekBefore={weekBefore}
          hovered={hovered}
          marked={marked}
        />
      </div>
    </Card>
  );

  function stepName(): 'interval' | 'hour' | 'day' {
    if (stepMinutes === null) return 'day';
    return stepMinutes === 60 ? 'hour' : 'interval';
  }

  function unitText(): string {
    return unit === 'count' || unit === 'seconds' || unit === 'percent' || unit === 'number'
      ? t(`dataView.units.${unit}`)
      : unit;
  }

  function inWords({ name, values }: (typeof curves)[number]): string {
    const peak = peakIndex(values);
    if (peak === undefined) return t('dataView.chartCurveEmpty', { name });
    return t('dataView.chartCurve', {
      name,
      peak: formats.number(values[peak]!, decimals),
      time: names[peak],
    });
  }
}
