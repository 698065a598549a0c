import { ChartSpline } from 'lucide-react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useQueue, useValueType } from '../../dialogs/names.ts';
import { useReading } from '../../dialogs/use-reading.ts';
import { useWords } from '../../dialogs/words.ts';
import { openDialog, sameTarget, showData, useClient, useStore } from '../../state/index.ts';
import { Button, Card, EmptyState, ErrorBox, IconButton, Skeleton } from '../../ui/index.ts';
import { DayChart } from './DayChart.tsx';
import { DayPicker } from './DayPicker.tsx';
import { DayTable } from './DayTable.tsx';
import { daySummary, type IntervalRow, intervalRows } from './day-model.ts';
import './day-data.css';

export interface DayDataCardProps {
  readonly queueId: number;
  readonly valueTypeId: number;
}

/** What is stored for a value type on one day, as a curve and as a table, in the queue's zone. */
export function DayDataCard({ queueId, valueTypeId }: DayDataCardProps) {
  const client = useClient();
  const { t, formats } = useWords();
  const valueType = useValueType(valueTypeId);
  const zone = useQueue(queueId)?.timeZone;
  const valuesRevision = useStore((state) => state.valuesRevision);
  const isMapped = useStore((state) =>
    state.mappings?.some(
      (mapping) => sameTarget(mapping, { queueId, valueTypeId }) && mapping.entries.length > 0,
    ),
  );
  // A chosen day stays when another value type is selected, to compare the same day.
  const [chosenDay, setChosenDay] = useState<string>();
  const [hovered, setHovered] = useState<number>();
  const wanted = useStore((state) => state.wantedDay);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for once; another day can be chosen then.
  useEffect(() => {
    if (wanted !== null) setChosenDay(wanted.day);
  }, [wanted?.id]);
  const reading = useReading(
    (signal) =>
      client.call(
        'data.day',
        { queueId, valueTypeId, ...(chosenDay === undefined ? {} : { day: chosenDay }) },
        { signal },
      ),
    [client, queueId, valueTypeId, chosenDay, valuesRevision, zone],
  );

  const data =
    reading.data?.queueId === queueId && reading.data.valueTypeId === valueTypeId ? reading.data : undefined;
  const rows = useMemo(() => (data === undefined ? [] : intervalRows(data)), [data]);
  const values = useMemo(() => rows.map((row) => row.value), [rows]);
  const summary = useMemo(() => daySummary(rows), [rows]);
  // An interval somebody jumped to is marked until the pointer goes to another.
  const wantedAt =
    wanted?.startUtc === undefined || data === undefined
      ? -1
      : data.intervals.findIndex(
          ({ startUtc }) => Date.parse(startUtc) === Date.parse(wanted.startUtc ?? ''),
        );
  const marked = hovered ?? (wantedAt < 0 ? undefined : wantedAt);
  const { decimals } = summary;
  const formatValue = useCallback(
    (value: number) => formats.number(value, Number.isInteger(value) && decimals === 0 ? 0 : decimals),
    [formats, decimals],
  );
  const formatTick = useCallback(
    (value: number) => formats.number(value, Number.isInteger(value) ? 0 : 1),
    [formats],
  );

  if (reading.error !== undefined && data === undefined) {
    return (
      <Card title={t('dayData.title')}>
        <div className="day-data">
          <ErrorBox error={reading.error} onRetry={reading.again} />
        </div>
      </Card>
    );
  }
  if (data !== undefined && data.firstDay === null) {
    return (
      <Card title={t('dayData.title')}>
        <EmptyState
          title={t('dayData.empty')}
          actions={<Button onClick={() => openDialog({ kind: 'import' })}>{t('dayData.import')}</Button>}
        >
          {t(isMapped ? 'dayData.emptyHintMapped' : 'dayData.emptyHint')}
        </EmptyState>
      </Card>
    );
  }

  const name = valueType?.name ?? String(valueTypeId);
  const shownDay = data?.day ?? chosenDay;
  // While the next day is read, the one before is shown; what is pressed then is about the next.
  const askedDay = chosenDay ?? data?.day;
  const longDay = shownDay === undefined ? '' : formats.dayWithWeekday(shownDay);
  const hoveredRow = marked === undefined ? undefined : rows[marked];
  return (
    <Card
      title={t('dayData.title')}
      actions={
        <>
          <DayPicker
            day={askedDay}
            onDay={setChosenDay}
            onFirst={() => setChosenDay(data?.firstDay ?? chosenDay)}
            onLast={() => setChosenDay(data?.lastDay ?? chosenDay)}
          />
          <IconButton
            small
            look="quiet"
            label={t('dataView.openHere')}
            icon={<ChartSpline size={16} />}
            onClick={() =>
              showData({
                queueId,
                valueTypeId,
                day: askedDay,
                startUtc: wanted !== null && wanted.day === askedDay ? wanted.startUtc : undefined,
              })
            }
          />
        </>
      }
    >
      <div className="day-data" aria-busy={reading.busy}>
        <div className="day-data__facts">
          <span className="day-data__day">
            {longDay || <Skeleton width="180px" />}
            {data !== undefined && <small>{t('dayData.zone', { zone: data.timeZone })}</small>}
          </span>
          {hoveredRow === undefined ? (
            <DayFacts rows={rows} isCount={valueType?.unit === 'count'} formatValue={formatValue} />
          ) : (
            <HoveredFacts row={hoveredRow} formatValue={formatValue} />
          )}
        </div>
        {data !== undefined && summary.storedCount === 0 ? (
          <div className="day-data__none">
            <p>{t('dayData.emptyDay')}</p>
            {data.firstDay !== null && data.lastDay !== null && (
              <p className="day-data__hint">
                {t('dayData.emptyDayHint', {
                  first: formats.day(data.firstDay),
                  last: formats.day(data.lastDay),
                })}
              </p>
            )}
          </div>
        ) : (
          <DayChart
            rows={rows}
            values={values}
            label={chartLabel()}
            formatValue={formatTick}
            onHover={setHovered}
          />
        )}
      </div>
      <DayTable
        rows={rows}
        caption={t('dayData.table', { valueType: name, day: longDay })}
        formatValue={formatValue}
        marked={marked}
      />
    </Card>
  );

  function chartLabel(): string {
    const { peak } = summary;
    if (peak === undefined || peak.value === null) {
      return t('dayData.chartEmpty', { valueType: name, day: longDay });
    }
    return t('dayData.chart', {
      valueType: name,
      day: longDay,
      stored: summary.storedCount,
      total: rows.length,
      peak: formatValue(peak.value),
      time: peak.start,
    });
  }
}

function DayFacts({
  rows,
  isCount,
  formatValue,
}: {
  readonly rows: readonly IntervalRow[];
  /** Only what is counted can be added up; an average or a percentage cannot. */
  readonly isCount: boolean;
  readonly formatValue: (value: number) => string;
}) {
  const { t } = useWords();
  const { total, peak, storedCount } = daySummary(rows);
  if (storedCount === 0) return null;
  return (
    <>
      {isCount && <Fact name={t('dayData.total')} value={formatValue(total)} />}
      {peak !== undefined && peak.value !== null && (
        <Fact
          name={t('dayData.peak')}
          value={t('dayData.peakAt', { value: formatValue(peak.value), time: peak.start })}
        />
      )}
      <Fact
        name={t('dayData.stored')}
        value={t('dayData.storedOf', { stored: storedCount, total: rows.length })}
      />
    </>
  );
}

function HoveredFacts({
  row,
  formatValue,
}: {
  readonly row: IntervalRow;
  readonly formatValue: (value: number) => string;
}) {
  const { t } = useWords();
  const time = `${row.start}–${row.end}${row.offset === undefined ? '' : ` ${row.offset}`}`;
  return <Fact name={time} value={row.value === null ? t('dayData.notStored') : formatValue(row.value)} />;
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <span className="day-data__fact">
      {name} <b className="figure">{value}</b>
    </span>
  );
}
