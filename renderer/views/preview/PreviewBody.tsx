import { CircleX } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import type { Preview } from '#shared/contract/preview.ts';
import { useValueType } from '../../dialogs/names.ts';
import { useWords } from '../../dialogs/words.ts';
import { openDialog } from '../../state/index.ts';
import { Button, ErrorBox, useMessageText } from '../../ui/index.ts';
import { DayChart } from '../day-data/DayChart.tsx';
import { PreviewTable } from './PreviewTable.tsx';
import { type PreviewRow, type PreviewSummary, previewRows, previewSummary } from './preview-model.ts';
import '../day-data/day-data.css';
import './preview.css';

export interface PreviewBodyProps {
  readonly preview: Preview;
  /** Something newer is being read or computed. */
  readonly busy: boolean;
  /** False where what holds the preview lists the mistakes of the script itself. */
  readonly showMistakes?: boolean | undefined;
  /** To a place of the script. */
  readonly onGo?: ((line: number, column: number) => void) | undefined;
  /** To walk through the script with the values of an interval. */
  readonly onStep?: ((index: number) => void) | undefined;
}

/** Result beside what is stored: facts, what went wrong and where, curve, table. */
export function PreviewBody({ preview, busy, showMistakes = true, onGo, onStep }: PreviewBodyProps) {
  const { t, formats } = useWords();
  const valueType = useValueType(preview.valueTypeId);
  const [hovered, setHovered] = useState<number>();
  const rows = useMemo(() => previewRows(preview), [preview]);
  const summary = useMemo(() => previewSummary(rows), [rows]);
  const results = useMemo(() => rows.map((row) => row.result), [rows]);
  const stored = useMemo(() => rows.map((row) => row.stored), [rows]);
  const formatValue = useCallback(
    (value: number) => formats.number(value, summary.decimals),
    [formats, summary.decimals],
  );
  const formatTick = useCallback(
    (value: number) => formats.number(value, Number.isInteger(value) ? 0 : 1),
    [formats],
  );
  const said = {
    valueType: valueType?.name ?? String(preview.valueTypeId),
    day: formats.dayWithWeekday(preview.day),
  };
  const hoveredRow = hovered === undefined ? undefined : rows[hovered];
  const isEmpty = summary.given === 0 && rows.every((row) => row.stored === null);
  return (
    <div className="preview" aria-busy={busy}>
      <div className="day-data">
        <div className="day-data__facts">
          <span className="day-data__day">
            {said.day}
            <small>{t('dayData.zone', { zone: preview.timeZone })}</small>
          </span>
          {hoveredRow === undefined ? (
            <Totals preview={preview} summary={summary} isCount={valueType?.unit === 'count'} />
          ) : (
            <Hovered row={hoveredRow} formatValue={formatValue} />
          )}
        </div>
        <SourceProblems preview={preview} />
        {showMistakes && <Mistakes preview={preview} />}
        <Failures summary={summary} onGo={onGo} />
        <Met preview={preview} summary={summary} />
        {isEmpty ? (
          <div className="day-data__none">
            <p>{t('preview.noRows')}</p>
            <p className="day-data__hint">{t('preview.noRowsHint')}</p>
          </div>
        ) : (
          <DayChart
            rows={rows}
            values={results}
            compared={stored}
            label={t('preview.chart', { ...said, given: summary.given, changed: summary.changed })}
            formatValue={formatTick}
            onHover={setHovered}
          />
        )}
      </div>
      <PreviewTable
        rows={rows}
        sources={preview.sources}
        caption={t('preview.table', said)}
        formatValue={formatValue}
        marked={hovered}
        onStep={onStep}
      />
    </div>
  );
}

function Totals({
  preview: { totals },
  summary,
  isCount,
}: {
  readonly preview: Preview;
  readonly summary: PreviewSummary;
  /** Only what is counted can be added up; an average or a percentage cannot. */
  readonly isCount: boolean;
}) {
  const { t, formats } = useWords();
  const total = (hundredths: number) =>
    isCount && <b className="figure">{formats.number(hundredths / 100, hundredths % 100 === 0 ? 0 : 2)}</b>;
  const { changed, given, waiting } = summary;
  return (
    <>
      <span className="day-data__fact preview__line">
        {t('preview.result')} {total(totals.resultHundredths)}
      </span>
      <span className="day-data__fact preview__line preview__line--stored">
        {t('preview.stored')} {total(totals.storedHundredths)}
      </span>
      {given > 0 && (
        <span className="day-data__fact">
          {changed === 0 ? t('preview.changedNone') : t('preview.changed', { count: changed })}
        </span>
      )}
      {waiting > 0 && <span className="day-data__fact">{t('preview.waiting', { count: waiting })}</span>}
    </>
  );
}

function Hovered({
  row,
  formatValue,
}: {
  readonly row: PreviewRow;
  readonly formatValue: (value: number) => string;
}) {
  const { t } = useWords();
  const value = (amount: number | null) => (amount === null ? '–' : formatValue(amount));
  return (
    <>
      <span className="day-data__fact">
        {row.start}–{row.end} {row.offset}
      </span>
      <span className="day-data__fact preview__line">
        {t('preview.result')} <b className="figure">{value(row.result)}</b>
      </span>
      <span className="day-data__fact preview__line preview__line--stored">
        {t('preview.stored')} <b className="figure">{value(row.stored)}</b>
      </span>
    </>
  );
}

/** Why a source gives no figures, in the words of its driver, and where to put it right. */
function SourceProblems({ preview }: { readonly preview: Preview }) {
  const { t } = useWords();
  return preview.sources.map(({ source, system, problem }, index) => {
    if (problem === undefined) return null;
    const error = { details: {}, retryable: false, ...problem };
    return (
      <ErrorBox
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is the name: Para1, Para2, …
        key={index}
        title={t('preview.sourceFailed', { n: index + 1, source })}
        error={{ ...error, details: error.details ?? {}, retryable: error.retryable ?? false }}
        actions={
          system !== undefined && (
            <Button look="link" onClick={() => openDialog({ kind: 'configuration', system })}>
              {t('configuration.title')}…
            </Button>
          )
        }
      />
    );
  });
}

function Mistakes({ preview }: { readonly preview: Preview }) {
  const { t } = useWords();
  const tell = useMessageText();
  const errors = preview.findings.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return null;
  const items = errors.map((finding) => ({
    key: `${finding.line} ${finding.column} ${finding.message}`,
    place: t('preview.failure', finding),
    text: tell(finding),
  }));
  return <Faults title={t('preview.mistakes')} items={items} />;
}

function Failures({ summary, onGo }: { readonly summary: PreviewSummary } & Pick<PreviewBodyProps, 'onGo'>) {
  const { t } = useWords();
  const tell = useMessageText();
  if (summary.failures.length === 0) return null;
  const items = summary.failures.map(({ error, count, first }) => ({
    key: `${error.line} ${error.column} ${error.message}`,
    place: t('preview.failure', error),
    text: `${tell(error)} (${t('preview.failureCount', { count, time: first.start })})`,
    go: onGo && (() => onGo(error.line, error.column)),
  }));
  return <Faults title={t('preview.failures')} items={items} />;
}

/** What a run would report beside the errors of the script. */
function Met({ preview, summary }: { readonly preview: Preview; readonly summary: PreviewSummary }) {
  const { t } = useWords();
  const tell = useMessageText();
  // Errors of the script stand above by line, whole sources that failed by their place.
  const met = preview.problems.filter(
    (problem) => problem.line === undefined && problem.system === undefined,
  );
  const texts = new Set([
    ...(summary.unusable > 0 ? [t('preview.unusable', { count: summary.unusable })] : []),
    ...met.map(tell),
  ]);
  if (texts.size === 0) return null;
  return (
    <Faults
      title={t('preview.problems')}
      items={[...texts].map((text) => ({ key: text, text, place: '' }))}
    />
  );
}

interface Fault {
  readonly key: string;
  readonly place: string;
  readonly text: string;
  readonly go?: (() => void) | undefined;
}

/** As many as leave the curve in sight. */
const MOST_FAULTS = 4;

function Faults({ title, items }: { readonly title: string; readonly items: readonly Fault[] }) {
  const { t } = useWords();
  const shown = items.slice(0, MOST_FAULTS);
  return (
    <ul className="preview-faults" aria-label={title}>
      {shown.map(({ key, place, text, go }) => (
        <li key={key}>
          <CircleX size={13} aria-hidden />
          <span>
            {go === undefined && place !== '' && <b>{place}: </b>}
            {go !== undefined && (
              <>
                <Button look="link" onClick={go}>
                  {place}
                </Button>
                {': '}
              </>
            )}
            {text}
          </span>
        </li>
      ))}
      {items.length > shown.length && <li>{t('preview.more', { count: items.length - shown.length })}</li>}
    </ul>
  );
}
