import { useState } from 'react';
import { mostHeatMapDays } from '#shared/contract/data.ts';
import { dayNumber, parseDay } from '#shared/domain/time/day.ts';
import { useReading } from '../../dialogs/use-reading.ts';
import { useWords } from '../../dialogs/words.ts';
import { useClient, useStore } from '../../state/index.ts';
import { Card, ErrorBox } from '../../ui/index.ts';
import type { ShownCurve } from './data-model.ts';
import { HeatMapGrid } from './HeatMapGrid.tsx';
import { zoneText } from './zone-text.ts';

export interface HeatMapCardProps {
  /** With names that tell them apart whatever their unit. */
  readonly curves: readonly Pick<ShownCurve, 'id' | 'name' | 'queueId' | 'valueTypeId' | 'intervalMinutes'>[];
  readonly fromDay: string;
  readonly toDay: string;
  /** The last day with a value: there is nothing to look back from behind it. */
  readonly lastDay: string | null;
}

const weeks = [4, 8, 13, 26, 52] as const;
const steps = [60, 30, 15] as const;

/** What is usual at which time of which weekday, of one of the curves. */
export function HeatMapCard({ curves, fromDay, toDay, lastDay }: HeatMapCardProps) {
  const client = useClient();
  const { t, formats } = useWords();
  const valuesRevision = useStore((state) => state.valuesRevision);
  const [wanted, setWanted] = useState<string>();
  const [over, setOver] = useState<'shown' | number>(8);
  const [stepMinutes, setStepMinutes] = useState<(typeof steps)[number]>(60);
  const curve = curves.find(({ id }) => id === wanted) ?? curves[0]!;
  const end = over !== 'shown' && lastDay !== null && lastDay < toDay ? lastDay : toDay;
  const days = Math.min(
    mostHeatMapDays,
    over === 'shown' ? dayNumber(parseDay(toDay)) - dayNumber(parseDay(fromDay)) + 1 : over * 7,
  );
  const { queueId, valueTypeId } = curve;
  const reading = useReading(
    (signal) =>
      client.call('data.heatMap', { queueId, valueTypeId, toDay: end, days, stepMinutes }, { signal }),
    [client, queueId, valueTypeId, end, days, stepMinutes, valuesRevision],
  );
  const map = reading.data;
  const shown =
    map && curves.find((one) => one.queueId === map.queueId && one.valueTypeId === map.valueTypeId);
  const range = map === undefined ? '' : formats.dayRange(map.fromDay, map.toDay);
  const note =
    map === undefined
      ? undefined
      : [
          t(map.aggregate === 'sum' ? 'dataView.mapSum' : 'dataView.mapMean', {
            range: formats.dayRangeShort(map.fromDay, map.toDay),
          }),
          zoneText([map.timeZone], t),
        ].join(' · ');

  return (
    <Card className="data-card" title={t('dataView.map')} note={note}>
      <div className="heat" aria-busy={reading.busy}>
        <div className="heat__tools">
          <ToolSelect
            label={t('dataView.mapOf')}
            value={curve.id}
            options={curves.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setWanted}
          />
          <ToolSelect
            label={t('dataView.mapOver')}
            value={String(over)}
            options={[
              { value: 'shown', label: t('dataView.mapShown') },
              ...weeks.map((count) => ({ value: String(count), label: t('dataView.mapWeeks', { count }) })),
            ]}
            onChange={(value) => setOver(value === 'shown' ? value : Number(value))}
          />
          <ToolSelect
            label={t('dataView.mapStep')}
            value={String(stepMinutes)}
            options={steps
              .filter((minutes) => minutes % curve.intervalMinutes === 0)
              .map((minutes) => ({
                value: String(minutes),
                label: minutes === 60 ? t('dataView.mapHour') : t('dataView.mapMinutes', { minutes }),
              }))}
            onChange={(value) => setStepMinutes(steps.find((step) => String(step) === value) ?? 60)}
          />
        </div>
        {reading.error !== undefined ? (
          <ErrorBox error={reading.error} onRetry={reading.again} />
        ) : (
          <HeatMapGrid map={map} label={t('dataView.mapTable', { name: shown?.name ?? curve.name, range })} />
        )}
      </div>
    </Card>
  );
}

function ToolSelect(props: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}) {
  return (
    <label className="heat__tool">
      {props.label}
      <select
        className="input"
        value={props.value}
        onChange={({ target: { value } }) => props.onChange(value)}
      >
        {props.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
}
