import { ChevronFirst, ChevronLast, ChevronLeft, ChevronRight, Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ExportFormat } from '#shared/contract/data.ts';
import { type DaySpan, daySpans } from '#shared/domain/time/day-span.ts';
import { useWords } from '../../dialogs/words.ts';
import type { DataChoice } from '../../state/index.ts';
import { Button, Checkbox, IconButton } from '../../ui/index.ts';
import type { ExportState } from './use-export.ts';

export interface DataToolbarProps {
  readonly choice: DataChoice;
  /** Any day of the span shown. */
  readonly day: string | undefined;
  readonly range: string;
  readonly firstDay: string | null | undefined;
  readonly lastDay: string | null | undefined;
  readonly exporting: ExportState;
  readonly onChange: (part: Partial<DataChoice>) => void;
  readonly onStep: (step: -1 | 1) => void;
  readonly onToday: () => void;
  readonly onExport: ((format: ExportFormat) => void) | undefined;
}

/** Which days are shown, and the way out as a file. */
export function DataToolbar(props: DataToolbarProps) {
  const { choice, day, range, firstDay, lastDay, exporting, onChange, onStep, onToday, onExport } = props;
  const { t } = useWords();
  const { t: own } = useTranslation();
  const shift = own('keys.shift');
  const { span } = choice;
  const goTo = (to: string | null | undefined) => () => to && onChange({ day: to, startUtc: undefined });
  const exportButton = (format: ExportFormat, label: string) => (
    <Button
      small
      onClick={() => onExport?.(format)}
      disabled={onExport === undefined || exporting.kind === 'busy'}
    >
      <Download size={13} aria-hidden />
      {label}
    </Button>
  );
  return (
    <div className="data-tools">
      <fieldset className="data-tools__group" aria-label={t('dataView.spans')}>
        {daySpans.map((one: DaySpan) => (
          <Button
            key={one}
            small
            aria-pressed={one === span}
            className={one === span ? 'button--on' : undefined}
            onClick={() => onChange({ span: one, day })}
          >
            {t(`dataView.span.${one}`)}
          </Button>
        ))}
      </fieldset>
      <fieldset className="data-tools__group" aria-label={t('dataView.range')}>
        <IconButton
          small
          look="quiet"
          label={t('dataView.first')}
          icon={<ChevronFirst size={16} />}
          onClick={goTo(firstDay)}
        />
        <IconButton
          small
          look="quiet"
          label={t(`dataView.previous.${span}`)}
          shortcut={`${shift} ${own('keys.pageUp')}`}
          icon={<ChevronLeft size={16} />}
          onClick={() => onStep(-1)}
        />
        <input
          type="date"
          className="input day-picker__input"
          aria-label={t('dataView.date')}
          value={day ?? ''}
          onChange={({ target: { value } }) => value !== '' && onChange({ day: value, startUtc: undefined })}
        />
        <IconButton
          small
          look="quiet"
          label={t(`dataView.next.${span}`)}
          shortcut={`${shift} ${own('keys.pageDown')}`}
          icon={<ChevronRight size={16} />}
          onClick={() => onStep(1)}
        />
        <IconButton
          small
          look="quiet"
          label={t('dataView.last')}
          icon={<ChevronLast size={16} />}
          onClick={goTo(lastDay)}
        />
        <Button small onClick={onToday} title={`${shift} ${own('keys.home')}`}>
          {t('dataView.today')}
        </Button>
      </fieldset>
      <b className="data-tools__range" aria-live="polite">
        {range}
      </b>
      <Checkbox
        label={t('dataView.weekBefore')}
        checked={choice.weekBefore}
        onChange={(weekBefore) => onChange({ weekBefore })}
      />
      <div className="data-tools__group data-tools__group--end">
        {exportButton('csv', t('dataView.exportCsv'))}
        {exportButton('parquet', t('dataView.exportParquet'))}
      </div>
    </div>
  );
}
