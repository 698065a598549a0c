import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { hourTicks } from './day-model.ts';
import { onThemeChange } from './theme-change.ts';

export type CurveValues = readonly (number | null)[];

export interface DayChartProps {
  /** The intervals of the day, in order. */
  readonly rows: readonly { readonly index: number; readonly start: string }[];
  /** By interval. */
  readonly values: CurveValues;
  /** Drawn dashed and thin, to be held against the curve. Given from the start or never. */
  readonly compared?: CurveValues | undefined;
  /** Says in words what the curve shows. */
  readonly label: string;
  /** In the reader's language. */
  readonly formatValue: (value: number) => string;
  readonly onHover: (index: number | undefined) => void;
}

const heightPx = 150;

/** The values of a day as a curve over its intervals; a gap where there is none. */
export function DayChart({ rows, values, compared, label, formatValue, onHover }: DayChartProps) {
  const host = useRef<HTMLDivElement>(null);
  const latest = useRef({ rows, values, compared, formatValue, onHover });
  latest.current = { rows, values, compared, formatValue, onHover };
  const plot = useRef<uPlot | null>(null);

  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    const colour = (name: string) => getComputedStyle(element).getPropertyValue(name).trim();
    const font = () => `11px ${getComputedStyle(element).fontFamily}`;
    const axis = {
      font: font(),
      stroke: () => colour('--mute'),
      ticks: { show: false },
      border: { show: false },
    };
    const chart = new uPlot(
      {
        width: Math.max(element.clientWidth, 200),
        height: heightPx,
        padding: [8, 12, 0, 0],
        legend: { show: false },
        cursor: {
          y: false,
          drag: { x: false, y: false },
          points: { size: 7, fill: () => colour('--acc'), stroke: () => colour('--pane') },
        },
        scales: {
          x: { time: false, range: () => [0, Math.max(1, latest.current.rows.length - 1)] },
          y: {
            range: (_plot, low, high) => [Math.min(0, low ?? 0), high > 0 ? high * 1.06 : 1],
          },
        },
        axes: [
          {
            ...axis,
            size: 24,
            gap: 6,
            grid: { show: false },
            splits: (self) => hourTicks(latest.current.rows, self.bbox.width / devicePixelRatio),
            values: (_self, splits) => splits.map((index) => latest.current.rows[index]?.start ?? ''),
          },
          {
            ...axis,
            size: (_self, values) => Math.max(36, ...(values ?? []).map((text) => text.length * 7 + 14)),
            gap: 6,
            space: 30,
            grid: { stroke: () => colour('--line2'), width: 1 },
            values: (_self, splits) => splits.map((value) => latest.current.formatValue(value)),
          },
        ],
        series: [
          {},
          ...(latest.current.compared === undefined
            ? []
            : [
                {
                  stroke: () => colour('--mute'),
                  width: 1.5,
                  dash: [5, 4],
                  spanGaps: false,
                  points: { show: false },
                },
              ]),
          {
            stroke: () => colour('--acc'),
            fill: () => `color-mix(in srgb, ${colour('--acc')} 9%, transparent)`,
            width: 2,
            spanGaps: false,
            // Points only where a lone value would otherwise draw nothing.
            points: {
              show: true,
              size: 5,
              filter: (self, seriesIndex) => loneValues(self.data[seriesIndex] ?? []),
            },
          },
        ],
        hooks: { setCursor: [(self) => latest.current.onHover(self.cursor.idx ?? undefined)] },
      },
      seriesOf(latest.current),
      element,
    );
    plot.current = chart;
    const stopTheme = onThemeChange(() => chart.redraw(false, true));
    const resize = new ResizeObserver(() => {
      if (element.clientWidth > 0 && element.clientWidth !== chart.width) {
        chart.setSize({ width: element.clientWidth, height: heightPx });
      }
    });
    resize.observe(element);
    return () => {
      stopTheme();
      resize.disconnect();
      chart.destroy();
      plot.current = null;
    };
  }, []);

  useEffect(() => {
    plot.current?.setData(seriesOf({ rows, values, compared }));
  }, [rows, values, compared]);

  return <div ref={host} className="day-chart" role="img" aria-label={label} />;
}

function seriesOf({
  rows,
  values,
  compared,
}: Pick<DayChartProps, 'rows' | 'values' | 'compared'>): uPlot.AlignedData {
  const x = rows.map((row) => row.index);
  return compared === undefined ? [x, [...values]] : [x, [...compared], [...values]];
}

function loneValues(values: ArrayLike<number | null | undefined>): number[] {
  const lone: number[] = [];
  for (let index = 0; index < values.length; index += 1) {
    if (values[index] != null && values[index - 1] == null && values[index + 1] == null) lone.push(index);
  }
  return lone;
}
