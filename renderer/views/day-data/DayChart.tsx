import { useMemo } from 'react';
import { type ChartCurve, CurveChart, type CurveValues } from '../curves/CurveChart.tsx';
import { hourTicks } from './day-model.ts';

export interface DayChartProps {
  /** The intervals of the day, in order. */
  readonly rows: readonly { readonly index: number; readonly start: string }[];
  /** By interval. */
  readonly values: CurveValues;
  /** Drawn dashed and thin, to be held against the curve. */
  readonly compared?: CurveValues | undefined;
  /** Says in words what the curve shows. */
  readonly label: string;
  /** In the reader's language. */
  readonly formatValue: (value: number) => string;
  readonly onHover: (index: number | undefined) => void;
}

/** The values of a day as a curve over its intervals; a gap where there is none. */
export function DayChart({ rows, values, compared, label, formatValue, onHover }: DayChartProps) {
  const curves = useMemo((): readonly ChartCurve[] => {
    const own = { id: 'values', values, colour: '--acc', filled: true };
    if (compared === undefined) return [own];
    return [{ id: 'compared', values: compared, colour: '--mute', dashed: true }, own];
  }, [values, compared]);
  return (
    <CurveChart
      pointCount={rows.length}
      curves={curves}
      ticks={(widthPx) =>
        hourTicks(rows, widthPx).map((index) => ({ index, text: rows[index]?.start ?? '' }))
      }
      label={label}
      formatValue={formatValue}
      onHover={onHover}
      heightPx={150}
    />
  );
}
