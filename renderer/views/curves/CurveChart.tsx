import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { loneValues, peakIndex } from './curve-values.ts';
import { onThemeChange } from './theme-change.ts';
import './curve-chart.css';

export type CurveValues = readonly (number | null)[];

export interface ChartCurve {
  readonly id: string;
  /** By point. */
  readonly values: CurveValues;
  /** A colour of the theme, `--acc`. */
  readonly colour: string;
  /** Drawn dashed and thin, to be held against another. */
  readonly dashed?: boolean | undefined;
  readonly filled?: boolean | undefined;
  /** Stands at the highest value, so that curves are told apart without their colours. */
  readonly sign?: string | undefined;
  /** Others stand out before it. */
  readonly faded?: boolean | undefined;
}

export interface Tick {
  readonly index: number;
  readonly text: string;
}

export interface CurveChartProps {
  /** How many points there are, with a value or without. */
  readonly pointCount: number;
  /** The topmost last. A change of ids, colours or lines draws the chart anew. */
  readonly curves: readonly ChartCurve[];
  /** The points that get a label, as many as fit. */
  readonly ticks: (widthPx: number) => readonly Tick[];
  /** Lines at the labels too. */
  readonly lined?: boolean | undefined;
  /** A point with a line of its own. */
  readonly marked?: number | undefined;
  /** Says in words what the curves show. */
  readonly label: string;
  /** In the reader's language. */
  readonly formatValue: (value: number) => string;
  readonly onHover: (index: number | undefined) => void;
  readonly heightPx: number;
}

/** Curves over points that follow each other; a gap where there is no value. */
export function CurveChart(props: CurveChartProps) {
  const { pointCount, curves, marked, label, heightPx } = props;
  const host = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const plot = useRef<uPlot | null>(null);
  const looks = curves
    .map(({ id, colour, dashed, filled }) => [id, colour, dashed ?? false, filled ?? false].join(' '))
    .join('|');

  // biome-ignore lint/correctness/useExhaustiveDependencies: `looks` says which lines there are; what they show is read when they are drawn
  useEffect(() => {
    const element = host.current;
    if (element === null) return;
    const chart = makeChart(element, heightPx, latest);
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
  }, [looks, heightPx]);

  useEffect(() => {
    plot.current?.setData(dataOf({ pointCount, curves }));
  }, [pointCount, curves]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn again with what is marked now
  useEffect(() => {
    plot.current?.redraw(false);
  }, [marked]);

  return (
    <div
      ref={host}
      className="curve-chart"
      role="img"
      aria-label={label}
      style={{ height: `${heightPx}px` }}
    />
  );
}

function makeChart(
  element: HTMLDivElement,
  heightPx: number,
  latest: { readonly current: CurveChartProps },
): uPlot {
  const colour = (name: string) => getComputedStyle(element).getPropertyValue(name).trim();
  const font = `11px ${getComputedStyle(element).fontFamily}`;
  const axis = {
    font,
    stroke: () => colour('--mute'),
    ticks: { show: false },
    border: { show: false },
  };
  const ticksOf = (self: uPlot) => latest.current.ticks(self.bbox.width / devicePixelRatio);
  const series = latest.current.curves.map((curve, index): uPlot.Series => {
    const stroke = () => {
      const own = colour(curve.colour);
      return latest.current.curves[index]?.faded ? `color-mix(in srgb, ${own} 22%, transparent)` : own;
    };
    if (curve.dashed) {
      return { stroke, width: 1.5, dash: [5, 4], spanGaps: false, points: { show: false } };
    }
    return {
      stroke,
      ...(curve.filled ? { fill: () => `color-mix(in srgb, ${colour(curve.colour)} 9%, transparent)` } : {}),
      width: 2,
      spanGaps: false,
      // Points only where a lone value would otherwise draw nothing.
      points: {
        show: true,
        size: 5,
        filter: (self, seriesIndex) => loneValues(self.data[seriesIndex] ?? []),
      },
    };
  });
  return new uPlot(
    {
      width: Math.max(element.clientWidth, 200),
      height: heightPx,
      padding: [8, 12, 0, 0],
      legend: { show: false },
      cursor: {
        y: false,
        drag: { x: false, y: false },
        points: { size: 7, stroke: () => colour('--pane') },
      },
      scales: {
        x: { time: false, range: () => [0, Math.max(1, latest.current.pointCount - 1)] },
        y: { range: (_plot, low, high) => [Math.min(0, low ?? 0), high > 0 ? high * 1.06 : 1] },
      },
      axes: [
        {
          ...axis,
          size: 24,
          gap: 6,
          grid: { stroke: () => (latest.current.lined ? colour('--line') : 'transparent'), width: 1 },
          splits: (self) => ticksOf(self).map(({ index }) => index),
          values: (self) => ticksOf(self).map(({ text }) => text),
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
      series: [{}, ...series],
      hooks: {
        setCursor: [(self) => latest.current.onHover(self.cursor.idx ?? undefined)],
        drawAxes: [(self) => drawMarked(self, latest.current.marked, colour('--warn'))],
        draw: [(self) => drawSigns(self, latest.current.curves, colour, font)],
      },
    },
    dataOf(latest.current),
    element,
  );
}

function dataOf({ pointCount, curves }: Pick<CurveChartProps, 'pointCount' | 'curves'>): uPlot.AlignedData {
  return [
    Array.from({ length: pointCount }, (_, index) => index),
    ...curves.map(({ values }) => [...values]),
  ];
}

function drawMarked(self: uPlot, marked: number | undefined, stroke: string): void {
  if (marked === undefined) return;
  const { ctx, bbox } = self;
  const x = Math.round(self.valToPos(marked, 'x', true));
  ctx.save();
  ctx.strokeStyle = stroke;
  ctx.lineWidth = 2 * devicePixelRatio;
  ctx.beginPath();
  ctx.moveTo(x, bbox.top);
  ctx.lineTo(x, bbox.top + bbox.height);
  ctx.stroke();
  ctx.restore();
}

/** The signs of the curves at their peaks, each on a spot of the background. */
function drawSigns(
  self: uPlot,
  curves: readonly ChartCurve[],
  colour: (name: string) => string,
  font: string,
): void {
  const { ctx } = self;
  const radius = 7 * devicePixelRatio;
  ctx.save();
  ctx.font = font.replace(/^\d+px/, `600 ${10 * devicePixelRatio}px`);
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  for (const { sign, values, colour: name, faded } of curves) {
    const peak = peakIndex(values);
    if (sign === undefined || peak === undefined || faded) continue;
    const x = self.valToPos(peak, 'x', true);
    const y = Math.max(radius, self.valToPos(values[peak]!, 'y', true));
    ctx.beginPath();
    ctx.arc(x, y, radius, 0, 2 * Math.PI);
    ctx.fillStyle = colour('--pane');
    ctx.fill();
    ctx.lineWidth = 1.5 * devicePixelRatio;
    ctx.strokeStyle = colour(name);
    ctx.stroke();
    ctx.fillStyle = colour('--ink');
    ctx.fillText(sign, x, y + 0.5 * devicePixelRatio);
  }
  ctx.restore();
}
