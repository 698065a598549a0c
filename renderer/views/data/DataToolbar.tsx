import { ChevronFirst, ChevronLast, ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type DaySpan, daySpans } from '#shared/domain/time/day-span.ts';
import { useWords } from '../../dialogs/words.ts';
import type { DataChoice } from '../../state/index.ts';
import { Button, Checkbox, IconButton } from '../../ui/index.ts';

export interface DataToolbarProps {
  readonly choice: DataChoice;
  /** Any day of the span shown. */
  readonly day: string | undefined;
  readonly range: string;
  readonly firstDay: string | null | undefined;
  readonly lastDay: string | null | undefined;
  readonly onChange: (part: Partial<DataChoice>) => void;
  readonly onStep: (step: -1 | 1) => void;
  readonly onToday: () => void;
}

/** Which days are shown. */
export function DataToolbar(props: DataToolbarProps) {
  const { choice, day, range, firstDay, lastDay, onChange, onStep, onToday } = props;
  const { t } = useWords();
  const { t: own } = useTranslation();
  const shift = own('keys.shift');
  const { span } = choice;
  const goTo = (to: string | null | undefined) => () => to && onChange({ day: to, startUtc: undefined });
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
    </div>
  );
}
