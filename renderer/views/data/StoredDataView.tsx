import { Download } from 'lucide-react';
import { type KeyboardEvent, useMemo } from 'react';
import { type ExportFormat, mostCurves } from '#shared/contract/data.ts';
import { parseDay, today } from '#shared/domain/time/day.ts';
import { spanDays, stepSpan } from '#shared/domain/time/day-span.ts';
import { zoneOf } from '#shared/domain/time/zone.ts';
import { useReading } from '../../dialogs/use-reading.ts';
import { useWords } from '../../dialogs/words.ts';
import { type DataPlace, openDialog, useClient, useStore } from '../../state/index.ts';
import { Button, Dialog, EmptyState, ErrorBox } from '../../ui/index.ts';
import { ChartCard } from './ChartCard.tsx';
import { DataPicker } from './DataPicker.tsx';
import { DataToolbar } from './DataToolbar.tsx';
import { chosenCurves } from './data-choice.ts';
import { curveId, curveNames, unitCharts } from './data-model.ts';
import { HeatMapCard } from './HeatMapCard.tsx';
import { useDataChoice } from './use-data-choice.ts';
import { useExport } from './use-export.ts';
import './charts.css';
import './data-view.css';
import './heat-map.css';

export interface StoredDataViewProps {
  readonly place?: DataPlace | undefined;
  readonly onClose: () => void;
}

/** What is stored of several queues and value types: curves, the week before, a heat map, tables, files. */
export function StoredDataView({ place, onClose }: StoredDataViewProps) {
  const client = useClient();
  const { t, formats } = useWords();
  const wfm = useStore((state) => state.wfm);
  const valuesRevision = useStore((state) => state.valuesRevision);
  const { choice, change } = useDataChoice(wfm, place);
  const curves = useMemo(() => (choice === undefined ? [] : chosenCurves(choice)), [choice]);
  const isReadable = curves.length > 0 && curves.length <= mostCurves;
  const question = JSON.stringify({ curves, span: choice?.span, day: choice?.day });
  const reading = useReading(
    async (signal) =>
      choice === undefined || !isReadable
        ? undefined
        : client.call('data.series', { curves, span: choice.span, day: choice.day }, { signal }),
    [client, question, valuesRevision],
  );
  const series = isReadable ? reading.data : undefined;
  const charts = useMemo(
    () => (series === undefined || wfm === undefined ? [] : unitCharts(series, wfm)),
    [series, wfm],
  );
  const mapCurves = useMemo(() => {
    if (series === undefined || wfm === undefined) return [];
    const { names } = curveNames(series.curves, wfm);
    return series.curves.map((curve, index) => ({ ...curve, id: curveId(curve), name: names[index]! }));
  }, [series, wfm]);

  const day = choice?.day ?? series?.fromDay;
  const days = day === undefined || choice === undefined ? undefined : spanDays(choice.span, parseDay(day));
  const range = days === undefined ? '' : rangeText(days);
  // What the view is at, not what was read last: that may be the days before for a moment.
  const exporting = useExport(
    curves,
    days === undefined || choice === undefined ? undefined : { ...days, span: choice.span },
  );
  const hasValues = series?.curves.some(
    ({ storedIntervals, weekBefore }) => storedIntervals > 0 || weekBefore.some((value) => value !== null),
  );

  function step(by: -1 | 1): void {
    if (day !== undefined && choice !== undefined) {
      change({ day: stepSpan(choice.span, parseDay(day), by), startUtc: undefined });
    }
  }

  function goToday(): void {
    const zone = wfm?.queues.find(({ id }) => id === choice?.queueIds[0])?.timeZone ?? 'UTC';
    change({ day: today(zoneOf(zone), Date.now() / 1000), startUtc: undefined });
  }

  function onKeyDown(event: KeyboardEvent): void {
    const isTyping = event.target instanceof HTMLInputElement && event.target.type === 'search';
    if (!event.shiftKey || event.ctrlKey || event.altKey || isTyping) return;
    if (event.key === 'PageUp') step(-1);
    else if (event.key === 'PageDown') step(1);
    else if (event.key === 'Home') goToday();
    else return;
    event.preventDefault();
  }

  return (
    <Dialog
      title={t('dataView.title')}
      subtitle={t('dataView.intro')}
      size="full"
      onClose={onClose}
      footerStart={
        <>
          {exportButton('csv', t('dataView.exportCsv'))}
          {exportButton('parquet', t('dataView.exportParquet'))}
          <span className="data-view__said" role="status">
            {exporting.state.kind === 'busy' && t('dataView.exporting')}
            {exporting.state.kind === 'saved' && t('dataView.exported', { file: exporting.state.file })}
          </span>
        </>
      }
      footer={
        <Button look="primary" onClick={onClose}>
          {t('common.close')}
        </Button>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys that hold wherever the focus is in the view */}
      <div className="data-view" onKeyDown={onKeyDown}>
        {wfm !== undefined && choice !== undefined && wfm.queues.length > 0 && (
          <>
            <DataPicker wfm={wfm} choice={choice} onChange={change} />
            <div className="data-view__main">
              <DataToolbar
                choice={choice}
                day={day}
                range={range}
                firstDay={series?.firstDay}
                lastDay={series?.lastDay}
                onChange={change}
                onStep={step}
                onToday={goToday}
              />
              {exporting.state.kind === 'failed' && (
                <ErrorBox title={t('dataView.exportFailed')} error={exporting.state.error} />
              )}
              <div className="data-view__charts" aria-busy={reading.busy}>
                {body()}
              </div>
            </div>
          </>
        )}
        {wfm !== undefined && wfm.queues.length === 0 && <EmptyState title={t('dataView.noQueues')} />}
      </div>
    </Dialog>
  );

  function exportButton(format: ExportFormat, label: string) {
    const { state, save } = exporting;
    return (
      <Button onClick={() => save(format)} disabled={series === undefined || state.kind === 'busy'}>
        <Download size={14} aria-hidden />
        {label}
      </Button>
    );
  }

  function body() {
    if (curves.length === 0) return <EmptyState title={t('dataView.nothingChosen')} />;
    if (!isReadable) {
      const tooMany = { number: formats.number(curves.length), most: mostCurves };
      return <EmptyState title={t('dataView.tooMany', tooMany)} />;
    }
    if (series === undefined || choice === undefined) {
      if (reading.error === undefined) return <div className="data-view__room" />;
      return <ErrorBox error={reading.error} onRetry={reading.again} />;
    }
    const { firstDay, lastDay } = series;
    if (firstDay === null || lastDay === null) {
      return (
        <EmptyState
          title={t('dataView.emptyEver')}
          actions={<Button onClick={() => openDialog({ kind: 'import' })}>{t('dayData.import')}</Button>}
        />
      );
    }
    return (
      <>
        {hasValues ? (
          charts.map((chart) => (
            <ChartCard
              key={chart.unit}
              chart={chart}
              series={series}
              range={range}
              weekBefore={choice.weekBefore}
              startUtc={choice.startUtc}
            />
          ))
        ) : (
          <EmptyState title={t('dataView.empty')}>
            {t('dataView.emptyHint', { first: formats.day(firstDay), last: formats.day(lastDay) })}
          </EmptyState>
        )}
        <HeatMapCard curves={mapCurves} fromDay={series.fromDay} toDay={series.toDay} lastDay={lastDay} />
      </>
    );
  }

  function rangeText({ fromDay, toDay }: { readonly fromDay: string; readonly toDay: string }): string {
    if (choice?.span === 'month') return formats.month(fromDay.slice(0, 7));
    return fromDay === toDay ? formats.dayWithWeekday(fromDay) : formats.dayRange(fromDay, toDay);
  }
}
